package desk

import (
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/rule"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Cleaned is one file cleaned without a library: its pages in their order.
type Cleaned struct{ pages []cleanedPage }

type cleanedPage struct {
	raw  source.Raw
	page bulletin.Page
	text *revision.Text

	account bulletin.Account
}

// CleanFile reads a file and makes the first draft of its pages; nothing is kept. When ctx is cancelled
// it returns at once.
func CleanFile(ctx context.Context, name string, b []byte, enc source.Encoding) (Cleaned, error) {
	raws, err := source.Read(ctx, b, source.Options{Name: name, Encoding: enc})
	if err != nil {
		return Cleaned{}, err
	}
	var c Cleaned
	for _, raw := range raws {
		p, err := within(ctx, func() (cleanedPage, error) {
			draft := clean.Draft(raw, clean.Profile{})
			text, err := revision.Load(raw.Text, draft.Revisions)
			if err != nil {
				return cleanedPage{}, err
			}
			return cleanedPage{raw, text.Page(), text, draft.Account}, nil
		})
		if err != nil {
			return Cleaned{}, err
		}
		c.pages = append(c.pages, p)
	}
	return c, nil
}

// within does work on a goroutine of its own and waits for it, but no longer than ctx lasts: work that
// knows no context, and is pure, is left to itself then.
func within[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		v   T
		err error
	}
	done := make(chan result, 1)
	go func() {
		v, err := work()
		done <- result{v, err}
	}()
	select {
	case got := <-done:
		return got.v, got.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}

// warnings are what the page as a whole is not fit for.
func (c cleanedPage) warnings() []say.Text {
	var bad, private int
	for _, d := range c.raw.Damage {
		if d.Kind == source.Private {
			private++
		} else {
			bad++
		}
	}
	var all []say.Text
	if bad > 0 {
		all = append(all, say.T("有 %d 处字节按 %s 读不出来，以“\uFFFD”代替", "%d places could not be read as %s; “\uFFFD” stands there").With(bad, string(c.raw.Encoding)))
	}
	if private > 0 {
		all = append(all, say.T("有 %d 个造字，没有统一码", "%d characters are the layout program's own and have no Unicode").With(private))
	}
	return all
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

// Normalize is a line after the rules of typography of class A, by itself. Bytes that are no UTF-8 stay
// as they are: to the rules each is a character that means nothing.
func Normalize(line string) string {
	if utf8.ValidString(line) {
		return rule.Line(line)
	}
	base, ok := strange(line)
	if !ok {
		return line
	}
	in := make([]byte, 0, 2*len(line))
	for i, n := 0, 0; i < len(line); i += n {
		var r rune
		if r, n = utf8.DecodeRuneInString(line[i:]); r == utf8.RuneError && n == 1 {
			r = base + rune(line[i])
		}
		in = utf8.AppendRune(in, r)
	}
	out := make([]byte, 0, len(line))
	for _, r := range rule.Line(string(in)) {
		if r >= base && r <= base+0xFF {
			out = append(out, byte(r-base))
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// strange finds 256 private code points in a row of which the line has none, to stand for bytes.
func strange(line string) (base rune, ok bool) {
	for base = 0x10FF00; base >= 0x100000; base -= 0x100 {
		if strings.IndexFunc(line, func(r rune) bool { return r >= base && r <= base+0xFF }) < 0 {
			return base, true
		}
	}
	return 0, false
}

// Formats are the ids of the formats that articles and issues can be exported to.
var Formats = formats()

func formats() (ids []string) {
	for _, f := range export.Formats {
		ids = append(ids, f.ID)
	}
	return ids
}
