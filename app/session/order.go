package session

// Changed says that the shown blocks [From, From+Was) became the shown blocks [From, From+Now).
type Changed struct{ From, Was, Now int }

// Place is a place on the clean side: a shown block and an offset in it, in runes.
type Place struct{ Block, Off int }
