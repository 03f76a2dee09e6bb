package sample_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"qingyang/app/sample"
)

func TestIssuesAreTheManuscripts(t *testing.T) {
	byFile := map[string]*manuscript{}
	for _, m := range readManuscripts(t) {
		if m.track == "bulletin" {
			byFile["weigang-"+m.name+".txt"] = m
		}
	}
	seen := 0
	for _, issue := range sample.Issues() {
		if len(issue.Pages) != 4 {
			t.Errorf("%s has %d pages, want 4", issue.Number, len(issue.Pages))
		}
		for i, p := range issue.Pages {
			m := byFile[p.File]
			if m == nil {
				t.Errorf("%s: no manuscript", p.File)
				continue
			}
			seen++
			if issue.Publication != m.paper || issue.Number != "第"+m.no+"期" || issue.Date != m.date || p.Number != m.page || p.Section != m.section {
				t.Errorf("%s is %s %s %s page %d %s, the manuscript says %s %s %s page %d %s", p.File,
					issue.Publication, issue.Number, issue.Date, p.Number, p.Section, m.paper, m.no, m.date, m.page, m.section)
			}
			if p.Number != i+1 {
				t.Errorf("%s stands at place %d", p.File, i+1)
			}
		}
	}
	if seen != len(byFile) {
		t.Errorf("%d of %d pages are shipped", seen, len(byFile))
	}
}

func TestIssuesAreFresh(t *testing.T) {
	first := sample.Issues()
	want := bytes.Clone(first[0].Pages[0].Raw)
	first[0].Pages[0].Raw[0] ^= 0xFF
	first[0].Pages[0].File = "other"
	again := sample.Issues()[0].Pages[0]
	if again.File == "other" || !bytes.Equal(again.Raw, want) {
		t.Error("a caller changed what the next caller gets")
	}
}

// decoded is a shipped page as text, LF and without a byte order mark.
func decoded(t testing.TB, p sample.Page) string {
	t.Helper()
	b := p.Raw
	if !utf8.Valid(b) {
		var err error
		if b, err = simplifiedchinese.GB18030.NewDecoder().Bytes(b); err != nil {
			t.Fatalf("%s: %v", p.File, err)
		}
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(b), "\ufeff"), "\r\n", "\n")
}

func TestSizes(t *testing.T) {
	all := 0
	for _, issue := range sample.Issues() {
		for _, p := range issue.Pages {
			n := 0
			for _, r := range decoded(t, p) {
				if r > ' ' && r != '　' {
					n++
				}
			}
			if n < 2500 || n > 4000 {
				t.Errorf("%s has %d characters, want 2500 to 4000", p.File, n)
			}
			all += n
		}
	}
	if all < 25000 {
		t.Errorf("the bulletin has %d characters, want at least 25000", all)
	}
}

// One page begins with a byte order mark, one is in GB18030, one has CR LF; the others are plain.
func TestForms(t *testing.T) {
	for _, issue := range sample.Issues() {
		for _, p := range issue.Pages {
			name := strings.TrimSuffix(strings.TrimPrefix(p.File, "weigang-"), ".txt")
			bom := bytes.HasPrefix(p.Raw, []byte("\ufeff"))
			crlf := bytes.Count(p.Raw, []byte("\r\n"))
			lf := bytes.Count(p.Raw, []byte("\n"))
			if bom != (name == "612-1") {
				t.Errorf("%s: byte order mark %v", name, bom)
			}
			if utf8.Valid(p.Raw) == (name == "612-4") {
				t.Errorf("%s: valid UTF-8 %v", name, utf8.Valid(p.Raw))
			}
			if name == "613-2" && crlf != lf || name != "613-2" && crlf != 0 {
				t.Errorf("%s: %d CR LF of %d lines", name, crlf, lf)
			}
			corpus, err := os.ReadFile(filepath.Join("testdata", "corpus", "bulletin", name, "raw.txt"))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(strings.TrimPrefix(string(corpus), "\ufeff"), "\r\n", "\n"); got != decoded(t, p) {
				t.Errorf("%s: the shipped page and the one of the corpus are not the same text", name)
			}
		}
	}
}
