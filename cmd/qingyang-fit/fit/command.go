// Package fit fits the weights of cleaning on folders of pages with truth.
package fit

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/cores"
)

// Command fits weights and writes them where the program embeds them. The same pages give the same bytes.
//
// Without folders the pages are those of the recipe (recipe.go), of which `-without` leaves families out.
func Command(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("fit", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "`folder` that the recipe's pages come from")
	without := flags.String("without", "", "`families` of the recipe that are left out, parted by commas")
	lines := flags.String("lines", "app/clean/read/weights.bin", "write the weights of lines to this `file`")
	stories := flags.String("stories", "app/clean/story/weights.bin", "write the weights of stories to this `file`")
	from := flags.String("from", "", "take the weights of lines from this `file`, those of halves from files beside it, and fit those of stories only")
	both := flags.Bool("halves", false, "write the weights of lines of both halves of the pages beside those of all, for -from")
	most := flags.Int("pages", 0, "at most so many `pages` of each folder; 0: as many as there are")
	if err := flags.Parse(args); err != nil {
		return err
	}
	debug.SetGCPercent(memory)
	folders, done, err := drawnUnless(flags.Args(), func(dir string) ([]string, error) { return gather(*shared, dir, *without, stdout) })
	if err != nil {
		return err
	}
	defer done()
	all, err := loadAll(folders, *most, stdout)
	if err != nil {
		return err
	}
	var a lineWeights
	if *from != "" {
		for k := range a {
			if a[k], err = os.ReadFile(beside(*from, k)); err != nil {
				return err
			}
		}
	} else {
		a = fitAllLines(all, stdout)
	}
	for k := range a {
		if k == whole || *both {
			if err := os.WriteFile(beside(*lines, k), a[k], 0o644); err != nil {
				return err
			}
		}
	}
	b, err := storyWeights(all, a, stdout)
	if err != nil {
		return err
	}
	return os.WriteFile(*stories, b, 0o644)
}

// memory is how much room what is no longer needed may take before it is given back, in 100 of what is: nearly all
// that a fit makes is needed until its end.
const memory = 30

// drawnUnless are the folders of pages that were given, or, where none were, those that draw makes in a folder of its
// own, which done takes away.
func drawnUnless(given []string, draw func(dir string) ([]string, error)) (folders []string, done func(), err error) {
	if len(given) > 0 {
		return given, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "qingyang-fit")
	if err != nil {
		return nil, nil, err
	}
	done = func() { os.RemoveAll(dir) }
	if folders, err = draw(dir); err != nil {
		done()
		return nil, nil, err
	}
	return folders, done, nil
}

// beside is the file of the weights of a half, beside that of all.
func beside(file string, half int) string {
	if half == whole {
		return file
	}
	return file + "." + strconv.Itoa(half)
}

// Judge says how well the lines of the pages in some folders are read by the weights that are built in.
func Judge(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("judge", flag.ContinueOnError)
	show := flags.Int("show", 0, "print so many wrong junctions")
	if err := flags.Parse(args); err != nil {
		return err
	}
	for _, dir := range flags.Args() {
		all, err := loadAll([]string{dir}, 0, stdout)
		if err != nil {
			return err
		}
		var j judged
		for _, p := range all {
			r := read.Page(p.lines, read.Fitted())
			j.add(p, r.Roles)
			*show = p.show(r.Roles, *show, stdout)
		}
		fmt.Fprintf(stdout, "%s: %d pages, %s\n%s\n", dir, len(all), j, j.worst())
	}
	return nil
}

// Pages are fitted in halves as well as together: what decides about stories is fitted on lines as they are
// read by weights that never saw the page, or it would trust them more than it may on a page that is new.
const (
	halves = 2
	whole  = halves // what is fitted on all pages stands behind what is fitted on the halves

	scripts = 2 // of Han characters, and of Latin letters
)

// lineWeights are weights of lines: fitted on each half, and the mean of all votes (mean.go).
type lineWeights [halves + 1][]byte

// storyWeights fits the weights of stories, on lines as the weights of the other half read them.
func storyWeights(all []*page, lines lineWeights, log io.Writer) ([]byte, error) {
	var ms [halves]read.Models
	for k := range ms {
		var err error
		if ms[k], err = read.Decode(lines[k]); err != nil {
			return nil, err
		}
	}
	han, latin := byScript(all)
	var models [scripts][]byte
	var logs [scripts]bytes.Buffer
	cores.Each(scripts, func(k int) { models[k] = fitStories([scripts][]*page{han, latin}[k], ms, &logs[k]) })
	for k := range logs {
		logs[k].WriteTo(log)
	}
	b := cue.Pack(models[:]...)
	fmt.Fprintf(log, "%d and %d bytes\n", len(lines[whole]), len(b))
	return b, nil
}

// byScript parts pages, with pieces of them, by their script.
func byScript(all []*page) (han, latin []*page) {
	dice := rand.New(rand.NewSource(13))
	for _, p := range all {
		to := &han
		if p.lines.Latin {
			to = &latin
		}
		*to = append(append(*to, p), p.crops(dice)...)
	}
	return han, latin
}

// least is the weight below which an answer is left out of the file.
const least = 0.035

// show prints the lines around wrong junctions.
func (p *page) show(roles []read.Role, most int, stdout io.Writer) int {
	until := -1
	for i := 1; i < len(roles) && most > 0; i++ {
		if p.breaks[i] < 0 || (p.breaks[i] == 1) != roles[i].Next() || p.roles[i] == read.Furniture && p.roles[i-1] == read.Furniture {
			continue
		}
		most--
		if i > until+3 {
			fmt.Fprintln(stdout, "---", p.dir)
		}
		for k := max(until+1, i-3); k <= min(len(roles)-1, i+2); k++ {
			l := p.lines.Lines[k]
			fmt.Fprintf(stdout, "%s %s>%s gap%d cut%v w%.1f col%.1f %s\n", map[bool]string{true: " ", false: "*"}[roles[k] == p.roles[k]], read.Names[p.roles[k]], read.Names[roles[k]], l.Gap, l.Cut, float64(l.Width)/2, float64(p.lines.Column[k])/2, string(l.Text))
			until = k
		}
	}
	return most
}

// loadAll reads the pages below some folders, of each at most so many, drawn by chance.
func loadAll(folders []string, most int, log io.Writer) ([]*page, error) {
	var all []*page
	for _, f := range folders {
		var dirs []string
		err := filepath.WalkDir(f, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.Name() != "truth.json" {
				return err
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), "raw.txt")); err == nil {
				dirs = append(dirs, filepath.Dir(path))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		slices.Sort(dirs)
		if most > 0 && len(dirs) > most {
			rand.New(rand.NewSource(3)).Shuffle(len(dirs), func(i, j int) { dirs[i], dirs[j] = dirs[j], dirs[i] })
			dirs = dirs[:most]
		}
		for k, d := range dirs {
			p, err := load(d)
			if err != nil {
				fmt.Fprintln(log, d, err)
				continue
			}
			p.half = k % halves // of a page that is read twice, too
			all = append(all, p)
		}
	}
	return all, nil
}
