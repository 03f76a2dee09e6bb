package chars

// Slip is a place where a character was left out, or stands that is too many (C7).
type Slip struct {
	Block, From, To int    // the runes of a block that are wrong, with one right one at least
	Right           []rune // what should stand there
}

// Slips looks for characters left out and set too much in the blocks of a page. Where other characters are
// likelier nothing is said: of an error of that kind a slip is but the echo. It costs nothing where Find was
// asked before.
func (f *Finder) Slips(blocks []Block) (found []Slip) {
	readings := f.readAll(blocks)
	for i, b := range blocks {
		rd := readings[i]
	next:
		for _, s := range rd.slips {
			for k := s.from; k < s.to; k++ {
				if b.owns(k) {
					continue next
				}
			}
			for j := range rd.alts {
				a := &rd.alts[j]
				if a.at >= s.from-1 && a.at <= s.to && f.ranker.score(a.x[:]) > 0 {
					continue next
				}
			}
			if len(s.right) == 0 { // with the rune before it, so that something stands there
				s.from--
				s.right = b.Text[s.from : s.from+1]
			}
			found = append(found, Slip{i, s.from, s.to, s.right})
		}
	}
	return found
}

// slip is a slip of one block; right is empty for a rune that is too many.
type slip struct {
	from, to int
	right    []rune
}

// rareWord is the logarithm of the probability of a word below which it is no evidence of a slip.
const rareWord = -16.0

// slips looks for what was set twice, and for words of five characters and more in which one is missing, or of
// four in which one is too many. Shorter ones are made too easily of two others (青于蓝); likelihood alone found one
// missing character in fifty, and a false one in 600 characters. Names and quotations are let be. Linear in the
// text.
func (f *Finder) slips(rd *reading, l *line) (found []slip) {
	end := 0
	for i := range rd.text {
		if i < end || !isHan(rd.text[i]) || rd.guard.name[i] || rd.guard.quote[i] {
			continue
		}
		for _, look := range []func(*reading, *line, int) (slip, bool){f.twice, f.fewer, f.more} {
			if s, ok := look(rd, l, i); ok {
				found = append(found, s)
				end = s.to
				break
			}
		}
	}
	return found
}

// isSeen says whether the symbols [from, to) of a line, at most four, were ever seen in a row.
func (f *Finder) isSeen(l *line, from, to int) bool {
	return to <= len(l.ends) && l.ends[to-1][to-from] >= 0
}

// twice finds a word of two characters that was set twice, and a character that was, where no text has it so and
// all have it once: 进行进行了, 安全全生产. Verbs are said twice (研究研究), and nouns of time and measure are.
func (f *Finder) twice(rd *reading, l *line, i int) (s slip, ok bool) {
	r, k := rd.text, l.at[i]
	if i+1 < len(r) && r[i] == r[i+1] {
		// XX between l and r: neither lXX nor XXr was ever seen, but lXr was, or a word has one X.
		if !hanAt(r, i-1) || !hanAt(r, i+2) || at(r, i+2) == r[i] || r[i-1] == r[i] || rd.guard.name[i+1] || f.isSeen(l, k-1, k+2) || f.isSeen(l, k, k+3) || f.words.isOrdinary(r[i:i+2]) {
			return s, false
		}
		once := f.isRow(l, k-1, k, k+2)
		for n := 4; n <= 5 && !once; n++ {
			once = f.isInWord(r, i, n)
		}
		return slip{i, i + 2, r[i : i+1]}, once
	}
	if !allHan(r, i, i+4) || r[i] != r[i+2] || r[i+1] != r[i+3] || f.isSeen(l, k, k+4) || !f.words.isOrdinary(r[i:i+2]) {
		return s, false
	}
	w := f.words.find(r[i : i+2])
	return slip{i, i + 4, r[i : i+2]}, !f.words.verb[w] && !(hanAt(r, i-1) && f.words.isOrdinary(r[i-1:i+1])) && !(hanAt(r, i+4) && f.words.isOrdinary(r[i+3:i+5]))
}

