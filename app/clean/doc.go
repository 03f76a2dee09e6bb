// Package clean turns a raw page into a first draft: lines into paragraphs, titles, credits and
// captions, these into articles, then the sure rules of typography.
//
// All of it is pure. The analysis decides about the raw lines and says why; Draft turns the decisions into
// revisions under the names of the rules that made them, and knows no disk and no people. Start
// reading at Draft, then junction.go (how a page is read) and cost.go (what speaks for what).
package clean
