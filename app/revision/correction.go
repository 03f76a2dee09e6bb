package revision

import (
	"iter"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// Correction is one difference that a revision made, as a list shows it: neighbouring deletions and
// insertions are one. A Revert makes none; it shows in Counts of those that it switches.
type Correction struct {
	Rev           int
	Ops           []int // its operations in the revision, ascending: what TakeBack takes
	Kind          compare.Kind
	Before, After string      // breaks are '\n'; of a Mark the names of the kinds; of a Move both are the text
	Left, Right   string      // what stands around it in its block, at most around runes each
	At            bulletin.ID // first character of it, dead or alive, or the break of a Mark
	Place         int         // offset in the raw page: RawPlace of what was deleted, else of what was typed
	Was, Is       Head        // of a Mark: the block before and after; else zero
	Counts        bool        // all its operations count now
}

// around is how many runes of the text are shown on either side of a correction.
const around = 8

// Corrections are what a revision changed, in the order of the text right after it; Marks and Moves
// last. For the last revision the cost is a few microseconds an operation; for an earlier one it is
// that of At, so take History for all of them.
func (t *Text) Corrections(rev int) []Correction {
	if rev < 1 || rev > len(t.log) {
		return nil
	}
	s := t
	if rev < len(t.log) {
		s = t.At(rev)
	}
	return t.counted(s.corrections())
}

// History yields the corrections of every revision in the order of the log, at the cost of one replay.
func (t *Text) History() iter.Seq2[int, []Correction] {
	return t.since(New(t.letters.raw), func(int) bool { return true })
}

// HistoryOf is History of those revisions that wanted says, at the cost of one replay and of their
// corrections alone.
func (t *Text) HistoryOf(wanted func(rev int) bool) iter.Seq2[int, []Correction] {
	return t.since(New(t.letters.raw), wanted)
}

// Since is History from an earlier state on, a Copy or At of this text: of the revisions that it does not
// have. It costs no more than these.
func (t *Text) Since(earlier *Text) iter.Seq2[int, []Correction] {
	return t.since(earlier.Copy(), func(int) bool { return true })
}

func (t *Text) since(s *Text, wanted func(rev int) bool) iter.Seq2[int, []Correction] {
	return func(yield func(int, []Correction) bool) {
		for i := s.N(); i < len(t.log); i++ {
			if _, err := s.Append(t.log[i]); err != nil {
				s = t.At(i + 1) // a Move into its own range came in by Load
			}
			if wanted(i+1) && !yield(i+1, t.counted(s.corrections())) {
				return
			}
		}
	}
}

// counted fills in what counts now.
func (t *Text) counted(all []Correction) []Correction {
	for i := range all {
		c := &all[i]
		c.Counts = !slices.ContainsFunc(c.Ops, func(op int) bool { return !t.Counts(OpRef{c.Rev, op}) })
	}
	return all
}

// part is a stretch of characters that one operation typed or deleted.
type part struct {
	bulletin.Span
	s     spot
	op    int
	typed bool
}

// group is neighbouring parts, or a Move: a correction in the making.
type group struct {
	parts []part
	ops   []int  // in any order, and more than once
	moved *Op    // the Move that it is
	move  *group // the Move that it serves
}

// corrections describes the last revision.
func (t *Text) corrections() []Correction {
	groups := t.groups()
	moves := t.moves(groups)
	marks := t.labels(groups)
	var all []Correction
	for _, g := range groups {
		if g.move == nil {
			all = append(all, t.describe(g))
		}
	}
	all = append(all, marks...)
	for _, g := range moves {
		all = append(all, t.describeMove(g))
	}
	return all
}

// groups finds what the last revision typed and deleted, and puts together what has nothing live,
// before it or after, between.
func (t *Text) groups() []*group {
	rev := len(t.log)
	q := t.seq
	var parts []part
	for i := range t.log[rev-1].Ops {
		op := &t.log[rev-1].Ops[i]
		spans := op.Spans
		switch op.Kind {
		case Insert:
			spans = []bulletin.Span{t.typedBy(OpRef{rev, i})}
		case Delete:
		default:
			continue
		}
		for _, s := range spans {
			t.runsOf(s, func(p spot) {
				r := q.run(p)
				// What the revision typed and deleted itself is neither before it nor after.
				if own := int(s.Origin) == rev; !own || op.Kind == Insert && r.dead == 0 {
					parts = append(parts, part{r.Span, p, i, op.Kind == Insert})
				}
			})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int {
		return a.s.compare(b.s)
	})
	var groups []*group
	for i, p := range parts {
		// All parts are whole runs: what two operations delete comes twice.
		twice := i > 0 && parts[i-1].s == p.s
		if !twice && (i == 0 || !t.neighbours(parts[i-1], p)) {
			groups = append(groups, &group{})
		}
		g := groups[len(groups)-1]
		g.add(p.op)
		if !twice {
			g.parts = append(g.parts, p)
		}
	}
	return groups
}

// neighbours says whether only dead characters stand between two parts.
func (t *Text) neighbours(a, b part) bool {
	q := t.seq
	for c := (cursor{q: q, s: a.s}); c.step() && c.s != b.s; {
		if q.run(c.s).dead == 0 {
			return false
		}
	}
	return true
}

func (t *Text) describe(g *group) Correction {
	var before, after []bulletin.Span
	at := g.parts[0].At(0)
	for _, p := range g.parts {
		if p.typed {
			after = append(after, p.Span)
			continue
		}
		if len(before) == 0 {
			at = p.At(0)
		}
		before = append(before, p.Span)
	}
	was, is := t.lines(before), t.lines(after)
	first, last := g.parts[0], g.parts[len(g.parts)-1]
	c := Correction{
		Rev:    len(t.log),
		Ops:    g.sorted(),
		Kind:   compare.KindOf(was, is),
		Before: string(was),
		After:  string(is),
		At:     first.At(0),
		Place:  t.RawPlace(at),
	}
	c.Left, c.Right = t.around(first.At(0), last.At(last.Len()-1))
	return c
}

// around is what stands before one character and behind another, each in its block.
func (t *Text) around(first, last bulletin.ID) (left, right string) {
	q := t.seq
	n, _ := q.lives(first)
	at := int(n.chars)
	left = string(q.chars(max(q.start(int(n.breaks)), at-around), at))
	n, live := q.lives(last)
	if at = int(n.chars); live {
		at++
		if q.isBreak(last) {
			n.breaks++
		}
	}
	if int(n.breaks) < q.total() {
		right = string(q.chars(at, min(at+around, q.start(int(n.breaks)+1)-1)))
	}
	return left, right
}
