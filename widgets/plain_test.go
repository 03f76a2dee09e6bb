package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// plainDocument is a document of plain paragraphs that keeps its text as a slice of blocks.
type plainDocument struct {
	blocks [][]rune
	style  Style
	spans  map[int][]Span
	others []*Editor // further editors that are told of changes
}

func newPlain(text string) *plainDocument {
	d := &plainDocument{style: Paragraph}
	for _, s := range strings.Split(text, "\n") {
		d.blocks = append(d.blocks, []rune(s))
	}
	return d
}

func (d *plainDocument) Len() int { return len(d.blocks) }

func (d *plainDocument) Block(i int) Block {
	return Block{Text: d.blocks[i], Style: d.style, Spans: d.spans[i], Number: i + 1, Label: "正文"}
}

func (d *plainDocument) Replace(from, to Pos, text string) (Pos, Changed, bool) {
	var now [][]rune
	line := slices.Clone(d.blocks[from.Block][:from.Off])
	caret := from
	for _, r := range text {
		if r == '\n' {
			now = append(now, line)
			line = nil
			caret = Pos{caret.Block + 1, 0}
			continue
		}
		line = append(line, r)
		caret.Off++
	}
	now = append(now, append(line, d.blocks[to.Block][to.Off:]...))
	c := Changed{from.Block, to.Block - from.Block + 1, len(now)}
	d.blocks = slices.Replace(d.blocks, from.Block, to.Block+1, now...)
	for _, e := range d.others {
		e.Changed(c)
	}
	return caret, c, true
}

// Move cuts and pastes, since nobody asks a plain document where its characters came from.
func (d *plainDocument) Move(from, to, at Pos) (Pos, Changed, bool) {
	text := string(d.blocks[from.Block][from.Off:to.Off])
	if at.Block == from.Block && to.Off <= at.Off {
		at.Off -= to.Off - from.Off
	}
	d.Replace(from, to, "")
	caret, _, _ := d.Replace(at, at, text)
	first := min(from.Block, at.Block)
	n := max(from.Block, at.Block) - first + 1
	return caret, Changed{first, n, n}, true
}

func (d *plainDocument) String() string {
	var lines []string
	for _, b := range d.blocks {
		lines = append(lines, string(b))
	}
	return strings.Join(lines, "\n")
}

// show puts an editor with a document into a window of the test driver, with the keyboard in it.
func show(t testing.TB, d Document, width, height float32) (*Editor, fyne.Window) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(Light))
	e := NewEditor()
	e.held = func() fyne.KeyModifier { return 0 }
	w := test.NewTempWindow(t, e)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	e.SetDocument(d)
	w.Canvas().Focus(e)
	return e, w
}

func press(e *Editor, keys ...fyne.KeyName) {
	for _, k := range keys {
		e.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func pressShift(e *Editor, keys ...fyne.KeyName) {
	was := e.held
	e.held = func() fyne.KeyModifier { return fyne.KeyModifierShift }
	press(e, keys...)
	e.held = was
}

func typeIn(e *Editor, text string) {
	for _, r := range text {
		if r == '\n' {
			press(e, fyne.KeyReturn)
		} else {
			e.TypedRune(r)
		}
	}
}
