// Package compare holds two texts against each other where the identity of characters cannot say what
// became what, or an eye is to see it: the smallest difference, the difference of two states of a
// page, and text that comes back from outside paired with ours.
//
// It knows runes, and bulletin's blocks; nothing of histories, files or windows. All of it is pure, and
// any goroutine may call it. Start reading at Smallest; Words and Pages are for the eye, Pair is for
// text from outside, KindOf names a difference.
package compare

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Piece says that old[From:To] became Text.
type Piece struct {
	From, To int // in runes, half-open
	Text     []rune
}

// edits is how many runes the piece deletes or types, whichever is more.
func (p Piece) edits() int { return max(p.To-p.From, len(p.Text)) }

// The bounds of an exact difference. They are numbers of steps and never times, so that the answer
// depends on the texts alone and not on the machine.
const (
	// few edits are always the smallest difference, whatever is left standing between them.
	few = 64
	// most edits are looked for; texts that differ in more are cut at the sentences that they share.
	most = 2048
	// work is how many steps may be taken for that, each the comparison of two runes.
	work = 1 << 24
	// freak says when what two texts have in common is an accident: where the edits on its two sides
	// are together this many times as long.
	freak = 8
)

// Smallest are the pieces in which two texts differ, ascending and never touching; nil where they are
// the same. It does not keep its arguments, but the texts of the pieces are parts of new.
//
// Up to 64 edits (runes deleted or typed) it is the smallest difference that there is, by go-diff
// without its time limit. In larger ones a few runes that stand between long edits, and are the same
// by accident, count as edited. Texts that have more than 2,048 edits between them are first cut at the
// sentences that they share; a stretch between these that has more is unlike, and one piece.
//
// The cost is linear in the texts, and quadratic in the edits of a stretch between shared sentences: some
// 10 ms for 2,048, and at most 100 ms for all.
func Smallest(old, new []rune) []Piece {
	if p, ok := simple(old, new); ok {
		return p
	}
	head, tail := ends(old, new)
	a, b := old[head:len(old)-tail], new[head:len(new)-tail]
	s := search{work}
	pieces, ok := s.find(a, b)
	if !ok {
		pieces = s.bySentence(a, b)
	}
	return shifted(pieces, head)
}

// search is one search for a difference, of which the work is bounded.
type search struct{ left int }

func shifted(pieces []Piece, by int) []Piece {
	for i := range pieces {
		pieces[i].From += by
		pieces[i].To += by
	}
	return pieces
}

// simple answers where nothing has to be looked for: of two texts without their common ends one is
// empty, or both are single runes.
func simple(old, new []rune) (pieces []Piece, ok bool) {
	head, tail := ends(old, new)
	a, b := old[head:len(old)-tail], new[head:len(new)-tail]
	switch {
	case len(a) == 0 && len(b) == 0:
		return nil, true
	case len(a) == 0 || len(b) == 0 || len(a) == 1 && len(b) == 1:
		return []Piece{{head, head + len(a), b}}, true
	}
	return nil, false
}

// ends are how many runes two texts have in common at the start and, behind that, at the end.
func ends(a, b []rune) (head, tail int) {
	n := min(len(a), len(b))
	for head < n && a[head] == b[head] {
		head++
	}
	for tail < n-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// find are the pieces of the smallest difference, of large ones without what is common by accident. ok
// is false where it would have too many edits.
func (s *search) find(a, b []rune) (pieces []Piece, ok bool) {
	n, ok := s.edits(a, b)
	if !ok {
		return nil, false
	}
	pieces = exact(a, b)
	if n > few {
		pieces = whole(b, pieces)
	}
	return pieces, true
}

// exact are the pieces of the smallest difference.
func exact(a, b []rune) (pieces []Piece) {
	diff := diffmatchpatch.New()
	diff.DiffTimeout = 0 // with it the result would depend on the machine
	at, next := 0, 0     // in a, in b
	open := false
	for _, d := range diff.DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(d.Text)
		if d.Type == diffmatchpatch.DiffEqual {
			at, next, open = at+n, next+n, false
			continue
		}
		if !open {
			pieces = append(pieces, Piece{at, at, b[next:next]})
			open = true
		}
		p := &pieces[len(pieces)-1]
		if d.Type == diffmatchpatch.DiffDelete {
			at += n
			p.To = at
		} else {
			p.Text = b[next-len(p.Text) : next+n]
			next += n
		}
	}
	return pieces
}

// edits is the number of runes that have to be deleted and typed to make one text of another. ok is
// false where it would be more than most, or too much work to find out.
//
// It is the greedy algorithm of E. Myers, “An O(ND) Difference Algorithm and Its Variations”
// (Algorithmica 1, 1986), figure 2: reach[k] is how far in a the diagonal k has come.
func (s *search) edits(a, b []rune) (n int, ok bool) {
	if max(len(a)-len(b), len(b)-len(a)) > most {
		return 0, false
	}
	reach := make([]int32, 2*most+3)
	const zero = most + 1
	for n := 0; n <= most; n++ {
		for k := -n; k <= n; k += 2 {
			x := reach[zero+k-1] + 1
			if k == -n || k < n && reach[zero+k+1] >= x {
				x = reach[zero+k+1]
			}
			i, j := int(x), int(x)-k
			from := i
			for i < len(a) && j < len(b) && a[i] == b[j] {
				i, j = i+1, j+1
			}
			if i >= len(a) && j >= len(b) {
				return n, true
			}
			reach[zero+k] = int32(i)
			if s.left -= i - from + 1; s.left < 0 {
				return 0, false
			}
		}
	}
	return 0, false
}

// whole puts pieces together between which only a few runes are the same by accident: unlike texts are
// replaced, not riddled with what any two texts have in common.
func whole(new []rune, pieces []Piece) []Piece {
	var out []Piece
	end := 0     // of the last piece in new
	var to []int // by piece of out: its end in new
	for _, p := range pieces {
		from := end + p.From - prevTo(out)
		end = from + len(p.Text)
		out, to = append(out, p), append(to, end)
		for len(out) > 1 {
			a, b := out[len(out)-2], out[len(out)-1]
			if same := b.From - a.To; same*freak > a.edits()+b.edits() {
				break
			}
			start := to[len(to)-2] - len(a.Text)
			out, to = out[:len(out)-1], to[:len(to)-1]
			out[len(out)-1] = Piece{a.From, b.To, new[start:end]}
			to[len(to)-1] = end
		}
	}
	return out
}

func prevTo(pieces []Piece) int {
	if n := len(pieces); n > 0 {
		return pieces[n-1].To
	}
	return 0
}
