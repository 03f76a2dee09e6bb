package session_test

import (
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/session"
)

// handClock is a clock that stands still until it is wound on.
type handClock struct {
	mu     sync.Mutex
	now    time.Time
	timers []handTimer
}

type handTimer struct {
	at time.Time
	f  func()
}

func newClock() *handClock { return &handClock{now: time.Date(2024, 11, 20, 8, 0, 0, 0, time.UTC)} }

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) AfterFunc(d time.Duration, f func()) func() {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := len(c.timers)
	c.timers = append(c.timers, handTimer{c.now.Add(d), f})
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.timers[i].f = nil
	}
}

// wind moves the time on and runs what became due.
func (c *handClock) wind(d time.Duration) {
	c.mu.Lock()
	c.now = c.now.Add(d)
	var due []func()
	for i, t := range c.timers {
		if t.f != nil && !t.at.After(c.now) {
			due = append(due, t.f)
			c.timers[i].f = nil
		}
	}
	c.mu.Unlock()
	for _, f := range due {
		f()
	}
}

// hand is the goroutine that owns the open pages: what is posted waits until it is asked for.
type hand struct{ posted chan func() }

func newHand() *hand { return &hand{make(chan func(), 1000)} }

func (h *hand) post(f func()) { h.posted <- f }

// until runs what is posted until done says so.
func (h *hand) until(t *testing.T, done func() bool) {
	t.Helper()
	for !done() {
		select {
		case f := <-h.posted:
			f()
		case <-t.Context().Done():
			t.Fatal("the state never came")
		}
	}
}

func open(t *testing.T, path string, opt desk.Options) *desk.Desk {
	t.Helper()
	if opt.Name == "" {
		opt.Name = "沈校"
	}
	d, err := desk.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func newLibrary(t *testing.T) string { return filepath.Join(t.TempDir(), "test.qingyang") }

// withPage is a library with one page of the sample, opened.
func withPage(t *testing.T, d *desk.Desk) *session.Session {
	t.Helper()
	p := sample.Issues()[0].Pages[0]
	return withFile(t, d, desk.File{Name: p.File, Bytes: p.Raw})
}

// withText is a library with a page of a few words, opened.
func withText(t *testing.T, d *desk.Desk, raw string) *session.Session {
	t.Helper()
	return withFile(t, d, desk.File{Name: "a.txt", Bytes: []byte(raw)})
}

func withFile(t *testing.T, d *desk.Desk, f desk.File) *session.Session {
	t.Helper()
	done, bad, err := d.Import(t.Context(), []desk.File{f}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 || len(done) != 1 {
		t.Fatal(done, bad, err)
	}
	s, err := d.OpenPage(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func text(s *session.Session) string {
	var b strings.Builder
	for i := range s.Order().Blocks() {
		r, h := s.Order().Block(i)
		b.WriteString(h.Kind.String() + ":" + string(r) + "\n")
	}
	return b.String()
}

// paragraph is the first shown block of body text with more than 40 runes.
func paragraph(t *testing.T, s *session.Session) int {
	t.Helper()
	for i := range s.Order().Blocks() {
		if r, h := s.Order().Block(i); h.Kind == bulletin.Paragraph && len(r) > 40 {
			return i
		}
	}
	t.Fatal("no paragraph")
	return 0
}

func TestUndoAfterRestart(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withPage(t, d)
	raw := text(s)
	b := paragraph(t, s)
	if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 5}, bulletin.Place{Block: b, Off: 7}, "改动"); err != nil {
		t.Fatal(err)
	}
	edited := text(s)
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	d2 := open(t, path, desk.Options{})
	s2, err := d2.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if text(s2) != edited {
		t.Fatal("the edit is gone")
	}
	if _, _, err := s2.Undo(); err != nil || text(s2) != raw {
		t.Errorf("undo after a restart: %v", err)
	}
	if _, _, err := s2.Redo(); err != nil || text(s2) != edited {
		t.Errorf("redo after a restart: %v", err)
	}
	if err := s2.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestOneJoinIsTakenBackWhileLaterEditsStay(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	b := paragraph(t, s)
	n := s.Order().Blocks()
	r, _ := s.Order().Block(b)
	last := bulletin.Place{Block: b, Off: len(r) - 1}
	if _, _, err := s.Replace(last, last, "后"); err != nil {
		t.Fatal(err)
	}
	var join session.Correction
	for _, c := range corrections(t, s) {
		if p := placeOf(s, c.At); c.Rule == "L1" && c.Counts && p.Block == b && p.Off > 0 {
			join = c
			break
		}
	}
	if join.Rev == 0 {
		t.Fatal("nothing was joined in the first paragraph")
	}
	if _, _, err := s.TakeBack(join); err != nil {
		t.Fatal(err)
	}
	if s.Order().Blocks() != n+1 {
		t.Errorf("%d blocks, want %d", s.Order().Blocks(), n+1)
	}
	if !strings.Contains(text(s), "后") {
		t.Error("the later edit went with it")
	}
}

// TestTakenBackMarkStays: a block whose kind is taken back is a line in no article again; a break that
// comes back with a join is a block of the story that it stands in.
func TestTakenBackMarkStays(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	marks, joins := 0, 0
	for _, c := range corrections(t, s) {
		if c.Kind == compare.Marked && c.Is.Kind == bulletin.Headline && c.Counts {
			marks++
			if _, _, err := s.TakeBack(c); err != nil {
				t.Fatal(err)
			}
			if _, h := s.Order().Block(placeOf(s, c.At).Block); h.Kind != bulletin.Line || h.Article != bulletin.None {
				t.Errorf("the block is %v of %v", h.Kind, h.Article)
			}
			break
		}
	}
	for _, c := range corrections(t, s) {
		if c.Kind == compare.Joined && c.Counts && c.Rule == "L1" {
			if i := placeOf(s, c.At).Block; s.Order().ArticleAt(i) == bulletin.None {
				continue
			}
			joins++
			blocks := s.Order().Blocks()
			if _, _, err := s.TakeBack(c); err != nil {
				t.Fatal(err)
			}
			if _, h := s.Order().Block(placeOf(s, c.At).Block); s.Order().Blocks() <= blocks || h.Kind == bulletin.Line || h.Article == bulletin.None {
				t.Errorf("%d blocks of %d, the upper one %v of %v", s.Order().Blocks(), blocks, h.Kind, h.Article)
			}
			break
		}
	}
	if marks != 1 || joins != 1 {
		t.Errorf("%d marks and %d joins were taken back, want one of each", marks, joins)
	}
}

func corrections(t *testing.T, s *session.Session) []session.Correction {
	t.Helper()
	all, err := s.Snapshot().Corrections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func doubts(t *testing.T, s *session.Session) []session.Doubt {
	t.Helper()
	all, err := s.Snapshot().Doubts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// placeOf is where a character is shown, or would be if it is dead.
func placeOf(s *session.Session, id bulletin.ID) bulletin.Place {
	p, _ := s.Order().PlaceOf(id)
	return p
}
