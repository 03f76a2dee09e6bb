package clean

import "qingyang/app/script"

// Words that give away what belongs to no article (L9).
var (
	staffWords = lex("责编", "责任编辑", "美编", "美术编辑", "校对", "组版", "版式", "编审", "值班主任", "值班总编", "本版编辑")
	houseWords = lex("新闻热线", "投稿邮箱", "本报地址", "广告热线", "分类广告", "订阅热线", "发行热线", "机关报", "国内统一刊号", "国内统一连续出版物号", "邮发代号", "总第", "印刷：", "邮箱：", "来稿请寄", "投稿请")
	adWords    = lex("遗失声明", "声明作废", "旺铺", "出租：", "招租", "诚聘", "公益广告", "寻物启事", "寻人启事", "特此声明", "转让：", "广告刊登", "招聘启事", "拍卖公告", "注销公告")
	papers     = lex("日报", "晚报", "时报", "新闻", "时讯", "晨报", "早报", "周报", "周刊", "快报", "商报", "报")
	sections   = lex("要闻", "民生", "城事", "专题", "教育", "镇村", "综合", "综合新闻", "时政", "社会", "经济", "文化", "体育", "国内", "国际", "副刊", "健康", "广告", "法治", "科教", "财经", "观点", "评论", "视点", "聚焦", "本地", "本地新闻", "都市", "乡村", "党建")
	weather    = lex("今日天气", "天气预报", "今明天气", "明日天气")
)

// adLines is how many lines an advert has at most.
const adLines = 8

// adHeads open an advert where a space follows.
var adHeads = lex("招聘", "出租", "转让", "征稿", "求购", "求职", "招租", "出售", "启事", "声明", "广告", "招商", "征婚", "讣告", "家教")

func adHead(r []rune) bool {
	n := adHeads.at(r, 0)
	return n > 0 && n < len(r) && script.IsSpace(r[n])
}

// furniture finds what belongs to no article: folio, date line, staff, the paper's own name and
// address, weather, adverts.
func furniture(to []segment, ls []line, i int, p *page) []segment {
	l := &ls[i]
	if len(l.r) > 400 {
		return to
	}
	if i > 0 && speck(l.r) {
		return append(to, segment{role: furniturs, n: 1, cost: -1, cut: -2, why: WhySpeck})
	}
	if cost, ok := pageLine(ls, i, p); ok {
		if numberCut(ls, i) {
			return append(to, segment{role: furniturs, n: 2, cost: cost, why: WhyFurniture})
		}
		return append(to, segment{role: furniturs, n: 1, cost: cost, why: WhyFurniture})
	}
	if i > 0 && l.gap == 0 && adWords.at(l.r, 0) == 0 && !adHead(l.r) {
		return to
	}
	reach := chunk(ls, i, adLines)
	word := adHead(l.r)
	for n := 1; n <= reach; n++ {
		r := ls[i+n-1].r
		word = word || adWords.in(r) || hotlines.in(r) ||
			n > 1 && splitWord(ls[i+n-2].r, r)
		last := n == reach || below(ls, i+n-1) > 0
		done := ls[i+n-1].stop || last && (endsInNumber(r) || l.last == '宣')
		if r[len(r)-1] == '宣' && (n == reach || last) && onlyWords(ls[i:i+n]) {
			return append(to, segment{role: furniturs, n: n, cost: 0.5, why: WhyAdvert})
		}
		if word && (done || last) {
			return append(to, segment{role: furniturs, n: n, cost: 0.4, why: WhyAdvert})
		}
		if last && n <= 6 && done && endsInNumber(trimStop(r)) && phoned(ls[i:i+n]) {
			// A box with a telephone number: an advert where it cuts a paragraph, else rarely.
			return append(to, segment{role: furniturs, n: n, cost: 4.5, cut: -3.5, why: WhyAdvert})
		}
		if !word && ls[i+n-1].stop {
			break // a first sentence without such a word
		}
	}
	return to
}

// speck says whether a line is nothing but a stray mark, as dirt on a page or the rule between columns is
// read. Marks that end a sentence or a quotation are none: a line's end may have cut them off.
func speck(r []rune) bool {
	if len(r) > 2 {
		return false
	}
	for _, c := range r {
		if !contains(".|丨_■▪·•^~`'‘’\\¦-—*＊＿｜", c) {
			return false
		}
	}
	return string(r) != "——" && string(r) != "--"
}

// numberCut says whether a line of the paper's own words goes on in the next one, which ends it: an
// address whose telephone number did not fit.
func numberCut(ls []line, i int) bool {
	if i+1 >= len(ls) || ls[i+1].gap > 0 || len(ls[i+1].r) > 24 {
		return false
	}
	r, next := ls[i].r, ls[i+1].r
	return houseWords.in(tight(r)) && !endsInNumber(r) && endsInNumber(next) && marksIn(next, "。，；") == 0 && below(ls, i+1) > 0
}

