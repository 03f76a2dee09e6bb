package ocr

import (
	"math"
	"slices"

	"qingyang/app/script"
	"qingyang/app/source/sheet"
)

// A reading machine that looks for columns first cuts a title over several of them where they part, and a line of text
// where it takes a chance white for a gutter. What stands side by side with no more white between than between
// characters is one line again.
const (
	besideGap   = 0.2  // em between the parts, at most: a gutter is wider
	besideMark  = 0.6  // em more beside a mark, whose other half is white, in large type: papers have gutters as narrow
	largeType   = 1.15 // of the type of most lines
	besideOver  = 0.2  // em that their boxes may overlap by
	besideLevel = 0.15 // em that their middles differ by
	besideSize  = 0.08 // share that their sizes differ by
)

// across joins the parts of lines that were cut. n log n in the lines.
func across(p *sheet.Page) {
	s := setOf(p)
	after := make(map[int]int) // by line: the one that goes on with it
	gone := make([]bool, len(p.Lines))
	for k, i := range s.high {
		for _, j := range s.high[k+1 : min(len(s.high), k+1+mostBeside)] {
			if middle(&p.Lines[j])-middle(&p.Lines[i]) > besideLevel*p.Lines[i].Size*(1+2*besideSize) {
				break
			}
			a, b := i, j
			if p.Lines[b].Box.X < p.Lines[a].Box.X {
				a, b = b, a
			}
			if _, taken := after[a]; !taken && !gone[b] && s.continues(k, &p.Lines[a], &p.Lines[b]) {
				after[a], gone[b] = b, true
			}
		}
	}
	if len(after) == 0 {
		return
	}
	kept := make([]sheet.Line, 0, len(p.Lines)-len(after))
	for i := range p.Lines {
		if gone[i] {
			continue
		}
		a := p.Lines[i]
		for j, more := after[i]; more; j, more = after[j] {
			b := &p.Lines[j]
			a.Chars, a.Box, a.Bold = append(slices.Clip(a.Chars), b.Chars...), a.Box.Join(b.Box), a.Bold && b.Bold
		}
		kept = append(kept, a)
	}
	p.Lines = kept
}

// mostBeside is how many lines stand side by side at most; more are dirt.
const mostBeside = 100

// continues says whether line b stands right behind line a; one of them is line high[k].
func (s *set) continues(k int, a, b *sheet.Line) bool {
	em := max(a.Size, b.Size)
	gap, most := b.Box.X-a.Box.X-a.Box.W, besideGap*em
	if last := a.Chars[len(a.Chars)-1].Rune; a.Size > largeType*s.usual && (script.HalfEms(last) == 2 && (script.IsStop(last) || script.IsPause(last) || script.IsClosing(last)) || script.IsOpening(b.Chars[0].Rune)) {
		most += besideMark * em
	}
	if a.Zone == b.Zone || math.Abs(a.Size-b.Size) >= besideSize*em || math.Abs(middle(a)-middle(b)) >= besideLevel*em || gap <= -besideOver*em || gap >= most {
		return false
	}
	width, through := s.gutter(k, a.Box.Join(b.Box), a.Box.X+a.Box.W, b.Box.X)
	return width == 0 && (through || gap < besideGap*em)
}
