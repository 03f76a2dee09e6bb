package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// feed gives an editor what the driver reports: a name in brackets is a key, whatever stands outside
// of brackets comes as runes. "[S][H][I][Space]是" is 是, typed by a method.
func feed(e *Editor, events string) {
	for events != "" {
		if rest, ok := strings.CutPrefix(events, "["); ok {
			name, after, _ := strings.Cut(rest, "]")
			if ctrl, ok := strings.CutPrefix(name, "Ctrl+"); ok {
				e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyName(ctrl), Modifier: fyne.KeyModifierControl})
			} else {
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(name)})
			}
			events = after
			continue
		}
		r := []rune(events)[0]
		e.TypedRune(r)
		events = strings.TrimPrefix(events, string(r))
	}
}

// TestComposition feeds what was seen of ibus with libpinyin, and what comes without a method, into
// the middle of a text.
func TestComposition(t *testing.T) {
	for _, c := range []struct{ name, events, want string }{
		// With a method.
		{"a word", "[S][H][I][Space]是", "甲乙是丙|"},
		{"mended", "[S][H][J][BackSpace][I][Space]是", "甲乙是丙|"},
		{"taken back letter by letter, then one key more", "[S][H][BackSpace][BackSpace][BackSpace]", "甲丙|"},
		{"chosen with the arrows", "[S][H][I][Down][Down][Up][Next][Prior][Space]时", "甲乙时丙|"},
		{"chosen by digit", "[S][H][I][2]时", "甲乙时丙|"},
		{"its letters taken", "[S][H][I][Return]shi", "甲乙shi丙|"},
		{"given up", "[S][H][I][Escape]", "甲乙丙|"},
		{"given up, then a key", "[S][H][I][Escape][BackSpace]", "甲丙|"},
		{"moved inside, mended there", "[S][H][I][Left][Left][Home][Delete][BackSpace][BackSpace][BackSpace][BackSpace][End][Right][Space]是", "甲乙是丙|"},
		{"moved by syllable", "[X][I][A][N][Ctrl+Left][Ctrl+BackSpace][Ctrl+Delete][Space]西", "甲乙西丙|"},
		{"an apostrophe is a letter", "[X][I]['][A][N][BackSpace][BackSpace][BackSpace][BackSpace][BackSpace]", "甲乙丙|"},
		{"and behind it one key more", "[X][I]['][A][N][BackSpace][BackSpace][BackSpace][BackSpace][BackSpace][BackSpace]", "甲丙|"},
		{"a mark ends it", "[A][,]啊，[BackSpace]", "甲乙啊丙|"},
		{"a capital", "[LeftShift][A][BackSpace]", "甲乙丙|"},
		{"two words, then a key", "[N][I][Space]你[H][A][O][Space]好[BackSpace]", "甲乙你丙|"},
		{"the runes come late", "[N][I][Space][H][A][O]你们[BackSpace][BackSpace][BackSpace]", "甲乙你们丙|"},
		{"later still", "[N][I][Space][H][A][O][Space][B]你们[BackSpace]", "甲乙你们丙|"},
		{"a method that needs no key to commit", "[W][Q][Space]你[W][Q][V][B]好[BackSpace]", "甲乙你丙|"},
		{"Tab goes to the method", "[S][H][I][Tab][Space]是", "甲乙是丙|"},
		{"switched off", "[S][Ctrl+Space][BackSpace]", "甲丙|"},
		{"the method is there and passes letters on, late", "[A][B]ab[C]c[BackSpace]", "甲乙ab丙|"},

		// Without one: every key does what it says.
		{"letters", "[A]a[LeftShift][B]B[BackSpace]", "甲乙a丙|"},
		{"a key held down", "[A]aaa[A]a[BackSpace][BackSpace]", "甲乙aa丙|"},
		{"held down, as the driver repeats it", "[A]a[A]a[A]a[BackSpace]", "甲乙aa丙|"},
		{"digits, marks, blanks", "[1]1[,],['] [Space] [BackSpace][BackSpace]", "甲乙1,丙|"},
		{"a quote alone", "[']'[BackSpace][BackSpace]", "甲丙|"},
		{"Enter", "[A]a[Return]b", "甲乙a|b丙|"},
		{"moving", "[A]a[Left][Home][Delete]", "乙a丙|"},
		{"keys without letters", "[BackSpace][Return][Delete]", "甲||"},
		{"a dead key and its letter", "['][E]é[BackSpace][BackSpace]", "甲丙|"},
		{"another alphabet", "[A]ф[B]и[BackSpace]", "甲乙ф丙|"},
		{"by words", "[A]a[Ctrl+BackSpace]", "甲乙丙|"},
	} {
		t.Run(c.name, func(t *testing.T) {
			EndComposition()
			d := newPlain("甲乙丙\n")
			e, _ := show(t, d, 400, 300)
			e.SetCaret(Pos{0, 2})
			feed(e, c.events)
			if got := strings.ReplaceAll(d.String(), "\n", "|"); got != c.want {
				t.Errorf("%s\n got %q\nwant %q", c.events, got, c.want)
			}
		})
	}
}

// Lists are not typed into, but their keys take corrections back: what a composition uses must not.
func TestCompositionOverRows(t *testing.T) {
	EndComposition()
	l := NewRows()
	l.held = func() fyne.KeyModifier { return 0 }
	l.Count, l.Row = func() int { return 3 }, func(int) Row { return Row{} }
	var seen []fyne.KeyName
	l.Intercept = func(k *fyne.KeyEvent, _ fyne.KeyModifier) bool {
		seen = append(seen, k.Name)
		return true
	}
	for _, k := range []fyne.KeyName{"S", fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyEscape, fyne.KeyDelete} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(seen) != 2 || seen[0] != "S" || seen[1] != fyne.KeyDelete {
		t.Errorf("the list acted on %v", seen)
	}
}
