package widgets

import (
	"github.com/go-text/typesetting/segmenter"
)

// wrapper breaks blocks into lines: by UAX #14 as newspapers use it, so that no line begins with a
// closing mark or ends with an opening one, and ——, ……, numbers and Latin words stay whole.
//
// It keeps its buffers between calls.
type wrapper struct {
	seg   segmenter.Segmenter
	plain []rune
	may   []bool // may[i]: a line may begin at i
}

// wrap appends to starts where the lines after the first begin, in runes. first and rest are the
// room on the first line and on the others, and adv the advance of a character, all in device
// pixels. Its cost is linear; text that fits on one line is only measured.
func (w *wrapper) wrap(starts []int32, text []rune, adv func(i int) int, first, rest int) []int32 {
	x, limit, from := 0, first, 0
	known := false
	for i := 0; i < len(text); i++ {
		a := adv(i)
		if x+a <= limit || i == from || isBlank(text[i]) {
			x += a
			continue
		}
		if !known {
			w.breaks(text)
			known = true
		}
		at := i
		for at > from && !w.may[at] {
			at--
		}
		if at == from { // one word longer than the line
			at = i
			for at > from+1 && takesNoRoom(text[at]) {
				at--
			}
		}
		starts = append(starts, int32(at))
		from, x, limit, i = at, 0, max(rest, 1), at-1
	}
	return starts
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == 0xA0 }

// breaks finds where lines may begin.
func (w *wrapper) breaks(text []rune) {
	w.plain = append(w.plain[:0], text...)
	for i, r := range w.plain {
		w.plain[i] = asNewspaper(r, text, i)
	}
	w.may = append(w.may[:0], make([]bool, len(text)+1)...)
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

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r <= 0x24F
}
