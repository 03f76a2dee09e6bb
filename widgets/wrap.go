package widgets

import (
	"sort"

	"github.com/go-text/typesetting/segmenter"
)

// wrapper breaks blocks into lines: by UAX #14 as newspapers use it, so that no line begins with a
// closing mark or ends with an opening one, and ——, ……, numbers and Latin words stay whole.
//
// It keeps its buffers between calls.
type wrapper struct {
	seg   segmenter.Segmenter
	plain []rune
	may   []bool // may[i]: a line may begin i runes behind the window's first
}

// measured is a text to be broken: its runes, the advance of each, and the room on the first line and on
// the others, in device pixels.
type measured struct {
	text        []rune
	adv         func(i int) int
	first, rest int
}

// wrap appends to starts where the lines after the first begin, in runes. Its cost is linear; text that
// fits on one line is only measured.
func (w *wrapper) wrap(starts []int32, m measured) []int32 { return w.fill(starts, m, 0, nil) }

// rewrap is wrap for a text that was broken before and in which the runes from at on were replaced: delta
// runes more stand there now, the last of them before end. Lines above the place stay, and those below
// from where they begin as they did. Its cost is that of the lines between, and of moving the rest.
func (w *wrapper) rewrap(was []int32, m measured, at, end, delta int) []int32 {
	// A shorter word may fit on the line above, and with it what begins on that one.
	keep := max(0, sort.Search(len(was), func(k int) bool { return int(was[k]) > at })-2)
	starts := append(make([]int32, 0, len(was)+1), was[:keep]...)
	from := 0
	if keep > 0 {
		from = int(starts[keep-1])
	}
	next := keep
	return w.fill(starts, m, from, func(starts []int32, start int) ([]int32, bool) {
		for next < len(was) && int(was[next])+delta < start {
			next++
		}
		if start < end || next == len(was) || int(was[next])+delta != start {
			return starts, false
		}
		for _, s := range was[next+1:] {
			starts = append(starts, s+int32(delta))
		}
		return starts, true
	})
}

// lookahead is how many runes behind a line's end are looked at to find where it may end.
const lookahead = 16

// fill breaks the text from a line's beginning on. done sees each line that it begins, with those so far,
// and may say that the rest is known, and what it is.
//
// What a line holds depends on nothing before it, so that lines broken anew are those that were.
func (w *wrapper) fill(starts []int32, m measured, from int, done func(starts []int32, start int) ([]int32, bool)) []int32 {
	x, limit := 0, m.rest
	if from == 0 {
		limit = m.first
	}
	for i := from; i < len(m.text); i++ {
		a := m.adv(i)
		if x+a <= limit || i == from || isBlank(m.text[i]) {
			x += a
			continue
		}
		at := i
		if !isHan(m.text[i-1]) || !isHan(m.text[i]) { // between two Han characters a line may always end
			w.breaks(m.text, from, min(len(m.text), i+lookahead))
			for at > from && !w.may[at-from] {
				at--
			}
		}
		if at == from { // one word longer than the line
			at = i
			for at > from+1 && takesNoRoom(m.text[at]) {
				at--
			}
		}
		starts = append(starts, int32(at))
		if done != nil {
			if all, ok := done(starts, at); ok {
				return all
			}
		}
		from, x, limit, i = at, 0, max(m.rest, 1), at-1
	}
	return starts
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == 0xA0 }

// breaks finds where lines may begin in the window [from, to) of a text, of which the first rune begins one.
func (w *wrapper) breaks(text []rune, from, to int) {
	w.plain = w.plain[:0]
	for i := from; i < to; i++ {
		w.plain = append(w.plain, asNewspaper(text[i], text, i))
	}
	w.may = append(w.may[:0], make([]bool, to-from+1)...)
	w.seg.Init(w.plain)
	for it := w.seg.LineIterator(); it.Next(); {
		w.may[it.Line().Offset] = true
	}
}

// asNewspaper is a character of the class that r has in a Chinese newspaper: Unicode gives one class
// to quotation marks of all scripts (QU), and none that may not begin a line to the interpunct.
func asNewspaper(r rune, text []rune, i int) rune {
	switch r {
	case '“', '‘':
		return '「'
	case '”':
		return '」'
	case '’':
		if i+1 < len(text) && i > 0 && isLatin(text[i-1]) && isLatin(text[i+1]) {
			return r // an apostrophe
		}
		return '」'
	case '·', '～', '•':
		return '・'
	case '\n', '\r', '\f', '\v', 0x85, 0x2028, 0x2029: // a document has no breaks inside a block
		return ' '
	}
	return r
}

func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}
