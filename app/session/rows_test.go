package session_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/session"
	"qingyang/store"
)

// What saves write bit by bit is what a replay of the whole log says, whatever was edited, undone and taken
// back between them.
func TestRowsAreThoseOfTheReplay(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		d := open(t, newLibrary(t), desk.Options{})
		s := withPage(t, d)
		place := func() bulletin.Place {
			b := r.IntN(s.Order().Blocks())
			return bulletin.Place{Block: b, Off: r.IntN(s.Order().Length(b) + 1)}
		}
		for range 60 {
			var err error
			switch at := place(); r.IntN(8) {
			case 0, 1:
				_, _, err = s.Replace(at, at, string([]rune("渡口夜航")[:1+r.IntN(4)]))
			case 2:
				_, _, err = s.Replace(at, bulletin.Place{Block: at.Block, Off: s.Order().Length(at.Block)}, "")
			case 3:
				_, _, err = s.Replace(at, at, "岸\n灯")
			case 4:
				_, _, err = s.Undo()
			case 5:
				_, _, err = s.Redo()
			case 6:
				_, err = s.Edit("", func(o *revision.Order) []revision.Op {
					return o.SetKind(at.Block, at.Block+1, bulletin.Kind(1+r.IntN(8)))
				})
			case 7:
				all := corrections(t, s)
				if c := all[r.IntN(len(all))]; c.Counts {
					var conflict *session.Conflict
					if _, conflict, err = s.TakeBack(c); conflict != nil {
						_, err = s.TakeBackAnyway(conflict, true)
					}
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			if r.IntN(3) == 0 {
				if err := s.Flush(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Errorf("seed %d: %v %v", seed, faults, err)
		}
	}
}

// A word that is typed over several saves is one correction, in the list and in the rows of the library; an
// Enter that is taken back with Backspace is none.
func TestOneStepOverSeveralSavesIsOneRow(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	b := paragraph(t, s)
	before := len(corrections(t, s))
	mine := func() (all []string) {
		lib, err := store.OpenToRead(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer lib.Close()
		err = lib.At(t.Context(), func(v store.View) error {
			rows, err := v.StoredCorrections(t.Context(), store.PageID(s.Leaf.ID))
			for _, c := range rows {
				if c.Person != 0 {
					all = append(all, c.Before+"→"+c.After)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	key := func(from, to int, text string) {
		t.Helper()
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: from}, bulletin.Place{Block: b, Off: to}, text); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for i, k := range []string{"今", "夜", "的"} {
		key(i, i, k)
		if got, want := mine(), []string{"→" + "今夜的"[:3*(i+1)]}; !slices.Equal(got, want) {
			t.Errorf("after %d keys the rows are %q, want %q", i+1, got, want)
		}
	}
	key(3, 4, "")
	key(3, 3, "港")
	if got, want := mine(), []string{"渡→今夜的港"}; !slices.Equal(got, want) {
		t.Errorf("the rows are %q, want %q", got, want)
	}
	for range 2 { // an Enter by mistake, and another
		key(5, 5, "\n")
		if got := mine(); len(got) != 2 {
			t.Errorf("after Enter the rows are %q", got)
		}
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: 5}, bulletin.Place{Block: b + 1}, ""); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got, want := mine(), []string{"渡→今夜的港"}; !slices.Equal(got, want) {
			t.Errorf("after Enter and Backspace the rows are %q, want %q", got, want)
		}
	}
	all := corrections(t, s)
	if len(all) != before+1 {
		t.Errorf("%d corrections were made", len(all)-before)
	}
	if _, _, err := s.TakeBack(all[len(all)-1]); err != nil {
		t.Error(err)
	}
	if r, _ := s.Order().Block(b); string(r[:3]) != "渡口的" {
		t.Errorf("taken back: %s", string(r))
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
}

// A library whose rows an earlier version wrote, every revision by itself, has no fault; rows that are written
// from now on stand beside them, and those of a step that is taken back are written anew.
func TestRowsOfEarlierVersionsAreRight(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withText(t, d, "夜航首日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	b := paragraph(t, s)
	key := func(at int, text string) {
		t.Helper()
		if _, _, err := s.Replace(bulletin.Place{Block: b, Off: at}, bulletin.Place{Block: b, Off: at}, text); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	verify := func() {
		t.Helper()
		if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
			t.Error(faults, err)
		}
	}
	key(0, "今")
	key(1, "夜")
	lib, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	old := record.Step(s.Snapshot().Text, nil)
	old.Corrections = nil
	several := 0
	record.RowsOf(s.Snapshot().Text, func(r revision.Run, now []store.Correction, then func() []store.Correction) bool {
		if len(then()) > len(now) {
			several++
		}
		old.Corrections = append(old.Corrections, then()...)
		return true
	})
	if several != 1 {
		t.Fatalf("%d runs of several rows", several)
	}
	if err := lib.RebuildDerived(t.Context(), store.PageID(s.Leaf.ID), old); err != nil {
		t.Fatal(err)
	}
	verify()
	if _, err := s.Edit("", func(*revision.Order) []revision.Op { return nil }); err != nil { // the step ends
		t.Fatal(err)
	}
	key(20, "甲")
	key(21, "乙")
	verify()
	for range 2 {
		if _, _, err := s.Undo(); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
		verify()
	}
}
