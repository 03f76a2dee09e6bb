// Package record turns the model into rows of the library and back, and says in words what the library's errors
// mean.
//
// Desk and session are both built on it, and they alone: everybody else knows neither rows nor SQL. All of
// it may be called from any goroutine. Start reading at Log (back) and Step (there).
package record

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/source"
	"qingyang/store"
)

// Log reads a page's revisions from number from on, of a library or of a view of it.
func Log(ctx context.Context, lib interface {
	Revisions(context.Context, store.PageID, int) ([]store.Revision, error)
}, page store.PageID, from int) ([]revision.Revision, error) {
	rows, err := lib.Revisions(ctx, page, from)
	if err != nil {
		return nil, err
	}
	log, err := logOf(rows)
	if err != nil {
		return nil, fmt.Errorf("page %d, %w", page, err)
	}
	return log, nil
}

// logOf are revisions as the library has them.
func logOf(rows []store.Revision) ([]revision.Revision, error) {
	log := make([]revision.Revision, len(rows))
	for i, r := range rows {
		ops, err := revision.Decode(r.Ops)
		if err != nil {
			return nil, fmt.Errorf("revision %d: %w", r.N, err)
		}
		log[i] = revision.Revision{
			N: r.N, Group: r.Group, Author: revision.Author{Person: r.Person, Rule: r.Rule},
			Time: r.Time.UTC(), Round: bulletin.Round(r.Round), Note: r.Note, Ops: ops,
		}
	}
	return log, nil
}

// Raw reads a page's source as it was read when it was imported, of a library or of a view of it.
func Raw(ctx context.Context, lib interface {
	PageSource(context.Context, store.PageID) (store.Source, error)
}, page store.PageID) (source.Raw, error) {
	src, err := lib.PageSource(ctx, page)
	if err != nil {
		return source.Raw{}, err
	}
	raw, err := rawOf(ctx, src)
	if err != nil {
		return source.Raw{}, fmt.Errorf("page %d: %w", page, err)
	}
	return raw, nil
}

// Text reads the characters of a page's source as they were read when it was imported: without its bytes where they are
// kept.
func Text(ctx context.Context, lib interface {
	PageSource(context.Context, store.PageID) (store.Source, error)
	PageRaw(context.Context, store.PageID) (store.Raw, error)
}, page store.PageID) ([]rune, error) {
	w, err := lib.PageRaw(ctx, page)
	if err != nil {
		return nil, err
	}
	if w.Format != 0 {
		if raw, err := source.Kept(w.Format, w.Body); err == nil {
			return raw.Text, nil
		}
	}
	raw, err := Raw(ctx, lib, page)
	return raw.Text, err
}

// Kept is a page as it was read, as the library keeps it beside the bytes.
func Kept(raw source.Raw) (w store.Raw) {
	w.Format, w.Body = raw.Keep()
	return w
}

// rawOf is a source as it was read when it was imported: what is kept of that, else, in pages that came in before it was,
// what this version reads.
func rawOf(ctx context.Context, src store.Source) (source.Raw, error) {
	if src.Raw.Format != 0 {
		if raw, err := source.Kept(src.Raw.Format, src.Raw.Body); err == nil {
			raw.Bytes, raw.SHA256, raw.Media, raw.Part = src.Bytes, src.SHA256, src.Media, src.Part
			raw.Encoding, raw.Detected = source.Encoding(src.Encoding), !src.Chosen
			return raw, nil
		}
	}
	pages, err := source.Read(ctx, src.Bytes, source.Options{
		Name: src.Name, Encoding: source.Encoding(src.Encoding), Media: src.Media, Pages: source.Range{From: src.Part, To: src.Part},
	})
	if err != nil {
		return source.Raw{}, err
	}
	for _, p := range pages {
		if p.Part == src.Part {
			return p, nil
		}
	}
	return source.Raw{}, fmt.Errorf("part %d of %s is not among its %d", src.Part, src.Name, len(pages))
}

