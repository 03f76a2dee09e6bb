package clean

import (
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Words that give away what belongs to no article (L9).
var (
	adWords = lexicon.NewVocabulary("遗失声明", "声明作废", "旺铺", "出租：", "招租", "诚聘", "公益广告", "寻物启事", "寻人启事", "特此声明", "转让：", "广告刊登", "招聘启事", "拍卖公告", "注销公告")
	weather = lexicon.NewVocabulary("今日天气", "天气预报", "今明天气", "明日天气")
)

// adLines is how many lines an advert has at most.
const adLines = 8

// adHeads open an advert where a space follows.
var adHeads = lexicon.NewVocabulary("招聘", "出租", "转让", "征稿", "求购", "求职", "招租", "出售", "启事", "声明", "广告", "招商", "征婚", "讣告", "家教")

func adHead(r []rune) bool {
	n := adHeads.At(r, 0)
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
	if i > 0 && l.gap == 0 && adWords.At(l.r, 0) == 0 && !adHead(l.r) {
		return to
	}
	reach := chunk(ls, i, adLines)
	word := adHead(l.r)
	for n := 1; n <= reach; n++ {
		r := ls[i+n-1].r
		word = word || adWords.In(r) || phrase.HasHotline(r) ||
			n > 1 && splitWord(ls[i+n-2].r, r)
		last := n == reach || below(ls, i+n-1) > 0
		done := ls[i+n-1].stop || last && (phrase.EndsInNumber(r) || l.last == '宣')
		if r[len(r)-1] == '宣' && (n == reach || last) && onlyWords(ls[i:i+n]) {
			return append(to, segment{role: furniturs, n: n, cost: 0.5, why: WhyAdvert})
		}
		if word && (done || last) {
			return append(to, segment{role: furniturs, n: n, cost: 0.4, why: WhyAdvert})
		}
		if last && n <= 6 && done && phrase.EndsInNumber(trimStop(r)) && phoned(ls[i:i+n]) {
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
	return phrase.HasHouseWord(tight(r)) && !phrase.EndsInNumber(r) && phrase.EndsInNumber(next) && marksIn(next, "。，；") == 0 && below(ls, i+1) > 0
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
	return phrase.HasTelephoneWord(all)
}

// splitWord says whether one of the words of adverts was cut by a line's end.
func splitWord(a, b []rune) bool {
	seam := append(append([]rune{}, a[max(0, len(a)-4):]...), b[:min(4, len(b))]...)
	return adWords.In(seam)
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

// setFolio says whether a line is a page's number as papers set it, not a bare number: — 6 —, 第7页.
func setFolio(r []rune) bool {
	_, name, ok := phrase.SetFolio(r)
	return ok && (phrase.Digit(r[0]) < 0 || !name.Empty())
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
	case phrase.IsFolio(t):
		if near {
			return 0.1, true
		}
		if edge || l.gap > 0 && below(ls, i) > 0 {
			return 1, true
		}
	case setFolio(r):
		return 0.3, true
	case marksIn(r, "。，；！？") > 0:
		return 0, false
	case phrase.IsDayLine(t) && len(t) < 40:
		return 0.1, true
	case phrase.Dated(t) && (holds(t, "星期") || holds(t, "版") || near) && len(t) < 50 && l.width < 100:
		return 0.1, true
	case phrase.StaffAt(r, 0) > 0, phrase.HasStaff(t) && phrase.Dated(t):
		return 0.1, true
	case phrase.HasHouseWord(t) && (phrase.EndsInNumber(t) || len(t) > 4):
		return 0.2, true
	case near && (len(t) <= 4 && phrase.IsSection(t) || len(t) <= 8 && phrase.IsNewsName(t)):
		return 0.2, true
	case phrase.IsPageNote(t):
		return 0.2, true
	case near && phrase.IsPageHead(r):
		return 0.2, true
	case l.gap > 0 && below(ls, i) > 0 && event(t) && !p.table[i]:
		return 1.5, true
	case i >= len(ls)-3 && phrase.IsImprint(t):
		return 0.5, true
	case near && p.mast[i]:
		return 0.1, true
	case edge && phrase.IsImprintFoot(t) && len(t) < 60:
		return 0.3, true
	case near && i < 4 && len(t) <= 4 && script.HanRun(t, 0) == len(t) && i+1 < len(ls) && obvious(ls[i+1].r):
		return 0.5, true
	case phrase.IsPageTitle(t):
		return 0.2, true
	}
	return 0, false
}

// event says whether a line announces when something takes place, to the hour: 4月26日9:00.
func event(t []rune) bool {
	if len(t) > 60 {
		return false
	}
	for i := 3; i+3 < len(t); i++ {
		if t[i] == '日' && phrase.IsDigit(t[i-1]) && script.Find(t[:i], max(0, i-4), "月") > 0 {
			for k := i + 1; k+2 < len(t) && k < i+8; k++ {
				if (t[k] == ':' || t[k] == '：') && phrase.IsDigit(t[k-1]) && phrase.IsDigit(t[k+1]) && phrase.IsDigit(t[k+2]) {
					return true
				}
			}
		}
	}
	return false
}

// obvious says whether a line is the page's own whatever stands around it.
func obvious(r []rune) bool {
	if len(r) > 90 {
		return false
	}
	t := tight(r)
	return marksIn(r, "。，；！？") == 0 && (phrase.Dated(t) && (holds(t, "星期") || phrase.IssuedBeside(t)) || phrase.StaffAt(r, 0) > 0 || holds(t, "机关报"))
}

// isWeather says whether a line heads a weather report of a few words.
func isWeather(t []rune) bool {
	n := weather.At(t, 0)
	return n > 0 && (n == len(t) || len(t) < 24 && sky.In(t[n:]) && marksIn(t, "。，；") == 0)
}

// weatherLine says whether a line may stand under such a head: sky, degrees, wind.
func weatherLine(r []rune) bool {
	t := tight(r)
	if len(t) == 0 || len(t) > 14 || marksIn(t, "。，；") > 0 {
		return false
	}
	return sky.In(t) || forecast.At(t, 0) > 0
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
	forecast = lexicon.NewVocabulary("今天", "明天", "后天", "今晚")
	sky      = lexicon.NewVocabulary("℃", "晴", "多云", "阴", "雨", "雪", "风")
)

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
