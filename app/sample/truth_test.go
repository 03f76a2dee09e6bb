package sample_test

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Stack is what stands above a story's body.
type Stack struct {
	Kicker      string `json:"kicker"`
	Headline    string `json:"headline"`
	Subheadline string `json:"subheadline"`
}

// Article is one story of a truth.json; the fields are those of `qingyang-cli clean --json`.
type Article struct {
	Stack
	Byline       string   `json:"byline"`
	Dateline     string   `json:"dateline"`
	Paragraphs   []string `json:"paragraphs"`
	Captions     []string `json:"captions"`
	Alternatives []Stack  `json:"alternatives,omitempty"`
}

// Truth is the finished form of a page: stories in the order in which their bodies begin on the raw
// page, then the furniture as it stands there.
type Truth struct {
	Articles  []Article `json:"articles"`
	Furniture []string  `json:"furniture"`
}

// Meta says what a page has in it: how often each fault was made.
type Meta struct {
	Track    string         `json:"track"`
	Grade    string         `json:"grade"`
	Note     string         `json:"note"`     // the measures in em, the form of the shipped file
	Encoding string         `json:"encoding"` // of the shipped page; raw.txt beside this file is always UTF-8
	Faults   map[string]int `json:"faults"`
}

// truth collects what was set on the page; what was not set, a lost headline for one, is not in it.
func (c *composer) truth() Truth {
	t := Truth{Articles: []Article{}, Furniture: []string{}}
	for _, i := range c.bodies {
		s := c.m.stories[i]
		a := Article{Stack: s.stack, Byline: s.byline, Dateline: s.dateline, Captions: s.captions, Alternatives: s.alternatives}
		if a.Captions == nil {
			a.Captions = []string{}
		}
		for _, p := range s.paras {
			a.Paragraphs = append(a.Paragraphs, p.text)
		}
		t.Articles = append(t.Articles, a)
	}
	for _, key := range c.furnished {
		t.Furniture = append(t.Furniture, c.m.furniture[key])
	}
	return t
}

// junctions are the rows of a junctions.tsv: a line, the next one that is not empty (both from 1),
// and whether the text runs on from the one into the other.
func (c *composer) junctions() string {
	var b strings.Builder
	last := -1
	for i, l := range c.lines {
		if len(l.ink) == 0 {
			continue
		}
		if last >= 0 {
			word := "break"
			if c.lines[last].last() == l.first() && !l.newLine {
				word = "join"
			}
			fmt.Fprintf(&b, "%d\t%d\t%s\n", last+1, i+1, word)
		}
		last = i
	}
	return b.String()
}

func pretty(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic(err) // only strings and numbers are in it
	}
	return b.String()
}
