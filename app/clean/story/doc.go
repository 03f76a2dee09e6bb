// Package story gives the blocks of a page to articles: which text goes on with which, which titles, credits
// and captions belong to it, and which titles have no story (the tray). A decision is a sum of named
// cues with fitted weights, as in room read; doubtful boundaries are decided by the whole page that each
// way leads to.
//
// Start reading at Tell, then boundary.go (where stories begin), title.go (whose a title is), whole.go
// (what speaks for a page as a whole).
package story
