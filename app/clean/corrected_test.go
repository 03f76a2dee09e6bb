package clean

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
	"qingyang/app/revision"
)

// A draft that nobody corrected says of its lines what cleaning read: nearly every line that goes on with the
// one above does so again.
func TestCorrectedReadsADraftBack(t *testing.T) {
	same, all := 0, 0
	for seed := uint64(1); seed <= 20; seed++ {
		raw := plain(compose(seed).raw)
		r := Draft(raw, Profile{})
		text, err := revision.Load(raw.Text, r.Revisions)
		if err != nil {
			t.Fatal(err)
		}
		c := Corrected(raw, Profile{}, text)
		a := analyse(raw, Profile{})
		if len(c.Roles) != len(a.reading.Roles) {
			t.Fatalf("seed %d: %d lines, read were %d", seed, len(c.Roles), len(a.reading.Roles))
		}
		for i, role := range a.reading.Roles {
			if role == read.Furniture {
				continue
			}
			all++
			if role.Next() == c.Roles[i].Next() {
				same++
			}
		}
	}
	if same*100 < 98*all {
		t.Errorf("of %d lines %d go on or begin as they were read", all, same)
	}
}

// A line that the editor made a caption is one, and the next that was joined to it goes on with it.
func TestCorrectedFollowsTheEditor(t *testing.T) {
	lines := []string{"一位老人在河边打太极拳，", "身后是新修的步道。", "", "河边的步道上个月修好了，沿河的居民每天早晚都来走一走。"}
	raw := plain(strings.Join(lines, "\n") + "\n")
	text := revision.New(raw.Text)
	brk := func(line int) bulletin.ID {
		return bulletin.ID{Index: int32(len([]rune(strings.Join(lines[:line+1], "\n"))))}
	}
	var ops revision.Draft
	ops.Delete(bulletin.Span{From: brk(0).Index, To: brk(0).Index + 1})
	ops.Mark(brk(1), bulletin.Caption, brk(3))
	ops.Delete(bulletin.Span{From: brk(2).Index, To: brk(2).Index + 1})
	ops.Mark(brk(3), bulletin.Paragraph, brk(3))
	if _, err := text.Append(revision.Revision{N: 1, Group: 1, Author: revision.Author{Person: 1}, Ops: ops}); err != nil {
		t.Fatal(err)
	}
	got := Corrected(raw, Profile{}, text).Roles
	want := []read.Role{read.Caption, read.CaptionNext, read.Para}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("the lines are %v, want %v", got, want)
	}
}

// Habits lead a draft, and without them it is what it was.
func TestHabitsLead(t *testing.T) {
	raw := plain(compose(3).raw)
	habits := []read.Habit{{Of: read.HabitJunction, Cue: "bias", For: "para+", Weight: -4}, {Of: read.HabitJunction, Cue: "bias", For: "para+ first", Weight: -4}}
	sure := func(r Result) (sum float64) {
		for _, j := range r.Junctions {
			if j.Join {
				sum += j.Confidence
			}
		}
		return sum
	}
	before, with, after := sure(Draft(raw, Profile{})), sure(Draft(raw, Profile{Habits: habits})), sure(Draft(raw, Profile{}))
	if with >= before || after != before {
		t.Errorf("joins are sure by %.3f together, with a habit of breaking %.3f, then %.3f again", before, with, after)
	}
}
