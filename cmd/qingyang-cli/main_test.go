package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qingyang/app/sample"
	"qingyang/app/say"
)

// TestMain makes the test binary the program itself where a test starts it so.
func TestMain(m *testing.M) {
	if os.Getenv("QINGYANG_TEST_AS_PROGRAM") != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// run runs a command line and returns what it printed on standard output.
func run(t *testing.T, in string, args ...string) (string, error) {
	t.Helper()
	out, _, err := run2(t, in, args...)
	return out, err
}

// run2 returns what was printed on standard error, too.
func run2(t *testing.T, in string, args ...string) (out, errors string, err error) {
	t.Helper()
	tool := &tool{lang: say.English}
	root := tool.root()
	var a, b bytes.Buffer
	root.SetOut(&a)
	root.SetErr(&b)
	root.SetIn(strings.NewReader(in))
	root.SetArgs(args)
	err = root.ExecuteContext(t.Context())
	return a.String(), b.String(), err
}

func must(t *testing.T, in string, args ...string) string {
	t.Helper()
	out, err := run(t, in, args...)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return out
}

// TestWholeWay imports a page, looks at it in every way, exports, verifies and backs up.
func TestWholeWay(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "page.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, page)
	list := must(t, "", "list", "--library", library)
	if !strings.Contains(list, "苇港报") || strings.Count(list, "\n\t") < 5 {
		t.Errorf("list:\n%s", list)
	}
	if out := must(t, "", "corrections", "--library", library, "--page", "1"); !strings.Contains(out, "\tS1\t") {
		t.Errorf("no correction of S1:\n%s", out)
	}
	if out := must(t, "", "history", "--library", library, "--page", "1"); strings.Count(out, "\n") != 1 {
		t.Errorf("history:\n%s", out)
	}
	if out := must(t, "", "search", "--library", library, "渡船"); !strings.Contains(out, "菱河") {
		t.Errorf("search:\n%s", out)
	}
	for _, format := range []string{"txt", "md", "html", "json"} {
		out := filepath.Join(dir, "issue."+format)
		must(t, "", "export", "--library", library, "--page", "1", "--format", format, "--out", out)
		if b, err := os.ReadFile(out); err != nil || !strings.Contains(string(b), "菱河") {
			t.Errorf("%s: %v", format, err)
		}
		if _, err := run(t, "", "export", "--library", library, "--page", "1", "--format", format, "--out", out); err == nil {
			t.Errorf("%s was overwritten without being asked", format)
		}
	}
	if out := must(t, "", "verify", "--library", library); !strings.Contains(out, "sound") {
		t.Error(out)
	}
	copied := filepath.Join(dir, "copy.qingyang")
	must(t, "", "backup", "--library", library, copied)
	if out := must(t, "", "list", "--library", copied); out != list {
		t.Errorf("the copy lists\n%s", out)
	}
	house := filepath.Join(dir, "house.toml")
	if err := os.WriteFile(house, []byte("off = [\"S1\"]\nheadline_pause = \"wide\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "profile", "--library", library, "--publication", "苇港报", "--set", house)
	if out := must(t, "", "profile", "--library", library, "--publication", "苇港报"); !strings.Contains(out, `headline_pause = "wide"`) || !strings.Contains(out, `"S1"`) {
		t.Errorf("profile:\n%s", out)
	}
	if out := must(t, "", "profile", "--library", library, "--publication", "苇港报", "--learn"); !strings.Contains(out, "at least 4 are needed") {
		t.Errorf("learning from pages that nobody corrected: %s", out)
	}
	must(t, "", "profile", "--library", library, "--publication", "苇港报", "--forget")
	if out := must(t, "", "profile", "--library", library, "--publication", "苇港报"); strings.Contains(out, "[learned]") {
		t.Errorf("what was forgotten is in the profile: %s", out)
	}
	if _, err := run(t, "", "import", "--library", library, page); err == nil {
		t.Error("the same page was imported twice")
	}
}

func TestCleanPrintsOneObject(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.txt")
	if err := os.WriteFile(page, sample.Issues()[1].Pages[1].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Articles  []struct{ Headline string }
		Furniture []string
	}
	if err := json.Unmarshal([]byte(must(t, "", "clean", "--json", page)), &got); err != nil || len(got.Articles) < 5 {
		t.Errorf("%v %+v", err, got)
	}
	if out := must(t, "", "clean", "--explain", page); strings.Count(out, "\n") < 100 {
		t.Errorf("explain:\n%s", out)
	}
}

// TestOtherFormatsAreRefused: what is no text is never printed as a story.
func TestOtherFormatsAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"data.xml": `<?xml version="1.0"?><data><line text="渡船早班"/></data>`,
		"ocr.xml":  `<?xml version="1.0"?><alto><Layout><String CONTENT="渡`,
		"page.pdf": "%PDF-1.7\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"clean", path}, {"clean", "--json", path}, {"clean", "--explain", path}} {
			out, err := run(t, "", args...)
			var p *say.Problem
			if out != "" || !errors.As(err, &p) || p.Subject != path || p.Do.ZH == "" || p.Do.EN == "" {
				t.Errorf("%v: %q %v", args, out, err)
			}
		}
	}
}

