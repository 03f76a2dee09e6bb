package clean

import "qingyang/app/lexicon"

// columns ends what a paper calls a standing column: it is a kicker and never the first half of a
// longer title.
var columns = lexicon.NewVocabulary("巡礼", "进行时", "见闻", "观察", "聚焦", "追踪", "风采", "榜样", "进万家", "在行动", "系列报道", "专栏", "之窗", "关注", "课堂", "小说", "散文", "随笔", "时评", "来信", "荐书", "书评", "杂谈", "连载", "身边的人", "身边的榜样", "身边好人", "好人榜", "老照片", "言论")

func standing(r []rune) bool {
	if n := len(r); n > 0 && contains("，。、．", r[n-1]) {
		r = r[:n-1] // dirt
	}
	return columns.Ends(r) || len(r) > 0 && columns.At(r, 0) == len(r)
}
