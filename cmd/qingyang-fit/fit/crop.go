package fit

import (
	"math/rand"
	"slices"
	"strings"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/source"
)

// What people paste is often no page but a few lines of one, with or without its empty lines. The fit sees
// such pieces, too.
const (
	cropsPerPage = 2
	longestCrop  = 32   // lines; most are shorter
	headed       = 0.5  // how often a piece begins with a title
	tightCrop    = 0.15 // how often the empty lines are taken out
	looseCrop    = 0.1  // how often one is put behind each line
)

// crops are pieces of a page that begin and end with a block.
func (p *page) crops(dice *rand.Rand) (all []*page) {
	for range cropsPerPage {
		from := dice.Intn(len(p.roles))
		if titles := p.titles(); len(titles) > 0 && dice.Float64() < headed {
			from = titles[dice.Intn(len(titles))]
		}
		for from < len(p.roles) && (p.roles[from].Next() || p.roles[from] == read.Resumed || p.lines.Lines[from].Cut) {
			from++
		}
		to := min(len(p.roles), from+1+dice.Intn(1+dice.Intn(longestCrop)))
		for to < len(p.roles) && (p.roles[to].Next() || p.roles[to] == read.Resumed || p.lines.Lines[to].Cut) {
			to++
		}
		way := dice.Float64()
		if from < to && to-from < 2*longestCrop {
			if c := p.crop(from, to, way); c != nil {
				all = append(all, c)
			}
		}
	}
	return all
}

// titles are the lines that titles begin with, where no title stands above.
func (p *page) titles() (all []int) {
	for i, r := range p.roles {
		if r.Title() && !r.Next() && (i == 0 || !p.roles[i-1].Title()) {
			all = append(all, i)
		}
	}
	return all
}

// crop is the lines [from, to) as a page of their own; nil where they are measured otherwise there.
func (p *page) crop(from, to int, way float64) *page {
	var b strings.Builder
	last := -1
	for i := from; i < to; i++ {
		l := &p.lines.Lines[i]
		if l.Cut && i > from {
			continue
		}
		row := p.lines.Rows[l.Row]
		if last >= 0 {
			for k := last + 1; k < l.Row && way >= tightCrop; k++ {
				b.WriteString("\n")
			}
			if way > 1-looseCrop {
				b.WriteString("\n")
			}
		}
		b.WriteString(string(p.raw.Text[row.From:row.To]) + "\n")
		last = l.Row
	}
	c := &page{dir: p.dir, half: p.half, raw: source.Raw{Text: []rune(b.String())}, blocks: p.blocks}
	c.lines = layout.Measure(c.raw, nil)
	if len(c.lines.Lines) != to-from || c.lines.Latin != p.lines.Latin {
		return nil
	}
	for k := range c.lines.Lines {
		if !slices.Equal(c.lines.Lines[k].Text, p.lines.Lines[from+k].Text) {
			return nil
		}
	}
	c.pieces, c.roles, c.spaces = p.pieces[from:to], p.roles[from:to], slices.Clone(p.spaces[from:to])
	c.breaks = slices.Clone(p.breaks[from:to])
	c.breaks[0], c.spaces[0] = -1, -1
	return c
}
