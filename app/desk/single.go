package desk

import (
	"fmt"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Cleaned is one file cleaned without a library.
type Cleaned struct {
	Raw  source.Raw
	Page bulletin.Page
	text *revision.Text

	account bulletin.Account
}

// CleanFile reads a page and makes its first draft; nothing is kept.
func CleanFile(name string, b []byte, enc source.Encoding) (Cleaned, error) {
	raw, err := source.Read(b, source.Options{Name: name, Encoding: enc})
	if err != nil {
		return Cleaned{}, err
	}
	draft := clean.Draft(raw, clean.Profile{})
	text, err := revision.Load(raw.Text, draft.Revisions)
	if err != nil {
		return Cleaned{}, err
	}
	return Cleaned{Raw: raw, Page: text.Page(), text: text, account: draft.Account}, nil
}

// JSON is the page in the form that is documented in docs/json.md.
func (c Cleaned) JSON() ([]byte, error) { return export.PageJSON(c.Page) }

// Plain is the page as plain text: its articles, then the tray and the furniture.
func (c Cleaned) Plain(l say.Lang) string {
	var b strings.Builder
	for _, a := range c.Page.Articles {
		for _, k := range []bulletin.Kind{bulletin.Kicker, bulletin.Headline, bulletin.Subheadline} {
			if s := a.Of(k); s != "" {
				fmt.Fprintf(&b, "【%s】%s\n", wording.Kind(k).In(l), s)
			}
		}
		for _, x := range a.Blocks {
			if !x.Kind.Title() {
				fmt.Fprintf(&b, "【%s】%s\n", wording.Kind(x.Kind).In(l), x.Text)
			}
		}
		b.WriteByte('\n')
	}
	for _, x := range c.Page.Tray {
		fmt.Fprintf(&b, "【%s】%s\n", say.T("待归区", "tray").In(l), x.Text)
	}
	for _, x := range c.Page.Furniture {
		fmt.Fprintf(&b, "【%s】%s\n", wording.Kind(bulletin.Furniture).In(l), x.Text)
	}
	return b.String()
}

// Normalize is a line after the rules of typography of class A, by itself.
func Normalize(line string) string { return rule.Line(line) }

// Formats are the ids of the formats that articles and issues can be exported to.
func Formats() []string {
	var ids []string
	for _, f := range export.Formats {
		ids = append(ids, f.ID)
	}
	return ids
}
