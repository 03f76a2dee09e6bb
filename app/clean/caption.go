package clean

import "qingyang/app/script"

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
