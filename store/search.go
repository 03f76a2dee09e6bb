package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Hit is a place that a search found.
type Hit struct {
	Page           PageID
	Origin, Index  int32 // the article
	Name           string
	Offset, Length int    // of the first hit, in runes of the article's text
	Snippet        string // what stands around it, on one line
}

// Search finds articles that hold all words of a query (parted by spaces), the newest issues first,
// at most limit. The case of letters does not matter; a word is found inside others.
//
// The index is of pairs of characters (findings: two Chinese characters are the usual query, and
// FTS5's own trigrams need a scan for them); it only proposes, the text decides.
func (v View) Search(ctx context.Context, query string, limit int) ([]Hit, error) {
	words := strings.Fields(fold(query))
	if len(words) == 0 || limit <= 0 {
		return nil, nil
	}
	var terms []string
	for _, w := range words {
		grams := strings.Fields(gramsOf(w))
		if len([]rune(w)) == 1 && len(grams) > 0 { // a NUL has none
			terms = append(terms, `"`+grams[0]+`" *`) // any pair that begins with it
			continue
		}
		for _, g := range grams {
			if len([]rune(g)) == 2 {
				terms = append(terms, `"`+g+`"`)
			}
		}
	}
	if terms == nil {
		return nil, nil
	}
	rows, err := v.db.QueryContext(ctx, `SELECT card.page, card.origin, card.idx, card.name, card.text
		FROM gram JOIN card ON card.id = gram.rowid JOIN page ON page.id = card.page JOIN issue ON issue.id = page.issue
		WHERE gram MATCH ? AND NOT page.hidden ORDER BY issue.date DESC, page.issue DESC, page.number, card.k`, strings.Join(terms, " AND "))
	if err != nil {
		return nil, wrap("search", err)
	}
	var hits []Hit
	for len(hits) < limit && rows.Next() {
		var h Hit
		var text string
		if err := rows.Scan(&h.Page, &h.Origin, &h.Index, &h.Name, &text); err != nil {
			return nil, wrap("search", closeAfter(rows, err))
		}
		if at, ok := verify(text, words); ok {
			h.Offset, h.Length = at, len([]rune(words[0]))
			h.Snippet = snippet(text, at, h.Length)
			hits = append(hits, h)
		}
	}
	return hits, wrap("search", closeAfter(rows, rows.Err()))
}

func closeAfter(rows *sql.Rows, err error) error {
	if e := rows.Close(); err == nil {
		err = e
	}
	return err
}

// fold makes letters small. It keeps the number of runes, so that offsets stay.
func fold(s string) string { return strings.Map(unicode.ToLower, s) }

// verify looks for all words in the text, and says where the first one stands, in runes.
func verify(text string, words []string) (at int, ok bool) {
	folded := fold(text)
	for i, w := range words {
		b := strings.Index(folded, w)
		if b < 0 {
			return 0, false
		}
		if i == 0 {
			at = len([]rune(folded[:b]))
		}
	}
	return at, true
}

// around is how many runes of a snippet stand on either side of the hit.
const around = 16

func snippet(text string, at, length int) string {
	r := []rune(text)
	from, to := max(0, at-around), min(len(r), at+length+around)
	return strings.TrimSpace(strings.ReplaceAll(string(r[from:to]), "\n", " "))
}

// gramsOf are the pairs of neighbouring characters of a text, and the last character of each word by
// itself, each once, parted by spaces. White space parts words. A query of one character finds pairs by
// their beginning.
//
// Of a text of a million characters it allocates a few pieces, not one for each pair: it runs beside the
// window's thread.
func gramsOf(text string) string {
	all := make([]uint64, 0, len(text)/2) // the first character above, the second below; 0 behind the last one
	last := rune(0)
	for _, c := range text {
		if unicode.IsSpace(c) {
			c = 0
		} else {
			c = token(unicode.ToLower(c))
		}
		if last != 0 {
			all = append(all, uint64(last)<<32|uint64(c))
		}
		last = c
	}
	if last != 0 {
		all = append(all, uint64(last)<<32)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	grams := make([]byte, 0, 8*len(all))
	for i, p := range all {
		if i > 0 {
			grams = append(grams, ' ')
		}
		grams = utf8.AppendRune(grams, rune(p>>32))
		if b := rune(p & 0xFFFFFFFF); b != 0 {
			grams = utf8.AppendRune(grams, b)
		}
	}
	return string(grams)
}

// token stands for a character in the index: FTS5's tokenizer "ascii" takes letters, digits and
// everything beyond ASCII for parts of words; ASCII marks move to a private range so that they are
// found as well.
func token(r rune) rune {
	if r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return 0xF0000 + r
	}
	return r
}
