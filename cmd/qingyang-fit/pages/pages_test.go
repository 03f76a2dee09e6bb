package pages

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"qingyang/app/script"
)

// texts are the styles that have a text of their own, styles all of them.
var (
	texts  = []string{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P"}
	styles = append(slices.Clone(texts), Between)
)

func draw(t *testing.T, style, track string, seed, number int) *Page {
	t.Helper()
	st, err := StyleNamed(style)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Draw(st, track, seed, number, 0)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// each calls f with some pages of every style and track.
func each(t *testing.T, seed, n int, f func(t *testing.T, p *Page)) {
	for _, style := range styles {
		for _, track := range Tracks {
			for number := 1; number <= n; number++ {
				p := draw(t, style, track, seed, number)
				t.Run(style+"/"+p.Name, func(t *testing.T) { f(t, p) })
			}
		}
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	each(t, 5, 6, func(t *testing.T, p *Page) {
		number, _ := strconv.Atoi(p.Name[strings.LastIndex(p.Name, "-")+1:])
		q := draw(t, p.style.Name, p.track, 5, number)
		if p.Raw != q.Raw || p.Junctions != q.Junctions || !reflect.DeepEqual(p.Truth, q.Truth) || !reflect.DeepEqual(p.Meta, q.Meta) {
			t.Errorf("%s of seed 5 is another page the second time", p.Name)
		}
		if r := draw(t, p.style.Name, p.track, 6, number); r.Raw == p.Raw {
			t.Errorf("%s of seed 6 is that of seed 5", p.Name)
		}
	})
}

// plain maps the radicals of the noise back to their characters.
func plain(r rune) rune {
	for c, rad := range radicals {
		if rad == r {
			return c
		}
	}
	return r
}

func fields(v Truth) (all []string) {
	for _, a := range v.Articles {
		all = append(all, a.Kicker, a.Headline, a.Subheadline, a.Byline, a.Dateline)
		all = append(append(all, a.Paragraphs...), a.Captions...)
	}
	return append(all, v.Furniture...)
}

// Every Han character of the raw text stands in the truth, and the other way round, as often. On
// pages that a recogniser read that holds for pages without a wrong character only.
func TestTruthHoldsTheRawText(t *testing.T) {
	each(t, 11, 25, func(t *testing.T, p *Page) {
		if p.track == "ocr" {
			t.Skip("read by a recogniser")
		}
		count := map[rune]int{}
		for _, r := range p.Raw {
			if r = plain(r); script.IsHan(r) {
				count[r]++
			}
		}
		known := fields(p.Truth)
		for _, a := range p.articles {
			if a.by != nil {
				known = append(known, a.by.label)
			}
		}
		for _, f := range known {
			for _, r := range f {
				if script.IsHan(r) {
					count[r]--
				}
			}
		}
		for _, a := range p.articles { // a label stands in no block: 文/
			if a.by != nil && a.byMark == p.look.writerMark {
				for _, r := range a.byMark {
					if script.IsHan(r) {
						count[r]--
					}
				}
			}
		}
		for r, n := range count {
			if n != 0 {
				t.Errorf("%q stands %+d times more in the raw text than in the truth", r, n)
			}
		}
	})
}

// Where a junction says join, the characters on both sides of it are neighbours in some block.
func TestJunctionsJoinNeighbours(t *testing.T) {
	each(t, 17, 15, func(t *testing.T, p *Page) {
		if p.track == "ocr" {
			t.Skip("read by a recogniser")
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(p.Raw), "\n")
		for i, l := range lines {
			lines[i] = strings.Map(func(r rune) rune {
				if unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200d\ufeff\u00ad", r) {
					return -1
				}
				return plain(r)
			}, l)
		}
		all := strings.NewReplacer(" ", "", "　", "").Replace(strings.Join(fields(p.Truth), "\n"))
		joins := 0
		for row := range strings.Lines(p.Junctions) {
			f := strings.Fields(row)
			a, _ := strconv.Atoi(f[0])
			b, _ := strconv.Atoi(f[1])
			if b <= a || lines[a-1] == "" || lines[b-1] == "" {
				t.Fatalf("row %q: no such lines", row)
			}
			for k := a; k < b-1; k++ {
				if strings.Trim(lines[k], "*~～—=-") != "" && len([]rune(lines[k])) > 2 {
					t.Errorf("row %q leaves out %q", row, lines[k])
				}
			}
			x, y := []rune(lines[a-1]), []rune(lines[b-1])
			if f[2] == "join" && script.IsHan(x[len(x)-1]) && script.IsHan(y[0]) {
				if joins++; !strings.Contains(all, string([]rune{x[len(x)-1], y[0]})) {
					t.Errorf("%q and %q are joined, but no block has %c%c", lines[a-1], lines[b-1], x[len(x)-1], y[0])
				}
			}
		}
		if joins < 10 && p.track != "latin" {
			t.Errorf("only %d joins", joins)
		}
	})
}

// Everything that a page may have comes up in some hundred pages of each style.
func TestTraitsComeUp(t *testing.T) {
	for _, style := range styles {
		seen := map[string]int{}
		for _, track := range Tracks {
			for n := 1; n <= 100; n++ {
				for _, x := range draw(t, style, track, 23, n).Meta.Traits {
					seen[x]++
				}
			}
		}
		st, _ := StyleNamed(style)
		want := []string{"displaced-title", "titles-on-one-line", "titles-by-turns", "inset", "beside-photo", "own-measure", "jump-to", "jump-from", "no-headline",
			"run-in-head", "letterspaced-head", "standing-column", "furniture-inside", "section-heads", "byline-above", "byline-under", "byline-end", "byline-tail",
			"byline-brackets", "byline-lead", "byline-two-lines", "capitals", "drop-cap", "cut-line", "advert", "weather", "imprint", "rule", "foot.folio"}
		if len(style) > 1 || style > "B" {
			want = append(want, "byline-foot", "byline-told", "lead-marked", "upright-title")
		}
		if style == "E" || style >= "G" || len(style) > 1 {
			want = append(want, "byline-front", "byline-beside", "writer-marked", "wide-gaps")
		}
		if style >= "F" || len(style) > 1 {
			want = append(want, "signed-below")
		}
		for _, s := range st.stories {
			want = append(want, "kind-"+s.kind)
		}
		for _, x := range want {
			if seen[x] == 0 {
				t.Errorf("style %s: no page has %s", style, x)
			}
		}
	}
}

var slots = regexp.MustCompile(`\{[^}]*\}`)

// What one style teaches must not be known to those that judge it: the stories of two styles share no sentence.
func TestStylesShareNoText(t *testing.T) {
	sentences := func(style string) map[string]bool {
		st, err := StyleNamed(style)
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]bool{}
		for _, s := range st.stories {
			for _, q := range append([]part{{0, s.title}}, s.parts...) {
				for _, x := range strings.FieldsFunc(q.text, func(r rune) bool { return strings.ContainsRune("。？！", r) }) {
					if bare := slots.ReplaceAllString(x, ""); q.mark != '-' && (len([]rune(bare)) >= 8 && !s.latin || len(bare) >= 24) {
						m[x] = true
					}
				}
			}
		}
		return m
	}
	first := map[string]string{}
	for _, style := range texts {
		all := sentences(style)
		if len(all) < 300 {
			t.Fatalf("only %d sentences in style %s", len(all), style)
		}
		for s := range all {
			if other, ok := first[s]; ok {
				t.Errorf("%q stands in styles %s and %s", s, other, style)
			}
			first[s] = style
		}
	}
}

// There is text enough: the share of pages that repeat a story stays small.
func TestTextEnough(t *testing.T) {
	for _, style := range styles {
		st, err := StyleNamed(style)
		if err != nil {
			t.Fatal(err)
		}
		zh, en := 0, 0
		titles := map[string]bool{}
		for _, s := range st.stories {
			if titles[s.title+s.parts[0].text] {
				t.Errorf("style %s has %q twice", style, s.title)
			}
			titles[s.title+s.parts[0].text] = true
			if s.latin {
				en++
			} else {
				zh++
			}
		}
		if zh < 75 || en < 20 {
			t.Errorf("style %s: %d Chinese and %d English stories, want 75 and 20", style, zh, en)
		}
	}
}

func TestWording(t *testing.T) {
	w := (&words{d: newDice("test", 1, 1, 0), sets: wording{"name": {"林{x=given}"}, "given": {"一", "二"}}, page: map[string]string{"town": "石桥"}}).bound()
	if got := w.fill("{town}{a=given}{a}{甲|甲}{7-7:3}{-3--3}"); got != "石桥一一甲007-3" && got != "石桥二二甲007-3" {
		t.Errorf("%q", got)
	}
	defer func() {
		if r := recover(); r == nil || !strings.Contains(fmt.Sprint(r), "nobody") {
			t.Errorf("a set that does not exist: %v", r)
		}
	}()
	w.fill("{nobody}")
}

func TestSetting(t *testing.T) {
	for _, c := range []struct {
		name, in string
		s        setter
		em       int
		want     string
	}{
		{"a mark takes its character along", "秋天到了，雁来了。", setter{}, 4, "秋天到|了，雁来|了。"},
		{"a mark is squeezed in beside others", "“好”，他说。走了", setter{squeeze: true}, 5, "“好”，他|说。走了"},
		{"a mark hangs", "秋天到了，雁来了", setter{hang: true}, 4, "秋天到了，|雁来了"},
		{"no opening mark ends a line", "他笑着（小声）", setter{}, 4, "他笑着|（小声）"},
		{"a number stays whole", "全长1286米", setter{whole: true}, 3, "全长|1286米"},
		{"a number is cut", "全长1286米", setter{}, 3, "全长12|86米"},
		{"a dash stays whole", "三个字——走", setter{}, 4, "三个字|——走"},
		{"words", "the council met", setter{latin: true}, 4, "the|council|met"},
		{"a cut word", "the council met", setter{latin: true, hyphen: true}, 4, "the coun-|cil met"},
		{"a hyphen of its own", "a well-known man", setter{latin: true}, 4, "a well-|known|man"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines, ok := c.s.set(newBlock(paragraph, c.in).ink(), 0, func() (int, bool) { return c.em * em, true })
			var got []string
			for _, l := range lines {
				got = append(got, written(l.ink))
			}
			if s := strings.Join(got, "|"); !ok || s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}

func TestCutApart(t *testing.T) {
	f := func(x0, x1, y0, y1 int) *frame { return &frame{x0: x0, x1: x1, y0: y0, y1: y1} }
	title, left, right, below := f(0, 220, 0, 2), f(0, 100, 3, 20), f(120, 220, 3, 20), f(0, 220, 22, 30)
	if got := cutApart([]*frame{below, right, left, title}, false); !slices.Equal(got, []*frame{title, left, right, below}) {
		t.Error("two columns between what runs over both are not read from the left")
	}
}

// The English of a page is of one paper, as its Chinese is: a gazette prints no police report.
func TestEnglishPagesAreOfOnePaper(t *testing.T) {
	own := map[string]int{}
	for n := 1; n <= 30; n++ {
		p := draw(t, "K", "latin", 3, n)
		house := p.words.page["house"]
		if !slices.Contains(p.style.abroad, house) {
			t.Fatalf("page %d is of %q", n, house)
		}
		own[house]++
		for _, a := range p.articles {
			if a.house != house && a.house != "common" {
				t.Errorf("page %d is of %q and prints %q of %q", n, house, a.title, a.house)
			}
		}
	}
	if len(own) < 3 {
		t.Errorf("pages are of %v only", own)
	}
}
