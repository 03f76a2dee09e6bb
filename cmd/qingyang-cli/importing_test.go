package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qingyang/app/say"
)

// paperFolder is a folder of two issues of two pages, and a text that is no page of an issue.
func paperFolder(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for i, name := range []string{"2020-12-11/A01.txt", "2020-12-11/A02.txt", "2020-12-12/A01.txt", "2020-12-12/B01.txt", "备注.txt"} {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, fmt.Appendf(nil, "早班渡船提前开\n\n本报讯 渡口今天添了%d盏灯。\n", i+2), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// TestImportFolder: the names of a folder say what goes where, a preview writes nothing, and what was
// interrupted goes on.
func TestImportFolder(t *testing.T) {
	t.Setenv("QINGYANG_NAME", "沈小禾")
	root := paperFolder(t)
	library := filepath.Join(t.TempDir(), "p.qingyang")
	out, errs, err := run2(t, "", "import", "--library", library, "--publication", "渡口报", "--preview", root)
	if err != nil || !strings.Contains(errs, "{date}/{section}{page}.*") ||
		!strings.Contains(out, "2020-12-12/B01.txt\t渡口报\t-\t2020-12-12\tB\t1\n") || !strings.Contains(out, "备注.txt\t渡口报\t-\t-\t-\t-\n") {
		t.Errorf("%v\n%s%s", err, out, errs)
	}
	if _, err := os.Stat(library); err == nil {
		t.Error("a preview made a library")
	}
	late := filepath.Join(root, "2020-12-12", "B01.txt")
	b, err := os.ReadFile(late)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(late); err != nil {
		t.Fatal(err)
	}
	if out := must(t, "", "import", "--library", library, "--publication", "渡口报", root); strings.Count(out, "\n") != 4 {
		t.Error(out)
	}
	if err := os.WriteFile(late, b, 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, err = run2(t, "", "import", "--library", library, "--publication", "渡口报", root)
	if err != nil || strings.Count(out, "\n") != 1 || !strings.Contains(errs, "files that the library had: 4") {
		t.Errorf("%v\n%s%s", err, out, errs)
	}
	list := must(t, "", "list", "--library", library)
	for _, want := range []string{"2020-12-11", "2020-12-12", "渡口报"} {
		if !strings.Contains(list, want) {
			t.Errorf("no %s in\n%s", want, list)
		}
	}
	if out, err := run(t, "", "import", "--library", library, "--pattern", "{datum}", root); err == nil || !strings.Contains(err.Error(), "no field") {
		t.Error(out, err)
	}
}

// TestImportWatches: what appears in a folder comes in once it stands still, until the program is interrupted.
func TestImportWatches(t *testing.T) {
	t.Setenv("QINGYANG_NAME", "沈小禾")
	root := t.TempDir()
	ctx, interrupt := context.WithCancel(t.Context())
	ticks := make(chan time.Time)
	tool := &tool{lang: say.English, ticks: ticks}
	c := tool.root()
	var out, errs bytes.Buffer
	c.SetOut(&out)
	c.SetErr(&errs)
	c.SetArgs([]string{"import", "--library", filepath.Join(t.TempDir(), "p.qingyang"), "--watch", "--pattern", "{date}/{page}.*", root})
	ended := make(chan error, 1)
	go func() { ended <- c.ExecuteContext(ctx) }()
	look := func() {
		select {
		case ticks <- time.Time{}:
		case err := <-ended:
			t.Fatal("it ended by itself:", err)
		}
	}
	look()
	path := filepath.Join(root, "2020-12-11", "3.txt")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("早班渡船提前开\n\n本报讯 渡口今天添了一盏灯。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 { // seen, given, and taken before the third is heard
		look()
	}
	interrupt()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if !strings.Contains(out.String(), "page 3") || !strings.Contains(out.String(), "2020-12-11") {
		t.Errorf("%s\n%s", out.String(), errs.String())
	}
	if _, err := run(t, "", "import", "--library", filepath.Join(t.TempDir(), "q.qingyang"), "--watch", path); err == nil || !strings.Contains(err.Error(), "needs a folder") {
		t.Error(err)
	}
}
