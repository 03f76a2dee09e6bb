package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Tracks are the kinds of pages: set text, text read by a recogniser, Chinese with much Latin in it,
// and English.
var Tracks = []string{"page", "ocr", "mixed", "latin"}

// Page is one raw page with its truth.
type Page struct {
	Name      string
	Raw       string // the file: line ends and a byte order mark as the page has them
	Truth     Truth
	Junctions string // rows of junctions.tsv
	Meta      Meta

	d        dice
	track    string
	style    *Style
	words    *words
	look     look
	ways     ways
	articles []*article
	frames   []*frame
	band     int
	bottom   int
	used     map[int]bool
	said     map[string]bool // paragraphs of no story's own that the page has
	brief    string
	more     int // briefs that follow in a row
	dry      bool
	traits   map[string]bool
}

// Meta is meta.json.
type Meta struct {
	Track  string   `json:"track"`
	Grade  string   `json:"grade"`
	Note   string   `json:"note"`
	Style  string   `json:"style"`
	Seed   int      `json:"seed"`
	Traits []string `json:"traits"`
}

// Draw makes page number of a seed: the same arguments give the same bytes, on any machine. try
// counts from 0; another try is another page (for pages that a scorer can't align with themselves).
// A page takes about a millisecond for each 2,000 characters; any goroutine may call it.
func Draw(st *Style, track string, seed, number, try int) (*Page, error) {
	if !slices.Contains(Tracks, track) {
		return nil, fmt.Errorf("no track is called %q", track)
	}
	var last error
	for n := range 300 {
		p := &Page{Name: fmt.Sprintf("%s-%03d", track, number), d: newDice(st.Name+"/"+track, seed, number, try*300+n), track: track, style: st,
			used: map[int]bool{}, said: map[string]bool{}, traits: map[string]bool{}}
		if last = p.draw(seed); last == nil {
			return p, nil
		}
	}
	return nil, fmt.Errorf("page %d of seed %d: %w", number, seed, last)
}

func (p *Page) draw(seed int) error {
	p.style = p.style.blend(p.d)
	if p.track == "latin" && len(p.style.abroad) > 0 {
		of := *p.style
		of.houses, p.style = of.abroad, &of
	}
	p.words = &words{d: p.d, sets: p.style.words, page: drawDay(p.d, p.style.since, 0), own: map[string]string{}}
	house := p.d
	if p.style.House > 0 {
		house = newDice(p.style.Name+"/"+p.track+"/house", p.style.House, 0, 0)
	}
	p.words.d = house
	p.words.settle(p.style, "town", "county", "paper", "en.town", "en.paper")
	if p.style.words["gap"] != nil { // whether its credits spread a short name to the width of a long one
		p.words.page["gap"] = p.words.say("gap")
	}
	p.words.d = p.d
	p.words.date(p.style)
	p.look = drawLook(house, p.style, p.track)
	p.ways = drawWays(house, p.style, p.track, p.look.layout)
	p.layout()
	if len(p.articles) == 0 {
		return fmt.Errorf("no stories")
	}
	ls := p.raw(p.order())
	p.noise(ls)
	if p.track == "ocr" {
		ls = p.misread(ls)
	}
	if err := p.account(ls); err != nil {
		return err
	}
	p.Raw, p.Truth, p.Junctions = p.encode(ls), p.truth(ls), junctions(ls)
	p.Meta = Meta{Track: p.track, Grade: "easy", Style: p.style.Name, Seed: seed}
	for t := range p.traits {
		p.Meta.Traits = append(p.Meta.Traits, t)
	}
	slices.Sort(p.Meta.Traits)
	if w := p.ways; w.indent == "lost" && w.gapPara < 0.5 || w.blank == "every" || w.titles != "near" && w.order == "made" {
		p.Meta.Grade = "hard"
	}
	p.Meta.Note = fmt.Sprintf("drawn; %s, %d columns of %.1f em; order %s, blank %s, indent %s", p.look.layout, p.look.columns,
		float64(p.look.measure)/em, p.ways.order, p.ways.blank, p.ways.indent)
	return nil
}

func (p *Page) trait(name string) { p.traits[name] = true }

// away are the words of another page of the same issue.
func (p *Page) away() *words {
	n := p.d.between(1, 12)
	return p.words.elsewhere(pageNumber(n))
}

func pageNumber(n int) map[string]string {
	return map[string]string{"P": fmt.Sprint(n), "P2": fmt.Sprintf("%02d", n), "Pz": inWords(n)}
}

// drawDay draws the date and the number of a page: of 2001 to 2025, or from the year since on to 2023 or to before the year
// until.
func drawDay(d dice, since, until int) map[string]string {
	if until == 0 {
		until = 2024
	}
	t := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)
	if since == 0 {
		t = t.AddDate(0, 0, d.IntN(8800))
	} else {
		t = time.Date(since, 1, 1, 0, 0, 0, 0, time.UTC)
		t = t.AddDate(0, 0, d.IntN(int(time.Date(until, 1, 1, 0, 0, 0, 0, time.UTC).Sub(t).Hours()/24)))
	}
	day := pageNumber(d.between(1, 12))
	day["Y"], day["M"], day["D"] = fmt.Sprint(t.Year()), fmt.Sprint(int(t.Month())), fmt.Sprint(t.Day())
	day["M2"], day["D2"] = fmt.Sprintf("%02d", int(t.Month())), fmt.Sprintf("%02d", t.Day())
	day["W"] = []string{"日", "一", "二", "三", "四", "五", "六"}[t.Weekday()]
	day["Yz"], day["Mz"], day["Dz"] = figures(t.Year()), inWords(int(t.Month())), inWords(t.Day())
	day["Yr"] = inWords(t.Year() - 1911)
	day["Month"], day["Weekday"] = t.Month().String(), t.Weekday().String()
	return day
}

// Save writes the page as a folder of the corpus' format below dir: dir/TRACK/NAME/.
func (p *Page) Save(dir string) error {
	dir = filepath.Join(dir, p.track, p.Name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, b := range map[string][]byte{"raw.txt": []byte(p.Raw), "junctions.tsv": []byte(p.Junctions), "truth.json": indented(p.Truth), "meta.json": indented(p.Meta)} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}
