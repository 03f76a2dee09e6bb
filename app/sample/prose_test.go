package sample_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"qingyang/app/script"
)

// wrong is what must not stand in a finished text.
var wrong = []struct {
	what string
	look *regexp.Regexp
}{
	{"a half-width mark beside a Han character", regexp.MustCompile(`\p{Han}[,;:?!()"]|[,;:?!()"]\p{Han}`)},
	{"a full-width digit or letter", regexp.MustCompile(`[０-９Ａ-Ｚａ-ｚ％]`)},
	{"two marks", regexp.MustCompile(`[，。；：、][，。；：、]`)},
	{"a single dash or dots", regexp.MustCompile(`(?:^|[^—\d日])—(?:[^—\d]|$)|(?:^|[^…])…(?:[^…]|$)`)},
	{"a doubled function word", regexp.MustCompile(`的的|了了|在在|是是|和和|与与`)},
	{"two spaces, or one at an end", regexp.MustCompile(`  |^ | $|　`)},
}

// spaced is right in a table or behind a label, and wrong in a sentence.
var spaced = regexp.MustCompile(`\p{Han} \d+\p{Han}`)

// rare are the Han characters of names that GB 2312 does not have.
const rare = "庹珺堉"

func TestProseIsClean(t *testing.T) {
	for _, m := range readManuscripts(t) {
		check := func(where, s string) {
			for _, w := range wrong {
				if at := w.look.FindString(s); at != "" {
					t.Errorf("%s %s: %s: %q in %s", m.name, where, w.what, at, s)
				}
			}
			for _, r := range s {
				if b, err := simplifiedchinese.HZGB2312.NewEncoder().String(string(r)); script.IsHan(r) && (err != nil || b == "") && !strings.ContainsRune(rare, r) {
					t.Errorf("%s %s: %c is no simplified character of daily use: %s", m.name, where, r, s)
				}
			}
		}
		for k, s := range m.furniture {
			check(k, s)
		}
		for _, s := range m.stories {
			for _, f := range append([]string{s.stack.Kicker, s.stack.Headline, s.stack.Subheadline, s.byline, s.dateline}, s.captions...) {
				check(s.name, f)
			}
			for i, p := range s.paras {
				check(s.name, p.text)
				jumps := m.furniture["turn"] != "" && i == len(s.paras)-1 || m.furniture["from"] != "" && i == 0
				if at := spaced.FindString(p.text); p.kind == 'p' && at != "" {
					t.Errorf("%s %s: a space between a Han character and a number: %q", m.name, s.name, at)
				}
				if p.kind == 'p' && !jumps {
					if !regexp.MustCompile(`(?:[。！？：；]|……|——)(?:[”’）]|（[^（）]+）)*$`).MatchString(p.text) && p.text != "此致" && !strings.HasSuffix(p.text, "”。") {
						t.Errorf("%s %s: a paragraph without an end: %s", m.name, s.name, p.text)
					}
				}
				next := ""
				if i+1 < len(s.paras) {
					next = s.paras[i+1].text
				}
				paired(t, m.name+" "+s.name, p.text, next, jumps)
			}
		}
	}
}

// paired says what is wrong with the pairs of marks of a paragraph. A quotation over several
// paragraphs opens each of them and closes once.
func paired(t *testing.T, where, s, next string, jumps bool) {
	t.Helper()
	shut := map[rune]rune{'“': '”', '‘': '’', '（': '）', '《': '》', '【': '】'}
	var open []rune
	for _, r := range s {
		if shut[r] != 0 {
			open = append(open, shut[r])
			continue
		}
		for _, c := range shut {
			if r != c {
				continue
			}
			if len(open) == 0 || open[len(open)-1] != r {
				if !jumps {
					t.Errorf("%s: %c closes nothing: %s", where, r, s)
				}
				return
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 && !jumps && !(len(open) == 1 && open[0] == '”' && strings.HasPrefix(next, "“")) {
		t.Errorf("%s: %q is not closed: %s", where, open, s)
	}
}

const gram = 14 // characters

// No run of 14 characters stands both in our text and in the texts the project is measured with.
func TestNothingIsTakenFromTheCorpus(t *testing.T) {
	corpus := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(corpus); err != nil {
		t.Skipf("no corpus to compare with: %v", err)
	}
	ours := map[string]string{}
	for _, m := range readManuscripts(t) {
		b, err := os.ReadFile(filepath.Join("testdata", "manuscript", m.name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		grams(string(b), func(g string) { ours[g] = m.name })
	}
	reported := 0
	err := filepath.WalkDir(corpus, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".txt", ".json", ".tsv", ".md":
		default:
			return nil
		}
		if d.Name() == "junctions.tsv" {
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		grams(string(b), func(g string) {
			if name := ours[g]; name != "" && reported < 20 {
				reported++
				t.Errorf("%q stands in %s and in %s", g, name, path)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// grams calls f for each run of 14 characters, spaces and line breaks left out.
func grams(text string, f func(string)) {
	var r []rune
	for _, x := range text {
		if x > ' ' && x != '　' && x != '\ufeff' {
			r = append(r, x)
		}
	}
	for i := 0; i+gram <= len(r); i++ {
		f(string(r[i : i+gram]))
	}
}
