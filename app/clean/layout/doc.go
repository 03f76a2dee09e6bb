// Package layout turns the lines of a raw page into measured lines in reading order: how wide each is, how
// far it is indented, how many empty lines stand above it, which measures its column may have, and what the
// page as a whole does (its script, its habits with empty lines and indents).
//
// It decides nothing about what a line is; room read does. Start reading at Measure.
package layout
