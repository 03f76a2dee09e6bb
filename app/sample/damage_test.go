package sample_test

import (
	"slices"
	"strings"

	"qingyang/app/script"
)

// damage is what the extraction gets wrong. It makes every n-th place of a kind wrong, counted over the whole page, so that a page is the
// same each time it is made. Only faults that a class A rule repairs without judgement are made.
type damage struct {
	every map[string]int // fault → n; 0: never
	seen  map[string]int
	made  map[string]int
}

// hit counts a place where the fault could be made and says whether it is made here.
func (d *damage) hit(fault string) bool {
	n := d.every[fault]
	if n == 0 {
		return false
	}
	d.seen[fault]++
	if d.seen[fault]%n != 0 {
		return false
	}
	d.made[fault]++
	return true
}

// radicals are code points that PDF fonts put in the place of common characters.
var radicals = map[rune]rune{
	'一': '⼀', '人': '⼈', '口': '⼝', '土': '⼟', '大': '⼤', '女': '⼥', '子': '⼦', '小': '⼩', '山': '⼭', '工': '⼯',
	'心': '⼼', '手': '⼿', '日': '⽇', '月': '⽉', '水': '⽔', '火': '⽕', '生': '⽣', '用': '⽤', '里': '⾥', '高': '⾼',
}

// halves are the full-width marks that come out half-width, each under the name of its fault.
var halves = []struct {
	fault    string
	from, to rune
}{{"comma", '，', ','}, {"colon", '：', ':'}, {"semicolon", '；', ';'}, {"query", '？', '?'}, {"bang", '！', '!'}}

// spoil damages one paragraph in place. The page was set before it was read, so spaces and half-width
// marks take no room in the line; only full-width figures were set as such.
//
// Tables, verse, heads and short lines without a stop stay as they are.
func (d *damage) spoil(g []glyph) {
	text := plain([][]glyph{g})
	if !strings.ContainsAny(text, "。！？") || strings.Contains(text, "@") {
		return
	}
	keep := kept([]rune(text))
	for i := range g {
		if keep[i] {
			continue
		}
		for _, h := range halves {
			if g[i].r == h.from && between(g, i) && d.hit(h.fault) {
				g[i].out = h.to
			}
		}
		if to, ok := radicals[g[i].r]; ok && d.hit("radical") {
			g[i].out = to
		}
	}
	if n := len(g); g[n-1].r == '。' && script.IsHan(g[n-2].r) && d.hit("stop") {
		g[n-1].out = '.'
	}
	d.pair(g, "bracket", '（', '）', "()", true)
	d.pair(g, "quote", '“', '”', `""`, false)
	d.wide(g, keep)
	d.double(g)
	d.space(g, keep)
}

// between says whether a mark stands after a Han character and before a Han character or an opening
// quotation mark: elsewhere a half-width mark may be right.
func between(g []glyph, i int) bool {
	return i > 0 && script.IsHan(g[i-1].r) && (i+1 == len(g) || script.IsHan(g[i+1].r) || g[i+1].r == '“' || g[i+1].r == '”')
}

// pair makes a pair of marks half-width, where it holds Han text and no mark of its own kind.
func (d *damage) pair(g []glyph, fault string, open, shut rune, half string, hasHan bool) {
	for i := 0; i < len(g); i++ {
		if g[i].r != open {
			continue
		}
		j := i + 1
		for j < len(g) && g[j].r != shut && g[j].r != open {
			j++
		}
		han := slices.ContainsFunc(g[i:j], func(x glyph) bool { return script.IsHan(x.r) })
		if j < len(g) && g[j].r == shut && (han || !hasHan) && d.hit(fault) {
			g[i].out, g[j].out = rune(half[0]), rune(half[1])
		}
	}
}

// wide makes whole numbers of at most four digits full-width, with the percent sign behind them.
func (d *damage) wide(g []glyph, keep []bool) {
	for i := 0; i < len(g); {
		j := i
		for j < len(g) && script.IsDigit(g[j].r) {
			j++
		}
		if j == i {
			i++
			continue
		}
		alone := (i == 0 || script.IsHan(g[i-1].r)) && j < len(g) && (script.IsHan(g[j].r) || g[j].r == '%')
		if alone && !keep[i] && j-i <= 4 && d.hit("wide") {
			if g[j].r == '%' {
				j++
			}
			for k := i; k < j; k++ {
				g[k].r += 0xFEE0
				g[k].out = g[k].r
			}
		}
		i = j
	}
}

// double makes —— and …… what a keyboard makes of them.
func (d *damage) double(g []glyph) {
	for i := 0; i+1 < len(g); i++ {
		if g[i].r == '—' && g[i+1].r == '—' && d.hit("dash") {
			g[i].out, g[i+1].out = '-', '-'
		}
	}
}

// space puts a space between a Han character and a number, and before a mark.
func (d *damage) space(g []glyph, keep []bool) {
	for i := 1; i < len(g); i++ {
		if keep[i] || keep[i-1] {
			continue
		}
		p, x := g[i-1].out, g[i].out
		meets := script.IsHan(p) && script.IsDigit(x) || script.IsDigit(p) && script.IsHan(x)
		switch {
		case meets && d.hit("space"):
			g[i].gap = "space"
		case script.IsHan(p) && (x == '，' || x == '、') && d.hit("markspace"):
			g[i].gap = "markspace"
		}
	}
}

// kept marks telephone numbers, codes and what stands in a word with Latin letters: no rule touches
// them, so no fault is made in them.
func kept(text []rune) []bool {
	keep := make([]bool, len(text))
	for i := 0; i < len(text); {
		j := i
		special := false
		digits := 0
		for j < len(text) && (text[j] < 0x80 && text[j] > ' ' && text[j] != '%') {
			special = special || !script.IsDigit(text[j])
			digits++
			j++
		}
		if special || digits > 4 {
			for k := i; k < j; k++ {
				keep[k] = true
			}
			if i > 0 {
				keep[i-1] = true
			}
		}
		i = max(j, i+1)
	}
	return keep
}
