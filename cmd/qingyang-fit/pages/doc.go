// Package pages makes raw newspaper pages with exact truth, for fitting the weights of cleaning and
// for judging them. It is a tool: nothing of it is shipped.
//
// A page comes about as a real one does: stories (text/) are edited into articles (edit.go,
// credit.go), laid out (layout.go, box.go), set into lines (setting.go), read by an extractor in some
// order (order.go), written down with its habits of empty lines and indents (raw.go), and spoiled
// (noise.go, misread.go). Every glyph knows its block from the first to the last step, so the truth
// (truth.go) is never aligned with anything afterwards.
//
// Each style has a text, wordings and habits of its own. A is fitted on; ACDEFGHIJLMNOP is papers between fourteen of them
// (blend.go), fitted on most. B and K are for judging alone: the forms that cleaning knows were widened by what failed on
// some of B's pages, by kinds, and on those of E to H, which judged before they were fitted on. E to K were written without
// a look at what cleaning knows; K taught nothing. L, papers of pictures and of many small pieces, and M, ordinary dense
// pages, were written in the same way, and judged before they were fitted on. Who wants another judge writes another style.
//
// N, ordinary dailies, bulletins and English newsletters of today, O, weeklies and supplements, a third of them in traditional
// characters, and P, older and rougher papers and English ones, were each written without a look at what cleaning knows, too.
// Each judged once, and is fitted on by way of the papers between fourteen styles. Start reading at Draw.
package pages
