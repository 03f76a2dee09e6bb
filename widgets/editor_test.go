package widgets

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const passage = "渡口的老船工说，这条河养活了几代人。天不亮，船就离了岸。\n" +
	"“坐稳喽！”他把竹篙一点，渡船便荡了出去，船上坐着19个人、两辆电动车和一筐莲藕。\n\n" +
	"The ferry left at 9:30, and nobody on board had heard of GDP or of Windows 11."

func TestTyping(t *testing.T) {
	d := newPlain("甲乙丙")
	e, _ := show(t, d, 400, 300)
	press(e, fyne.KeyRight)
	typeIn(e, "子\n丑")
	press(e, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyDelete)
	if got := d.String(); got != "甲子丙" || e.Caret() != (Pos{0, 2}) {
		t.Errorf("%q, caret %v", got, e.Caret())
	}
	e.ReadOnly = true
	typeIn(e, "寅\n")
	press(e, fyne.KeyBackspace)
	if d.String() != "甲子丙" {
		t.Errorf("a read-only side was edited: %q", d.String())
	}
}

func TestSelection(t *testing.T) {
	d := newPlain("甲乙丙\n丁戊己")
	e, _ := show(t, d, 400, 300)
	press(e, fyne.KeyRight)
	pressShift(e, fyne.KeyDown, fyne.KeyRight)
	if got := e.SelectedText(); got != "乙丙\n丁戊" {
		t.Errorf("selected %q", got)
	}
	press(e, fyne.KeyLeft)
	if e.Caret() != (Pos{0, 1}) || !e.Selection().Empty() {
		t.Errorf("Left did not go to the start of the selection: %v", e.Caret())
	}
	pressShift(e, fyne.KeyEnd)
	typeIn(e, "子")
	if d.String() != "甲子\n丁戊己" {
		t.Errorf("%q", d.String())
	}
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	if e.SelectedText() != "甲子\n丁戊己" {
		t.Errorf("selected %q", e.SelectedText())
	}
}

func TestClipboard(t *testing.T) {
	d := newPlain("甲乙丙")
	e, _ := show(t, d, 400, 300)
	clip := fyne.CurrentApp().Clipboard()
	pressShift(e, fyne.KeyRight, fyne.KeyRight)
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	press(e, fyne.KeyRight)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if d.String() != "丙甲乙" || clip.Content() != "甲乙" {
		t.Errorf("%q, clipboard %q", d.String(), clip.Content())
	}
	clip.SetContent("子\r\n丑\r寅")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if d.String() != "丙甲乙子\n丑\n寅" {
		t.Errorf("%q", d.String())
	}
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "子\r\n丑\r寅" {
		t.Error("nothing was selected, and the clipboard changed")
	}
}

// ctrl presses a key with Ctrl held.
func ctrl(e *Editor, k fyne.KeyName) {
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierControl})
}

// click clicks n times at a place, and says where it was, in Fyne's units.
func click(e *Editor, p Pos, n int) fyne.Position {
	_, top, height := e.lineAt(p, false)
	at := fyne.NewPos(e.units(e.xOf(p, false)+1), e.units(top-e.y+height/2))
	for range n {
		e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		e.MouseUp(nil)
	}
	return at
}

