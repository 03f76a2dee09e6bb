package desk

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
	"qingyang/app/house"
	"qingyang/app/revision"
)

// A paper whose lines are a paragraph each, though they fill their column and stop in mid-sentence, is set
// otherwise than others. Its editor parts the lines of five pages; what they teach is kept in the profile,
// leads the pages that are imported then, and is forgotten again. A library that nobody asked learns nothing.
func TestLearnFromCorrectedPages(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	all := []string{"河边的步道上个月修好了，沿河的居民每天早晚都来走", "老人们说，这条路从前一下雨就积水，如今再也不用绕", "孩子放学以后在桥头的空地上踢球，傍晚才被喊回家吃", "渡口的船工今年六十八岁，他在这条河上撑了四十年的"}
	in := Importing{Publication: "渡口报"}
	page := func(n int) (paper, blocks int64) {
		var lines []string
		for k := range 12 {
			lines = append(lines, all[(k+n)%len(all)])
		}
		done, bad, err := d.Import(t.Context(), []File{{Name: fmt.Sprintf("%d.txt", n), Bytes: []byte(strings.Join(lines, "\n") + fmt.Sprintf("\n\n\n第 %d 次印刷。\n", n))}}, in, nil)
		if err != nil || len(bad) > 0 {
			t.Fatal(bad, err)
		}
		s, err := d.OpenPage(t.Context(), done[0].Leaf.ID)
		if err != nil {
			t.Fatal(err)
		}
		paper = done[0].Leaf.Paper
		blocks = int64(s.Order().Blocks())
		if n < 5 {
			for b := 0; b < s.Order().Blocks(); b++ { // each line a paragraph of its own
				if s.Order().Length(b) > 30 {
					at := bulletin.Place{Block: b, Off: 24}
					if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.Replace(at, at, "\n") }); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		return paper, blocks
	}
	paper, _ := page(0)
	for n := 1; n < 5; n++ {
		page(n)
	}
	_, before := page(10)
	if h, err := d.House(t.Context(), paper); err != nil || len(h.Learned.Habits) > 0 {
		t.Fatalf("nobody asked, and %+v was learned: %v", h.Learned, err)
	}
	learned, err := d.Learn(t.Context(), paper, nil)
	if err != nil || learned.Pages != 5 || learned.Corrections < 20 || learned.After >= learned.Before || len(learned.Habits) == 0 || len(learned.Told()) < 4 {
		t.Fatalf("learned %+v: %v", learned, err)
	}
	h, err := d.House(t.Context(), paper)
	if err != nil || len(read.Known(h.Clean().Habits)) != len(learned.Habits) {
		t.Fatalf("the profile has %d habits of %d: %v", len(h.Clean().Habits), len(learned.Habits), err)
	}
	if _, with := page(11); with <= before {
		t.Errorf("a page has %d blocks, with habits %d", before, with)
	}
	h, err = d.House(t.Context(), paper)
	if err != nil {
		t.Fatal(err)
	}
	h.Learned = house.Learned{}
	if err := d.SetHouse(t.Context(), paper, h); err != nil {
		t.Fatal(err)
	}
	if h, err := d.House(t.Context(), paper); err != nil || len(h.Learned.Habits) > 0 || strings.Contains(h.TOML(), "learned") {
		t.Errorf("not forgotten: %+v %v", h.Learned, err)
	}
	if _, after := page(12); after != before {
		t.Errorf("a page has %d blocks after forgetting, before it was %d", after, before)
	}
}
