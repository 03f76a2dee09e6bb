package bulletin

// Place is a place in a list of blocks: the block's number from 0, and an offset in its text in runes.
// Whose list it is, and in which order, the one who gives the place says.
type Place struct{ Block, Off int }
