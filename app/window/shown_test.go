package window

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"qingyang/app/bulletin"
	"qingyang/app/sample"
	"qingyang/widgets"
)

// visit does something with an object and all that is visible in it.
func visit(o fyne.CanvasObject, do func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	do(o)
	var in []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		in = o.Objects
	case fyne.Widget:
		in = test.WidgetRenderer(o).Objects()
	}
	for _, child := range in {
		visit(child, do)
	}
}

// front is what can be seen and clicked: the dialog that is open, or the whole window.
func (s *stage) front() fyne.CanvasObject {
	if o := s.win.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return s.win.Canvas().Content()
}

// seen are the words on the screen, but for the texts that are edited and what menus hold.
func (s *stage) seen() string {
	var b strings.Builder
	visit(s.front(), func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		case *widgets.Line:
			b.WriteString(o.Text() + "\n")
		}
	})
	return b.String()
}

// tap clicks the button that bears a text.
func (s *stage) tap(text string) {
	s.t.Helper()
	var found *push
	visit(s.front(), func(o fyne.CanvasObject) {
		if p, ok := o.(*push); ok && strings.Contains(p.Text, text) && !p.Disabled() {
			found = p
		}
	})
	if found == nil {
		s.t.Fatalf("no button %s is on the screen:\n%s", text, s.seen())
	}
	found.Tapped(nil)
}

// choose clicks an entry of the main menu.
func (s *stage) choose(text string) {
	s.t.Helper()
	s.freshenMenus()
	for _, m := range s.win.MainMenu().Items {
		for _, i := range m.Items {
			if strings.HasPrefix(i.Label, text) && !i.Disabled && s.win.Canvas().Overlays().Top() == nil {
				i.Action()
				return
			}
		}
	}
	s.t.Fatalf("no menu has %s", text)
}

// told presses a key, which the screen must tell of: a digit the sentence in the foot, another one anything.
func (s *stage) told(key string) {
	s.t.Helper()
	where := s.seen()
	if len(key) == 1 {
		where = s.status.Text()
	}
	if !regexp.MustCompile(`(^|[^0-9A-Za-z+/])` + regexp.QuoteMeta(key) + `($|[^0-9A-Za-z+/])`).MatchString(where) {
		s.t.Fatalf("nothing on the screen tells of %s:\n%s", key, where)
	}
	switch name, ctrl := strings.CutPrefix(key, "Ctrl+"); {
	case ctrl:
		s.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyName(name), Modifier: fyne.KeyModifierShortcutDefault})
	case len(key) == 1:
		s.write(key)
	default:
		s.press(fyne.KeyName(key))
	}
}

// TestOnlyWhatIsShown brings a page from its file to the exported issue as somebody does who never saw the program:
// no key is pressed that the screen does not tell of at that moment, nothing is clicked but a button or a menu's entry
// that is there to be read.
func TestOnlyWhatIsShown(t *testing.T) {
	seed := filepath.Join("..", "..", "..", "shared", "corpus", "seed")
	real, err := os.ReadFile(filepath.Join(seed, "raw.txt"))
	for name, raw := range map[string][]byte{"the sample's page": sample.Issues()[0].Pages[3].Raw, "a real page": real} {
		t.Run(name, func(t *testing.T) {
			if raw == nil {
				t.Skip("the shared corpus is not here: ", err)
			}
			text := strangersJob(t, raw)
			if name == "a real page" {
				LikeTruth(t, filepath.Join(seed, "truth.json"), text)
			}
		})
	}
}

// strangersJob does the job and gives the exported file.
func strangersJob(t *testing.T, raw []byte) string {
	s := newStage(t)
	c := s.stopClock()
	in, out := s.file("p.txt", raw), filepath.Join(s.home, "o.json")
	s.open(library{path: filepath.Join(s.home, "new.qingyang"), make: always})
	s.told("Ctrl+I")
	s.await("dialog", "name", "import")
	s.settle()
	s.write(in)
	s.tap("下一步")
	s.await("dialog", "name", "where")
	s.settle()
	s.tap("导入")
	s.await("page")
	s.settle()

	for left := len(s.doubts); left > 0; left-- {
		if len(s.doubts) != left {
			t.Fatalf("%d doubtful places are left, not %d", len(s.doubts), left)
		}
		s.told("F8")
		s.await("doubt")
		s.told("0")
		s.await("surveyed")
		s.settle()
	}
	blocks := s.session.Order().Blocks()
	for range blocks {
		if s.unread == 0 {
			break
		}
		s.told("F4")
		s.await("unread")
		s.wind(c, time.Hour) // it is read
	}
	if s.unread != 0 || len(s.doubts) != 0 {
		t.Errorf("%d blocks are unread, %d places doubtful", s.unread, len(s.doubts))
	}

	s.choose("导出本期…")
	s.await("dialog", "name", "export")
	s.settle()
	path := s.win.Canvas().Focused().(*field)
	visit(s.front(), func(o fyne.CanvasObject) {
		if x, ok := o.(*options); ok {
			if i := slices.IndexFunc(x.Options, func(n string) bool { return strings.Contains(n, "JSON") }); i >= 0 {
				x.SetSelected(x.Options[i]) // as a click in its list does
			}
		}
	})
	s.await("preview")
	path.SetText(out)
	s.tap("导出")
	s.await("exported", "path", out)
	s.settle()
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.session.Order().Blocks() {
		text, head := s.session.Order().Block(i)
		if head.Kind == bulletin.Paragraph && head.Article != bulletin.None && !strings.Contains(string(b), string(text)) {
			t.Errorf("the export has no %q", string(text))
		}
	}
	return string(b)
}
