package session_test

import (
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/session"
)

// Whatever follows keys that no save has reached yet speaks of the characters that they typed: other keys
// elsewhere, an edit over several blocks, a drag.
func TestEditsOfWhatWasJustTyped(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(s *session.Session, b int) error
		want string
	}{
		{"a later key deletes it", func(s *session.Session, b int) error {
			_, _, err := s.Replace(bulletin.Place{Block: b, Off: 2}, bulletin.Place{Block: b, Off: 3}, "")
			return err
		}, "渡甲丙口"},
		{"a selection over two blocks takes it along", func(s *session.Session, b int) error {
			_, _, err := s.Replace(bulletin.Place{Block: b, Off: 2}, bulletin.Place{Block: b + 1, Off: 1}, "")
			return err
		}, "渡甲二"},
		{"it is dragged", func(s *session.Session, b int) error {
			_, err := moveText(s, revision.Stretch{Block: b, From: 1, To: 3}, bulletin.Place{Block: b})
			return err
		}, "甲乙渡丙"},
		{"its block becomes another kind", func(s *session.Session, b int) error {
			_, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SetKind(b, b+1, bulletin.Caption) })
			return err
		}, "渡甲乙丙口"},
		{"a page found it", func(s *session.Session, b int) error {
			found, err := s.Snapshot().Find(t.Context(), session.Query{Text: "乙丙", With: "丁"})
			if err != nil || len(found.At) != 1 {
				t.Error(found, err)
			}
			_, err = s.Edit("", func(o *revision.Order) []revision.Op { return o.ReplaceEach(found.At, found.With) })
			return err
		}, "渡甲丁口"},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := newClock()
			d := open(t, newLibrary(t), desk.Options{Clock: clock})
			s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小。\n\n第二天清早，船到了对岸，岸上的人都来看。\n")
			b := 1
			for i, r := range []rune("甲乙丙") {
				at := bulletin.Place{Block: b, Off: 1 + i}
				if _, _, err := s.Replace(at, at, string(r)); err != nil {
					t.Fatal(err)
				}
				clock.wind(100 * time.Millisecond)
			}
			if err := c.edit(s, b); err != nil {
				t.Fatal(err)
			}
			r, _ := s.Order().Block(b)
			if got := string(r[:len([]rune(c.want))]); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
