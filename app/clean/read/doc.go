// Package read decides what each measured line of a page is: which of the roles it has, and so which lines
// stand in one block. It is a Viterbi search over roles; what a way through them scores is a sum of named
// cues whose weights were fitted on pages with truth (package weights; cmd/qingyang-fit makes them).
//
// Start reading at Page, then role.go (what a line may be), cue.go (the table of cues), line.go and
// junction.go (which cues hold), lattice.go (the search and its posteriors).
package read
