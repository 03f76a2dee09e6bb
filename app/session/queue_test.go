package session_test

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/session"
)

// byHand runs what needs the owner's goroutine while another one waits in call, and returns what call did.
func (h *hand) byHand(t *testing.T, call func() error) error {
	t.Helper()
	result := make(chan error, 1)
	go func() { result <- call() }()
	for {
		select {
		case f := <-h.posted:
			f()
		case err := <-result:
			return err
		case <-t.Context().Done():
			t.Fatal("the call never returned")
		}
	}
}

// outside changes the library's file as another program could.
func outside(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// Whatever was being written when a page is closed is in the library when it is opened at once afterwards.
func TestCloseAwaitsWhatIsBeingWritten(t *testing.T) {
	path := newLibrary(t)
	for round := range 12 {
		clock, h := newClock(), newHand()
		d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校", Clock: clock, Post: h.post})
		if err != nil {
			t.Fatal(err)
		}
		s := withFile(t, d, desk.File{Name: "a.txt", Bytes: []byte("夜航首日\n\n渡口来了三、四位乘客，都说值得。老船工把缆绳解开，船就离了岸，岸上的人越来越小。\n" + string(rune('一'+round)))})
		doubt := doubts(t, s)[0]
		s.LookAt(0, 1)
		clock.wind(time.Second)
		for len(h.posted) > 0 { // the write begins, and does not hear of its end before Close is called
			(<-h.posted)()
		}
		s.LookAt(1, 2)
		s.Ignore(doubt, session.Here)
		at := bulletin.Place{Block: 1, Off: 2}
		if _, _, err := s.Replace(at, at, "新"); err != nil {
			t.Fatal(err)
		}
		s.LookAt(1, 2)
		want := text(s)
		if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err != nil || s.Unsaved() != 0 {
			t.Fatal(s.Unsaved(), err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
		if err != nil {
			t.Fatal(err)
		}
		o, err := again.OpenPage(t.Context(), s.Leaf.ID)
		if err != nil {
			t.Fatal(err)
		}
		if text(o) != want || !o.Read(0) || !o.Read(1) || len(doubts(t, o)) != len(doubts(t, s)) {
			t.Fatalf("round %d: text %v, read %v %v, %d doubts, want %d", round, text(o) == want, o.Read(0), o.Read(1), len(doubts(t, o)), len(doubts(t, s)))
		}
		if _, _, err := s.Replace(at, at, "晚"); err == nil {
			t.Error("a page that was given back can be edited")
		}
		if err := again.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// What cannot be written stays in the queue, the rest of it goes on, and Close says why it is not done.
func TestWhatIsNotWrittenStaysQueued(t *testing.T) {
	for _, c := range []struct {
		table string
		left  int // of a revision, two looks and a decision
	}{
		{"revision", 4}, {"seen", 3}, {"ignored", 1},
	} {
		t.Run(c.table, func(t *testing.T) {
			path := newLibrary(t)
			clock, h := newClock(), newHand()
			d := open(t, path, desk.Options{Clock: clock, Post: h.post})
			s := withText(t, d, "夜航首日\n\n渡口来了三、四位乘客，都说值得。老船工把缆绳解开，船就离了岸，岸上的人越来越小。\n")
			outside(t, path, "CREATE TRIGGER no_room BEFORE INSERT ON "+c.table+" BEGIN SELECT raise(ABORT, 'no room'); END")
			doubt := doubts(t, s)[0]
			at := bulletin.Place{Block: 1, Off: 2}
			if _, _, err := s.Replace(at, at, "新"); err != nil {
				t.Fatal(err)
			}
			s.LookAt(0, 2)
			s.Ignore(doubt, session.Here)
			var told []int
			s.OnSaved = func(unsaved int, err error) {
				if err != nil {
					unsaved = -unsaved
				}
				told = append(told, unsaved)
			}
			clock.wind(time.Second)
			h.until(t, func() bool { return len(told) == 1 })
			if told[0] != -c.left || s.Unsaved() != c.left {
				t.Errorf("%d things are left, told %v, want %d", s.Unsaved(), told, c.left)
			}
			if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err == nil || s.Unsaved() != c.left {
				t.Errorf("Close said %v with %d things left", err, s.Unsaved())
			}
			outside(t, path, "DROP TRIGGER no_room")
			clock.wind(time.Second) // it tries again by itself
			h.until(t, func() bool { return s.Unsaved() == 0 })
			if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err != nil {
				t.Fatal(err)
			}
			o, err := d.OpenPage(t.Context(), s.Leaf.ID)
			if err != nil || text(o) != text(s) || !o.Read(0) || !o.Read(1) || len(doubts(t, o)) != len(doubts(t, s)) {
				t.Error("not all of it is in the library:", err)
			}
		})
	}
}

// Somebody else's revisions come in while keys are typed: both are there, and the owner is told once.
func TestOthersComeInBesideTheOwner(t *testing.T) {
	path := newLibrary(t)
	clock, h := newClock(), newHand()
	d := open(t, path, desk.Options{Clock: clock, Post: h.post})
	s := withPage(t, d)
	other := open(t, path, desk.Options{Name: "林小满"})
	o, err := other.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	b := paragraph(t, s)
	if _, _, err := o.Replace(bulletin.Place{Block: b, Off: 20}, bulletin.Place{Block: b, Off: 20}, "乙"); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	var news []session.News
	s.OnNews = func(n session.News) {
		news = append(news, n)
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 9}, bulletin.Place{Block: b, Off: 9}, "丁"); err != nil {
			t.Error(err)
		}
	}
	if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 2}, bulletin.Place{Block: b, Off: 2}, "甲"); err != nil {
		t.Fatal(err)
	}
	clock.wind(time.Second)
	(<-h.posted)() // the write begins; a key comes before its end
	if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 5}, bulletin.Place{Block: b, Off: 5}, "丙"); err != nil {
		t.Fatal(err)
	}
	if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err != nil {
		t.Fatal(err)
	}
	r, _ := s.Order().Block(b)
	for at, want := range map[int]rune{2: '甲', 5: '丙', 9: '丁'} {
		if r[at] != want {
			t.Errorf("at %d stands %c, want %c: %s", at, r[at], want, string(r))
		}
	}
	if len(news) != 1 || news[0].To-news[0].From != 1 {
		t.Errorf("the news: %+v", news)
	}
	p, err := other.Page(t.Context(), s.Leaf.ID)
	if err != nil || string(p.Text.Page().Articles[0].Blocks[0].Text) == "" || p.Text.N() != s.Snapshot().Text.N() {
		t.Fatal(err)
	}
	again, err := other.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil || text(again) != text(s) {
		t.Error("the library has another text", err)
	}
}

