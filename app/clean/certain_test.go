package clean

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/source"
)

// TestCertainIsCertain counts, on the pages of the shared corpus, how many of the junctions that are
// given as certain are wrong: at most 1 in 1,000.
func TestCertainIsCertain(t *testing.T) {
	all, wrong := 0, 0
	for _, track := range []string{"seed", "page", "mixed", "latin", "ocr"} {
		pages, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", track, "*", "junctions.tsv"))
		one, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", track, "junctions.tsv"))
		certain, bad, asked, total := 0, 0, 0, 0
		for _, path := range append(pages, one...) {
			truth := map[[2]int]bool{}
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range strings.Split(string(text), "\n") {
				var a, b int
				var what string
				if n, _ := fmt.Sscan(row, &a, &b, &what); n == 3 {
					truth[[2]int{a, b}] = what == "join"
				}
			}
			bytes, err := os.ReadFile(filepath.Join(filepath.Dir(path), "raw.txt"))
			if err != nil {
				t.Fatal(err)
			}
			pages, err := source.Read(t.Context(), bytes, source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			r := Draft(pages[0], Profile{})
			kind := map[int]bulletin.Kind{}
			for _, v := range r.Verdicts {
				for k := v.First; k <= v.Last; k++ {
					kind[k] = v.Kind
				}
			}
			for _, j := range r.Junctions {
				join, ok := truth[[2]int{j.Above + 1, j.Below + 1}]
				// How furniture and credits are cut into lines is a matter of taste.
				x, y := kind[j.Above], kind[j.Below]
				if !ok || x == y && (x == bulletin.Furniture || x == bulletin.Byline) {
					continue
				}
				total++
				if j.Uncertain {
					asked++
					continue
				}
				certain++
				if join != j.Join {
					bad++
				}
			}
		}
		if total > 0 {
			t.Logf("%-6s %5d junctions, %4d uncertain, %d of %d certain ones wrong", track, total, asked, bad, certain)
		}
		all, wrong = all+certain, wrong+bad
	}
	if all == 0 {
		t.Skip("the shared corpus is not here")
	}
	if wrong*1000 > all {
		t.Errorf("%d of %d certain junctions are wrong", wrong, all)
	}
}
