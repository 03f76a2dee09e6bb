package phrase

import (
	"unicode/utf8"

	"qingyang/app/script"
)

// IsFolio says whether a text without spaces is the number of a page and nothing else: 03, A12, T07 of a special part.
func IsFolio(t []rune) bool {
	if len(t) == 0 || len(t) > 3 {
		return false
	}
	digits := 0
	for _, c := range t {
		if IsDigit(c) {
			digits++
		}
	}
	return digits == len(t) || digits == len(t)-1 && (t[0] >= 'A' && t[0] <= 'D' || t[0] == 'T')
}

// SetFolio reads a line that is a page's number in one of the ways that papers set it, with its rules or
// the page's name beside it: "— 6 —", "·6·", "第6页", "A06版", "Page 6", "- 6 - 报名". name is what stands
// beside the number. A bare number is one too: where it stands must tell.
func SetFolio(r []rune) (page int, name Span, ok bool) {
	i, end := script.SkipBlank(r, 0), script.TrimBlank(r, 0, len(r))
	if end-i > 24 || end <= i {
		return 0, name, false
	}
	rules := 0
	for i < end && (contains(folioRules, r[i]) || script.IsSpace(r[i])) {
		if !script.IsSpace(r[i]) {
			rules++
		}
		i++
	}
	for _, w := range pageWords {
		if n := utf8.RuneCountInString(w); i+n < end && script.HasAt(r, i, w) && (n == 1 || script.IsSpace(r[i+n]) || IsDigit(r[i+n])) {
			i = script.SkipBlank(r, i+n)
			rules++
			break
		}
	}
	if i < end && r[i] >= 'A' && r[i] <= 'H' && i+1 < end && IsDigit(r[i+1]) {
		i++
	}
	page, k := Numeral(r[:end], i)
	if k == i || k-i > 3 || Enclosed(r[i]) > 0 {
		return 0, name, false
	}
	i = script.SkipBlank(r[:end], k)
	if i < end && (r[i] == '版' || r[i] == '页') {
		rules++
		i++
	} else if HanDigit(r[k-1]) >= 0 && rules == 0 {
		return 0, name, false // 三 by itself
	}
	behind := 0
	for i < end && (contains(folioRules, r[i]) || script.IsSpace(r[i])) {
		if !script.IsSpace(r[i]) {
			behind++
		}
		i++
	}
	name = Span{i, end}
	if name.Empty() {
		return page, name, page > 0
	}
	for _, c := range name.Of(r) {
		if !script.IsHan(c) && !script.IsLatin(c) && !script.IsSpace(c) && c != '·' && !contains(folioRules, c) {
			return 0, name, false
		}
	}
	return page, name, page > 0 && rules > 0 && behind > 0
}

const folioRules = "-－—–·•─~～|｜"

var pageWords = []string{"第", "Page", "PAGE", "page", "p.", "P."}

// DateLine is what a page says about itself in one line. What it does not say is empty or 0.
type DateLine struct {
	Publication Span // 青禾日报
	Number      Span // of the issue, as printed: 第612期
	Date        Date
	Page        int
	Part        rune // the letter of the paper's part, A in A3; 0 for none
	Section     Span // the page's name: 综合新闻
	Head        bool // the line is the page's number and name and nothing else: "4 三农·文化"
	Words       int  // how many words stand in it
}

// ReadDateLine reads a line of a page's head or foot. It only reports what stands there in so many words,
// and takes no sentence for a date line: with one of ，。；！？ in the line it finds the page alone.
func ReadDateLine(r []rune) DateLine {
	var d DateLine
	sentence := false
	for _, c := range r {
		sentence = sentence || contains("，。；！？", c)
	}
	if !sentence {
		d.Date, _ = fullDateIn(r)
		d.Number = issueNumber(r)
	}
	if d.Head = d.head(r); !d.Head {
		d.page(r)
	}
	for i := skipSpaces(r, 0); i < len(r); {
		end := wordEnd(r, i, len(r))
		d.Words++
		if w := r[i:end]; d.Publication.Empty() && IsPaperName(w) && !script.HasAt(w, 0, "本报") {
			d.Publication = Span{i, end}
		}
		i = skipSpaces(r, end)
	}
	return d
}

// fullDateIn finds the first date with its year.
func fullDateIn(r []rune) (Date, bool) {
	for from := 0; ; {
		d, ok := DateIn(r, from)
		if !ok {
			return Date{}, false
		}
		if d.Year > 999 {
			return d, true
		}
		from = d.To
	}
}

