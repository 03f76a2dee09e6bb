package rule

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Place is a flag in one of several paragraphs.
type Place struct {
	Paragraph int // its number, from 0
	Suggestion
}

// Across are the places that are flagged because of what stands elsewhere in a story: marks without their
// partner (P6, P7, P12), series with a number left out (P16), and a number of points that is another one than
// that of the points that follow (N8). Paragraphs are those of one story in their
// order. It keeps nothing and changes nothing; linear in the text.
func Across(paragraphs [][]rune) []Place {
	var all []Place
	at := func(paragraph, from, to int, id string) {
		all = append(all, Place{paragraph, Suggestion{Edit{from, to, "", Flag}, id}})
	}
	unpaired(paragraphs, at)
	for _, kind := range []phrase.MarkKind{phrase.CountMark, phrase.HanMark, phrase.BracketMark} {
		series(paragraphs, kind, at)
	}
	points(paragraphs, at)
	slices.SortStableFunc(all, func(a, b Place) int {
		if a.Paragraph != b.Paragraph {
			return a.Paragraph - b.Paragraph
		}
		return a.From - b.From
	})
	return all
}

// opened is a mark that waits for its partner.
type opened struct {
	paragraph, at int
	close         rune
}

var partners = map[rune]rune{'（': '）', '《': '》', '【': '】', '〔': '〕', '“': '”', '「': '」'}

func markRule(r rune) string {
	switch r {
	case '“', '”', '「', '」':
		return "P7"
	case '《', '》':
		return "P12"
	}
	return "P6"
}

// unpaired finds opening and closing marks without a partner. A quotation over several paragraphs opens in each
// and closes once; brackets and titles close in their own. "1）" at a paragraph's head is the number of an item.
func unpaired(paragraphs [][]rune, at func(paragraph, from, to int, id string)) {
	var open []opened
	for n, text := range paragraphs {
		for _, o := range open { // brackets that the paragraph above left open
			if o.close != '”' && o.close != '」' {
				at(o.paragraph, o.at, o.at+1, markRule(o.close))
			}
		}
		open = slices.DeleteFunc(open, func(o opened) bool { return o.close != '”' && o.close != '」' })
		head := skipSpaces(text, 0)
		for i, r := range text {
			if to, ok := partners[r]; ok {
				if i == head && len(open) > 0 && open[len(open)-1].close == to {
					open[len(open)-1] = opened{n, i, to} // it goes on
					continue
				}
				open = append(open, opened{n, i, to})
				continue
			}
			if !slices.Contains([]rune("）》】〕”」"), r) {
				continue
			}
			k := len(open) - 1
			for k >= 0 && open[k].close != r {
				k--
			}
			switch {
			case k >= 0:
				for _, o := range open[k+1:] {
					at(o.paragraph, o.at, o.at+1, markRule(o.close))
				}
				open = open[:k]
			case r == '）' && isItemNumber(text[:i]):
			default:
				at(n, i, i+1, markRule(r))
			}
		}
	}
	for _, o := range open {
		at(o.paragraph, o.at, o.at+1, markRule(o.close))
	}
}

// isItemNumber says whether a text ends with a number or a letter by itself: 1, a, 三.
func isItemNumber(r []rune) bool {
	n := len(r)
	if n == 0 || !isAlnum(r[n-1]) && !isHanNumber(r[n-1]) {
		return false
	}
	for n > 0 && (isDigit(r[n-1]) || isHanNumber(r[n-1])) {
		n--
	}
	if n == len(r) {
		n-- // a letter
	}
	return n == 0 || !isHan(r[n-1])
}

// series finds the mark of a series in which a number was left out or stands twice: 一是 … 三是. A series begins
// with one; what does not belong to one that began is let be.
func series(paragraphs [][]rune, kind phrase.MarkKind, at func(paragraph, from, to int, id string)) {
	last := 0
	for n, text := range paragraphs {
		for i := skipSpaces(text, 0); i < len(text); i++ {
			head := i == skipSpaces(text, 0)
			if !head && (kind != phrase.CountMark || !isOneOf(text[i-1], "。；：，、")) {
				continue
			}
			m, ok := phrase.ListMarkAt(text, i)
			if !ok || m.Kind != kind || kind == phrase.CountMark && text[m.To-1] != '是' {
				if head && kind != phrase.CountMark {
					break
				}
				continue
			}
			switch {
			case m.Value == 1 || last > 0 && m.Value == last+1:
				last = m.Value
			case last > 0:
				at(n, m.From, m.To, "P16")
				last = 0
			}
			if kind != phrase.CountMark {
				break
			}
		}
	}
}

// points finds where so many points are promised and another number of them follows: "四点要求：一是…二是…三是…". Where
// no series of two at least follows before the next promise nothing is said.
func points(paragraphs [][]rune, at func(paragraph, from, to int, id string)) {
	type promise struct{ paragraph, from, to, n int }
	var p promise
	last := 0
	settle := func() {
		if p.n > 0 && last > 1 && last != p.n {
			at(p.paragraph, p.from, p.to, "N8")
		}
		p, last = promise{}, 0
	}
	for k, text := range paragraphs {
		for i := range text {
			if i > 0 && (phrase.IsHanNumeral(text[i-1]) || isDigit(text[i-1]) || text[i-1] == '第') {
				continue
			}
			n, end := phrase.Numeral(text, i)
			if end == i || n < 2 || n > 20 {
				if m, ok := phrase.ListMarkAt(text, i); ok && m.Kind == phrase.CountMark && m.Value == 1 && text[m.To-1] == '是' && p.n > 0 {
					last = 1
				}
				continue
			}
			if to := promised(text, end); to > 0 {
				settle()
				p = promise{k, i, to, n}
			} else if text[i] != '两' && end < len(text) && text[end] == '是' && last > 0 && n == last+1 {
				last = n
			}
		}
	}
	settle()
}

// promised is the end of 点要求, 项措施 and the like at i, 0 for none.
func promised(text []rune, i int) int {
	if i >= len(text) || !isOneOf(text[i], "点项条") {
		return 0
	}
	for _, w := range []string{"要求", "意见", "建议", "措施", "希望", "任务", "体会", "打算"} {
		if script.HasAt(text, i+1, w) {
			return i + 3
		}
	}
	return 0
}
