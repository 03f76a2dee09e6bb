package pages

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Stack is what stands over a story; Truth and Article are the contract of the command line.
type Stack struct {
	Kicker      string `json:"kicker"`
	Headline    string `json:"headline"`
	Subheadline string `json:"subheadline"`
}

// Article is a story of the truth. Alternatives are other readings of its stack that are as good.
type Article struct {
	Stack
	Byline       string   `json:"byline"`
	Dateline     string   `json:"dateline"`
	Paragraphs   []string `json:"paragraphs"`
	Captions     []string `json:"captions"`
	Alternatives []Stack  `json:"alternatives,omitempty"`
}

// Truth is what a page should become: its stories in the order in which their texts begin, and its
// furniture.
type Truth struct {
	Articles  []Article `json:"articles"`
	Furniture []string  `json:"furniture"`
}

func (p *Page) truth(ls []rawLine) Truth {
	at := map[*block]int{} // the place of a block among the blocks of the raw text
	t := Truth{Articles: []Article{}, Furniture: []string{}}
	for _, l := range ls {
		for _, x := range l.ink {
			if _, seen := at[x.of]; x.of != nil && !seen {
				at[x.of] = len(at)
				if x.of.kind == furniture {
					t.Furniture = append(t.Furniture, x.of.String())
				}
			}
		}
	}
	as := slices.Clone(p.articles)
	slices.SortStableFunc(as, func(a, b *article) int { return at[a.paras[0]] - at[b.paras[0]] })
	for _, a := range as {
		x := Article{Stack: Stack{a.kicker.String(), a.head.String(), a.sub.String()}, Byline: a.by.String(), Dateline: a.lead.String(),
			Paragraphs: []string{}, Captions: []string{}, Alternatives: a.alternatives()}
		for _, b := range a.paras {
			x.Paragraphs = append(x.Paragraphs, b.String())
		}
		for _, b := range a.caps {
			x.Captions = append(x.Captions, b.String())
		}
		t.Articles = append(t.Articles, x)
	}
	return t
}

// alternatives: without the sizes of type nobody knows which of two titles is the main one, nor
// whether two lines parted at a pause are one title or two.
func (a *article) alternatives() []Stack {
	k, h, s := a.kicker.String(), a.head.String(), a.sub.String()
	switch {
	case k != "" && s == "":
		return []Stack{{"", k, h}}
	case s != "" && k == "":
		return []Stack{{h, s, ""}}
	case k == "" && s == "" && !a.latin && !a.runIn:
		if x, y, ok := strings.Cut(h, " "); ok {
			return []Stack{{"", x, y}, {x, y, ""}}
		}
	}
	return nil
}

// junctions: neighbouring lines are joined when the last character of the one and the first of the
// other stand in one block. Lines count from 1; a form feed ends a line too.
func junctions(ls []rawLine) string {
	var b strings.Builder
	var last *block
	n, lastLine := 0, 0
	for _, l := range ls {
		n++
		if l.feed {
			n++
		}
		if blank(l.text()) {
			continue
		}
		var first, end *block
		for _, x := range l.ink {
			if x.of == nil || blank(x.out) {
				continue
			}
			if first == nil {
				first = x.of
			}
			end = x.of
		}
		if last != nil && first != nil {
			what := "break"
			if last == first && first.kind != byline {
				what = "join"
			}
			fmt.Fprintf(&b, "%d\t%d\t%s\n", lastLine, n, what)
		}
		last, lastLine = end, n
	}
	return b.String()
}

func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !strings.ContainsRune("\u200b\u200d\ufeff\u00ad", r) })
}

// account checks that every character of the truth stands once in the raw lines, in its order, spaces
// at line ends apart.
func (p *Page) account(ls []rawLine) error {
	seen := map[*block]int{}
	for _, l := range ls {
		for _, x := range l.ink {
			if x.of == nil {
				continue
			}
			want := seen[x.of]
			for want < x.at && x.of.text[want] == ' ' {
				want++
			}
			if want != x.at || x.of.text[x.at] != x.r {
				return fmt.Errorf("%q: character %d follows character %d", x.of, x.at, want-1)
			}
			seen[x.of] = x.at + 1
		}
	}
	for _, a := range p.articles {
		for _, b := range append(append([]*block{a.kicker, a.head, a.sub, a.lead, a.by}, a.paras...), a.caps...) {
			if b != nil && seen[b] < len(b.text) {
				return fmt.Errorf("%q ends after %d characters", b, seen[b])
			}
		}
	}
	return nil
}

func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic(err) // strings, numbers and maps always can be encoded
	}
	return b.Bytes()
}
