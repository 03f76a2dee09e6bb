package house

import (
	"strings"

	"qingyang/app/clean/read"
	"qingyang/app/say"
)

// told words one habit: where, what is likelier there, and by how much.
func told(h read.Habit) say.Text {
	where := say.T("到处", "everywhere")
	switch h.Cue {
	case "gaps":
		where = say.T("上面空 %d 行、下面空 %d 行", "%d empty lines above, %d below").With(h.X, h.Y)
	case "gap":
		where = say.T("中间空 %d 行", "%d empty lines between").With(h.X)
	case "indent":
		where = say.T("行首缩进 %d 格", "an indent of %d").With(h.X)
	case "length":
		where = say.T("字数在第 %d 档", "length in class %d").With(h.X)
	case "last":
		where = say.T("末字属第 %d 类", "last character of class %d").With(h.X)
	case "column", "room in column":
		where = say.T("比栏宽短 %d 个半角", "%d half-widths short of the column").With(h.X - read.RoomFrom)
	}
	sign := say.T("多为", "more often")
	if h.Weight < 0 {
		sign = say.T("少为", "less often")
	}
	return say.T("  %s：%s%s（%+.2f）", "  %s: %s %s (%+.2f)").With(where, sign, forWords(h.For), h.Weight)
}

// forWords words the name of a role or of a class of junctions.
func forWords(name string) say.Text {
	var zh, en []string
	for _, w := range strings.Fields(name) {
		next := strings.TrimRight(w, "+~")
		t, ok := roleWords[next]
		if !ok {
			t = say.T(next, next)
		}
		if next != w {
			t = say.T(t.ZH+"续行", t.EN+" going on")
		}
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return say.T(strings.Join(zh, "→"), strings.Join(en, " → "))
}

var roleWords = map[string]say.Text{
	"para": say.T("正文段", "paragraph"), "row": say.T("单行", "row"), "kicker": say.T("引题", "kicker"), "head": say.T("主题", "headline"), "sub": say.T("副题", "subheadline"),
	"title": say.T("标题", "title"), "by": say.T("署名", "byline"), "caption": say.T("图注", "caption"), "furniture": say.T("版面信息", "furniture"),
	"other": say.T("其他", "something else"), "resume": say.T("接续的正文", "a paragraph resumed"), "first": say.T("段首", "its first line"), "1": say.T("一行", "of one line"),
}
