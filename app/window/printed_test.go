package window

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/widgets"
)

// gridCell is how many pixels a character of a page of gridPage takes, at 300 pixels an inch.
const gridCell = 50

// gridPage writes the scan of a page whose characters stand on a grid, and the OCR file that says so, and gives the
// OCR file's path and where each character stands.
func gridPage(t *testing.T, folder string, lines []string) (path string, at func(line, k int) (x, y float64)) {
	t.Helper()
	const left, top = 200, 300
	const width, height = 1600, 1200
	img := image.NewGray(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		img.Pix[i] = 250
	}
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html><body><div class="ocr_page" title='image "grid.png"; bbox 0 0 1600 1200; scan_res 300 300'><p class="ocr_par">` + "\n")
	for i, l := range lines {
		y := top + 2*i*gridCell
		fmt.Fprintf(&b, `<span class="ocr_line" title="bbox %d %d %d %d"><span class="ocrx_word">`, left, y, left+utf8.RuneCountInString(l)*gridCell, y+gridCell)
		for k, r := range []rune(l) {
			x := left + k*gridCell
			fmt.Fprintf(&b, `<span class="ocrx_cinfo" title="x_bboxes %d %d %d %d; x_conf %d">%c</span>`, x, y, x+gridCell, y+gridCell, sureOf(r), r)
			for dy := 8; dy < gridCell-8; dy++ {
				for dx := 8; dx < gridCell-8; dx++ {
					img.SetGray(x+dx, y+dy, color.Gray{Y: uint8(40 + 30*(int(r)%5))})
				}
			}
		}
		b.WriteString("</span></span>\n")
	}
	b.WriteString("</p></div></body></html>")
	path = filepath.Join(folder, "grid.hocr")
	f, err := os.Create(filepath.Join(folder, "grid.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path, func(line, k int) (x, y float64) {
		return float64(left + k*gridCell + gridCell/2), float64(top + 2*line*gridCell + gridCell/2)
	}
}

// grid opens a page of four lines with its picture.
func grid(t *testing.T) (s *stage, at func(line, k int) (x, y float64)) {
	s = newStage(t)
	path, at := gridPage(t, s.home, []string{
		"渡口夜校今晚开课", "本报讯：渡口夜校今晚在码头仓库开课，来的多是船工，", "他们白天撑船，晚上认字。老师说，三个月后人人都能读", "报写信。仓库的灯一直亮到深夜。",
	})
	s.open(library{path: filepath.Join(s.home, "page.qingyang"), make: always})
	s.importFiles([]desk.File{{Name: "grid.hocr", Path: path}}, desk.Importing{}, s.fail)
	s.await("page")
	s.settle()
	if s.printed.scan == nil || !s.printed.shown() {
		t.Fatal("the page's picture is not shown")
	}
	return s, at
}

// sureOf is how sure the reading machine was of a character: of 渡 not at all.
func sureOf(r rune) int {
	if r == '渡' {
		return 20
	}
	return 99
}

// near is for places of a character: a reading machine that counts spaces otherwise is off by some pixels.
func near(a, b float64) bool { return math.Abs(a-b) < gridCell/4 }

// rawAt is the raw offset of a character.
func (s *stage) rawAt(line, k int) int { return s.session.Raw.Lines[line].From + k }

// A click on the picture puts the caret on the character there, after edits, joins and moves too; and what the caret
// stands on is boxed on the picture.
func TestPrintedPage(t *testing.T) {
	s, at := grid(t)
	check := func(what string) {
		t.Helper()
		for _, c := range [][2]int{{0, 2}, {1, 7}, {2, 3}, {2, 20}, {3, 1}, {3, 9}} {
			x, y := at(c[0], c[1])
			s.printed.tapped(x, y)
			want, live := s.session.Order().PlaceOf(bulletin.ID{Index: int32(s.rawAt(c[0], c[1]))})
			if got := s.clean.Caret(); got != widgets.Pos(want) {
				t.Errorf("%s: a click on character %d of line %d put the caret at %v, want %v", what, c[1], c[0], got, want)
			}
			if !live {
				continue
			}
			marks := s.printed.picture.Marks()
			if len(marks) != 1 || !near(marks[0].X+marks[0].W/2, x) || !near(marks[0].Y+marks[0].H/2, y) || !near(marks[0].W, gridCell) || !near(marks[0].H, gridCell) {
				t.Errorf("%s: boxed is %+v, want the character at %v, %v", what, marks, x, y)
			}
		}
	}
	check("at first")
	s.printed.tapped(at(2, 4))
	s.write("船工们")
	s.press(fyne.KeyReturn)
	s.printed.tapped(at(3, 2))
	s.press(fyne.KeyDelete)
	s.do("block.down")
	s.settle()
	check("after three edits and a move")
	s.do("picture.turn")
	for range 20 {
		s.do("picture.in")
	}
	if zoom, _ := s.printed.picture.Zoom(); zoom != 4 {
		t.Errorf("the largest is %v", zoom)
	}
	m := s.printed.picture.Marks()[0]
	if at := s.printed.picture.Seen(m.X+m.W/2, m.Y+m.H/2); at.X < 0 || at.Y < 0 || at.X > s.printed.picture.Size().Width || at.Y > s.printed.picture.Size().Height {
		t.Errorf("at 400%% what the caret stands on is at %v of a picture of %v", at, s.printed.picture.Size())
	}
	check("turned, at 400 %")
	s.do("undo")
	s.settle()
	check("after undo")
}

// What is typed has no place of its own: the picture stays where its neighbours stand. A click beside all text does
// nothing.
func TestPrintedTyped(t *testing.T) {
	s, at := grid(t)
	s.printed.tapped(at(1, 7))
	was := s.clean.Caret()
	s.printed.tapped(5, 5)
	if s.clean.Caret() != was {
		t.Error("a click on bare paper moved the caret")
	}
	s.write("新")
	if r := s.printed.nearest(s.clean.Caret()); r.W == 0 {
		t.Error("what was typed is near nothing")
	}
}

// A selection is boxed line by line, articles are tinted, the picture is hidden and shown again, and nothing of it is
// left with another page.
func TestPrintedSelection(t *testing.T) {
	s, _ := grid(t)
	from, _ := s.session.Order().PlaceOf(bulletin.ID{Index: int32(s.rawAt(1, 20))})
	to, _ := s.session.Order().PlaceOf(bulletin.ID{Index: int32(s.rawAt(2, 6))})
	s.win.Canvas().Focus(s.clean)
	s.clean.Select(widgets.Pos(from), widgets.Pos(to))
	if marks := s.printed.picture.Marks(); len(marks) != 2 || !near(marks[1].W, 6*gridCell) {
		t.Errorf("a selection over two lines is boxed as %+v", marks)
	}
	s.do("picture.tint")
	if marks := s.printed.picture.Marks(); len(marks) < 5 {
		t.Errorf("with tinted articles there are %d boxes", len(marks))
	}
	s.do("picture.show")
	if s.printed.shown() {
		t.Error("it cannot be hidden")
	}
	s.do("picture.show")
	s.settle()
	if !s.printed.shown() {
		t.Error("it cannot be shown again")
	}
	s.do("picture.line")
	s.settle()
	if !s.printed.strip.box.Visible() {
		t.Error("the picture's line is not above the caret's")
	}
	s.win.Canvas().Focus(s.clean)
	s.clean.SetCaret(widgets.Pos{})
	s.settle()
	strip := s.printed.strip.box
	caret, _ := s.clean.CaretBox()
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(strip); top.Y < fyne.CurrentApp().Driver().AbsolutePositionForObject(s.clean).Y || top.Y+strip.Size().Height > caret.Y {
		t.Errorf("with the caret in the first line, at %v, the picture's line stands at %v, %v high", caret, top, strip.Size().Height)
	}
	s.do("picture.line")
	if first, _ := s.clean.CaretBox(); first.Y >= caret.Y {
		t.Errorf("without the picture's line the first line stands at %v, with it at %v", first, caret)
	}
	s.do("picture.line")
	s.settle()
	s.do("language")
	s.settle()
	if !s.printed.shown() || s.printed.picture.Scan() == nil {
		t.Error("another language lost the picture")
	}
	s.do("language")
	s.importFiles([]desk.File{{Name: "b.txt", Bytes: []byte("一版没有图的\n\n渡口的灯亮了一夜。\n")}}, desk.Importing{}, s.fail)
	s.await("page")
	s.settle()
	if s.printed.scan != nil || s.printed.shown() || s.printed.strip.box.Visible() {
		t.Error("the picture of another page is left")
	}
	s.do("picture.show")
	s.settle()
	if s.printed.shown() || !strings.Contains(s.status.Text(), "没有版面图") {
		t.Errorf("nothing shows this page, and the window says %q", s.status.Text())
	}
}

// What the reading machine was unsure of is tinted in the text, and an edit keeps the tint on its characters.
func TestUnsureTinted(t *testing.T) {
	s, at := grid(t)
	tinted := func() (all string) {
		for b := range s.session.Order().Blocks() {
			text, _ := s.session.Order().Block(b)
			for _, x := range s.cleanDoc.looks[s.session.Order().BreakAt(b)] {
				if x.Look.Back == widgets.Doubtful {
					all += string(text[x.From:x.To])
				}
			}
		}
		return all
	}
	if got := tinted(); got != "渡渡" {
		t.Errorf("tinted is %q", got)
	}
	s.printed.tapped(at(0, 0))
	s.write("新")
	s.do("page.save")
	s.surveyPage(func() {})
	s.settle()
	if got := tinted(); got != "渡渡" {
		t.Errorf("after an edit tinted is %q", got)
	}
}
