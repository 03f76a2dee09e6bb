package judge

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/clean/layout"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/app/source"
)

// doubt is how honest the confidence of junctions is.
type doubt struct {
	junctions, flagged    int
	certain, certainWrong int // those with a confidence of clean.Sure or more
}

func (d doubt) String() string {
	return fmt.Sprintf("%6d junctions, %4.1f%% flagged, %d of %d certain ones wrong", d.junctions, 100*float64(d.flagged)/float64(max(1, d.junctions)), d.certainWrong, d.certain)
}

// doubts drafts the pages below a folder with the weights that are built in and holds their account
// against junctions.tsv.
func doubts(dir string) (d doubt, err error) {
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.Name() != "junctions.tsv" {
			return err
		}
		rows, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(path), "raw.txt"))
		if err != nil {
			return err
		}
		one, err := doubtOf(raw, string(rows))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		d.junctions, d.flagged = d.junctions+one.junctions, d.flagged+one.flagged
		d.certain, d.certainWrong = d.certain+one.certain, d.certainWrong+one.certainWrong
		return nil
	})
	return d, err
}

func doubtOf(raw []byte, rows string) (d doubt, err error) {
	pages, err := source.Read(context.Background(), raw, source.Options{Name: "raw.txt"})
	if err != nil {
		return d, err
	}
	truth := map[[2]int]bool{}
	for row := range strings.Lines(rows) {
		var a, b int
		var what string
		if _, err := fmt.Sscan(row, &a, &b, &what); err != nil {
			return d, fmt.Errorf("row %q: %w", row, err)
		}
		truth[[2]int{a, b}] = what == "join"
	}
	draft := clean.Draft(pages[0], clean.Profile{})
	kinds := map[int]bulletin.Kind{}
	for _, v := range draft.Verdicts {
		for l := v.First; l <= v.Last; l++ {
			kinds[l] = v.Kind
		}
	}
	credit, err := credits(pages[0], draft)
	if err != nil {
		return d, err
	}
	for _, j := range draft.Junctions {
		join, known := truth[[2]int{j.Above + 1, j.Below + 1}]
		// how a byline or the furniture is cut into lines is a matter of taste, as the scorer has it
		if k := kinds[j.Above]; !known || k == kinds[j.Below] && (k == bulletin.Byline || k == bulletin.Furniture) || !join && credit(j) {
			continue
		}
		d.junctions++
		if j.Uncertain {
			d.flagged++
		}
		if j.Confidence >= clean.Sure {
			d.certain++
			if j.Join != join {
				d.certainWrong++
			}
		}
	}
	return d, nil
}

// credits says of a junction whether it cuts a credit in two: 本报讯（记者 张⏎三）. Truth calls that a break.
func credits(raw source.Raw, draft clean.Result) (func(bulletin.Junction) bool, error) {
	t, err := revision.Load(raw.Text, draft.Revisions)
	if err != nil {
		return nil, err
	}
	of, n := map[int32]int{}, 0 // by raw offset: the credit, from 1
	page := t.Page()
	for _, a := range page.Articles {
		for _, b := range a.Blocks {
			n++
			for _, s := range b.Spans {
				for at := s.From; b.Kind == bulletin.Byline && s.Origin == 0 && at < s.To; at++ {
					of[at] = n
				}
			}
		}
	}
	rows := layout.Rows(raw)
	return func(j bulletin.Junction) bool {
		above, below := rows[j.Above], rows[j.Below]
		a := script.TrimBlank(raw.Text, above.From, above.To) - 1
		b := script.SkipBlank(raw.Text, below.From)
		return a >= 0 && of[int32(a)] > 0 && of[int32(a)] == of[int32(b)]
	}, nil
}

// certain prints how honest the doubt is on the pages of a family.
func certain(w io.Writer, family string, folders ...string) error {
	for _, f := range folders {
		tracks, err := filepath.Glob(filepath.Join(f, "*"))
		if err != nil {
			return err
		}
		for _, t := range tracks {
			d, err := doubts(t)
			if err != nil {
				return err
			}
			if d.junctions > 0 {
				fmt.Fprintf(w, "%-11s %-6s %s\n", family, filepath.Base(t), d)
			}
		}
	}
	return nil
}
