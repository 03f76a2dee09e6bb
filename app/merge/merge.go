// Package merge holds a text from outside against a page that is there: what another machine read of the same page, or
// the page's articles as somebody corrected them elsewhere.
//
// Three states are merged: the page as it was when the text left it (for another reading, as cleaning left it), the page
// as it is, and the text. Characters are followed from the first to the second by their identities; what both changed is
// a clash. It knows texts that remember, nothing of files, disks or windows; all of it is pure, and any goroutine may
// call it. Start reading at Found, then Reading and Corrected.
package merge

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// As is how a text is meant that comes in for a page that the library has.
type As uint8

// The ways.
const (
	AsPage      As = iota // a page of its own
	AsReading             // what another machine read of the same page, or the same one of another scan
	AsCorrected           // the page's articles as somebody corrected them outside
)

// Place is where a text from outside has something else than the page.
//
// It speaks of the page at a moment, and of characters by their identities: Ops finds them again.
type Place struct {
	At, End  bulletin.Place // what would be replaced; one place where something is only put in
	First    bulletin.ID    // the character at At
	Old, New string         // what stands there, and what the other has; a line break is '\n'
	Base     string         // what stood there in the state that both come from
	Clash    bool           // somebody changed it since: it is neither Old nor New
	Large    bool           // a good deal is missing or new, or a paragraph behind the end is: the other may not be of the whole page, or have more than it
	Backed   bool           // of another reading: a check suggests the same, or the first machine was not sure of Old
}

// Found is what came of holding a text against a page.
type Found struct {
	Places []Place  // in shown order
	Apart  []string // what the other has in places that were moved, joined or deleted since; it is not in Places
	Beside []string // lines of the other that stand in no article of the page
	Share  float64  // how much of the page stands in the other, of 1
	Since  int      // the revision that the text was made after: the draft's last one, or the one that it most likely left after
}

// Sure are the places where nothing stands against taking the other's text.
func (f Found) Sure() []Place { return f.those(func(x Place) bool { return !x.Clash && !x.Large }) }

// Backed are the sure ones of another reading for which something speaks.
func (f Found) Backed() []Place {
	return f.those(func(x Place) bool { return !x.Clash && !x.Large && x.Backed })
}

func (f Found) those(are func(Place) bool) (all []Place) {
	for _, x := range f.Places {
		if are(x) {
			all = append(all, x)
		}
	}
	return all
}

// Ops are the operations, for one revision, that take the other's text at some places of a page, and at how many places;
// those are left that the page has become another for since. o is the shown order of t.
func Ops(t *revision.Text, o *revision.Order, all []Place) (ops []revision.Op, n int) {
	var list []revision.Rewrite
	for _, x := range all {
		if !t.Has(x.First) {
			continue
		}
		from, live := o.PlaceOf(x.First)
		if !live {
			continue
		}
		to := bulletin.Place{Block: from.Block + x.End.Block - x.At.Block, Off: x.End.Off}
		if x.End.Block == x.At.Block {
			to.Off = from.Off + x.End.Off - x.At.Off
		}
		if to.Block < o.Blocks() && to.Off <= o.Length(to.Block) && o.Between(from, to) == x.Old {
			list = append(list, revision.Rewrite{From: from, To: to, Text: x.New})
		}
	}
	slices.SortStableFunc(list, func(a, b revision.Rewrite) int { return a.From.Compare(b.From) })
	kept := list[:0]
	for _, r := range list {
		if k := len(kept); k == 0 || r.From.Compare(kept[k-1].To) >= 0 {
			kept = append(kept, r)
		}
	}
	return o.Rewrite(kept), len(kept)
}

// What the notes of such revisions begin with; the name of the file follows.
const (
	readingNote   = "另一次识读："
	correctedNote = "外校稿："
)

// Note is the note of a revision that took in a text from outside.
func Note(as As, file string) string {
	if as == AsReading {
		return readingNote + file
	}
	return correctedNote + file
}

// SayNote words the note of a revision for people, where it is one that Note makes.
func SayNote(note string) (t say.Text, ok bool) {
	if file, is := strings.CutPrefix(note, readingNote); is {
		return say.T("另一次识读：%s", "another reading: %s").With(file), true
	}
	if file, is := strings.CutPrefix(note, correctedNote); is {
		return say.T("外校稿：%s", "corrected outside: %s").With(file), true
	}
	return t, false
}
