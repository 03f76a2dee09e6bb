package wording

import (
	"fmt"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/proof"
	"qingyang/app/say"
)

// Join says whether two lines were joined or broken.
func Join(join bool) say.Text {
	if join {
		return say.T("接", "join ")
	}
	return say.T("分", "break")
}

// Block words why a block is what it is.
func Block(x bulletin.Verdict) say.Text {
	t := Weighed(x.Cues)
	if len(x.Words) > 0 {
		words := "“" + strings.Join(x.Words, "”“") + "”"
		t = say.Text{ZH: t.ZH + "；与正文同有" + words, EN: t.EN + "; its story has " + words + " too"}
	}
	return t
}

// Weighed words all reasons of a decision with their weights.
func Weighed(cues []bulletin.Cue) say.Text {
	var all say.Text
	for i, w := range cues {
		r := reason(w)
		if i > 0 {
			all.ZH, all.EN = all.ZH+"，", all.EN+", "
		}
		n := fmt.Sprintf(" %+.1f", w.Weight)
		all.ZH, all.EN = all.ZH+r.ZH+n, all.EN+r.EN+n
	}
	return all
}

// Reasons words the strongest reasons of a decision, at most three.
func Reasons(cues []bulletin.Cue) say.Text {
	var all say.Text
	for i, w := range cues[:min(3, len(cues))] {
		r := reason(w)
		if i > 0 {
			all.ZH, all.EN = all.ZH+"、", all.EN+", "
		}
		all.ZH, all.EN = all.ZH+r.ZH, all.EN+r.EN
	}
	return all
}

// reason words a cue of cleaning, there or missing. A code that an older or a newer version of the
// program wrote stands for itself.
func reason(c bulletin.Cue) say.Text {
	t, ok := reasonNames[c.Code]
	if !ok {
		t = say.T(c.Code, c.Code)
	}
	if !c.Holds {
		t = say.Text{ZH: "无" + t.ZH, EN: "no " + t.EN}
	}
	return t
}

var reasonNames = map[string]say.Text{
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

	proof.WhyShape: say.T("形近", "looks like it"),
	proof.WhySound: say.T("音近", "sounds like it"),
	proof.WhyWord:  say.T("成词", "makes a word"),
	proof.WhyOften: say.T("如此连用常见得多", "far oftener seen so"),
}
