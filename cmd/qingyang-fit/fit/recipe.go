package fit

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"qingyang/cmd/qingyang-fit/pages"
)

// family is pages of one origin: one text, one maker.
type family struct {
	name  string
	times int                            // that its pages are read
	make  func(shared, dir string) error // writes folders of pages
}

// simulated is how many pages of each track are drawn from the simulator. Of Latin letters, which have weights of
// their own, composed and widened have few.
var simulated = map[string]int{"page": 1000, "mixed": 300, "ocr": 300, "latin": 800}

// own is how many pages of each track the fit draws of the project's own style.
var own = map[string]int{"page": 560, "mixed": 500, "ocr": 500, "latin": 840}

// No family is more than 40 in 100 of the pages, so that none of them decides alone: those that cannot be drawn
// anew are read twice, with other pieces of their pages.
var families = []family{
	{"simulate", 1, func(shared, dir string) error { return simulate(shared, dir, 5001, simulated) }},
	{"composed", 2, func(shared, dir string) error {
		return pages.Unpack(filepath.Join(shared, "families", "composed.tar.gz"), dir)
	}},
	{"widened", 2, func(shared, dir string) error {
		return pages.Unpack(filepath.Join(shared, "families", "widened.tar.gz"), dir)
	}},
	{"corpus", 2, func(shared, dir string) error { return os.CopyFS(dir, os.DirFS(filepath.Join(shared, "corpus"))) }},
	{"own", 1, func(_, dir string) error { return drawOwn(dir, 4001, own) }},
}

// simulate draws pages of the simulator, so many of each track.
func simulate(shared, dir string, seed int, count map[string]int) error {
	for _, track := range []string{"page", "mixed", "ocr", "latin"} {
		draw := exec.Command("go", "run", ".", "-out", dir, "-pages", strconv.Itoa(count[track]), "-seed", strconv.Itoa(seed), "-track", track)
		draw.Dir = filepath.Join(shared, "simulate")
		if out, err := draw.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	return nil
}

// drawOwn draws pages of the project's own style.
func drawOwn(dir string, seed int, count map[string]int) error {
	style, err := pages.StyleNamed("A")
	if err != nil {
		return err
	}
	for _, track := range pages.Tracks {
		for k := range count[track] {
			p, err := pages.Draw(style, track, seed, k+1, 0)
			if err == nil {
				err = p.Save(dir)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// gather writes the pages of all families but those left out below a folder, and lists their folders.
func gather(shared, dir, without string, log io.Writer) (folders []string, err error) {
	for _, f := range families {
		if strings.Contains(","+without+",", ","+f.name+",") {
			continue
		}
		to := filepath.Join(dir, f.name)
		if err := f.make(shared, to); err != nil {
			return nil, fmt.Errorf("pages of %s: %w", f.name, err)
		}
		fmt.Fprintln(log, "pages of", f.name)
		folders = append(folders, slices.Repeat([]string{to}, f.times)...)
	}
	return folders, nil
}
