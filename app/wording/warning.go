package wording

import (
	"qingyang/app/clean/layout"
	"qingyang/app/say"
)

// Warning says what a page as a whole is not fit for, and what to do.
func Warning(w layout.Warning) say.Text {
	if w == layout.Garbled {
		return say.T("本页的字读不成词，整理结果不可信：请换一份识别结果，或对照原图录入",
			"The letters of this page make no words, and the draft cannot be trusted: take another recognition, or type it from the picture")
	}
	return say.T("本页两栏的行混在一起，次序无法恢复：请按栏重新提取，或对照原件逐行调整",
		"The lines of two columns are mixed on this page, and their order cannot be recovered: extract it column by column, or put the lines in order by the original")
}
