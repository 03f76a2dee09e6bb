package session_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
)

// Everything found is replaced in one undo step; groups of a regular expression come back.
func TestReplaceFound(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	before := text(s)
	for _, c := range []struct {
		q          session.Query
		with, want string
	}{
		{session.Query{Text: "渡"}, "摆渡", strings.ReplaceAll(before, "渡", "摆渡")},
		{session.Query{Text: "渡(.)", Regexp: true}, "$1渡", strings.ReplaceAll(before, "渡口", "口渡")},
		{session.Query{Text: "(", Regexp: false}, "x", before},
		{session.Query{Text: "不在此版的话"}, "x", before},
		{session.Query{Text: "※*", Regexp: true}, "y", before}, // an empty match is none
	} {
		c.q.With = c.with
		hits, err := s.Snapshot().Find(t.Context(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		n := len(hits.At)
		if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.ReplaceEach(hits.At, hits.With) }); err != nil {
			t.Errorf("%+v: %v", c.q, err)
		}
		if got := text(s); c.q.Text != "渡(.)" && got != c.want || n > 0 && got == before {
			t.Errorf("%+v: got\n%s", c.q, got)
		}
		if n > 0 {
			if _, _, err := s.Undo(); err != nil || text(s) != before {
				t.Error("one undo did not bring all back", err)
			}
		}
	}
	_, err := s.Snapshot().Find(t.Context(), session.Query{Text: "(", Regexp: true})
	var p *say.Problem
	if !errors.As(err, &p) {
		t.Errorf("a bad expression: %v", err)
	}
}

// A match lies where it is shown, behind characters of any width in bytes; a substitute is that of its place.
func TestFindPlaces(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withText(t, d, "渡口A线首航\n\n𠀀渡轮AB12号与ab7号昨天都靠了岸，老船工把缆绳系在石桩上，岸边的人都说这趟船走得稳当。\n")
	q := session.Query{Text: "(ab)([0-9]+)号", Regexp: true, With: "$2-$1"}
	hits, err := s.Snapshot().Find(t.Context(), q)
	if err != nil || len(hits.At) != 2 {
		t.Fatalf("%v %v", hits, err)
	}
	var got []string
	for k, h := range hits.At {
		r, _ := s.Order().Block(h.Block)
		got = append(got, string(r[h.From:h.To]), hits.With[k])
	}
	if want := []string{"AB12号", "12-AB", "ab7号", "7-ab"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
