package fit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
	"qingyang/app/source"
)

// printed is how many pages of each track are drawn for the weights of print. Each of track ocr has one of the files that
// reading machines write: other pages teach more than the same ones in all forms.
var printed = map[string]int{"page": 320, "mixed": 60, "latin": 60, "ocr": 640}

// natives are the files of a page that know places.
var natives = []string{"page.pdf", "page.alto.xml", "page.hocr", "page.page.xml", "page.paddle.json"}

// Prints fits the weights of what the printed page shows (read.PrintCues and read.PrintedSteps), all others as they
// are in the program, and writes them where it embeds them. Without folders the pages are drawn by the simulator of
// ../shared. The same pages give the same bytes.
func Prints(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("prints", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "`folder` that the pages come from")
	fonts := flags.String("fonts", "fonts", "`folder` of the fonts that they are set in")
	to := flags.String("to", "app/clean/read/prints.bin", "write the weights to this `file`")
	stories := flags.String("stories", "app/clean/story/prints.bin", "write the weights of stories to this `file`")
	told := flags.Bool("told", false, "fit the weights of stories alone, on the lines as the program reads them")
	judge := flags.Bool("judge", false, "do not fit: say how well the pages are read with the weights of the program, and without")
	show := flags.Int("show", 0, "with -judge: print so many wrong junctions")
	if err := flags.Parse(args); err != nil {
		return err
	}
	folders, done, err := drawnUnless(flags.Args(), func(dir string) ([]string, error) {
		return []string{dir}, drawPrinted(*shared, *fonts, dir)
	})
	if err != nil {
		return err
	}
	defer done()
	pages, err := loadPrinted(folders, stdout)
	if err != nil {
		return err
	}
	if *judge {
		judgePrints(pages, *show, stdout)
		return nil
	}
	lines := read.Fitted()
	if !*told {
		b, err := fitPrints(pages, stdout)
		if err != nil {
			return err
		}
		if err := os.WriteFile(*to, b, 0o644); err != nil {
			return err
		}
		if lines.Prints, err = read.DecodePrints(b); err != nil {
			return err
		}
	}
	return os.WriteFile(*stories, fitPrintedStories(pages, lines, stdout), 0o644)
}

