package clean

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/source"
)

func plain(text string) source.Raw { return source.Raw{Text: []rune(text)} }

// drafted is a page as its first draft leaves it.
func drafted(t *testing.T, text string, p Profile) (bulletin.Page, Result) {
	t.Helper()
	raw := plain(text)
	r := Draft(raw, p)
	log, err := revision.Load(raw.Text, r.Revisions)
	if err != nil {
		t.Fatalf("the draft does not fit its page: %v", err)
	}
	return log.Page(), r
}

// accounted fails unless every raw character is live in exactly one block or dead under a rule's name,
// the revisions are numbered from 1, and replaying them gives the same page again.
func accounted(t *testing.T, text string) {
	t.Helper()
	raw := plain(text)
	before := slices.Clone(raw.Text)
	r := Draft(raw, Profile{})
	if !slices.Equal(before, raw.Text) {
		t.Fatal("the raw text was changed")
	}
	for n, rev := range r.Revisions {
		if rev.N != n+1 || rev.Author.Rule == "" || rev.Author.Person != 0 {
			t.Fatalf("revision %d has number %d and author %+v", n+1, rev.N, rev.Author)
		}
	}
	log, err := revision.Load(raw.Text, r.Revisions)
	if err != nil {
		t.Fatalf("the draft does not fit its page: %v", err)
	}
	seen := make([]int, len(raw.Text))
	for _, b := range log.Blocks() {
		for _, s := range b.Spans {
			for k := s.From; s.Origin == 0 && k < s.To; k++ {
				seen[k]++
			}
		}
		if b.Break.Origin == 0 && int(b.Break.Index) < len(seen) {
			seen[b.Break.Index]++
		}
	}
	named := make([]bool, len(raw.Text))
	for _, rev := range r.Revisions {
		for _, op := range rev.Ops {
			if op.Kind != revision.Delete {
				continue
			}
			for _, s := range op.Spans {
				for k := s.From; s.Origin == 0 && k < s.To; k++ {
					named[k] = true
				}
			}
		}
	}
	for k, n := range seen {
		if n > 1 || n == 1 == named[k] {
			t.Fatalf("character %d, %q: live %d times, deleted %v", k, raw.Text[k], n, named[k])
		}
	}
	again := Draft(plain(text), Profile{})
	if len(again.Revisions) != len(r.Revisions) {
		t.Fatal("a second draft of the same page differs")
	}
	for n := range r.Revisions {
		if len(again.Revisions[n].Ops) != len(r.Revisions[n].Ops) {
			t.Fatalf("revision %d differs in a second draft", n+1)
		}
	}
}

var pages = []struct{ name, text string }{
	{"empty", ""},
	{"white", " \n\u3000\n\t\n"},
	{"one character", "字"},
	{"breaks of all kinds", "一行\r\n二行\r三行\f四行\u2028五行\n"},
	{"byte order mark and joiners", "\uFEFF本报讯 春天\u200b来了。\u00AD\n"},
	{"unfinished jump", "话说（下转第\n二版）\n"},
	{"credit alone", "记者 林小满\n"},
	{"lead alone", "本报讯（记者 林小满）\n"},
	{"only marks", "。。。\n，，，\n（（（\n"},
	{"caption between", "河边的柳树一夜之间全绿了，孩子们放下书包就往堤\n\n图为堤上的孩子。 林小满 摄\n\n上跑，风筝飞得比屋顶还高。\n"},
	{"bracket run", strings.Repeat("（", 500)},
}

func TestEveryCharacterIsAccountedFor(t *testing.T) {
	for _, c := range pages {
		t.Run(c.name, func(t *testing.T) { accounted(t, c.text) })
	}
}

func TestGeneratedPagesAreAccountedFor(t *testing.T) {
	for seed := uint64(1); seed <= 12; seed++ {
		accounted(t, compose(seed).raw)
	}
}

func TestCorpusPagesAreAccountedFor(t *testing.T) {
	for _, f := range corpus(t) {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		accounted(t, string(text))
	}
}

