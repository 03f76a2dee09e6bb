package export

import (
	"encoding/json"
	"io"
	"time"

	"qingyang/app/bulletin"
)

// The fields of the JSON are documented in docs/json.md; a field that is there once never changes
// its meaning.
type (
	article struct {
		Kicker      string   `json:"kicker"`
		Headline    string   `json:"headline"`
		Subheadline string   `json:"subheadline"`
		Byline      string   `json:"byline"`
		Dateline    string   `json:"dateline"`
		Paragraphs  []string `json:"paragraphs"`
		Captions    []string `json:"captions"`
		Changes     []change `json:"changes,omitempty"`
		Notes       []note   `json:"notes,omitempty"`
	}
	note struct {
		Kind  string `json:"kind"`
		State string `json:"state"`
		Quote string `json:"quote"`
		Words []word `json:"words"`
	}
	word struct {
		Person string `json:"person"`
		Time   string `json:"time"`
		Text   string `json:"text"`
	}
	change struct {
		Kind   string `json:"kind"`
		Before string `json:"before"`
		After  string `json:"after"`
		Person string `json:"person,omitempty"`
		Rule   string `json:"rule,omitempty"`
		Time   string `json:"time"`
		Place  int    `json:"place"`
	}
	loose struct {
		Kind string `json:"kind"`
		Text string `json:"text"`
	}
	page struct {
		Number    int       `json:"number,omitempty"`
		Section   string    `json:"section,omitempty"`
		Articles  []article `json:"articles"`
		Tray      []loose   `json:"tray,omitempty"`
		Furniture []string  `json:"furniture"`
		Warnings  []string  `json:"warnings,omitempty"`
	}
	issue struct {
		Publication string `json:"publication"`
		Number      string `json:"number"`
		Date        string `json:"date"`
		Pages       []page `json:"pages"`
	}
)

func articleOf(a bulletin.Article) article {
	j := article{
		Byline: a.Of(bulletin.Byline), Dateline: a.Of(bulletin.Dateline),
		Paragraphs: []string{}, Captions: append([]string{}, a.Texts(bulletin.Caption)...),
	}
	j.Kicker, j.Headline, j.Subheadline = stack(a)
	for _, b := range a.Blocks {
		if b.Kind == bulletin.Paragraph || b.Kind == bulletin.Line {
			j.Paragraphs = append(j.Paragraphs, b.Text)
		}
	}
	return j
}

func storyOf(s Story, changes bool) article {
	j := articleOf(s.Article)
	if changes {
		for _, c := range s.Changes {
			j.Changes = append(j.Changes, change{c.Kind, c.Before, c.After, c.Person, c.Rule, c.Time.UTC().Format(time.RFC3339), c.Place})
		}
	}
	for _, n := range s.Notes {
		one := note{n.Kind, n.State, n.Quote, []word{}}
		for _, w := range n.Words {
			one.Words = append(one.Words, word{w.Person, w.Time.UTC().Format(time.RFC3339), w.Text})
		}
		j.Notes = append(j.Notes, one)
	}
	return j
}

func looseOf(blocks []bulletin.Block) (all []loose) {
	for _, b := range blocks {
		kind := b.Kind
		if kind == bulletin.Line {
			kind = bulletin.Paragraph // text that nobody has placed; articles count it so, too
		}
		all = append(all, loose{kind.String(), b.Text})
	}
	return all
}

func furnitureOf(blocks []bulletin.Block) []string {
	all := []string{}
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return all
}

func jsonStory(out *printer, s Story) { out.json(storyOf(s, out.changes)) }

func jsonIssue(out *printer, i Issue) {
	j := issue{Publication: i.Publication, Number: i.Number, Date: i.Date, Pages: []page{}}
	for _, p := range i.Pages {
		one := page{Number: p.Number, Section: p.Section, Articles: []article{}, Tray: looseOf(p.Tray), Furniture: furnitureOf(p.Furniture)}
		for _, s := range p.Stories {
			one.Articles = append(one.Articles, storyOf(s, out.changes))
		}
		j.Pages = append(j.Pages, one)
	}
	out.json(j)
}

// Pages writes pages that are in no issue, those of one file, as one JSON object: their articles, trays
// and furniture in the order of the pages, and warnings about what they are not fit for. It is what
// "clean --json" prints; its errors are those of w.
func Pages(w io.Writer, pages []bulletin.Page, warnings []string) error {
	all := page{Articles: []article{}, Furniture: []string{}, Warnings: warnings}
	for _, p := range pages {
		for _, a := range p.Articles {
			all.Articles = append(all.Articles, articleOf(a))
		}
		all.Tray = append(all.Tray, looseOf(p.Tray)...)
		all.Furniture = append(all.Furniture, furnitureOf(p.Furniture)...)
	}
	out := newPrinter(w, Options{})
	out.json(all)
	return out.err
}

func (p *printer) json(v any) {
	if p.err != nil {
		return
	}
	e := json.NewEncoder(p)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	p.err = e.Encode(v)
}
