package session

import (
	"cmp"
	"context"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Doubt is a place that the editor should look at.
type Doubt struct {
	At    bulletin.ID
	Place Place // where it stood when the page was looked at
	Spot  Spot
	Say   say.Text
	Break bulletin.ID // of an uncertain junction: the break between the lines; else bulletin.None
	Fix   *Fix        // what a rule suggests; nil where there is nothing to accept

	sort string // "tray", "headless", "damage" where neither Break nor Fix says it
}

// What names what is doubtful, for the list of what is let stand: the rule and what it found, "P10 5-10℃",
// or else the sort of doubt.
func (d Doubt) What() string {
	switch {
	case d.Fix != nil:
		return d.Fix.Rule + " " + d.Fix.Old
	case d.Break != bulletin.None:
		return "junction"
	}
	return d.sort
}

// Fix is what accepting a suggestion does: New in place of Old at the doubt's place.
type Fix struct{ Rule, Old, New string }

func fixOf(text []rune, x rule.Suggestion) Fix {
	return Fix{x.Rule, string(text[x.From:x.To]), x.New}
}

// doubt is one at a character, where that stands now.
func (s *state) doubt(at, brk bulletin.ID, what say.Text) Doubt {
	return Doubt{At: at, Place: s.place(at), Spot: s.spot(at), Say: what, Break: brk}
}

// junctions are the joins and breaks that cleaning was not sure of and nobody has decided since.
func (s *state) junctions(account *bulletin.Account) []Doubt {
	var all []Doubt
	decided := s.decided()
	for _, j := range account.Uncertain() {
		if decided(j.At) {
			continue
		}
		what := say.T("此处分段，未必（%s）。F7 改为接排，0 照旧", "broken here, perhaps wrongly (%s). F7 joins, 0 lets it be")
		if !s.live(j.At) {
			what = say.T("此处接排，未必（%s）。F7 改为分段，0 照旧", "joined here, perhaps wrongly (%s). F7 breaks, 0 lets it be")
		}
		all = append(all, s.doubt(j.At, j.At, what.With(wording.Reasons(j.Cues))))
	}
	return all
}

func (s *facts) findDoubts(ctx context.Context) ([]Doubt, error) {
	account, err := s.account.get(ctx)
	if err != nil {
		return nil, err
	}
	all := s.junctions(account)
	add := func(sort string, at bulletin.ID, what say.Text) {
		d := s.doubt(at, bulletin.None, what)
		d.sort = sort
		all = append(all, d)
	}
	titles, blocks := map[bulletin.ID]bool{}, map[bulletin.ID]bulletin.ID{}
	for shown, i := range s.order.blocks {
		h := s.order.heads[i]
		switch {
		case h.Kind == bulletin.Furniture:
		case h.Article == bulletin.None:
			add("tray", s.text.ID(i, 0), say.T("这一块还没有归入稿件", "this block belongs to no article yet"))
		default:
			titles[h.Article] = titles[h.Article] || h.Kind.Title()
			if _, seen := blocks[h.Article]; !seen {
				blocks[h.Article] = s.text.ID(s.order.blocks[shown], 0)
			}
		}
	}
	s.suggestions(func(at bulletin.ID, fix Fix) {
		add("", at, say.T("“%s”疑误，拟改“%s”（%s %s）。1 采纳，0 忽略，Shift+0 一律忽略", "“%s” is doubtful, “%s” perhaps (%s %s). 1 accepts, 0 ignores, Shift+0 everywhere").
			With(wording.Visible(fix.Old), wording.Visible(fix.New), fix.Rule, wording.Rule(fix.Rule)))
		all[len(all)-1].Fix = &fix
	})
	for article, first := range blocks {
		if !titles[article] {
			add("headless", first, say.T("这一稿没有标题", "this article has no headline"))
		}
	}
	for _, x := range s.raw.Damage {
		id := bulletin.ID{Index: int32(x.At)}
		if !s.live(id) {
			continue
		}
		what := say.T("此处字节无法辨读", "bytes that could not be read")
		if x.Kind == source.Private {
			what = say.T("此处是造字，没有统一码", "a character of the layout program's own, without Unicode")
		}
		add("damage", id, what)
	}
	slices.SortStableFunc(all, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(a.Place.Block, b.Place.Block), cmp.Compare(a.Place.Off, b.Place.Off))
	})
	return all, nil
}

// suggestions calls yield with what the rules suggest for the blocks that are published.
func (s *state) suggestions(yield func(at bulletin.ID, fix Fix)) {
	for i, h := range s.order.heads {
		if h.Kind == bulletin.Furniture || h.Kind == bulletin.Byline {
			continue
		}
		text := s.text.Runes(i)
		for _, x := range rule.Suggestions(text) {
			yield(s.text.ID(i, x.From), fixOf(text, x))
		}
	}
}

func (s *state) live(id bulletin.ID) bool {
	_, _, live := s.text.BlockOf(id)
	return live
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
	log := s.text.Log()
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

// JunctionAt is the uncertain junction at a place of the clean side, if there is one.
func (s *Session) JunctionAt(at Place) (Doubt, bool) {
	now := s.state()
	for _, d := range now.junctions(s.account) {
		if d.Place.Block == at.Block && max(d.Place.Off-at.Off, at.Off-d.Place.Off) <= 1 {
			return d, true
		}
	}
	return Doubt{}, false
}

// SuggestionAt is what a rule suggests at a place of the clean side, if one does.
func (s *Session) SuggestionAt(at Place) (Doubt, bool) {
	if at.Block < 0 || at.Block >= s.Blocks() {
		return Doubt{}, false
	}
	text, _ := s.Block(at.Block)
	for _, x := range rule.Suggestions(text) {
		if at.Off >= x.From && at.Off <= x.To {
			fix := fixOf(text, x)
			return Doubt{Place: Place{at.Block, x.From}, Break: bulletin.None, Fix: &fix}, true
		}
	}
	return Doubt{}, false
}

// Accept makes the edit that a rule suggests, in the name of the person at the desk; the revision's
// note names the rule.
func (s *Session) Accept(d Doubt) (Place, Changed, error) {
	i := s.order.blocks[d.Place.Block]
	to := d.Place.Off + len([]rune(d.Fix.Old))
	ops := s.text.Replace(i, d.Place.Off, to, d.Fix.New)
	c, err := s.Do(d.Fix.Rule, ops)
	return s.after(d.Place, d.Fix.New), c, err
}

// Flip turns an uncertain junction round: a join into a break, a break into a join.
func (s *Session) Flip(brk bulletin.ID) (Changed, error) {
	s.endStep()
	if now := s.state(); now.live(brk) {
		i, _, _ := s.text.BlockOf(brk)
		return s.JoinAbove(s.order.shown[i] + 1)
	}
	by := s.text.Fate(brk).By
	// The join may have taken more breaks than one, those of empty lines; they stay where they are.
	var others []bulletin.Span
	for _, ref := range by {
		for _, span := range s.text.Log()[ref.Rev-1].Ops[ref.Op].Spans {
			for k := range span.Len() {
				if id := span.At(k); id != brk {
					others = bulletin.AppendID(others, id)
				}
			}
		}
	}
	if len(others) == 0 {
		return s.takeBack(by)
	}
	return s.takeBack(by, revision.Op{Kind: revision.Delete, Spans: others})
}
