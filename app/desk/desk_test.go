package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/say"
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
	for i := range s.Blocks() {
		r, h := s.Block(i)
		b.WriteString(h.Kind.String() + ":" + string(r) + "\n")
	}
	return b.String()
}

// paragraph is the first shown block of body text with more than 40 runes.
func paragraph(t *testing.T, s *session.Session) int {
	t.Helper()
	for i := range s.Blocks() {
		if r, h := s.Block(i); h.Kind == bulletin.Paragraph && len(r) > 40 {
			return i
		}
	}
	t.Fatal("no paragraph")
	return 0
}

func TestImportReadsTheDateLine(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	if s.Leaf.Publication != "苇港报" || s.Leaf.Date != "2024-11-08" || s.Leaf.Number != 1 {
		t.Errorf("the page went to %+v", s.Leaf)
	}
}

func TestSameBytesAreKnown(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	withPage(t, d)
	p := sample.Issues()[0].Pages[0]
	done, bad, err := d.Import(t.Context(), []desk.File{{Name: "again.txt", Bytes: p.Raw}}, desk.Importing{}, nil)
	if err != nil || len(done) != 0 || len(bad) != 1 {
		t.Fatal(done, bad, err)
	}
	var problem *say.Problem
	if !errors.As(bad[0], &problem) || problem.Subject != "again.txt" {
		t.Errorf("said %v", bad[0])
	}
	done, bad, err = d.Import(t.Context(), []desk.File{{Name: "again.txt", Bytes: p.Raw}}, desk.Importing{Again: true}, nil)
	if err != nil || len(done) != 1 || len(bad) != 0 {
		t.Error("asked to import it again, it did not:", done, bad, err)
	}
}

