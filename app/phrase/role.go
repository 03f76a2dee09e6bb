package phrase

import "qingyang/app/lexicon"

// Role says what a word of a credit makes of the person beside it. A word may have several.
type Role uint8

// The roles.
const (
	Calling Role = 1 << iota // who reports: 记者, 通讯员, 评论员
	Work                     // what was done: 文/图, 摄影报道, 整理
	Hands                    // Work that may open a credit, with the name behind it: 文/图, 摄影
	Writer                   // who wrote a piece and is no reporter, or worked on it: 作者, 译, 插图
	Staff                    // who made the page: 责编, 版式
	Maker                    // other labels of names, which are words of running text as well: 主编, 策划
	Shot                     // who took a picture, behind the name: 摄, 供图
	Label                    // words of all kinds of text, which need a mark behind them: 图/, 文字：
)

// roles is the one list of the words of credits.
var roles = []struct {
	roles Role
	words []string
}{
	{Calling, []string{
		"记者", "讠己者", "本报记者", "本报特约记者", "本报见习记者", "本报实习记者", "本报首席记者", "本报全媒体记者", "本报融媒体记者", "本报摄影记者",
		"本刊记者", "本网记者", "本台记者", "本社记者", "新华社记者", "特派记者", "本报特派记者", "高级记者", "资深记者", "见习记者", "实习记者", "特约记者",
		"首席记者", "摄影记者", "全媒体记者", "融媒体记者", "融媒记者", "驻站记者",
		"校园记者", "学生记者", "小记者", "社区记者", "指导老师", "指导教师", "见习编辑", "特约编辑", "撰稿", "本报撰稿", "采写", "采写记者", "本报特派员", "科普作者",
		"通讯员", "本报通讯员", "特约通讯员", "特派员", "实习生", "特约撰稿人", "特约撰稿", "撰稿人", "评论员", "本报评论员", "特约评论员"}},
	{Calling | Work, []string{"摄影报道"}},
	{Work, []string{"综合报道", "报道", "/文", "/图", "／文", "／图"}},
	{Work | Writer, []string{"整理"}},
	{Work | Hands | Writer, []string{"文/图", "图/文", "文／图", "图／文", "摄影"}},
	{Work | Writer, []string{"文图", "图文"}},
	{Writer, []string{"翻译", "译", "插图", "绘图", "编译", "读者", "作者", "编者", "撰文", "供稿", "文"}},
	{Staff, []string{"责编", "责任编辑", "美编", "美术编辑", "校对", "组版", "版式", "编审", "值班主任", "值班总编", "本版编辑", "责任校对", "执行编辑", "值班编辑", "执行主编", "值班主编", "值班编委", "本期责编", "本期编辑", "本版责编", "版面编辑", "见习校对", "版式设计"}},
	{Maker, []string{"文/摄", "编辑", "主编", "审校", "审核", "制图", "统筹", "监制", "策划", "文编", "图编", "视觉", "制版", "排版", "出品", "监审", "终审", "编委", "一读", "二读", "版面", "审读", "检校"}},
	{Shot | Maker, []string{"摄", "供图"}},
	{Label, []string{"图", "文字", "图片"}},
}

// with makes the vocabulary of the words that have one of the roles.
func with(some Role) *lexicon.Vocabulary {
	var words []string
	for _, row := range roles {
		if row.roles&some != 0 {
			words = append(words, row.words...)
		}
	}
	return lex(words...)
}

var (
	callings     = with(Calling)
	works        = with(Work)
	hands        = with(Hands)
	writers      = with(Writer)
	bare         = with(Label)
	staff        = with(Staff)
	makersOfPage = with(Staff | Maker)
	labels       = with(Calling | Work | Writer | Staff | Maker)
)

// CallingAt is the length in runes of the calling that stands in r at i (记者, 通讯员 …), 0 for none.
func CallingAt(r []rune, i int) int { return callings.At(r, i) }

// HasCalling says whether a calling stands anywhere in r.
func HasCalling(r []rune) bool { return callings.In(r) }

// StaffAt is the length in runes of the word for one who made the page that stands in r at i (责编, 校对 …),
// 0 for none.
func StaffAt(r []rune, i int) int { return staff.At(r, i) }

// HasStaff says whether a word for one who made the page stands anywhere in r.
func HasStaff(r []rune) bool { return staff.In(r) }

// EndsInCalling says whether a line ends with a calling, so that the name stands on the next one.
func EndsInCalling(r []rune) bool {
	for n := 2; n <= 7 && n <= len(r); n++ {
		if callings.At(r, len(r)-n) == n {
			return true
		}
	}
	return false
}
