package read

import (
	"math"
	"slices"
	"strings"
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/source"
)

// sheet is a page of lines of which each is a paragraph of its own, though they fill their column and end in the
// middle of a sentence.
func sheet(n int) Corrected {
	all := []string{"河边的步道上个月修好了，沿河的居民每天早晚都来走", "老人们说，这条路从前一下雨就积水，如今再也不用绕", "孩子放学以后在桥头的空地上踢球，傍晚才被喊回家吃", "渡口的船工今年六十八岁，他在这条河上撑了四十年的"}
	var lines []string
	for k := range 12 {
		lines = append(lines, all[(k+n)%len(all)])
	}
	p := layout.Measure(source.Raw{Text: []rune(strings.Join(lines, "\n") + "\n")}, nil)
	return Corrected{Page: p, Roles: make([]Role, len(p.Lines))} // Para is 0
}

// What pages teach is the same each time, of known cues, no stronger than it may be, and makes pages of the kind
// be read more as they should be.
func TestLearn(t *testing.T) {
	pages := []Corrected{sheet(0), sheet(1), sheet(2), sheet(3)}
	habits := Learn(Fitted(), pages)
	if len(habits) == 0 || len(habits) > mostHabits || !slices.Equal(habits, Learn(Fitted(), pages)) || !slices.Equal(habits, Known(habits)) {
		t.Fatalf("%d habits: %v", len(habits), habits)
	}
	for _, h := range habits {
		if math.Abs(h.Weight) > mostHabit || math.Abs(h.Weight) < leastHabit {
			t.Errorf("habit %+v", h)
		}
	}
	fresh := sheet(5)
	before, n := fresh.wrong(Fitted())
	after, _ := fresh.wrong(Fitted().With(habits))
	if before == 0 || after >= before {
		t.Errorf("of %d junctions %d are wrong, with habits %d", n, before, after)
	}
	if again, _ := fresh.wrong(Fitted()); again != before {
		t.Errorf("the weights that the program ships with have changed: %d, then %d", before, again)
	}
}

// Two pages are too few; pages that are read as their editor left them teach nothing.
func TestTeachKeepsOnlyWhatHelps(t *testing.T) {
	if got := Teach(Fitted(), []Corrected{sheet(0), sheet(1)}); len(got.Habits) > 0 || got.Pages != 2 {
		t.Errorf("two pages: %+v", got)
	}
	var right []Corrected
	for n := range 6 {
		c := sheet(n)
		c.Roles = Page(c.Page, Fitted()).Roles
		right = append(right, c)
	}
	if got := Teach(Fitted(), right); len(got.Habits) > 0 || got.Before != 0 || got.After != 0 && got.After < got.Before {
		t.Errorf("pages without a correction: %+v", got)
	}
	if got := Teach(Fitted(), []Corrected{sheet(0), sheet(1), sheet(2), sheet(3)}); len(got.Habits) == 0 || got.After >= got.Before {
		t.Errorf("pages with corrections: %d habits, %d → %d", len(got.Habits), got.Before, got.After)
	}
}

// What cleaning does not know counts for nothing.
func TestUnknownHabits(t *testing.T) {
	for _, h := range []Habit{{Of: "page", Cue: "gap", For: "para+"}, {Of: HabitJunction, Cue: "first character", For: "para+"},
		{Of: HabitJunction, Cue: "gap", X: 9, For: "para+"}, {Of: HabitJunction, Cue: "gap", Y: -1, For: "para+"}, {Of: HabitJunction, Cue: "gap", For: "head"}, {Of: HabitLine, Cue: "gaps", For: "head", Weight: 99}} {
		if got := Known([]Habit{h}); len(got) > 0 {
			t.Errorf("%+v is known", h)
		}
	}
}