func TestMouse(t *testing.T) {
	d := newPlain("渡口，GDP增长8%，很好\n第二段")
	e, _ := show(t, d, 600, 300)
	now := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	e.now = func() time.Time { return now }
	for _, c := range []struct {
		clicks int
		at     Pos
		want   string
	}{{1, Pos{0, 4}, ""}, {2, Pos{0, 4}, "GDP"}, {2, Pos{0, 0}, "渡口"}, {2, Pos{0, 2}, "，"}, {3, Pos{0, 4}, "渡口，GDP增长8%，很好"}, {4, Pos{0, 4}, ""}} {
		now = now.Add(time.Minute)
		click(e, c.at, c.clicks)
		if got := e.SelectedText(); got != c.want {
			t.Errorf("%d clicks at %v select %q, want %q", c.clicks, c.at, got, c.want)
		}
	}
	now = now.Add(time.Minute)
	at := click(e, Pos{0, 3}, 1)
	now = now.Add(time.Minute)
	e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	_, top, height := e.lineAt(Pos{1, 2}, false)
	e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(e.units(e.xOf(Pos{1, 2}, false)), e.units(top+height/2))}})
	e.DragEnd()
	if got := e.Selection(); got != (Range{Pos{0, 3}, Pos{1, 2}}) {
		t.Errorf("dragged to %v", got)
	}
	// A selection is dragged: inside its block, to another one, onto itself, and on a read-only side.
	for _, c := range []struct {
		from, to, grip, at Pos
		want               string
	}{
		{Pos{0, 0}, Pos{0, 2}, Pos{0, 1}, Pos{0, 6}, "，GDP渡口增长8%，很好\n第二段"},
		{Pos{0, 4}, Pos{0, 6}, Pos{0, 5}, Pos{0, 0}, "渡口，GDP增长8%，很好\n第二段"},
		{Pos{0, 3}, Pos{0, 6}, Pos{0, 4}, Pos{1, 1}, "渡口，增长8%，很好\n第GDP二段"},
		{Pos{1, 1}, Pos{1, 4}, Pos{1, 2}, Pos{0, 3}, "渡口，GDP增长8%，很好\n第二段"},
		{Pos{0, 3}, Pos{0, 6}, Pos{0, 4}, Pos{0, 5}, "渡口，GDP增长8%，很好\n第二段"},
	} {
		now = now.Add(time.Minute)
		e.Select(c.from, c.to)
		spot := func(p Pos) fyne.Position {
			_, top, height := e.lineAt(p, false)
			return fyne.NewPos(e.units(e.xOf(p, false)+1), e.units(top-e.y+height/2))
		}
		e.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: spot(c.grip)}, Button: desktop.MouseButtonPrimary})
		e.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: spot(c.at)}})
		e.DragEnd()
		if d.String() != c.want {
			t.Errorf("%v–%v dragged to %v: %q, want %q", c.from, c.to, c.at, d.String(), c.want)
		}
	}
	e.Select(Pos{0, 0}, Pos{0, 3})
	now = now.Add(time.Minute)
	click(e, Pos{0, 1}, 1)
	if !e.Selection().Empty() || e.Caret() != (Pos{0, 1}) {
		t.Errorf("a click into the selection left %v", e.Selection())
	}
	e.Select(Pos{0, 3}, Pos{1, 2})
	var menu Pos
	e.OnContext = func(p Pos, _ fyne.Position) { menu = p }
	sel := e.Selection()
	e.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(e.units(e.xOf(Pos{1, 1}, false)), e.units(top+height/2))})
	if e.Selection() != sel || menu != (Pos{1, 1}) {
		t.Errorf("the menu at %v changed the selection to %v", menu, e.Selection())
	}
}

func TestWords(t *testing.T) {
	d := newPlain("渡口，GDP 增长")
	e, _ := show(t, d, 600, 300)
	var stops []int
	for range 3 {
		ctrl(e, fyne.KeyRight)
		stops = append(stops, e.Caret().Off)
	}
	if fmt.Sprint(stops) != "[3 7 9]" {
		t.Errorf("words to the right: %v", stops)
	}
	ctrl(e, fyne.KeyLeft)
	ctrl(e, fyne.KeyBackspace)
	if d.String() != "渡口，增长" {
		t.Errorf("%q", d.String())
	}
	ctrl(e, fyne.KeyEnd)
	ctrl(e, fyne.KeyHome)
	if e.Caret() != (Pos{}) {
		t.Errorf("caret %v", e.Caret())
	}
}

