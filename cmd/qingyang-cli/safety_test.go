package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/sample"
	"qingyang/app/say"
)

// TestDamageAndRepair: a library is damaged; it is listed, exported, verified, salvaged, and a backup comes
// into its place, all by the command line.
func TestDamageAndRepair(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library, backup, salvaged := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "b.qingyang"), filepath.Join(dir, "s.qingyang")
	var files []string
	for _, p := range sample.Issues()[0].Pages[:2] {
		file := filepath.Join(dir, p.File)
		if err := os.WriteFile(file, p.Raw, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	must(t, "", append([]string{"import", "--library", library}, files...)...)
	list := must(t, "", "list", "--library", library)
	must(t, "", "backup", "--library", library, backup)
	b, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	clear(b[:8192])
	if err := os.WriteFile(library, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, said, err := run2(t, "", "list", "--library", library); err != nil || got != list || !strings.Contains(said, "is damaged") {
		t.Errorf("%v: the damaged library lists\n%s\nand says\n%s", err, got, said)
	}
	must(t, "", "export", "--library", library, "--page", "1", "--out", filepath.Join(dir, "issue.txt"))
	if out, err := run(t, "", "verify", "--library", library); err == nil || !strings.Contains(out, "damaged") {
		t.Errorf("verify: %v\n%s", err, out)
	}
	if _, err := run(t, "", "import", "--library", library, "--again", files[0]); err == nil {
		t.Error("a damaged library was written")
	}
	if out := must(t, "", "salvage", "--library", library, salvaged); !strings.Contains(out, "nothing is lost") {
		t.Errorf("salvage:\n%s", out)
	}
	for _, args := range [][]string{
		{"salvage", "--library", library, salvaged}, {"salvage", "--library", library, library}, {"restore", "--library", library, files[0]},
	} {
		_, err := run(t, "", args...)
		var p *say.Problem
		if !errors.As(err, &p) || p.Do.Zero() {
			t.Errorf("%v: %v", args, err)
		}
	}
	if out := must(t, "", "restore", "--library", library, backup); !strings.Contains(out, "p-before.qingyang") {
		t.Errorf("restore:\n%s", out)
	}
	for _, path := range []string{salvaged, library} {
		if out := must(t, "", "verify", "--library", path); !strings.Contains(out, "sound") {
			t.Errorf("%s: %s", path, out)
		}
		if got := must(t, "", "list", "--library", path); got != list {
			t.Errorf("%s lists\n%s\nwant\n%s", path, got, list)
		}
	}
}

// TestReadingWritesNoName: commands that only read leave nobody's name in a library.
func TestReadingWritesNoName(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", "沈小禾")
	library, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "page.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, page)
	before, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("QINGYANG_NAME", "来客")
	for _, args := range [][]string{
		{"list"}, {"history", "--page", "1"}, {"corrections", "--page", "1"}, {"search", "菱河"}, {"verify"},
		{"export", "--page", "1", "--out", filepath.Join(dir, "x.txt")}, {"backup", filepath.Join(dir, "b.qingyang")},
		{"profile", "--publication", "苇港报"},
	} {
		must(t, "", append(args, "--library", library)...)
	}
	if after, err := os.ReadFile(library); err != nil || string(after) != string(before) {
		t.Error("the library was changed by reading")
	}
}

// TestNumbersThatAreNotThere are said as that, in both languages, without a word of the database's.
func TestNumbersThatAreNotThere(t *testing.T) {
	dir := t.TempDir()
	library, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "page.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	must(t, "", "import", "--library", library, page)
	for _, command := range []string{"history", "corrections", "export"} {
		_, err := run(t, "", command, "--library", library, "--page", "999")
		for _, l := range []say.Lang{say.Chinese, say.English} {
			if err == nil || strings.Contains(strings.ToLower(say.Error(err, l)), "sql") || strings.Contains(say.Error(err, l), "rows") {
				t.Errorf("%s: %v", command, err)
			}
		}
	}
}