// Others' revisions come in although a write of read marks alone, which does not notice them, is under way.
func TestRefreshWaitsForAWrite(t *testing.T) {
	path := newLibrary(t)
	clock, h := newClock(), newHand()
	d := open(t, path, desk.Options{Clock: clock, Post: h.post})
	s := withPage(t, d)
	o, err := open(t, path, desk.Options{Name: "林小满"}).OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Replace(bulletin.Place{Block: 1, Off: 1}, bulletin.Place{Block: 1, Off: 1}, "乙"); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.LookAt(0, 2)
	clock.wind(time.Second)
	(<-h.posted)() // the write begins
	if err := h.byHand(t, func() error { return s.Refresh(t.Context()) }); err != nil || text(s) != text(o) {
		t.Errorf("the page is not as it is in the library: %v", err)
	}
	if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err != nil {
		t.Fatal(err)
	}
}

// Close of a context that ended returns, and the page can be closed after it.
func TestCloseCanBeGivenUp(t *testing.T) {
	h := newHand()
	d := open(t, newLibrary(t), desk.Options{Clock: newClock(), Post: h.post})
	s := withPage(t, d)
	s.LookAt(0, 3)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Close(ctx); err == nil {
		t.Error("nobody served the owner's goroutine, and Close succeeded")
	}
	if err := h.byHand(t, func() error { return s.Close(t.Context()) }); err != nil || s.Unsaved() != 0 {
		t.Error(s.Unsaved(), err)
	}
}

// Pages that are read or changed in the background have no timers and need nobody's goroutine.
func TestBackgroundWorkArmsNoTimers(t *testing.T) {
	clock, h := newClock(), newHand()
	d := open(t, newLibrary(t), desk.Options{Clock: clock, Post: h.post})
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	issue, q := done[0].Leaf.Issue, session.Query{Text: "苇港"}
	if n, _, err := d.ReplaceInIssue(t.Context(), issue, 0, session.Query{Text: q.Text, With: "芦港"}); err != nil || n == 0 {
		t.Fatal(n, err)
	}
	if found, err := d.FindInIssue(t.Context(), issue, q); err != nil || found[0].N != 0 {
		t.Fatal(found, err)
	}
	if _, err := d.ExportIssue(t.Context(), issue, desk.Exporting{Format: "txt"}); err != nil {
		t.Fatal(err)
	}
	if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	if len(clock.timers) > 0 || len(h.posted) > 0 {
		t.Errorf("%d timers were armed, %d calls posted", len(clock.timers), len(h.posted))
	}
}

// A page that somebody else saves at the same time is changed nonetheless, in one undo step each.
func TestAmendTriesAgain(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withPage(t, d)
	const writers = 4
	failed := make(chan error, writers)
	for range writers {
		other := open(t, path, desk.Options{})
		go func() {
			_, _, err := other.ReplaceInIssue(context.Background(), s.Leaf.Issue, 0, session.Query{Text: "渡", With: "渡渡"})
			failed <- err
		}()
	}
	before, _ := s.Snapshot().Find(t.Context(), session.Query{Text: "渡"})
	for range writers {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
	p, err := d.Page(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	after, err := p.Find(t.Context(), session.Query{Text: "渡"})
	if err != nil || len(after.At) != len(before.At)<<writers || p.Text.N() != s.Snapshot().Text.N()+writers {
		t.Errorf("%d became %d in %d steps: %v", len(before.At), len(after.At), p.Text.N()-s.Snapshot().Text.N(), err)
	}
}
