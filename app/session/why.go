package session

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Why says why the block at a place of the clean side is what it is and whose, why the lines around it
// were joined or broken there, and which corrections changed it: a line each, the block first.
//
// It reads the account of the draft; its cost is that of Corrections.
func (p *Snapshot) Why(ctx context.Context, at bulletin.Place) ([]say.Text, error) {
	account, err := p.account.get(ctx)
	if err != nil {
		return nil, err
	}
	corrections, err := p.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	var all []say.Text
	if line, ok := p.lineOf(at); ok {
		for _, x := range account.Verdicts {
			if line >= x.First && line <= x.Last && p.near(x, at) {
				all = append(all, say.T("清理定为%s：%s", "Cleaning took it for a %s: %s").With(wording.Kind(x.Kind), wording.Block(x)))
				break
			}
		}
		for _, j := range account.Junctions {
			if j.Below == line || j.Above == line {
				what := say.T("原文第 %s 行与第 %s 行：%s，把握 %s：%s", "Raw lines %s and %s: %s, %s sure: %s")
				all = append(all, what.With(fmt.Sprint(j.Above+1), fmt.Sprint(j.Below+1), join(j.Join), sure(j.Confidence), wording.Weighed(j.Cues)))
			}
		}
	}
	titles := p.Order.Titles()
	for _, c := range corrections {
		if !c.Counts || c.Before == c.After && c.Was.Article == c.Is.Article || c.Spot.Break != p.Order.BreakAt(at.Block) {
			continue
		}
		name := say.T("由人改动", "by hand")
		if c.Rule != "" {
			name = say.T("%s %s", "%s %s").With(c.Rule, wording.Rule(c.Rule))
		}
		all = append(all, say.T("%s（%s）", "%s (%s)").With(wording.SampleIn(c.Correction, titles), name))
	}
	return all, nil
}

// join says whether two lines were joined or broken, in a sentence.
func join(join bool) say.Text {
	t := wording.Join(join)
	t.EN = strings.TrimSpace(t.EN)
	return t
}

// sure words a confidence, which is never all.
func sure(confidence float64) string {
	if confidence >= 0.9995 {
		return "> 99.9%"
	}
	return fmt.Sprintf("%.1f%%", 100*confidence)
}

// lineOf is the raw line that a place of the clean side comes from: that of the nearest raw character
// of its block.
func (s *state) lineOf(at bulletin.Place) (line int, ok bool) {
	if at.Block < 0 || at.Block >= s.Order.Blocks() {
		return 0, false
	}
	n := s.Order.Length(at.Block)
	for d := 0; d <= n; d++ {
		for _, off := range []int{at.Off + d, at.Off - d} {
			if off < 0 || off > n {
				continue
			}
			if id := s.Order.ID(bulletin.Place{Block: at.Block, Off: off}); id.Origin == 0 && id.Index >= 0 {
				k, _ := slices.BinarySearchFunc(s.raw.Lines, int(id.Index), func(l source.Line, at int) int {
					switch {
					case at >= l.Next:
						return -1
					case at < l.From:
						return 1
					}
					return 0
				})
				return k, k < len(s.raw.Lines)
			}
		}
	}
	return 0, false
}

// near says whether a block of the draft is the one that a place stands in: the break that ends one of
// its lines ends the block, or the block holds one of their characters.
func (s *state) near(x bulletin.Verdict, at bulletin.Place) bool {
	i := s.Order.InText(at.Block)
	for k := x.First; k <= x.Last && k < len(s.raw.Lines); k++ {
		if b, _, live := s.Text.BlockOf(bulletin.ID{Index: int32(s.raw.Lines[k].From)}); live && b == i {
			return true
		}
	}
	return false
}
