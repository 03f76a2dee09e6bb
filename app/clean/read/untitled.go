package read

import (
	"slices"
	"strings"
	"unicode"

	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// untitled says whether line i can be no title, nor begin one (L7): fewer than two Han or four letters, but for one
// Han character that an author's name stands below; what can open no line; one speaker's words among others'.
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
	return r.spoken(i) && r.dialogue(i)
}

// unlettered says whether line i has no word that a title could be: a number, § 3., Article IV.; or opens as an item, a footnote
// or a rule does: — new seats, *) The, ----- Foreign.
func (r *Reading) unlettered(i int) bool {
	l := &r.Page.Lines[i]
	t := l.Text
	if !r.Page.Latin || len(t) > 200 {
		return false
	}
	if k := script.SkipBlank(t, 1); layout.Contains("—–-", t[0]) && k > 1 && k < len(t) && unicode.IsLower(t[k]) || len(t) > 1 && (t[0] == '-' && t[1] == '-' || t[0] == '*' && t[1] == ')') {
		return true
	}
	for _, w := range [...]string{"Artikel ", "Article ", "ARTICLE ", "Art. ", "Section ", "SECTION "} {
		if script.HasAt(t, 0, w) {
			t = t[len(w):]
		}
	}
	return !slices.ContainsFunc(t, func(c rune) bool { return script.IsHan(c) || script.IsLatin(c) && !layout.Contains("IVXL", c) }) // CIVIL is a word
}

// courtesy says whether a line names who gave a photo.
func courtesy(r []rune) bool {
	w := strings.Fields(string(layout.Clip(r, 40)))
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
