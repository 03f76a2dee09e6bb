package story

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/source"
)

// randomPage is titles, credits and paragraphs in any order, of words that some of them share.
func randomPage(dice *rand.Rand) string {
	words := []string{"渡口", "灯塔", "粮仓", "合唱", "水渠", "木桥", "校舍", "渔汛"}
	word := func() string { return words[dice.Intn(len(words))] }
	var b strings.Builder
	for range 12 + dice.Intn(20) {
		switch dice.Intn(4) {
		case 0:
			b.WriteString("\n" + word() + word() + "今年重新开放\n")
		case 1:
			b.WriteString("（记者 沈小禾）\n")
		}
		for range 1 + dice.Intn(3) {
			b.WriteString("　　" + strings.Repeat(word()+"的事"+word()+"已经说定，", 2+dice.Intn(4)) + "大家都来看" + word() + "。\n")
		}
	}
	return b.String()
}

// Going on from a mark tells a page as telling it anew does, also when others went on from the mark before.
func TestMarkTellsTheSame(t *testing.T) {
	dice := rand.New(rand.NewSource(11))
	marks := 0
	for range 30 {
		p := layout.Measure(source.Raw{Text: []rune(randomPage(dice))}, nil)
		r := read.Page(p, read.Fitted())
		a := newTeller(r, r.Blocks(nil), Fitted().Han)
		_, doubts := a.likeliest()
		forced := map[int]int{}
		for _, d := range doubts {
			for _, o := range append(slices.Clone(d.others), other{option: d.pick}) {
				a.restart(nil)
				a.follow(d.block, forced)
				m := a.mark()
				a.follow(len(a.bs), map[int]int{d.block: begin})
				a.restart(m)
				with := map[int]int{d.block: o.option}
				for k, v := range forced {
					with[k] = v
				}
				a.follow(len(a.bs), with)
				of, blocks := slices.Clone(a.of), bodies(a)
				a.boundaries(with)
				if !slices.Equal(a.of, of) || !slices.EqualFunc(bodies(a), blocks, slices.Equal) {
					t.Fatalf("block %d by way %d: from the mark %v %v, anew %v %v", d.block, o.option, of, blocks, a.of, bodies(a))
				}
				marks++
			}
			if dice.Intn(2) == 0 {
				forced[d.block] = begin
			}
		}
	}
	if marks < 20 {
		t.Errorf("only %d ways were tried", marks)
	}
}

func bodies(a *teller) (all [][]int) {
	for _, st := range a.st {
		all = append(all, st.body)
	}
	return all
}

// Ranks are by size; equal ones share one, and beyond the lowest all do.
func TestRanks(t *testing.T) {
	got := ranks([]float64{3, 0, 9, 3, 1, 0, 8, 7, 6, 5})
	if want := []int{5, lowest, 0, 5, lowest, lowest, 1, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := ranks([]float64{0, 2, 2}); !slices.Equal(got, []int{2, 0, 0}) {
		t.Errorf("got %v", got)
	}
}