// TestWarnings: what the page is not fit for is in the JSON.
func TestWarnings(t *testing.T) {
	for _, c := range []struct {
		encoding, text string
		want           []string
	}{
		{"", "渡船早班提前。\n", nil},
		{"UTF-8", "渡船\xFF早班\xFE提前。\n", []string{"2 places could not be read as UTF-8; “\uFFFD” stands there"}},
		{"GB18030", "\xB6\xC9\xAA\xA1\n", []string{"1 characters are the layout program's own and have no Unicode"}},
	} {
		var got struct{ Warnings []string }
		out := must(t, c.text, "clean", "--json", "--encoding", c.encoding, "-")
		if err := json.Unmarshal([]byte(out), &got); err != nil || !slices.Equal(got.Warnings, c.want) {
			t.Errorf("%q: %q %v", c.text, got.Warnings, err)
		}
	}
}

// TestImportGoesOn: one file that cannot be read keeps no other out, wherever it stands.
func TestImportGoesOn(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library := filepath.Join(dir, "p.qingyang")
	var files []string
	for i, name := range []string{"none1.txt", "a.txt", "none2.txt", "b.txt"} {
		path := filepath.Join(dir, name)
		if i%2 == 1 {
			if err := os.WriteFile(path, sample.Issues()[0].Pages[i/2].Raw, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		files = append(files, path)
	}
	out, errs, err := run2(t, "", append([]string{"import", "--library", library}, files...)...)
	if err == nil || strings.Count(out, "\n") != 2 || !strings.Contains(errs, "none1.txt: is not there") || !strings.Contains(errs, "none2.txt: is not there") {
		t.Errorf("%v\n%s%s", err, out, errs)
	}
	other := filepath.Join(dir, "other.qingyang")
	if _, err := run(t, "", "import", "--library", other, files[0]); err == nil {
		t.Error("nothing was imported, and nothing said")
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("a library was made for nothing")
	}
}

// TestSampleReplacesNothing: asked twice it says that nothing changed; what somebody else wrote stays
// until it is told to replace it, and its own library always.
func TestSampleReplacesNothing(t *testing.T) {
	t.Setenv("QINGYANG_NAME", "沈小禾")
	dir := filepath.Join(t.TempDir(), "new", "sample")
	first := must(t, "", "sample", "--out", dir)
	written := strings.Count(first, "exported ")
	if written < 8 {
		t.Fatalf("first:\n%s", first)
	}
	if again := must(t, "", "sample", "--out", dir); strings.Count(again, "unchanged ") != written || strings.Contains(again, "exported ") {
		t.Errorf("again:\n%s", again)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	if err := os.WriteFile(pages[0], []byte("my notes"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, errs, err := run2(t, "", "sample", "--out", dir)
	if b, _ := os.ReadFile(pages[0]); err == nil || string(b) != "my notes" || !strings.Contains(errs, pages[0]) {
		t.Errorf("%q %v\n%s", b, err, errs)
	}
	if out := must(t, "", "sample", "--out", dir, "--overwrite"); strings.Count(out, "exported ") != written {
		t.Errorf("told to:\n%s", out)
	}
	if b, _ := os.ReadFile(pages[0]); string(b) == "my notes" {
		t.Error("the file was not replaced")
	}
}

// TestExportNeverHitsALibrary, by whatever name and whoever allows it; the window writes in the same way.
func TestExportNeverHitsALibrary(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	open, other, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "other"), filepath.Join(dir, "page.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", open, page)
	must(t, "", "import", "--library", other, page)
	list := must(t, "", "list", "--library", open)
	for _, out := range []string{open, open + "-wal", open + "-shm", other, other + "-wal"} {
		for _, more := range [][]string{nil, {"--overwrite"}} {
			_, err := run(t, "", append([]string{"export", "--library", open, "--page", "1", "--out", out}, more...)...)
			if p := new(say.Problem); !errors.As(err, &p) || p.Do.Zero() {
				t.Errorf("%s %v: %v", out, more, err)
			}
		}
	}
	for _, path := range []string{open, open + "-wal", other + "-shm"} {
		for _, args := range [][]string{{"backup", "--library", open, path}, {"import", "--library", path, page}} {
			_, err := run(t, "", args...)
			if p := new(say.Problem); !errors.As(err, &p) && !errors.Is(err, os.ErrExist) || err == nil {
				t.Errorf("%v: %v", args, err)
			}
			if _, err := os.Stat(path); path != open && err == nil {
				t.Errorf("%v made a part of a library", args)
			}
		}
	}
	for _, library := range []string{open, other} {
		if got := must(t, "", "list", "--library", library); got != list {
			t.Errorf("%s lists\n%s", library, got)
		}
	}
}

// TestExportSaysWhatWasChanged, in every format.
func TestExportSaysWhatWasChanged(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "page.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, page)
	for format, want := range map[string]string{"txt": "（S1，", "md": "（S1，", "html": "（S1，", "json": `"rule": "S1"`} {
		for _, changes := range []bool{false, true} {
			out := filepath.Join(dir, "issue."+format)
			args := []string{"export", "--library", library, "--page", "1", "--format", format, "--out", out, "--overwrite"}
			if changes {
				args = append(args, "--changes")
			}
			must(t, "", args...)
			if b, err := os.ReadFile(out); err != nil || strings.Contains(string(b), want) != changes {
				t.Errorf("%s, changes %v: %v", format, changes, err)
			}
		}
	}
}

// TestInterrupt: a program that waits for its input ends when it is asked to, with status 1.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"clean", "-"}, {"normalize"}} {
		c := exec.Command(os.Args[0], args...)
		c.Env = append(os.Environ(), "QINGYANG_TEST_AS_PROGRAM=1", "LC_ALL=C.UTF-8")
		in, err := c.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		c.Stderr = &errs
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		// More than a pipe holds: when it is written, the program is reading.
		if _, err := in.Write(bytes.Repeat([]byte("渡口早班。\n"), 100_000)); err != nil {
			t.Fatal(err)
		}
		if err := c.Process.Signal(os.Interrupt); err != nil {
			t.Skip("no such signal here: ", errors.Join(err, c.Process.Kill()))
		}
		if c.Wait(); c.ProcessState.ExitCode() != failed || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%v: status %d, %s", args, c.ProcessState.ExitCode(), errs.String())
		}
	}
}

func TestNormalizeKeepsLines(t *testing.T) {
	if got := must(t, "开船了,真快.\n\n１２月 ３日\r\n尾", "normalize"); got != "开船了，真快。\n\n12月3日\n尾" {
		t.Errorf("%q", got)
	}
	if got := must(t, "开船\xFF了,真快.\xFE\n\xE6\xB8", "normalize"); got != "开船\xFF了，真快.\xFE\n\xE6\xB8" {
		t.Errorf("bytes that are no UTF-8: %q", got)
	}
	out, err := run(t, "一\n"+strings.Repeat("渡", longestLine/3+1), "normalize")
	var p *say.Problem
	if !errors.As(err, &p) || p.Do.Zero() || out != "一\n" {
		t.Errorf("a line without an end: %q %v", out, err)
	}
}

// TestErrorsAreSaid: what went wrong, and what to do; and nothing is made by looking.
func TestErrorsAreSaid(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.qingyang")
	for _, args := range [][]string{
		{"list", "--library", none}, {"verify", "--library", none},
		{"clean", filepath.Join(t.TempDir(), "none.txt")}, {"clean", os.DevNull},
	} {
		_, err := run(t, "", args...)
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.Zero() {
			t.Errorf("%v: %v", args, err)
		}
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("looking at a library that is not there made one")
	}
}

// TestCheck: what may be wrong is printed, for people and for programs, and is a failure only where that was
// asked for.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "page.txt")
	text := "昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作，确保大家温暖过冬。\n"
	if err := os.WriteFile(page, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Offset, Length int
		Text, Rule     string
		Suggestions    []string
	}
	if err := json.Unmarshal([]byte(must(t, "", "check", "--json", page)), &got); err != nil || len(got) != 1 {
		t.Fatalf("%v %+v", err, got)
	}
	if x := got[0]; x.Offset != 11 || x.Length != 1 || x.Text != "杜" || x.Suggestions[0] != "社" || x.Rule != "C2" {
		t.Errorf("%+v", x)
	}
	if out := must(t, "", "check", page); !strings.HasPrefix(out, "1:12\t") || !strings.Contains(out, "→ 社") {
		t.Errorf("for people: %q", out)
	}
	if out, err := run(t, "", "check", "--json", "--fail", page); err == nil || !strings.HasPrefix(out, "[") {
		t.Errorf("--fail: %v %q", err, out)
	}
	if out := must(t, strings.Replace(text, "杜", "社", 1), "check", "--json", "--fail", "-"); strings.TrimSpace(out) != "[]" {
		t.Errorf("nothing is wrong: %q", out)
	}
	if _, err := run(t, "", "check", "--quiet", "--strict", page); err == nil {
		t.Error("quiet and strict at once")
	}
	told := "3月12日，镇里开了会，会上定下了修码头的日子。\n"
	for date, want := range map[string]bool{"2026-03-04": true, "2026-03-13": false} {
		if out := must(t, told, "check", "--json", "--date", date, "-"); strings.Contains(out, `"N7"`) != want {
			t.Errorf("on %s: %s", date, out)
		}
	}
	for _, bad := range [][]string{{"--date", "4.3."}, {"--english", "welsh"}} {
		if _, err := run(t, told, "check", bad[0], bad[1], "-"); err == nil {
			t.Errorf("%q was understood", bad)
		}
	}
}
