package revision

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// typist types in one undo step, a revision a key.
type typist struct {
	*Text
	t     testing.TB
	group int
}

func (y *typist) do(ops []Op) {
	y.t.Helper()
	if len(ops) == 0 {
		return
	}
	r := Revision{N: y.N() + 1, Group: y.group, Author: Author{Person: 1}, Ops: ops}
	if _, err := y.Append(r); err != nil {
		y.t.Fatal(err)
	}
}

// What one undo step did is told as one, however often it was saved in between.
func TestRunsAreToldAsOne(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  string
		edit func(*typist)
		want string
	}{
		{"a word typed key by key", "潮水", func(y *typist) {
			for i, k := range []string{"退", "了", "。"} {
				y.do(y.replace(0, 2+i, 2+i, k))
			}
		}, `insertion ""→"退了。" at 1`},
		{"a character deleted, and typed after a save", "出诲了", func(y *typist) {
			y.do(y.replace(0, 1, 2, ""))
			y.do(y.replace(0, 1, 1, "海"))
		}, `character "诲"→"海" at 1`},
		{"typed and deleted again", "潮水", func(y *typist) {
			y.do(y.replace(0, 2, 2, "退了"))
			y.do(y.replace(0, 3, 4, ""))
			y.do(y.replace(0, 2, 3, ""))
		}, ``},
		{"half of it deleted again", "潮水", func(y *typist) {
			y.do(y.replace(0, 2, 2, "退了"))
			y.do(y.replace(0, 3, 4, ""))
		}, `insertion ""→"退" at 1`},
		{"Enter and Backspace", "潮水退了", func(y *typist) {
			y.do(y.split(0, 2))
			y.do(y.join(1, ""))
		}, ``},
		{"a join and Enter at the same place", "潮水\n退了", func(y *typist) {
			y.do(y.join(1, ""))
			y.do(y.split(0, 2))
		}, ``},
		{"two places are two", "潮水退了，船出海。", func(y *typist) {
			y.do(y.replace(0, 0, 1, "江"))
			y.do(y.replace(0, 5, 6, "帆"))
		}, `character "潮"→"江" at 0; character "船"→"帆" at 5`},
		{"the later of two places first in the text", "潮水退了，船出海。", func(y *typist) {
			y.do(y.replace(0, 5, 6, "帆"))
			y.do(y.replace(0, 0, 1, "江"))
			y.do(y.replace(0, 1, 2, "河"))
		}, `character "船"→"帆" at 5; character "潮水"→"江河" at 0`},
		{"a kind set and set back", "潮水\n退了", func(y *typist) {
			y.do(y.setKind([]int{0}, bulletin.Headline, bulletin.None))
			y.do(y.setKind([]int{0}, bulletin.Paragraph, bulletin.None))
		}, ``},
		{"a kind set twice", "潮水\n退了", func(y *typist) {
			y.do(y.setKind([]int{0}, bulletin.Headline, bulletin.None))
			y.do(y.setKind([]int{0}, bulletin.Kicker, bulletin.None))
		}, `mark "paragraph"→"kicker" at 2`},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune(c.raw))
			by(t, text, 2, Op{Kind: Mark, At: text.Head(0).Break, Block: bulletin.Paragraph, Article: bulletin.None})
			c.edit(&typist{text, t, 2})
			told := func() (all []Correction) {
				for r, cs := range text.History() {
					if r.From > 1 {
						all = append(all, cs...)
					}
				}
				return all
			}
			all := told()
			if got := list(all); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			for i := range all {
				refs := all[i].Refs()
				if later := text.Conflicts(refs...); len(later) > 0 {
					t.Errorf("%v refer to a part of the same correction", later)
				}
				do(t, text, text.TakeBack(refs...)...)
			}
			if got, want := plain(text), plain(New([]rune(c.raw))); got != want {
				t.Errorf("taken back: got %q, want %q", got, want)
			}
			for _, c := range told() {
				if c.Counts {
					t.Errorf("%+v counts", c)
				}
			}
		})
	}
}

