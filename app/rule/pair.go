package rule

import "slices"

// P6 widens brackets around Chinese, both of a pair: "(含新区)" → "（含新区）". A pair of which one is
// wide already becomes wide too.
//
// Brackets around pure Latin or numbers stay, and a lone one ("1)") does.
var P6 = Rule{ID: "P6", need: round, Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	var open []int
	for i, r := range p.Text {
		switch r {
		case '(', '（':
			if !p.Kept(i) {
				open = append(open, i)
			}
		case ')', '）':
			if len(open) == 0 || p.Kept(i) {
				continue
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			narrow := p.Text[from] == '(' || r == ')'
			if mixed := (p.Text[from] == '(') != (r == ')'); !narrow || !mixed && !hasZh(p.Text[from+1:i]) {
				continue
			}
			if p.Text[from] == '(' {
				es = append(es, Edit{from, from + 1, "（", Auto})
			}
			if r == ')' {
				es = append(es, Edit{i, i + 1, "）", Auto})
			}
		}
	}
	return es
})}

// hasZh looks at no more than 400 runes: what is longer is no bracket, and brackets may be nested.
func hasZh(text []rune) bool {
	for _, r := range text[:min(len(text), 400)] {
		if isHan(r) || isPauseMark(r) {
			return true
		}
	}
	return false
}

// P7 makes quotation marks of straight ones, by pairs within a paragraph: "他是"老把式"" → “老把式”,
// and ‘…’ inside another quotation; 〝…〞 likewise.
//
// Inches ("17"), feet and apostrophes are none, and what has no partner stays. On a page whose letters were
// read badly one between two Han may stand for another mark, and is only suggested unless a term is quoted.
var P7 = Rule{ID: "P7", need: straights, Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	var outer, inner int = -1, -1 // where the open quotations began
	class := Auto
	set := func(i int, mark string) {
		if m := p.Text[i]; m != '“' && m != '”' && m != '‘' && m != '’' {
			es = append(es, Edit{i, i + 1, mark, class})
		}
	}
	closeOuter := func(i int) {
		class = Auto
		if p.misread && p.isStrangePair(outer, i) {
			class = Suggest
		}
		set(outer, "“")
		set(i, "”")
		outer, inner = -1, -1
	}
	for i, r := range p.Text {
		if p.Kept(i) {
			continue
		}
		switch r {
		case '“', '〝':
			outer, inner = i, -1
		case '”', '〞', '〟':
			if outer >= 0 {
				closeOuter(i)
			}
		case '"', '＂':
			switch {
			case outer >= 0:
				closeOuter(i)
			case !isDigit(p.at(i-1)) && i+1 < len(p.Text) && !isSpace(p.Text[i+1]) && !isPauseMark(p.Text[i+1]):
				outer = i
			}
		case '\'', '＇':
			switch {
			case outer < 0 || isAlnum(p.at(i-1)) && isAlnum(p.at(i+1)):
			case inner >= 0:
				if hasHan(p.Text[inner:i]) {
					set(inner, "‘")
					set(i, "’")
				}
				inner = -1
			case !isAlnum(p.at(i - 1)):
				inner = i
			}
		}
	}
	return es
})}

// isStrangePair says whether the marks at i and j, which would quote what stands between, are straight ones
// between two Han both, and do not look as if they quoted a term: up to twelve characters without a pause.
func (p Para) isStrangePair(i, j int) bool {
	for _, k := range []int{i, j} {
		if r := p.Text[k]; r != '"' && r != '＂' || !isHan(p.at(k-1)) || !isHan(p.at(k+1)) {
			return false
		}
	}
	return j-i > 13 || slices.ContainsFunc(p.Text[i+1:j], isPauseMark)
}

// P12 makes book-title marks of doubled angle brackets around Chinese: "<<大河>>" → "《大河》".
//
// Comparisons and shifts have no partner, or no Han inside.
var P12 = Rule{ID: "P12", need: angles | titles, Find: whole(func(p Para) []Edit {
	var es []Edit
	open := -1
	for i := 0; i+1 < len(p.Text); i++ {
		r := p.Text[i]
		if r == '、' && p.at(i-1) == '》' && p.Text[i+1] == '《' { // GB/T 15834-2011, 4.5.3.5
			es = append(es, Edit{i, i + 1, "", Suggest})
		}
		if r != p.Text[i+1] || p.Kept(i) {
			continue
		}
		switch r {
		case '<', '＜':
			open = i
			i++
		case '>', '＞':
			if open >= 0 && i-open < 200 && hasHan(p.Text[open:i]) {
				es = append(es, Edit{open, open + 2, "《", Auto}, Edit{i, i + 2, "》", Auto})
			}
			open = -1
			i++
		}
	}
	return es
})}
