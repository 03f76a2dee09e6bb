package phrase

import (
	"slices"

	"qingyang/app/script"
)

// weatherHeads heads a weather report.
var weatherHeads = lex(
	"今日天气", "天气预报", "今明天气", "明日天气", "本周天气", "一周天气", "周末天气", "天气趋势", "天气提示", "今日气象", "气象预报", "气象信息",
	"城区天气", "市区天气", "县城天气", "生活指数", "空气质量", "空气质量预报", "空气质量日报",
)

// weatherHead says whether a line heads a weather report of a few words.
func weatherHead(t []rune) bool {
	n := weatherHeads.At(t, 0)
	return n > 0 && (n == len(t) || len(t) < 24 && sky.In(t[n:]) && MarksIn(t, "。，；") == 0)
}

// weatherLine says whether a line may stand under such a head: sky, degrees, wind.
func weatherLine(t []rune) bool {
	switch {
	case len(t) == 0 || len(t) > 30 || MarksIn(t, "。；！？") > 0:
		return false
	case measured.In(t) && slices.ContainsFunc(t, IsDigit), script.HasAt(t, 0, "首要污染物"):
		return true
	case script.Find(t, 0, "℃") > 0 && (script.Find(t, 0, "级") > 0 || script.Find(t, script.Find(t, 0, "℃")+1, "℃") > 0):
		return sky.In(t) || forecast.At(t, 0) > 0
	case len(t) > 14 || MarksIn(t, "，") > 0 || strikes.In(t):
		return false
	}
	return sky.In(t) || forecast.At(t, 0) > 0
}

// measured are words of what is measured of the weather and the air.
var measured = lex(
	"最高气温", "最低气温", "气温：", "相对湿度", "降水概率", "首要污染物", "紫外线强度", "紫外线指数", "穿衣指数", "洗车指数", "晨练指数", "西北风",
	"东南风", "东北风", "西南风", "偏南风", "偏北风", "偏东风", "偏西风",
)

// strikes are what the weather does in the news, and in no forecast: 气温骤降8℃, 暴雨袭城.
var strikes = lex("骤", "气温降", "跌破", "突破", "升破", "冲破", "袭", "来袭", "来了", "创新高", "创纪录", "逼近")

var forecast = lex("今天", "明天", "后天", "今晚")

var sky = lex("℃", "晴", "多云", "阴", "雨", "雪", "风")

// IsWeather says whether a text without spaces heads a weather report, or may stand in one.
func IsWeather(t []rune) bool { return weatherHead(t) || weatherLine(t) || IsForecast(t) }

// IsForecast says whether a text without spaces is a whole forecast: 今天晴到多云，北风3级，2℃～12℃.
func IsForecast(t []rune) bool {
	from := weatherHeads.At(t, 0)
	from += forecast.At(t, from)
	at := script.Find(t, 0, "℃")
	return at > 0 && len(t) < 50 && contains("℃级", t[len(t)-1]) && sky.At(t, from) > 0 && MarksIn(t, "。；！？") == 0 && !strikes.In(t) &&
		(script.Find(t, 0, "级") > 0 || script.Find(t, at+1, "℃") > 0)
}

// latinWeather heads a weather report of a few lines in English.
var latinWeather = lex("WEATHER", "Weather", "THE WEATHER", "The Weather", "The weather", "TODAY'S WEATHER", "Today's Weather", "Today's weather", "WEATHER FORECAST", "Weather Forecast", "Weather forecast", "FORECAST", "Forecast")

// HeadsLatinWeather says whether a line heads a weather report in English.
func HeadsLatinWeather(r []rune) bool { return latinWeather.Is(r) }
