package chars

import "testing"

// TestSlips: a character left out or set twice is found where nothing else is likely, and what is said twice on
// purpose is let be.
func TestSlips(t *testing.T) {
	for _, c := range []struct{ name, text, right string }{
		{"nothing wrong", "镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。", ""},
		{"a character twice", "各级级党委政府要担起责任，把防汛物资备足。", "各级党委政府要担起责任，把防汛物资备足。"},
		{"one missing in a long word", "他在夜校里讲授政治经学，听众很多。", "他在夜校里讲授政治经济学，听众很多。"},
		{"trap: a verb said twice", "大家讨论讨论，再研究研究，看看怎么办。", ""},
		{"trap: words doubled", "天天有人来，家家户户高高兴兴，人人都说好。", ""},
		{"trap: a name", "通讯员安全全来到码头，安全全说票卖完了。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := blocks(c.text)
			got := Load().Slips(all)
			if c.right == "" {
				if len(got) > 0 {
					t.Errorf("found %+v", got)
				}
				return
			}
			if len(got) != 1 {
				t.Fatalf("found %+v", got)
			}
			r := all[0].Text
			if mended := string(r[:got[0].From]) + string(got[0].Right) + string(r[got[0].To:]); mended != c.right {
				t.Errorf("mended it is %q", mended)
			}
			if again := Load().Slips(blocks(c.right)); len(again) > 0 {
				t.Errorf("mended it is still doubted: %+v", again)
			}
		})
	}
}
