// Package app is a corridor: the map of the house, and no code.
//
//	cmd → app → store, widgets        widgets → fonts        app/window → widgets/method
//
//	script     what a character is: Han, digit, mark, width in em
//	say        sentences for people in both languages, and problems
//	bulletin   the words of the trade: Publication, Issue, Page, Article, Block, Kind, ID; Cue, Account, Finding
//	lexicon    what words say about characters side by side
//	cores      one thing done many times, on as many cores as there are
//	phrase     the set forms of newspapers, each recognised once: credit, lead, jump, folio, name, numeral
//	compare    two texts held against each other: the smallest difference, differences for the eye
//	revision   the text that remembers, and the only maker of operations: revisions, corrections, undo
//	merge      a text from outside held against a page that is there, by the identity of characters
//	rule       the rules of typography, one row each: text in, edits out
//	source     raw input to raw pages: one table of readers, encodings, lines, boxes, in which these help:
//	  sheet    printed pages: lines of characters with their places, before they are text
//	  ocr      the files of reading machines: hOCR, ALTO, PAGE XML, ABBYY XML, JSON
//	  pdf      PDF files, by PDFium in a sandbox
//	  scan     pictures of pages, by an installed tesseract
//	  document DOCX, HTML, Markdown and RTF, as paragraphs
//	picture    pictures of pages, opened within limits
//	folder     the files of a folder to issues and pages, by their names
//	clean      raw page to a first draft and its account, by its rooms:
//	  cue      tables of named cues and what they weigh: every decision of read and story is a sum of them
//	  layout   raw lines to measured lines in reading order
//	  read     measured lines to what each is
//	  story    blocks to articles
//	proof      what may still be wrong: findings with suggestions
//	  chars    characters where another one is clearly likelier
//	  english  words of English text that recognition or typing spoilt
//	  register names, organisations, places, set phrases and words as a house wants them
//	  learned  what the editors of a house corrected before
//	errata     what may be wrong in a file, without a library
//	quality    error rates and the arithmetic of sign-off
//	export     finished articles and issues out: one file a format
//	wording    what people call kinds, rounds, rules, corrections and reasons
//	house      what the house of a publication wants of cleaning: its profile
//	sample     the sample bulletin, embedded
//	record     the model as rows of the library, and back; what the library's errors mean in words
//	glossary   what a library knows about words: registers, what its editors taught and decided
//	session    one open page: one owner, one save queue, snapshots for everyone else
//	desk       a library without a window: open, import, list, search, export, verify, back up
//	command    how an editor asks for it: one table of names, menus and keys
//	window     the Fyne program: one file a pane
//
// The way of a page:
//
//	file ──source.Read──▶ []source.Raw (bytes, hash, format, encoding, lines, boxes)
//	     ──clean.Draft──▶ revisions, each by one named step or rule, and the account of the decisions
//	     ──revision.Text──▶ applies them, and every later edit, in order
//	     ──Text.Page()──▶ bulletin.Page (each character knows where it came from)
//	     ──export──▶ files
//
// store keeps the source's bytes, the page as it was read from them, the revisions and the accounts of drafts; everything else is computed
// from these.
//
// Which room may import which is written down once, in arrows_test.go, and held by that test.
package app
