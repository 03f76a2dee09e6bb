package clean

import "qingyang/app/phrase"

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
	shown := phrase.ShowsPicture(l.r) || phrase.ShowsLatinPicture(l.r)
	reach := chunk(ls, i, captionLines)
	for n := 1; n <= reach; n++ {
		end := &ls[i+n-1]
		if len(end.r) > 200 || n > 1 && phrase.ShowsPicture(end.r) {
			break
		}
		photo := phrase.IsPhotoEnd(end.r)
		if !photo && n < reach && i+n < len(ls) && phrase.IsPhotoRest(end.r, ls[i+n].r) {
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
			if pauses(l.r) > 0 && n > 1 && phrase.LastSentence(l.r) < 0 {
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
			if phrase.LastSentence(end.r) == len(end.r) {
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
