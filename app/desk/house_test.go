package desk_test

import (
	"strings"
	"testing"

	"qingyang/app/compare"
	"qingyang/app/desk"
	"qingyang/app/house"
	"qingyang/app/session"
)

const housePage = "江风送爽　渔火点点\n\n渡口新添 12艘渡轮,游客多了。老船工说，这条河养活了几代人。\n"

// TestHouseHolds imports a page under a profile: rules that are off do nothing, and the pause is the
// house's.
func TestHouseHolds(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	const more = "\n船票照旧是两元，老人和孩子不收钱。\n"
	first, bad, err := d.Import(t.Context(), []desk.File{{Name: "a.txt", Bytes: []byte(housePage + more)}}, desk.Importing{Publication: "渡口报"}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	if err := d.SetHouse(t.Context(), first[0].Leaf.Paper, house.Profile{Off: []string{"P1", "S1"}, Pause: house.PauseWide}); err != nil {
		t.Fatal(err)
	}
	second, bad, err := d.Import(t.Context(), []desk.File{{Name: "b.txt", Bytes: []byte(housePage + more + more)}}, desk.Importing{Publication: "渡口报"}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	read := func(id session.PageID) string {
		s, err := d.OpenPage(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return text(s)
	}
	if got := read(first[0].Leaf.ID); !strings.Contains(got, "江风送爽 渔火点点") || !strings.Contains(got, "渡口新添12艘渡轮，游客多了。") {
		t.Errorf("without a profile:\n%s", got)
	}
	if got := read(second[0].Leaf.ID); !strings.Contains(got, "江风送爽　渔火点点") || !strings.Contains(got, "渡口新添 12艘渡轮,游客多了") {
		t.Errorf("under the profile:\n%s", got)
	}
}

// TestSwitchOffTakesBackItsOwn: a page on which a rule is switched off reads as if it had been cleaned
// without it, where no other rule built on what it did.
func TestSwitchOffTakesBackItsOwn(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, housePage)
	before := text(s)
	if _, err := s.SwitchOff("S1"); err != nil {
		t.Fatal(err)
	}
	if got := text(s); got != strings.Replace(before, "新添12艘", "新添 12艘", 1) {
		t.Errorf("got\n%swant S1's space alone in\n%s", got, before)
	}
	all, err := s.Snapshot().Corrections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.Rule == "S1" && c.Counts || c.Rule == "P1" && !c.Counts && c.Kind != compare.Marked {
			t.Errorf("%s %q→%q counts: %v", c.Rule, c.Before, c.After, c.Counts)
		}
	}
}