// Step is what one save writes: the revisions that earlier, a Copy of the text as it was saved last, does not
// have, and what follows from them; nil for earlier is the raw page. It costs what these cost and a pass over
// the text; where they take back or bring back earlier ones, a replay of the log.
func Step(t, earlier *revision.Text) store.Step {
	log, from := t.Log(), 0
	if earlier != nil {
		from = earlier.N()
	}
	step := store.Step{CardsKnown: true, Cards: Cards(t)}
	for _, r := range log[from:] {
		step.Revisions = append(step.Revisions, store.Revision{
			N: r.N, Group: r.Group, Person: r.Author.Person, Rule: r.Author.Rule,
			Time: r.Time, Round: uint8(r.Round), Note: r.Note, Ops: revision.Encode(r.Ops),
		})
	}
	again := map[int]bool{} // earlier revisions of which operations count now and did not, or the other way round
	for _, ref := range t.Switched(from) {
		again[ref.Rev] = true
	}
	put := func(r revision.Run, all []revision.Correction) {
		if r.From == r.To && r.To <= from { // the rows are those that there are
			for k, c := range all {
				step.Switched = append(step.Switched, store.Switch{Revision: r.To, K: k, Counts: c.Counts})
			}
			return
		}
		for n := r.From; n <= min(r.To, from); n++ {
			step.Anew = append(step.Anew, n)
		}
		step.Corrections = append(step.Corrections, correctionRows(log, all)...)
	}
	if len(again) == 0 && earlier != nil {
		for r, all := range t.Since(earlier) {
			put(r, all)
		}
		return step
	}
	for r, all := range t.HistoryOf(func(r revision.Run) bool {
		for n := r.From; n <= r.To; n++ {
			if n > from || again[n] {
				return true
			}
		}
		return false
	}) {
		put(r, all)
	}
	return step
}

// RowsOf yields the rows of corrections of a page, run after run: as this program writes them, and how to make
// those that earlier versions wrote, which told every revision by itself. Both are right; a page may have some
// of each. It costs a replay, and a second one where the others are asked for.
func RowsOf(t *revision.Text, yield func(r revision.Run, now []store.Correction, then func() []store.Correction) bool) {
	log := t.Log()
	var single [][]store.Correction // by revision, from 0
	for r, all := range t.History() {
		now := correctionRows(log, all)
		then := func() (rows []store.Correction) {
			if single == nil {
				for _, one := range t.Singly() {
					single = append(single, correctionRows(log, one))
				}
			}
			return slices.Concat(single[r.From-1 : r.To]...)
		}
		if !yield(r, now, then) {
			return
		}
	}
}

func correctionRows(log []revision.Revision, all []revision.Correction) []store.Correction {
	rows := make([]store.Correction, len(all))
	for i, c := range all {
		r := log[c.Rev-1]
		rows[i] = store.Correction{
			Revision: c.Rev, Ops: c.Ops, Kind: c.Kind.String(), Before: c.Before, After: c.After,
			Left: c.Left, Right: c.Right, Person: r.Author.Person, Rule: r.Author.Rule, Time: r.Time,
			Place: c.Place, Origin: c.At.Origin, Index: c.At.Index, Counts: c.Counts,
		}
	}
	return rows
}

// Cards are the articles of a page as lists and the search know them.
func Cards(t *revision.Text) []store.Card {
	var all []store.Card
	for _, a := range t.Page().Articles {
		var text strings.Builder
		size, n := 0, 0 // bytes, runes
		for _, b := range a.Blocks {
			size += len(b.Text) + 1
		}
		text.Grow(size)
		for _, b := range a.Blocks {
			text.WriteString(b.Text)
			text.WriteByte('\n')
			n += len([]rune(b.Text))
		}
		all = append(all, store.Card{
			Origin: a.ID.Origin, Index: a.ID.Index, Name: a.Name(),
			Characters: n, Blocks: len(a.Blocks), Text: text.String(),
		})
	}
	return all
}
