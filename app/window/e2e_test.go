package window_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"qingyang/app/sample"
	"qingyang/app/window"
)

// patienceOutside is how long a state may be waited for before the test gives up. It only bounds a test
// that fails; none that passes waits for it.
const patienceOutside = time.Minute

// driven is the program, running, with a keyboard in front of it.
type driven struct {
	t         *testing.T
	cmd       *exec.Cmd
	window    string
	states    chan map[string]any
	shots     int
	keys      int  // pressed so far
	connected bool // an input method was found
	stderr    bytes.Buffer
}

// program builds the program once a test run.
func program(t *testing.T) string {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Skip("there is no display: run `make test`, which brings one")
	}
	for _, tool := range []string{"xdotool", "sqlite3"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	path := filepath.Join(t.TempDir(), "qingyang")
	if out, err := exec.Command("go", "build", "-o", path, "qingyang/cmd/qingyang").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return path
}

// start runs the program on a library, with home as the user's folder.
func start(t *testing.T, bin, home, library string) *driven {
	t.Helper()
	fifo := filepath.Join(home, "trace")
	os.Remove(fifo)
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	trace, err := os.OpenFile(fifo, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	d := &driven{t: t, states: make(chan map[string]any, 1000)}
	go func() {
		for s := bufio.NewScanner(trace); s.Scan(); {
			var state map[string]any
			if json.Unmarshal(s.Bytes(), &state) == nil {
				d.states <- state
			}
		}
	}()
	args := []string{"-trace", fifo, library}
	if _, err := os.Stat(library); err != nil {
		args = []string{"-trace", fifo, "-new", library}
	}
	d.cmd = exec.Command(bin, args...)
	d.cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home, "XDG_CONFIG_HOME="+home, "LC_ALL=zh_CN.UTF-8", "QINGYANG_NAME=沈小禾")
	d.cmd.Stdout, d.cmd.Stderr = io.Discard, &d.stderr
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.cmd.Process.Kill(); d.cmd.Wait(); trace.Close() })
	d.wait("frame")
	ctx, cancel := context.WithTimeout(t.Context(), patienceOutside)
	defer cancel()
	out, err := exec.CommandContext(ctx, "xdotool", "search", "--sync", "--onlyvisible", "--name", "清样").Output()
	if err != nil {
		t.Fatal("no window: ", err)
	}
	d.window = strings.Fields(string(out))[0]
	d.run("windowfocus", "--sync", d.window)
	return d
}

// wait reads states until one has the name and the particulars, given as names and values by turns.
func (d *driven) wait(name string, args ...any) map[string]any {
	d.t.Helper()
	deadline := time.After(patienceOutside)
	var seen []string
next:
	for {
		select {
		case s := <-d.states:
			seen = append(seen, s["state"].(string))
			d.connected = d.connected || s["state"] == "method" && s["what"] == "connected"
			if s["state"] == "problem" {
				d.t.Fatalf("the window shows a problem: %v", s["text"])
			}
			if s["state"] != name {
				continue
			}
			for i := 0; i < len(args); i += 2 {
				if s[args[i].(string)] != args[i+1] {
					continue next
				}
			}
			d.picture(name)
			return s
		case <-deadline:
			d.t.Fatalf("%s %v did not come; seen since: %v", name, args, seen)
		}
	}
}

// press sends keys to the window as a keyboard does.
func (d *driven) press(keys ...string) {
	d.t.Helper()
	d.keys += len(keys)
	d.run(append([]string{"key", "--clearmodifiers", "--delay", "8"}, keys...)...)
}

func (d *driven) write(text string) {
	d.t.Helper()
	d.keys += len([]rune(text))
	d.run("type", "--clearmodifiers", "--delay", "8", text)
}

