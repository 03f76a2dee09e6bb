package revision

import (
	"fmt"
	"slices"
	"strings"

	"qingyang/app/bulletin"
)

// model is the text as the words of the house say it, without a thought for speed: the reference that
// Text is compared with. It shares no code with it.
type model struct {
	raw    []rune
	seq    []bulletin.ID // all characters as they stand
	rune   map[bulletin.ID]rune
	live   map[bulletin.ID]bool
	by     map[bulletin.ID][]OpRef
	unborn map[bulletin.ID]bool
	heads  map[bulletin.ID]Head
	counts map[OpRef]bool
	stuck  []OpRef // counting Moves into their own range
}

// modelOf replays a log in which the operations in void are as if nobody had made them.
func modelOf(raw []rune, log []Revision, void map[OpRef]bool) *model {
	m := &model{
		raw: raw, rune: map[bulletin.ID]rune{}, live: map[bulletin.ID]bool{},
		by: map[bulletin.ID][]OpRef{}, heads: map[bulletin.ID]Head{}, counts: map[OpRef]bool{},
		unborn: map[bulletin.ID]bool{},
	}
	for i := len(log) - 1; i >= 0; i-- {
		for j := range log[i].Ops {
			ref := OpRef{i + 1, j}
			m.counts[ref] = !void[ref] && !m.reverted(log, ref)
		}
	}
	for i, r := range raw {
		m.put(bulletin.ID{Origin: 0, Index: int32(i)}, r)
	}
	end := bulletin.ID{Origin: 0, Index: int32(len(raw))}
	m.put(end, '\n')

	anchor := map[bulletin.ID]bulletin.ID{}
	placed := map[bulletin.ID]bool{}
	for i, r := range log {
		typed := int32(0)
		for j, op := range r.Ops {
			ref := OpRef{i + 1, j}
			var fresh []bulletin.ID
			if op.Kind == Insert {
				for _, c := range op.Text {
					id := bulletin.ID{Origin: int32(i + 1), Index: typed}
					typed++
					fresh = append(fresh, id)
					m.rune[id], anchor[id], m.live[id] = c, op.At, m.counts[ref]
					m.unborn[id] = !m.counts[ref]
				}
			}
			if void[ref] {
				continue
			}
			switch op.Kind {
			case Insert:
				m.place(fresh, op.At)
			case Delete:
				for _, id := range ids(op.Spans) {
					if m.counts[ref] {
						m.live[id] = false
						m.by[id] = append(m.by[id], ref)
					}
				}
			case Mark:
				if m.counts[ref] {
					m.heads[op.At] = Head{op.At, op.Block, op.Article}
				}
			case Move:
				if !m.counts[ref] {
					continue
				}
				travel := map[bulletin.ID]bool{}
				for _, id := range ids(op.Spans) {
					travel[id] = true
				}
				for more := true; more; {
					more = false
					for _, id := range m.seq {
						if a, ok := anchor[id]; ok && travel[a] && !travel[id] && !placed[id] {
							travel[id] = true
							more = true
						}
					}
				}
				if travel[op.At] {
					m.stuck = append(m.stuck, ref)
					continue
				}
				var go1, stay []bulletin.ID
				for _, id := range m.seq {
					if travel[id] {
						go1 = append(go1, id)
					} else {
						stay = append(stay, id)
					}
				}
				m.seq = stay
				m.place(go1, op.At)
				for _, id := range ids(op.Spans) {
					placed[id] = true
				}
			}
		}
	}
	return m
}

func (m *model) put(id bulletin.ID, r rune) {
	m.seq = append(m.seq, id)
	m.rune[id], m.live[id] = r, true
}

// reverted says whether a later Revert that counts names the operation.
func (m *model) reverted(log []Revision, ref OpRef) bool {
	for i := ref.Rev; i < len(log); i++ {
		for j, op := range log[i].Ops {
			if op.Kind == Revert && op.Of == ref.Rev && m.counts[OpRef{i + 1, j}] &&
				(op.Ops == nil || slices.Contains(op.Ops, ref.Op)) {
				return true
			}
		}
	}
	return false
}