func TestBadFilesDoNotStopTheRest(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	p := sample.Issues()[0].Pages
	files := []desk.File{
		{Name: "1.txt", Bytes: p[0].Raw},
		{Name: "picture.png", Bytes: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")},
		{Name: "2.txt", Bytes: p[1].Raw},
	}
	var steps []int
	done, bad, err := d.Import(t.Context(), files, desk.Importing{}, func(p desk.Progress) { steps = append(steps, p.Done) })
	if err != nil || len(done) != 2 || len(bad) != 1 || len(steps) != 3 {
		t.Error(done, bad, err, steps)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if done, _, err := d.Import(ctx, files, desk.Importing{Again: true}, nil); !errors.Is(err, context.Canceled) || len(done) != 0 {
		t.Error("a cancelled import went on:", done, err)
	}
}

func TestTypingIsSavedWithinASecond(t *testing.T) {
	clock, h := newClock(), newHand()
	path := newLibrary(t)
	d := open(t, path, desk.Options{Clock: clock, Post: h.post})
	s := withPage(t, d)
	b := paragraph(t, s)
	before := s.Text().N()
	for i, r := range "今日新闻" {
		if _, _, err := s.Replace(session.Place{Block: b, Off: 3 + i/3}, session.Place{Block: b, Off: 3 + i/3}, string(r)); err != nil {
			t.Fatal(err)
		}
	}
	if s.Unsaved() == 0 {
		t.Error("typing is not in memory first")
	}
	clock.wind(time.Second)
	h.until(t, func() bool { return s.Unsaved() == 0 })
	if got := s.Text().N(); got != before+1 {
		t.Errorf("four keys became %d revisions, not 1", got-before)
	}
	other := open(t, path, desk.Options{})
	again, err := other.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if text(again) != text(s) {
		t.Error("the library holds another text than the window")
	}
}

func TestUndoAfterRestart(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withPage(t, d)
	raw := text(s)
	b := paragraph(t, s)
	if _, _, err := s.Replace(session.Place{Block: b, Off: 5}, session.Place{Block: b, Off: 7}, "改动"); err != nil {
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
	n := s.Blocks()
	r, _ := s.Block(b)
	last := session.Place{Block: b, Off: len(r) - 1}
	if _, _, err := s.Replace(last, last, "后"); err != nil {
		t.Fatal(err)
	}
	var join session.Correction
	for _, c := range s.Corrections() {
		if p := s.PlaceOf(c.At); c.Rule == "L1" && c.Counts && p.Block == b && p.Off > 0 {
			join = c
			break
		}
	}
	if join.Rev == 0 {
		t.Fatal("nothing was joined in the first paragraph")
	}
	if _, err := s.TakeBack(join); err != nil {
		t.Fatal(err)
	}
	if s.Blocks() != n+1 {
		t.Errorf("%d blocks, want %d", s.Blocks(), n+1)
	}
	if !strings.Contains(text(s), "后") {
		t.Error("the later edit went with it")
	}
}

func TestTwoWindowsOnOnePage(t *testing.T) {
	path := newLibrary(t)
	a := open(t, path, desk.Options{Name: "甲"})
	s := withPage(t, a)
	b := open(t, path, desk.Options{Name: "乙"})
	o, err := b.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	var news []session.News
	o.OnNews = func(n session.News) { news = append(news, n) }
	p := paragraph(t, s)
	if _, _, err := s.Replace(session.Place{Block: p, Off: 2}, session.Place{Block: p, Off: 2}, "甲改"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Replace(session.Place{Block: p, Off: 10}, session.Place{Block: p, Off: 10}, "乙改"); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := o.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if text(s) != text(o) || !strings.Contains(text(s), "甲改") || !strings.Contains(text(s), "乙改") {
		t.Error("the two windows do not agree")
	}
	if len(news) != 1 {
		t.Errorf("the later one heard %d news", len(news))
	}
}

func TestVerifyFindsTheSampleSound(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil || len(done) != 8 {
		t.Fatal(len(done), err)
	}
	faults, err := d.Verify(t.Context(), nil)
	if err != nil || len(faults) != 0 {
		t.Error(faults, err)
	}
	hits, err := d.Search(t.Context(), "苇港", 5)
	if err != nil || len(hits) == 0 {
		t.Error("the search finds nothing:", err)
	}
}

func TestNotALibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.qingyang")
	was := []byte("只是一个文本文件，不是档案库。")
	if err := os.WriteFile(path, was, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
	var p *say.Problem
	if !errors.As(err, &p) || p.Subject != path || p.Do.Zero() {
		t.Errorf("said %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(was) {
		t.Error("the file was touched")
	}
}

// TestFlip turns every uncertain junction of a page round: one block more or less each, and nobody
// asks again.
func TestFlip(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	flipped := 0
	for {
		var next *session.Doubt
		for _, x := range s.Doubts() {
			if x.Break != bulletin.None {
				next = &x
				break
			}
		}
		if next == nil {
			break
		}
		if got, ok := s.JunctionAt(next.Place); !ok || got.Break != next.Break {
			t.Fatalf("the junction at %v is not found there", next.Place)
		}
		blocks, before := s.Blocks(), text(s)
		if _, err := s.Flip(next.Break); err != nil {
			var p *say.Problem
			if errors.As(err, &p) { // the blocks belong to different articles
				break
			}
			t.Fatal(err)
		}
		if n := s.Blocks() - blocks; n != 1 && n != -1 {
			t.Fatalf("%d blocks more", n)
		}
		for i := range s.Blocks() {
			if _, h := s.Block(i); h.Kind == bulletin.Line {
				t.Fatalf("block %d is in no article", i)
			}
		}
		if _, _, err := s.Undo(); err != nil || text(s) != before {
			t.Fatal("undo did not bring it back", err)
		}
		if _, _, err := s.Redo(); err != nil {
			t.Fatal(err)
		}
		if flipped++; flipped > 100 {
			t.Fatal("it never ends")
		}
	}
	if flipped == 0 {
		t.Error("no junction was uncertain")
	}
}

// TestAccept: what a rule suggests is done in the person's name, with the rule in the note, and is
// asked no more.
func TestAccept(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	raw := "夜航首日\n\n渡口来了三、四位乘客，，都说值得。老船工把缆绳解开，船就离了岸。\n"
	s := withText(t, d, raw)
	for n := 0; ; n++ {
		var next *session.Doubt
		for _, x := range s.Doubts() {
			if x.Fix != nil {
				next = &x
				break
			}
		}
		if next == nil {
			if n != 2 {
				t.Errorf("%d suggestions, want 2", n)
			}
			break
		}
		here, ok := s.SuggestionAt(next.Place)
		if !ok || *here.Fix != *next.Fix {
			t.Fatalf("%+v is not suggested at its place", next.Fix)
		}
		if _, _, err := s.Accept(here); err != nil {
			t.Fatal(err)
		}
		r := s.Text().Log()[s.Text().N()-1]
		if r.Author.Person == 0 || r.Note != next.Fix.Rule {
			t.Errorf("the revision is %+v", r)
		}
	}
	if got := text(s); !strings.Contains(got, "渡口来了三四位乘客，都说值得。") {
		t.Errorf("%s", got)
	}
}

// TestPut: a chosen character is one correction, and one undo takes it back.
func TestPut(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	raw := "夜航首日\n\n度口来了三百位乘客，渡口的灯都亮着。老船工把缆绳解开，船就离了岸。\n"
	s := withText(t, d, raw)
	before := text(s)
	at := session.Place{Block: 1}
	all := s.Choices(at, "")
	if len(all) == 0 || all[0].Rune != '渡' {
		t.Fatalf("the first choice for 度 before 口 is %c", all[0].Rune)
	}
	if len(s.Choices(at, "du")) == 0 {
		t.Error("no characters for a syllable")
	}
	if _, _, err := s.Put(at, all[0].Rune); err != nil || text(s) != strings.Replace(before, "度口", "渡口", 1) {
		t.Errorf("%v\n%s", err, text(s))
	}
	cs := s.Corrections()
	if c := cs[len(cs)-1]; c.Before != "度" || c.After != "渡" || c.Person == 0 {
		t.Errorf("the correction is %+v", c)
	}
	if _, _, err := s.Undo(); err != nil || text(s) != before {
		t.Error("undo did not bring it back", err)
	}
}

// TestTakenBackMarkStays: a block whose kind is taken back is a line in no article again; a break that
// comes back with a join is a block of the story that it stands in.
func TestTakenBackMarkStays(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	marks, joins := 0, 0
	for _, c := range s.Corrections() {
		if c.Kind == compare.Marked && c.Is.Kind == bulletin.Headline && c.Counts {
			marks++
			if _, err := s.TakeBack(c); err != nil {
				t.Fatal(err)
			}
			if _, h := s.Block(s.PlaceOf(c.At).Block); h.Kind != bulletin.Line || h.Article != bulletin.None {
				t.Errorf("the block is %v of %v", h.Kind, h.Article)
			}
			break
		}
	}
	for _, c := range s.Corrections() {
		if c.Kind == compare.Joined && c.Counts && c.Rule == "L1" {
			if i := s.PlaceOf(c.At).Block; s.ArticleAt(i) == bulletin.None {
				continue
			}
			joins++
			blocks := s.Blocks()
			if _, err := s.TakeBack(c); err != nil {
				t.Fatal(err)
			}
			if _, h := s.Block(s.PlaceOf(c.At).Block); s.Blocks() <= blocks || h.Kind == bulletin.Line || h.Article == bulletin.None {
				t.Errorf("%d blocks of %d, the upper one %v of %v", s.Blocks(), blocks, h.Kind, h.Article)
			}
			break
		}
	}
	if marks != 1 || joins != 1 {
		t.Errorf("%d marks and %d joins were taken back, want one of each", marks, joins)
	}
}

// What cleaning decided about a block can be asked for at any of its characters, after edits too.
func TestWhy(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, "灯塔社区亮起一百盏灯\n\n本报讯　灯塔社区昨天亮起 100盏路灯,居民说夜里\n走路不怕了，以后出门看海、看戏、买菜，都不用再打手电。\n")
	joined := func(at session.Place) string {
		var all []string
		for _, x := range s.Why(at) {
			all = append(all, x.In(say.English))
		}
		return strings.Join(all, "\n")
	}
	if got := joined(session.Place{Block: 0, Off: 3}); !strings.Contains(got, "Cleaning took it for a Headline") || !strings.Contains(got, "“灯塔社区”") {
		t.Errorf("of the headline:\n%s", got)
	}
	body := paragraph(t, s)
	if got := joined(session.Place{Block: body, Off: 8}); !strings.Contains(got, "a Paragraph") || !strings.Contains(got, "S1") || !strings.Contains(got, "P1") {
		t.Errorf("of the text:\n%s", got)
	}
	if _, _, err := s.Replace(session.Place{Block: body, Off: 0}, session.Place{Block: body, Off: 0}, "新"); err != nil {
		t.Fatal(err)
	}
	if got := joined(session.Place{Block: body, Off: 0}); !strings.Contains(got, "a Paragraph") || !strings.Contains(got, "by hand") {
		t.Errorf("of typed text:\n%s", got)
	}
	for _, at := range []session.Place{{Block: -1}, {Block: 99}} {
		if got := s.Why(at); len(got) != 0 {
			t.Errorf("nowhere: %v", got)
		}
	}
}

// Articles change places whole, titles and all; one undo brings them back.
func TestMoveArticle(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	names := func() (all []bulletin.ID) {
		for i := range s.Blocks() {
			if a := s.ArticleAt(i); a != bulletin.None && (len(all) == 0 || all[len(all)-1] != a) {
				all = append(all, a)
			}
		}
		return all
	}
	before, was := text(s), names()
	if len(was) < 3 {
		t.Fatal("too few articles")
	}
	first := func(a bulletin.ID) int {
		for i := range s.Blocks() {
			if s.ArticleAt(i) == a {
				return i
			}
		}
		return -1
	}
	if _, err := s.MoveArticle(first(was[1]), -1); err != nil {
		t.Fatal(err)
	}
	if got := names(); got[0] != was[1] || got[1] != was[0] || len(got) != len(was) {
		t.Errorf("after one went up: %v, before %v", got, was)
	}
	if _, err := s.MoveArticle(first(was[1]), +1); err != nil {
		t.Fatal(err)
	}
	if got := names(); !slices.Equal(got, was) || text(s) != before {
		t.Errorf("up and down again: %v, before %v", got, was)
	}
	last := was[len(was)-1]
	if _, err := s.PutArticle(first(last), first(was[0])); err != nil || names()[0] != last {
		t.Errorf("the last one was put first: %v %v", names(), err)
	}
	if _, err := s.PutArticle(first(last), first(was[len(was)-2])); err != nil || !slices.Equal(names(), was) {
		t.Errorf("and last again: %v, before %v, %v", names(), was, err)
	}
	var p *say.Problem
	if _, err := s.MoveArticle(0, -1); !errors.As(err, &p) {
		t.Error("the first article went up", err)
	}
	if _, err := s.MoveArticle(first(was[len(was)-1]), +1); !errors.As(err, &p) {
		t.Error("the last article went down", err)
	}
	for range 4 {
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if text(s) != before {
		t.Error("undo did not bring the order back")
	}
}

// Text that is moved keeps its identity: it is one correction, and its characters come from where they came.
func TestMoveText(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸，老船工才坐下来抽了一袋烟，他说今年的水比去年大，对岸的码头也修得比去年结实得多了。\n")
	b := paragraph(t, s)
	before := text(s)
	r, _ := s.Block(b)
	moved := string(r[:6])
	at, _, err := s.MoveText(session.Place{Block: b, Off: 0}, session.Place{Block: b, Off: 6}, session.Place{Block: b, Off: 13})
	if err != nil {
		t.Fatal(err)
	}
	now, _ := s.Block(b)
	if want := string(r[6:13]) + moved + string(r[13:]); string(now) != want || at != (session.Place{Block: b, Off: 13}) {
		t.Errorf("%q, want %q; caret %v", string(now), want, at)
	}
	if _, _, err := s.MoveText(session.Place{Block: b, Off: 7}, session.Place{Block: b, Off: 13}, session.Place{Block: b + 1, Off: 2}); err != nil {
		t.Fatal(err)
	}
	if other, _ := s.Block(b + 1); !strings.Contains(string(other[:8]), moved) {
		t.Errorf("the other block is %q", string(other))
	}
	for range 2 {
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if text(s) != before {
		t.Errorf("after undo\n%s", text(s))
	}
}
