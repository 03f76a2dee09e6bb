package desk

import (
	"context"
	"fmt"
	"io"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/clean/layout"
	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Cleaned is one file cleaned without a library: its pages in their order.
type Cleaned struct {
	Left  error // what of the file could not be read, in words; nil where all could
	pages []cleanedPage
}

type cleanedPage struct {
	raw  source.Raw
	page bulletin.Page
	text *revision.Text

	account bulletin.Account
	unfit   []layout.Warning
}

// CleanFile reads a file and makes the first draft of its pages; nothing is kept. When ctx is cancelled
// it returns at once.
func CleanFile(ctx context.Context, b []byte, opt source.Options) (Cleaned, error) {
	raws, err := source.Read(ctx, b, opt)
	if err != nil {
		return Cleaned{}, err
	}
	c := Cleaned{Left: raws[0].Left}
	for _, raw := range raws {
		p, err := within(ctx, func() (cleanedPage, error) {
			draft := clean.Draft(raw, clean.Profile{})
			text, err := revision.Load(raw.Text, draft.Revisions)
			if err != nil {
				return cleanedPage{}, err
			}
			return cleanedPage{raw, text.Page(), text, draft.Account, draft.Warnings}, nil
		})
		if err != nil {
			return Cleaned{}, err
		}
		c.pages = append(c.pages, p)
	}
	return c, nil
}

// Form is how a file that was cleaned is shown.
type Form uint8

// The forms of a file that was cleaned.
const (
	AsText    Form = iota // for people: page by page the articles, then the tray and the furniture
	AsJSON                // one object, whatever pages it has: docs/json.md
	AsReasons             // why cleaning decided as it did: of each junction of two lines, each block, each edit
)

// Write writes the file in a form, and what is said in it in the language l. Its errors are those of w.
func (c Cleaned) Write(w io.Writer, f Form, l say.Lang) error {
	if f == AsJSON {
		var pages []bulletin.Page
		var warnings []string
		for _, p := range c.pages {
			pages = append(pages, p.page)
			for _, t := range p.warnings() {
				warnings = append(warnings, t.In(l))
			}
		}
		return export.Pages(w, pages, warnings)
	}
	for _, p := range c.pages {
		text := p.plain
		if f == AsReasons {
			text = p.explain
		}
		if _, err := io.WriteString(w, text(l)); err != nil {
			return err
		}
	}
	return nil
}

func (c cleanedPage) plain(l say.Lang) string {
	var b strings.Builder
	for _, a := range c.page.Articles {
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
	for _, x := range c.page.Tray {
		fmt.Fprintf(&b, "【%s】%s\n", say.T("待归区", "tray").In(l), x.Text)
	}
	for _, x := range c.page.Furniture {
		fmt.Fprintf(&b, "【%s】%s\n", wording.Kind(bulletin.Furniture).In(l), x.Text)
	}
	return b.String()
}
