package layout

import (
	"qingyang/app/script"
	"qingyang/app/source"
)

// Page is a raw page as measured lines, and what it shows as a whole before anything is decided.
type Page struct {
	Rows     []source.Line
	Lines    []Line
	Latin    bool    // written in Latin letters
	Indented bool    // first lines keep their indent
	Usual    int     // the width in half em that most lines have
	Size     float64 // of most letters, in points; 0 where nothing is known
	Doubt    float64 // 1, or less where the letters were read badly: what a decision's margin is worth

	BlankBreak float64 // how often an empty line stands where a paragraph ends
	BlankJoin  float64 // and how often inside one (a column's end)

	Offered [][]int16 // by line: the measures that its column may have, in half em, likeliest first
	Column  []int16   // by line: the one that its column has, all lines around heard

	Prints []Print // by line: what the printed page shows of it; nil where the source knows no places
	Exact  bool    // the places are those that the page was set with, not those that a machine saw in a picture
	told   bool    // the file tells titles from text
	body   float64 // the size of most letters in points, where there are Prints
	extent [2]float64
}

// Body is the size of most letters in points, where the source knows places.
func (p *Page) Body() float64 { return p.body }

// Extent is where the first line begins and the last one ends, in points from the top of the page.
func (p *Page) Extent() (top, bottom float64) { return p.extent[0], p.extent[1] }

// Row is what the row of line i has from there on, as it was before it was cut.
func (p *Page) Row(i int) []rune {
	l, end := &p.Lines[i], p.Lines[i].To
	for k := i + 1; k < len(p.Lines) && p.Lines[k].Row == l.Row && p.Lines[k].Cut; k++ {
		end = max(end, p.Lines[k].To)
	}
	return l.Text[:end-l.From]
}

// Measure reads the lines of a raw page. known are measures, in em, that the house is known to set.
// It is pure and linear in the text.
func Measure(raw source.Raw, known []int) *Page {
	p := &Page{Rows: Rows(raw), Doubt: 1}
	text := script.Levelled(script.Simplified(raw.Text)) // as the words and marks are that are known
	p.Lines = cut(text, p.Rows)
	if len(p.Lines) == 0 {
		return p
	}
	if p.printed(raw); p.Prints == nil {
		p.Lines = p.unsplice(text)
	}
	look(p.Lines)
	p.evenGaps()
	p.wideDigits()
	if p.Latin = mostlyLatin(p.Lines); p.Latin {
		p.wholeRows()
	}
	p.Size = textSize(p.Lines)
	p.Doubt = doubt(p.Lines)
	p.usual()
	p.blanks()
	p.offer(known)
	p.columns()
	return p
}

// evenGaps takes one empty line off each gap where three of four junctions have one: an empty line
// between all lines says nothing. A line that no sentence ends on proves the habit.
func (p *Page) evenGaps() {
	n, blank := 0, 0
	for i := 1; i < len(p.Lines); i++ {
		a, b := &p.Lines[i-1], &p.Lines[i]
		if b.Cut || a.Stop || len(a.Text) < 6 {
			continue
		}
		n++
		if b.Gap > 0 {
			blank++
		}
	}
	if n < 4 || blank*4 < 3*n {
		return
	}
	for i := 1; i < len(p.Lines); i++ {
		if p.Lines[i].Gap > 0 {
			p.Lines[i].Gap--
		}
	}
}

// wholeRows makes what looks like text behind a cut as wide as its row up to there: a gap between two English words
// mostly is one that justified them, and behind a head run in the text fills the rest of its line. Of two titles side by
// side the second begins with a capital and ends no sentence.
func (p *Page) wholeRows() {
	for i := 1; i < len(p.Lines); i++ {
		if a, b := &p.Lines[i-1], &p.Lines[i]; b.Cut && b.Row == a.Row && (b.texty() || b.First >= 'a' && b.First <= 'z') {
			b.Width += a.Width + 1
		}
	}
}

