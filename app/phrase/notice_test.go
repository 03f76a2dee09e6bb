package phrase

import "testing"

func TestNotice(t *testing.T) {
	for text, want := range map[string]bool{
		"招聘启事": true, "公告": false, "讣　告": false, "柳湾镇停电通知": true, "获奖名单": true, "办事须知": true, "更正": false, "记者获悉，镇里发布公告": true, "渔港开渔": false, "": false,
	} {
		if got := EndsAsNotice([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestLatinSalutation(t *testing.T) {
	for line, want := range map[string]bool{
		"To the Editor:": true, "Dear Editor,": true, "Sir,": true, "SIR, —": true, "Dear Mr. Poe:": true,
		"Sir": false, "Dear old boats are back in the harbour again,": false, "To the editor of the Gull we owe": false, "": false,
	} {
		if got := IsLatinSalutation([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestStaffLine(t *testing.T) {
	for line, want := range map[string]bool{
		"策划：沈小禾 文编：周一航": true, "统筹/沈小禾 责编/周一航 校对/郑可": true, "责编 沈小禾　版式 周一航": true, "■编辑 沈小禾 ■校对 周一航": true,
		"责编：沈小禾": false, "策划：渔港的夜晚有风，不要错过": false, "编辑部在渔港": false, "策划 一场渔港的盛会": false, "": false,
	} {
		if got := IsStaffLine([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestDocumentNumber(t *testing.T) {
	for text, want := range map[string]int{"〔2021〕7号": 7, "〔2026〕12": 8, "〔2026〕": 6, "〔206〕7号": 0, "[2021]7号": 0, "〔二〇二六〕7号": 0, "": 0} {
		if got := DocumentNumberAt([]rune(text), 0); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}

// A reply says behind whom it speaks to what it says to them; an address alone on its line opens a letter.
func TestReply(t *testing.T) {
	for line, want := range map[string]bool{"沈小禾读者：您的来信收到了。": true, "写信的同学：灯修好了": true, "编辑同志：": false, "渡口的灯：亮了": false, "问：好吗": false} {
		if got := OpensReply([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

// What the weather did is a title; a forecast is none.
func TestWeather(t *testing.T) {
	for line, want := range map[string]bool{"气温骤降8℃": false, "暴雨袭城": false, "多云转晴": true, "今日天气": true} {
		if got := IsWeather([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestLetter(t *testing.T) {
	for line, want := range map[string][3]bool{ // salutation; formula; turn
		"编辑同志：": {true, false, false}, "亲爱的孩子:": {true, false, false}, "各位业主：": {true, false, false},
		"此致": {false, true, false}, "敬礼！": {false, true, false}, "特此公告。": {false, true, false}, "子沈禾率家人泣启": {false, true, false}, "渔港编辑部谨启": {false, true, false}, "他，敬启": {}, "问：今年好吗？": {false, false, true}, "答:好。": {false, false, true},
		"通知如下：": {}, "同志们好": {}, "编辑，同志：": {}, "此致谢意给大家": {}, "i": {}, "": {}, "学问：": {}, "居民问：船几点开？": {false, false, true}, "船长答：六点。": {false, false, true}, "请船长回答：六点": {},
	} {
		r := []rune(line)
		if got := [3]bool{IsSalutation(r), IsFormula(r), IsTurn(r)}; got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