// place puts characters after an anchor; where the anchor is missing (it was void) they stay out.
func (m *model) place(list []bulletin.ID, at bulletin.ID) {
	i := slices.Index(m.seq, at)
	if i < 0 && at != bulletin.Start {
		return
	}
	m.seq = slices.Insert(m.seq, i+1, list...)
}

func ids(spans []bulletin.Span) []bulletin.ID {
	var all []bulletin.ID
	for _, s := range spans {
		for k := range s.Len() {
			all = append(all, s.At(k))
		}
	}
	return all
}

func (m *model) isBreak(id bulletin.ID) bool {
	r := m.rune[id]
	if id.Origin > 0 {
		return r == '\n'
	}
	i := int(id.Index)
	switch r {
	case '\n', '\f', 0x85, 0x2028, 0x2029:
		return true
	case '\r':
		return i+1 >= len(m.raw) || m.raw[i+1] != '\n'
	}
	return false
}

func (m *model) head(b bulletin.ID) Head {
	if h, ok := m.heads[b]; ok {
		return h
	}
	return Head{b, bulletin.Line, bulletin.None}
}

func (m *model) blocks() []bulletin.Block {
	var all []bulletin.Block
	var b bulletin.Block
	var text strings.Builder
	for _, id := range m.seq {
		switch {
		case !m.live[id]:
		case m.isBreak(id):
			h := m.head(id)
			b.Break, b.Kind, b.Article, b.Text = id, h.Kind, h.Article, text.String()
			if text.Len() > 0 || id.Origin != 0 || int(id.Index) != len(m.raw) {
				all = append(all, b)
			}
			b = bulletin.Block{}
			text.Reset()
		default:
			text.WriteRune(m.rune[id])
			b.Spans = bulletin.AppendID(b.Spans, id)
		}
	}
	return all
}

// same says in what a text differs from what the model says; "" where in nothing.
func (m *model) same(t *Text) string {
	want := m.blocks()
	if t.NumBlocks() != len(want) {
		return fmt.Sprintf("%d blocks, want %d: %s", t.NumBlocks(), len(want), plain(t))
	}
	for i, got := range t.Blocks() {
		w := want[i]
		if got.Break != w.Break || got.Kind != w.Kind || got.Article != w.Article || got.Text != w.Text ||
			!slices.Equal(got.Spans, w.Spans) {
			return fmt.Sprintf("block %d\n got %+v\nwant %+v", i, got, w)
		}
		if string(t.Runes(i)) != w.Text || t.Head(i) != (Head{w.Break, w.Kind, w.Article}) {
			return fmt.Sprintf("block %d by its parts is %q %+v, want %+v", i, string(t.Runes(i)), t.Head(i), w)
		}
	}
	block, off := 0, 0
	for _, id := range m.seq {
		i, k, live := t.BlockOf(id)
		if i != block || k != off || live != m.live[id] {
			return fmt.Sprintf("%v stands at %d,%d live %v, want %d,%d live %v", id, i, k, live, block, off, m.live[id])
		}
		if live && t.idAt(block, off) != id {
			return fmt.Sprintf("at %d,%d is %v, want %v", block, off, t.idAt(block, off), id)
		}
		if f := t.fate(id); f.live != live || f.unborn != m.unborn[id] || !slices.Equal(f.by, m.by[id]) {
			return fmt.Sprintf("fate of %v is %+v, want %v by %v", id, f, live, m.by[id])
		}
		switch {
		case live && m.isBreak(id):
			block, off = block+1, 0
		case live:
			off++
		}
	}
	for ref, c := range m.counts {
		if t.Counts(ref) != c {
			return fmt.Sprintf("operation %v counts: %v, want %v", ref, t.Counts(ref), c)
		}
	}
	return ""
}
