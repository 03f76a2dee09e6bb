package rule

import "testing"

func TestStyle(t *testing.T) {
	on := func(string) bool { return true }
	for _, c := range []struct {
		style     Style
		text, out string
	}{
		{Style{}, `他说"好"，测了(PM10)两回。`, "他说“好”，测了(PM10)两回。"},
		{Style{CornerQuotes: true}, `他说"好"，又说：“那句‘慢走’是我说的。”`, "他说「好」，又说：「那句『慢走』是我说的。」"},
		{Style{CornerQuotes: true}, "“她没说完。", "「她没说完。"},
		{Style{CornerQuotes: true}, "乐队叫“Rock’n’roll”，来自海口。", "乐队叫「Rock’n’roll」，来自海口。"},
		{Style{CornerQuotes: true}, "He said “yes” to the plan and went home.", "He said “yes” to the plan and went home."},
		{Style{WideBrackets: true}, "测了(PM10)两回，人工智能(AI)也测了。", "测了（PM10）两回，人工智能（AI）也测了。"},
		{Style{Misread: true}, `船长说:"开船",岸上"的人都来了，又有"人来。`, `船长说：“开船”，岸上"的人都来了，又有"人来。`},
		{Style{Misread: true}, `船长说:"开船",又说"走"了。`, `船长说：“开船”，又说“走”了。`},
		{Style{Misread: true}, "渔船回港‧岸上的人都来，列夫‧托尔斯泰", "渔船回港‧岸上的人都来，列夫·托尔斯泰"},
		{Style{}, "渔船回港‧岸上的人都来", "渔船回港·岸上的人都来"},
		{Style{Cells: true}, "柳湾镇渡口 2009 年 1 月 5 日", "柳湾镇渡口 2009年1月5日"},
		{Style{Cells: true}, "急修 0512-60001234 2 民生", "急修 0512-60001234 2 民生"},
		{Style{WideBrackets: true}, "电话(0591)88100200；f(x)是函数；1)先开门。", "电话(0591)88100200；f(x)是函数；1)先开门。"},
	} {
		text := []rune(c.text)
		for range 2 { // a second time changes nothing
			for _, es := range c.style.Steps(text, on) {
				text = apply(text, es)
			}
			if got := string(text); got != c.out {
				t.Errorf("%+v: %q became %q, want %q", c.style, c.text, got, c.out)
			}
		}
	}
}

// What a page that was read badly leaves as it is, it suggests.
func TestMisreadSuggests(t *testing.T) {
	text := []rune("渔船回港‧岸上的人都来")
	if got := (Style{Misread: true}).Suggestions(text); len(got) != 1 || got[0].Rule != "P11" {
		t.Errorf("suggestions: %+v", got)
	}
	if got := Suggestions(text); len(got) != 0 {
		t.Errorf("of another page: %+v", got)
	}
}

func TestLetterspacedTitle(t *testing.T) {
	for in, want := range map[string]string{
		"讣　告": "讣告", "春 耕 小 记": "春耕小记", "招 聘 启 事": "招聘启事", "一 二 三 四 五 六": "一二三四五六",
		"春耕 小记": "春耕 小记", "春  耕": "春  耕", "一 二 三 四 五 六 七": "一 二 三 四 五 六 七", "春": "春", "春 A": "春 A", "": "",
	} {
		if got := letterspaced(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func letterspaced(in string) string {
	text := []rune(in)
	for _, es := range (Style{Title: true}).Steps(text, func(id string) bool { return id == "S3" }) {
		text = apply(text, es)
	}
	return string(text)
}
