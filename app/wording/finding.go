package wording

import (
	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/say"
)

// Finding is what people call the kind of a finding.
func Finding(f bulletin.Finding) say.Text {
	if t, ok := findingNames[f.Check]; ok {
		return t
	}
	if f.Rule != "" {
		return say.T("%s %s", "%s %s").With(f.Rule, Rule(f.Rule))
	}
	return say.T(f.Check, f.Check)
}

var findingNames = map[string]say.Text{
	proof.Junction:  say.T("接排与分段", "Joins and breaks"),
	proof.Tray:      say.T("待归稿件", "In no article"),
	proof.Wrong:     say.T("疑误字", "Wrong characters"),
	proof.Second:    say.T("两次识读不同", "Two readings differ"),
	proof.Taught:    say.T("以前改过的", "Corrected before"),
	proof.Headless:  say.T("没有标题", "Without a headline"),
	proof.Character: say.T("造字", "Characters without Unicode"),
	proof.Damage:    say.T("无法辨读", "Bytes that could not be read"),
}

// Sure says how likely it is that a finding is right: 0 perhaps, 1 likely, 2 nearly sure.
func Sure(n uint8) say.Text {
	return []say.Text{say.T("或许", "perhaps"), say.T("较可能", "likely"), say.T("很可能", "nearly sure")}[min(n, 2)]
}

// NoteKind is what people call a kind of note.
func NoteKind(k bulletin.NoteKind) say.Text {
	return []say.Text{say.T("附注", "remark"), say.T("存疑", "query"), say.T("致作者", "to the author")}[min(k, bulletin.ToAuthor)]
}

// NoteState is how people say how far a note is.
func NoteState(s bulletin.NoteState) say.Text {
	return []say.Text{say.T("未结", "open"), say.T("已答", "answered"), say.T("已结", "settled")}[min(s, bulletin.NoteSettled)]
}