// usual finds the commonest width and whether first lines are indented.
func (p *Page) usual() {
	hist := map[int]int{}
	deep := 0
	for i := range p.Lines {
		l := &p.Lines[i]
		hist[min(l.Width, 400)]++
		if l.Indent >= 2 && l.Indent <= 8 {
			deep++
		}
	}
	p.Indented = deep >= 3 && deep*12 >= len(p.Lines)
	near := func(w int) int { return hist[w-1] + hist[w] + hist[w+1] }
	for w := 1; w <= 400; w++ {
		if near(w) > near(p.Usual) {
			p.Usual = w
		}
	}
}

// blanks estimates how empty lines are used, from junctions that the marks alone decide: a line that
// ends no sentence joins, one that ends a sentence an em short of the column does not. The counts
// begin with those of an even page, so that a few lines prove nothing.
func (p *Page) blanks() {
	ended, endedBlank, ran, ranBlank := 2.0, 1.0, 10.0, 0.6
	for i := 0; i+1 < len(p.Lines); i++ {
		a, b := &p.Lines[i], &p.Lines[i+1]
		if a.Width < p.Usual/3 || len(b.Text) < 4 {
			continue
		}
		switch {
		case a.Stop && a.Width <= p.Usual-4 && a.Width >= 2:
			ended++
			if b.Gap > 0 {
				endedBlank++
			}
		case !a.Stop && !a.Tail && abs(a.Width-p.Usual) <= 2 && b.Width >= 2:
			ran++
			if b.Gap > 0 {
				ranBlank++
			}
		}
	}
	p.BlankBreak = endedBlank / ended
	p.BlankJoin = ranBlank / ran
}

// wideDigits settles how wide full-width digits are on this page: where the lines that hold some and end
// no sentence are nearer to the usual width with half-width digits, these were set, and widened by the
// extraction. The widths of the lines are corrected.
func (p *Page) wideDigits() {
	hist := map[int]int{}
	usual := 0
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Digits == 0 && l.Width < 400 {
			hist[l.Width]++
			if n := hist[l.Width]; n > hist[usual] {
				usual = l.Width
			}
		}
	}
	asIs, halved, n := 0, 0, 0
	for i := range p.Lines {
		if l := &p.Lines[i]; l.Digits > 1 && !l.Stop && !l.Tail && len(l.Text) > 4 {
			n++
			asIs += min(6, abs(l.Width-usual))
			halved += min(6, abs(l.Width-l.Digits-usual))
		}
	}
	if n < 3 || halved >= asIs {
		return
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Width -= l.Digits
		l.Unit = min(l.Unit, UnitOf(l.Text, true))
	}
}

// doubt says what margins are worth on a page: marks that a reading machine puts in the place of others,
// more than six in a thousand characters, show that it read words and widths wrongly too.
func doubt(ls []Line) float64 {
	odd, n := 0, 0
	for i := range ls {
		r := Clip(ls[i].Text, 400)
		for k := 1; k < len(r); k++ {
			n++
			if c := r[k]; c < 0x4E00 || c > 0x9FFF {
				if script.IsHan(r[k-1]) && (Contains("'\\`<>|丨〕〔﹑〞∶^_~$．.,!?;:\"", c) ||
					Contains("—-", c) && k+1 < len(r) && script.IsHan(r[k+1])) {
					odd++
				}
			}
		}
	}
	if n > 500 && odd*1000 > 6*n {
		return 0.6
	}
	return 1
}

// mostlyLatin says whether a page is written in Latin letters: more of them than twice its Han
// characters. Looks at no more than 20,000 runes.
func mostlyLatin(ls []Line) bool {
	han, latin := 0, 0
	for i := range ls {
		r := ls[i].Text
		for _, c := range r[:min(len(r), 2000)] {
			if script.IsHan(c) {
				han++
			} else if script.IsLatin(c) {
				latin++
			}
		}
		if han+latin > 20000 {
			break
		}
	}
	return latin > 2*han
}

// textSize is the size that most letters have, to half a point.
func textSize(ls []Line) float64 {
	count := map[float64]int{}
	best, most := 0.0, 0
	for i := range ls {
		if ls[i].Size <= 0 {
			continue
		}
		s := float64(int(ls[i].Size*2+0.5)) / 2
		count[s] += len(ls[i].Text)
		if count[s] > most || count[s] == most && s < best {
			best, most = s, count[s]
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }
