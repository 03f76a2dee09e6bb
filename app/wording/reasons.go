package wording

import (
	"fmt"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/proof"
	"qingyang/app/say"
)

// Join says whether two lines were joined or broken.
func Join(join bool) say.Text {
	if join {
		return say.T("接", "join")
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
	cue.Blank:   say.T("空行", "empty lines"),
	cue.Place:   say.T("位置", "place"),
	cue.Full:    say.T("行满行短", "how full the line is"),
	cue.Measure: say.T("栏宽", "width of the column"),
	cue.Indent:  say.T("缩进", "indent"),
	cue.Length:  say.T("字数", "length"),
	cue.Stop:    say.T("句末句首", "end and beginning of sentences"),
	cue.Marks:   say.T("标点与数字", "marks and digits"),
	cue.Form:    say.T("固定格式", "set form"),
	cue.Lead:    say.T("开头", "opening"),
	cue.Letters: say.T("常用字", "usual characters"),
	cue.Near:    say.T("上下行", "lines around"),
	cue.Words:   say.T("同词", "shared words"),
	cue.Seam:    say.T("跨行词", "word across the lines"),
	cue.Titles:  say.T("标题", "titles"),
	cue.Credit:  say.T("署名", "credits"),
	cue.Stack:   say.T("题组", "headline stack"),
	cue.Size:    say.T("字号", "size of letters"),
	cue.Run:     say.T("前后关系", "what follows what"),
	cue.Rest:    say.T("其余", "all else"),

	proof.WhyShape:  say.T("形近", "looks like it"),
	proof.WhySound:  say.T("音近", "sounds like it"),
	proof.WhyWord:   say.T("成词", "makes a word"),
	proof.WhyUnsure: say.T("识读时就没有把握", "the reading machine was not sure"),
	proof.WhyOften:  say.T("如此连用常见得多", "far oftener seen so"),
}
