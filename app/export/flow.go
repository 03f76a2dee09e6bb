package export

import (
	"strconv"
	"strings"

	"qingyang/app/bulletin"
)

// part is a paragraph as it is printed: a block, or a paragraph with the lead that runs in with it.
type part struct {
	kind     bulletin.Kind
	dateline string // the lead's tag, "本报讯"
	byline   string // the credit that stands in brackets behind it
	text     string
}

// lead is what is printed before the text of a part: the tag, the bracket, and the house's
// separator, which is one space behind a bare tag and none behind a bracket.
func (p part) lead() string {
	switch {
	case p.byline != "":
		return p.dateline + "（" + p.byline + "）"
	case p.dateline != "" && p.text != "" && !strings.HasPrefix(p.text, "（"):
		return p.dateline + " "
	}
	return p.dateline
}

// stack are the titles of an article: "" where it has none of a kind.
func stack(a bulletin.Article) (kicker, headline, subheadline string) {
	return a.Of(bulletin.Kicker), a.Of(bulletin.Headline), a.Of(bulletin.Subheadline)
}

// flow is what follows the titles, in the order of print. A dateline, and a byline right behind it,
// run in with the paragraph that follows.
func flow(blocks []bulletin.Block) []part {
	var parts []part
	open := false // the last part is a lead that waits for its paragraph
	for _, b := range blocks {
		if b.Kind.Title() || b.Text == "" {
			continue
		}
		if n := len(parts); open {
			last := &parts[n-1]
			if b.Kind == bulletin.Byline && last.byline == "" {
				last.byline = b.Text
				continue
			}
			open = false
			if b.Kind == bulletin.Paragraph {
				last.text = b.Text
				continue
			}
		}
		if b.Kind == bulletin.Dateline {
			parts = append(parts, part{kind: bulletin.Paragraph, dateline: b.Text})
			open = true
			continue
		}
		parts = append(parts, part{kind: b.Kind, text: b.Text})
	}
	return parts
}

// masthead is the first line of an issue: "苇港报 第12期 2026-03-02".
func masthead(i Issue) string {
	var words []string
	for _, s := range []string{i.Publication, number(i.Number), i.Date} {
		if s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, " ")
}

// number is an issue's number as a reader knows it: a bare figure is written out.
func number(n string) string {
	if _, err := strconv.Atoi(n); err == nil {
		return "第" + n + "期"
	}
	return n
}

// pageName is what a page is called: "第2版 社区新闻".
func pageName(p Page) string {
	name := "第" + strconv.Itoa(p.Number) + "版"
	if p.Section != "" {
		name += " " + p.Section
	}
	return name
}
