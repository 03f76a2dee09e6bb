package judge

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// weights are the files that the program embeds, by the flag of `qingyang-fit fit` that writes them.
var weights = map[string]string{"-lines": "app/clean/read/weights.bin", "-stories": "app/clean/story/weights.bin"}

// LeftOut is `qingyang-fit left-out`: each family in turn is left out of a fit, and the program with
// those weights is judged on it. Style B is never fitted on and is judged with every fit. It runs in
// the root of the project, and takes minutes for each family.
func LeftOut(args []string, stdout io.Writer) error {
	fs := flag.NewFlagSet("left-out", flag.ContinueOnError)
	dir := fs.String("shared", "../shared", "`folder` of the scorer, the simulator and the families")
	count := fs.Int("pages", 80, "how many pages of each track and fresh draw to judge on")
	more := fs.Int("fit", 200, "how many pages of each track and drawn family to fit on")
	seed := fs.Int("seed", 0, "of the fresh draws; 0: a new one")
	only := fs.String("only", "", "leave out only this `family`")
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
	root, err := os.Getwd()
	if err != nil {
		return err
	}
	n := fresh(*seed, stdout)
	fitted, judged := s.families(n+1, *more, 0), s.families(n, *count, 0)
	fmt.Fprintln(stdout, head)
	for i, out := range fitted {
		if out.name == "own B" || *only != "" && out.name != *only {
			continue
		}
		var folders []string
		for k, f := range fitted {
			if k == i || f.name == "own B" {
				continue
			}
			fs, err := f.folders()
			if err != nil {
				return err
			}
			folders = append(folders, fs...)
		}
		cli, err := s.fit(root, strconv.Itoa(i), folders)
		if err != nil {
			return err
		}
		fmt.Fprintln(stdout, "without "+out.name+":")
		for k, f := range judged {
			if k != i && f.name != "own B" {
				continue
			}
			fs, err := f.folders()
			if err == nil {
				err = s.table(stdout, cli, f.name, fs...)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// fit fits weights on folders and builds the command line with them; the project's own weights stay
// as they are (go build -overlay).
func (s *shared) fit(root, name string, folders []string) (cli string, err error) {
	args := []string{"run", "./cmd/qingyang-fit", "fit"}
	overlay := map[string]string{}
	for option, file := range weights {
		made := s.path("weights-" + name + strings.ReplaceAll(option, "-", ".") + ".bin")
		args = append(args, option, made)
		overlay[filepath.Join(root, file)] = made
	}
	if err := s.run(root, "go", append(args, folders...)...); err != nil {
		return "", err
	}
	b, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return "", err
	}
	list := s.path("overlay-" + name + ".json")
	if err := os.WriteFile(list, b, 0o644); err != nil {
		return "", err
	}
	cli = s.path("cli-" + name)
	return cli, s.run(root, "go", "build", "-overlay", list, "-o", cli, "./cmd/qingyang-cli")
}
