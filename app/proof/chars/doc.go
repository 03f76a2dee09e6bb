// Package chars finds characters that stand where another one is clearly likelier: 己经, 杜会, 货款 of a
// bank that lends.
//
// Of each Han character the alternatives are those that look or sound like it (alike.go). What speaks for one
// is how often the strings of two to four characters that it makes were seen (counts.go), and the words it
// makes (words.go); a ranker of boosted trees (ranker.go) makes one score of 52 such figures (figures.go), and a
// second look adds to it what the ranker said of the others (review.go).
// The same counts say how well one piece of text goes on with another (joins.go).
// Names, titles and quotations are guarded (guard.go), and what a page has twice (judge.go). It knows text and
// nothing of pages' identities. Start reading at Finder.Find.
//
// The data lie in data/ and were made from public texts, word lists and fonts; they hold figures only, no
// sentence of any text: counts of strings of at most four characters, each seen in at least two documents.
// NOTICE names the sources and their licences. The command qingyang-fit figures makes them all.
package chars
