// Package pages makes raw newspaper pages with exact truth, for fitting the weights of cleaning and
// for judging them. It is a tool: nothing of it is shipped.
//
// A page comes about as a real one does: stories (text/) are edited into articles (edit.go,
// credit.go), laid out (layout.go, box.go), set into lines (setting.go), read by an extractor in some
// order (order.go), written down with its habits of empty lines and indents (raw.go), and spoiled
// (noise.go, misread.go). Every glyph knows its block from the first to the last step, so the truth
// (truth.go) is never aligned with anything afterwards.
//
// There are six styles, each with a text, wordings and habits of its own: A may be fitted on, B, C, D, E and F
// are for judging alone. The forms that cleaning knows were widened by what failed on some of the pages of B, C and D,
// by kinds; E and F were written without a look at what cleaning knows, and are judges as long as they teach nothing; who
// wants one after that writes another style.
// Start reading at Draw.
package pages
