package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// Another reading of the page is held against it by keys: what a check suggests as well is ticked, the others are on
// request; one undo brings all back.
func TestReadingByKeys(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	other := s.file("另一次.txt", []byte(strings.NewReplacer("机戒", "机械", "杜区", "社区", "缆绳", "揽绳").Replace(planted)))
	s.do("reading")
	s.await("dialog", "name", "reading")
	s.win.Canvas().Focused().(*field).SetText(other)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 3)
	s.await("dialog", "name", "differences")
	s.press(fyne.KeyReturn)
	s.await("accepted", "count", 2)
	s.settle()
	if text := s.text(); !strings.Contains(text, "机械") || !strings.Contains(text, "社区") || !strings.Contains(text, "缆绳") {
		t.Error(text)
	}
	s.do("reading") // what was let stand is not asked again
	s.await("dialog", "name", "reading")
	s.win.Canvas().Focused().(*field).SetText(other)
	s.press(fyne.KeyReturn)
	s.await("compared", "count", 0)
	s.do("undo")
	s.settle()
	if text := s.text(); !strings.Contains(text, "机戒") || !strings.Contains(text, "杜区") {
		t.Error(text)
	}
}
