package clean

import (
	"slices"

	"qingyang/app/script"
)

// segment is a run of lines that is recognised as a whole: a caption, a credit on its own lines, an
// advert. cost says how much it takes to believe it (natural logarithm of odds, see cost.go).
type segment struct {
	role role
	n    int // lines
	cost float32
	cut  float32 // what is added where it cuts a paragraph
	why  Code
}

// segments finds every run that may be one, by the line it begins at. Each line is looked at a fixed
// number of times, and of a long line only its ends.
func segments(ls []line, p *page, widths [][]int16) [][]segment {
	all := make([][]segment, len(ls))
	for i := range ls {
		all[i] = captions(all[i], ls, i, p, int(slices.Max(widths[i])))
		all[i] = credits(all[i], ls, i, p)
		all[i] = furniture(all[i], ls, i, p)
	}
	return all
}

// chunk is how many lines from i on stand together without an empty line, at most max.
func chunk(ls []line, i, max int) int {
	n := 1
	for n < max && i+n < len(ls) && ls[i+n].gap == 0 {
		n++
	}
	return n
}

// below says how many empty lines follow line i.
func below(ls []line, i int) int {
	if i+1 < len(ls) {
		return ls[i+1].gap
	}
	return farGap
}

// credits finds lines that are a credit and nothing else (L5): one line, or one that a line's end
// cut in two.
func credits(to []segment, ls []line, i int, p *page) []segment {
	if ls[i].slug {
		return append(to, segment{role: byline, n: 1, cost: -3, why: WhyLead})
	}
	if c, ok := wholeCredit(ls[i].r); ok && !c.photo {
		if i > 0 && ls[i].gap == 0 && callingCut(ls[i-1].r, ls[i].r) {
			return to // its first words stand above
		}
		cost := float32(0.2)
		if !c.called {
			cost = 1.5 // names alone in brackets
		}
		return append(to, segment{role: byline, n: 1, cost: cost, why: WhyCredit})
	}
	if c, ok := latinCredit(ls[i].r); ok && !c.photo {
		return append(to, segment{role: byline, n: 1, cost: 0.4, why: WhyCredit})
	}
	if authorCut(ls, i) {
		return append(to, segment{role: byline, n: 2, cost: 0.6, why: WhyCredit})
	}
	if _, ok := authorCredit(ls[i].r); ok && ls[i].width < 60 && !p.table[i] {
		cost := float32(1)
		if skipMarks(ls[i].r, 0) > 0 {
			cost = 0.3
		}
		return append(to, segment{role: byline, n: 1, cost: cost, why: WhyCredit})
	}
	if l := &ls[i]; i > 0 && l.gap == 0 && below(ls, i) > 0 && isName(l.r) && !l.rest && !ls[i-1].tail && !ls[i-1].stop && !ls[i-1].comma && len(ls[i-1].r) < 30 {
		return append(to, segment{role: byline, n: 1, cost: -0.6, why: WhyCredit}) // a name alone right below a title
	}
	if l := &ls[i]; i > 0 && i+1 < len(ls) && l.gap > 0 && ls[i+1].gap > 0 && len(l.r) == 3 && isName(l.r) && !ls[i-1].stop && !ls[i-1].comma && !ls[i-1].tail && len(ls[i-1].r) < 30 && ls[i+1].width > column(ls, i+1)-6 {
		return append(to, segment{role: byline, n: 1, cost: 1, why: WhyCredit}) // the same between empty lines
	}
	if l := &ls[i]; i > 0 && l.gap == 0 && below(ls, i) > 0 && len(l.r) == 3 && isName(l.r) && !l.rest && ls[i-1].stop {
		return append(to, segment{role: byline, n: 1, cost: 1, why: WhyCredit}) // a name alone below a story's end
	}
	if l := &ls[i]; i > 0 && !p.table[i] && namesOnly(l.r) && !calls(ls[i-1].r) && (ls[i-1].stop && below(ls, i) > 0 || !ls[i-1].stop && !ls[i-1].comma && len(ls[i-1].r) < 30) {
		return append(to, segment{role: byline, n: 1, cost: 0.6, why: WhyCredit})
	}
	if l := &ls[i]; i > 0 && i+1 < len(ls) && l.gap == 0 && ls[i+1].gap == 0 && len(l.r) <= 3 && isName(l.r) && !ls[i-1].stop && len(ls[i-1].r) < 30 && !ls[i-1].comma && ls[i+1].width > column(ls, i+1)-6 {
		return append(to, segment{role: byline, n: 1, cost: 1, why: WhyCredit}) // a name between a title and its text
	}
	if i+1 < len(ls) && ls[i+1].gap == 0 && len(ls[i].r)+len(ls[i+1].r) < 60 && creditRest(ls[i+1].r) {
		both := append(append([]rune{}, ls[i].r...), ls[i+1].r...)
		if c, ok := wholeCredit(both); ok && !c.photo {
			return append(to, segment{role: byline, n: 2, cost: 1.2, why: WhyCredit})
		}
	}
	return to
}

