package revision

import (
	"time"

	"qingyang/app/bulletin"
)

// OpKind is one of the five operations.
type OpKind uint8

// The five operations.
const (
	Insert OpKind = iota + 1 // these characters, after that identity
	Delete                   // these identities are dead
	Mark                     // the block ended by this break has this kind and belongs to this article
	Move                     // these identities now stand after that identity
	Revert                   // that earlier revision, or these operations of it, no longer count
)

// Op is one operation. Which fields count depends on Kind; the others are zero.
type Op struct {
	Kind    OpKind
	At      bulletin.ID     // Insert, Move: the anchor; Mark: the break
	Text    string          // Insert: what is typed; its k-th rune over the whole revision is {N, k}
	Spans   []bulletin.Span // Delete, Move: the identities, all listed
	Block   bulletin.Kind   // Mark
	Article bulletin.ID     // Mark; None takes the block out of its article
	Of      int             // Revert: the number of the earlier revision
	Ops     []int           // Revert: which of its operations, from 0; nil means all of them
}

// Author is who made a revision: a person (by stable id) or a named rule. One of the two is set.
type Author struct {
	Person int64  // id of a person in the library; 0 for a rule
	Rule   string // "L1", "S2"; empty for a person
}

// Revision is a saved step of a page's history: one or more operations made at once.
type Revision struct {
	N      int // place in the page's log, from 1; given when it is appended
	Group  int // number of the first revision of the undo step that it belongs to
	Author Author
	Time   time.Time // UTC
	Round  bulletin.Round
	Note   string
	Ops    []Op
}
