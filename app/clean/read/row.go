package read

import (
	"slices"

	"qingyang/app/clean/layout"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// RowLike says whether a line looks like a row of a table or list: cells parted by spaces, no
// sentence marks.
func RowLike(r []rune) bool {
	return len(r) <= 120 && Cells(r) >= 2 && layout.MarksIn(r, "。，；！？") == 0
}

// RowSure says whether a line is a row whatever stands around it: a label with a number, the columns of
// a table, cells of which all but the first are numbers.
func RowSure(r []rune) bool {
	if !RowLike(r) {
		return false
	}
	if Label(r) && DoorEnd(r) {
		return true
	}
	if phrase.EndsInNumber(r) || Wide(r) >= 2 && Cells(r) >= 3 {
		return true
	}
	return Cells(r) >= 3 && Numbers(r) >= Cells(r)-1
}

// Numbers is how many cells begin with a digit or a sign and end with a digit or a unit.
func Numbers(r []rune) int {
	n := 0
	for i := range r {
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) && (phrase.IsDigit(r[i]) || r[i] == '-' && i+1 < len(r) && phrase.IsDigit(r[i+1])) {
			k := i
			for k < len(r) && !script.IsSpace(r[k]) && !script.IsHan(r[k]) {
				k++
			}
			if k == len(r) || script.IsSpace(r[k]) {
				n++
			}
		}
	}
	return n
}

// Cells is how many pieces the spaces of a line part. The words of a foreign name in a Chinese line are
// one.
func Cells(r []rune) int {
	n := 0
	han := false
	for i := range r {
		han = han || script.IsHan(r[i])
		if !script.IsSpace(r[i]) && (i == 0 || script.IsSpace(r[i-1])) {
			n++
		}
	}
	if !han {
		return n
	}
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsLatin(r[i-1]) || r[i-1] == '.') && script.IsLatin(r[i+1]) {
			n--
		}
	}
	return n
}

// Wide is how many of the gaps between cells are wider than one space.
func Wide(r []rune) int {
	n := 0
	for i := 1; i < len(r); i++ {
		if script.IsSpace(r[i]) && (script.IsSpace(r[i-1]) || r[i] == 0x3000 && !script.IsSpace(r[i-1])) && (i < 2 || !script.IsSpace(r[i-2])) {
			n++
		}
	}
	return n
}

// Label says whether a line begins with a word of Han characters and a space: 供水抢修 0415-….
func Label(r []rune) bool {
	n := script.HanRun(r, 0)
	return n >= 2 && n < len(r) && script.IsSpace(r[n])
}

// DoorEnd says whether a text ends with the number of a house: …大道127号.
func DoorEnd(r []rune) bool {
	n := len(r)
	return n > 2 && r[n-1] == '号' && (phrase.IsDigit(r[n-2])) && !script.HasAt(r, n-3, "第")
}

// Hours says whether a text begins with the days or the hours at which an office is open: 周一至周五.
func Hours(r []rune) bool {
	return len(r) > 4 && len(r) < 16 && (r[0] == '周' || script.HasAt(r, 0, "星期")) && script.Find(r[:5], 1, "至") > 0 && layout.MarksIn(r, "。；") == 0
}

// AdWords are words of adverts, of classified ones and of those by which a paper asks for readers: seldom any in a story.
var AdWords = lexicon.NewVocabulary(
	"遗失声明", "声明作废", "旺铺", "出租：", "招租", "诚聘", "公益广告", "寻物启事", "寻人启事", "特此声明", "转让：", "广告刊登", "招聘启事",
	"拍卖公告", "注销公告", "招租：", "求购：", "求租：", "出售：", "急售", "低价转让", "整体转让", "接手即可", "吉铺", "旺铺转让", "门面出租",
	"商铺出租", "广告招商", "火热招商", "招商加盟", "招商热线", "加盟热线", "订购热线", "抢购热线", "订购电话", "订座", "订餐热线", "预订热线",
	"咨询热线", "销售热线", "售楼热线", "招聘热线", "贵宾专线", "垂询", "敬请光临", "欢迎惠顾", "欢迎选购", "欢迎来电", "欢迎订阅", "订阅热线",
	"征订热线", "全年订价", "全年定价", "每份定价", "邮局均可", "邮局订阅", "开始征订", "征订明年", "征订下半年", "待遇面议", "价格面议", "薪资面议",
	"有意者", "包吃住", "包食宿", "凭本报", "凭此报", "凭本广告", "凭此广告", "领礼品", "礼品一份", "大酬宾", "大优惠", "大减价", "大甩卖", "大促销",
	"特卖会", "团购会", "跳楼价", "清仓", "全场八折", "全场五折", "隆重开业", "盛大开业", "盛大开盘", "火爆开盘", "耀世登场", "恭贺", "敬贺", "同贺",
	"阖家幸福",
)

