package session_test

import (
	"strings"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/session"
)

func TestTypingIsSavedWithinASecond(t *testing.T) {
	clock, h := newClock(), newHand()
	path := newLibrary(t)
	d := open(t, path, desk.Options{Clock: clock, Post: h.post})
	s := withPage(t, d)
	b := paragraph(t, s)
	before := s.Snapshot().Text.N()
	for i, r := range "今日新闻" {
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 3 + i/3}, bulletin.Place{Block: b, Off: 3 + i/3}, string(r)); err != nil {
			t.Fatal(err)
		}
	}
	if s.Unsaved() == 0 {
		t.Error("typing is not in memory first")
	}
	clock.wind(time.Second)
	h.until(t, func() bool { return s.Unsaved() == 0 })
	if got := s.Snapshot().Text.N(); got != before+1 {
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
	if _, _, err := s.Replace(bulletin.Place{Block: p, Off: 2}, bulletin.Place{Block: p, Off: 2}, "甲改"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := o.Replace(bulletin.Place{Block: p, Off: 10}, bulletin.Place{Block: p, Off: 10}, "乙改"); err != nil {
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
