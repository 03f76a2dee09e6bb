package revision

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"qingyang/app/script"
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

// words are the pieces in which two texts differ, with numbers and Latin words whole.
func words(old, new []rune) []piece {
	if slices.Equal(old, new) {
		return nil
	}
	d := dictionary{}
	a, starts := d.tokens(old)
	b, ends := d.tokens(new)
	pieces := smallest(a, b)
	at, next := 0, 0 // in tokens
	for i := range pieces {
		p := &pieces[i]
		next += p.from - at
		at = p.to
		from, to := ends[next], ends[next+len(p.text)]
		next += len(p.text)
		*p = piece{starts[p.from], starts[p.to], new[from:to]}
	}
	return pieces
}

// dictionary gives every word a rune of its own.
type dictionary map[string]rune

func (d dictionary) rune(word string) rune {
	r, ok := d[word]
	if !ok {
		// Surrogates are no runes: go-diff would lose them on its way through strings.
		r = rune(len(d) + 1)
		if r >= 0xD800 {
			r += 0x800
		}
		d[word] = r
	}
	return r
}

// tokens cuts a text in words and single characters, and says where each begins; the last start is
// the end of the text.
func (d dictionary) tokens(text []rune) (tokens []rune, starts []int) {
	for i := 0; i < len(text); {
		j := i + 1
		for j < len(text) && whole(text, j) {
			j++
		}
		tokens, starts = append(tokens, d.rune(string(text[i:j]))), append(starts, i)
		i = j
	}
	return tokens, append(starts, len(text))
}

// whole says whether text[i] belongs to the same word or number as the rune before it.
func whole(text []rune, i int) bool {
	a, b := text[i-1], text[i]
	switch {
	case wordly(a) && wordly(b):
		return true
	case b == '.' || b == ',' || b == '\'' || b == '’' || b == '-':
		return wordly(a) && i+1 < len(text) && wordly(text[i+1])
	case a == '.' || a == ',' || a == '\'' || a == '’' || a == '-':
		return i > 1 && wordly(text[i-2]) && wordly(b)
	}
	return b == '%' && wordly(a)
}

func wordly(r rune) bool {
	return script.IsDigit(r) || script.IsWideDigit(r) || script.IsLatin(r)
}
