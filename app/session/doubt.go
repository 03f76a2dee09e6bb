package session

import (
	"cmp"
	"context"
	"slices"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/wording"
)

// Doubt is a place that the editor should look at: what a check found, where, and in words.
type Doubt struct {
	bulletin.Finding
	Place bulletin.Place // where it stood when the page was looked at,
	End   bulletin.Place // and where what a rule would replace ended
	Spot  Spot
	Say   say.Text
}

func (f *facts) findDoubts(ctx context.Context) ([]Doubt, error) {
	account, err := f.account.get(ctx)
	if err != nil {
		return nil, err
	}
	words, err := f.words.get(ctx)
	if err != nil {
		return nil, err
	}
	blocks := f.Text.Blocks()
	page := proof.Page{Account: account, Damage: f.raw.Damage, Glyphs: f.raw.Glyphs, Decided: f.decided(), Memory: f.memory, Strict: words.wishes.Strict, House: words.house}
	for shown := range f.Order.Blocks() {
		page.Blocks = append(page.Blocks, blocks[f.Order.InText(shown)])
	}
	var all []Doubt
	for _, x := range proof.Findings(page) {
		all = append(all, f.doubt(x))
	}
	slices.SortStableFunc(all, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.Place.Block, b.Place.Block), cmp.Compare(a.Place.Off, b.Place.Off))
	})
	return all, nil
}

// sentence words a finding.
func sentence(f bulletin.Finding) say.Text {
	switch f.Check {
	case proof.Junction:
		what := say.T("这里分了段，可能该接排（%s）。1 或 F7 改为接排，0 照旧", "broken here, perhaps wrongly (%s). 1 or F7 joins, 0 lets it be")
		if f.Join {
			what = say.T("这里接排了，可能该分段（%s）。1 或 F7 改为分段，0 照旧", "joined here, perhaps wrongly (%s). 1 or F7 breaks, 0 lets it be")
		}
		return what.With(wording.Reasons(f.Cues))
	case proof.Register, proof.Taught, proof.Second:
		return houseSays(f)
	case proof.Rule, proof.Word:
		return say.T("“%s”疑误，拟改“%s”（%s %s）。1 采纳，0 忽略，Shift+0 一律忽略", "“%s” is doubtful, “%s” perhaps (%s %s). 1 accepts, 0 ignores, Shift+0 everywhere").
			With(wording.Visible(f.Old), wording.Visible(f.New), f.Rule, wording.Rule(f.Rule))
	case proof.Wrong:
		return say.T("“%s”的“%s”疑误（%s）。%s，0 忽略，Shift+0 一律忽略", "in “%s”, “%s” is doubtful (%s). %s, 0 ignores, Shift+0 everywhere").
			With(f.Around, f.Old, wording.Reasons(f.Cues), offers(f))
	case proof.Flag:
		if f.Note != "" {
			return say.T("“%s”存疑，文中另作“%s”（%s %s）。0 照旧，Shift+0 一律照旧", "“%s” is doubtful: the story has “%s” too (%s %s). 0 lets it be, Shift+0 everywhere").
				With(wording.Visible(f.Old), wording.Visible(f.Note), f.Rule, wording.Rule(f.Rule))
		}
		return say.T("“%s”存疑（%s %s）。0 照旧，Shift+0 一律照旧", "“%s” is doubtful (%s %s). 0 lets it be, Shift+0 everywhere").
			With(wording.Visible(f.Old), f.Rule, wording.Rule(f.Rule))
	case proof.Tray:
		return say.T("这一块还没有归入稿件。1 选稿件归入，0 照旧", "this block belongs to no article yet. 1 gives it to one, 0 lets it be")
	case proof.Headless:
		return say.T("这一稿没有标题。可把一段设为主题（Alt+2），0 照旧", "this article has no headline. Alt+2 makes a block its headline, 0 lets it be")
	case proof.Character:
		return say.T("此处是造字，没有统一码。1 或 F2 换字，0 照旧", "a character of the layout program's own, without Unicode. 1 or F2 chooses another, 0 lets it be")
	case proof.Damage:
		return say.T("此处字节无法辨读。1 或 F2 换字，0 照旧", "bytes that could not be read. 1 or F2 chooses a character, 0 lets it be")
	}
	return say.T(f.Check, f.Check)
}

// houseSays words what the registers of the house, or what was corrected before, say of a place.
func houseSays(f bulletin.Finding) say.Text {
	why := wording.Rule(f.Rule)
	if f.Note != "" {
		why = say.T("%s；%s", "%s; %s").With(why, f.Note)
	}
	if f.New == "" {
		return say.T("“%s”：%s。0 照旧，Shift+0 一律照旧", "“%s”: %s. 0 lets it be, Shift+0 everywhere").With(f.Old, why)
	}
	return say.T("“%s”应为“%s”（%s）？1 采纳，0 忽略，Shift+0 一律忽略", "“%s” should be “%s” (%s)? 1 accepts, 0 ignores, Shift+0 everywhere").With(f.Old, f.New, why)
}

