package session

import (
	"context"
	"maps"
	"slices"
	"time"

	"qingyang/app/glossary"
	"qingyang/app/proof"
	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
	"qingyang/store"
)

// Wishes are what a house wants of the checks, by its profile.
type Wishes struct {
	Strict  proof.Strictness
	Off     map[string]bool // checks that are switched off, by their ids
	English proof.English
}

// words are what the house of a page's paper knows and has decided about words. A value is never changed: what
// is learned makes another one.
type words struct {
	wishes   Wishes
	issue    time.Time
	register *register.Register
	pairs    map[[2]string]learned.Pair // by before and after
	right    []string                   // that stand as they are
	house    *proof.House               // made of all this
}

// loadWords reads the registers of a page's paper, and what its editors taught and let stand. Its cost is linear
// in them.
func loadWords(ctx context.Context, lib *store.Library, leaf Leaf, wishes Wishes) (*words, error) {
	w := &words{wishes: wishes}
	if day, err := time.Parse(time.DateOnly, leaf.Date); err == nil {
		w.issue = day
	}
	known, err := glossary.Load(ctx, lib, store.PageID(leaf.ID), leaf.Paper)
	if err != nil {
		return nil, err
	}
	w.register, w.pairs, w.right = register.New(known.Entries, leaf.Date, proof.Alike), known.Pairs, known.Right
	w.make()
	return w, nil
}

// make makes the house.
func (w *words) make() {
	rejected := map[string]bool{}
	for key, p := range w.pairs {
		if p.Rejected >= learned.Refused && p.Accepted < p.Rejected {
			rejected[key[0]+"→"+key[1]] = true
		}
	}
	w.house = &proof.House{
		Issue: w.issue, English: w.wishes.English, Off: w.wishes.Off, Register: w.register,
		Learned: learned.New(slices.Collect(maps.Values(w.pairs))), Rejected: rejected, Right: w.right,
	}
}

// after is what is known once a decision was made.
func (w *words) after(d store.Decision) *words {
	next := *w
	if d.Right != "" {
		next.right = append(w.right[:len(w.right):len(w.right)], d.Right)
	}
	if p := (learned.Pair{Before: d.Before, After: d.After}); p.Fits() {
		next.pairs = maps.Clone(w.pairs)
		key := [2]string{d.Before, d.After}
		if was, ok := next.pairs[key]; ok {
			p = was
		}
		switch d.Verdict {
		case store.ByHand:
			p.Own = true
			fallthrough
		case store.Accepted:
			p.Accepted, p.Example = p.Accepted+1, d.Context
		default:
			p.Rejected++
		}
		next.pairs[key] = p
	}
	next.make()
	return &next
}

// relearn takes in what was decided and taught elsewhere. While something of ours is not in the library yet it waits
// for the next time: the library does not know better then.
func (s *Session) relearn(ctx context.Context, lib *store.Library) error {
	words, err := loadWords(ctx, lib, s.Leaf, s.opt.Wishes)
	if err != nil {
		return err
	}
	let, err := loadIgnored(ctx, lib, s.Leaf.ID)
	if err != nil {
		return err
	}
	notes, err := lib.Notes(ctx, store.PageID(s.Leaf.ID))
	if err != nil {
		return err
	}
	return s.on(ctx, func() {
		if s.closed || s.under != nil || len(s.decisions) > 0 || s.words.same(words) && s.ignored.same(let) && len(s.notes) == len(notes) {
			return
		}
		s.words, s.ignored, s.notes = words, let, notes
		s.outdate()
		if s.OnDecided != nil {
			s.OnDecided()
		}
	})
}

// same says whether two houses know the same words.
func (w *words) same(v *words) bool {
	return w.register.Same(v.register) && maps.Equal(w.pairs, v.pairs) && slices.Equal(slices.Sorted(slices.Values(w.right)), slices.Sorted(slices.Values(v.right)))
}

func (g *ignored) same(h *ignored) bool {
	return maps.Equal(g.here, h.here) && maps.Equal(g.everywhere, h.everywhere)
}
