package pages

import (
	"strings"

	"qingyang/app/script"
)

// setter sets text into lines, by the habits of a typesetting system.
type setter struct {
	latin   bool
	squeeze bool // a mark that would begin a line is squeezed in, else it takes a character along
	hang    bool // ，。、 may hang outside the measure
	whole   bool // numbers and Latin words are not cut
	hyphen  bool
}

// line is a printed line.
type line struct {
	ink          []glyph
	x, y, w      int // where it stands: tenths of an em, lines
	indent       int
	slack        int  // what justification had to fill
	first, last  bool // of its item
	centre, tail bool // centred; set to the right
	it           *item
}

// room gives the measure of the next line, and false when there is no more.
type room func() (int, bool)

// set breaks ink into lines; false when the room ran out.
func (s setter) set(ink []glyph, indent int, next room) ([]line, bool) {
	if s.latin {
		return s.setLatin(ink, indent, next)
	}
	var lines []line
	for i := 0; i < len(ink); {
		if ink[i].r == ' ' && i > 0 { // a space at a line's head is not printed
			i++
			continue
		}
		w, ok := next()
		if !ok {
			return lines, false
		}
		l := line{first: len(lines) == 0}
		if l.first {
			l.indent = min(indent, w/3)
		}
		to := s.fit(ink, i, w-l.indent)
		end := to
		for end > i+1 && ink[end-1].r == ' ' {
			end--
		}
		l.ink = ink[i:end]
		l.slack = w - l.indent - inkWidth(l.ink, false)
		i = to
		lines = append(lines, l)
	}
	if len(lines) > 0 {
		lines[len(lines)-1].last = true
	}
	return lines, true
}

// fit says where the line that begins at i ends.
func (s setter) fit(ink []glyph, i, avail int) int {
	used, soft, best, k := 0, 0, 0, i
	for ; k < len(ink); k++ {
		adv := width(ink[k].r, false)
		give := 0
		if clings(ink[k].r) && k > i {
			if s.squeeze {
				give = min(em, soft*em/2)
			}
			if s.hang && strings.ContainsRune("，。、", ink[k].r) {
				give = em
			}
		}
		if used+adv > avail+give && ink[k].r != ' ' {
			break
		}
		used += adv
		if isMark(ink[k].r) {
			soft++
		}
		if s.mayEnd(ink, k+1) {
			best = k + 1
		}
	}
	if k == len(ink) {
		return k
	}
	if best <= i {
		best = max(k, i+1) // nothing may end here: cut where it must be
	}
	return best
}

// mayEnd says whether a line may end before ink[k].
func (s setter) mayEnd(ink []glyph, k int) bool {
	if k >= len(ink) {
		return true
	}
	a, b := ink[k-1].r, ink[k].r
	switch {
	case b == ' ':
		return true
	case clings(b) && b != '…', script.IsOpening(a):
		return false
	case a == b && (a == '—' || a == '…'):
		return k >= 2 && ink[k-2].r == a && (k < 3 || ink[k-3].r != a) // behind a pair
	case s.whole && isWord(a) && isWord(b):
		return false
	}
	return true
}

func (s setter) setLatin(ink []glyph, indent int, next room) ([]line, bool) {
	var lines []line
	words := latinWords(ink)
	for k := 0; k < len(words); {
		w, ok := next()
		if !ok {
			return lines, false
		}
		l := line{first: len(lines) == 0}
		if l.first {
			l.indent = min(indent, w/3)
		}
		avail := w - l.indent
		for k < len(words) {
			word := words[k]
			gap := 0
			if len(l.ink) > 0 {
				gap = width(' ', true)
			}
			if inkWidth(l.ink, true)+gap+inkWidth(word, true) <= avail {
				l.ink, k = s.append(l.ink, ink, word), k+1
				continue
			}
			left := avail - inkWidth(l.ink, true) - gap
			if head, tail := s.divide(word, left); head != nil {
				l.ink, words[k] = s.append(l.ink, ink, head), tail
			} else if len(l.ink) == 0 {
				l.ink, k = word, k+1
			}
			break
		}
		l.slack = avail - inkWidth(l.ink, true)
		lines = append(lines, l)
	}
	if len(lines) > 0 {
		lines[len(lines)-1].last = true
	}
	return lines, true
}

// append adds a word to a line, with the space of the text before it.
func (s setter) append(l, ink, word []glyph) []glyph {
	if len(l) == 0 {
		return append([]glyph{}, word...)
	}
	space := glyph{r: ' ', out: " "}
	if w := word[0]; w.of != nil && w.at > 0 && w.of.text[w.at-1] == ' ' {
		space.of, space.at = w.of, w.at-1
	}
	return append(append(l, space), word...)
}

func latinWords(ink []glyph) [][]glyph {
	var words [][]glyph
	from := 0
	for i := 0; i <= len(ink); i++ {
		if i == len(ink) || ink[i].r == ' ' {
			if i > from {
				words = append(words, append([]glyph{}, ink[from:i]...))
			}
			from = i + 1
		}
	}
	return words
}

// divide cuts a word at a hyphen of its own, or between syllables with a hyphen that is in no block.
func (s setter) divide(word []glyph, left int) (head, tail []glyph) {
	for i := len(word) - 1; i > 1; i-- {
		if c := word[i-1].r; (c == '-' || c == '—') && i < len(word) && isLetter(word[i-2].r) && inkWidth(word[:i], true) <= left {
			return word[:i:i], word[i:]
		}
	}
	end := len(word)
	for end > 0 && !isLetter(word[end-1].r) {
		end--
	}
	// names and numbers are not cut
	if c := word[0].r; !s.hyphen || end < 6 || c < 'a' || c > 'z' || strings.ContainsAny(written(word), "-—/@0123456789") {
		return nil, nil
	}
	vowel := func(i int) bool { return strings.ContainsRune("aeiouy", word[i].r) }
	for i := end - 3; i >= 2; i-- { // before a consonant that a vowel follows
		if vowel(i) || !vowel(i+1) || strings.Contains("th sh ch ph ck wh gh qu", string([]rune{word[i-1].r, word[i].r})) ||
			inkWidth(word[:i], true)+width('-', true) > left || !strings.ContainsAny(written(word[:i]), "aeiouy") {
			continue
		}
		return cat(word[:i], loose("-")), word[i:]
	}
	return nil, nil
}