func trimStop(r []rune) []rune {
	for len(r) > 0 && (r[len(r)-1] == '。' || r[len(r)-1] == '.') {
		r = r[:len(r)-1]
	}
	return r
}

// phoned says whether lines name a telephone: 电话 or 热线, which a line's end may cut.
func phoned(ls []line) bool {
	var all []rune
	for _, l := range ls {
		all = append(all, clip(l.r, 60)...)
	}
	return holds(all, "电话", "热线", "联系人", "手机")
}

// splitWord says whether one of the words of adverts was cut by a line's end.
func splitWord(a, b []rune) bool {
	seam := append(append([]rune{}, a[max(0, len(a)-4):]...), b[:min(4, len(b))]...)
	return adWords.in(seam)
}

// onlyWords says whether lines hold no sentence mark.
func onlyWords(ls []line) bool {
	for _, l := range ls {
		if marksIn(l.r, "。，；！？") > 0 {
			return false
		}
	}
	return true
}

// endsInNumber says whether a line ends with a telephone number, an address of the net, or a code.
func endsInNumber(r []rune) bool {
	n := 0
	for n < len(r) {
		if c := r[len(r)-1-n]; isDigit(c) || c == '-' || n > 0 && contains("IlOo", c) { // or what OCR made of a digit
			n++
			continue
		}
		break
	}
	return n >= 5
}

// pageLine recognises one line of the page's own words.
func pageLine(ls []line, i int, p *page) (cost float32, ok bool) {
	l := &ls[i]
	r := l.r
	if len(r) > 90 {
		return 0, false
	}
	if p.latin {
		return latinFurniture(ls, i, p)
	}
	t := tight(r)
	near := i < 8 && (i == 0 || p.head[i-1]) // all lines above are such lines too
	edge := near || i >= len(ls)-3
	switch {
	case len(t) == 0 || l.last == '：' || l.last == ':':
		return 0, false
	case l.jump:
		return 0, true
	case isWeather(t), p.weather[i]:
		return 0.2, true
	case folio(t):
		if near {
			return 0.1, true
		}
		if edge || l.gap > 0 && below(ls, i) > 0 {
			return 1, true
		}
	case marksIn(r, "。，；！？") > 0:
		return 0, false
	case weekday(t) && len(t) < 40:
		return 0.1, true
	case dated(t) && (holds(t, "星期") || holds(t, "版") || near) && len(t) < 50 && l.width < 100:
		return 0.1, true
	case staffWords.at(r, 0) > 0, staffWords.in(t) && dated(t):
		return 0.1, true
	case houseWords.in(t) && (endsInNumber(t) || len(t) > 4):
		return 0.2, true
	case near && (len(t) <= 4 && sections.at(t, 0) == len(t) || len(t) <= 8 && papers.ends(t)):
		return 0.2, true
	case hasAt(t, 0, "本版") && (notes.ends(t) || find(t[:min(len(t), 8)], 0, "：") > 3):
		return 0.2, true
	case near && header(r):
		return 0.2, true
	case l.gap > 0 && below(ls, i) > 0 && event(t) && !p.table[i]:
		return 1.5, true
	case i >= len(ls)-3 && imprint(t):
		return 0.5, true
	case near && p.mast[i]:
		return 0.1, true
	case edge && lastWords.at(t, 0) > 0 && len(t) < 60:
		return 0.3, true
	case near && i < 4 && len(t) <= 4 && hanRun(t, 0) == len(t) && i+1 < len(ls) && obvious(ls[i+1].r):
		return 0.5, true
	case hasAt(t, 0, "第") && t[len(t)-1] == '版' && len(t) <= 6:
		return 0.2, true
	}
	return 0, false
}

// header says whether a line is what stands on top of a page in one line: the paper's name, the
// issue, the page's number and name, of which at least one is a number.
func header(r []rune) bool {
	hard, n := 0, 0
	for i := skipSpace(r, 0); i < len(r); i = skipSpace(r, i) {
		from := i
		for i < len(r) && !script.IsSpace(r[i]) {
			i++
		}
		t := r[from:i]
		n++
		switch {
		case folio(t), hasAt(t, 0, "第") && len(t) <= 6 && contains("版期", t[len(t)-1]), hasAt(t, 0, "总第"), dated(t):
			hard++
		case papers.ends(t) && len(t) <= 10, len(t) <= 5 && hanRun(t, 0) == len(t), weekday(t), hasAt(t, 0, "星期"):
		default:
			return false
		}
	}
	return hard > 0 && n > 1
}

// event says whether a line announces when something takes place, to the hour: 4月26日9:00.
func event(t []rune) bool {
	if len(t) > 60 {
		return false
	}
	for i := 3; i+3 < len(t); i++ {
		if t[i] == '日' && isDigit(t[i-1]) && find(t[:i], max(0, i-4), "月") > 0 {
			for k := i + 1; k+2 < len(t) && k < i+8; k++ {
				if (t[k] == ':' || t[k] == '：') && isDigit(t[k-1]) && isDigit(t[k+1]) && isDigit(t[k+2]) {
					return true
				}
			}
		}
	}
	return false
}

