package clean

import (
	"math"

	"qingyang/app/script"
)

// page is what a raw page shows as a whole before anything is decided: its script, whether first
// lines are indented, where empty lines stand, how wide its columns usually are.
type page struct {
	latin    bool
	indented bool    // first lines keep their indent
	open     bool    // empty lines stand between paragraphs hardly ever
	known    []int16 // measures that the house is known to set, in half em
	usual    int     // the width in half em that most lines have
	title    string  // a Latin page: its running head
	size     float64 // of most letters, in points; 0 where nothing is known
	verse    []bool  // by line: it is a line of verse
	mast     []bool  // by line: it stands in the group at the page head that holds the date line
	head     []bool  // by line: it and all above belong to the page's own head
	table    []bool  // by line: it stands among rows that end in numbers
	weather  []bool  // by line: it stands under the head of a weather report

	doubt float64 // 1, or less where the letters were read badly: what a decision's margin is worth

	seams map[[2]rune]int // how often two runes at the break of two title lines stand together

	blankBreak float64 // how often an empty line stands where a paragraph ends
	blankJoin  float64 // and how often inside one (a column's end)
}

// survey looks a page over. Linear in the lines.
func survey(ls []line) *page {
	digits(ls)
	p := &page{latin: mostlyLatin(ls), size: textSize(ls), doubt: doubt(ls)}
	hist := map[int]int{}
	deep := 0
	for i := range ls {
		hist[min(ls[i].width, 400)]++
		if ls[i].indent >= 2 && ls[i].indent <= 8 {
			deep++
		}
	}
	p.indented = deep >= 3 && deep*12 >= len(ls)
	for w, n := range hist {
		if near := n + hist[w-1] + hist[w+1]; near > hist[p.usual]+hist[p.usual-1]+hist[p.usual+1] ||
			near == hist[p.usual]+hist[p.usual-1]+hist[p.usual+1] && w < p.usual {
			p.usual = w
		}
	}
	p.blanks(ls)
	p.tables(ls)
	p.verses(ls)
	p.heads(ls)
	return p
}

// doubt says what margins are worth on a page: marks that a reading machine puts in the place of
// others, more than six in a thousand characters, show that it read words and widths wrongly too. On
// such pages of the corpus as many decisions of margin 5 are wrong as of margin 3 elsewhere.
func doubt(ls []line) float64 {
	odd, n := 0, 0
	for _, l := range ls {
		r := clip(l.r, 400)
		for k := 1; k < len(r); k++ {
			n++
			if script.IsHan(r[k-1]) && contains("'\\`<>|丨〕〔﹑〞∶^_~$．.,!?;:\"", r[k]) {
				odd++
			} else if contains("—-", r[k]) && k+1 < len(r) && script.IsHan(r[k-1]) && script.IsHan(r[k+1]) {
				odd++
			}
		}
	}
	if n > 500 && odd*1000 > 6*n {
		return 0.6
	}
	return 1
}

// blanks estimates how empty lines are used, from junctions that the marks alone decide: a line
// that ends no sentence joins, one that ends a sentence an em short of the column does not. The
// counts begin with those of an even page, so that a few lines prove nothing.
func (p *page) blanks(ls []line) {
	ended, endedBlank, ran, ranBlank := 2.0, 1.0, 10.0, 0.6
	for i := 0; i+1 < len(ls); i++ {
		a, b := &ls[i], &ls[i+1]
		if a.width < p.usual/3 || len(b.r) < 4 {
			continue
		}
		switch {
		case a.stop && a.width <= p.usual-4 && a.width >= 2:
			ended++
			if b.gap > 0 {
				endedBlank++
			}
		case !a.stop && !a.tail && abs(a.width-p.usual) <= 2 && b.width >= 2:
			ran++
			if b.gap > 0 {
				ranBlank++
			}
		}
	}
	p.blankBreak = endedBlank / ended
	p.blankJoin = ranBlank / ran
	p.open = p.blankBreak < 0.35
}

// odds is the cost of an event of this probability.
func odds(p float64) float32 { return float32(-math.Log(min(max(p, 0.02), 0.98))) }

func abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// digits settles how wide full-width digits are on this page: where the lines that hold some and end
// no sentence are nearer to the usual width with half-width digits, these were set, and widened by
// the extraction. The widths of the lines are corrected.
func digits(ls []line) {
	hist := map[int]int{}
	usual := 0
	for i := range ls {
		if ls[i].digits == 0 && ls[i].width < 400 {
			hist[ls[i].width]++
			if n := hist[ls[i].width]; n > hist[usual] {
				usual = ls[i].width
			}
		}
	}
	asIs, halved, n := 0, 0, 0
	for i := range ls {
		if l := &ls[i]; l.digits > 1 && !l.stop && !l.tail && len(l.r) > 4 {
			n++
			asIs += min(6, abs(l.width-usual))
			halved += min(6, abs(l.width-l.digits-usual))
		}
	}
	if n < 3 || halved >= asIs {
		return
	}
	for i := range ls {
		ls[i].width -= ls[i].digits
		ls[i].unit = min(ls[i].unit, unitOf(ls[i].r, true))
	}
}
