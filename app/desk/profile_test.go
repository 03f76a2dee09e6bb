package desk

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/house"
	"qingyang/app/sample"
	"qingyang/app/say"
)

// TestDamagedProfile: a profile that cannot be read is blamed by the name of its paper. The paper's pages
// open under the usual rules and say so, nothing is imported under rules that nobody chose, the rest of the
// library is not concerned, and a profile that is saved again heals it.
func TestDamagedProfile(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	pages := sample.Issues()[0].Pages
	file := func(i int) []File { return []File{{Name: pages[i].File, Bytes: pages[i].Raw}} }
	done, bad, err := d.Import(t.Context(), file(0), Importing{Publication: "渡口报"}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	leaf := done[0].Leaf
	for _, broken := range []string{"off = [", "of = [\"S1\"]\n", "\x00"} {
		if err := d.lib.SetProfile(t.Context(), leaf.Paper, broken); err != nil {
			t.Fatal(err)
		}
		s, err := d.OpenPage(t.Context(), leaf.ID)
		if err != nil {
			t.Fatalf("%q keeps the page from opening: %v", broken, err)
		}
		_, bad, err := d.Import(t.Context(), file(1), Importing{Publication: "渡口报"}, nil)
		if err != nil || len(bad) != 1 {
			t.Fatalf("%q: imported under rules that nobody chose: %v %v", broken, bad, err)
		}
		if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) != 1 || faults[0].Subject != "渡口报" {
			t.Errorf("%q: verify says %v %v", broken, faults, err)
		}
		for _, err := range []error{s.Warning, bad[0]} {
			var p *say.Problem
			if !errors.As(err, &p) || !errors.Is(err, ErrProfile) || p.Subject != "渡口报" || !strings.Contains(p.Do.ZH, "--set") || !strings.Contains(p.Do.EN, "--set") {
				t.Errorf("%q is said as %v", broken, err)
			}
		}
	}
	if _, bad, err := d.Import(t.Context(), file(1), Importing{Publication: "苇港报"}, nil); err != nil || len(bad) > 0 {
		t.Errorf("another paper: %v %v", bad, err)
	}
	if err := d.SetHouse(t.Context(), leaf.Paper, house.Profile{Off: []string{"S1"}}); err != nil {
		t.Fatal(err)
	}
	if s, err := d.OpenPage(t.Context(), leaf.ID); err != nil || s.Warning != nil {
		t.Errorf("saved again: %v %v", s.Warning, err)
	}
}
