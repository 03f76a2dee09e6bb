package export

import (
	"encoding/json"
	"io"

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

func pageOf(p bulletin.Page) page {
	j := page{Articles: []article{}, Furniture: []string{}}
	for _, a := range p.Articles {
		j.Articles = append(j.Articles, articleOf(a))
	}
	for _, b := range p.Tray {
		kind := b.Kind
		if kind == bulletin.Line {
			kind = bulletin.Paragraph // text that nobody has placed; articles count it so, too
		}
		j.Tray = append(j.Tray, loose{kind.String(), b.Text})
	}
	for _, b := range p.Furniture {
		j.Furniture = append(j.Furniture, b.Text)
	}
	return j
}

func jsonArticle(out *printer, a bulletin.Article) { out.json(articleOf(a)) }

func jsonIssue(out *printer, i bulletin.Issue) {
	j := issue{Publication: i.Publication, Number: i.Number, Date: i.Date, Pages: []page{}}
	for _, l := range i.Leaves {
		p := pageOf(l.Page)
		p.Number, p.Section = l.Number, l.Section
		j.Pages = append(j.Pages, p)
	}
	out.json(j)
}

// Pages writes pages that are in no issue, those of one file, as one JSON object: their articles, trays
// and furniture in the order of the pages, and warnings about what they are not fit for. It is what
// "clean --json" prints; its errors are those of w.
func Pages(w io.Writer, pages []bulletin.Page, warnings []string) error {
	all := page{Articles: []article{}, Furniture: []string{}, Warnings: warnings}
	for _, p := range pages {
		one := pageOf(p)
		all.Articles = append(all.Articles, one.Articles...)
		all.Tray = append(all.Tray, one.Tray...)
		all.Furniture = append(all.Furniture, one.Furniture...)
	}
	out := &printer{w: w}
	out.json(all)
	return out.err
}

func (p *printer) json(v any) {
	if p.err != nil {
		return
	}
	e := json.NewEncoder(p.w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	p.err = e.Encode(v)
}
