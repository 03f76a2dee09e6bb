package bulletin

import "cmp"

// Place is a place in a list of blocks: the block's number from 0, and an offset in its text in runes.
// Whose list it is, and in which order, the one who gives the place says.
type Place struct{ Block, Off int }

// Compare orders places by their blocks, then by their offsets.
func (p Place) Compare(q Place) int {
	return cmp.Or(cmp.Compare(p.Block, q.Block), cmp.Compare(p.Off, q.Off))
}
