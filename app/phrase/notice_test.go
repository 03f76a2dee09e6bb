package phrase

import "testing"

func TestNotice(t *testing.T) {
	for text, want := range map[string][3]bool{ // ends as one; the word alone; a title
		"招聘启事": {true, false, true}, "公告": {false, true, true}, "讣　告": {false, true, true}, "柳湾镇停电通知": {true, false, true},
		"获奖名单": {true, false, false}, "办事须知": {true, false, false}, "更正": {false, true, true},
		"记者获悉，镇里发布公告": {true, false, false}, "渔港开渔": {}, "": {},
	} {
		r := []rune(text)
		if got := [3]bool{EndsAsNotice(r), IsNoticeWord(r), IsNoticeTitle(r)}; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestSignature(t *testing.T) {
	for line, want := range map[string]Signature{
		"柳湾镇人民政府": ByOffice, "县供电公司": ByOffice, "  柳湾小学校务委员会": ByOffice, "沈小禾治丧小组": ByOffice,
		"2026年3月4日": ByDate, "二〇二六年三月四日": ByDate, "沈小禾": ByPerson, "沈小禾 周一航": ByPerson,
		"渔港开渔": Unsigned, "3月4日": Unsigned, "2026年3月4日，开渔": Unsigned, "村委会": Unsigned, "他去了镇政府，见到了局": Unsigned, "": Unsigned,
	} {
		if got := SignatureOf([]rune(line)); got != want {
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
	for line, want := range map[string]bool{
		"柳政〔2021〕7号": true, "（2026）柳0102民初31号": true, "2026年第3号": true, "第12号": true, "柳办[2021]7号": true, "（2026）柳01执恢3号之一": false, "（2026）柳01民初31字号": true,
		"大道127号": false, "第12号台风": false, "沿江路1200弄5号": false, "号": false, "": false, "第三次12号": false,
	} {
		if got := IsNumberLine([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestLetter(t *testing.T) {
	for line, want := range map[string][3]bool{ // salutation; formula; turn
		"编辑同志：": {true, false, false}, "亲爱的孩子:": {true, false, false}, "各位业主：": {true, false, false},
		"此致": {false, true, false}, "敬礼！": {false, true, false}, "特此公告。": {false, true, false}, "问：今年好吗？": {false, false, true}, "答:好。": {false, false, true},
		"通知如下：": {}, "同志们好": {}, "编辑，同志：": {}, "此致谢意给大家": {}, "i": {}, "": {}, "学问：": {},
	} {
		r := []rune(line)
		if got := [3]bool{IsSalutation(r), IsFormula(r), IsTurn(r)}; got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
