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

// TestFieldIsComposedFor: what a method composes stands over a field and is no text of it; what it commits
// comes as one change.
func TestFieldIsComposedFor(t *testing.T) {
	test.NewTempApp(t)
	f := newField("何处")
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(300, 60))
	w.Canvas().Focus(f)
	var heard []string
	f.OnChanged = func(s string) { heard = append(heard, s) }
	before, _ := f.CaretBox()
	f.Preedit("zhong guo", 5)
	inside, size := f.CaretBox()
	if f.Text != "" || inside.X <= before.X || inside.Y != before.Y || size.Height <= 0 {
		t.Errorf("text %q, the caret went from %v to %v", f.Text, before, inside)
	}
	f.Preedit("", 0)
	f.Commit("中国渡口")
	f.Erase(-2, 2)
	if after, _ := f.CaretBox(); f.Text != "中国" || after.X <= before.X {
		t.Errorf("text %q, caret from %v to %v", f.Text, before, after)
	}
	if len(heard) == 0 || heard[0] != "中国渡口" {
		t.Errorf("heard of %q", heard)
	}
	for range 12 {
		f.Commit("渡口渡口渡口")
	}
	if end, _ := f.CaretBox(); end.X > 300 {
		t.Errorf("the text is scrolled, and the caret is said to be at %v", end)
	}
	f.Preedit("zhongguozhongguo", 16)
	if end, _ := f.CaretBox(); end.X > 300 {
		t.Errorf("the caret is in the composition, and said to be at %v", end)
	}
}