// imprint says whether a line says how to reach the paper, or whose the page is.
func imprint(t []rune) bool {
	if holds(t, "不得转载", "版权所有", "未经授权", "欢迎投稿") {
		return true
	}
	return len(t) < 70 && holds(t, "热线：", "热线:", "网址：", "网址:", "电话：", "邮箱：") && (endsInNumber(t) || script.IsLatin(t[len(t)-1]))
}

// obvious says whether a line is the page's own whatever stands around it.
func obvious(r []rune) bool {
	if len(r) > 90 {
		return false
	}
	t := tight(r)
	return marksIn(r, "。，；！？") == 0 && (dated(t) && (holds(t, "星期") || issued.in(t)) || staffWords.at(r, 0) > 0 || holds(t, "机关报"))
}

// weekday says whether a text names a day of the week and a day of a month: a date line, even where
// OCR spoilt its digits.
func weekday(t []rune) bool {
	i := find(t, 0, "星期")
	return i > 4 && i+2 < len(t) && contains("一二三四五六日天", t[i+2]) && (t[i-1] == '日' || t[i-1] == '）') && holds(t[:i], "年") && holds(t[:i], "月")
}

// folio says whether a text is a page number: 03, A12, 第3版.
func folio(t []rune) bool {
	if len(t) > 0 && len(t) <= 3 {
		n := 0
		for _, c := range t {
			if isDigit(c) {
				n++
			}
		}
		return n == len(t) || n == len(t)-1 && t[0] >= 'A' && t[0] <= 'D'
	}
	return false
}

// dated says whether a text holds a whole date: year, month and day.
func dated(t []rune) bool {
	for i := 0; i+8 < len(t); i++ {
		if !isDigit(t[i]) && t[i] != '二' || i > 0 && isDigit(t[i-1]) {
			continue
		}
		y := i
		for y < len(t) && (isDigit(t[y]) || contains("二〇零一三四五六七八九○", t[y])) {
			y++
		}
		if y-i == 4 && y < len(t) && t[y] == '年' && find(t[:min(len(t), y+5)], y, "月") > 0 && find(t[:min(len(t), y+9)], y, "日") > 0 {
			return true
		}
	}
	return false
}

// isWeather says whether a line heads a weather report of a few words.
func isWeather(t []rune) bool {
	n := weather.at(t, 0)
	return n > 0 && (n == len(t) || len(t) < 24 && sky.in(t[n:]) && marksIn(t, "。，；") == 0)
}

// weatherLine says whether a line may stand under such a head: sky, degrees, wind.
func weatherLine(r []rune) bool {
	t := tight(r)
	if len(t) == 0 || len(t) > 14 || marksIn(t, "。，；") > 0 {
		return false
	}
	return sky.in(t) || forecast.at(t, 0) > 0
}

// heads fills in what depends on the lines above: the page's head, and weather reports.
func (p *page) heads(ls []line) {
	p.masthead(ls)
	p.head, p.weather = make([]bool, len(ls)), make([]bool, len(ls))
	report := false
	for i := range ls {
		switch {
		case len(ls[i].r) > 90:
			report = false
		case isWeather(tight(ls[i].r)):
			report = true
		case report && weatherLine(ls[i].r):
			p.weather[i] = true
		default:
			report = false
		}
		if i < 8 && (i == 0 || p.head[i-1]) {
			_, p.head[i] = pageLine(ls, i, p)
		}
	}
}

var (
	forecast = lex("今天", "明天", "后天", "今晚")
	sky      = lex("℃", "晴", "多云", "阴", "雨", "雪", "风")
)

// issued are words that stand beside the date in a page's head.
var issued = lex("总第", "期", "定价", "今日", "版", "农历")

// notes end a line such as 本版内容由…提供.
var notes = lex("审核", "提供", "主办", "协办", "支持", "承办")

// lastWords open the line at a page's foot that says who printed it and what it costs.
var lastWords = lex("印刷", "承印", "零售", "定价", "本报印刷", "印数")

// masthead fills in which lines stand in the group at the page's head that holds its date line: the
// paper's name, who publishes it, the page's number and name.
func (p *page) masthead(ls []line) {
	p.mast = make([]bool, len(ls))
	n := chunk(ls, 0, 6)
	if len(ls) == 0 || n == 6 {
		return
	}
	sure := false
	for _, l := range ls[:n] {
		sure = sure || obvious(l.r)
		if l.stop || len(l.r) > 60 || marksIn(l.r, "。，") > 0 {
			return
		}
	}
	for i := 0; sure && i < n; i++ {
		p.mast[i] = true
	}
}

// hotlines are of the house words those that an advert may begin with.
var hotlines = lex("新闻热线", "投稿邮箱", "本报地址", "广告热线", "分类广告", "订阅热线")
