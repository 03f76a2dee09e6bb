package session_test

import (
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
)

// A dateline that is joined with the paragraph below it is a part of that, whichever key joins them; two blocks
// of another kind keep the upper one's.
func TestDatelineJoinsItsParagraph(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n\n第二天清早，船到了对岸，岸上的人都来看，孩子们跑得最快，老人们走在后面。\n")
	end := func(b int) bulletin.Place { return bulletin.Place{Block: b, Off: s.Order().Length(b)} }
	for _, kind := range []bulletin.Kind{bulletin.Dateline, bulletin.Byline} {
		if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.SetKind(1, 2, kind) }); err != nil {
			t.Fatal(err)
		}
		want := map[bulletin.Kind]bulletin.Kind{bulletin.Dateline: bulletin.Paragraph, bulletin.Byline: bulletin.Byline}[kind]
		article, below := s.Order().ArticleAt(1), s.Order().ArticleAt(2)
		for name, join := range map[string]func() error{
			"a key": func() error { _, _, err := s.Replace(end(1), bulletin.Place{Block: 2}, ""); return err },
			"join":  func() error { _, err := s.JoinAbove(2); return err },
			"a range": func() error {
				from := end(1)
				from.Off--
				_, _, err := s.Replace(from, bulletin.Place{Block: 2, Off: 3}, "字")
				return err
			},
		} {
			if err := join(); err != nil {
				t.Fatal(err)
			}
			if h := s.Order().Head(1); h.Kind != want || h.Article != article || article != below {
				t.Errorf("%s: %v and a paragraph are %v", name, kind, h.Kind)
			}
			if _, _, err := s.Undo(); err != nil || s.Order().Head(1).Kind != kind || s.Order().Head(2).Kind != bulletin.Paragraph {
				t.Errorf("%s: undone they are %v and %v: %v", name, s.Order().Head(1).Kind, s.Order().Head(2).Kind, err)
			}
		}
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}
