package window

import (
	"qingyang/app/say"
	"qingyang/widgets"
)

// sign is a mark of the texts with what it means.
type sign struct {
	shown   widgets.Block // its Text is the sample, which Spans speak of
	meaning say.Text
}

// example is the sample that signs are shown on.
var example = []rune("渡口的灯")

func on(l widgets.Look) widgets.Block {
	return widgets.Block{Spans: []widgets.Span{{To: len(example), Look: l}}}
}

// signs are all marks that the texts show, as they show them.
var signs = []sign{
	{widgets.Block{Marks: widgets.Read}, say.T("最左边的绿线：这一段读过了（F4 去下一段未读）", "green line at the far left: this block was read (F4 goes to the next that was not)")},
	{on(widgets.Look{Under: widgets.Straight, Shade: widgets.Good}), say.T("绿色下划线：规则改的（Alt+Enter 看为什么，Ctrl+R 收回）", "green line below: changed by a rule (Alt+Enter says why, Ctrl+R takes it back)")},
	{on(widgets.Look{Under: widgets.Straight, Shade: widgets.Accent, Back: widgets.Inserted, Marks: widgets.Bar}), say.T("蓝色底、下划线和左边的竖条：人改的", "blue ground, line and bar at the left: changed by a person")},
	{widgets.Block{Spans: []widgets.Span{{From: 2, To: 2, Look: widgets.Look{Tick: true, Shade: widgets.Weak}}}}, say.T("灰色小三角：原文两行在此接成一行", "small grey triangle: two raw lines were joined here")},
	{widgets.Block{Spans: []widgets.Span{{From: 2, To: 2, Look: widgets.Look{Tick: true, Shade: widgets.Good}}}}, say.T("绿色小三角：规则在此删去了空格等", "small green triangle: a rule took something out here, a space for instance")},
	{on(widgets.Look{Under: widgets.Wavy, Shade: widgets.Caution, Marks: widgets.Doubt}), say.T("波浪线和左边的问号：疑点（F8 去下一处）", "wavy line and question mark: doubtful (F8 goes to the next)")},
	{on(widgets.Look{Under: widgets.Dotted, Shade: widgets.Caution, Marks: widgets.Warn}), say.T("点线和左边的叹号：有没了结的附注（F5 列出）", "dotted line and exclamation mark: a note that is not settled (F5 lists them)")},
	{on(widgets.Look{Back: widgets.Doubtful}), say.T("淡橙色底：识别程序自己没有把握的字", "pale orange ground: what the reading machine was unsure of")},
	{on(widgets.Look{Back: widgets.Lit}), say.T("浅色底：另一侧光标所在的字，或有疑问的两行相接处", "pale ground: what the caret of the other side stands on, or where two lines meet that are in doubt")},
	{on(widgets.Look{Ink: widgets.Weak, Back: widgets.Deleted, Cut: true}), say.T("原文一侧的删除线：清样里已没有的字", "struck out on the raw side: no longer in the clean text")},
	{widgets.Block{Label: "待归", Shade: widgets.Caution}, say.T("橙色的“待归”：还不属于任何稿件（Ctrl+L 归入）", "orange “tray”: belongs to no article yet (Ctrl+L gives it to one)")},
	{widgets.Block{Above: 1, Rule: true}, say.T("横线：另一篇稿件从这里开始", "line across: another article begins here")},
}

// Legend shows what the marks of the texts mean.
func (w *Window) Legend() {
	d := &stateDocument{}
	for _, s := range signs {
		b := s.shown
		if b.Label != "" {
			b.Label = say.T("待归", "tray").In(w.lang)
		}
		b.Text = append(append([]rune{}, example...), []rune("　　"+s.meaning.In(w.lang))...)
		b.Style = widgets.Style{Size: 1, Below: 0.3}
		d.blocks = append(d.blocks, b)
	}
	text := widgets.NewEditor()
	text.ReadOnly, text.Labels = true, true
	text.SetDocument(d)
	w.ask(asked{name: "legend", title: say.T("图例：记号的意思", "Legend: what the marks mean").In(w.lang), content: text, size: w.share(0.7, 0.75), first: text})
}
