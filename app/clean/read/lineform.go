package read

import (
	"strings"

	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Columns ends what a paper calls a standing column: it is a kicker and never the first half of a
// longer title.
var Columns = lexicon.NewVocabulary("巡礼", "进行时", "见闻", "观察", "聚焦", "追踪", "风采", "榜样", "进万家", "在行动", "系列报道", "专栏", "之窗", "关注", "课堂", "小说", "散文", "随笔", "时评", "来信", "荐书", "书评", "杂谈", "连载", "身边的人", "身边的榜样", "身边好人", "好人榜", "老照片", "言论")

func Standing(r []rune) bool {
	if n := len(r); n > 0 && layout.Contains("，。、．", r[n-1]) {
		r = r[:n-1] // dirt
	}
	return Columns.Ends(r) || len(r) > 0 && Columns.At(r, 0) == len(r) || numberedColumn(r)
}

// numberedColumn says whether a line is the name of a column as papers count or call it: 说案｜3, 专栏·庭前.
func numberedColumn(r []rune) bool {
	n := script.HanRun(r, 0)
	if n < 2 || n > 8 || n+1 >= len(r) {
		return false
	}
	if script.HasAt(r, 0, "专栏") {
		return n == 2 && layout.Contains("·｜|：", r[2]) && len(r) <= 12
	}
	if !layout.Contains("｜|", r[n]) {
		return false
	}
	_, end := phrase.Number(r, n+1)
	return end > n+1 && end == len(r)
}

// Openers begin a paragraph more often than they stand in one.
var Openers = lexicon.NewVocabulary("下一步，", "据了解，", "据悉，", "近年来，", "目前，", "会议指出，", "会议强调，", "会议要求，", "会上，", "随后，", "此外，", "与此同时，", "接下来，", "当天，", "当日，", "今年以来，", "截至", "记者了解到，", "最后，", "问：", "答：", "【")

// Opens says whether a line begins as paragraphs do.
func Opens(r []rune) bool {
	if Openers.At(r, 0) > 0 {
		return true
	}
	// An hour: 9:10，…
	return len(r) > 5 && phrase.IsDigit(r[0]) && (r[1] == ':' && phrase.IsDigit(r[2]) && phrase.IsDigit(r[3]) && r[4] == '，' || phrase.IsDigit(r[1]) && r[2] == ':' && phrase.IsDigit(r[3]) && phrase.IsDigit(r[4]) && r[5] == '，')
}

// Particle says whether a line begins with a syllable that leans on the word before it: 的, 们, 了
// where it is not 了解.
func Particle(r []rune) bool {
	return layout.Contains("的们吗呢吧", r[0]) && (r[0] != '的' || len(r) < 2 || r[1] != '士') || r[0] == '了' && (len(r) < 2 || !layout.Contains("解不如然", r[1]))
}

// LatinSmall says whether a line begins with a small letter.
func LatinSmall(r []rune) bool { return r[0] >= 'a' && r[0] <= 'z' }

// Units follow a number and begin no sentence.
var Units = lexicon.NewVocabulary("年", "月", "日", "时", "分钟", "元", "万", "亿", "亩", "个", "名", "人次", "公里", "米", "吨", "平方米", "岁", "户", "家", "辆", "台", "座", "所", "项", "次", "处", "条", "件", "套", "多", "余", "℃", "％", "%")

// Words cuts a line at its spaces, at most 40 of them.
func Words(r []rune) []string {
	w := strings.Fields(string(layout.Clip(r, 150)))
	return w[:min(len(w), 40)]
}

// Scene says whether a text is one short sentence that shows who does what where, as the words under a
// picture do: 工人正在铺设管道。 A report's last sentence (…正在调查中。) does not.
func Scene(r []rune) bool {
	n := len(r)
	if n < 8 || n > 24 || r[n-1] != '。' || r[n-2] == '中' || layout.MarksIn(r[:n-1], "，。、：；“！？") > 0 {
		return false
	}
	at := script.Find(r, 1, "在")
	return at > 0 && at < 10 && at < n-4 && !script.HasAt(r, at, "在于") && !OpensSaying.In(r)
}

// OpensSaying are words of a story's own voice, not of a picture's.
var OpensSaying = lexicon.NewVocabulary("我", "你", "他说", "她说", "记者", "目前", "已经", "将", "至今")

// Yearly says whether a title names an event by its year or its number: 2024…, 第12届, 第5次.
func Yearly(t []rune) bool {
	if len(t) > 4 && phrase.IsDigit(t[0]) && phrase.IsDigit(t[1]) && phrase.IsDigit(t[2]) && phrase.IsDigit(t[3]) {
		return true
	}
	for i := range t {
		if t[i] != '第' {
			continue
		}
		k := i + 1
		for k < len(t) && phrase.IsDigit(t[k]) {
			k++
		}
		return k > i+1 && k < len(t) && (t[k] == '届' || t[k] == '次')
	}
	return false
}

// Reports open a paragraph of running text.
var Reports = lexicon.NewVocabulary("以上", "记者从", "记者在", "为方便", "为了", "为进一步", "根据", "按照", "经", "兹", "随着", "针对", "近年来", "据悉", "据了解", "因")

// Pauses is how many spaces part Han words in a line: 全力以赴 决战决胜.
func Pauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && !script.IsSpace(r[i-1]) {
			k := script.SkipBlank(r, i)
			if k < len(r) && Wordy(r[i-1]) && Wordy(r[k]) && (script.IsHan(r[i-1]) || script.IsHan(r[k])) {
				n++
			}
		}
	}
	return n
}

// HanPauses is how many spaces part two Han characters.
func HanPauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && script.IsHan(r[i-1]) {
			if k := script.SkipBlank(r, i); k < len(r) && script.IsHan(r[k]) {
				n++
			}
		}
	}
	return n
}

func Wordy(r rune) bool {
	return script.IsHan(r) || phrase.IsDigit(r) || script.IsLatin(r) || script.IsClosing(r) || script.IsOpening(r) || r == '%' || r == '℃'
}

// Holds says whether one of words stands in r.
func Holds(r []rune, words ...string) bool {
	for _, w := range words {
		if script.Find(r, 0, w) >= 0 {
			return true
		}
	}
	return false
}
