package revision

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// Rewrites made together leave the text that each of them leaves, wherever they join blocks or part one, and one
// take-back brings all of it back. An empty block at the very end is none, so that texts are compared without breaks
// there.
func TestRewrite(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := New([]rune("甲乙丙\n丁戊己\n庚辛\n壬癸子丑\n寅卯"))
		if pick(t, 2) == 0 { // shown otherwise than it stands
			append2(t, text, text.moveBlocks([]int{pick(t, 4)}, pick(t, 4)))
		}
		o := text.Order()
		place := func(off int) bulletin.Place {
			for b := range o.Blocks() {
				if off <= o.Length(b) {
					return bulletin.Place{Block: b, Off: off}
				}
				off -= o.Length(b) + 1
			}
			t.Fatal("no such place")
			return bulletin.Place{}
		}
		was := o.Between(bulletin.Place{}, bulletin.Place{Block: o.Blocks() - 1, Off: o.Length(o.Blocks() - 1)})
		runes := []rune(was)
		var cuts []int
		for range 2 * (1 + pick(t, 4)) {
			cuts = append(cuts, pick(t, len(runes)+1))
		}
		slices.Sort(cuts)
		var all []Rewrite
		want, at := "", 0
		for i := 0; i < len(cuts); i += 2 {
			if i > 0 && cuts[i] == cuts[i-1] { // two at one place are one
				continue
			}
			r := Rewrite{place(cuts[i]), place(cuts[i+1]), oneOf(t, "", "x", "雪y", "x\ny", "\nz")}
			all = append(all, r)
			want += string(runes[at:cuts[i]]) + r.Text
			at = cuts[i+1]
		}
		want += string(runes[at:])
		ops := o.Rewrite(all)
		if len(ops) == 0 {
			if want != was {
				t.Fatalf("nothing is done for %v", all)
			}
			return
		}
		append2(t, text, ops)
		shown := func() string {
			o := text.Order()
			var lines []string
			for b := range o.Blocks() {
				runes, _ := o.Block(b)
				lines = append(lines, string(runes))
			}
			return strings.Join(lines, "\n")
		}
		if got := shown(); strings.TrimRight(got, "\n") != strings.TrimRight(want, "\n") && utf8.RuneCountInString(want) > 0 {
			t.Fatalf("%v of %q\n got %q\nwant %q", all, was, got, want)
		}
		append2(t, text, text.TakeBack(text.All(text.N())...))
		if got := shown(); got != was {
			t.Fatalf("taken back it is %q, was %q", got, was)
		}
	})
}

func append2(t *rapid.T, text *Text, ops []Op) {
	t.Helper()
	if len(ops) == 0 {
		return
	}
	if _, err := text.Append(Revision{N: text.N() + 1, Author: Author{Person: 1}, Ops: ops}); err != nil {
		t.Fatal(err)
	}
}
