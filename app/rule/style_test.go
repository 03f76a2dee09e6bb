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
