package bulletin

import "strings"

// Block is what lies between two live line breaks.
type Block struct {
	Break   ID     // the break that ends it: the block's own name
	Kind    Kind   //
	Article ID     // the article it belongs to, or None
	Text    string // live characters, without the break
	Spans   []Span // where each character of Text came from, in the same order
}

// Article is a story: its blocks in shown order (the headline stack first, then as the text stands).
type Article struct {
	ID     ID
	Blocks []Block
}

// Page is the finished form of one page: every live character stands in exactly one of the three.
type Page struct {
	Articles  []Article // in the order in which their first paragraphs stand
	Tray      []Block   // blocks that no article has claimed yet
	Furniture []Block   // folio, date line, adverts
}

// Of joins the texts of the article's blocks of one kind by a space; "" where it has none.
func (a Article) Of(k Kind) string {
	var parts []string
	for _, b := range a.Blocks {
		if b.Kind == k && b.Text != "" {
			parts = append(parts, b.Text)
		}
	}
	return strings.Join(parts, " ")
}

// Texts are the texts of the article's blocks of one kind, one string a block.
func (a Article) Texts(k Kind) []string {
	var texts []string
	for _, b := range a.Blocks {
		if b.Kind == k {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// Name is what a list calls the article: its headline, else its kicker or subheadline, else its
// first words (at most 20 runes).
func (a Article) Name() string {
	for _, k := range []Kind{Headline, Kicker, Subheadline} {
		if s := a.Of(k); s != "" {
			return s
		}
	}
	for _, b := range a.Blocks {
		if r := []rune(b.Text); len(r) > 20 {
			return string(r[:20]) + "…"
		} else if len(r) > 0 {
			return b.Text
		}
	}
	return ""
}