// issueNumber finds 第612期, 总第 87 期.
func issueNumber(r []rune) Span {
	for i := 0; i < len(r); i++ {
		k := i
		if r[k] == '总' {
			k++
			if k < len(r) && r[k] == '第' {
				k++
			}
		} else if r[k] == '第' {
			k++
		} else {
			continue
		}
		k = skipSpaces(r, k)
		_, end := Number(r, k)
		if end == k {
			_, end = Numeral(r, k) // 第四期
		}
		if end == k || end > k+6 {
			continue
		}
		if end = skipSpaces(r, end); end < len(r) && r[end] == '期' {
			return Span{i, end + 1}
		}
	}
	return Span{}
}

// head reads a line that is a number and a name: "A4 三农·文化".
func (d *DateLine) head(r []rune) bool {
	i, part := 0, rune(0)
	if len(r) > 0 && r[0] >= 'A' && r[0] <= 'D' {
		i, part = 1, r[0]
	}
	page, end := Number(r, i)
	name := skipSpaces(r, end)
	if end == i || end > i+2 || name == end || name >= len(r) || !script.IsHan(r[name]) || len(r)-name < 2 || len(r)-name > 9 {
		return false
	}
	for _, c := range r[name:] {
		if !script.IsHan(c) && c != '·' {
			return false
		}
	}
	d.Page, d.Part, d.Section = page, part, Span{name, len(r)}
	return true
}

// page finds the page's number and its name behind it: "第三版 综合新闻", "A2版".
func (d *DateLine) page(r []rune) {
	for i := 0; i < len(r); i++ {
		k, named := i, r[i] == '第'
		if named {
			k = skipSpaces(r, i+1)
		} else if i > 0 && !script.IsSpace(r[i-1]) {
			continue
		}
		part := rune(0)
		if k+1 < len(r) && r[k] >= 'A' && r[k] <= 'D' && IsDigit(r[k+1]) {
			part = r[k]
			k++
		}
		v, end := Numeral(r, k)
		if end == k || end > k+3 || v < 1 || v > 99 || Enclosed(r[k]) > 0 {
			continue
		}
		if end = skipSpaces(r, end); end >= len(r) || r[end] != '版' {
			continue
		}
		d.Page, d.Part = v, part
		d.Section = sectionAt(r, end+1)
		return
	}
}

// sectionAt is the name of the page that may follow its number.
func sectionAt(r []rune, i int) Span {
	for i < len(r) && (script.IsSpace(r[i]) || contains("·:：—-", r[i])) {
		i++
	}
	end := wordEnd(r, i, len(r))
	for end > i && contains("·:：—-", r[end-1]) {
		end--
	}
	if n := end - i; n < 2 || n > 6 || script.HanRun(r[:end], i) != n {
		return Span{}
	}
	return Span{i, end}
}

// IsPaperName says whether a text without spaces is the name of a paper by its end: 青禾日报, 柳湾之声. Ten
// characters at most.
func IsPaperName(t []rune) bool {
	return len(t) <= 10 && papers.Ends(t) && script.HanRun(t, 0) == len(t)
}

// IsNewsName says whether a text without spaces ends as papers' names and pages' names do: 柳湾新闻.
func IsNewsName(t []rune) bool {
	return papers.Ends(t) || script.HasAt(t, len(t)-2, "新闻") && len(t) > 2
}

// IsSection says whether a text is the name of a page and nothing else: 要闻, 综合新闻, 副刊.
func IsSection(t []rune) bool { return sections.Is(t) }

