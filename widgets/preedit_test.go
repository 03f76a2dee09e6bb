package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// TestPreedit: what a method composes stands underlined at the caret, moves what is behind it, and is no text.
func TestPreedit(t *testing.T) {
	d := newPlain("甲乙丙\n丁")
	e, _ := show(t, d, 400, 300)
	e.SetCaret(Pos{0, 2})
	e.FocusGained()
	at, _ := e.CaretBox()
	e.Preedit("shi jie", 3)
	r := shownRow(e, "甲乙shi jie丙")
	if r == nil {
		t.Fatal("the composition is not on the screen")
	}
	var under []int
	for i, l := range r.strip.looks {
		if l.Under == Straight {
			under = append(under, i)
		}
	}
	if !slices.Equal(under, []int{2, 3, 4, 5, 6, 7, 8}) {
		t.Errorf("underlined are %v", under)
	}
	if d.String() != "甲乙丙\n丁" || e.Caret() != (Pos{0, 2}) {
		t.Errorf("text %q, caret %v", d.String(), e.Caret())
	}
	inside, size := e.CaretBox()
	if inside.X <= at.X || inside.Y != at.Y || size.Height <= 0 || e.beam.Position().X <= at.X {
		t.Errorf("the caret was at %v, is at %v, %v high, drawn at %v", at, inside, size.Height, e.beam.Position())
	}
	e.Preedit("", 0)
	if shownRow(e, "甲乙丙") == nil {
		t.Error("what was composed did not go")
	}
	e.Commit("世界")
	e.Erase(-1, 2)
	if d.String() != "甲乙世\n丁" || e.Caret() != (Pos{0, 3}) {
		t.Errorf("text %q, caret %v", d.String(), e.Caret())
	}
	check(t, e, d)

	// A long composition breaks as text does.
	before := e.lines.height
	e.Preedit("women yiqi qu guo de na ge difang zai he de na yi bian", 54)
	if p, _ := e.CaretBox(); e.lines.height <= before || p.Y <= at.Y {
		t.Errorf("the text stayed %d high, the caret at %v", e.lines.height, p)
	}
	// What others do meanwhile, and a caret that goes elsewhere, leave it whole.
	d.others = append(d.others, e)
	d.Replace(Pos{0, 0}, Pos{0, 0}, "零\n")
	e.SetCaret(Pos{2, 1})
	e.Preedit("", 0)
	check(t, e, d)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if d.String() != "零\n甲乙世\n" {
		t.Errorf("%q", d.String())
	}
}

func shownRow(e *Editor, text string) *row {
	for _, r := range e.rows {
		if r.shown && string(r.strip.runes) == text {
			return r
		}
	}
	return nil
}
