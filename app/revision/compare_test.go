package revision

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

func differences(all []Difference) string {
	var out []string
	for _, d := range all {
		out = append(out, fmt.Sprintf("%v %s→%s", d.Kind, d.Before, d.After))
	}
	return strings.ReplaceAll(strings.Join(out, "; "), "\n", "⏎")
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  string
		edit func(*Text)
		want string
	}{
		{"nothing", "渔船\n出海", func(*Text) {}, ""},
		{"a character", "渔船出诲\n潮平", func(x *Text) { do(t, x, x.Replace(0, 3, 4, "海")...) }, "character 诲→海"},
		{"the same letter typed anew is no difference", "渔船", func(x *Text) {
			do(t, x, x.Replace(0, 1, 2, "")...)
			do(t, x, x.Replace(0, 1, 1, "船")...)
		}, ""},
		{"a number is whole", "捕鱼1250斤", func(x *Text) { do(t, x, x.Replace(0, 4, 5, "3")...) }, "number 1250→1230"},
		{"a decimal is whole", "PM2.5为3.5%", func(x *Text) { do(t, x, x.Replace(0, 8, 9, "7")...) }, "number 3.5%→3.7%"},
		{"a Latin word is whole", "the habour is calm", func(x *Text) { do(t, x, x.Replace(0, 6, 6, "r")...) }, "character habour→harbour"},
		{"a join", "渔船\n出海", func(x *Text) { do(t, x, x.Join(1, "")...) }, "join ⏎→"},
		{"a join over a blank line", "渔船\n\n出海\n回", func(x *Text) { do(t, x, x.ReplaceRange(Place{0, 2}, Place{2, 0}, "")...) }, "join ⏎⏎→"},
		{"a blank line goes", "渔船\n\n出海\n回", func(x *Text) { do(t, x, x.Join(1, "")...) }, "join ⏎→"},
		{"a split", "渔船出海", func(x *Text) { do(t, x, x.Split(0, 2)...) }, "split →⏎"},
		{"a block moves", "甲\n乙\n丙\n丁\n", func(x *Text) { do(t, x, x.MoveBlocks([]int{3}, 0)...) }, "move 丁→丁"},
		{"a block is another kind", "甲\n乙\n", func(x *Text) { do(t, x, x.SetKind([]int{1}, bulletin.Byline)...) }, "mark line→byline"},
		{"a block comes", "甲\n乙\n", func(x *Text) { do(t, x, x.Replace(1, 0, 0, "新\n")...) }, "insertion →新"},
		{"a block goes", "甲\n旧的\n乙\n", func(x *Text) { do(t, x, x.ReplaceRange(Place{1, 0}, Place{2, 0}, "")...) }, "deletion 旧的→"},
		{"the last block goes", "甲\n旧的\n", func(x *Text) { do(t, x, x.ReplaceRange(Place{0, 1}, Place{1, 2}, "")...) }, "deletion 旧的→"},
		{"a block is written anew", "甲\n旧的\n", func(x *Text) { do(t, x, x.Replace(1, 0, 2, "新人")...) }, "character 旧的→新人"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune(c.raw))
			c.edit(text)
			if got := differences(Compare(text.At(0), text)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// The differences stand where they say, and nothing else differs but the order where something moved.
func TestDifferencesAreAll(t *testing.T) {
	property(t, func(t *rapid.T) {
		b := randomText(t, 6)
		a := b.At(pick(t, b.N()+1))
		// at gives the text of a range, and a set of the places in it.
		at := func(x *Text, r [2]Place, in map[Place]bool) string {
			s := ""
			for p := r[0]; p != r[1]; {
				if p.Block >= x.NumBlocks() || p.Block > r[1].Block {
					t.Fatalf("no range: %v\n%s", r, show(b))
				}
				if text := x.Runes(p.Block); p.Off < len(text) {
					in[p] = true
					s += string(text[p.Off])
					p.Off++
				} else {
					s += "\n"
					p = Place{p.Block + 1, 0}
				}
			}
			return s
		}
		rest := func(x *Text, in map[Place]bool) string {
			var all []string
			for i := range x.NumBlocks() {
				s := ""
				for k, r := range x.Runes(i) {
					if !in[Place{i, k}] {
						s += string(r)
					}
				}
				all = append(all, s)
			}
			return strings.Join(all, "")
		}
		inA, inB := map[Place]bool{}, map[Place]bool{}
		moved := slices.ContainsFunc(b.log, func(r Revision) bool {
			return slices.ContainsFunc(r.Ops, func(op Op) bool { return op.Kind == Move })
		})
		all := Compare(a, b)
		for _, d := range all {
			if d.Kind == Moved && !moved {
				t.Fatalf("nothing moved, but %+v\n%s", all, show(b))
			}
			if d.Kind == Moved || d.Kind == Marked {
				continue
			}
			if x, y := at(a, d.A, inA), at(b, d.B, inB); x != d.Before || y != d.After {
				t.Fatalf("%+v is %q → %q\n%s", d, x, y, show(b))
			}
		}
		x, y := rest(a, inA), rest(b, inB)
		if moved {
			x, y = sorted(x), sorted(y)
		}
		if x != y {
			t.Fatalf("%+v\nleave %q and %q\n%s", all, x, y, show(b))
		}
		if all := Compare(b, b.Copy()); all != nil {
			t.Fatalf("differs from itself: %+v", all)
		}
	})
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

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
			article := text.NewArticle(0)
			do(t, text, text.SetArticle([]int{0, 1, 2, 3}, article)...)
			do(t, text, text.SetKind([]int{0}, bulletin.Headline)...)
			do(t, text, text.SetKind([]int{3}, bulletin.Byline)...)
			if ops := text.Align([]int{0, 1, 2, 3}, c.text); len(ops) > 0 {
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
	do(t, text, text.SetArticle([]int{0, 1, 2}, text.NewArticle(0))...)
	do(t, text, text.SetKind([]int{0}, bulletin.Headline)...)
	do(t, text, text.SetKind([]int{2}, bulletin.Byline)...)
	do(t, text, text.Align([]int{0, 1, 2}, "春汛来了\n其一\n其二\n江水昨夜涨了五尺。\n记者 何小舟\n后来又落了\n真的")...)
	const want = "headline:春汛来了 paragraph:其一 paragraph:其二 paragraph:江水昨夜涨了五尺。 byline:记者 何小舟 paragraph:后来又落了 paragraph:真的"
	var got []string
	for _, b := range text.Blocks() {
		got = append(got, b.Kind.String()+":"+b.Text)
	}
	if g := strings.Join(got, " "); g != want {
		t.Errorf("\n got %s\nwant %s", g, want)
	}
	// The stop after 尺 is the raw one: only what differs was typed.
	if f := text.Fate(bulletin.ID{Origin: 0, Index: 13}); !f.Live {
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
		if ops := text.Align(blocks, strings.Join(theirs, "\n")); len(ops) > 0 {
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