// isInWord says whether the text without the rune at i+1 has a word of n characters over i.
func (f *Finder) isInWord(r []rune, i, n int) bool {
	for from := i - n + 2; from < i; from++ {
		if allHan(r, from, from+n+1) && from >= 0 {
			w := append(append(make([]rune, 0, n), r[from:i+1]...), r[i+2:from+n+1]...)
			if f.words.isOrdinary(w) {
				return true
			}
		}
	}
	return false
}

// fewer finds a word of five characters or more that begins at i and lacks one inside.
func (f *Finder) fewer(rd *reading, l *line, i int) (s slip, ok bool) {
	r, w := rd.text, f.words
	node := w.find(r[i : i+1])
	for p := 1; node >= 0 && p < longest-1 && hanAt(r, i+p); p++ {
		for child := w.first[node]; child < w.first[node+1]; child++ {
			c := rune(w.last[child])
			if c == r[i+p] || c == r[i+p-1] {
				continue
			}
			next, n := child, p
			for next >= 0 && n < longest && hanAt(r, i+n) {
				if next = w.step(next, uint16(r[i+n])); next < 0 {
					break
				}
				n++
				if n >= 4 && n > p && w.log[next] != 0 && w.log[next] > rareWord && !w.name[next] && f.isMissing(rd, l, i, i+p, i+n) {
					right := append(append(append([]rune{}, r[i:i+p]...), c), r[i+p:i+n]...)
					s, ok = slip{i, i + n, right}, true
				}
			}
		}
		if ok {
			return s, true
		}
		if node = w.step(node, uint16(r[i+p])); node >= 0 && w.first[node] == w.first[node+1] {
			break
		}
	}
	return s, false
}

// isMissing says whether nothing but a missing character before the rune at gap explains the runes [from, to): not
// both strings of three over the gap were seen, and no word reaches over it or over their borders.
func (f *Finder) isMissing(rd *reading, l *line, from, gap, to int) bool {
	k := l.at[gap]
	if f.isSeen(l, k-1, k+2) && (k < 2 || f.isSeen(l, k-2, k+1)) {
		return false
	}
	for _, border := range [...]int{from, gap, to} {
		for n := 2; n <= 4; n++ {
			for a := border - n + 1; a < border; a++ {
				if a >= 0 && a+n <= len(rd.text) && f.words.isOrdinary(rd.text[a:a+n]) && !(a >= from && a+n <= to && n < 3) {
					return false
				}
			}
		}
	}
	for i := from; i < to; i++ {
		if rd.guard.name[i] || rd.guard.place[i] || rd.guard.quote[i] {
			return false
		}
	}
	return true
}

// more finds a word of four characters or more that begins at i with one too many inside.
func (f *Finder) more(rd *reading, l *line, i int) (s slip, ok bool) {
	r, w := rd.text, f.words
	node := w.find(r[i : i+1])
	for p := 1; node >= 0 && p < longest-1 && hanAt(r, i+p); p++ {
		// What stands at i+p is the one too many.
		next, n := node, p
		for next >= 0 && n < longest && hanAt(r, i+n+1) {
			if next = w.step(next, uint16(r[i+n+1])); next < 0 {
				break
			}
			n++
			if n >= 4 && w.log[next] != 0 && w.log[next] > rareWord && !w.name[next] && f.isTooMany(rd, l, i, i+p, i+n+1) {
				return slip{i + p, i + p + 1, nil}, true
			}
		}
		node = w.step(node, uint16(r[i+p]))
	}
	return s, false
}

// isTooMany says whether the rune at extra is nothing but one too many: no string of two with it was ever seen.
func (f *Finder) isTooMany(rd *reading, l *line, from, extra, to int) bool {
	k := l.at[extra]
	if f.isSeen(l, k-1, k+1) && f.isSeen(l, k, k+2) || f.isSeen(l, k-1, k+2) {
		return false
	}
	for i := from; i < to; i++ {
		if rd.guard.name[i] || rd.guard.place[i] || rd.guard.quote[i] {
			return false
		}
	}
	return true
}

// isRow says whether the symbols at some places of a line, at most four, were seen in a row.
func (f *Finder) isRow(l *line, places ...int) bool {
	now := chains{none, none, none, none, none}
	for _, k := range places {
		if k < 0 || k >= len(l.ids) {
			return false
		}
		now = f.counts.grow(now, l.ids[k])
	}
	return now[len(places)] >= 0
}
