package session

import (
	"context"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/proof/learned"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/store"
)

// Repeat is a place of a page where what was corrected elsewhere stands too.
type Repeat struct {
	At      bulletin.ID    // its first character
	Place   bulletin.Place // where it stood when the page was looked at
	Left    string         // what stands around it
	Right   string
	Why     Doubtful // why it may be meant so; none: it is to be corrected with the others
	Article bulletin.ID
}

// Doubtful is why a place like those that are corrected may be right as it is.
type Doubtful uint8

// The reasons.
const (
	NoDoubt Doubtful = iota
	LetOut           // somebody let it out before
	InName           // it is a part of a name, of the register or one that was let stand
	InQuote          // it stands in a short quotation, or in a title
)

// Last is the correction that was made last while the page is open: the word that it stands in, before and
// after; what is typed at the moment ends with it. ok is false where there is none that could stand elsewhere too.
func (s *Session) Last() (p learned.Pair, ok bool) {
	s.endStep()
	return s.last, s.last.Fits()
}

// Repeats are the places of a page where what stands before in a pair stands, in shown order; of one article, or of
// the whole page where that is bulletin.None. Linear in the text.
func (p *Snapshot) Repeats(ctx context.Context, of learned.Pair, article bulletin.ID) (all []Repeat, err error) {
	words, err := p.words.get(ctx)
	if err != nil {
		return nil, err
	}
	one := learned.New([]learned.Pair{{Before: of.Before, After: of.After}})
	for b := range p.Order.Blocks() {
		text, head := p.Order.Block(b)
		if head.Kind == bulletin.Furniture || article != bulletin.None && head.Article != article {
			continue
		}
		found := one.Find(text)
		if len(found) == 0 {
			continue
		}
		stands := words.house.Standing(text)
		for _, f := range found {
			r := Repeat{At: p.Order.ID(bulletin.Place{Block: b, Off: f.From}), Place: bulletin.Place{Block: b, Off: f.From}, Article: head.Article}
			r.Left, r.Right = string(text[max(0, f.From-contextRunes):f.From]), string(text[f.To:min(len(text), f.To+contextRunes)])
			switch {
			case p.ignored.here[ignoring{r.At, letOut(of)}]:
				r.Why = LetOut
			case stands != nil && slices.Contains(stands[f.From:f.To], true):
				r.Why = InName
			case quoted(text, f.From, f.To):
				r.Why = InQuote
			}
			all = append(all, r)
		}
	}
	return all, nil
}

// letOut is what a place is called in the library that was let out when others like it were corrected: as what a
// check finds there that knows the pair.
func letOut(of learned.Pair) string { return "X1 " + of.Before }

// quotation is how many characters a quotation has at most in which other spellings may be meant.
const quotation = 8

// quoted says whether [from, to) stands in a short quotation or in a title's marks.
func quoted(text []rune, from, to int) bool {
	for i := from - 1; i >= 0 && from-i <= quotation; i-- {
		closing, ok := map[rune]rune{'“': '”', '‘': '’', '《': '》', '「': '」', '『': '』', '〈': '〉'}[text[i]]
		if ok {
			k := slices.Index(text[to:], closing)
			return k >= 0 && to+k-i-1 <= quotation
		}
		if script.IsClosing(text[i]) {
			return false
		}
	}
	return false
}

// RepairOps are the operations that put After in place of Before at characters where it still stands, and at how
// many that is.
func (p *Snapshot) RepairOps(of learned.Pair, at []bulletin.ID) (ops []revision.Op, n int) {
	return repairOps(p.Order, p.Text, of, at)
}

func repairOps(o *revision.Order, t *revision.Text, of learned.Pair, at []bulletin.ID) (ops []revision.Op, n int) {
	var where []revision.Stretch
	var with []string
	before := []rune(of.Before)
	for _, id := range at {
		if !t.Has(id) {
			continue
		}
		p, live := o.PlaceOf(id)
		if !live || p.Block >= o.Blocks() {
			continue
		}
		text, _ := o.Block(p.Block)
		if end := p.Off + len(before); end <= len(text) && slices.Equal(text[p.Off:end], before) {
			where, with = append(where, revision.Stretch{Block: p.Block, From: p.Off, To: end}), append(with, of.After)
		}
	}
	return o.ReplaceEach(where, with), len(where)
}

// Repair puts After in place of Before at characters of the page where it still stands, in one undo step with a
// note, and keeps that others were let out. It says at how many places.
func (s *Session) Repair(note string, of learned.Pair, at, out []bulletin.ID) (c revision.Changed, n int, err error) {
	s.endStep()
	ops, n := repairOps(s.order, s.text, of, at)
	if len(ops) > 0 {
		if c, err = s.do(note, ops); err != nil {
			return c, 0, err
		}
	}
	for _, id := range out {
		x := LettingOut(of, id)
		x.Person = s.opt.Person
		next := s.ignored.copy()
		next.note(store.Ignored{Origin: x.Origin, Index: x.Index, What: x.What})
		s.ignored = next
		s.note(x)
	}
	return c, n, nil
}

// LettingOut is the decision that a place stays as it is while others like it are corrected.
func LettingOut(of learned.Pair, at bulletin.ID) store.Decision {
	return store.Decision{Verdict: store.LetOut, Origin: at.Origin, Index: at.Index, What: letOut(of), Context: of.Before + "→" + of.After}
}

// Undoing is the note of the undo step that Undo would take back, and Redoing of the one that Redo would bring
// back; "" where there is none.
func (s *Session) Undoing() string { return s.noteOf(s.text.Undo(s.opt.Person)) }

// Redoing is as Undoing has it.
func (s *Session) Redoing() string { return s.noteOf(s.text.Redo(s.opt.Person)) }

// noteOf is the note of the revision that Reverts speak of in the end.
func (s *Session) noteOf(ops []revision.Op, ok bool) string {
	if !ok || len(ops) == 0 {
		return ""
	}
	for n := ops[0].Of; n > 0; {
		r := s.text.Log()[n-1]
		if r.Ops[0].Kind != revision.Revert {
			return r.Note
		}
		n = r.Ops[0].Of
	}
	return ""
}

// correction notes what was corrected last in a block, in one piece: the word that it stands in, before and after.
func (s *Session) correction(was, now []rune) {
	from := 0
	for from < len(was) && from < len(now) && was[from] == now[from] {
		from++
	}
	a, b := len(was), len(now)
	for a > from && b > from && was[a-1] == now[b-1] {
		a, b = a-1, b-1
	}
	if a == from && b == from || b-from > learned.Longest/2 || a-from > learned.Longest/2 {
		return
	}
	if a-from == b-from {
		x, y := wordAround(was, now, from, a)
		s.last = learned.Pair{Before: string(was[x:y]), After: string(now[x:y])}
		return
	}
	left, right := 0, 0 // what was missing or too many is known by what stands beside it
	for left < 2 && from-left > 0 && script.IsHan(was[from-left-1]) {
		left++
	}
	for right < 2 && a+right < len(was) && script.IsHan(was[a+right]) {
		right++
	}
	s.last = learned.Pair{Before: string(was[from-left : a+right]), After: string(now[from-left : b+right])}
}

// RepairNote is what the revisions of one decision about a pair are called, on all pages: key tells it from others.
func RepairNote(of learned.Pair, key string) string {
	return repairs + of.Before + "→" + of.After + " ·" + key
}

// repairs is what the notes of such revisions begin with.
const repairs = "同错一并改 "

// IsRepair says whether a revision's note is one that RepairNote makes.
func IsRepair(note string) bool { return strings.HasPrefix(note, repairs) }
