package rule

import (
	"golang.org/x/text/unicode/norm"

	"qingyang/app/script"
)

// C1 puts an ideograph in the place of a radical or a compatibility ideograph of the same shape,
// which extraction from PDF leaves: "⼀" (U+2F00) → "一" (U+4E00); and a mark in the place of its form for text that is set
// from the top down: "︒" → "。".
//
// Only one for one, in U+2E80–2FDF, U+F900–FAFF and U+FE10–FE48 (Unicode, EquivalentUnifiedIdeograph.txt and
// the canonical decompositions); never NFKC over the text. A quoted list of radicals stays.
var C1 = Rule{ID: "C1", need: radicals, Find: at(func(p Para, i int) (Edit, bool) {
	r := p.Text[i]
	if m := script.Level(r); m != 0 {
		return auto(i, i+1, string(m))
	}
	if !isRadical(r) || p.isRadicalList(i) {
		return Edit{}, false
	}
	u := unified(r)
	if r == '⼾' && script.IsTraditional(p.Text[max(0, i-doorReach):min(len(p.Text), i+doorReach)]) {
		u = '戶'
	}
	if u == 0 {
		return Edit{}, false
	}
	return auto(i, i+1, string(u))
})}

// doorReach is how many runes on both sides say which of the two forms of a door is meant.
const doorReach = 100

func isRadical(r rune) bool { return r >= 0x2E80 && r <= 0x2FDF || r >= 0xF900 && r <= 0xFAFF }

// unified is the ideograph of a radical's shape, 0 where none is sure.
func unified(r rune) rune {
	switch {
	case r >= 0x2E80 && r <= 0x2EFF:
		return supplement[r]
	case r == '⼾':
		return '户' // Unicode has 戶, which traditional print has and simplified does not
	}
	form := norm.NFD
	if r < 0xF900 { // Kangxi radicals decompose by compatibility only
		form = norm.NFKD
	}
	if d := []rune(form.String(string(r))); len(d) == 1 && d[0] != r && script.IsHan(d[0]) {
		return d[0]
	}
	return 0
}

// isRadicalList says whether the radical at i stands in a quotation, or in a run, of nothing but
// radicals, more than one.
func (p Para) isRadicalList(i int) bool {
	from, to := i, i+1
	n := 1
	for ; from > 0 && (isRadical(p.Text[from-1]) || p.Text[from-1] == '、'); from-- {
		n++
	}
	for ; to < len(p.Text) && (isRadical(p.Text[to]) || p.Text[to] == '、'); to++ {
		n++
	}
	l, r := p.at(from-1), p.at(to)
	return n > 1 && (l == '“' || l == '"' || l == '（' || l == '‘') && (r == '”' || r == '"' || r == '）' || r == '’')
}

// supplement are the radicals of U+2E80–2EF3 that are whole characters of their own.
var supplement = func() map[rune]rune {
	m := map[rune]rune{}
	from := []rune("⺁⺎⺒⺓⺝⺟⺠⺧⺩⺪⺬⺮⺶⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳⻌⻖⻐⺼⺾⻂")
	to := []rune("厂兀巳幺月母民牛王疋示竹羊虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟辶阝钅肉艹衤")
	for i, r := range from {
		m[r] = to[i]
	}
	return m
}()

// E3 takes ligatures apart: "ﬁnance" → "finance" (U+FB00–FB06).
//
// Letters of a language (œ, æ) are none.
var E3 = Rule{ID: "E3", need: ligatures, Find: at(func(p Para, i int) (Edit, bool) {
	if r := p.Text[i]; r >= 0xFB00 && r <= 0xFB06 {
		return auto(i, i+1, [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-0xFB00])
	}
	return Edit{}, false
})}
