package window

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"qingyang/app/say"
	"qingyang/widgets"
)

// What the foot of the window says is about now: a doubtful place's sentence goes with the caret or with the
// text, any other once there was time to read it and the editor went on, and every command begins anew.
func TestNotice(t *testing.T) {
	s := newStage(t)
	c := s.stopClock()
	s.sample()
	said := func() string { return s.status.Text() }
	s.do("doubt.next")
	if said() == "" || !strings.HasPrefix(said(), "1/") {
		t.Fatalf("F8 says %q", said())
	}
	s.wind(c, time.Minute)
	if said() == "" {
		t.Error("the sentence went though the caret still stands there")
	}
	s.press(fyne.KeyRight)
	if said() != "" {
		t.Errorf("the caret left the doubtful place, and the foot says %q", said())
	}
	s.do("doubt.next")
	s.write("字")
	if said() != "" {
		t.Errorf("the text is another, and the foot says %q", said())
	}

	s.Say(say.T("替换了 3 处", "3 replaced"))
	s.write("字")
	if said() == "" {
		t.Error("nobody could read the sentence")
	}
	s.wind(c, readable)
	if said() != "" {
		t.Errorf("the editor went on, there was time, and the foot says %q", said())
	}
	s.Say(say.T("替换了 3 处", "3 replaced"))
	s.wind(c, readable)
	if said() == "" {
		t.Error("the sentence went while nobody did anything")
	}
	s.clean.SetCaret(widgets.Pos{Block: 1, Off: 1})
	if said() != "" {
		t.Errorf("the foot says %q", said())
	}
	s.Say(say.T("撤销：请先打开一版", "Undo: open a page first"))
	s.do("undo")
	if said() != "" {
		t.Errorf("after a command the foot says %q", said())
	}
	s.Say(say.T("一", "one"))
	s.wind(c, readable/2)
	s.Say(say.T("二", "two"))
	s.write("字")
	s.wind(c, readable/2)
	if said() != "二" {
		t.Errorf("the earlier sentence's time took the later one away: %q", said())
	}
}
