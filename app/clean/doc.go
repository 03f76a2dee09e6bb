// Package clean turns a raw page into a first draft: lines into paragraphs, titles, credits and
// captions, these into articles, then the sure rules of typography.
//
// All of it is pure. Three rooms decide: layout measures the lines, read says what each line is, story gives
// blocks to articles; the last two by sums of named cues (cue) whose weights cmd/qingyang-fit fitted. Draft
// writes the decisions down as revisions under the names of the rules that made them, with their
// account, and knows no disk and no people. Start reading at Draft.
package clean
