package revision

import (
	"slices"
	"sort"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/script"
)

// letters are all characters that a page ever had, and which of them are line breaks: the buffers of the
// piece table. They are only ever added to. Origin 0 has one more character than the raw page: the break that is not in the
// file.
type letters struct {
	raw    []rune
	typed  [][]rune  // by origin; typed[0] is not used
	breaks [][]int32 // by origin: the indexes of line breaks, ascending
}

func newLetters(raw []rune) *letters {
	breaks := make([]int32, 0, len(raw)/16+1)
	for i, r := range raw {
		if script.IsBreak(r) && !(r == '\r' && i+1 < len(raw) && raw[i+1] == '\n') {
			breaks = append(breaks, int32(i))
		}
	}
	breaks = append(breaks, int32(len(raw)))
	return &letters{raw: raw, typed: [][]rune{nil}, breaks: [][]int32{breaks}}
}

// first gives the letters of the first n revisions; what is added to it later is not seen here.
func (l *letters) first(n int) *letters {
	return &letters{raw: l.raw, typed: slices.Clip(l.typed[:n+1]), breaks: slices.Clip(l.breaks[:n+1])}
}

// add takes in what the next revision types.
func (l *letters) add(ops []Op) {
	size := 0
	for _, op := range ops {
		if op.Kind == Insert {
			size += utf8.RuneCountInString(op.Text)
		}
	}
	var typed []rune
	var breaks []int32
	if size > 0 {
		typed = make([]rune, 0, size)
		for _, op := range ops {
			if op.Kind != Insert {
				continue
			}
			for _, r := range op.Text {
				if r == '\n' {
					breaks = append(breaks, int32(len(typed)))
				}
				typed = append(typed, r)
			}
		}
	}
	l.typed, l.breaks = append(l.typed, typed), append(l.breaks, breaks)
}

// drop forgets the last revision's letters.
func (l *letters) drop() {
	l.typed, l.breaks = l.typed[:len(l.typed)-1], l.breaks[:len(l.breaks)-1]
}

// size is the number of characters of an origin; 0 where there is no such origin.
func (l *letters) size(origin int32) int32 {
	switch {
	case origin == 0:
		return int32(len(l.raw)) + 1
	case origin > 0 && int(origin) < len(l.typed):
		return int32(len(l.typed[origin]))
	}
	return 0
}

// end is the break that no file has and every text ends with.
func (l *letters) end() bulletin.ID { return bulletin.ID{Origin: 0, Index: int32(len(l.raw))} }

// rune is the character of an identity; '\n' for the last break, utf8.RuneError where there is none.
func (l *letters) rune(id bulletin.ID) rune {
	switch {
	case id.Index < 0 || id.Index >= l.size(id.Origin):
		return utf8.RuneError
	case id == l.end():
		return '\n'
	case id.Origin == 0:
		return l.raw[id.Index]
	}
	return l.typed[id.Origin][id.Index]
}

// text are the characters of a span, not copied. The span must not hold the last break.
func (l *letters) text(s bulletin.Span) []rune {
	if s.Origin == 0 {
		return l.raw[s.From:s.To:s.To]
	}
	return l.typed[s.Origin][s.From:s.To:s.To]
}

// nth is how many breaks of an origin stand before an index.
func (l *letters) nth(origin, index int32) int {
	b := l.breaks[origin]
	if len(b) == 0 {
		return 0
	}
	return sort.Search(len(b), func(i int) bool { return b[i] >= index })
}

// count is the number of breaks in a span.
func (l *letters) count(s bulletin.Span) int32 {
	if len(l.breaks[s.Origin]) == 0 {
		return 0
	}
	return int32(l.nth(s.Origin, s.To) - l.nth(s.Origin, s.From))
}

// breakIn is the first break at or after s.From in s, or s.To where there is none.
func (l *letters) breakIn(s bulletin.Span) int32 {
	b := l.breaks[s.Origin]
	if k := l.nth(s.Origin, s.From); k < len(b) && b[k] < s.To {
		return b[k]
	}
	return s.To
}

func (l *letters) isBreak(id bulletin.ID) bool {
	if id.Index < 0 || id.Index >= l.size(id.Origin) {
		return false
	}
	b := l.breaks[id.Origin]
	k := l.nth(id.Origin, id.Index)
	return k < len(b) && b[k] == id.Index
}
