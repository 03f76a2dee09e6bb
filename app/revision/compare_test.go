package revision

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// The differences stand where they say, and nothing else differs but the order where something moved.
func TestDifferencesAreAll(t *testing.T) {
	property(t, func(t *rapid.T) {
		b := randomText(t, 6)
		a := b.At(pick(t, b.N()+1))
		// at gives the text of a range, and a set of the places in it.
		at := func(x *Text, r [2]bulletin.Place, in map[bulletin.Place]bool) string {
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
					p = place(p.Block+1, 0)
				}
			}
			return s
		}
		rest := func(x *Text, in map[bulletin.Place]bool) string {
			var all []string
			for i := range x.NumBlocks() {
				s := ""
				for k, r := range x.Runes(i) {
					if !in[place(i, k)] {
						s += string(r)
					}
				}
				all = append(all, s)
			}
			return strings.Join(all, "")
		}
		inA, inB := map[bulletin.Place]bool{}, map[bulletin.Place]bool{}
		moved := slices.ContainsFunc(b.log, func(r Revision) bool {
			return slices.ContainsFunc(r.Ops, func(op Op) bool { return op.Kind == Move })
		})
		all := compare.Pages(a.Blocks(), b.Blocks())
		for _, d := range all {
			if d.Kind == compare.Moved && !moved {
				t.Fatalf("nothing moved, but %+v\n%s", all, show(b))
			}
			if d.Kind == compare.Moved || d.Kind == compare.Marked {
				continue
			}
			if x, y := at(a, d.A, inA), at(b, d.B, inB); x != d.Before || y != d.After {
				t.Fatalf("%+v is %q → %q\n%s", d, x, y, show(b))
			}
		}
		x, y := rest(a, inA), rest(b, inB)
		if moved {
			x, y = inOrder(x), inOrder(y)
		}
		if x != y {
			t.Fatalf("%+v\nleave %q and %q\n%s", all, x, y, show(b))
		}
		if all := compare.Pages(b.Blocks(), b.Copy().Blocks()); all != nil {
			t.Fatalf("differs from itself: %+v", all)
		}
	})
}

func inOrder(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}
