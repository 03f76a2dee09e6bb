package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/sample"
	"qingyang/app/say"
)

// run runs a command line and returns what it printed.
func run(t *testing.T, in string, args ...string) (string, error) {
	t.Helper()
	tool := &tool{lang: say.English}
	root := tool.root()
	var out bytes.Buffer
	root.SetOut(&out)
	root.SetErr(&out)
	root.SetIn(strings.NewReader(in))
	root.SetArgs(args)
	err := root.ExecuteContext(t.Context())
	return out.String(), err
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

func TestNormalizeKeepsLines(t *testing.T) {
	if got := must(t, "开船了,真快.\n\n１２月 ３日\r\n尾", "normalize"); got != "开船了，真快。\n\n12月3日\n尾" {
		t.Errorf("%q", got)
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