var (
	papers = lex(
		"日报", "晚报", "时报", "时讯", "晨报", "早报", "周报", "周刊", "快报", "快讯", "商报", "通讯", "之声", "报", "周讯", "月讯", "旬讯", "厂讯", "校讯",
		"简讯", "导刊", "校刊", "院刊", "会刊", "月刊", "旬刊", "文摘",
	)
	// sections are the names that Chinese papers give their pages.
	sections = lex(
		"要闻", "民生", "城事", "专题", "教育", "镇村", "综合", "综合新闻", "时政", "社会", "经济", "文化", "体育", "国内", "国际", "副刊", "健康", "广告",
		"法治", "科教", "财经", "观点", "评论", "视点", "聚焦", "本地", "本地新闻", "都市", "乡村", "党建", "头版", "今日要闻", "时政要闻", "时政新闻",
		"要闻综合", "综合要闻", "本市新闻", "本市要闻", "本县新闻", "本区新闻", "市县新闻", "县区新闻", "区县新闻", "城区新闻", "城市新闻", "社会新闻",
		"民生新闻", "都市新闻", "经济新闻", "财经新闻", "文化新闻", "文体新闻", "文娱新闻", "娱乐新闻", "体育新闻", "教育新闻", "科技新闻", "法治新闻",
		"政法新闻", "农村新闻", "农业新闻", "基层新闻", "国内新闻", "国际新闻", "中国新闻", "世界新闻", "天下新闻", "图片新闻", "新闻综合", "生活新闻",
		"企业新闻", "校园新闻", "文体", "文娱", "娱乐", "科技", "卫生", "医疗", "旅游", "文旅", "汽车", "房产", "楼市", "消费", "理财", "金融", "证券",
		"产经", "商务", "商业", "市场", "三农", "农业", "农村", "农经", "工业", "企业", "产业", "交通", "城建", "城乡", "环保", "生态", "政法", "警方",
		"平安", "军事", "国防", "双拥", "统战", "工会", "妇女", "青年", "人物", "深度", "调查", "特稿", "特别报道", "深度报道", "新闻调查", "理论", "思想",
		"言论", "时评", "争鸣", "百家", "连载", "文学", "文苑", "文艺", "艺苑", "书画", "读书", "悦读", "阅读", "收藏", "影视", "人文", "史话", "文史",
		"地理", "讲述", "情感", "家庭", "亲子", "生活", "美食", "时尚", "家居", "休闲", "便民", "服务", "资讯", "分类", "分类信息", "分类广告", "公告",
		"公益", "公益广告", "校园", "少年", "学生", "成长", "老年", "夕阳红", "社区", "基层", "区域", "环球", "世界", "天下", "台港澳", "港澳台", "影像",
		"视觉", "摄影", "图片", "专版", "特刊", "专刊", "周末", "广角", "体坛", "赛场",
	)
)

// IsDayLine says whether a text without spaces names a day of the week and a day of a month: a date line,
// even where recognition spoilt its digits.
func IsDayLine(t []rune) bool {
	i := script.Find(t, 0, "星期")
	if i <= 4 || i+2 >= len(t) || !(t[i-1] == '日' || t[i-1] == '）') {
		return false
	}
	_, n := WeekdayAt(t, i)
	return n > 0 && script.Find(t[:i], 0, "年") >= 0 && script.Find(t[:i], 0, "月") >= 0
}

// IsPageHead says whether a line is what stands on top of a page in one line: the paper's name, the
// issue, the page's number and name, of which at least one is a number.
func IsPageHead(r []rune) bool {
	hard, n := 0, 0
	for i := script.SkipBlank(r, 0); i < len(r); i = script.SkipBlank(r, i) {
		from := i
		i = headWordEnd(r, i)
		t := r[from:i]
		if i < len(r) && contains(headMarks, r[i]) {
			i++
			if n == 0 && IsPaperName(t) {
				hard++ // 柳湾日报·要闻
			}
		}
		n++
		switch {
		case IsFolio(t), script.HasAt(t, 0, "第") && len(t) <= 6 && contains("版期", t[len(t)-1]), script.HasAt(t, 0, "总第"), Dated(t):
			hard++
		case IsNewsName(t) && len(t) <= 10, len(t) <= 5 && script.HanRun(t, 0) == len(t), IsDayLine(t), script.HasAt(t, 0, "星期"):
		default:
			return false
		}
	}
	return hard > 0 && n > 1
}

// headMarks part the number of a page from its name, and the name of a paper from the number: 3/阅读, 柳湾日报·10.
const headMarks = "·•/／|｜"

// headWordEnd is where the word of a page's head at i ends: at a space, or at one of headMarks between a Han character
// and what is none, or behind the name of a paper: 9·18 is one word, and so is 三农·文化.
func headWordEnd(r []rune, i int) int {
	for k := i; k < len(r); k++ {
		if script.IsSpace(r[k]) || contains(headMarks, r[k]) && k > i && k+1 < len(r) && (script.IsHan(r[k-1]) != script.IsHan(r[k+1]) || IsPaperName(r[i:k])) {
			return k
		}
	}
	return len(r)
}

// IssuedBeside says whether a text holds a word that stands beside the date in a page's head: 总第, 今日.
func IssuedBeside(t []rune) bool { return issued.In(t) }

var issued = lex("总第", "期", "定价", "今日", "版", "农历")
