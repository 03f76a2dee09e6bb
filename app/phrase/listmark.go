package phrase

import "qingyang/app/script"

// MarkKind is how the items of a list are marked.
type MarkKind uint8

// The kinds of marks.
const (
	NoMark      MarkKind = iota
	HanMark              // 一、
	BracketMark          // （一） (2) （3）
	PointMark            // 1. 1．
	CommaMark            // 1、
	HalfMark             // 1） 2)
	SignMark             // ① ⑴ ⒈ ㈠
	NthMark              // 第一， 其二，
	CountMark            // 一是 二要
	BulletMark           // ◆ ▲ ● ■
	LetterMark           // (a) a) B.
)

// ListMark is the mark that opens an item of a list.
type ListMark struct {
	Span
	Kind  MarkKind
	Value int // its number, of letters too; 0 for a bullet
}

// ListMarkAt reads the mark that stands in r at i, the head of an item. What follows counts: "12.5",
// "一、二、三等奖", "三、四版", "1、2号楼", "-5℃" and "第一名" begin with none.
func ListMarkAt(r []rune, i int) (m ListMark, ok bool) {
	if i < 0 || i+1 >= len(r) {
		return m, false
	}
	m.From = i
	switch c := r[i]; {
	case isBullet(r, i):
		m.Kind, m.To = BulletMark, i+1
		return m, true
	case Enclosed(c) > 0 && !(c >= 'Ⅰ' && c <= 'ⅻ'):
		m.Kind, m.Value, m.To = SignMark, Enclosed(c), i+1
		return m, true
	case isOpenBracket(c):
		return bracketMark(r, m)
	case c == '第' || c == '其':
		v, end := HanNumber(r, i+1)
		if end > i+1 && end < len(r) && v > 0 && v < 100 && (contains("，、：", r[end]) || script.IsSpace(r[end])) && !(r[end] == '、' && end+1 < len(r) && IsHanNumeral(r[end+1])) {
			return ListMark{Span{i, end + 1}, NthMark, v}, true
		}
		return m, false
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		return letterMark(r, m)
	}
	v, end := Numeral(r, i)
	if end == i || end >= len(r) || v > 999 || v == 0 {
		return m, false
	}
	m.Value = v
	han := !IsDigit(r[i])
	next := rune(0)
	if end+1 < len(r) {
		next = r[end+1]
	}
	switch c := r[end]; {
	case c == '.' || c == '．':
		m.Kind = PointMark
		if end-i > 3 || next == 0 || IsDigit(next) {
			return m, false
		}
	case c == '、' && han:
		m.Kind = HanMark
		if end-i > 3 || next == 0 || IsHanNumeral(next) {
			return m, false
		}
	case c == '、':
		m.Kind = CommaMark
		if end-i > 2 || next == 0 || IsDigit(next) {
			return m, false
		}
	case (c == '）' || c == ')') && end-i <= 2:
		m.Kind = HalfMark
	case han && end == i+1 && (c == '是' || c == '要' || c == '看'):
		return ListMark{Span{i, end + 1}, CountMark, v}, true
	default:
		return m, false
	}
	m.To = end + 1
	return m, true
}

// bracketMark reads "（一）", "(2)", "(a)".
func bracketMark(r []rune, m ListMark) (ListMark, bool) {
	i := m.From + 1
	v, end := Numeral(r, i)
	m.Kind = BracketMark
	if end == i && r[i] >= 'a' && r[i] <= 'z' {
		v, end, m.Kind = int(r[i]-'a')+1, i+1, LetterMark
	}
	if end == i || end-i > 3 || end >= len(r) || r[end] != '）' && r[end] != ')' {
		return m, false
	}
	m.Value, m.To = v, end+1
	return m, true
}

// letterMark reads "a)", "B. " before a word.
func letterMark(r []rune, m ListMark) (ListMark, bool) {
	i := m.From
	value := int(r[i]&^0x20-'A') + 1
	switch {
	case r[i+1] == ')' || r[i+1] == '）':
	case r[i+1] == '.' && i+3 < len(r) && r[i+2] == ' ' && value <= 8 && script.IsHan(r[i+3]):
	default:
		return m, false
	}
	return ListMark{Span{i, i + 2}, LetterMark, value}, true
}

// isBullet says whether a bullet stands at i: an ornament, or a hyphen, a star or a dot with a space
// behind it.
func isBullet(r []rune, i int) bool {
	switch c := r[i]; c {
	case '◆', '◇', '●', '○', '■', '□', '▲', '△', '★', '☆', '◎', '▪', '•', '‣', '▶', '►', '※':
		return true
	case '-', '*', '·', '–':
		return r[i+1] == ' ' && i+2 < len(r) && r[i+2] != c
	}
	return false
}

// OpensList says whether a line opens the first item of a list that is counted: 一、 1. （一） ① 第一条.
func OpensList(r []rune) bool {
	m, ok := ListMarkAt(r, 0)
	return ok && m.Value == 1 && m.Kind != CountMark && m.Kind != LetterMark || script.HasAt(r, 0, "第一条") || script.HasAt(r, 0, "第1条")
}

// OpensItem says whether a line opens an item of a numbered list: （一） 1. 一、 ①. It needs three
// characters. Marks that running text has as well (1、 第一， 一是 a) and bullets are none.
func OpensItem(r []rune) bool {
	if len(r) < 3 {
		return false
	}
	m, ok := ListMarkAt(r, 0)
	if !ok {
		return false
	}
	switch m.Kind {
	case HanMark, BracketMark, PointMark:
		return true
	case SignMark:
		return r[0] >= '①' && r[0] <= '⑳'
	}
	return false
}
