package judge

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"qingyang/cmd/qingyang-fit/pages"
)

// recipe is what the recipe of `qingyang-fit fit` calls a family: all in it that was made by the same
// maker of the same text. The project's own styles share their papers; B and K are in no recipe.
var recipe = map[string]string{"simulate": "simulate", "composed": "composed,corpus", "widened": "widened", "own A": "own,blended", "own " + pages.Between: "own,blended"}

// weights are the files that the program embeds, by the flag of `qingyang-fit fit` that writes them.
var weights = map[string]string{"-lines": "app/clean/read/weights.bin", "-stories": "app/clean/story/weights.bin"}

// LeftOut is `qingyang-fit left-out`: each family in turn is left out of the fit, and the program with
// those weights is judged on it, and on the styles that nothing is fitted on. It runs in the root of the
// project, and takes ten minutes or so for each family.
func LeftOut(args []string, stdout io.Writer) error {
	fs := flag.NewFlagSet("left-out", flag.ContinueOnError)
	dir := fs.String("shared", "../shared", "`folder` of the scorer, the simulator and the families")
	count := fs.Int("pages", 80, "how many pages of each track and fresh draw to judge on")
	draws := fs.Int("draws", 0, "how many draws of composed and widened; 0: all")
	seed := fs.Int("seed", 0, "of the fresh draws; 0: a new one")
	only := fs.String("only", "", "leave out only this `family`: simulate, composed, widened or own A")
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
	families := s.families(fresh(*seed, stdout), *count, *draws)
	fmt.Fprintln(stdout, head)
	made := map[string]string{} // by what is left out: the program fitted so
	for _, out := range families {
		without, ok := recipe[out.name]
		if !ok || *only != "" && out.name != *only {
			continue
		}
		if made[without] == "" {
			if made[without], err = s.fit(root, out.name, without); err != nil {
				return err
			}
		}
		cli := made[without]
		fmt.Fprintln(stdout, "fitted without "+out.name+":")
		for _, f := range families {
			if _, fitted := recipe[f.name]; fitted && f.name != out.name {
				continue
			}
			folders, err := f.folders()
			if err == nil {
				err = s.table(stdout, cli, f.name, folders...)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// fit fits weights without some families of the recipe and builds the command line with them; the
// project's own weights stay as they are (go build -overlay).
func (s *shared) fit(root, name, without string) (cli string, err error) {
	args := []string{"run", "./cmd/qingyang-fit", "fit", "-shared", s.dir, "-without", without}
	overlay := map[string]string{}
	for option, file := range weights {
		made := s.path(name + option + ".bin")
		args = append(args, option, made)
		overlay[filepath.Join(root, file)] = made
	}
	if err := s.run(root, "go", args...); err != nil {
		return "", err
	}
	b, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return "", err
	}
	list := s.path(name + "-overlay.json")
	if err := os.WriteFile(list, b, 0o644); err != nil {
		return "", err
	}
	cli = s.path("cli-" + filepath.Base(without))
	return cli, s.run(root, "go", "build", "-overlay", list, "-o", cli, "./cmd/qingyang-cli")
}
