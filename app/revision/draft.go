package revision

import "qingyang/app/bulletin"

// Draft is the operations of a revision that is written before there is a text to ask: a first draft of a
// page. Whoever writes it answers for what hangs on what: that is empty before anything was typed or moved.
type Draft []Op

// Insert types text behind a character; its runes are numbered after those that the draft typed before.
func (d *Draft) Insert(at bulletin.ID, text string) {
	*d = append(*d, Op{Kind: Insert, At: at, Text: text})
}

// Delete deletes characters. It keeps spans.
func (d *Draft) Delete(spans ...bulletin.Span) { *d = append(*d, Op{Kind: Delete, Spans: spans}) }

// Mark gives the block that a break ends a kind, and an article or None.
func (d *Draft) Mark(at bulletin.ID, kind bulletin.Kind, article bulletin.ID) {
	*d = append(*d, Op{Kind: Mark, At: at, Block: kind, Article: article})
}

// Move moves characters behind one that is not among them. It keeps spans.
func (d *Draft) Move(at bulletin.ID, spans ...bulletin.Span) {
	*d = append(*d, Op{Kind: Move, At: at, Spans: spans})
}
