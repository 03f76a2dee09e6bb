package store

import (
	"cmp"
	"maps"
	"slices"
)

// foundWords is what was found of registers, of what was learned and decided, and of notes.
type foundWords struct {
	register  map[int64][]any // by row number: publication, kind, … as the table has them
	learned   [][]any
	decisions map[int64][]any
	notes     map[int64]foundNote
}

type foundNote struct {
	row Note
	at  string
}

func newFoundWords() foundWords {
	return foundWords{register: map[int64][]any{}, decisions: map[int64][]any{}, notes: map[int64]foundNote{}}
}

// words takes in a row of one of these tables.
func (r *ruin) words(x record, shape string) {
	v := values(x.values)
	switch shape {
	case "nittttitttit": // register: id, publication, kind, text, title, instead, rank, since, until, note, person, time
		r.register[x.id] = slices.Clone(x.values[1:])
	case "iiiittttiti": // decision: page, origin, idx, verdict, what, before, after, context, person, time, sum
		last := len(v) - 1
		if sumOf(x.values[:last]...) != v.num(last) {
			r.bad = append(r.bad, Fault{Kind: FaultSum, Page: PageID(v.num(0)), Table: "decision", N: int(x.id)})
			return
		}
		r.decisions[x.id] = slices.Clone(x.values)
	case "iiiiiiiiittiti": // note: page, note, n, origin, idx, last_origin, last_idx, kind, state, quote, text, person, time, sum
		n := Note{
			Page: PageID(v.num(0)), Note: v.num(1), N: int(v.num(2)), Origin: int32(v.num(3)), Index: int32(v.num(4)),
			LastOrigin: int32(v.num(5)), LastIndex: int32(v.num(6)), Kind: uint8(v.num(7)), State: uint8(v.num(8)),
			Quote: v.text(9), Text: v.text(10), Person: v.num(11),
		}
		if sumOfNote(n.Page, n, v.text(12)) != v.num(13) {
			r.bad = append(r.bad, Fault{Kind: FaultSum, Page: n.Page, Table: "note", N: int(x.id)})
			return
		}
		r.notes[x.id] = foundNote{n, v.text(12)}
	}
}

// words keeps what of registers, lessons, decisions and notes fits what was kept.
func (s *salvor) words(r *ruin, pages map[PageID]bool) error {
	known := func(person any) bool { id, _ := person.(int64); _, ok := r.people[id]; return ok }
	for _, id := range slices.Sorted(maps.Keys(r.register)) {
		row := r.register[id]
		paper, _ := row[0].(int64)
		if !r.hasPaper(paper) || !known(row[9]) {
			continue
		}
		if err := s.insert("register (id, publication, kind, text, title, instead, rank, since, until, note, person, time)", append([]any{id}, row...)...); err != nil {
			return err
		}
	}
	for _, row := range r.learned {
		if !known(row[7]) {
			continue
		}
		if _, err := s.tx.ExecContext(s.ctx, "INSERT OR IGNORE INTO learned VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row...); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.decisions)) {
		row := r.decisions[id]
		page, _ := row[0].(int64)
		if !pages[PageID(page)] || !known(row[8]) {
			continue
		}
		if err := s.insert("decision (rowid, page, origin, idx, verdict, what, before, after, context, person, time, sum)", append([]any{id}, row...)...); err != nil {
			return err
		}
	}
	ids := slices.SortedFunc(maps.Keys(r.notes), func(a, b int64) int {
		return cmp.Or(cmp.Compare(r.notes[a].row.N, r.notes[b].row.N), cmp.Compare(a, b))
	})
	for _, id := range ids {
		f := r.notes[id]
		if !pages[f.row.Page] || !known(f.row.Person) {
			continue
		}
		if err := addNote(s.ctx, s.tx, f.row.Page, f.row, f.at); err != nil {
			return err
		}
	}
	return nil
}

// hasPaper says whether a publication is known, by name or by a number in its place.
func (r *ruin) hasPaper(id int64) bool { _, ok := r.publications[id]; return ok }
