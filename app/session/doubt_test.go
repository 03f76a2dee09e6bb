package session_test

import (
	"errors"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/session"
)

// TestFlip turns every uncertain junction of a page round: one block more or less each, and nobody
// asks again.
func TestFlip(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	flipped := 0
	for {
		var next *session.Doubt
		for _, x := range doubts(t, s) {
			if x.Check == proof.Junction {
				next = &x
				break
			}
		}
		if next == nil {
			break
		}
		if got, ok := s.DoubtAt(proof.Junction, next.Place); !ok || got.At != next.At {
			t.Fatalf("the junction at %v is not found there", next.Place)
		}
		blocks, before := s.Order().Blocks(), text(s)
		if _, err := s.Flip(next.At); err != nil {
			var p *say.Problem
			if errors.As(err, &p) { // the blocks belong to different articles
				break
			}
			t.Fatal(err)
		}
		if n := s.Order().Blocks() - blocks; n != 1 && n != -1 {
			t.Fatalf("%d blocks more", n)
		}
		for i := range s.Order().Blocks() {
			if _, h := s.Order().Block(i); h.Kind == bulletin.Line {
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
		for _, x := range doubts(t, s) {
			if x.Rule != "" {
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
		here, ok := s.DoubtAt(proof.Rule, next.Place)
		if !ok || here.What() != next.What() || here.New != next.New {
			t.Fatalf("%+v is not suggested at its place", next)
		}
		if _, _, err := s.Change(here.Rule, here.Place, here.End, here.New); err != nil {
			t.Fatal(err)
		}
		r := s.Snapshot().Text.Log()[s.Snapshot().Text.N()-1]
		if r.Author.Person == 0 || r.Note != next.Rule {
			t.Errorf("the revision is %+v", r)
		}
	}
	if got := text(s); !strings.Contains(got, "渡口来了三四位乘客，都说值得。") {
		t.Errorf("%s", got)
	}
}

// What cleaning decided about a block can be asked for at any of its characters, after edits too.
func TestWhy(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, "灯塔社区亮起一百盏灯\n\n本报讯　灯塔社区昨天亮起 100盏路灯,居民说夜里\n走路不怕了，以后出门看海、看戏、买菜，都不用再打手电。\n")
	why := func(at bulletin.Place) []say.Text {
		all, err := s.Snapshot().Why(t.Context(), at)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	joined := func(at bulletin.Place) string {
		var all []string
		for _, x := range why(at) {
			all = append(all, x.In(say.English))
		}
		return strings.Join(all, "\n")
	}
	if got := joined(bulletin.Place{Block: 0, Off: 3}); !strings.Contains(got, "Cleaning took it for a Headline") || !strings.Contains(got, "“灯塔社区”") {
		t.Errorf("of the headline:\n%s", got)
	}
	body := paragraph(t, s)
	if got := joined(bulletin.Place{Block: body, Off: 8}); !strings.Contains(got, "a Paragraph") || !strings.Contains(got, "S1") || !strings.Contains(got, "P1") {
		t.Errorf("of the text:\n%s", got)
	}
	if _, _, err := s.Replace(bulletin.Place{Block: body, Off: 0}, bulletin.Place{Block: body, Off: 0}, "新"); err != nil {
		t.Fatal(err)
	}
	if got := joined(bulletin.Place{Block: body, Off: 0}); !strings.Contains(got, "a Paragraph") || !strings.Contains(got, "by hand") {
		t.Errorf("of typed text:\n%s", got)
	}
	for _, at := range []bulletin.Place{{Block: -1}, {Block: 99}} {
		if got := why(at); len(got) != 0 {
			t.Errorf("nowhere: %v", got)
		}
	}
}