// Other people, other steps, and what is more than typing are told apart.
func TestRunsEnd(t *testing.T) {
	text := New([]rune("潮水退了\n船出海\n"))
	add := func(group int, a Author, ops []Op) {
		t.Helper()
		if _, err := text.Append(Revision{N: text.N() + 1, Group: group, Author: a, Ops: ops}); err != nil {
			t.Fatal(err)
		}
	}
	me, you := Author{Person: 1}, Author{Person: 2}
	add(1, me, text.replace(0, 4, 4, "一"))
	add(1, me, text.replace(0, 5, 5, "二"))
	add(1, you, text.replace(0, 6, 6, "三"))
	add(4, you, text.replace(0, 7, 7, "四"))
	add(4, you, text.moveBlocks([]int{0}, 2))
	add(4, you, text.replace(0, 0, 0, "五"))
	add(7, you, []Op{{Kind: Revert, Of: 6}})
	var runs []Run
	for r := range text.History() {
		runs = append(runs, r)
	}
	if want := []Run{{1, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}}; !slices.Equal(runs, want) {
		t.Errorf("got %v, want %v", runs, want)
	}
}

// step histories: a random text of which revisions belong to steps at random.
func randomRuns(t *rapid.T) *Text {
	text := New(randomRaw(t))
	group := 1
	for range pick(t, 7) {
		if pick(t, 3) == 0 || group > text.N()+1 {
			group = text.N() + 1
		}
		ops := slices.DeleteFunc(randomOps(t, text), func(op Op) bool { return op.Kind == Revert && pick(t, 3) > 0 })
		if len(ops) > 0 {
			_, _ = text.Append(Revision{N: text.N() + 1, Group: group, Author: Author{Person: 1}, Ops: ops})
		}
	}
	return text
}

// What is told from an earlier state on, and of some runs, is that part of the history; every visible
// difference is told.
func TestPartsOfTheHistory(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomRuns(t)
		n, some := pick(t, text.N()+1), pick(t, text.N()+1)
		type told struct {
			Run
			string
		}
		var all, since, one []told
		for r, cs := range text.History() {
			all = append(all, told{r, fmt.Sprint(cs)})
		}
		for r, cs := range text.Since(text.At(n)) {
			since = append(since, told{r, fmt.Sprint(cs)})
		}
		for r, cs := range text.HistoryOf(func(r Run) bool { return r.From <= some && some <= r.To }) {
			one = append(one, told{r, fmt.Sprint(cs)})
		}
		at := 1
		for _, x := range all {
			if x.From != at || x.To < x.From {
				t.Fatalf("%v after %d", x.Run, at-1)
			}
			at = x.To + 1
		}
		if at != text.N()+1 {
			t.Fatalf("the last run ends at %d of %d", at-1, text.N())
		}
		if want := slices.DeleteFunc(slices.Clone(all), func(x told) bool { return x.To <= n }); !slices.Equal(since, want) {
			t.Fatalf("since %d: %v\nof %v\n%s", n, since, all, show(text))
		}
		if want := slices.DeleteFunc(slices.Clone(all), func(x told) bool { return x.From > some || x.To < some }); !slices.Equal(one, want) {
			t.Fatalf("of %d: %v\nof %v\n%s", some, one, all, show(text))
		}
	})
}

// The corrections of a run lead from the characters before it to those after it, and each of its operations
// that can be seen is in one of them.
func TestRunsTellEveryCharacter(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomRuns(t)
		for r, all := range text.History() {
			for i, c := range all {
				refs := c.Refs()
				if !slices.IsSortedFunc(refs, compareRefs) || refs[len(refs)-1].Rev != c.Rev || refs[0].Rev < r.From || c.Rev > r.To {
					t.Fatalf("%v of %v", refs, r)
				}
				if i > 0 && all[i-1].Rev > c.Rev {
					t.Fatalf("%d after %d", c.Rev, all[i-1].Rev)
				}
			}
			if r.From == r.To {
				continue
			}
			before, after := modelOf(text.letters.raw, text.Log()[:r.From-1], nil), modelOf(text.letters.raw, text.Log()[:r.To], nil)
			var came, went []string
			same := map[string]int{} // what was deleted and typed anew is none
			for id, live := range after.live {
				if was := before.live[id]; was != live {
					s := string(after.rune[id])
					if after.isBreak(id) {
						s = "\n"
					}
					if live {
						came = append(came, s)
						same[s]++
					} else {
						went = append(went, s)
						same[s]--
					}
				}
			}
			net := map[string]int{}
			for _, c := range all {
				if c.Kind.String() == "mark" {
					continue
				}
				for _, s := range strings.Split(c.After, "") {
					net[s]++
				}
				for _, s := range strings.Split(c.Before, "") {
					net[s]--
				}
			}
			for s, n := range same {
				// A character that was dead before is deleted anew without being seen.
				if net[s] > n {
					t.Fatalf("%v: %q by %d, want %d; came %q, went %q\n%+v\n%s", r, s, net[s], n, came, went, all, show(text))
				}
			}
		}
	})
}
