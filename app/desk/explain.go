package desk

import (
	"fmt"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/say"
	"qingyang/app/source"
)

// Explain says why cleaning decided as it did, strongest reason first: of every junction of two lines
// (with how sure it is), of every block, and of every edit the rule that made it.
func (c Cleaned) Explain(l say.Lang) string {
	var b strings.Builder
	account := clean.Explain(c.Raw, clean.Profile{})
	section := func(t say.Text) { fmt.Fprintf(&b, "\n%s\n", t.In(l)) }
	fmt.Fprintln(&b, say.T("行与行之间", "Between lines").In(l))
	for _, j := range account.Junctions {
		mark := " "
		if j.Uncertain() {
			mark = "?"
		}
		fmt.Fprintf(&b, "%4d–%-4d %s %s %.3f  %s\n", j.Above+1, j.Below+1, joinName(j.Join).In(l), mark, j.Confidence, weighed(j.Why).In(l))
	}
	section(say.T("段块", "Blocks"))
	for _, x := range account.Blocks {
		fmt.Fprintf(&b, "%4d–%-4d %s  %s\n", x.First+1, x.Last+1, KindName(x.Kind).In(l), blockReasons(x).In(l))
	}
	section(say.T("规则的改动", "Edits by rules"))
	log := c.text.Log()
	for n, all := range c.text.History() {
		for _, x := range all {
			if id := log[n-1].Author.Rule; x.Before != x.After {
				fmt.Fprintf(&b, "%-4s %s  %s\n", id, RuleName(id).In(l), Sample(x).In(l))
			}
		}
	}
	return b.String()
}

// Why says why the block at a place of the clean side is what it is and whose, why the lines around it
// were joined or broken there, and which corrections changed it: a line each, the block first.
//
// It costs about what cleaning the page does.
func (s *Sheet) Why(at Place) []say.Text {
	now := s.state()
	var all []say.Text
	if line, ok := now.lineOf(at); ok {
		account := clean.Explain(s.Raw, s.house.profile())
		for _, x := range account.Blocks {
			if line >= x.First && line <= x.Last && now.near(x, at) {
				all = append(all, say.T("清理定为%s：%s", "Cleaning took it for a %s: %s").With(KindName(x.Kind), blockReasons(x)))
				break
			}
		}
		for _, j := range account.Junctions {
			if j.Below == line || j.Above == line {
				what := say.T("原文第 %s 行与第 %s 行：%s，把握 %s：%s", "Raw lines %s and %s: %s, confidence %s: %s")
				all = append(all, what.With(fmt.Sprint(j.Above+1), fmt.Sprint(j.Below+1), joinName(j.Join), fmt.Sprintf("%.3f", j.Confidence), weighed(j.Why)))
			}
		}
	}
	for _, c := range now.corrections() {
		if !c.Counts || c.Before == c.After || now.place(c.At).Block != at.Block {
			continue
		}
		name := say.T("由人改动", "by hand")
		if c.Rule != "" {
			name = say.T("%s %s", "%s %s").With(c.Rule, RuleName(c.Rule))
		}
		all = append(all, say.T("%s（%s）", "%s (%s)").With(Sample(c.Correction), name))
	}
	return all
}

// lineOf is the raw line that a place of the clean side comes from: that of the nearest raw character
// of its block.
func (s *state) lineOf(at Place) (line int, ok bool) {
	if at.Block < 0 || at.Block >= len(s.order.blocks) {
		return 0, false
	}
	i := s.order.blocks[at.Block]
	n := len(s.text.Runes(i))
	for d := 0; d <= n; d++ {
		for _, off := range []int{at.Off + d, at.Off - d} {
			if off < 0 || off > n {
				continue
			}
			if id := s.text.ID(i, off); id.Origin == 0 && id.Index >= 0 {
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
func (s *state) near(x clean.Block, at Place) bool {
	i := s.order.blocks[at.Block]
	for k := x.First; k <= x.Last && k < len(s.raw.Lines); k++ {
		if b, _, live := s.text.BlockOf(bulletin.ID{Index: int32(s.raw.Lines[k].From)}); live && b == i {
			return true
		}
	}
	return false
}

func joinName(join bool) say.Text {
	if join {
		return say.T("接", "join ")
	}
	return say.T("分", "break")
}

// blockReasons words why a block is what it is.
func blockReasons(x clean.Block) say.Text {
	t := weighed(x.Why)
	if len(x.Words) > 0 {
		words := "“" + strings.Join(x.Words, "”“") + "”"
		t = say.Text{ZH: t.ZH + "；与正文同有" + words, EN: t.EN + "; its story has " + words + " too"}
	}
	return t
}

// weighed words all reasons of a decision with their weights.
func weighed(why []clean.Why) say.Text {
	var all say.Text
	for i, w := range why {
		r := reason(w.Code)
		if i > 0 {
			all.ZH, all.EN = all.ZH+"，", all.EN+", "
		}
		n := fmt.Sprintf(" %+.1f", w.Value)
		all.ZH, all.EN = all.ZH+r.ZH+n, all.EN+r.EN+n
	}
	return all
}

// reasons words the strongest reasons of a decision, at most three.
func reasons(why []clean.Why) say.Text {
	var all say.Text
	for i, w := range why[:min(3, len(why))] {
		r := reason(w.Code)
		if i > 0 {
			all.ZH, all.EN = all.ZH+"、", all.EN+", "
		}
		all.ZH, all.EN = all.ZH+r.ZH, all.EN+r.EN
	}
	return all
}

// reason words a reason of cleaning.
func reason(c clean.Code) say.Text {
	if t, ok := reasonNames[c]; ok {
		return t
	}
	return say.T(string(c), string(c))
}

var reasonNames = map[clean.Code]say.Text{
	clean.WhyBlank:     say.T("空行", "empty line"),
	clean.WhyStop:      say.T("句末", "end of a sentence"),
	clean.WhyShort:     say.T("行短", "short line"),
	clean.WhyFull:      say.T("行满", "full line"),
	clean.WhyIndent:    say.T("缩进", "indent"),
	clean.WhyBarred:    say.T("禁则", "mark that begins no line"),
	clean.WhyLead:      say.T("电头", "lead"),
	clean.WhySeries:    say.T("序号", "numbered item"),
	clean.WhyTitle:     say.T("标题", "title"),
	clean.WhySeam:      say.T("标题相接", "one title over two lines"),
	clean.WhyWord:      say.T("跨行词", "word across the lines"),
	clean.WhyCredit:    say.T("署名", "credit"),
	clean.WhyPhoto:     say.T("图注", "caption"),
	clean.WhyAlone:     say.T("独句", "sentence alone"),
	clean.WhyFurniture: say.T("版面信息", "furniture"),
	clean.WhyAdvert:    say.T("广告", "advert"),
	clean.WhySpeck:     say.T("污点", "stray mark"),
	clean.WhyRow:       say.T("表行", "row of a table"),
	clean.WhyMeasure:   say.T("栏宽变化", "another measure"),
	clean.WhyHyphen:    say.T("断词", "cut word"),
	clean.WhySize:      say.T("字号", "size of letters"),
	clean.WhyMarks:     say.T("句读", "commas and stops"),
	clean.WhyPause:     say.T("停顿", "pause"),
	clean.WhyColumn:    say.T("栏目名", "standing column"),
	clean.WhyAbove:     say.T("位于稿上", "stands above the story"),
	clean.WhyWords:     say.T("同词", "shared words"),
	clean.WhyText:      say.T("正文", "running text"),
	clean.WhyVerse:     say.T("诗行", "verse"),
}
