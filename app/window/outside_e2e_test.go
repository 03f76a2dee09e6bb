package window_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qingyang/app/window"
)

// TestCommandLine starts the program as a shell does: without a display it says one sentence, and what it does
// not know it refuses with one, opening nothing.
func TestCommandLine(t *testing.T) {
	bin := program(t)
	home := t.TempDir()
	for _, c := range []struct {
		args    []string
		display bool
		status  int
		says    string
		lines   int // 0: any number
	}{
		{nil, false, 1, "没有可用的显示器", 1},
		{[]string{"a.qingyang"}, false, 1, "没有可用的显示器", 1},
		{[]string{"--version"}, false, 0, "qingyang " + window.Version, 1},
		{[]string{"--bogus"}, true, 2, "-bogus", 0},
		{[]string{"a.qingyang", "b.qingyang"}, true, 2, "b.qingyang", 0},
		{[]string{"a.qingyang", "--new"}, true, 2, "--new", 0},
	} {
		cmd := exec.Command(bin, c.args...)
		cmd.Dir = home
		cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool {
			return !c.display && (strings.HasPrefix(v, "DISPLAY=") || strings.HasPrefix(v, "WAYLAND_DISPLAY="))
		})
		cmd.Env = append(cmd.Env, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "LC_ALL=zh_CN.UTF-8")
		out, err := cmd.CombinedOutput()
		status := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			status = exit.ExitCode()
		} else if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(out), "\n"); status != c.status || !strings.Contains(string(out), c.says) || c.lines > 0 && lines != c.lines {
			t.Errorf("%q ends with status %d and says\n%s", c.args, status, out)
		}
	}
	if left, err := filepath.Glob(filepath.Join(home, "*.qingyang")); err != nil || len(left) > 0 {
		t.Errorf("it made %v: %v", left, err)
	}
}
