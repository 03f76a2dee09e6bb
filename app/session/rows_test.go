package session_test

import (
	"math/rand/v2"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
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
					_, err = s.TakeBackAnyway(true, c)
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
