package compare

import (
	"slices"
	"sort"

	"qingyang/app/bulletin"
)

// Difference is a place where two states of a page differ, for the eye: numbers and Latin words are
// whole.
type Difference struct {
	Kind          Kind
	Before, After string            // breaks are '\n'; of a Moved block both are its text, of a Marked the names of the kinds
	A, B          [2]bulletin.Place // from and to in either state, half-open; where one has nothing, the place that it would have
}

// Pages finds what differs between two states of one page, in the order of b: all blocks of each, empty
// ones too, in the order of their text. Blocks are aligned by the identities that they share, and their
// texts are compared inside of what belongs together; so its cost follows the blocks that differ, and
// a pass over the others. The arguments are neither kept nor changed.
func Pages(a, b []bulletin.Block) []Difference {
	p := &pairing{as: a, bs: b, moved: map[*kin]bool{}}
	p.group()
	p.findMoved()
	var all []Difference
	for _, k := range p.kin {
		all = append(all, p.diff(k)...)
	}
	return all
}

// kin are blocks of two states that share characters, ascending.
type kin struct{ a, b []int }

// pairing is the alignment of two states.
type pairing struct {
	as, bs []bulletin.Block
	kin    []*kin
	ofA    []*kin // by block
	ofB    []*kin
	moved  map[*kin]bool
}

// group puts together all blocks that share a character, directly or through others. Blank lines go
// with the block before them.
func (p *pairing) group() {
	type stand struct {
		bulletin.Span
		block int
	}
	var stands []stand
	for i, x := range p.bs {
		for _, s := range x.Spans {
			stands = append(stands, stand{s, i})
		}
	}
	slices.SortFunc(stands, func(x, y stand) int { return x.At(0).Compare(y.At(0)) })
	n := len(p.as)
	f := newForest(n + len(p.bs))
	shares := make([]bool, n+len(p.bs))
	for i, x := range p.as {
		for _, s := range x.Spans {
			k := sort.Search(len(stands), func(k int) bool {
				t := stands[k]
				return t.Origin > s.Origin || t.Origin == s.Origin && t.To > s.From
			})
			for ; k < len(stands) && stands[k].Origin == s.Origin && stands[k].From < s.To; k++ {
				f.join(i, n+stands[k].block)
				shares[i], shares[n+stands[k].block] = true, true
			}
		}
	}
	// Blocks that share nothing with any are known by their break.
	ends := map[bulletin.ID]int{}
	for j, x := range p.bs {
		ends[x.Break] = j
	}
	for i, x := range p.as {
		if j, ok := ends[x.Break]; ok && !shares[i] && !shares[n+j] {
			f.join(i, n+j)
		}
	}
	blank := func(blocks []bulletin.Block, first int) {
		for i := range blocks {
			if len(blocks[i].Spans) == 0 && len(blocks) > 1 {
				other := i - 1
				if i == 0 {
					other = 1
				}
				f.join(first+i, first+other)
			}
		}
	}
	blank(p.as, 0)
	blank(p.bs, n)
	f.fill(n)
	at := map[int]*kin{}
	add := func(i int) *kin {
		k := at[f.root(i)]
		if k == nil {
			k = &kin{}
			at[f.root(i)] = k
			p.kin = append(p.kin, k)
		}
		return k
	}
	for i := range p.bs {
		k := add(n + i)
		k.b, p.ofB = append(k.b, i), append(p.ofB, k)
	}
	for i := range p.as {
		k := add(i)
		k.a, p.ofA = append(k.a, i), append(p.ofA, k)
	}
	p.sort()
}

// sort puts what only a has behind what stands before it there.
func (p *pairing) sort() {
	byA := slices.Clone(p.kin)
	slices.SortStableFunc(byA, func(x, y *kin) int { return first(x.a) - first(y.a) })
	var out []*kin
	behind := map[*kin][]*kin{}
	var last *kin
	for _, k := range byA {
		switch {
		case len(k.a) == 0:
		case len(k.b) > 0:
			last = k
		default:
			behind[last] = append(behind[last], k)
		}
	}
	out = append(out, behind[nil]...)
	for _, k := range p.kin {
		if len(k.b) > 0 {
			out = append(append(out, k), behind[k]...)
		}
	}
	p.kin = out
}

func first(blocks []int) int {
	if len(blocks) == 0 {
		return -1
	}
	return blocks[0]
}

// findMoved marks the fewest pairs without which the others stand in the same order in both states.
func (p *pairing) findMoved() {
	var both []*kin
	for _, k := range p.kin {
		if len(k.a) > 0 && len(k.b) > 0 {
			both = append(both, k)
		}
	}
	for _, k := range both {
		p.moved[k] = true
	}
	for _, i := range ascending(len(both), func(i int) int { return both[i].a[0] }) {
		delete(p.moved, both[i])
	}
}

