package revision

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// piece says that old[from:to] becomes text.
type piece struct {
	from, to int
	text     []rune
}

// tooLong bounds the work of one exact difference: the product of both lengths. Beyond it everything
// between the common ends counts as replaced. It depends on the texts alone, never on the clock.
const tooLong = 1 << 28

// smallest are the pieces in which two texts differ, ascending: what both begin and end with first,
// then go-diff between, without its time limit (with it the result depends on the machine).
func smallest(old, new []rune) []piece {
	head := 0
	for head < len(old) && head < len(new) && old[head] == new[head] {
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(new)-head && old[len(old)-1-tail] == new[len(new)-1-tail] {
		tail++
	}
	a, b := old[head:len(old)-tail], new[head:len(new)-tail]
	switch {
	case len(a) == 0 && len(b) == 0:
		return nil
	case len(a) < 2 && len(b) < 2 || len(a) == 0 || len(b) == 0 || len(a)*len(b) > tooLong:
		return []piece{{head, head + len(a), b}}
	}
	var pieces []piece
	at, next := head, head // in old, in new
	open := false
	for _, d := range exact().DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(d.Text)
		if d.Type == diffmatchpatch.DiffEqual {
			at, next, open = at+n, next+n, false
			continue
		}
		if !open {
			pieces = append(pieces, piece{at, at, nil})
			open = true
		}
		p := &pieces[len(pieces)-1]
		if d.Type == diffmatchpatch.DiffDelete {
			at += n
			p.to = at
		} else {
			p.text = append(p.text, new[next:next+n]...)
			next += n
		}
	}
	return pieces
}

// exact is go-diff without its clock.
func exact() *diffmatchpatch.DiffMatchPatch {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	return d
}
