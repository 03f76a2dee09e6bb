package session_test

import (
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/session"
)

// What was looked at stays read, over a restart too, until it changes.
func TestReading(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{Name: "沈小禾"})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸。\n")
	_, all := s.Unread(0)
	if all != s.Order().Blocks() || all < 3 {
		t.Fatalf("%d of %d blocks are unread", all, s.Order().Blocks())
	}
	if n := s.LookAt(0, 2); n != 2 || !s.Read(0) || !s.Read(1) || s.Read(2) {
		t.Fatalf("looking at two blocks was news for %d: %v %v %v", n, s.Read(0), s.Read(1), s.Read(2))
	}
	if next, _ := s.Unread(0); next != 2 {
		t.Errorf("the next unread block is %d", next)
	}
	id := s.Leaf.ID
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = open(t, path, desk.Options{Name: "林小满"})
	s, err := d.OpenPage(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Read(0) || !s.Read(1) || unread(s) != all-2 {
		t.Error("what was read is unread after a restart")
	}
	_, c, err := s.Replace(bulletin.Place{Block: 1, Off: 0}, bulletin.Place{Block: 1, Off: 0}, "新")
	if err != nil || s.Read(1) || !s.Read(0) {
		t.Errorf("a block that changed counts as read: %v %v", c, err)
	}
	if _, _, err := s.Undo(); err != nil || !s.Read(1) {
		t.Error("a block that is again as it was read counts as unread", err)
	}
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SetKind(0, 1, bulletin.Kicker) }); err != nil || s.Read(0) {
		t.Error("a block of another kind counts as read", err)
	}
	if n := s.LookAt(-3, 99); n != unread(s)+n || unread(s) != 0 {
		t.Errorf("after all was looked at %d are unread", unread(s))
	}
	if next, _ := s.Unread(0); next >= 0 {
		t.Error("something is still unread")
	}
}

// A finding that is let stand is not shown again: at its place, or everywhere.
func TestIgnore(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, "夜航首日\n\n渡口来了三、四位乘客，都说值得；对岸也来了三、四位。老船工把缆绳解开，又等来三、四位客人，船才离了岸。\n")
	fixes := func() (all []session.Doubt) {
		for _, x := range doubts(t, s) {
			if x.Rule != "" {
				all = append(all, x)
			}
		}
		return all
	}
	if n := len(fixes()); n != 3 {
		t.Fatalf("%d suggestions, want 3", n)
	}
	if s.Ignore(fixes()[1], session.Here); len(fixes()) != 2 {
		t.Fatalf("after one was let stand %d are shown", len(fixes()))
	}
	if s.Ignore(fixes()[0], session.Everywhere); len(fixes()) != 0 {
		t.Fatalf("after all were let stand %d are shown", len(fixes()))
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	again, err := d.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	s = again
	if len(fixes()) != 0 {
		t.Error("they are shown again after the page was opened anew")
	}
	if s.Unignore(false); len(fixes()) != 0 {
		t.Errorf("%d suggestions are back on a page of which all are let stand everywhere", len(fixes()))
	}
	if s.Unignore(true); len(fixes()) != 3 {
		t.Errorf("%d suggestions are back, want 3", len(fixes()))
	}
	for _, x := range doubts(t, s) {
		if x.Rule == "" {
			s.Ignore(x, session.Everywhere)
		}
	}
	if n := len(doubts(t, s)); n != 3 {
		t.Errorf("%d doubtful places are left, want the 3 suggestions", n)
	}
}

func unread(s *session.Session) int {
	_, left := s.Unread(0)
	return left
}

// What is signed is another round: its blocks are to be read again, and what is corrected then bears it.
func TestRounds(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	article := s.Order().ArticleAt(1)
	edit := func(text string) bulletin.Round {
		t.Helper()
		if _, _, err := s.Change("", bulletin.Place{Block: 1, Off: 2}, bulletin.Place{Block: 1, Off: 2}, text); err != nil {
			t.Fatal(err)
		}
		log := s.Snapshot().Text.Log()
		return log[len(log)-1].Round
	}
	if r := edit("一"); r != bulletin.Draft {
		t.Errorf("before anything was signed a revision is of round %d", r)
	}
	if s.LookAt(0, 2); !s.Read(0) || !s.Read(1) {
		t.Fatal("what was looked at is unread")
	}
	s.Sign(article, bulletin.FirstProof)
	if s.Read(0) || s.Read(1) || s.Rounds()[article] != bulletin.FirstProof {
		t.Error("a new round has been read")
	}
	if r := edit("二"); r != bulletin.FirstProof {
		t.Errorf("after the first proof a revision is of round %d", r)
	}
	s.LookAt(1, 2)
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	o, err := d.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if o.Rounds()[article] != bulletin.FirstProof || o.Read(0) || !o.Read(1) || o.Snapshot().Rounds[article] != bulletin.FirstProof {
		t.Error("the round, or what was read in it, is lost:", o.Rounds(), o.Read(0), o.Read(1))
	}
	if steps, err := o.Snapshot().Steps(t.Context()); err != nil || steps[len(steps)-1].Round != bulletin.FirstProof {
		t.Error("the history does not know the round", err)
	}
}
