package document

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Markdown reads the words of a text in CommonMark, without its marks. HTML in it is left out.
func Markdown(source string) (string, error) {
	b := []byte(source)
	if deeper(source) {
		return "", ErrVast
	}
	var p page
	err := ast.Walk(goldmark.DefaultParser().Parse(text.NewReader(b)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeBlock {
			p.end()
			p.head = entering && n.Kind() == ast.KindHeading
		}
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			p.put(string(n.Segment.Value(b)))
			switch {
			case n.HardLineBreak():
				p.end()
			case n.SoftLineBreak():
				p.put(" ")
			}
		case *ast.String:
			p.put(string(n.Value))
		case *ast.AutoLink:
			p.put(string(n.Label(b)))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for k := range n.Lines().Len() {
				at := n.Lines().At(k)
				p.put(string(at.Value(b)))
				p.end()
			}
		}
		return ast.WalkContinue, nil
	})
	return p.text(), err
}

// deeper says whether a line nests more than any text does.
func deeper(s string) bool {
	for line := range strings.Lines(s) {
		n := 0
		for _, c := range line {
			if c != '>' && c != ' ' && c != '-' && c != '*' && c != '+' {
				break
			}
			n++
		}
		if n > deepest {
			return true
		}
	}
	return false
}
