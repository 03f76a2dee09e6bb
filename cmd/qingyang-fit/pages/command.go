package pages

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Command is `qingyang-fit pages`: it writes pages as folders of the corpus' format. The same flags
// give the same bytes (with -score, given the same scorer).
func Command(args []string, stdout io.Writer) error {
	fs := flag.NewFlagSet("pages", flag.ContinueOnError)
	out := fs.String("out", "", "`folder` to write, one folder below it for each track")
	count := fs.Int("pages", 40, "how many pages of each track")
	seed := fs.Int("seed", 1, "same seed, same pages")
	name := fs.String("style", "A", "A (fitted on), C to J and L to P (fitted on by way of "+Between+"), B or K (for judging alone)")
	house := fs.Int("house", 0, "all pages are of the paper of this `number`; 0: each is of another")
	track := fs.String("track", "all", "comma-separated tracks of "+strings.Join(Tracks, ", ")+", or all")
	scorer := fs.String("score", "", "`PATH` of the scorer: a page whose own truth is not perfect to it is drawn anew")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if *out == "" {
		return errors.New("pages: -out is missing")
	}
	st, err := StyleNamed(*name)
	if err != nil {
		return err
	}
	of := *st
	of.House, st = *house, &of
	tracks := Tracks
	if *track != "all" {
		tracks = strings.Split(*track, ",")
	}
	for _, t := range tracks {
		again, err := write(st, t, *out, *seed, *count, *scorer)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s/%s: %d pages of style %s, seed %d; %d drawn anew\n", *out, t, *count, st.Name, *seed, again)
	}
	return nil
}

// write draws the pages of a track, and those anew that the scorer does not align with themselves.
func write(st *Style, track, out string, seed, count int, scorer string) (again int, err error) {
	todo := make([]int, 0, count)
	for n := range count {
		todo = append(todo, n+1)
	}
	for try := 0; len(todo) > 0; try++ {
		if try == 12 {
			return again, fmt.Errorf("%s of seed %d: the scorer never aligned pages %v with themselves", track, seed, todo)
		}
		for _, n := range todo {
			p, err := Draw(st, track, seed, n, try)
			if err == nil {
				err = p.Save(out)
			}
			if err != nil {
				return again, err
			}
		}
		if scorer == "" {
			break
		}
		if todo, err = misaligned(scorer, out, track, todo); err != nil {
			return again, err
		}
		again += len(todo)
	}
	return again, nil
}

// misaligned asks the scorer which of the pages are not perfect when their own truth is scored.
func misaligned(scorer, out, track string, numbers []int) (bad []int, err error) {
	dir, err := os.MkdirTemp("", "pages")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	report := filepath.Join(dir, "report.json")
	var only []string
	byCase := map[string]int{}
	for _, n := range numbers {
		c := fmt.Sprintf("%s/%s-%03d", track, track, n)
		only, byCase[c] = append(only, c), n
	}
	if b, err := exec.Command(scorer, "-corpus", out, "-clean", "builtin:truth", "-only", strings.Join(only, ","), "-json", report).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w: %s", scorer, err, b)
	}
	b, err := os.ReadFile(report)
	if err != nil {
		return nil, err
	}
	var r struct {
		Cases []struct {
			Case    string
			Summary struct{ JunctionF1, ParagraphF1, ArticleF1, HeadlineAttached, FurnitureF1, ActionsPer1000, CERAfter float64 }
		}
	}
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("%s: %w", report, err)
	}
	for _, c := range r.Cases {
		s := c.Summary
		if min(s.JunctionF1, s.ParagraphF1, s.ArticleF1, s.HeadlineAttached, s.FurnitureF1) < 1 || s.ActionsPer1000 > 0 || s.CERAfter > 0 {
			bad = append(bad, byCase[c.Case])
		}
	}
	return bad, nil
}