// corpus is the raw pages that lie beside the repository.
func corpus(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, track := range []string{"seed", "page/*", "mixed/*", "ocr/*", "latin/*"} {
		found, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", track, "raw.txt"))
		all = append(all, found...)
	}
	if len(all) == 0 {
		t.Skip("no corpus beside the repository")
	}
	return all
}

// A clean article, a paragraph a line with empty lines between, needs nothing but Marks and the empty
// lines' deletion; drafting what came out changes no character.
func TestCleanArticleStays(t *testing.T) {
	text := "柳湾渔港迎来开渔季\n\n本报讯 8月16日正午，柳湾渔港一百二十艘渔船鸣笛出海，码头上锣鼓喧天。\n\n渔民们说，休渔三个半月，网补好了，船也漆过了，就等这一天。今年的头一网，大家都盼着是黄鱼。\n\n记者 林小满\n"
	page, _ := drafted(t, text, Profile{})
	if len(page.Articles) != 1 || len(page.Tray) > 0 || len(page.Furniture) > 0 {
		t.Fatalf("articles %d, tray %v, furniture %v", len(page.Articles), page.Tray, page.Furniture)
	}
	a := page.Articles[0]
	for _, c := range []struct {
		kind bulletin.Kind
		want string
	}{
		{bulletin.Headline, "柳湾渔港迎来开渔季"},
		{bulletin.Dateline, "本报讯"},
		{bulletin.Byline, "记者 林小满"},
	} {
		if got := a.Of(c.kind); got != c.want {
			t.Errorf("%v: %q, want %q", c.kind, got, c.want)
		}
	}
	if got := a.Texts(bulletin.Paragraph); len(got) != 2 || !strings.HasPrefix(got[0], "8月16日") {
		t.Errorf("paragraphs: %q", got)
	}
}

// A rule that is switched off leaves nothing under its name, and what it would have done undone.
func TestSwitchedOff(t *testing.T) {
	text := compose(3).raw
	for _, id := range layoutRules {
		r := Draft(plain(text), Profile{Off: map[string]bool{id: true}})
		for _, rev := range r.Revisions {
			if rev.Author.Rule == id {
				t.Errorf("%s is off and has %d operations", id, len(rev.Ops))
			}
		}
		if _, err := revision.Load([]rune(text), r.Revisions); err != nil {
			t.Errorf("without %s: %v", id, err)
		}
	}
	page, _ := drafted(t, "本报讯 （记者 林小满）天晴了。 记者 周一航\n", Profile{Off: map[string]bool{"L5": true}})
	if got := page.Articles[0].Of(bulletin.Byline); got != "" {
		t.Errorf("a byline without L5: %q", got)
	}
}

func FuzzDraft(f *testing.F) {
	for _, c := range pages {
		f.Add(c.text)
	}
	f.Add(compose(1).raw)
	f.Add(strings.Join(strings.Split(compose(2).raw, "\n")[:20], "\r\n"))
	f.Add("By Ann Poe\nLOWTON, May 3 — A new bridge is to be\nbuilt across the river, the coun-\ncil said.\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		accounted(t, text)
	})
}

// The measures of a house are weighed for every line, and spoil nothing where the page has others.
func TestMeasuresOfTheHouse(t *testing.T) {
	raw := plain(compose(11).raw)
	a := analyse(raw, Profile{Measures: []int{29, 13, 29}})
	for i, m := range a.page.Offered {
		if !slices.Contains(m, 58) || !slices.Contains(m, 26) || len(m) > 7 {
			t.Fatalf("line %d: measures %v", i, m)
		}
	}
	plain := analyse(raw, Profile{})
	wrong := 0
	for i := range plain.reading.Roles {
		if plain.reading.Roles[i].Next() != a.reading.Roles[i].Next() {
			wrong++
		}
	}
	if wrong*20 > len(plain.reading.Roles) {
		t.Errorf("measures that the page does not have changed %d of %d junctions", wrong, len(plain.reading.Roles))
	}
}
