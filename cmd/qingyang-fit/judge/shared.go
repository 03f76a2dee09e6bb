package judge

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"qingyang/cmd/qingyang-fit/pages"
)

// shared are the tools and pages beside the project, and a folder for what is made of them.
type shared struct {
	dir  string // ../shared
	temp string
	say  io.Writer
}

// errAbsent says that ../shared is not there.
var errAbsent = errors.New("is not here: nothing to score against")

// open builds the scorer and the simulator. The caller removes s.temp.
func open(dir string, say io.Writer) (*shared, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, "score")); err != nil {
		return nil, fmt.Errorf("%s %w", filepath.Join(dir, "score"), errAbsent)
	}
	temp, err := os.MkdirTemp("", "judge")
	if err != nil {
		return nil, err
	}
	s := &shared{dir, temp, say}
	for _, tool := range []string{"score", "simulate"} {
		// built from a copy: the folder itself may be read-only
		src := filepath.Join(temp, tool+".src")
		if err := os.CopyFS(src, os.DirFS(filepath.Join(dir, tool))); err != nil {
			return s, err
		}
		if err := s.run(src, "go", "build", "-o", s.tool(tool), "."); err != nil {
			return s, err
		}
	}
	return s, nil
}

func (s *shared) tool(name string) string { return filepath.Join(s.temp, "bin-"+name) }

func (s *shared) path(parts ...string) string {
	return filepath.Join(append([]string{s.temp}, parts...)...)
}

// run runs a program; its output is part of the error when it fails.
func (s *shared) run(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

// simulated draws pages of all tracks with the simulator and returns their folder.
func (s *shared) simulated(seed, count int) (string, error) {
	out := s.path("simulate-" + strconv.Itoa(seed))
	if _, err := os.Stat(out); err == nil {
		return out, nil
	}
	for _, t := range pages.Tracks {
		err := s.run(s.path("simulate.src"), s.tool("simulate"), "-material", "material/public", "-out", out,
			"-pages", strconv.Itoa(count), "-seed", strconv.Itoa(seed), "-track", t, "-score", s.tool("score"))
		if err != nil {
			return "", err
		}
	}
	return out, nil
}

// drawn draws pages of all tracks of a style of the project's own.
func (s *shared) drawn(style string, seed, count int) (string, error) {
	out := s.path(fmt.Sprintf("own%s-%d", style, seed))
	if _, err := os.Stat(out); err == nil {
		return out, nil
	}
	return out, pages.Command([]string{"-out", out, "-style", style, "-seed", strconv.Itoa(seed), "-pages", strconv.Itoa(count), "-score", s.tool("score")}, io.Discard)
}

// unpacked unpacks a family of ../shared/families and returns the folders of its draws, at most so
// many; 0: all.
func (s *shared) unpacked(family string, most int) (draws []string, err error) {
	out := s.path(family)
	if _, err := os.Stat(out); err != nil {
		if err := pages.Unpack(filepath.Join(s.dir, "families", family+".tar.gz"), out); err != nil {
			return nil, err
		}
	}
	draws, err = filepath.Glob(filepath.Join(out, "*"))
	if most > 0 && len(draws) > most {
		draws = draws[:most]
	}
	return draws, err
}
