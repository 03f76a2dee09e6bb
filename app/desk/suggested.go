package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/glossary"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/proof/register"
	"qingyang/app/script"
	"qingyang/app/session"
)

// Words is the book of what the library knows about words.
func (d *Desk) Words() *glossary.Book {
	return glossary.New(d.lib, d.path, d.Person().ID, func() time.Time { return d.clock.Now().UTC() })
}

// Suggested are names that stand in articles of a publication that were signed for print, twice at least and with a
// title beside them, and that its registers do not have: for people to choose from, the oftenest first. Its cost is
// that of reading all articles of the publication.
func (d *Desk) Suggested(ctx context.Context, publication int64) ([]glossary.Entry, error) {
	have, err := d.Words().Register(ctx, publication)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, e := range have {
		known[e.Text] = true
	}
	type person struct{ name, title string }
	count := map[person]int{}
	issues, err := d.Issues(ctx, publication)
	if err != nil {
		return nil, err
	}
	for _, i := range issues {
		err := d.pagesOf(ctx, i.ID, func(_ session.Leaf, p *session.Snapshot) error {
			for b := range p.Order.Blocks() {
				text, head := p.Order.Block(b)
				if head.Kind != bulletin.Paragraph || p.Rounds[head.Article] < bulletin.Final {
					continue
				}
				titled(text, func(name, title string) {
					if !known[name] {
						count[person{name, title}]++
					}
				})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	var all []glossary.Entry
	for p, n := range count {
		if n >= 2 {
			all = append(all, glossary.Entry{Entry: register.Entry{Kind: register.Name, Text: p.name, Title: p.title, Note: fmt.Sprintf("%d×", n)}})
		}
	}
	slices.SortFunc(all, func(a, b glossary.Entry) int {
		return cmp.Or(count[person{b.Text, b.Title}]-count[person{a.Text, a.Title}], cmp.Compare(a.Text, b.Text), cmp.Compare(a.Title, b.Title))
	})
	return all, nil
}

// titled calls found with the names in a text that stand right behind a title.
func titled(text []rune, found func(name, title string)) {
	register.Titles(text, func(from, to int) {
		for _, n := range []int{3, 2} {
			end := to + n
			if end > len(text) || !phrase.IsName(text[to:end]) {
				continue
			}
			if n == 2 && end < len(text) && script.IsHan(text[end]) && lexicon.Level(text[end-1], text[end]) == 0 && !spoken(text[end]) {
				continue // a third character may belong to it
			}
			if n == 3 && lexicon.Level(text[end-2], text[end-1]) > 1 || n == 3 && spoken(text[end-1]) {
				continue
			}
			found(string(text[to:end]), string(text[from:to]))
			return
		}
	})
}

// spoken knows the characters that stand behind a name in a sentence about what somebody said or did.
func spoken(r rune) bool {
	return utf8.ValidRune(r) && slices.Contains([]rune("说在出率到主参介表指强对向就和与及等、，。"), r)
}
