// Package app is a corridor: the map of the house, and no code.
//
//	cmd → app → store, widgets        widgets → fonts
//
//	script     what a character is: Han, digit, mark, width in em
//	say        sentences for people in both languages, and problems
//	bulletin   the words of the trade: Publication, Issue, Page, Article, Block, Kind, ID
//	revision   the text that remembers: operations, revisions, corrections, undo, alignment
//	rule       the rules of typography, one row each: text in, edits out
//	lexicon    what words say about characters side by side
//	source     raw input to a raw page: encodings, lines, boxes
//	clean      raw page to a first draft: lines → paragraphs → articles → rules of class A
//	proof      what may still be wrong: findings with suggestions
//	quality    error rates and the arithmetic of sign-off
//	export     finished articles and issues out: one file a format
//	sample     the sample bulletin, embedded
//	desk       what an editor can do, without a window
//	command    how an editor asks for it: one table of names, menus and keys
//	window     the Fyne program: one file a pane
//
// The way of a page:
//
//	file ──source.Read──▶ source.Raw (bytes, hash, encoding, lines, boxes)
//	     ──clean.Draft──▶ revisions, each by one named step or rule
//	     ──revision.Text──▶ applies them, and every later edit, in order
//	     ──Text.Page()──▶ bulletin.Page (each character knows where it came from)
//	     ──export──▶ files
//
// store keeps the source's bytes and the revisions; everything else is computed from these two.
//
// Which room may import which is written down once, in arrows_test.go, and held by that test.
package app
