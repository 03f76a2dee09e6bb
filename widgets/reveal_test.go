package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// A jump leaves at least a third of the pane below the place, wherever it was scrolled before; what stands so
// already is not moved.
func TestGo(t *testing.T) {
	e, _ := show(t, newPlain(strings.Repeat(passage+"\n", 30)), 300, 300)
	for _, p := range []Pos{{60, 3}, {20, 0}, {59, 30}, {1, 0}, {0, 0}, {117, 5}} {
		e.Go(p, p)
		_, top, height := e.lineAt(p, false)
		if top < e.y || top+height > e.y+e.h*2/3 {
			t.Errorf("%v stands at %d to %d of %d", p, top-e.y, top+height-e.y, e.h)
		}
		if e.Caret() != p {
			t.Errorf("the caret is at %v, not at %v", e.Caret(), p)
		}
		y := e.y
		e.Go(Pos{p.Block, p.Off}, Pos{p.Block, p.Off + 1})
		if e.y != y {
			t.Errorf("at %v the text moved by %d though nothing was out of view", p, e.y-y)
		}
	}
}

// The first line in view is told, and can be set, inside a block too.
func TestFirst(t *testing.T) {
	e, _ := show(t, newPlain(strings.Repeat(passage+"\n", 30)), 300, 300)
	b := e.lines.at(41)
	if b.lines() < 3 {
		t.Fatal("the block has too few lines for this test")
	}
	for line := range b.lines() {
		p := Pos{41, b.start(line)}
		e.SetFirst(p)
		if e.First() != p {
			t.Errorf("set to %v the first is %v", p, e.First())
		}
		y := e.y
		e.scrollTo(y + int(b.pitch)/4)
		if e.First() != p {
			t.Errorf("a quarter of a line further the first is %v, not %v", e.First(), p)
		}
	}
	e.SetFirst(Pos{1000, 0})
	if e.First().Block < 100 {
		t.Errorf("behind the end the first is %v", e.First())
	}
}

// Page down passes over nothing unseen, wherever on the screen the caret stands.
func TestPageKeys(t *testing.T) {
	e, _ := show(t, newPlain(strings.Repeat(passage+"\n", 30)), 300, 300)
	for range 9 {
		press(e, fyne.KeyDown)
	}
	for _, k := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp} {
		for at := (Pos{-1, 0}); e.Caret() != at; {
			at = e.Caret()
			from := e.y
			press(e, k)
			if e.y-from > e.h || from-e.y > e.h {
				t.Fatalf("%s went from %d to %d, a screen has %d", k, from, e.y, e.h)
			}
			if _, top, height := e.lineAt(e.caret, e.late); top < e.y || top+height > e.y+e.h {
				t.Fatalf("after %s the caret is out of view", k)
			}
		}
	}
}

// Headroom stays free above the caret's line wherever it goes, above the first line too, and is given back.
func TestHeadroom(t *testing.T) {
	e, _ := show(t, newPlain(strings.Repeat(passage+"\n", 30)), 300, 300)
	e.SetHeadroom(50)
	if e.y != -e.px(50) {
		t.Errorf("the first line, which has the caret, begins %d below the top, not %d", -e.y, e.px(50))
	}
	for _, p := range []Pos{{60, 3}, {20, 0}, {19, 0}, {1, 0}, {0, 0}} {
		e.SetCaret(p)
		if _, top, _ := e.lineAt(p, false); top-e.y < e.px(50) {
			t.Errorf("%v has %d above it", p, top-e.y)
		}
	}
	for range 5 {
		press(e, fyne.KeyDown)
	}
	e.SetFirst(Pos{40, 0})
	e.SetHeadroom(0)
	if got := e.First(); got != (Pos{40, 0}) {
		t.Errorf("given back in mid-text the first line is %v", got)
	}
	e.SetHeadroom(50)
	e.SetCaret(Pos{})
	e.SetHeadroom(0)
	if e.y != 0 {
		t.Errorf("given back at the top the text begins %d below it", -e.y)
	}
}
