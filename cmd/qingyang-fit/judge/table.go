package judge

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// summary is what the scorer says of a track, as far as the table shows it.
type summary struct {
	Pages, Failed, Chars, Junctions, JunctionWrong, HeadlineSilent      int
	JunctionF1, ArticleF1, FurnitureF1, CERAfter, ActionsPer1000        float64
	HeadlineVerdicts, BylineVerdicts, DatelineVerdicts, CaptionVerdicts map[string]int
}

// row is one family and track, summed over draws: shares over all verdicts, F1 weighed by size.
type row struct{ all []summary }

func (r *row) mean(of func(summary) float64, weight func(summary) int) float64 {
	sum, n := 0.0, 0
	for _, s := range r.all {
		sum, n = sum+of(s)*float64(weight(s)), n+weight(s)
	}
	return sum / float64(max(1, n))
}

func (r *row) share(of func(summary) map[string]int) string {
	right, n := 0, 0
	for _, s := range r.all {
		for verdict, k := range of(s) {
			n += k
			if verdict == "Right" {
				right += k
			}
		}
	}
	if n == 0 {
		return "    –"
	}
	return fmt.Sprintf("%.3f", float64(right)/float64(n))
}

func (r *row) sum(of func(summary) int) (n int) {
	for _, s := range r.all {
		n += of(s)
	}
	return n
}

const head = "family      track  pages  junction F1  wrong  article F1  headline  silent/80  byline  dateline  captions  furniture  CER %  actions/1000"

func (r *row) String() string {
	chars := func(s summary) int { return s.Chars }
	pages := r.sum(func(s summary) int { return s.Pages })
	silent := r.sum(func(s summary) int { return s.HeadlineSilent })
	text := fmt.Sprintf("%5d  %11.3f  %5d  %10.3f  %8s  %9.1f  %6s  %8s  %8s  %9.3f  %5.2f  %12.1f", pages,
		r.mean(func(s summary) float64 { return s.JunctionF1 }, func(s summary) int { return s.Junctions }),
		r.sum(func(s summary) int { return s.JunctionWrong }),
		r.mean(func(s summary) float64 { return s.ArticleF1 }, chars),
		r.share(func(s summary) map[string]int { return s.HeadlineVerdicts }),
		80*float64(silent)/float64(max(1, pages)),
		r.share(func(s summary) map[string]int { return s.BylineVerdicts }),
		r.share(func(s summary) map[string]int { return s.DatelineVerdicts }),
		r.share(func(s summary) map[string]int { return s.CaptionVerdicts }),
		r.mean(func(s summary) float64 { return s.FurnitureF1 }, chars),
		100*r.mean(func(s summary) float64 { return s.CERAfter }, chars),
		r.mean(func(s summary) float64 { return s.ActionsPer1000 }, chars))
	if n := r.sum(func(s summary) int { return s.Failed }); n > 0 {
		text += fmt.Sprintf("  %d FAILED", n)
	}
	return text
}

// table scores folders with a command line and prints a row for each track.
func (s *shared) table(w io.Writer, cli, family string, folders ...string) error {
	rows := map[string]*row{}
	for _, f := range folders {
		report := s.path("report.json")
		// of the fixed corpus only the tracks of pages: `make score` prints the others in full
		if err := s.run(s.temp, s.tool("score"), "-corpus", f, "-clean", cli+" clean --json", "-json", report); err != nil {
			return err
		}
		b, err := os.ReadFile(report)
		if err != nil {
			return err
		}
		var r struct{ Clean map[string]summary }
		if err := json.Unmarshal(b, &r); err != nil {
			return fmt.Errorf("%s: %w", report, err)
		}
		for track, sum := range r.Clean {
			if strings.Contains(track, "/") { // track/grade
				continue
			}
			if rows[track] == nil {
				rows[track] = &row{}
			}
			rows[track].all = append(rows[track].all, sum)
		}
	}
	for _, track := range slices.Sorted(maps.Keys(rows)) {
		fmt.Fprintf(w, "%-11s %-6s %s\n", family, track, rows[track])
	}
	return nil
}

// cases runs the small cases and prints their last line and what failed.
func (s *shared) cases(w io.Writer, cli string) error {
	run := filepath.Join(s.dir, "cases", "run.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		fmt.Fprintln(w, "cases: python3 is not installed, and run.py needs it")
		return nil
	}
	out, err := exec.Command(python, run, "--cli", cli, filepath.Dir(run)).Output()
	if _, failed := err.(*exec.ExitError); err != nil && !failed { // exit status 1: some case failed
		return err
	}
	for line := range strings.Lines(string(out)) {
		fmt.Fprint(w, "cases: ", line)
	}
	return nil
}
