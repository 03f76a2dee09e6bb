package revision

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

func TestAlign(t *testing.T) {
	const page = "春汛来临\n江水昨夜涨了三尺，沿岸的渔家把船拖上了滩。\n老人说，这样的水他一生只见过两回。\n记者 何小舟"
	for _, c := range []struct{ name, text, want string }{
		{"nothing", page, page},
		{"empty lines count for nothing", strings.ReplaceAll(page, "\n", "\r\n\r\n"), page},
		{"a character", strings.Replace(page, "三尺", "五尺", 1), ""},
		{"a paragraph less", strings.Replace(page, "老人说，这样的水他一生只见过两回。\n", "", 1), ""},
		{"the last one less", strings.Replace(page, "\n记者 何小舟", "", 1), ""},
		{"a paragraph more", strings.Replace(page, "\n老人", "\n气象台今晨发布了预报。\n老人", 1), ""},
		{"one more at the start", "本报专稿\n" + page, ""},
		{"two more at the end", page + "\n另讯\n下游的水位也在上涨。", ""},
		{"one becomes two", strings.Replace(page, "，沿岸", "。\n沿岸", 1), ""},
		{"two become one", strings.Replace(page, "。\n老人", "。老人", 1), ""},
		{"all of it", "完全不同的文字\n一行\n又一行", ""},
		{"nothing left", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune(page))
			article := text.newArticle(0)
			do(t, text, text.setArticle([]int{0, 1, 2, 3}, article)...)
			do(t, text, text.setKind([]int{0}, bulletin.Headline, bulletin.None)...)
			do(t, text, text.setKind([]int{3}, bulletin.Byline, bulletin.None)...)
			if ops := text.align([]int{0, 1, 2, 3}, c.text); len(ops) > 0 {
				do(t, text, ops...)
			} else if c.want == "" {
				t.Error("no operations")
			}
			if c.want == "" {
				c.want = c.text
			}
			if got := strings.Join(lines(text), "\n"); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
			for i := range text.NumBlocks() {
				if h := text.Head(i); h.Article != article {
					t.Errorf("block %d is in article %v", i, h.Article)
				}
			}
		})
	}
}

// A title stays a title, and what comes behind it or the byline is text.
func TestAlignKeepsKinds(t *testing.T) {
	text := New([]rune("春汛来临\n江水昨夜涨了三尺。\n记者 何小舟"))
	do(t, text, text.setArticle([]int{0, 1, 2}, text.newArticle(0))...)
	do(t, text, text.setKind([]int{0}, bulletin.Headline, bulletin.None)...)
	do(t, text, text.setKind([]int{2}, bulletin.Byline, bulletin.None)...)
	do(t, text, text.align([]int{0, 1, 2}, "春汛来了\n其一\n其二\n江水昨夜涨了五尺。\n记者 何小舟\n后来又落了\n真的")...)
	const want = "headline:春汛来了 paragraph:其一 paragraph:其二 paragraph:江水昨夜涨了五尺。 byline:记者 何小舟 paragraph:后来又落了 paragraph:真的"
	var got []string
	for _, b := range text.Blocks() {
		got = append(got, b.Kind.String()+":"+b.Text)
	}
	if g := strings.Join(got, " "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
	// The stop after 尺 is the raw one: only what differs was typed.
	if f := text.fate(bulletin.ID{Origin: 0, Index: 13}); !f.live {
		t.Errorf("%+v", f)
	}
}

// A text from outside is what we have afterwards, whatever it is.
func TestAlignedTextIsTheirs(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 5)
		if text.NumBlocks() == 0 {
			return
		}
		var blocks []int
		for i := range text.NumBlocks() {
			blocks = append(blocks, i)
		}
		var theirs []string
		for range pick(t, 6) {
			if n := pick(t, len(blocks)*2); n < len(blocks) {
				theirs = append(theirs, strings.ReplaceAll(string(text.Runes(n)), "\r", ""))
			} else {
				line := ""
				for range 1 + pick(t, 4) {
					line += oneOf(t, "a", "b", "雪", "x")
				}
				theirs = append(theirs, line)
			}
		}
		old := lines(text)
		if ops := text.align(blocks, strings.Join(theirs, "\n")); len(ops) > 0 {
			if _, ok := step(t, text, ops); !ok {
				t.Fatal("refused")
			}
		}
		var got, want []string
		for _, l := range lines(text) {
			if l != "" {
				got = append(got, l)
			}
		}
		for _, l := range theirs {
			if l != "" {
				want = append(want, l)
			}
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Fatalf("got %q, want %q, from %q\n%s", got, want, old, show(text))
		}
	})
}
