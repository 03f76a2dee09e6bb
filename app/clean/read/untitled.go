package read

import (
	"strings"

	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// untitled says whether line i can be no title, nor begin one (L7): fewer than two Han or four letters, but for one
// Han character that an author's name stands below, or nothing that could open a line; and of Latin letters a label that opens what follows it, a photo's credit, a
// row of prices, one speaker's words among others'.
func (r *Reading) untitled(i int) bool {
	l := &r.Page.Lines[i]
	han, letters, digits := 0, 0, 0
	for _, c := range l.Text[:min(len(l.Text), 60)] {
		switch {
		case script.IsHan(c):
			han++
		case script.IsLatin(c):
			letters++
		case phrase.IsDigit(c):
			digits++
		}
	}
	essay := han == 1 && len(l.Text) == 1 && r.asker.named(i+1) // 盐, then who wrote it
	if han < 2 && han+letters+digits < 4 && !essay || l.First >= 'a' && l.First <= 'z' || layout.Barred(l.First) {
		return true
	}
	if r.spoken(i) && r.dialogue(i) {
		return true
	}
	if !r.Page.Latin || han > 0 {
		return false
	}
	return l.Last == ':' || digits > letters || phrase.IsPhotoEnd(l.Text) || courtesy(l.Text) || strings.Contains(string(l.Text), "....")
}

// courtesy says whether a line names who gave a photo.
func courtesy(r []rune) bool {
	w := Words(layout.Clip(r, 40))
	if len(w) < 3 {
		return false
	}
	switch strings.ToLower(strings.TrimSuffix(w[0], ":")) {
	case "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images":
		return strings.HasSuffix(w[0], ":") || strings.EqualFold(w[1], "courtesy") || strings.EqualFold(w[1], "by")
	}
	return false
}

// talk is how many lines of Latin letters around one that is spoken are looked at for others.
const talk = 8

// dialogue says whether another line near line i is spoken, too.
func (r *Reading) dialogue(i int) bool {
	near := 1
	if r.Page.Latin {
		near = talk
	}
	for k := max(0, i-near); k < min(len(r.Page.Lines), i+near+1); k++ {
		if k != i && r.spoken(k) {
			return true
		}
	}
	return false
}

// spoken says whether a line is what somebody says and no more: it opens with a quotation mark, or the dash of
// speech, and ends with a question or a call.
func (r *Reading) spoken(i int) bool {
	l := &r.Page.Lines[i]
	t := l.Text
	if !layout.Contains("“「«»\"„", t[0]) && !(len(t) > 2 && layout.Contains("–—-", t[0]) && script.IsSpace(t[1])) {
		return false
	}
	n := len(t)
	for n > 1 && (layout.Contains("”」»«\"", t[n-1]) || script.IsSpace(t[n-1])) {
		n--
	}
	return layout.Contains("?!？！…", t[n-1]) || n < len(t) && t[n-1] == '.'
}

// leaning are words of English, German and French that no line of a block ends with, but one that goes on.
var leaning = map[string]bool{"and": true, "of": true, "the": true, "with": true, "that": true, "from": true, "for": true, "to": true, "a": true, "an": true, "or": true,
	"which": true, "who": true, "whose": true, "their": true, "its": true, "his": true, "was": true, "were": true, "has": true, "had": true, "than": true, "when": true, "but": true,
	"und": true, "der": true, "des": true, "mit": true, "von": true, "zum": true, "zur": true, "oder": true,
	"de": true, "la": true, "le": true, "les": true, "et": true, "du": true, "aux": true}

// leans says whether a line's last word leans on the next one, or is cut by one of the old hyphens.
func leans(l *layout.Line) bool {
	if (l.Last == '⸗' || l.Last == '¬') && len(l.Text) > 1 && script.IsLatin(l.Text[len(l.Text)-2]) {
		return true
	}
	if !script.IsLatin(l.Last) || l.Last < 'a' || l.Last > 'z' {
		return false
	}
	n := len(l.Text)
	for n > 0 && script.IsLatin(l.Text[n-1]) && len(l.Text)-n < 6 {
		n--
	}
	if n == 0 || !script.IsSpace(l.Text[n-1]) {
		return false
	}
	return leaning[string(l.Text[n:])]
}

// namelike says whether a line of Latin letters can name somebody: it says by whom, or has two to five words, no
// digit among them, that begin with capitals.
func namelike(r []rune) bool {
	w := Words(r)
	if len(w) == 0 {
		return false
	}
	switch strings.ToLower(strings.TrimSuffix(w[0], ":")) {
	case "by", "von", "par", "from", "text", "words", "story", "photo", "photos", "photographs", "pictures", "report", "reported", "compiled", "edited", "translated", "interview", "written":
		return true
	}
	if _, credit := phrase.LatinByline(r); credit {
		return true
	}
	letters, capital := 0, 0
	for _, c := range r {
		if phrase.IsDigit(c) {
			return false
		}
		if script.IsLatin(c) {
			letters++
		}
	}
	for _, s := range w {
		if c := []rune(s)[0]; script.IsLatin(c) && !(c >= 'a' && c <= 'z') || !script.IsLatin(c) {
			capital++
		}
	}
	return letters >= 4 && len(w) <= 5 && 2*capital >= len(w)
}
