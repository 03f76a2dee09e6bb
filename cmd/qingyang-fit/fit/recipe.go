package fit

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"qingyang/app/cores"
	"qingyang/cmd/qingyang-fit/pages"
)

// family is pages of one origin: one text, one maker.
type family struct {
	name  string
	drawn bool                                     // anew for each draw
	make  func(shared, dir string, draw int) error // writes folders of pages
}

// draws is how many times the pages of a family are drawn, each time by another seed. The pages of one draw serve to find
// weights, more of them to find those that hold on pages of the next. readings is how many times those of a family are
// read that cannot be drawn anew, each time with other pieces of them: a quarter of all pages, or weights of stories
// that read others better read these worse.
const (
	draws    = 3
	readings = 8
)

// simulated is how many pages of each track a draw of the simulator has. Of Latin letters, which have weights of
// their own, composed and widened have few.
var simulated = map[string]int{"page": 1050, "mixed": 320, "ocr": 340, "latin": 700}

// own is how many pages of each track a draw of the project's first style has, blended how many of papers between it and
// the others that are fitted on.
var (
	own     = map[string]int{"page": 180, "mixed": 130, "ocr": 140, "latin": 260}
	blended = map[string]int{"page": 1500, "mixed": 650, "ocr": 520, "latin": 1400}
)

// No family is more than a half of the pages, so that none of them decides alone.
var families = []family{
	{"simulate", true, func(shared, dir string, draw int) error { return simulate(shared, dir, 5001+draw, simulated) }},
	{"composed", false, func(shared, dir string, _ int) error {
		return pages.Unpack(filepath.Join(shared, "families", "composed.tar.gz"), dir)
	}},
	{"widened", false, func(shared, dir string, _ int) error {
		return pages.Unpack(filepath.Join(shared, "families", "widened.tar.gz"), dir)
	}},
	{"corpus", false, func(shared, dir string, _ int) error {
		return os.CopyFS(dir, os.DirFS(filepath.Join(shared, "corpus")))
	}},
	{"own", true, func(_, dir string, draw int) error { return drawOwn(dir, "A", 4001+draw, own) }},
	{"blended", true, func(_, dir string, draw int) error { return drawOwn(dir, pages.Between, 4001+draw, blended) }},
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

// drawOwn draws pages of one of the project's own styles.
func drawOwn(dir, name string, seed int, count map[string]int) error {
	style, err := pages.StyleNamed(name)
	if err != nil {
		return err
	}
	for _, track := range pages.Tracks {
		failed := make([]error, count[track])
		cores.Each(len(failed), func(k int) {
			p, err := pages.Draw(style, track, seed, k+1, 0)
			if err == nil {
				err = p.Save(dir)
			}
			failed[k] = err
		})
		if err := errors.Join(failed...); err != nil {
			return err
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
		times := readings
		if f.drawn {
			times = draws
		}
		for draw := range times {
			to := filepath.Join(dir, f.name)
			if f.drawn {
				to += strconv.Itoa(draw)
			}
			if f.drawn || draw == 0 {
				if err := f.make(shared, to, draw); err != nil {
					return nil, fmt.Errorf("pages of %s: %w", f.name, err)
				}
			}
			folders = append(folders, to)
		}
		fmt.Fprintln(log, "pages of", f.name)
	}
	return folders, nil
}
