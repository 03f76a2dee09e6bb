package judge

import (
	"archive/tar"
	"compress/gzip"
	"os"
	"path/filepath"
	"qingyang/cmd/qingyang-fit/pages"
	"strings"
	"testing"
)

func TestRowSumsDraws(t *testing.T) {
	r := row{all: []summary{
		{Pages: 10, Chars: 1000, Junctions: 100, JunctionF1: 1, ArticleF1: 0.5, HeadlineSilent: 1, ActionsPer1000: 2,
			HeadlineVerdicts: map[string]int{"Right": 3, "Missing": 1}},
		{Pages: 30, Chars: 3000, Junctions: 300, JunctionF1: 0.96, JunctionWrong: 7, ArticleF1: 1, HeadlineSilent: 2, ActionsPer1000: 4,
			HeadlineVerdicts: map[string]int{"Right": 6, "Invented": 2}, Failed: 1},
	}}
	got := strings.Join(strings.Fields(r.String()), " ")
	if want := "40 0.970 7 0.875 0.750 6.0 – – – 0.000 0.00 3.5 1 FAILED"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if a, b := len(strings.Fields("fam track "+r.String())), len(strings.Fields(strings.NewReplacer("junction F1", "j", "article F1", "a", "CER %", "c").Replace(head))); a != b+2 { // "1 FAILED"
		t.Errorf("%d columns under %d heads", a, b)
	}
}

func packed(t *testing.T, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.tar.gz")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	w := tar.NewWriter(z)
	if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg, Size: 3, Mode: 0o644}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("raw")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []interface{ Close() error }{w, z, f} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

func TestUnpack(t *testing.T) {
	out := t.TempDir()
	if err := pages.Unpack(packed(t, "p1/page/raw.txt"), out); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(out, "p1/page/raw.txt")); err != nil || string(b) != "raw" {
		t.Errorf("%q, %v", b, err)
	}
	if err := pages.Unpack(packed(t, "../raw.txt"), out); err == nil || !strings.Contains(err.Error(), "leads out") {
		t.Errorf("a path out of the folder: %v", err)
	}
	if _, err := os.Stat(filepath.Join(out, "../raw.txt")); err == nil {
		t.Error("a file was written outside of the folder")
	}
}

// Without ../shared there is nothing to judge on; that is said, and is no failure.
func TestAbsent(t *testing.T) {
	for name, command := range map[string]func([]string, *strings.Builder) error{
		"judge":    func(a []string, w *strings.Builder) error { return Command(a, w) },
		"left-out": func(a []string, w *strings.Builder) error { return LeftOut(a, w) },
	} {
		var said strings.Builder
		if err := command([]string{"-shared", filepath.Join(t.TempDir(), "shared")}, &said); err != nil || !strings.Contains(said.String(), "nothing to score against") {
			t.Errorf("%s: %v, said %q", name, err, said.String())
		}
	}
}

// A page whose junctions are read with the truth gives what a page of the opposite truth gives wrong.
func TestDoubt(t *testing.T) {
	raw := []byte("渡口的老船工说，这条河养活了几代人，船\n上坐着十九个人，没有一个会水。\n\n他今年七十岁，撑了五十年船。\n")
	right, err := doubtOf(raw, "1\t2\tjoin\n2\t4\tbreak\n")
	if err != nil {
		t.Fatal(err)
	}
	wrong, err := doubtOf(raw, "1\t2\tbreak\n2\t4\tjoin\n")
	if err != nil {
		t.Fatal(err)
	}
	if right.junctions != 2 || right.certainWrong != 0 || right.certain != wrong.certain || wrong.certainWrong != wrong.certain {
		t.Errorf("%v; the opposite: %v", right, wrong)
	}
	if _, err := doubtOf(raw, "1 join\n"); err == nil {
		t.Error("a row of two fields is read")
	}
}
