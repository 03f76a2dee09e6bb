package document

import (
	"bufio"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	render "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// Markdown reads the words of a text in CommonMark, without its marks. HTML in it is left out.
func Markdown(source string) (string, error) {
	b := []byte(source)
	if deeper(source) || definitions(source) > mostDefinitions {
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
			p.put(words(n.Segment.Value(b), n.IsRaw()))
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

// words are what a stretch of a text says, its escapes and references resolved (CommonMark 0.31, 2.4 and 2.5).
func words(stretch []byte, raw bool) string {
	if raw {
		return string(stretch)
	}
	var b strings.Builder
	w := bufio.NewWriter(&b)
	render.DefaultWriter.Write(w, stretch) // as HTML, which has no escapes
	w.Flush()
	return html.UnescapeString(b.String())
}

// mostDefinitions is how many links a text may define: the parser takes time in the square of those of one paragraph, 30 ms
// for these.
const mostDefinitions = 5000

// definitions counts the lines that may define a link (CommonMark 0.31, 4.7).
func definitions(s string) (n int) {
	for line := range strings.Lines(s) {
		if strings.HasPrefix(strings.TrimLeft(line, " >*+-0123456789.)\t"), "[") && strings.Contains(line, "]:") {
			n++
		}
	}
	return n
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
