// Package document reads documents that are no printed pages: DOCX, HTML, Markdown and RTF. Bytes or text in, paragraphs
// out, one a line, an empty line around each head.
//
// Only words are read: no picture, no script, nothing that a document names outside of itself. What is packed, nested or
// repeated without end is refused. Start reading at page.
package document

import (
	"errors"
	"strings"
)

// Errors of documents.
var (
	// ErrBroken says that a document is not what it begins as.
	ErrBroken = errors.New("the document is damaged")
	// ErrVast says that a document unpacks to more, or is nested deeper, than any text.
	ErrVast = errors.New("the document has more in it than any text")
)

// What a document may have: bytes when it is unpacked, groups or elements inside one another.
const (
	mostBytes = 64 << 20
	deepest   = 512
)

// page collects the paragraphs of a document.
type page struct {
	out  strings.Builder
	line strings.Builder
	gap  bool // white space before the next character
	head bool // the paragraph at hand is a head
	open bool // an empty line is wanted before the next paragraph
}

// put adds text to the paragraph at hand; white space in it is one space.
func (p *page) put(text string) {
	for _, r := range text {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\v':
			p.gap = true
		case '\u200B', '\uFEFF', 0:
		default:
			if p.gap && p.line.Len() > 0 {
				p.line.WriteByte(' ')
			}
			p.gap = false
			p.line.WriteRune(r)
		}
	}
}

// end ends the paragraph at hand, if there is one.
func (p *page) end() {
	p.gap = false
	if p.line.Len() == 0 {
		return
	}
	if (p.open || p.head) && p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	p.out.WriteString(p.line.String())
	p.out.WriteByte('\n')
	p.open = p.head
	p.line.Reset()
}

// text is all paragraphs.
func (p *page) text() string {
	p.end()
	return p.out.String()
}
