package clean

import (
	"qingyang/app/phrase"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/rule"
	"qingyang/app/script"
)

// pauses makes one space of every wide or doubled one that parts words on purpose: the pause in a
// title or a section head (L7), the parts of a credit or a caption (L5), the cells of a table (L1). A title
// whose characters are parted one by one is letterspaced: that is S3's.
//
// In a sentence nothing parts words on purpose; there the rules of spaces see to it.
func (d *drafter) pauses() {
	for i := range d.lives {
		w := &d.lives[i]
		if w.kind == bulletin.Dateline {
			w.closeDate(d.sheet("S1"))
			continue
		}
		id := ""
		switch {
		case w.kind == bulletin.Furniture || slices.Contains(w.ids, bulletin.None):
			continue
		case w.kind == bulletin.Byline || w.kind == bulletin.Caption:
			id = "L5"
		case sentence(w.text) && !w.kind.Title(), w.kind.Title() && rule.IsLetterspaced(w.text):
			continue
		case w.row:
			id = "L1"
		default:
			id = "L7"
		}
		s := d.sheet(id)
		if s == nil {
			continue
		}
		gap := ' '
		if w.kind.Title() && d.pause != 0 {
			gap = d.pause
		}
		var edits []rule.Edit
		for i := 0; i < len(w.text); i++ {
			to := i
			for to < len(w.text) && script.IsSpace(w.text[to]) {
				to++
			}
			if to > i && i > 0 && to < len(w.text) && (to > i+1 || w.text[i] != gap) {
				edits = append(edits, rule.Edit{From: i, To: to, New: string(gap), Class: rule.Auto})
			}
			i = max(i, to-1)
		}
		w.apply(edits, s)
	}
}

// sentence says whether a text has a mark that parts or ends a sentence.
func sentence(r []rune) bool {
	for i, c := range r {
		switch c {
		case '，', '。', '；', '！', '？', '…':
			return true
		case ',', ';', '!', '?':
			if i > 0 && !script.IsDigit(r[i-1]) {
				return true
			}
		}
	}
	return false
}

// closeDate takes out the spaces between Han and the numbers of a lead's date: 新华社北京 3月 5日电. A lead is
// protected from the rules of spaces, since those behind it are set on purpose.
func (w *strip) closeDate(s *sheet) {
	if s == nil || slices.Contains(w.ids, bulletin.None) {
		return
	}
	var edits []rule.Edit
	for i := 1; i < len(w.text); i++ {
		to := script.SkipBlank(w.text, i)
		if to == i || to == len(w.text) {
			continue
		}
		if a, b := w.text[i-1], w.text[to]; phrase.IsDigit(a) && script.IsHan(b) || script.IsHan(a) && phrase.IsDigit(b) {
			edits = append(edits, rule.Edit{From: i, To: to, Class: rule.Auto})
		}
		i = max(i, to-1)
	}
	w.apply(edits, s)
}
