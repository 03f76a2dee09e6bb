package phrase

import "testing"

func TestFolio(t *testing.T) {
	for text, want := range map[string]bool{
		"03": true, "A12": true, "７": true, "第3版": false, "第十二版": false,
		"E12": false, "1234": false, "渡": false, "3版": false, "第3期": false, "A": true, // a digit that was lost
	} {
		if got := IsFolio([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if IsFolio(nil) {
		t.Error("nothing is a folio")
	}
}

func TestSetFolio(t *testing.T) {
	for _, c := range []struct {
		line string
		page int
		name string
	}{
		{"— 6 —", 6, ""}, {"— 6 — 报名", 6, "报名"}, {"·6·", 6, ""}, {"- 12 -", 12, ""}, {"第6页", 6, ""}, {"第 6 版", 6, ""}, {"第六版", 6, ""},
		{"A06版", 6, ""}, {"06", 6, ""}, {"Page 6", 6, ""}, {"  7  ", 7, ""}, {"— 十二 —", 12, ""}, {"| 4 | 三农·文化", 4, "三农·文化"},
		{"", 0, ""}, {"—", 0, ""}, {"三", 0, ""}, {"①", 0, ""}, {"2026", 0, ""}, {"— 6 —，渡口", 0, ""}, {"6 渡口开航", 0, ""}, {"第6名", 0, ""}, {"-5℃", 0, ""},
		{"6.5", 0, ""}, {"— 渡口 —", 0, ""},
	} {
		r := []rune(c.line)
		page, name, ok := SetFolio(r)
		if !ok {
			page, name = 0, Span{}
		}
		if page != c.page || string(name.Of(r)) != c.name {
			t.Errorf("%q: %d %q", c.line, page, string(name.Of(r)))
		}
	}
}

func TestDateLine(t *testing.T) {
	for _, c := range []struct {
		line                               string
		paper, number, date, page, section string
		head                               bool
	}{
		{"青禾日报 2022年3月4日 星期五 第三版 综合新闻", "青禾日报", "", "2022年3月4日", "3", "综合新闻", false},
		{"２０２２年１１月４日", "", "", "２０２２年１１月４日", "", "", false},
		{"第十二版", "", "", "", "12", "", false},
		{"04版 2022年3月4日", "", "", "2022年3月4日", "4", "", false},
		{"A2版 · 要闻", "", "", "", "2", "要闻", false},
		{"2022年3月4日 星期五 第 87 期 今日四版", "", "第 87 期", "2022年3月4日", "", "", false},
		{"总第 12 期", "", "总第 12 期", "", "", "", false},
		{"4 农事·文化", "", "", "", "4", "农事·文化", true},
		{"B4 农事", "", "", "", "4", "农事", true},
		{"柳湾之声", "柳湾之声", "", "", "", "", false},
		{"本报", "", "", "", "", "", false},
		{"2022年3月4日，全镇召开春耕会议。", "", "", "", "", "", false},
		{"3月4日", "", "", "", "", "", false},
		{"渡口开了", "", "", "", "", "", false},
		{"", "", "", "", "", "", false},
	} {
		r := []rune(c.line)
		d := ReadDateLine(r)
		page := ""
		if d.Page > 0 {
			page = itoa(d.Page)
		}
		got := [5]string{string(d.Publication.Of(r)), string(d.Number.Of(r)), string(d.Date.Of(r)), page, string(d.Section.Of(r))}
		if want := [5]string{c.paper, c.number, c.date, c.page, c.section}; got != want || d.Head != c.head {
			t.Errorf("%q: %q %v", c.line, got, d.Head)
		}
	}
	if d := ReadDateLine([]rune("C7版 副刊")); d.Part != 'C' || d.Words != 2 {
		t.Errorf("%+v", d)
	}
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

func TestPageHead(t *testing.T) {
	for line, want := range map[string]bool{
		"柳湾日报 第612期 2版 要闻": false, "柳湾日报 第612期 要闻": true, "03 民生": true, "2026年3月4日 星期三 柳湾日报": true, "柳湾 要闻": false, "柳湾日报·10": true, "3/阅读": true, "柳湾日报·要闻": true, "柳湾农民报·掌故": true, "9·18事变": false, "柳湾日报": false, "03": false, "": false,
	} {
		if got := IsPageHead([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	for text, want := range map[string][4]bool{ // a paper's name; ends as one; a page's name; a day line
		"青禾日报": {true, true, false, false}, "青禾新闻": {false, true, false, false}, "报": {}, "要闻": {false, false, true, false}, "综合新闻": {false, true, true, false},
		"2026年3月4日星期三": {false, false, false, true}, "星期三": {}, "2O26年3月4日星期三": {false, false, false, true}, "一二三四五六七八九十日报": {false, true, false, false},
	} {
		r := []rune(text)
		if got := [4]bool{IsPaperName(r), IsNewsName(r), IsSection(r), IsDayLine(r)}; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestImprint(t *testing.T) {
	for text, want := range map[string][4]bool{ // house words; hotline; imprint; note
		"新闻热线：0512-60001234": {true, true, true, false}, "中共柳湾县委机关报": {true, false, false, false},
		"未经授权不得转载": {false, false, true, false}, "投稿邮箱：a@example.cn": {true, true, true, false},
		"柳湾印务承印": {}, "承印：柳湾印务": {true, false, false, false}, "准印证号：（柳）012": {true, false, false, false},
		"主编：沈小禾 出版：柳湾报社": {true, false, false, false}, "主办：柳湾镇政府": {}, "零售1元": {},
		"本版内容由柳湾镇提供": {false, false, false, true}, "本版编辑：沈小禾": {false, false, false, true}, "本版开渔": {}, "渡口电话：": {}, "": {},
	} {
		r := []rune(text)
		if got := [4]bool{HasHouseWord(r), HasHotline(r), IsImprint(r), IsPageNote(r)}; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	for text, want := range map[string]bool{"0512-60001234": true, "电话60l20": true, "12号": false, "1234": false, "": false} {
		if got := EndsInNumber([]rune(text)); got != want {
			t.Errorf("%q ends in a number: %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"Published by the Lowton Press": true, "© 2026. All rights reserved": true, "Lowton": false, "Adam Klee, Redakteur.": true, "Druck von A. Klee in Lohe": true,
		"Price 2d": true, "PRICE TWO CENTS": true, "Price of coal rises": false, "Prices up": false, "Price 50 cents higher": false, "Price 50 cents": true, "Verantwortlich für die Redaktion: A. Klee": true, "Verantwortlich für den Brand war ein Funke": false, "Ann Poe, editor of the Herald, said": false,
	} {
		if got := IsLatinImprint([]rune(text)); got != want {
			t.Errorf("%q is an imprint: %v", text, got)
		}
	}
	if !IssuedBeside([]rune("今日八版")) || IssuedBeside([]rune("渡口")) {
		t.Error("words beside the date")
	}
}

func TestScrawl(t *testing.T) {
	for text, want := range map[string]bool{"^ r Tmt ^ m ^": true, "¦* 3 Q % kll": true, "BREAD = PEACE": false, "Poe & Co.": false, "a * b": false, "北京 ~ 上海 ~ 广州": false, "— 6 —": false, "渡口": false, "": false} {
		if got := IsScrawl([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestTelephone(t *testing.T) {
	for text, want := range map[string]bool{"服务热线": true, "客户编号": true, "联系人": false, "请打电话": true, "电 话": false, "渡口": false, "": false} {
		r := []rune(text)
		if got := IsNumberLabel(r, len(r)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if IsNumberLabel([]rune("热线"), 9) || IsNumberLabel([]rune("热线"), 1) {
		t.Error("outside the text")
	}
}

func TestRunningHead(t *testing.T) {
	for text, want := range map[string]bool{
		"12 THE VALE HERALD": true, "The Vale Herald, Friday, May 3, 1901": true, "SATURDAY, JUNE 4, 1938. LOW POINT ECHO Page 6": true,
		"THE VALE HERALD": false, "12 MEN DROWNED": false, "Letters in the Herald": false, "Friday, May 3, 1901": false, "": false,
	} {
		if got := IsRunningHead([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
