package rule

import (
	"strings"
	"testing"
)

// What a row sets right is right: nothing more is suggested for it, and no row stands twice.
func TestMisspeltRows(t *testing.T) {
	seen := map[string]bool{}
	for _, u := range append(misspelt, usages...) {
		if seen[u.wrong] {
			t.Errorf("%s stands twice", u.wrong)
		}
		seen[u.wrong] = true
		text := []rune("昨天，大家说" + u.wrong)
		var es []Edit
		for _, s := range Suggestions(text) {
			if s.Rule == "C3" {
				es = append(es, s.Edit)
			}
		}
		mended := string(apply(text, es))
		if want := "昨天，大家说" + u.right; mended != want {
			t.Errorf("%s becomes %q, want %q", u.wrong, mended, want)
		}
		for _, s := range Suggestions([]rune(mended)) {
			t.Errorf("%s, mended, is still doubted by %s", mended, s.Rule)
		}
	}
	if len(misspelt) < 300 {
		t.Errorf("%d rows", len(misspelt))
	}
}

func TestMisspelt(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a word", "老船工常年锻练身体。", "老船工常年锻炼身体。"},
		{"an idiom", "风浪再大，他也迫不得己。", "风浪再大，他也迫不得已。"},
		{"who tells it", "南岸居民沈某反应，路灯坏了半个月。", "南岸居民沈某反映，路灯坏了半个月。"},
		{"trap: what they felt", "居民的反应，大家都看在眼里。化学反应，放出热量。", ""},
		{"how it is done", "渡船慢慢的驶向对岸，灯渐渐的亮了。", "渡船慢慢地驶向对岸，灯渐渐的亮了。"},
		{"trap: a noun behind", "静静的河水，慢慢的走步，都好。", ""},
		{"trap: two words meet", "世界之一但愿平安，自己经营小店。", ""},
		{"trap: two words meet, behind", "从末班船到头班船，他都在。", ""},
		{"trap: the word is spoken of", "“锻练”二字写错了。", ""},
		{"trap: brought along, not worn", "出门记得带口罩和手套。", ""},
		{"trap: a teacher pays", "老师付出了很多心血。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []rune(c.in)
			var es []Edit
			for _, s := range Suggestions(text) {
				es = append(es, s.Edit)
			}
			want := c.want
			if want == "" {
				want = c.in
			}
			if got := string(apply(text, es)); got != want || strings.Contains(got, "\uFFFD") {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
