package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A row that is dragged onto another one falls there; onto itself or beside the list, nowhere.
func TestRowsDrag(t *testing.T) {
	l := NewRows()
	l.Count = func() int { return 5 }
	l.Row = func(i int) Row { return Row{Text: string(rune('甲' + i))} }
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	drag := func(from, to float32) (row, onto int) {
		row, onto = -1, -1
		l.OnDrop = func(a, b int) { row, onto = a, b }
		at := func(y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(40, y)} }
		l.MouseDown(&desktop.MouseEvent{PointEvent: at(from), Button: desktop.MouseButtonPrimary})
		l.Dragged(&fyne.DragEvent{PointEvent: at((from + to) / 2)})
		l.Dragged(&fyne.DragEvent{PointEvent: at(to)})
		l.DragEnd()
		return row, onto
	}
	middle := func(i int) float32 { return float32(i)*rowHeight + rowHeight/2 }
	for _, c := range []struct {
		from, to  float32
		row, onto int
	}{
		{middle(1), middle(3), 1, 3}, {middle(4), middle(0), 4, 0}, {middle(2), middle(2), -1, -1}, {middle(2), -10, -1, -1}, {290, middle(1), -1, -1},
	} {
		if row, onto := drag(c.from, c.to); row != c.row || onto != c.onto {
			t.Errorf("from %v to %v: row %d onto %d, want %d onto %d", c.from, c.to, row, onto, c.row, c.onto)
		}
		if l.drop.Visible() {
			t.Error("the mark of the drop stays")
		}
	}
}
