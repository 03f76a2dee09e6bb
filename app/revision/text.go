// Package revision is the text that remembers: characters with identity, five operations on them,
// an append-only log of revisions that are switched and never inverted, and what follows from the
// log: blocks, their shown order, pages, corrections, undo. Nobody else makes operations.
//
// It knows bulletin's words, script's characters and compare's differences, nothing of rules, files or
// windows. Start reading at Text (the page with its log), Op (the operations) and Order (what a reader sees);
// edit.go makes operations for what an editor does, switching.go says which of them count, apply.go what
// they do, and what a Move takes along.
package revision

import (
	"fmt"
	"slices"
	"sync"

	"qingyang/app/bulletin"
)

// Text is one page with everything that was ever done to it.
//
// One goroutine owns a Text; Copy and At give states of their own to others. Reading methods may be
// called from several goroutines at once while nobody appends.
type Text struct {
	letters *letters
	log     []Revision
	state

	moments  []moment // states from before the last Moves
	lo, tail int      // while a revision is applied: blocks untouched at the start and at the end

	mu    sync.Mutex             // guards copying, and what is made when it is first asked for
	runes map[bulletin.ID][]rune // texts of blocks, by break
	dead  *graves
}

// state is what follows from a log.
type state struct {
	seq     *sequence
	named   sorted[int32]  // by operation that does not count: how many counting Reverts name it
	inserts []insertion    // all Inserts in the order of the log
	kids    sorted[int32]  // by anchor: places in inserts
	marks   sorted[marker] // by break, in the order of the log
	hidden  bool           // the last block is empty, and so no block
}

// copy is a state of its own, over letters that begin with the same ones.
func (s *state) copy(l *letters) state {
	return state{
		s.seq.copy(l), s.named.copy(), slices.Clip(s.inserts), s.kids.copy(), s.marks.copy(), s.hidden,
	}
}

// insertion is what an Insert typed, and where.
type insertion struct {
	bulletin.Span
	anchor bulletin.ID
	raw    int32 // place in the raw page of the anchor
	op     int32 // its place in the revision, which is the span's origin
}

// marker is a Mark's place in the log.
type marker struct {
	ref     OpRef
	kind    bulletin.Kind
	article bulletin.ID
}

// OpRef names an operation: the number of its revision (from 1), and its place there (from 0).
type OpRef struct{ Rev, Op int }

// Before says whether r stands before s in the log.
func (r OpRef) Before(s OpRef) bool { return r.Rev < s.Rev || r.Rev == s.Rev && r.Op < s.Op }

// Changed says that the blocks [From, From+Was) of the block list became the blocks
// [From, From+Now). All others are what they were, text, spans, kind and article.
type Changed struct{ From, Was, Now int }

// Then is one change that holds c and what came after it, d, whose numbers are those that c left.
func (c Changed) Then(d Changed) Changed {
	if c == (Changed{}) {
		return d
	}
	if d == (Changed{}) {
		return c
	}
	from := min(c.From, d.From)
	end := max(c.From+c.Now, d.From+d.Was) // in the numbers between the two
	return Changed{from, end - from - c.Now + c.Was, end - from - d.Was + d.Now}
}

// New is a text without revisions. raw is kept, must not be changed afterwards, and may have at most
// 2³¹−2 runes. Its cost is one pass over raw.
func New(raw []rune) *Text {
	l := newLetters(raw)
	t := &Text{letters: l, state: state{seq: newSequence(l)}}
	t.hidden = t.lastEmpty()
	return t
}

// Load replays a log on a raw page. Both are kept and must not be changed afterwards.
//
// Its cost is a few microseconds an operation. The error names the first revision that does not fit.
func Load(raw []rune, log []Revision) (*Text, error) {
	t := New(raw)
	for _, r := range log {
		r, err := t.check(r)
		if err != nil {
			return nil, err
		}
		t.letters.add(r.Ops)
		t.log = append(t.log, r)
	}
	t.replay()
	return t, nil
}

