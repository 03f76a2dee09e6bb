package export

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"qingyang/app/bulletin"
	"qingyang/app/source"
)

// FuzzMarkdown: a paragraph reads as what it is, whatever stands in it.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"1. 一", "# 题", "- 项", "**重** _轻_ `码`", "[a](b) ![c](d)", "<b>&amp;", "甲\\*", "===", "http://a.b/_c_", "1) x", "~~a~~", "a #"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
		for _, r := range s {
			if r < ' ' || r == 0x7F {
				return
			}
		}
		var page bytes.Buffer
		if err := goldmark.Convert([]byte(markdownText(s)+"\n"), &page); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimRight(textOf(t, page.String()), "\n"); s != "" && got != s {
			t.Errorf("%q is written %q and read %q", s, markdownText(s), got)
		}
		if n := strings.Count(page.String(), "<"); s != "" && n != 2 {
			t.Errorf("%q became %q", s, page.String())
		}
	})
}

// ours are the elements of our files with their attributes, and the values that these may have.
var ours = map[string]map[string][]string{
	"html": {"lang": {"zh-CN"}}, "head": nil, "meta": {"charset": {"utf-8"}}, "title": nil, "style": nil, "body": nil,
	"article": nil, "header": nil, "section": nil, "figure": nil, "figcaption": nil, "ul": nil, "li": nil,
	"h1": {"class": {"headline"}}, "h2": {"class": {"headline"}}, "h3": {"class": {"headline"}}, "h4": nil,
	"p":    {"class": {"kicker", "subheadline", "byline", "headline", "dateline", "line", "furniture"}},
	"span": {"class": {"dateline", "byline"}}, "aside": {"class": {"tray"}}, "footer": {"class": {"changes"}},
}

// rendered are the elements of a page that a reader of Markdown makes of ours.
var rendered = map[string]map[string][]string{
	"h1": nil, "h2": nil, "h3": nil, "h4": nil, "p": nil, "em": nil, "strong": nil, "blockquote": nil, "ul": nil, "li": nil,
}

// foreign finds an element or an attribute in a page that is not among those allowed.
func foreign(page string, allowed map[string]map[string][]string) string {
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() == io.EOF {
				return ""
			}
			return z.Err().Error()
		case html.CommentToken:
			return "a comment"
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			t := z.Token()
			attributes, known := allowed[t.Data]
			if !known {
				return t.String()
			}
			for _, a := range t.Attr {
				found := false
				for _, v := range attributes[a.Key] {
					found = found || v == a.Val
				}
				if !found {
					return t.String()
				}
			}
		}
	}
}

// anyStory is a story of which each text is the given one.
func anyStory(text string) Story {
	s := Story{Changes: []Change{
		{Kind: "character", Before: text, After: text, Person: text, Time: time.Unix(1_700_000_000, 0).UTC(), Place: 7},
		{Kind: "join", Before: "\n", Rule: "L1", Time: time.Unix(1_700_000_000, 0).UTC(), Place: -1, Layout: true},
	}}
	for _, k := range bulletin.Kinds() {
		s.Blocks = append(s.Blocks, block(k, text))
	}
	return s
}

// FuzzStory: whatever a story says, in no format does it become anything but text: no element and no
// attribute of HTML that is not ours, none in a page made of the Markdown; the JSON gives back what it was.
func FuzzStory(f *testing.F) {
	for _, s := range []string{
		"渡口早班", "<script>alert(1)</script>", "\"onload='x'>", "</style><p class=x>", "&lt;b&gt; &#60;", "# 题\u3000", "1. 一", "***", "- - -",
		"[a](javascript:x)", "![x](y)", "<http://a.b>", "`<i>`", "~~~", "\\<b>", "]]>", "<!-- -->", "<?php", "\u2028\u202e", "a\x00b", "\ufeff", " 头", "尾 ", "    码",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// Blocks are whole characters without breaks.
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(text, ""))
		s := anyStory(text)
		i := Issue{Publication: text, Number: text, Date: text, Pages: []Page{{Number: 1, Section: text, Stories: []Story{s, s}, Tray: s.Blocks, Furniture: s.Blocks}}}
		type file interface {
			Write(io.Writer, Options) ([]source.Unencodable, error)
		}
		for _, what := range []file{s, i} {
			page := written(t, what, Options{Format: format(t, "html"), Changes: true})
			if bad := foreign(page, ours); bad != "" {
				t.Errorf("%q became %s in\n%s", text, bad, page)
			}
			var out bytes.Buffer
			md := written(t, what, Options{Format: format(t, "md"), Changes: true})
			if err := goldmark.Convert([]byte(md), &out); err != nil {
				t.Fatal(err)
			}
			if bad := foreign(out.String(), rendered); bad != "" {
				t.Errorf("%q became %s in\n%s\nof\n%s", text, bad, out.String(), md)
			}
			plain := written(t, what, Options{Format: format(t, "txt"), Changes: true})
			if visible(text) && flat(textOf(t, out.String())) != flat(plain) {
				t.Errorf("%q: a reader of the Markdown sees\n%s\nwant\n%s", text, textOf(t, out.String()), plain)
			}
		}
		var a article
		if err := json.Unmarshal([]byte(written(t, s, Options{Format: format(t, "json"), Changes: true})), &a); err != nil {
			t.Fatal(err)
		}
		if a.Headline != text || a.Byline != text || len(a.Paragraphs) != 2 || a.Paragraphs[1] != text || len(a.Changes) != 2 ||
			a.Changes[0] != (change{"character", text, text, text, "", "2023-11-14T22:13:20Z", 7}) {
			t.Errorf("%q: the JSON gives %+v", text, a)
		}
		var all issue
		if err := json.Unmarshal([]byte(written(t, i, Options{Format: format(t, "json")})), &all); err != nil {
			t.Fatal(err)
		}
		if p := all.Pages[0]; all.Publication != text || len(p.Articles) != 2 || len(p.Articles[0].Changes) != 0 || p.Tray[2] != (loose{"headline", text}) || p.Furniture[0] != text {
			t.Errorf("%q: the JSON gives %+v", text, all)
		}
	})
}

// visible says whether a reader of HTML shows the text as it is: no control characters, no noncharacters.
func visible(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == '\uFFFD' || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF
	}) < 0
}
