package proof

import (
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/proof/register"
)

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

// TestWhatStandsIsNotDoubted: what the registers have, and what was let stand, is never found wrong; all else
// is, as before.
func TestWhatStandsIsNotDoubted(t *testing.T) {
	text := "昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。"
	story := bulletin.ID{Index: 99}
	count := func(h *House) (n int) {
		p := pageOf(bulletin.Block{Kind: bulletin.Headline, Article: story, Text: "走访"}, bulletin.Block{Kind: bulletin.Paragraph, Article: story, Text: text})
		p.House = h
		for _, f := range Findings(p) {
			if f.Check == Wrong {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		name  string
		house *House
		want  int
	}{
		{"no house", nil, 1},
		{"another name", &House{Right: []string{"杜村"}}, 1},
		{"let stand", &House{Right: []string{"杜区"}}, 0},
		{"a place", &House{Register: register.New([]register.Entry{{Kind: register.Place, Text: "杜区"}}, "", nil)}, 0},
		{"trap: a banned word is not right", &House{Register: register.New([]register.Entry{{Kind: register.Banned, Text: "杜区"}}, "", nil)}, 1},
		{"trap: one character says nothing", &House{Right: []string{"杜"}}, 1},
	} {
		if got := count(c.house); got != c.want {
			t.Errorf("%s: %d found", c.name, got)
		}
	}
}

// TestIssueDay: the library's day goes before the page's own.
func TestIssueDay(t *testing.T) {
	p := storyOf("2026年3月4日 星期三", "夜航首日", "3月3日晚，渡轮鸣笛离了岸，渡口来了三百名乘客。")
	p.House = &House{Issue: day(2026, 3, 2)}
	n := 0
	for _, f := range Findings(p) {
		if f.Rule == "N7" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d days after the issue's", n)
	}
}
