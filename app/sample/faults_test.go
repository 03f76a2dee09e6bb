package sample_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"qingyang/app/script"
)

// page is a case of the corpus as it was committed.
type page struct {
	name  string // track/name
	text  string
	lines []string
	joins map[int]bool // line, from 0: runs on into the next line that is not empty
	truth Truth
	meta  Meta
}

func readPages(t testing.TB) []page {
	t.Helper()
	dirs, err := filepath.Glob("testdata/corpus/*/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	var all []page
	for _, d := range dirs {
		rel, _ := filepath.Rel("testdata/corpus", d)
		p := page{name: filepath.ToSlash(rel), joins: map[int]bool{}}
		read := func(file string) []byte {
			b, err := os.ReadFile(filepath.Join(d, file))
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		p.text = strings.ReplaceAll(strings.TrimPrefix(string(read("raw.txt")), "\ufeff"), "\r\n", "\n")
		p.lines = strings.Split(p.text, "\n")
		for file, v := range map[string]any{"truth.json": &p.truth, "meta.json": &p.meta} {
			if err := json.Unmarshal(read(file), v); err != nil {
				t.Fatalf("%s/%s: %v", d, file, err)
			}
		}
		for _, row := range strings.Split(strings.TrimSpace(string(read("junctions.tsv"))), "\n") {
			f := strings.Split(row, "\t")
			n, err := strconv.Atoi(f[0])
			if err != nil || len(f) != 3 {
				t.Fatalf("%s: row %q", d, row)
			}
			p.joins[n-1] = f[2] == "join"
		}
		all = append(all, p)
	}
	return all
}

const (
	han  = `\p{Han}`
	mark = `[，。：；？！、“”‘’（）《》【】……—·]`
)

// marksOfFaults finds each fault in the raw text, by its look alone. exact: the meta file's count is
// this one; else the same look has right uses too (a space after 本报讯), and it is only a bound.
var marksOfFaults = []struct {
	fault string
	exact bool
	look  *regexp.Regexp
}{
	{"comma", true, regexp.MustCompile(`,(?:` + han + `|` + mark + `|\s)`)},
	{"colon", true, regexp.MustCompile(han + `:`)},
	{"semicolon", true, regexp.MustCompile(`;`)},
	{"query", true, regexp.MustCompile(`\?`)},
	{"bang", true, regexp.MustCompile(`!`)},
	{"stop", true, regexp.MustCompile(`(?m)` + han + `\. ?$`)},
	{"bracket", true, regexp.MustCompile(`\(`)},
	{"wide", true, regexp.MustCompile(`[０-９]+`)},
	{"radical", true, regexp.MustCompile(`[\x{2F00}-\x{2FDF}]`)},
	{"dash", true, regexp.MustCompile(`--`)},
	{"trail", true, regexp.MustCompile(`(?m)[^\s] +$`)},
	{"markspace", true, regexp.MustCompile(han + ` [，、]`)},
	{"space", false, regexp.MustCompile(`(?:` + han + ` [0-9]|[0-9] ` + han + `)`)},
	{"quote", false, regexp.MustCompile(`"`)},
	{"indent kept", true, regexp.MustCompile(`(?m)^(?:　　|    )`)},
}

func TestFaultsAreThere(t *testing.T) {
	total := map[string]int{}
	for _, p := range readPages(t) {
		for _, f := range marksOfFaults {
			n, want := len(f.look.FindAllString(p.text, -1)), p.meta.Faults[f.fault]
			if f.fault == "quote" {
				n /= 2
			}
			if f.exact && n != want || n < want {
				t.Errorf("%s: %d places look like %q, the meta file says %d", p.name, n, f.fault, want)
			}
		}
		for fault, n := range p.meta.Faults {
			if strings.HasPrefix(p.name, "bulletin/") {
				total[fault] += n
			}
		}
	}
	for _, fault := range []string{"space", "comma", "colon", "semicolon", "query", "bang", "stop", "bracket", "quote", "wide", "radical",
		"dash", "trail", "markspace", "indent lost", "indent kept", "beside a photo", "paragraph cut by a blank line",
		"no blank line before a paragraph", "title over two lines", "title glued to the body", "headline displaced", "headline missing",
		"byline on its own", "byline in two lines", "byline behind the last stop", "byline in the lead", "byline in brackets", "jump",
		"caption inside a body", "furniture inside a body"} {
		if total[fault] == 0 {
			t.Errorf("no page of the bulletin has %q", fault)
		}
	}
}

// The layout faults, found in the raw lines and their junctions.
func TestLayoutFaultsAreThere(t *testing.T) {
	for _, p := range readPages(t) {
		cuts := 0
		last := -1
		for i, l := range p.lines {
			if strings.TrimSpace(l) == "" {
				continue
			}
			if last >= 0 && p.joins[last] && i > last+1 {
				cuts++
			}
			last = i
		}
		if cuts != p.meta.Faults["paragraph cut by a blank line"] {
			t.Errorf("%s: %d paragraphs are cut by a blank line, the meta file says %d", p.name, cuts, p.meta.Faults["paragraph cut by a blank line"])
		}
		missing := 0
		for _, a := range p.truth.Articles {
			if a.Headline == "" {
				missing++
			}
		}
		if missing != p.meta.Faults["headline missing"] {
			t.Errorf("%s: %d stories have no headline, the meta file says %d", p.name, missing, p.meta.Faults["headline missing"])
		}
		for _, keep := range []string{"PM2.5", "28.5微克", "37.5℃", "1.8米"} {
			if inTruth, inRaw := strings.Count(pretty(p.truth), keep), strings.Count(strings.ReplaceAll(p.text, " ", ""), keep); inRaw > inTruth {
				t.Errorf("%s: %q stands %d times in the raw text and %d times in the truth", p.name, keep, inRaw, inTruth)
			}
		}
	}
}

// The headline of the first story of the first page stands after the body of the third one.
func TestFirstHeadlineStandsAfterThirdBody(t *testing.T) {
	for _, p := range readPages(t) {
		if p.name != "bulletin/612-1" {
			continue
		}
		line := func(text string) int {
			for i, l := range p.lines {
				if l == text {
					return i
				}
			}
			t.Fatalf("no line %q", text)
			return 0
		}
		a := p.truth.Articles
		head := line(a[0].Headline)
		if third := line(a[2].Headline); head < third {
			t.Errorf("the first headline stands in line %d, before the third one in line %d", head, third)
		}
		if fourth := line(a[3].Headline); head > fourth {
			t.Errorf("the first headline stands in line %d, after the fourth one in line %d", head, fourth)
		}
	}
}

// Lines that run on are as wide as a newspaper column: 11 to 17 em and one for a mark pushed in, less
// only beside a photo; the held-out pages have columns up to 28 em. Figures that came out
// full-width are counted as they were set.
func TestMeasures(t *testing.T) {
	for _, p := range readPages(t) {
		widest := 18.0
		if strings.HasPrefix(p.name, "heldout/") {
			widest = 29
		}
		body, narrow := 0, 0
		for i, l := range p.lines {
			if !p.joins[i] || !strings.ContainsAny(l, "，。、：；“”") {
				continue
			}
			body++
			em := script.Em([]rune(strings.Trim(l, " 　")))
			if em > widest+2 { // spaces and half-width marks of the extraction change the width by a little
				t.Errorf("%s, line %d: %.1f em: %s", p.name, i+1, em, l)
			}
			if em < 7 {
				narrow++
			}
		}
		if narrow*20 > body {
			t.Errorf("%s: %d of %d lines are narrower than 7 em", p.name, narrow, body)
		}
	}
}
