package chars

import "qingyang/app/lexicon"

// guard says of each rune of a text what shields it.
type guard struct {
	name  []bool // it is part of a name by what stands around it
	place []bool // it stands before the ending of a place's or a firm's name
	quote []bool // it stands in a short quotation or in book-title marks

	names [][]rune // the names of people that were found, which are names elsewhere on the page as well
}

// isHan knows the characters that the data speak of.
func isHan(r rune) bool { return r >= 0x4E00 && r <= 0x9FFF }

// newGuard looks for names, places and quotations. Linear in the text.
func newGuard(w *words, text []rune) guard {
	n := len(text)
	g := guard{name: make([]bool, n), place: make([]bool, n), quote: make([]bool, n)}
	for i := range text {
		g.people(w, text, i)
		g.places(w, text, i)
		g.lists(w, text, i)
		g.quotations(text, i)
		if text[i] == '·' {
			g.foreign(text, i)
		}
	}
	return g
}

func isSurname(r rune) bool { return surnames[r] || others[r] }

func mark(in []bool, from, to int) {
	for i := max(0, from); i < to && i < len(in); i++ {
		in[i] = true
	}
}

// allHan says whether [from, to) lies in text and is Han.
func allHan(text []rune, from, to int) bool {
	if from < 0 || to > len(text) {
		return false
	}
	for _, r := range text[from:to] {
		if !isHan(r) {
			return false
		}
	}
	return true
}

// hanAt says whether a Han character stands at i.
func hanAt(text []rune, i int) bool { return i >= 0 && i < len(text) && isHan(text[i]) }

// endsAt says whether one of the words ends right before i.
func endsAt(v *lexicon.Vocabulary, text []rune, i int) bool {
	for n := 1; n <= 5 && n <= i; n++ {
		if v.Is(text[i-n : i]) {
			return true
		}
	}
	return false
}

// isOrdinary says whether [from, to) lies in text and is a word that is no name.
func isOrdinary(w *words, text []rune, from, to int) bool {
	return from >= 0 && to <= len(text) && w.isOrdinary(text[from:to])
}

func besideName(text []rune, i int) bool { return sayings.At(text, i) > 0 || titles.At(text, i) > 0 }

// people marks the name of a person that begins at i: a family name with one or two characters where a
// title, a verb of saying or the border of a clause stands beside it.
func (g *guard) people(w *words, text []rune, i int) {
	if doubles.At(text, i) > 0 && !isOrdinary(w, text, i, i+3) {
		n := 2
		for n < 4 && hanAt(text, i+n) && !besideName(text, i+n) {
			n++
		}
		g.person(text, i, i+n)
	}
	if !isSurname(text[i]) {
		return
	}
	before := endsAt(titles, text, i)
	opens := !hanAt(text, i-1)
	for n := 3; n >= 2; n-- {
		end := i + n
		if !allHan(text, i, end) || isOrdinary(w, text, i, end) {
			continue
		}
		closes, title, saying := !hanAt(text, end), titles.At(text, end) > 0, sayings.At(text, end) > 0
		switch {
		case before: // title, name
		case opens && (closes || title): // name alone, or with its title
		case opens && saying && n == 3:
		case n == 3 && strictly[text[i]] && ages.At(text, end) > 0: // a name whatever stands before it: …的童思齐今年六十岁
		case title && n == 3 && !isOrdinary(w, text, end-2, end):
		default:
			continue
		}
		if n == 3 && before && !closes && !saying && !title && isOrdinary(w, text, i+2, i+4) {
			continue // a name of two characters, then a word
		}
		g.person(text, i, end)
		return
	}
}

func (g *guard) person(text []rune, from, to int) {
	mark(g.name, from, to)
	g.names = append(g.names, text[from:min(to, len(text))])
}

// places marks up to three characters before the ending of a name, where no word stands there.
func (g *guard) places(w *words, text []rune, i int) {
	if i == 0 || !hanAt(text, i-1) || tails.At(text, i) == 0 {
		return
	}
	if allHan(text, i-2, i) && !isOrdinary(w, text, i-2, i) {
		mark(g.place, i-2, i)
		if allHan(text, i-3, i) && !isOrdinary(w, text, i-3, i) && !isOrdinary(w, text, i-3, i-1) {
			mark(g.place, i-3, i)
		}
	}
}

// lists marks what stands beside the mark 、 at i and has the shape of a name.
func (g *guard) lists(w *words, text []rune, i int) {
	if text[i] != '、' {
		return
	}
	for n := 2; n <= 3; n++ {
		for _, from := range [...]int{i - n, i + 1} {
			to := from + n
			if !allHan(text, from, to) || !isSurname(text[from]) || isOrdinary(w, text, from, to) || isOrdinary(w, text, from, from+2) {
				continue
			}
			if from < i || !hanAt(text, to) || besideName(text, to) {
				mark(g.name, from, to)
			}
		}
	}
}

// foreign marks what stands around the dot at i: a name in parts.
func (g *guard) foreign(text []rune, i int) {
	from, to := i, i+1
	for i-from < 6 && hanAt(text, from-1) {
		from--
	}
	for to-i < 6 && hanAt(text, to) {
		to++
	}
	mark(g.name, from, to)
}

// quotations marks book titles, and quotations of at most eight characters.
func (g *guard) quotations(text []rune, i int) {
	const most = 24
	end := closing[text[i]]
	if end == 0 {
		return
	}
	for k := i + 1; k < len(text) && k-i < most; k++ {
		if text[k] == end {
			if k-i <= 8 || text[i] == '《' {
				mark(g.quote, i, k+1)
			}
			return
		}
	}
}

var closing = map[rune]rune{'“': '”', '《': '》', '‘': '’', '「': '」', '〈': '〉'}
