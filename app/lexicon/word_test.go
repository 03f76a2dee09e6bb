package lexicon

import (
	"strings"
	"testing"
)

func TestWordAround(t *testing.T) {
	for _, want := range []string{
		"牧民|陶|大|勇|把|十二|只|山羊|送|进|了|合作社|的|羊|圈",
		"这|是|他|今年|寄养|的|第三批",
		"县|畜牧|站|的|兽医|每周|上门",
		"记者|从|气象局|获悉|未来|三天|有|大雾",
		"人民政府|办公室|主任",
		"渡",
	} {
		words := strings.Split(want, "|")
		run := []rune(strings.Join(words, ""))
		at := 0
		for _, w := range words {
			to := at + len([]rune(w))
			for i := at; i < to; i++ {
				if a, b := WordAround(run, i); a != at || b != to {
					t.Errorf("at %d of %s: %s, want %s", i, string(run), string(run[a:b]), w)
				}
			}
			at = to
		}
	}
}

// In a run of any length the word holds the character, and has at most four.
func TestWordAroundHoldsIt(t *testing.T) {
	run := []rune(strings.Repeat("老船工把缆绳解开竹篙往石阶上一点渡船就荡到了河心", 40))
	for i := range run {
		if a, b := WordAround(run, i); a > i || b <= i || b-a > longest || a < 0 || b > len(run) {
			t.Fatalf("at %d: [%d, %d)", i, a, b)
		}
	}
}