func (d *driven) run(args ...string) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), patienceOutside)
	defer cancel()
	if out, err := exec.CommandContext(ctx, "xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

// picture keeps a picture of the window where QINGYANG_SHOTS names a folder.
func (d *driven) picture(name string) {
	folder := os.Getenv("QINGYANG_SHOTS")
	if folder == "" || d.window == "" || name == "row" || name == "caret" || name == "quit" {
		return
	}
	d.shots++
	path := filepath.Join(folder, string(rune('a'+d.shots/10))+string(rune('0'+d.shots%10))+"-"+name+".png")
	ctx, cancel := context.WithTimeout(d.t.Context(), patienceOutside)
	defer cancel()
	if err := exec.CommandContext(ctx, "import", "-window", d.window, path).Run(); err != nil {
		d.t.Log("no picture: ", err)
	}
}

// save saves, and waits until all that was pressed before is in the library.
func (d *driven) save() {
	d.t.Helper()
	d.press("ctrl+s")
	d.wait("run", "command", "page.save")
	d.wait("saved")
}

// quit ends the program by its key and waits until it is gone; one that stays is killed with what it does shown.
func (d *driven) quit() {
	d.t.Helper()
	d.press("ctrl+q")
	d.wait("quit")
	stays := time.AfterFunc(patienceOutside, func() { d.cmd.Process.Signal(syscall.SIGQUIT) })
	defer stays.Stop()
	if err := d.cmd.Wait(); err != nil {
		d.t.Fatalf("%v\n%s", err, d.stderr.String())
	}
}

// TestWholeJob is a person's whole job, by keys alone: import a page, correct three characters, split
// a paragraph, take back one automatic join, start again, undo, export. What it left is looked at
// from outside.
func TestWholeJob(t *testing.T) {
	bin := program(t)
	home := t.TempDir()
	library := filepath.Join(home, "报社.qingyang")
	pageFile, exported := filepath.Join(home, "page.txt"), filepath.Join(home, "out.txt")
	if err := os.WriteFile(pageFile, sample.Issues()[0].Pages[3].Raw, 0o600); err != nil {
		t.Fatal(err)
	}

	d := start(t, bin, home, library)
	if out, err := exec.Command("xdotool", "search", "--class", "^"+regexp.QuoteMeta(window.AppID)+"$").Output(); err != nil || !slices.Contains(strings.Fields(string(out)), d.window) {
		t.Errorf("of the class by which desktops know the program are the windows %q: %v", out, err)
	}
	d.wait("library")
	d.press("ctrl+i")
	d.wait("dialog", "name", "import")
	d.write(pageFile)
	d.press("Return")
	d.wait("reading", "encoding", "GB18030")
	d.wait("dialog", "name", "where")
	d.press("Return")
	d.wait("imported")
	page := d.wait("page")
	if title := page["title"].(string); !strings.Contains(title, "2024-11-08 第4版") {
		t.Errorf("the page is called %s", title)
	}

	// Three characters, each on another line of the first story.
	d.press("ctrl+Home", "Down", "Down", "Down")
	for _, letter := range []string{"X", "Y", "Z"} {
		d.press("Down", "Home", "Right", "Right", "Delete")
		d.write(letter)
	}
	d.save()

	// A paragraph is split where the caret stands.
	d.press("Home", "Right", "Right", "Right", "Return")
	d.save()

	// One automatic join is taken back: the first that the list of corrections has.
	d.press("F9")
	d.wait("run", "command", "tab.changes")
	for found := false; !found; {
		d.press("Down")
		row := d.wait("row")
		if group, _ := row["group"].(string); strings.HasPrefix(group, "L2 ") { // the first group, L1, has the list's first row already
			d.press("Right") // what a rule did is folded
		}
		found = row["kind"] == "join"
	}
	d.press("Delete")
	d.wait("takenback", "kind", "join")
	d.save()
	d.quit()

	query := func(sql string) string {
		t.Helper()
		out, err := exec.Command("sqlite3", library, sql).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return strings.TrimSpace(string(out))
	}
	if got := query(`SELECT group_concat(after, '') FROM (SELECT after FROM correction_readable
		WHERE author = '沈小禾' AND kind = 'character' AND length(before) = 1 AND counts ORDER BY revision)`); got != "XYZ" {
		t.Errorf("corrections of characters in the library: %q, want XYZ", got)
	}
	if got := query("SELECT count(*) FROM correction_readable WHERE author = '沈小禾' AND kind = 'split' AND counts"); got != "1" {
		t.Errorf("%s paragraphs split, want 1", got)
	}
	if got := query("SELECT count(*) FROM correction_readable WHERE kind = 'join' AND NOT counts"); got != "1" {
		t.Errorf("%s joins taken back, want 1", got)
	}

	d = start(t, bin, home, library)
	d.wait("page", "title", page["title"].(string))
	d.press("ctrl+z")
	d.wait("run", "command", "undo")
	d.save()
	d.press("ctrl+Home", "Down", "Down", "Down", "Down", "ctrl+e")
	d.wait("dialog", "name", "export")
	d.press("ctrl+a")
	d.write(exported)
	d.press("Return")
	d.wait("exported", "path", exported)
	d.quit()

	if got := query("SELECT count(*) FROM correction_readable WHERE kind = 'join' AND NOT counts"); got != "0" {
		t.Errorf("after undo %s joins are taken back, want none", got)
	}
	if got := query("PRAGMA integrity_check"); got != "ok" {
		t.Error(got)
	}
	text, err := os.ReadFile(exported)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, letter := range []string{"X", "Y", "Z"} {
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, letter) }) {
			t.Errorf("the exported article has no %s:\n%s", letter, text)
		}
	}
	if left, err := filepath.Glob(filepath.Join(home, ".qingyang-*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}
