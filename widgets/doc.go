// Package widgets holds the Fyne widgets that know text and styles, and nothing of newspapers or
// libraries: an Editor for text of any length, a Line of text for lists, Rows, and a Theme.
//
// All of them draw text from one glyph cache of the embedded font (glyph.go), so rare characters
// show on a machine without Chinese fonts, and a changed line costs microseconds. Begin with
// document.go (what an editor shows), then editor.go, view.go and lines.go (what is on screen) and wrap.go. What an
// input method composes is shown by preedit.go; package method speaks to it, and compose.go guesses where
// nobody can.
// Everything here runs on the window's goroutine.
package widgets