// Weather heads a weather report.
var Weather = lexicon.NewVocabulary(
	"今日天气", "天气预报", "今明天气", "明日天气", "本周天气", "一周天气", "周末天气", "天气趋势", "天气提示", "今日气象", "气象预报", "气象信息",
	"城区天气", "市区天气", "县城天气", "生活指数", "空气质量", "空气质量预报", "空气质量日报",
)

// AdHeads open an advert where a space follows.
var AdHeads = lexicon.NewVocabulary(
	"招聘", "出租", "转让", "征稿", "求购", "求职", "招租", "出售", "启事", "声明", "广告", "招商", "征婚", "讣告", "家教", "求租", "出让", "急售",
	"急转", "搬家", "开锁", "回收", "高价回收", "家政", "征订", "遗失",
)

func AdHead(r []rune) bool {
	n := AdHeads.At(r, 0)
	return n > 0 && n < len(r) && script.IsSpace(r[n])
}

// Speck says whether a line is nothing but a stray mark, as dirt on a page or the rule between columns is
// read. Marks that end a sentence or a quotation are none: a line's end may have cut them off.
func Speck(r []rune) bool {
	if len(r) > 2 {
		return false
	}
	for _, c := range r {
		if !layout.Contains(".|丨_■▪·•^~`'‘’\\¦-—*＊＿｜", c) {
			return false
		}
	}
	return string(r) != "——" && string(r) != "--"
}

// Event says whether a line announces when something takes place, to the hour: 4月26日9:00.
func Event(t []rune) bool {
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

// obvious says whether a line r, t without its white space, is the page's own whatever stands around it.
func obvious(r, t []rune) bool {
	return layout.MarksIn(r, "。，；！？") == 0 && (phrase.Dated(t) && (Holds(t, "星期") || phrase.IssuedBeside(t)) || phrase.StaffAt(r, 0) > 0 || phrase.IsStaffLine(r) || Holds(t, "机关报"))
}

// IsWeather says whether a line heads a weather report of a few words.
func IsWeather(t []rune) bool {
	n := Weather.At(t, 0)
	return n > 0 && (n == len(t) || len(t) < 24 && Sky.In(t[n:]) && layout.MarksIn(t, "。，；") == 0)
}

// WeatherLine says whether a line may stand under such a head: sky, degrees, wind.
func WeatherLine(t []rune) bool {
	switch {
	case len(t) == 0 || len(t) > 30 || layout.MarksIn(t, "。；！？") > 0:
		return false
	case Measured.In(t) && slices.ContainsFunc(t, phrase.IsDigit), script.HasAt(t, 0, "首要污染物"):
		return true
	case script.Find(t, 0, "℃") > 0 && (script.Find(t, 0, "级") > 0 || script.Find(t, script.Find(t, 0, "℃")+1, "℃") > 0):
		return Sky.In(t) || Forecast.At(t, 0) > 0
	case len(t) > 14 || layout.MarksIn(t, "，") > 0:
		return false
	}
	return Sky.In(t) || Forecast.At(t, 0) > 0
}

// Measured are words of what is measured of the weather and the air.
var Measured = lexicon.NewVocabulary(
	"最高气温", "最低气温", "气温：", "相对湿度", "降水概率", "首要污染物", "紫外线强度", "紫外线指数", "穿衣指数", "洗车指数", "晨练指数", "西北风",
	"东南风", "东北风", "西南风", "偏南风", "偏北风", "偏东风", "偏西风",
)

var Forecast = lexicon.NewVocabulary("今天", "明天", "后天", "今晚")

var Sky = lexicon.NewVocabulary("℃", "晴", "多云", "阴", "雨", "雪", "风")
