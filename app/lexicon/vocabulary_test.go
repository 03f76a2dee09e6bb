package lexicon

import "testing"

func TestVocabulary(t *testing.T) {
	v := NewVocabulary("渡口", "渡", "老船工", "文/图")
	for _, c := range []struct {
		text string
		at   int
		want int
	}{
		{"渡口开了", 0, 2}, {"渡船", 0, 1}, {"老船", 0, 0}, {"老船工", 0, 3}, {"在渡口", 1, 2}, {"在渡口", 0, 0},
		{"渡 口开", 0, 3}, {"老　船 工来", 0, 5}, {"渡 船", 0, 1}, {"文/图", 0, 3}, {"渡", 1, 0}, {"渡", -1, 0},
	} {
		if got := v.At([]rune(c.text), c.at); got != c.want {
			t.Errorf("At(%q, %d) = %d, want %d", c.text, c.at, got, c.want)
		}
	}
	for text, want := range map[string]bool{"渡口": true, "渡口开": false, "": false, "老 船 工": true} {
		if got := v.Is([]rune(text)); got != want {
			t.Errorf("Is(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"去渡口": true, "渡口": false, "过渡": true, "老船": false} {
		if got := v.Ends([]rune(text)); got != want {
			t.Errorf("Ends(%q) = %v", text, got)
		}
	}
	if !v.In([]rune("问老船工去")) || v.In([]rune("问老船长去")) {
		t.Error("In")
	}
	r := []rune("问老船工去渡口")
	if n := testing.AllocsPerRun(100, func() { v.In(r); v.Ends(r); v.At(r, 1) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
