package rule

import "qingyang/app/phrase"

// S3 closes the spaces of letterspaced text: a run of five or more single Han in a sentence, each parted
// from the next by one space, and the one that parts the run from the Han beside it: "渔船回港，岸 上 的 人
// 都 来 帮忙". Any other space between two Han of a sentence it only suggests to close: "汇 报" → "汇报".
//
// In a headline the space is a pause; credits, leads and columns are known before. Numerals and the like
// in a row ("周一 三 五 七 九") are a list, and so are names ("沈 禾 周 航 林 岸").
var S3 = Rule{ID: "S3", need: spaces, Find: whole(func(p Para) []Edit {
	var es []Edit
	if p.title && IsLetterspaced(p.Text) {
		for i := 1; i < len(p.Text); i += 2 {
			es = append(es, Edit{i, i + 1, "", Auto})
		}
	}
	if p.latin || !p.sentence {
		return es
	}
	for i := p.head + 1; i < len(p.Text); i++ {
		if !isSpace(p.Text[i]) || !isHan(p.Text[i-1]) {
			continue
		}
		n, end := p.singles(i - 1)
		to, ok := p.gap(i)
		switch {
		case n >= 5 && (p.isRow(i-1, end) || p.isNames(i-1, n)):
			i = end
		case n >= 5:
			if last := len(es) - 1; last >= 0 && es[last].From == i-2 && es[last].To == i-1 {
				es[last].Class = Auto // the space before the run
			}
			for k := i; k < end; k += 2 {
				es = append(es, Edit{k, k + 1, "", Auto})
			}
			if to, ok := p.gap(end); ok && to == end+1 && isHan(p.Text[to]) {
				if credit, _ := p.creditFrom(to); !credit {
					es = append(es, Edit{end, to, "", Auto}) // and the one behind it
				}
			}
			i = end
		case ok && isHan(p.Text[to]):
			if credit, _ := p.creditFrom(to); !credit && !p.isPause(i, to) {
				es = append(es, Edit{i, to, "", Suggest})
			}
			i = to - 1
		}
	}
	return es
})}

// isPause says whether the space [i, to) between two Han is set on purpose: behind the number of an article of
// law ("第七条 市人民政府…"), between two phrases in quotation marks, between what somebody is and the name.
func (p Para) isPause(i, to int) bool {
	l, r := i, to
	for l > 0 && isHan(p.Text[l-1]) {
		l--
	}
	for r < len(p.Text) && isHan(p.Text[r]) {
		r++
	}
	left, right := p.Text[l:i], p.Text[to:r]
	switch {
	case left[0] == '第' && isOneOf(left[len(left)-1], "条章节编篇回讲课款项"):
		return true
	case isOpenMark(p.at(l-1)) && isCloseMark(p.at(r)) && len(left) > 2 && len(right) > 2:
		return true
	}
	return len(right) <= 4 && phrase.IsStation(left) && (phrase.IsName(right) || isCloseMark(p.at(r)))
}

// singles reads the run of single Han that begins at i, each parted from the next by one space: how many,
// and the offset behind the last.
func (p Para) singles(i int) (n, end int) {
	if i > 0 && isHan(p.Text[i-1]) {
		return 0, i
	}
	for end = i; ; end += 2 {
		n++
		next := end + 2
		parted := next < len(p.Text) && isSpace(p.Text[end+1]) && isHan(p.Text[next]) && !isHan(p.at(next+1))
		if !parted || p.Kept(end+1) || p.inCredit(end+1) || p.led && end+1 == p.lead.End {
			return n, end + 1
		}
	}
}

// isRow says whether all Han of a run of singles are numerals or other signs that count.
func (p Para) isRow(from, to int) bool {
	for k := from; k < to; k += 2 {
		switch r := p.Text[k]; r {
		case '甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '日', '东', '南', '西', '北', '中':
		default:
			if !phrase.IsHanNumeral(r) {
				return false
			}
		}
	}
	return true
}

// isNames says whether a run of n singles from i on is a list of names, of two characters each or of three:
// closed, nobody could part them again.
func (p Para) isNames(i, n int) bool {
	for _, size := range []int{2, 3} {
		if n%size != 0 || n < 2*size+1 {
			continue
		}
		all := true
		for k := 0; k < n && all; k += size {
			var name [3]rune
			for c := range size {
				name[c] = p.Text[i+2*(k+c)]
			}
			all = phrase.IsName(name[:size]) && (size > 2 || !phrase.IsHanNumeral(name[1])) // 路缘石一米一
		}
		if all {
			return true
		}
	}
	return false
}

// IsLetterspaced says whether a title is two to six Han of which each is parted from the next by one space, as
// notices have it: "讣　告". In any other line such spaces may part the columns of a table, and a pause
// between two phrases of a headline is none.
func IsLetterspaced(title []rune) bool {
	n := (len(title) + 1) / 2
	if len(title)%2 == 0 || n < 2 || n > 6 {
		return false
	}
	for i, r := range title {
		if i%2 == 0 && !isHan(r) || i%2 == 1 && !isSpace(r) {
			return false
		}
	}
	return true
}