// column is how wide the next lines from line i on are at most.
func column(ls []line, i int) int {
	m := 0
	for _, l := range ls[i:min(len(ls), i+6)] {
		m = max(m, min(l.width, widest))
	}
	return m
}

// callingCut says whether a line's end cuts a calling behind a sentence: "…参会。 本报" and "记者 沈小禾".
func callingCut(a, b []rune) bool {
	i := lastSentence(a)
	if i < 0 || len(a)-i > 6 {
		return false
	}
	rest := a[skipSpace(a, i):]
	if len(rest) == 0 {
		return false
	}
	both := append(slices.Clip(rest), b...)
	return callings.at(both, 0) > len(rest)
}

// authorCut says whether a line's end cuts the line that names an author: an office and the name below
// it, or a foreign name.
func authorCut(ls []line, i int) bool {
	if i+1 >= len(ls) || ls[i+1].gap > 0 || below(ls, i+1) == 0 || len(ls[i].r) > 30 || len(ls[i+1].r) > 16 {
		return false
	}
	a, b := ls[i].r, ls[i+1].r
	switch {
	case isName(b):
		return cells(a) == 1 && len(a) > 4 && stations.ends(a) && hanRun(a, 0) == len(a)
	case foreign(b):
		_, ok := authorCredit(append(append(slices.Clip(a), ' '), b...))
		return ok
	}
	return false
}

// captionLines is how many lines a caption has at most.
const captionLines = 4

