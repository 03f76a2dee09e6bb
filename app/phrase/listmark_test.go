package phrase

import "testing"

func TestListMark(t *testing.T) {
	for _, c := range []struct {
		text  string
		kind  MarkKind
		value int
		mark  string
	}{
		{"一、抓落实", HanMark, 1, "一、"}, {"十二、抓落实", HanMark, 12, "十二、"}, {"⼀、抓落实", HanMark, 1, "⼀、"},
		{"（一）抓落实", BracketMark, 1, "（一）"}, {"(2)抓落实", BracketMark, 2, "(2)"}, {"（１２）抓", BracketMark, 12, "（１２）"},
		{"1.认真落实", PointMark, 1, "1."}, {"１．认真落实", PointMark, 1, "１．"}, {"3. 落实", PointMark, 3, "3."},
		{"1、认真落实", CommaMark, 1, "1、"}, {"2）认真", HalfMark, 2, "2）"}, {"1)认真", HalfMark, 1, "1)"},
		{"①认真", SignMark, 1, "①"}, {"⑿认真", SignMark, 12, "⑿"}, {"㈢认真", SignMark, 3, "㈢"}, {"⒊认真", SignMark, 3, "⒊"},
		{"第一，要认真", NthMark, 1, "第一，"}, {"其二、要认真", NthMark, 2, "其二、"}, {"第三 要认真", NthMark, 3, "第三 "},
		{"一是认真", CountMark, 1, "一是"}, {"三要认真", CountMark, 3, "三要"},
		{"◆认真", BulletMark, 0, "◆"}, {"▲认真", BulletMark, 0, "▲"}, {"● 认真", BulletMark, 0, "●"}, {"- item", BulletMark, 0, "-"}, {"· 认真", BulletMark, 0, "·"},
		{"(a) item", LetterMark, 1, "(a)"}, {"b) item", LetterMark, 2, "b)"}, {"B. 认真", LetterMark, 2, "B."},
		// Numbers of other kinds.
		{"12.5公里", NoMark, 0, ""}, {"2026.3.4", NoMark, 0, ""}, {"一、二、三等奖", NoMark, 0, ""}, {"三、四版", NoMark, 0, ""}, {"1、2号楼", NoMark, 0, ""},
		{"-5℃", NoMark, 0, ""}, {"--渡口", NoMark, 0, ""}, {"第一名", NoMark, 0, ""}, {"第三、四版", NoMark, 0, ""}, {"其他，", NoMark, 0, ""}, {"一般", NoMark, 0, ""},
		{"2026年", NoMark, 0, ""}, {"（含税）", NoMark, 0, ""}, {"（2026）柳01", NoMark, 0, ""}, {"J. Poe", NoMark, 0, ""}, {"Ⅲ级风", NoMark, 0, ""}, {"1.", NoMark, 0, ""}, {"渡口", NoMark, 0, ""}, {"", NoMark, 0, ""},
	} {
		r := []rune(c.text)
		m, ok := ListMarkAt(r, 0)
		if !ok {
			m = ListMark{}
		}
		if m.Kind != c.kind || m.Value != c.value || string(m.Of(r)) != c.mark {
			t.Errorf("%q: %+v %q", c.text, m, string(m.Of(r)))
		}
	}
	for line, want := range map[string]bool{"（一）抓": true, "一、抓": true, "1.抓落": true, "①抓落": true, "1、抓落": false, "一是抓": false, "◆抓落": false, "一、": false, "12.5": false} {
		if got := OpensItem([]rune(line)); got != want {
			t.Errorf("%q opens an item: %v", line, got)
		}
	}
	for line, want := range map[string]bool{"（一）抓": true, "一、抓": true, "1.抓落": true, "第一条 本约": true, "二、抓": false, "2.抓落": false, "一是抓": false, "◆抓落": false} {
		if got := OpensList([]rune(line)); got != want {
			t.Errorf("%q opens a list: %v", line, got)
		}
	}
}
