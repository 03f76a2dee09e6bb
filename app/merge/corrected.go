package merge

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/script"
)

// Corrected holds a text against the page's articles that somebody corrected outside: one article or more, as an
// export, a Word file or a mail has them. How far the work on the page was when the text left is found by what of that
// work stands in it; what was corrected here later is no difference, and where both changed the same characters that
// is a clash. Lines that stand in no article are in Beside, and articles that the text has less than a third of are
// left as they are. Its cost is that of the differences, and of two replays where somebody has worked on the page.
func Corrected(ctx context.Context, t *revision.Text, o *revision.Order, text []rune) (Found, error) {
	p := page{t, o}
	f, err := p.merged(ctx, o, proseLines(text))
	f.Since = t.N()
	if err != nil || len(f.Places)+len(f.Apart) == 0 {
		return f, err
	}
	n := p.left(f)
	if err := ctx.Err(); err != nil || n >= t.N() {
		return f, err
	}
	return CorrectedSince(ctx, t, o, text, n)
}

// CorrectedSince is Corrected for a text of which it is known after which revision it left.
func CorrectedSince(ctx context.Context, t *revision.Text, o *revision.Order, text []rune, n int) (Found, error) {
	f, err := page{t, o}.merged(ctx, t.At(n).Order(), proseLines(text))
	f.Since = n
	return f, err
}

// merged merges a text that was made of an earlier state into the page.
func (p page) merged(ctx context.Context, old *revision.Order, lines [][]rune) (f Found, err error) {
	stories, beside := assign(old, lines)
	f.Beside = beside
	all, found := 0, 0
	for _, st := range stories {
		if err := ctx.Err(); err != nil {
			return f, err
		}
		all += len(st.cells)
		from, to, there := p.articleNow(st.article)
		if !st.has || !there {
			continue
		}
		found += len(st.cells)
		ours := make([]rune, len(st.cells))
		for i, c := range st.cells {
			ours[i] = c.r
		}
		var pieces []compare.Piece
		for _, q := range compare.Words(ours, compare.Join(st.lines)) {
			if q, ok := st.meant(q); ok {
				pieces = append(pieces, q)
			}
		}
		p.three(st.cells, pieces, from, to, &f)
	}
	if all > 0 {
		f.Share = float64(found) / float64(all)
	}
	slices.SortStableFunc(f.Places, func(a, b Place) int { return a.At.Compare(b.At) })
	return f, nil
}

// articleNow are the shown blocks [from, to) of an article.
func (p page) articleNow(article bulletin.ID) (from, to int, ok bool) {
	for b := range p.Order.Blocks() {
		if p.Order.ArticleAt(b) == article {
			from, to = p.Order.Article(b)
			return from, to, true
		}
	}
	return 0, 0, false
}

// left is after which revision a text was most likely taken from the page: the one for which most corrections by hand up
// to it stand in the text, and most later ones do not; where that does not tell, the earliest, so that rather too much is
// asked about. f is what of the page as it is differs from the text.
func (p page) left(f Found) int {
	log := p.Text.Log()
	score := make([]int, len(log)+1) // by revision: 1 for each correction that is in the text, -1 for each that is not
	for _, all := range p.Text.History() {
		for _, c := range all {
			if _, came := SayNote(log[c.Rev-1].Note); log[c.Rev-1].Author.Person == 0 || !c.Counts || came {
				continue // what came in before may be of the same text
			}
			score[c.Rev] += p.stands(c, f)
		}
	}
	best, most, sum := len(log), 0, 0
	for n, first := len(log), drafted(p.Text); n > first; n-- {
		if sum -= score[n]; sum >= most {
			best, most = n-1, sum
		}
	}
	return p.stepEnd(best)
}

// stands is 1 for a correction that stands in the text, -1 for one instead of which what was before stands there, and 0
// where another change of the same place says nothing.
func (p page) stands(c revision.Correction, f Found) int {
	at, _ := p.Order.PlaceOf(c.At)
	for _, x := range f.Places {
		if at.Compare(x.At) < 0 || at.Compare(x.End) > 0 {
			continue
		}
		if strings.Contains(x.New, c.Before) && (c.After == "" || !strings.Contains(x.New, c.After)) {
			return -1
		}
		return 0
	}
	return 1
}

// stepEnd is the number of the last revision of the undo step that a revision belongs to.
func (p page) stepEnd(n int) int {
	log := p.Text.Log()
	for n > 0 && n < len(log) && log[n].Group == log[n-1].Group {
		n++
	}
	return n
}

// proseLines are the lines of a text without indents and empty lines.
func proseLines(text []rune) (lines [][]rune) {
	for line := range strings.FieldsFuncSeq(string(text), script.IsBreak) {
		line = strings.TrimFunc(line, func(r rune) bool { return unicode.IsSpace(r) || script.IsInvisible(r) })
		if line != "" {
			lines = append(lines, []rune(line))
		}
	}
	return lines
}