// captions finds the words under a photo: lines that end with who took it, or begin with 图为, or
// one short sentence that stands alone where a paragraph is cut.
//
// The line that ends a caption is sure, the one that begins it is not: all starts within reach are
// offered, and the lines above decide, since what they leave off must be a whole sentence.
func captions(to []segment, ls []line, i int, p *page, column int) []segment {
	if p.latin {
		return latinCaptions(to, ls, i)
	}
	l := &ls[i]
	if l.first == '—' || barred(l.first) || len(l.r) > 200 {
		return to
	}
	shown := showWords.at(l.r, 0) > 0 || latinShown(l.r)
	reach := chunk(ls, i, captionLines)
	for n := 1; n <= reach; n++ {
		end := &ls[i+n-1]
		if len(end.r) > 200 || n > 1 && showWords.at(end.r, 0) > 0 {
			break
		}
		photo := photoEnd(end.r)
		if !photo && n < reach && i+n < len(ls) && photoRest(end.r, ls[i+n].r) {
			continue // 记者 张 | 三 摄
		}
		switch {
		case photo:
			cost := float32(0.3)
			if shown {
				cost = 0
			}
			cost += 0.4 * float32(n-1)
			if l.gap == 0 && i > 0 {
				cost += 0.5
			}
			if n > 1 {
				cost += uneven(ls[i : i+n])
			}
			if pauses(l.r) > 0 && n > 1 && lastSentence(l.r) < 0 {
				cost += 1.5
			}
			if l.rest {
				cost += 8
			}
			return append(to, segment{role: caption, n: n, cost: cost, why: WhyPhoto})
		case shown && end.stop && (n == reach || below(ls, i+n-1) > 0 || p.open):
			return append(to, segment{role: caption, n: n, cost: 0.3, why: WhyPhoto})
		case shown && n == reach && n < captionLines && l.gap > 0:
			return append(to, segment{role: caption, n: n, cost: 1.5, why: WhyPhoto}) // its stop was lost
		case n == reach && !shown && end.stop && l.gap > 0 && below(ls, i+n-1) > 0 && n <= 3 && onlyEnd(ls[i:i+n]):
			// A sentence that stands alone, without a credit: a caption where it cuts a paragraph or
			// is wider than the column; a paragraph else. The wider the measure, the less it says.
			cost := float32(3.5)
			if n > 1 {
				cost = 7
				if d := ls[i+1].width - l.width; d >= 3 && d <= 5 {
					cost += 2 // an indent
				}
			}
			cost += float32(marksIn(l.r, "，、：“"))
			cut := float32(0)
			if i > 0 && i+n < len(ls) && !ls[i-1].stop && (ls[i-1].width > column-6 || i > 1 && !ls[i-2].stop && abs(ls[i-1].width-ls[i-2].width) < 6) {
				cut = -wordAcross(&ls[i-1], &ls[i+n]) // the paragraph goes on below
				if cut <= -2 && n > 1 {
					cut -= 2 // and not in these lines
				}
			}
			if n == 1 && scene(l.r) {
				cost--
			}
			if n <= 2 && l.width > column+2 {
				cost = 0.5 + 0.5*float32(n)
			}
			to = append(to, segment{role: caption, n: n, cost: cost, cut: cut, why: WhyAlone})
		case end.stop && n > 1 && !shown && !p.latin:
			if lastSentence(end.r) == len(end.r) {
				return to // a sentence ended, and no photo was named
			}
		}
	}
	return to
}

// uneven is the cost of lines that do not fill one width: the words under a photo do, but for the
// last line.
func uneven(ls []line) float32 {
	m := 0
	for _, l := range ls[:len(ls)-1] {
		m = max(m, l.width)
	}
	cost := float32(0)
	if over := ls[len(ls)-1].width - m; over > 2 {
		cost += 2
	}
	for i, l := range ls[:len(ls)-1] {
		if m-l.width >= ls[i+1].unit+2 {
			cost += 2.5
		}
	}
	return cost
}

// onlyEnd says whether a run of lines is one sentence: no stop but the last.
func onlyEnd(ls []line) bool {
	n := 0
	for _, l := range ls {
		for _, c := range l.r {
			if contains("。！？", c) {
				n++
			}
		}
	}
	return n == 1
}

// photoEnd says whether a line ends with who took a photo.
func photoEnd(r []rune) bool {
	r = r[max(0, len(r)-80):]
	n := trimSpace(r, 0, len(r))
	for n > 0 && contains("）)。", r[n-1]) {
		n--
	}
	if n == 0 {
		return false
	}
	if latinPhoto(r) {
		return true
	}
	switch {
	case n >= 2 && hasAt(r, n-2, "供图"), n >= 3 && hasAt(r, n-3, "资料图"), n >= 4 && hasAt(r, n-4, "资料照片"):
		return true
	case r[n-1] != '摄' && !hasAt(r, n-2, "摄影"):
		return false
	case n <= 2:
		return true // the rest of the name stands above
	}
	i := n - 1
	for i > 0 && (script.IsHan(r[i-1]) || script.IsSpace(r[i-1]) || contains("/／、", r[i-1])) && n-i < 24 {
		i--
	}
	// What stands before 摄 is a name, with a space or a calling, or the line's whole text.
	return n-i <= 20 && (i == 0 || contains("。（(！？”》", r[i-1]) || i < n-2)
}

// photoRest says whether the credit of a photo goes on in the next line.
func photoRest(r, next []rune) bool {
	return len(next) <= 12 && photoEnd(next) && !photoEnd(r)
}

// showWords open the words under a photo.
var showWords = lex("图为", "上图为", "下图为", "左图为", "右图为", "图①", "图一", "图片说明")
