package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"qingyang/widgets"
)

// TestFieldComposes types into a field as with an input method: its keys neither change what stands
// there nor close the dialog that the field stands in.
func TestFieldComposes(t *testing.T) {
	test.NewTempApp(t)
	widgets.EndComposition()
	f := newField("")
	w := test.NewTempWindow(t, f)
	w.Canvas().Focus(f)
	done, gone := 0, 0
	f.on(func() { done++ }, fyne.KeyReturn)
	f.on(func() { gone++ }, fyne.KeyEscape)
	keys := func(names ...fyne.KeyName) {
		for _, n := range names {
			f.TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	test.Type(f, "渡口")
	keys("L", "A", fyne.KeyBackspace, "A", "O", fyne.KeyDown)
	if !f.AcceptsTab() {
		t.Error("Tab would leave a field in the middle of a word")
	}
	keys(fyne.KeySpace)
	test.Type(f, "老")
	keys("H", fyne.KeyEscape, "H", "E", fyne.KeyReturn)
	test.Type(f, "he")
	if f.Text != "渡口老he" || done != 0 || gone != 0 {
		t.Errorf("%q stands there, Return was pressed %d times and Escape %d times", f.Text, done, gone)
	}
	keys(fyne.KeyBackspace, fyne.KeyReturn, fyne.KeyEscape)
	if f.Text != "渡口老h" || done != 1 || gone != 1 || f.AcceptsTab() {
		t.Errorf("%q stands there, Return was pressed %d times and Escape %d times", f.Text, done, gone)
	}
}
