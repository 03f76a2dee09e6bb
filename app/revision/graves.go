package revision

import (
	"iter"
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// fate says what became of a character.
type fate struct {
	live   bool
	unborn bool    // it was typed by an Insert that does not count
	by     []OpRef // the Deletes that count and name it, in the order of the log
}

// graves are the characters that counting Deletes name, cut so that all of one grave have the same
// deleters; by origin and index: an index of the tombstones.
type graves struct{ all []grave }

type grave struct {
	bulletin.Span
	by []OpRef
}

// fate says whether a character lives and, if not, which Deletes hold it. The first call after an
// Append costs a pass over all Deletes of the log; the others a search. by must not be changed.
func (t *Text) fate(id bulletin.ID) fate {
	if !t.Has(id) {
		return fate{unborn: true}
	}
	f := fate{live: t.seq.run(t.seq.find(id)).dead == 0}
	g := t.graves().all
	i := sort.Search(len(g), func(i int) bool { return id.Compare(g[i].At(0)) < 0 }) - 1
	if i >= 0 && g[i].Has(id) {
		f.by = g[i].by
	}
	if id.Origin > 0 {
		i := sort.Search(len(t.inserts), func(i int) bool { return id.Compare(t.inserts[i].At(0)) < 0 }) - 1
		f.unborn = !t.Counts(OpRef{int(id.Origin), int(t.inserts[i].op)})
	}
	return f
}

// Removed are the dead characters of the raw page by their offset, each stretch with the Deletes
// that count and name it. Costs as fate.
func (t *Text) Removed() iter.Seq2[bulletin.Span, []OpRef] {
	return func(yield func(bulletin.Span, []OpRef) bool) {
		for _, g := range t.graves().all {
			if g.Origin != 0 || !yield(g.Span, g.by) {
				return
			}
		}
	}
}

func (t *Text) graves() *graves {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.dead == nil {
		t.dead = t.dig()
	}
	return t.dead
}

// dig sweeps over the ends of all spans that counting Deletes name.
func (t *Text) dig() *graves {
	type end struct {
		at    bulletin.ID
		opens bool
		by    OpRef
	}
	var ends []end
	for i := range t.log {
		for j, op := range t.log[i].Ops {
			ref := OpRef{i + 1, j}
			if op.Kind != Delete || !t.Counts(ref) {
				continue
			}
			for _, s := range op.Spans {
				ends = append(ends,
					end{bulletin.ID{Origin: s.Origin, Index: s.From}, true, ref},
					end{bulletin.ID{Origin: s.Origin, Index: s.To}, false, ref})
			}
		}
	}
	slices.SortStableFunc(ends, func(a, b end) int { return a.at.Compare(b.at) })
	g := &graves{}
	var by []OpRef
	for i := 0; i < len(ends); {
		at := ends[i].at
		for ; i < len(ends) && ends[i].at == at; i++ {
			if e := ends[i]; e.opens {
				k, _ := slices.BinarySearchFunc(by, e.by, compareRefs)
				by = slices.Insert(by, k, e.by)
			} else if k, ok := slices.BinarySearchFunc(by, e.by, compareRefs); ok {
				by = slices.Delete(by, k, k+1)
			}
		}
		if len(by) > 0 {
			s := bulletin.Span{Origin: at.Origin, From: at.Index, To: ends[i].at.Index}
			g.all = append(g.all, grave{s, slices.Clone(by)})
		}
	}
	return g
}

func compareRefs(a, b OpRef) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}