// drawPrinted draws pages with the files that know places.
func drawPrinted(shared, fonts, dir string) error {
	fonts, err := filepath.Abs(fonts)
	if err != nil {
		return err
	}
	for _, track := range []string{"page", "mixed", "latin", "ocr"} {
		draw := exec.Command("go", "run", ".", "-out", dir, "-pages", strconv.Itoa(printed[track]), "-seed", "6001", "-track", track, "-native", "pdf,ocr1", "-fonts", fonts)
		draw.Dir = filepath.Join(shared, "simulate")
		if out, err := draw.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	return nil
}

// loadPrinted reads the files that know places, each as a page of its own, as many at once as there are workers.
func loadPrinted(folders []string, log io.Writer) (all []*page, err error) {
	var paths []string
	for _, f := range folders {
		err := filepath.WalkDir(f, func(path string, d fs.DirEntry, err error) error {
			if err == nil && slices.Contains(natives, d.Name()) {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	pages, errs := make([]*page, len(paths)), make([]error, len(paths))
	var wait sync.WaitGroup
	next := make(chan int)
	for range workers {
		wait.Go(func() {
			for k := range next {
				pages[k], errs[k] = loadNative(paths[k])
			}
		})
	}
	for k := range paths {
		next <- k
	}
	close(next)
	wait.Wait()
	for k, p := range pages {
		if errs[k] != nil {
			fmt.Fprintln(log, paths[k], errs[k])
			continue
		}
		all = append(all, p)
	}
	if len(all) == 0 {
		return nil, errors.New("there are no pages that know places")
	}
	return all, nil
}

// workers is how many pages are read at once.
const workers = 4

// both does something for pages whose places are those that they were set with, and for pages that a machine read, at
// once, and puts together what it gives, and what it says, in this order.
func both(log io.Writer, do func(exact bool, log io.Writer) []byte) (b []byte) {
	var parts [2][]byte
	var said [2]bytes.Buffer
	var wait sync.WaitGroup
	for k, exact := range []bool{true, false} {
		wait.Go(func() { parts[k] = do(exact, &said[k]) })
	}
	wait.Wait()
	for k := range parts {
		b = append(b, parts[k]...)
		io.Copy(log, &said[k])
	}
	return b
}

func loadNative(path string) (*page, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	want, err := os.ReadFile(filepath.Join(filepath.Dir(path), "truth.json"))
	if err != nil {
		return nil, err
	}
	var t truth
	if err := json.NewDecoder(bytes.NewReader(want)).Decode(&t); err != nil {
		return nil, err
	}
	raws, err := source.Read(context.Background(), b, source.Options{Name: path})
	if err != nil {
		return nil, err
	}
	if len(raws) != 1 {
		return nil, fmt.Errorf("%d pages", len(raws))
	}
	p := &page{dir: path, raw: raws[0]}
	p.lines = layout.Measure(p.raw, nil)
	if p.lines.Prints == nil {
		return nil, errors.New("knows no places")
	}
	p.align(t)
	p.label(nil)
	return p, nil
}

// shownPage is a printed page as numbers: what holds, what all else weighs, and the truth.
type shownPage struct {
	line, junction [][]int32
	base           *read.Lattice
	roles          []read.Role
}

// fitPrints fits the two tables by the same gradients as fitLines, with the other tables left alone, for either kind
// of page.
func fitPrints(pages []*page, log io.Writer) ([]byte, error) {
	b := both(log, func(exact bool, log io.Writer) []byte {
		var samples []shownPage
		for _, p := range pages {
			if p.lines.Exact != exact {
				continue
			}
			if line, junction, l, ok := read.Shown(p.lines, read.Fitted()); ok {
				samples = append(samples, shownPage{line, junction, l, p.roles})
			}
		}
		fmt.Fprintf(log, "%d pages, as set %v\n", len(samples), exact)
		return fitShows(samples, log)
	})
	return cue.Pack(b), nil
}

// fitShows fits the tables on one kind of page.
func fitShows(samples []shownPage, log io.Writer) []byte {
	line, junction := newTableFit(&read.PrintCues), newTableFit(&read.PrintedSteps)
	line.skipRare(len(samples), func(k int) [][]int32 { return samples[k].line })
	junction.skipRare(len(samples), func(k int) [][]int32 { return samples[k].junction })
	dice := rand.New(rand.NewSource(17))
	order := dice.Perm(len(samples))
	fit := printFit{line: line, junction: junction}
	averaged := 0
	for pass := range passes {
		dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := float32(stride / (1 + shrink*float64(pass)))
		loss, lines := 0.0, 0
		for _, k := range order {
			loss += fit.step(&samples[k], rate)
			lines += len(samples[k].roles)
		}
		fmt.Fprintf(log, "print, pass %d: %.4f a line\n", pass+1, loss/float64(max(1, lines)))
		if pass >= passes/2 {
			averaged++
			for _, t := range []*tableFit{&fit.line, &fit.junction} {
				if t.sum == nil {
					t.sum = make([]float32, len(t.w))
				}
				for k, v := range t.w {
					t.sum[k] += v
				}
			}
		}
	}
	var b []byte
	for _, t := range []*tableFit{&fit.line, &fit.junction} {
		b = t.Append(b, func(c, o int) int8 { return grain(t.sum[c*t.n+o]/float32(averaged), least) })
	}
	return b
}

// skipRare leaves out what too few pages show.
func (t *tableFit) skipRare(n int, rows func(int) [][]int32) {
	seen, last := make([]int32, t.Answers()), make([]int32, t.Answers())
	for k := range n {
		for _, row := range rows(k) {
			for _, c := range row {
				if last[c] != int32(k+1) {
					last[c] = int32(k + 1)
					seen[c]++
				}
			}
		}
	}
	for c := range t.skip {
		t.skip[c] = seen[c] < fewest
	}
}

type printFit struct {
	line, junction tableFit
	lattice        read.Lattice
}

func (t *tableFit) common(row []int32) []int32 {
	out := make([]int32, 0, len(row))
	for _, c := range row {
		if !t.skip[c] {
			out = append(out, c)
		}
	}
	return out
}

// step learns from one page and returns what it lost.
func (m *printFit) step(s *shownPage, rate float32) float64 {
	n := len(s.roles)
	l := &m.lattice
	l.Reset(n)
	l.Run = s.base.Run
	lines, junctions := make([][]int32, n), make([][]int32, n)
	for i := range n {
		l.Line[i], l.Junction[i] = s.base.Line[i], s.base.Junction[i]
		for k := range l.Line[i] {
			l.Line[i][k] *= muted
		}
		for k := range l.Junction[i] {
			l.Junction[i][k] *= muted
		}
		lines[i], junctions[i] = m.line.common(s.line[i]), m.junction.common(s.junction[i])
		m.line.sumUp(lines[i], l.Line[i][:])
		m.junction.sumUp(junctions[i], l.Junction[i][:])
	}
	l.Sum()
	return l.Gradients(s.roles,
		func(i int, g *[read.Roles]float64) { m.line.learn(lines[i], g[:], rate) },
		func(i int, g *[read.Steps]float64) { m.junction.learn(junctions[i], g[:], rate) },
		func(read.Role, read.Role, float64) {})
}

// muted is how much of what words weigh counts while places are fitted. Words know the stories that pages are drawn from,
// as they do not know those of a paper: with all of their weight little would be left for places to say.
const muted = 0.4

// fitPrintedStories fits what the places of blocks weigh for stories, for either kind of page, on the lines as given
// weights read them. Pages in Latin letters are told by the same weights: places know no script.
func fitPrintedStories(pages []*page, lines read.Models, log io.Writer) []byte {
	return cue.Pack(both(log, func(exact bool, log io.Writer) []byte {
		var some []*page
		for _, p := range pages {
			if p.lines.Exact == exact && !p.lines.Latin {
				some = append(some, p)
			}
		}
		for k, p := range some {
			p.half = k % halves
		}
		return newStoryModels(some, places).teach(some, [halves]read.Models{lines, lines}, log)
	}))
}

// places is a fresh model of what places weigh, behind a share of what words do.
func places() (*story.Model, []*soft) {
	m := *story.Plain().Han
	m.Printed = true
	var parts []*soft
	for _, p := range m.Shown() {
		words := (*p.To).(*cue.Weights)
		s := newSoft(p.Table)
		s.at = int32(p.Behind.Answers())
		n := int(s.at) + len(s.w)
		s.w, s.squares, s.sum = make([]float32, n), make([]float32, n), make([]float32, n)
		for a := range s.at {
			s.w[a] = muted * words.Of(a, 0)
		}
		parts = append(parts, s)
		*p.To = s
	}
	return &m, parts
}

// judgePrints says how pages are read, by the kind of file.
func judgePrints(pages []*page, show int, stdout io.Writer) {
	for _, kind := range natives {
		for _, with := range []bool{false, true} {
			ms := read.Fitted()
			if !with {
				ms.Prints = nil
			}
			var j judged
			n := 0
			for _, p := range pages {
				if filepath.Base(p.dir) == kind {
					roles := read.Page(p.lines, ms).Roles
					j.add(p, roles)
					n++
					if with {
						show = p.show(roles, show, stdout)
					}
				}
			}
			if n > 0 {
				fmt.Fprintf(stdout, "%s, print %v: %d pages, %s\n  %s\n", kind, with, n, j, j.worst())
			}
		}
	}
}
