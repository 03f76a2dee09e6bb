package session_test

import (
	"encoding/hex"
	"reflect"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/house"
	"qingyang/app/session"
)

// doubtful are the places and reasons of a page's doubts.
func doubtful(t *testing.T, d *desk.Desk, id session.PageID) (all []string) {
	t.Helper()
	s, err := d.OpenPage(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range doubts(t, s) {
		all = append(all, x.Say.ZH)
	}
	return all
}

// Another profile moves no doubt of a page that is there; a page that comes in under it has its own.
func TestDoubtsStayThoseOfTheDraft(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	was := map[session.PageID][]string{}
	for _, x := range done {
		was[x.Leaf.ID] = doubtful(t, d, x.Leaf.ID)
		if err := d.SetHouse(t.Context(), x.Leaf.Paper, house.Profile{Measures: []int{9, 11, 17}, Off: []string{"L1", "L7"}}); err != nil {
			t.Fatal(err)
		}
	}
	again, err := d.ImportSample(t.Context(), nil)
	if err != nil || len(again) > 0 {
		t.Fatal("the sample came in twice:", len(again), err)
	}
	for id, want := range was {
		if got := doubtful(t, d, id); !reflect.DeepEqual(got, want) {
			t.Errorf("page %d: %d doubts became %d", id, len(want), len(got))
		}
	}
	p := done[0].Leaf
	raw, err := d.Page(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	twice, bad, err := d.Import(t.Context(), []desk.File{{Name: "again.txt", Bytes: raw.Raw.Bytes}}, desk.Importing{Publication: p.Publication, Again: true}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	if got := doubtful(t, d, twice[0].Leaf.ID); reflect.DeepEqual(got, was[p.ID]) {
		t.Error("a page that was cleaned under another profile has the first one's doubts")
	}
}

// The account is read from the library and nowhere else.
func TestAccountIsRead(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了\n岸，岸上的人越来越小，灯也越来越小。\n")
	made := bulletin.EncodeAccount(bulletin.Account{Junctions: []bulletin.Junction{{
		Above: 2, Below: 3, At: bulletin.ID{Index: 32}, Join: true, Uncertain: true, Confidence: 0.6, Cues: []bulletin.Cue{{Code: "moon", Weight: 2, Holds: true}},
	}}})
	outside(t, path, "DROP TRIGGER account_update; UPDATE account SET body = x'"+hex.EncodeToString(made)+"'")
	got := doubtful(t, d, s.Leaf.ID)
	if len(got) != 1 || got[0] != "这里接排了，可能该分段（moon）。1 或 F7 改为分段，0 照旧" {
		t.Errorf("the doubts are %q", got)
	}
}

// A page of a library from before accounts were kept gets one when it is first opened, once and for all.
func TestOldPageGetsAnAccount(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withPage(t, d)
	want := doubtful(t, d, s.Leaf.ID)
	outside(t, path, "DROP TRIGGER account_delete; DELETE FROM account")
	if got := doubtful(t, d, s.Leaf.ID); !reflect.DeepEqual(got, want) {
		t.Errorf("%d doubts, want %d", len(got), len(want))
	}
	if err := d.SetHouse(t.Context(), s.Leaf.Paper, house.Profile{Measures: []int{9, 11, 17}, Off: []string{"L1", "L7"}}); err != nil {
		t.Fatal(err)
	}
	if got := doubtful(t, d, s.Leaf.ID); !reflect.DeepEqual(got, want) {
		t.Errorf("with another profile %d doubts, want %d", len(got), len(want))
	}
}