// Append adds a revision at the end of the log. Its number must be N()+1; a Group of 0 becomes that
// number. It keeps r's slices, which must not be changed afterwards.
//
// It costs a few microseconds an operation in a text of any length; a Revert that switches a Move
// replays the log from that Move on, or all of it where eight others came since. When it fails nothing has changed; the errors are ErrNumber and *BadOp.
func (t *Text) Append(r Revision) (Changed, error) {
	r, err := t.check(r)
	if err != nil {
		return Changed{}, err
	}
	total, hidden := t.seq.total(), t.hidden
	t.lo, t.tail = total, total
	if r.moves() {
		t.remember(r.N)
	}
	t.letters.add(r.Ops)
	t.log = append(t.log, r)
	flips := t.switchBy(len(t.log) - 1)
	if slices.ContainsFunc(flips, func(f OpRef) bool { return t.op(f).Kind == Move }) {
		return t.appendByReplay(flips)
	}
	for _, f := range flips {
		t.flip(f)
	}
	for i := range r.Ops {
		if err := t.apply(OpRef{r.N, i}); err != nil {
			t.withdraw()
			return Changed{}, err
		}
	}
	t.hidden = t.lastEmpty()
	return t.changed(total, hidden), nil
}

// appendByReplay finishes Append where the order of the text has to be found anew: flips are the operations
// that its Reverts switch.
func (t *Text) appendByReplay(flips []OpRef) (Changed, error) {
	old, hidden := t.seq, t.hidden
	if stuck := t.replayFrom(); len(stuck) > 0 {
		t.withdraw()
		return Changed{}, &BadOp{stuck[0], "the text would be moved into itself"}
	}
	t.lo, t.tail = t.seq.common(old)
	for _, f := range append(flips, t.All(t.N())...) {
		if op := t.op(f); op.Kind == Mark {
			t.touch(t.seq.blockAt(op.At), 0)
		}
	}
	return t.changed(old.total(), hidden), nil
}

// withdraw takes the last revision out again after it turned out not to fit.
func (t *Text) withdraw() {
	t.log = t.log[:len(t.log)-1]
	t.letters.drop()
	t.forget(len(t.log) + 1)
	t.replay()
}

// changed turns the untouched ends into the answer of Append.
func (t *Text) changed(total int, hidden bool) Changed {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.dead = nil
	now := t.seq.total()
	if t.lo+t.tail >= max(total, now) {
		return Changed{}
	}
	c := Changed{From: t.lo, Was: total - t.lo - t.tail, Now: now - t.lo - t.tail}
	if len(t.runes) > 0 {
		if c.Now > 64 {
			clear(t.runes)
		} else if c.Now > 0 {
			walk := t.seq.cursorAt(c.From)
			for range c.Now {
				_, b := walk.block(nil)
				delete(t.runes, b)
			}
		}
	}
	if t.tail == 0 && hidden {
		c.Was--
	}
	if t.tail == 0 && t.hidden {
		c.Now--
	}
	return c
}

// replay computes the state from the log alone.
func (t *Text) replay() {
	t.countAll()
	t.replayFrom()
}

// Copy is a text of its own with the same state and log, for another goroutine or for trying
// something out. Both share all that neither has changed since; so it costs some bytes for a hundred
// runs, and nothing for the characters.
func (t *Text) Copy() *Text {
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.letters.first(len(t.log))
	return &Text{letters: l, log: slices.Clip(t.log), state: t.state.copy(l)}
}

// At is the state after the first n revisions, 0 ≤ n ≤ N(), as a text of its own. It costs a replay
// of these revisions.
func (t *Text) At(n int) *Text {
	n = min(max(n, 0), len(t.log))
	if n == len(t.log) {
		return t.Copy()
	}
	l := t.letters.first(n)
	s := &Text{letters: l, log: slices.Clip(t.log[:n])}
	s.replay()
	return s
}

// N is the number of revisions.
func (t *Text) N() int { return len(t.log) }

// Log are all revisions in their order. It is not copied and must not be changed.
func (t *Text) Log() []Revision { return slices.Clip(t.log) }

func (t *Text) op(r OpRef) *Op { return &t.log[r.Rev-1].Ops[r.Op] }

// String names an operation for an error.
func (r OpRef) String() string { return fmt.Sprintf("%d.%d", r.Rev, r.Op) }