// diff compares blocks that belong together.
func (p *pairing) diff(k *kin) []Difference {
	a, b := p.side(p.as, k.a), p.side(p.bs, k.b)
	if len(k.a) == 0 {
		a.rest = beside(k.b[0], p.ofB, func(x *kin) []int { return x.a })
	}
	if len(k.b) == 0 {
		b.rest = beside(k.a[0], p.ofA, func(x *kin) []int { return x.b })
	}
	var all []Difference
	if p.moved[k] {
		all = append(all, Difference{
			Kind: Moved, Before: string(a.text), After: string(a.text),
			A: [2]bulletin.Place{a.place(0), a.place(len(a.text))}, B: [2]bulletin.Place{b.place(0), b.place(len(b.text))},
		})
	} else if parts := b.whole(0, len(b.text)); len(parts) != len(a.whole(0, len(a.text))) && len(k.a) > 0 {
		// It was torn apart, or brought together from several places: the last of them came or went.
		r := parts[len(parts)-1]
		text := string(b.text[r[0]:r[1]])
		all = append(all, Difference{
			Kind: Moved, Before: text, After: text,
			A: [2]bulletin.Place{a.place(0), a.place(len(a.text))}, B: [2]bulletin.Place{b.place(r[0]), b.place(r[1])},
		})
	}
	if len(k.a) > 0 && len(k.b) > 0 {
		x, y := p.as[k.a[0]], p.bs[k.b[0]]
		if x.Kind != y.Kind || x.Article != y.Article {
			all = append(all, Difference{
				Kind: Marked, Before: x.Kind.String(), After: y.Kind.String(),
				A: [2]bulletin.Place{a.place(0), a.place(len(a.text))}, B: [2]bulletin.Place{b.place(0), b.place(len(b.text))},
			})
		}
	}
	shift := 0 // of b against a behind the pieces so far
	for _, d := range Words(a.text, b.text) {
		from := d.From + shift
		shift += len(d.Text) - (d.To - d.From)
		// Between blocks that are no neighbours other text stands, so no range reaches over it.
		x, y := a.whole(d.From, d.To), b.whole(from, from+len(d.Text))
		for i := range max(len(x), len(y)) {
			p, q := [2]int{d.To, d.To}, [2]int{from + len(d.Text), from + len(d.Text)}
			if i < len(x) {
				p = x[i]
			}
			if i < len(y) {
				q = y[i]
			}
			before, after := a.text[p[0]:p[1]], b.text[q[0]:q[1]]
			if len(before) > 0 || len(after) > 0 {
				all = append(all, Difference{
					Kind: KindOf(before, after), Before: string(before), After: string(after),
					A: [2]bulletin.Place{a.place(p[0]), a.place(p[1])}, B: [2]bulletin.Place{b.place(q[0]), b.place(q[1])},
				})
			}
		}
	}
	return all
}

// whole cuts a range of the text between blocks that do not follow each other.
func (s *side) whole(from, to int) (ranges [][2]int) {
	for i := 1; i < len(s.blocks); i++ {
		if cut := s.starts[i] - 1; s.blocks[i] != s.blocks[i-1]+1 && from <= cut && cut < to {
			ranges = append(ranges, [2]int{from, cut})
			from = cut + 1
		}
	}
	return append(ranges, [2]int{from, to})
}

// side is the text of some blocks of one state, and where its runes stand.
type side struct {
	text   []rune
	blocks []int
	starts []int          // in text
	rest   bulletin.Place // where there are no blocks
}

func (p *pairing) side(all []bulletin.Block, blocks []int) side {
	s := side{blocks: blocks}
	for i, k := range blocks {
		if i > 0 {
			s.text = append(s.text, '\n')
		}
		s.starts = append(s.starts, len(s.text))
		s.text = append(s.text, []rune(all[k].Text)...)
	}
	return s
}

func (s *side) place(off int) bulletin.Place {
	if len(s.blocks) == 0 {
		return s.rest
	}
	i := sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > off }) - 1
	return bulletin.Place{Block: s.blocks[i], Off: off - s.starts[i]}
}

// beside is where a block that only one state has would stand in the other: behind the nearest
// earlier one that both have.
func beside(block int, of []*kin, other func(*kin) []int) bulletin.Place {
	for block--; block >= 0; block-- {
		if o := other(of[block]); len(o) > 0 {
			return bulletin.Place{Block: o[len(o)-1] + 1, Off: 0}
		}
	}
	return bulletin.Place{Block: 0, Off: 0}
}

// forest is sets that are joined: a disjoint-set forest, or union-find.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

func (f forest) root(i int) int {
	for f[i] != i {
		f[i] = f[f[i]]
		i = f[i]
	}
	return i
}

func (f forest) join(i, j int) { f[f.root(i)] = f.root(j) }

// fill gives what has no partner to the set on both sides of it. Up to n are the blocks of one state,
// from n on those of the other.
func (f forest) fill(n int) {
	inA, inB := map[int]bool{}, map[int]bool{}
	for i := range f {
		if i < n {
			inA[f.root(i)] = true
		} else {
			inB[f.root(i)] = true
		}
	}
	last := -1 // the last block with a partner
	for i := range f {
		if i == n {
			last = -1
		}
		if r := f.root(i); !inA[r] || !inB[r] {
			continue
		}
		if last >= 0 && f.root(last) == f.root(i) {
			for k := last + 1; k < i; k++ {
				f.join(k, i)
			}
		}
		last = i
	}
}
