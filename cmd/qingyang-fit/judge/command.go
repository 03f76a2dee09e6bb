package judge

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"qingyang/app/clean"
	"qingyang/cmd/qingyang-fit/pages"
)

// Command is `qingyang-fit judge`: it prints one table of the fixed corpus, fresh draws of simulate, the
// families, the project's own styles, and the cases, and says how honest the doubt about junctions
// is. Draws are fresh: the seed is printed, and -seed repeats it.
func Command(args []string, stdout io.Writer) error {
	fs := flag.NewFlagSet("judge", flag.ContinueOnError)
	dir := fs.String("shared", "../shared", "`folder` of the scorer, the corpus, the simulator, the families and the cases")
	cli := fs.String("cli", "bin/qingyang-cli", "`PATH` of the command line to judge")
	count := fs.Int("pages", 80, "how many pages of each track and fresh draw")
	draws := fs.Int("draws", 3, "how many draws of each family; 0: all")
	seed := fs.Int("seed", 0, "of the fresh draws; 0: a new one")
	if err := fs.Parse(args); err != nil {
		return err
	}
	s, err := begin(*dir, stdout)
	if s == nil {
		return err
	}
	defer os.RemoveAll(s.temp)
	if err != nil {
		return err
	}
	program, err := filepath.Abs(*cli)
	if err != nil {
		return err
	}
	n := fresh(*seed, stdout)
	fmt.Fprintln(stdout, head)
	if err := s.table(stdout, program, "corpus", filepath.Join(s.dir, "corpus")); err != nil {
		return err
	}
	families := s.families(n, *count, *draws)
	for _, f := range families {
		folders, err := f.folders()
		if err == nil {
			err = s.table(stdout, program, f.name, folders...)
		}
		if err != nil {
			return err
		}
	}
	if err := s.cases(stdout, program); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "the doubt of the weights that are built into this command (certain: confidence %.2f or more):\n", clean.Sure)
	for _, f := range families {
		folders, err := f.folders()
		if err == nil && len(folders) > 0 {
			err = certain(stdout, f.name, folders[0])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// begin opens ../shared; without it there is nothing to do, and that is said.
func begin(dir string, stdout io.Writer) (*shared, error) {
	s, err := open(dir, stdout)
	if errors.Is(err, errAbsent) {
		fmt.Fprintln(stdout, err)
		return nil, nil
	}
	return s, err
}

// fresh is the seed of this run.
func fresh(seed int, stdout io.Writer) int {
	if seed == 0 {
		seed = int(time.Now().Unix()%900_000) + 100_000
	}
	fmt.Fprintln(stdout, "fresh draws of seed "+strconv.Itoa(seed)+" (-seed repeats them)")
	return seed
}

// family is a kind of origin of pages.
type family struct {
	name    string
	folders func() ([]string, error)
}

// families are all of them; those that can be drawn are drawn from the seed.
func (s *shared) families(seed, count, draws int) []family {
	one := func(f func() (string, error)) func() ([]string, error) {
		return func() ([]string, error) {
			dir, err := f()
			return []string{dir}, err
		}
	}
	all := []family{
		{"simulate", one(func() (string, error) { return s.simulated(seed, count) })},
		{"composed", func() ([]string, error) { return s.unpacked("composed", draws) }},
		{"widened", func() ([]string, error) { return s.unpacked("widened", draws) }},
	}
	for _, style := range []string{"A", pages.Between, "B", "K"} { // nothing is fitted on the last two
		all = append(all, family{"own " + style, one(func() (string, error) { return s.drawn(style, seed, count) })})
	}
	return all
}