// Words of Han characters are the program's; here they are of two characters.
func TestWordsOfHan(t *testing.T) {
	d := newPlain("渡口老船，工人家里")
	e, _ := show(t, d, 600, 300)
	e.Words = func(run []rune, i int) (from, to int) {
		from = i / 2 * 2
		return from, min(len(run), from+2)
	}
	var stops []int
	for range 5 {
		ctrl(e, fyne.KeyRight)
		stops = append(stops, e.Caret().Off)
	}
	for range 3 {
		ctrl(e, fyne.KeyLeft)
		stops = append(stops, e.Caret().Off)
	}
	if fmt.Sprint(stops) != "[2 5 7 9 9 7 5 2]" {
		t.Errorf("words to the right and back: %v", stops)
	}
	e.now = func() time.Time { return time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC) }
	click(e, Pos{0, 8}, 2)
	if e.SelectedText() != "家里" {
		t.Errorf("a double click selects %q", e.SelectedText())
	}
}

func TestUpAndDownKeepTheirPlace(t *testing.T) {
	d := newPlain("一二三四五六七八\n一\n一二三四五六七八")
	e, _ := show(t, d, 600, 300)
	e.SetCaret(Pos{0, 6})
	press(e, fyne.KeyDown)
	if e.Caret() != (Pos{1, 1}) {
		t.Fatalf("caret %v", e.Caret())
	}
	press(e, fyne.KeyDown)
	if e.Caret() != (Pos{2, 6}) {
		t.Errorf("the short line was not crossed straight: %v", e.Caret())
	}
}

func TestEndOfAWrappedLine(t *testing.T) {
	d := newPlain(strings.Repeat("渡", 60))
	e, _ := show(t, d, 400, 300)
	first := e.lines.at(0).end(0, 60)
	press(e, fyne.KeyEnd)
	if e.Caret().Off != first || e.lines.at(0).lineOf(e.Caret().Off, e.late) != 0 {
		t.Errorf("End went to %v, late %v", e.Caret(), e.late)
	}
	press(e, fyne.KeyHome)
	if e.Caret().Off != 0 {
		t.Errorf("Home went to %v", e.Caret())
	}
}

func TestGraphemes(t *testing.T) {
	d := newPlain("e\u0301葛\U000E0100b")
	e, _ := show(t, d, 400, 300)
	press(e, fyne.KeyRight)
	if e.Caret().Off != 2 {
		t.Errorf("caret inside a grapheme: %v", e.Caret())
	}
	press(e, fyne.KeyRight, fyne.KeyBackspace)
	if d.String() != "e\u0301b" {
		t.Errorf("%q", d.String())
	}
}

func TestChangedFromOutside(t *testing.T) {
	d := newPlain("一\n二\n三\n四")
	e, _ := show(t, d, 400, 300)
	d.others = append(d.others, e)
	e.SetCaret(Pos{2, 1})
	d.Replace(Pos{0, 1}, Pos{0, 1}, "甲\n乙")
	if e.Caret() != (Pos{3, 1}) {
		t.Errorf("the caret did not stay on its text: %v", e.Caret())
	}
	check(t, e, d)
}

// check holds layout and screen against the document.
func check(t testing.TB, e *Editor, d *plainDocument) {
	t.Helper()
	if e.lines.n != d.Len() {
		t.Fatalf("%d blocks laid out, %d there", e.lines.n, d.Len())
	}
	height := 0
	var want []string
	for i := range d.blocks {
		p, fresh := e.lines.at(i), e.measure(i)
		if fmt.Sprint(*p) != fmt.Sprint(fresh) {
			t.Fatalf("block %d is laid out %v, should be %v", i, *p, fresh)
		}
		for line := range p.lines() {
			y := height + int(p.above) + line*int(p.pitch)
			if y+int(p.pitch) > e.y && y < e.y+e.h {
				want = append(want, string(d.blocks[i][p.start(line):p.end(line, len(d.blocks[i]))]))
			}
		}
		height += p.height()
	}
	if height != e.lines.height {
		t.Fatalf("height %d, should be %d", e.lines.height, height)
	}
	at := map[int]string{}
	for _, r := range e.rows {
		if r.shown {
			at[e.px(r.raster.Position().Y)] = string(r.strip.runes)
		}
	}
	if len(at) != len(want) {
		t.Fatalf("%d lines on screen, %d in view", len(at), len(want))
	}
	left := map[string]int{}
	for _, s := range at {
		left[s]++
	}
	for _, s := range want {
		if left[s]--; left[s] < 0 {
			t.Fatalf("%q is not on screen", s)
		}
	}
	if c := e.Caret(); c != e.inside(c) {
		t.Fatalf("the caret is outside: %v", c)
	}
}