// Offers are what a digit puts in place of what a finding doubts: 1 what is suggested, 2 and 3 what else may be
// meant.
func Offers(f bulletin.Finding) []string {
	if f.New == "" {
		return nil
	}
	return append([]string{f.New}, f.Others[:min(2, len(f.Others))]...)
}

// offers words them: "1 已，2 己".
func offers(f bulletin.Finding) (t say.Text) {
	for i, s := range Offers(f) {
		if i > 0 {
			t.ZH, t.EN = t.ZH+"，", t.EN+", "
		}
		one := say.T("%d 改为“%s”", "%d: “%s”").With(i+1, s)
		t.ZH, t.EN = t.ZH+one.ZH, t.EN+one.EN
	}
	return t
}

// doubt is a finding where it stands now.
func (s *state) doubt(f bulletin.Finding) Doubt {
	p, _ := s.Order.PlaceOf(f.At)
	end := bulletin.Place{Block: p.Block, Off: p.Off + utf8.RuneCountInString(f.Old)}
	return Doubt{f, p, end, s.spot(f.At), sentence(f)}
}

// decided tells whether a person has touched a raw break: deleted it, or taken its deletion back. The cost
// is that of reading what people did.
func (s *state) decided() func(bulletin.ID) bool {
	var touched []bulletin.Span
	note := func(op revision.Op) {
		for _, sp := range op.Spans {
			if sp.Origin == 0 {
				touched = append(touched, sp)
			}
		}
	}
	log := s.Text.Log()
	for _, r := range log {
		if r.Author.Person == 0 {
			continue
		}
		for _, op := range r.Ops {
			switch op.Kind {
			case revision.Delete:
				note(op)
			case revision.Revert:
				for k, o := range log[op.Of-1].Ops {
					if o.Kind == revision.Delete && (op.Ops == nil || slices.Contains(op.Ops, k)) {
						note(o)
					}
				}
			}
		}
	}
	slices.SortFunc(touched, func(a, b bulletin.Span) int { return cmp.Compare(a.From, b.From) })
	ends := make([]int32, len(touched)) // the furthest end so far
	for i, sp := range touched {
		ends[i] = max(sp.To, ends[max(i-1, 0)])
	}
	return func(brk bulletin.ID) bool {
		n, _ := slices.BinarySearchFunc(touched, brk.Index+1, func(sp bulletin.Span, at int32) int { return cmp.Compare(sp.From, at) })
		return n > 0 && ends[n-1] > brk.Index
	}
}

// DoubtAt is what a check finds at a place of the clean side, if it finds something there: an uncertain
// junction, or what a rule suggests.
func (s *Session) DoubtAt(check string, at bulletin.Place) (Doubt, bool) {
	if at.Block < 0 || at.Block >= s.order.Blocks() {
		return Doubt{}, false
	}
	now := s.state()
	switch check {
	case proof.Junction:
		for _, j := range s.account.Uncertain() {
			p, live := s.order.PlaceOf(j.At)
			if p.Block == at.Block && max(p.Off-at.Off, at.Off-p.Off) <= 1 && !now.decided()(j.At) {
				return now.doubt(bulletin.Finding{Check: check, At: j.At, Join: !live, Cues: j.Cues}), true
			}
		}
	case proof.Rule, proof.Word:
		text, _ := s.order.Block(at.Block)
		for _, x := range rule.Suggestions(text) {
			if at.Off >= x.From && at.Off <= x.To {
				id := s.order.ID(bulletin.Place{Block: at.Block, Off: x.From})
				return now.doubt(bulletin.Finding{Check: check, Rule: x.Rule, At: id, Old: string(text[x.From:x.To]), New: x.New}), true
			}
		}
	}
	if s.facts == nil {
		return Doubt{}, false
	}
	for _, d := range s.facts.doubts.ready() {
		if (d.Check == proof.Wrong || d.Check == proof.Word || d.Check == proof.Register && d.New != "" || d.Check == proof.Taught) && d.Place.Block == at.Block && at.Off >= d.Place.Off && at.Off <= d.Place.Off+utf8.RuneCountInString(d.Old) {
			return d, true
		}
	}
	return Doubt{}, false
}

// Lines are the raw lines, from 0, that meet in a junction of the draft, by the break that ends the upper one.
func (s *Session) Lines(brk bulletin.ID) (above, below int, ok bool) {
	i := slices.IndexFunc(s.account.Junctions, func(j bulletin.Junction) bool { return j.At == brk })
	if i < 0 {
		return 0, 0, false
	}
	return s.account.Junctions[i].Above, s.account.Junctions[i].Below, true
}

// Flip turns an uncertain junction round: a join into a break, a break into a join. What stood below a break in the raw
// text may be of another article, and below the last block as it is shown stands nothing: that is an error.
func (s *Session) Flip(brk bulletin.ID) (revision.Changed, error) {
	s.endStep()
	if at, live := s.order.PlaceOf(brk); live {
		if at.Block+1 >= s.order.Blocks() {
			return revision.Changed{}, errOtherArticle
		}
		return s.JoinAbove(at.Block + 1)
	}
	// The join may have taken more breaks than one, those of empty lines; they stay where they are.
	return s.do("", s.text.Unjoin(brk))
}
