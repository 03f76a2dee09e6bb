package document

import (
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// HTML reads the words of a web page, or a piece of one, as a browser shows them: blocks as paragraphs, no scripts, no
// styles, nothing of its head. Linear in the text.
func HTML(text string) (string, error) {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(1 << 22)
	var p page
	skip := atom.Atom(0) // an element whose content is no text
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); err != io.EOF {
				return "", ErrVast
			}
			return p.text(), nil
		case html.TextToken:
			if skip == 0 {
				p.put(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			switch {
			case skip != 0:
			case a == atom.Script || a == atom.Style || a == atom.Title || a == atom.Noscript || a == atom.Template || a == atom.Textarea || a == atom.Select || a == atom.Svg:
				skip = a
			case isBlock[a]:
				p.end()
				p.head = isHead[a]
			case a == atom.Td || a == atom.Th:
				p.put(" ")
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			a := atom.Lookup(name)
			if skip != 0 {
				if a == skip {
					skip = 0
				}
				continue
			}
			if isBlock[a] {
				p.end()
				p.head = false
			}
		}
	}
}

var (
	isHead  = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}
	isBlock = map[atom.Atom]bool{
		atom.P: true, atom.Div: true, atom.Br: true, atom.Hr: true, atom.Li: true, atom.Ul: true, atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
		atom.Tr: true, atom.Table: true, atom.Caption: true, atom.Blockquote: true, atom.Pre: true, atom.Article: true, atom.Section: true, atom.Header: true, atom.Footer: true,
		atom.Main: true, atom.Aside: true, atom.Nav: true, atom.Figure: true, atom.Figcaption: true, atom.Address: true, atom.Body: true, atom.Head: true, atom.Form: true,
		atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	}
)
