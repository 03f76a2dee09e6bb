package revision

import (
	"sort"

	"qingyang/app/bulletin"
)

// Head is what a block is called: the break that ends it, its kind and article.
type Head struct {
	Break   bulletin.ID
	Kind    bulletin.Kind
	Article bulletin.ID
}

// NumBlocks is the number of blocks. An empty block at the very end is none.
func (t *Text) NumBlocks() int {
	if t.hidden {
		return t.seq.total() - 1
	}
	return t.seq.total()
}

// lastEmpty says whether nothing stands between the last two live breaks.
func (t *Text) lastEmpty() bool {
	q := t.seq
	if q.all.chars == 1 {
		return true
	}
	id, _ := q.charAt(int(q.all.chars) - 2)
	return q.isBreak(id)
}

// Head is the name of block i, 0 ≤ i < NumBlocks(). It costs a walk over the chunks of the text,
// about a microsecond, and no allocation.
func (t *Text) Head(i int) Head {
	id, _, _ := t.seq.breakAt(i)
	return t.head(id)
}

func (t *Text) head(b bulletin.ID) Head {
	return t.headBefore(b, len(t.log)+1)
}

// headBefore is how a break is marked by what counts now and stands before a revision.
func (t *Text) headBefore(b bulletin.ID, rev int) Head {
	key := keyOf(b)
	for a := t.marks.prev(t.marks.seek(key + 1)); t.marks.has(a) && t.marks.key(a) == key; a = t.marks.prev(a) {
		if m := t.marks.val(a); m.ref.Rev < rev && t.Counts(m.ref) {
			return Head{b, m.kind, m.article}
		}
	}
	return Head{b, bulletin.Line, bulletin.None}
}

func (t *Text) block(c *cursor) bulletin.Block {
	spans, b := c.block(nil)
	h := t.head(b)
	return bulletin.Block{Break: b, Kind: h.Kind, Article: h.Article, Text: string(t.compose(spans)), Spans: spans}
}

// Blocks are all blocks in the order of the text, with copies of their texts. Linear in runs and blocks.
func (t *Text) Blocks() []bulletin.Block {
	all := make([]bulletin.Block, t.NumBlocks())
	c := t.seq.cursorAt(0)
	for i := range all {
		all[i] = t.block(&c)
	}
	return all
}

// Runes is the text of block i, 0 ≤ i < NumBlocks(), without its break. It must not be changed and
// holds until the next Append. A block that nobody edited is not copied, others once.
func (t *Text) Runes(i int) []rune {
	c := t.seq.cursorAt(i)
	var few [8]bulletin.Span
	spans, b := c.block(few[:0])
	if len(spans) < 2 {
		return t.compose(spans)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	text, ok := t.runes[b]
	if !ok {
		text = t.compose(spans)
		if t.runes == nil {
			t.runes = map[bulletin.ID][]rune{}
		}
		t.runes[b] = text
	}
	return text
}

// Len is the number of runes of block i, 0 ≤ i < NumBlocks(), at the cost of Head.
func (t *Text) Len(i int) int {
	return t.seq.start(i+1) - t.seq.start(i) - 1
}

// compose is the text of spans; one span is not copied.
func (t *Text) compose(spans []bulletin.Span) []rune {
	switch len(spans) {
	case 0:
		return nil
	case 1:
		return t.letters.text(spans[0])
	}
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	text := make([]rune, 0, n)
	for _, s := range spans {
		text = append(text, t.letters.text(s)...)
	}
	return text
}

// BlockOf says where a character stands: its block, and its offset there in runes. A line break
// stands at the end of the block that it ends. For a dead character live is false, and the place is
// where it would stand. The block may be NumBlocks() with offset 0: the very end of the text. An
// identity that is none stands at the start.
func (t *Text) BlockOf(id bulletin.ID) (block, off int, live bool) {
	q := t.seq
	if !t.Has(id) {
		return 0, 0, false
	}
	n, live := q.lives(id)
	return int(n.breaks), int(n.chars) - q.start(int(n.breaks)), live
}

// Has says whether id is the identity of a character of this page, dead or alive.
func (t *Text) Has(id bulletin.ID) bool {
	return id.Index >= 0 && id.Index < t.letters.size(id.Origin)
}

// idAt is the identity of the character at an offset in a block; at the end of the block it is the
// break. It is None for a place that there is not.
func (t *Text) idAt(block, off int) bulletin.ID {
	if block < 0 || block >= t.seq.total() || off < 0 {
		return bulletin.None
	}
	at := t.seq.start(block) + off
	if at >= t.seq.start(block+1) {
		return bulletin.None
	}
	id, _ := t.seq.charAt(at)
	return id
}

// anchorAt is the identity of the live character before a place: the anchor for what is typed there.
// Before the first character it is bulletin.Start.
func (t *Text) anchorAt(block, off int) bulletin.ID {
	switch {
	case off > 0:
		return t.idAt(block, off-1)
	case block > 0 && block <= t.seq.total():
		id, _, _ := t.seq.breakAt(block - 1)
		return id
	}
	return bulletin.Start
}

// rawPlace is the offset in the raw page of a character, dead or alive. For a typed one it is that of
// the raw character that it was typed behind, directly or behind others that were typed; 0 for the
// very start.
func (t *Text) rawPlace(id bulletin.ID) int {
	if id.Origin == 0 {
		return max(0, int(id.Index))
	}
	if n := t.insertOf(id); n != nil {
		return int(n.raw)
	}
	return 0
}

// insertOf is the Insert that typed a character; nil for one that was not typed.
func (t *Text) insertOf(id bulletin.ID) *insertion {
	if id.Origin <= 0 || !t.Has(id) {
		return nil
	}
	i := sort.Search(len(t.inserts), func(i int) bool { return id.Compare(t.inserts[i].At(0)) < 0 }) - 1
	return &t.inserts[i]
}
