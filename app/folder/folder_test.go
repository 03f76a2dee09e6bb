package folder

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPlace(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          Place
	}{
		{"{date}/{section}{page}.pdf", "2020-12-11/A01.pdf", Place{Date: "2020-12-11", Section: "A", Page: 1}},
		{"{date}/{section}{page}.pdf", "渡口报/旧报/2020-12-11/b12.PDF", Place{Date: "2020-12-11", Section: "B", Page: 12}},
		{"{日期}/{版次}.*", "20201211/3.txt", Place{Date: "2020-12-11", Page: 3}},
		{"{date}/{page}.*", "2020年3月4日/07.txt", Place{Date: "2020-03-04", Page: 7}},
		{"{publication}/{year}/{month}/{day}/{page}.*", "渡口报/1998/02/28/1.xml", Place{Publication: "渡口报", Date: "1998-02-28", Page: 1}},
		{"{date}/{section}{page}.*", "2020-12-11/要闻02.txt", Place{Date: "2020-12-11", Section: "要闻", Page: 2}},
		{"第{number}期/*{page}.*", "第612期/渡口-v4.tif", Place{Number: "612", Page: 4}},
		{"{date}*{page}.*", "dk20201211A08.pdf", Place{}}, // the pattern begins where a name begins
		{"*{date}*{page}.*", "dk20201211A08.pdf", Place{Date: "2020-12-11", Page: 8}},
		{"{date}/{page}.*", "2021-02-29/1.txt", Place{}}, // no such day
		{"{date}/{page}.*", "2021-02-28/0.txt", Place{}}, // no such page
		{"{date}/{page}.*", "2021-02-28/1", Place{}},
	} {
		p, err := Parse(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := p.Place(c.path); ok != (c.want != Place{}) || ok && got != c.want {
			t.Errorf("%s of %s: %+v %v", c.pattern, c.path, got, ok)
		}
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"{datum}/{page}": "{datum}", "{page": "{page", "{page}/{page}": "twice", "a.pdf": "does not say", "": "does not say", "{日期}{date}": "twice",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, ok := (Pattern{}).Place("2020-12-11/A01.pdf"); ok {
		t.Error("no pattern fits a path")
	}
}

func TestUsual(t *testing.T) {
	for _, text := range Usual {
		if p, err := Parse(text); err != nil || p.String() != text {
			t.Error(err)
		}
	}
}

func TestGuess(t *testing.T) {
	for want, paths := range map[string][]string{
		"{date}/{section}{page}.*":               {"2020-12-11/A01.pdf", "2020-12-11/A02.pdf", "2020-12-12/B01.pdf", "notes/readme.txt"},
		"{date}/{page}.*":                        {"2020-12-11/01.pdf", "2020-12-11/02.pdf"},
		"{year}/{month}/{day}/{page}.*":          {"2020/12/11/01.pdf", "2020/12/11/02.pdf"},
		"{date}_{page}.*":                        {"20201211_01.pdf", "20201211_02.pdf"},
		"{date}.*":                               {"20201211.pdf", "20201212.pdf"},
		"{number}/{page}.*":                      {"612/1.txt", "613/1.txt"},
		"*{page}.*":                              {"page1.txt", "page2.txt"},
		"":                                       {"渡口.txt"},
		"{year}-{month}/{day}/{section}{page}.*": {"1998-02/28/A1.txt"},
	} {
		if got := Guess(paths).String(); got != want {
			t.Errorf("%q: %q, not %q", paths, got, want)
		}
	}
}

func TestList(t *testing.T) {
	root := t.TempDir()
	for _, f := range []string{"2020-12-11/A10.txt", "2020-12-11/A2.TXT", "2020-12-11/A03.txt", "2020-12-9/A1.jpg", "2020-12-9/A1.txt", ".git/a.txt", "2020-12-11/.b.txt", "a.doc"} {
		path := filepath.Join(root, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := List(t.Context(), root, []string{".txt", ".jpg"})
	if want := []string{"2020-12-9/A1.txt", "2020-12-9/A1.jpg", "2020-12-11/A2.TXT", "2020-12-11/A03.txt", "2020-12-11/A10.txt"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	for _, path := range []string{filepath.Join(root, "a.doc"), filepath.Join(root, "none")} {
		if _, err := List(t.Context(), path, nil); err == nil || !strings.Contains(err.Error(), "is no folder") {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("{date}/{section}{page}.*", "2020-12-11/A01.pdf")
	f.Add("第{number}期/*{page}.*", "第612期/渡口-v4.tif")
	f.Fuzz(func(t *testing.T, pattern, path string) {
		p, err := Parse(pattern)
		if err != nil {
			return
		}
		if at, ok := p.Place(path); ok && at.Date != "" && len(at.Date) != len("2020-12-11") {
			t.Errorf("%q: %+v", path, at)
		}
	})
}

// TestWatch: a file is given once it stands still, and once more when it changed.
func TestWatch(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var w Watch
	look := func(want ...string) {
		t.Helper()
		if got, err := w.Look(t.Context(), root, []string{".txt"}); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q, %v; not %q", got, err, want)
		}
	}
	write("A1.txt", "渡")
	look()
	write("A1.txt", "渡口")
	look()
	write("A2.txt", "船")
	look("A1.txt")
	look("A2.txt")
	look()
	write("A1.txt", "渡口的船")
	look()
	look("A1.txt")
	if err := os.Remove(filepath.Join(root, "A1.txt")); err != nil {
		t.Fatal(err)
	}
	look()
	write("A1.txt", "渡口的船")
	look()
	look("A1.txt")
}
