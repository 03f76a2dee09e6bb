package phrase

import (
	"qingyang/app/script"
)

// columns ends what a paper calls a standing column: it is a kicker and never the first half of a
// longer title.
var columns = lex("巡礼", "进行时", "见闻", "观察", "聚焦", "追踪", "风采", "榜样", "进万家", "在行动", "系列报道", "专栏", "之窗", "关注", "课堂", "小说", "散文", "随笔", "时评", "来信", "荐书", "书评", "杂谈", "连载", "身边的人", "身边的榜样", "身边好人", "好人榜", "老照片", "言论")

// shortColumns ends such a name where it is of two words, and titles where they are longer: 渡口人物, 灯下札记.
var shortColumns = lex("人物", "闲话", "故事", "驿站", "短谈", "漫谈", "笔记", "札记", "热线", "茶座", "讲堂", "信箱", "漫笔", "絮语", "专访", "访谈", "手记", "沙龙", "写真", "剪影", "掠影",
	"论坛", "心语", "夜话", "短评", "快评", "博览", "撷英", "一得", "百态", "万象", "杂记", "絮谈")

// IsStanding says whether a line is the name of a standing column, or ends as such names do: 身边的榜样, 说案｜3.
func IsStanding(r []rune) bool {
	if n := len(r); n > 0 && contains("，。、．", r[n-1]) {
		r = r[:n-1] // dirt
	}
	return columns.Ends(r) || len(r) <= 6 && shortColumns.Ends(r) && script.HanRun(r, 0) == len(r) && script.Find(r, 0, "的") < 0 || len(r) > 0 && columns.At(r, 0) == len(r) || numberedColumn(r)
}

// numberedColumn says whether a line is the name of a column as papers count or call it: 说案｜3, 专栏·庭前.
func numberedColumn(r []rune) bool {
	n := script.HanRun(r, 0)
	if n < 2 || n > 8 || n+1 >= len(r) {
		return false
	}
	if script.HasAt(r, 0, "专栏") {
		return n == 2 && contains("·｜|：", r[2]) && len(r) <= 12
	}
	if !contains("｜|", r[n]) {
		return false
	}
	_, end := Number(r, n+1)
	return end > n+1 && end == len(r)
}
