package revision

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"qingyang/app/bulletin"
)

// ErrNumber is the error of Append for a revision that does not follow the last one: somebody else
// appended before. Load the newer ones, Renumber yours, and try again.
var ErrNumber = errors.New("revision: the number does not follow the last one")

// BadOp is an operation that does not fit the text, or a revision that is none (Op is -1).
type BadOp struct {
	At  OpRef
	Why string
}

func (e *BadOp) Error() string {
	if e.At.Op < 0 {
		return fmt.Sprintf("revision %d: %s", e.At.Rev, e.Why)
	}
	return fmt.Sprintf("revision %d, operation %d: %s", e.At.Rev, e.At.Op, e.Why)
}

var kinds = len(bulletin.Kinds())

// check says whether r can be appended, as far as that can be seen without applying it.
func (t *Text) check(r Revision) (Revision, error) {
	bad := func(op int, why string) (Revision, error) { return r, &BadOp{OpRef{r.N, op}, why} }
	n := len(t.log) + 1
	if r.N != n {
		return r, fmt.Errorf("%w: %d after %d", ErrNumber, r.N, n-1)
	}
	if r.Group == 0 {
		r.Group = n
	}
	switch {
	case r.Group < 0 || r.Group > n:
		return bad(-1, "its undo step begins after it")
	case len(r.Ops) == 0:
		return bad(-1, "it has no operations")
	case (r.Author.Person == 0) == (r.Author.Rule == ""):
		return bad(-1, "its author must be a person or a rule")
	}
	s := scope{t, int32(n), nil}
	for i, op := range r.Ops {
		if why := s.check(op); why != "" {
			return bad(i, why)
		}
	}
	return r, nil
}

// scope knows the identities that an operation of a new revision may name: all earlier ones, and
// what the same revision typed before.
type scope struct {
	t   *Text
	own int32
	new []rune
}

func (s *scope) check(op Op) (why string) {
	switch op.Kind {
	case Insert:
		if op.Text == "" {
			return "it types nothing"
		}
		if !s.anchor(op.At) {
			return "its anchor is no character"
		}
		s.new = append(s.new, []rune(op.Text)...)
	case Delete:
		return s.spans(op.Spans)
	case Mark:
		switch {
		case !s.isBreak(op.At):
			return "it marks something that is no line break"
		case int(op.Block) >= kinds:
			return "it marks a block as a kind that there is not"
		case op.Article != bulletin.None && !s.isBreak(op.Article):
			return "it names an article by something that is no line break"
		}
	case Move:
		if !s.anchor(op.At) {
			return "its anchor is no character"
		}
		if why := s.spans(op.Spans); why != "" {
			return why
		}
		for _, span := range op.Spans {
			if span.Has(op.At) {
				return "the text would be moved into itself"
			}
		}
	case Revert:
		return s.reverts(op)
	default:
		return "it is of a kind that there is not"
	}
	return ""
}

func (s *scope) size(origin int32) int32 {
	if origin == s.own {
		return int32(len(s.new))
	}
	return s.t.letters.size(origin)
}

func (s *scope) anchor(id bulletin.ID) bool {
	return id == bulletin.Start || id.Index >= 0 && id.Index < s.size(id.Origin) && id != s.t.letters.end()
}

func (s *scope) isBreak(id bulletin.ID) bool {
	if id.Origin == s.own {
		return id.Index >= 0 && int(id.Index) < len(s.new) && s.new[id.Index] == '\n'
	}
	return s.t.letters.isBreak(id)
}

func (s *scope) spans(spans []bulletin.Span) (why string) {
	if len(spans) == 0 {
		return "it names no characters"
	}
	for _, p := range spans {
		switch {
		case p.From < 0 || p.To <= p.From || p.To > s.size(p.Origin):
			return "it names characters that there are not"
		case p.Has(s.t.letters.end()):
			return "the last line break can't be deleted or moved"
		}
	}
	sorted := spans
	if !slices.IsSortedFunc(spans, bySpan) {
		sorted = slices.SortedFunc(slices.Values(spans), bySpan)
	}
	for i := 1; i < len(sorted); i++ {
		if a, b := sorted[i-1], sorted[i]; a.Origin == b.Origin && b.From < a.To {
			return "it names a character twice"
		}
	}
	return ""
}

func bySpan(a, b bulletin.Span) int {
	return bulletin.ID{Origin: a.Origin, Index: a.From}.Compare(bulletin.ID{Origin: b.Origin, Index: b.From})
}

func (s *scope) reverts(op Op) (why string) {
	if op.Of < 1 || op.Of >= int(s.own) {
		return "it reverts a revision that is not earlier"
	}
	if op.Ops == nil {
		return ""
	}
	if len(op.Ops) == 0 {
		return "it reverts nothing"
	}
	all := len(s.t.log[op.Of-1].Ops)
	seen := slices.Sorted(slices.Values(op.Ops))
	for i, k := range seen {
		switch {
		case k < 0 || k >= all:
			return "it reverts an operation that there is not"
		case i > 0 && seen[i-1] == k:
			return "it reverts an operation twice"
		}
	}
	return ""
}

// runesOf is the number of characters that an operation types.
func runesOf(op Op) int32 {
	if op.Kind != Insert {
		return 0
	}
	return int32(utf8.RuneCountInString(op.Text))
}