// TestRandomActions plays 10,000 actions against plain strings.
func TestRandomActions(t *testing.T) {
	d := newPlain(passage)
	e, w := show(t, d, 420, 260)
	rnd := rand.New(rand.NewPCG(7, 11))
	clip := fyne.CurrentApp().Clipboard()
	offset := func(p Pos) int {
		n := 0
		for i := range p.Block {
			n += len(d.blocks[i]) + 1
		}
		return n + p.Off
	}
	moves := []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown}
	for n := range 10_000 {
		text := []rune(d.String())
		sel := e.Selection()
		a, b := offset(sel.From), offset(sel.To)
		caret := offset(e.Caret())
		want, at := text, -1  // at: where the caret should be
		if rnd.IntN(10) < 3 { // a method is composing meanwhile: that is no text
			e.Preedit("zhong'guo", rnd.IntN(10))
		}
		put := func(from, to int, s string) {
			want = append(append(append([]rune{}, text[:from]...), []rune(s)...), text[to:]...)
			at = from + len([]rune(s))
		}
		switch k := rnd.IntN(100); {
		case k < 30:
			s := string([]rune("渡口，。“”GDP1 9%")[rnd.IntN(13)])
			put(a, b, s)
			typeIn(e, s)
		case k < 36:
			put(a, b, "\n")
			press(e, fyne.KeyReturn)
		case k < 50:
			if a == b && a > 0 {
				a--
			}
			put(a, b, "")
			press(e, fyne.KeyBackspace)
		case k < 58:
			if a == b && b < len(text) {
				b++
			}
			put(a, b, "")
			press(e, fyne.KeyDelete)
		case k < 66:
			at = max(caret-1, 0)
			if a != b {
				at = a
			}
			press(e, fyne.KeyLeft)
		case k < 74:
			at = min(caret+1, len(text))
			if a != b {
				at = b
			}
			press(e, fyne.KeyRight)
		case k < 80:
			press(e, moves[rnd.IntN(len(moves))])
		case k < 90:
			pressShift(e, append(moves, fyne.KeyLeft, fyne.KeyRight)[rnd.IntN(len(moves)+2)])
		case k < 93:
			clip.SetContent("纸\n上，得来")
			put(a, b, clip.Content())
			e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
		case k < 95:
			block := rnd.IntN(d.Len())
			click(e, Pos{block, rnd.IntN(len(d.blocks[block]) + 1)}, 1+rnd.IntN(3))
		case k < 97:
			e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, float32(rnd.IntN(400)-200))})
		case k < 98:
			w.Resize(fyne.NewSize(float32(200+rnd.IntN(500)), float32(120+rnd.IntN(300))))
		default:
			if len(text) > 1500 { // keep it small
				e.TypedShortcut(&fyne.ShortcutSelectAll{})
				put(0, len(text), "新")
				typeIn(e, "新")
			}
		}
		if got := d.String(); got != string(want) {
			t.Fatalf("action %d: text\n%q\nwant\n%q", n, got, string(want))
		}
		if at >= 0 && offset(e.Caret()) != at {
			t.Fatalf("action %d: caret at %d, want %d", n, offset(e.Caret()), at)
		}
		e.Preedit("", 0)
		check(t, e, d)
	}
}
