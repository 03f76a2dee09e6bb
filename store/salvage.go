package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Salvage makes a new library at to of all that is sound in the one at from, however damaged that is, and
// says what is lost. from is not changed, and may not be open in this process (ErrBusy).
//
// replays says how many revisions of a log can be applied to a source; it is asked about those of libraries
// before version 3, whose rows have no sums. finish is called with the new library before that gets its
// name, to make what is derived. Both may be nil.
//
// It fails with ErrExists where there is a file at to, and with ErrNotLibrary where nothing of a library is
// found. Its cost is that of reading the file once.
func Salvage(ctx context.Context, from, to string, replays func(Source, []Revision) int, finish func(*Library) error) (lost []Fault, err error) {
	lost, err = salvageTo(ctx, from, to, replays, finish)
	return lost, wrap("salvage "+from, err)
}

func salvageTo(ctx context.Context, from, to string, replays func(Source, []Revision) int, finish func(*Library) error) (lost []Fault, err error) {
	if _, err := os.Lstat(to); err == nil {
		return nil, ErrExists
	}
	info, err := os.Stat(from)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, ErrNotLibrary
	}
	Sweep(filepath.Dir(to))
	shop, err := NewWorkshop(filepath.Dir(to))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, shop.Close()) }()
	part := shop.Path("part")
	lost, err = salvage(ctx, from, part, replays, finish)
	if err != nil {
		return lost, err
	}
	if err := os.Chmod(part, info.Mode().Perm()|0o600); err != nil {
		return lost, err
	}
	return lost, Place(part, to)
}

// salvage makes the new library in place.
func salvage(ctx context.Context, from, to string, replays func(Source, []Revision) int, finish func(*Library) error) (lost []Fault, err error) {
	c, err := openCarver(from)
	if errors.Is(err, errCarve) {
		return nil, ErrNotLibrary
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if err := os.WriteFile(to, nil, 0o600); err != nil {
		return nil, err
	}
	l, err := fill(ctx, to)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	err = l.in(ctx, "keep what is sound", func(tx *sql.Tx) error {
		s := &salvor{ctx: ctx, tx: tx, replays: replays}
		r, err := dig(c, s.source, nil)
		if err == nil {
			err = s.keep(r)
		}
		lost = s.lost
		return err
	})
	if err == nil && finish != nil {
		err = finish(l)
	}
	return lost, err
}

// salvor writes what was found into a new library. The numbers of all rows stay what they were.
type salvor struct {
	ctx  context.Context
	tx   *sql.Tx
	lost []Fault

	replays func(Source, []Revision) int
}

func (s *salvor) insert(table string, values ...any) error {
	q := "INSERT INTO " + table + " VALUES (?" + strings.Repeat(", ?", len(values)-1) + ")"
	return one(s.tx.ExecContext(s.ctx, q, values...))
}

func (s *salvor) source(id int64, sha [32]byte, b []byte) error {
	var there int
	if err := s.tx.QueryRowContext(s.ctx, "SELECT count(*) FROM source WHERE sha256 = ?", sha[:]).Scan(&there); err != nil || there > 0 {
		return err
	}
	return s.insert("source (id, sha256, bytes)", id, sha[:], b)
}

func (s *salvor) lose(f Fault) { s.lost = append(s.lost, f) }

// keep writes all that is sound and fits together.
func (s *salvor) keep(r *ruin) error {
	readings := r.readingsOf()
	pages := map[PageID]bool{}
	for _, f := range r.readings {
		pages[f.page] = true
	}
	for id := range r.pages {
		pages[id] = true
	}
	for id := range r.revisions {
		pages[id] = true
	}
	if len(pages) == 0 && len(r.publications) == 0 && len(r.people) == 0 {
		return ErrNotLibrary
	}
	all := slices.Sorted(maps.Keys(pages))
	for _, id := range all {
		if len(readings[id]) == 0 {
			s.lose(Fault{Kind: FaultNoSource, Page: id})
			delete(pages, id)
		}
	}
	all = slices.DeleteFunc(all, func(id PageID) bool { return !pages[id] })
	for _, step := range []func() error{
		func() error { return s.people(r) },
		func() error { return s.places(r, all) },
		func() error { return s.readings(r, all, readings) },
		func() error { return s.logs(r, all) },
		func() error { return s.rest(r, pages) },
		func() error { return s.words(r, pages) },
		func() error { return s.pictures(r, pages) },
		func() error { return s.incomings(r, pages) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	for _, f := range r.bad {
		if slices.Contains([]string{"signature", "decision", "note", "picture", "raw"}, f.Table) && pages[f.Page] { // others are told with their page
			s.lose(f)
		}
	}
	return nil
}

// people keeps all persons; one whose name is lost but who made something has the number as a name.
func (s *salvor) people(r *ruin) error {
	need := func(id int64) {
		if _, ok := r.people[id]; !ok && id != 0 {
			r.people[id] = foundPerson{name: fmt.Sprint("#", id), created: timeText(time.Unix(0, 0))}
			s.lose(Fault{Kind: FaultName, Table: "person", N: int(id)})
		}
	}
	for _, log := range r.revisions {
		for _, f := range log {
			need(f.row.Person)
		}
	}
	for _, f := range r.signatures {
		need(f.person)
	}
	for _, f := range r.incomings {
		need(f.row.Person)
	}
	for _, id := range slices.Sorted(maps.Keys(r.people)) {
		if err := s.insert("person (id, name, created)", id, r.people[id].name, r.people[id].created); err != nil {
			return err
		}
	}
	for _, f := range r.names {
		if _, ok := r.people[f.person]; !ok {
			continue
		}
		if err := s.insert("person_name (person, name, until)", f.person, f.name, f.until); err != nil {
			return err
		}
	}
	return nil
}

// places keeps publications, issues and pages; a page whose issue is lost comes into one without a name.
func (s *salvor) places(r *ruin, pages []PageID) error {
	for _, id := range pages {
		if _, ok := r.pages[id]; !ok {
			r.pages[id] = foundPage{number: int64(id)}
			s.lose(Fault{Kind: FaultName, Page: id, Table: "page", N: int(id)})
		}
		p := r.pages[id]
		if _, ok := r.issues[p.issue]; !ok {
			if p.issue == 0 {
				p.issue = 1 + slices.Max(append(slices.Collect(maps.Keys(r.issues)), 0))
				r.pages[id] = p
			}
			r.issues[p.issue] = foundIssue{number: fmt.Sprint("#", p.issue)}
			s.lose(Fault{Kind: FaultName, Table: "issue", N: int(p.issue)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.issues)) {
		i := r.issues[id]
		if _, ok := r.publications[i.publication]; !ok {
			if i.publication == 0 {
				i.publication = 1 + slices.Max(append(slices.Collect(maps.Keys(r.publications)), 0))
				r.issues[id] = i
			}
			r.publications[i.publication] = foundPublication{name: fmt.Sprint("#", i.publication)}
			s.lose(Fault{Kind: FaultName, Table: "publication", N: int(i.publication)})
		}
	}
	names := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(r.publications)) {
		p := r.publications[id]
		for names[p.name] {
			p.name += "'"
		}
		names[p.name] = true
		if err := s.insert("publication (id, name, profile)", id, p.name, p.profile); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.issues)) {
		i := r.issues[id]
		if err := s.insert("issue (id, publication, number, date)", id, i.publication, i.number, i.date); err != nil {
			return err
		}
	}
	for _, id := range pages {
		p := r.pages[id]
		if err := s.insert("page (id, issue, number, section, hidden)", id, p.issue, p.number, p.section, p.hidden); err != nil {
			return err
		}
	}
	return nil
}

func (s *salvor) readings(r *ruin, pages []PageID, sound map[PageID][]int64) error {
	for _, page := range pages {
		for _, id := range sound[page] {
			f := r.readings[id]
			sha := r.sources[f.source]
			f.row.SHA256 = sha
			err := one(s.tx.ExecContext(s.ctx, `INSERT INTO reading (id, page, source, name, media, encoding, chosen, time, part, sum)
				VALUES (?, ?, (SELECT id FROM source WHERE sha256 = ?), ?, ?, ?, ?, ?, ?, ?)`, id, page, sha[:], f.row.Name, f.row.Media,
				f.row.Encoding, f.row.Chosen, f.time, f.row.Part,
				sumOf(page, sha[:], f.row.Name, f.row.Media, f.row.Encoding, f.row.Chosen, f.time, f.row.Part)))
			if err != nil {
				return err
			}
			if w, ok := r.raws[id]; ok && w.page == page {
				if err := addRaw(s.ctx, s.tx, id, page, w.row); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// logs keeps of each page the revisions up to the first one that is lost: what comes behind stands on it.
func (s *salvor) logs(r *ruin, pages []PageID) error {
	for _, page := range pages {
		rows, last := r.log(page)
		if err := s.replayed(page, &rows); err != nil {
			return err
		}
		if len(rows) < last {
			s.lose(Fault{Kind: FaultLost, Page: page, N: len(rows) + 1, To: last})
		}
		for _, f := range rows {
			x := f.row
			err := s.insert("revision (page, n, grp, person, rule, time, round, note, ops, sum)", page, x.N, x.Group, orNull(x.Person),
				orNull(x.Rule), f.time, x.Round, x.Note, x.Ops,
				sumOf(page, x.N, x.Group, orNull(x.Person), orNull(x.Rule), f.time, x.Round, x.Note, x.Ops))
			if err != nil {
				return err
			}
		}
		kept := map[int]bool{}
		for _, a := range r.accounts[page] {
			if a.N > len(rows)+1 || kept[a.N] {
				continue
			}
			kept[a.N] = true
			if err := addAccount(s.ctx, s.tx, page, a); err != nil {
				return err
			}
		}
		if n := r.accounted[page]; n > 0 && !kept[n] {
			s.lose(Fault{Kind: FaultAccount, Page: page, N: n})
		}
	}
	return nil
}

// replayed cuts rows without sums to those that can be replayed.
func (s *salvor) replayed(page PageID, rows *[]foundRevision) error {
	old := func(f foundRevision) bool { return f.sum == 0 }
	if s.replays == nil || !slices.ContainsFunc(*rows, old) {
		return nil
	}
	src, err := View{s.tx}.PageSource(s.ctx, page)
	if err != nil {
		return err
	}
	log := make([]Revision, len(*rows))
	for i, f := range *rows {
		log[i] = f.row
		if log[i].Time, err = time.Parse(timeLayout, f.time); err != nil {
			return err
		}
	}
	*rows = (*rows)[:s.replays(src, log)]
	return nil
}

// rest keeps what hangs on the pages that were kept.
func (s *salvor) rest(r *ruin, pages map[PageID]bool) error {
	for _, id := range slices.Sorted(maps.Keys(r.signatures)) {
		f := r.signatures[id]
		if !pages[f.page] {
			continue
		}
		err := s.insert("signature (rowid, page, origin, idx, round, person, time, sum)", id, f.page, f.origin, f.index, f.round, f.person, f.time,
			sumOf(f.page, f.origin, f.index, f.round, f.person, f.time))
		if err != nil {
			return err
		}
	}
	for _, f := range r.seen {
		if _, ok := r.people[f.person]; !ok || !pages[f.page] {
			continue
		}
		_, err := s.tx.ExecContext(s.ctx, "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)", f.page, f.origin, f.index, f.round, f.look, f.person, f.time)
		if err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.ignored)) {
		f := r.ignored[id]
		page, here := f.page.(int64)
		paper, in := f.publication.(int64)
		if _, ok := r.people[f.person]; !ok || here && !pages[PageID(page)] || in && !r.hasPaper(paper) {
			continue
		}
		if err := s.insert("ignored (rowid, page, origin, idx, what, person, time, publication)", id, f.page, f.origin, f.index, f.what, f.person, f.time, f.publication); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(r.settings)) {
		if err := s.insert("setting (key, value)", key, r.settings[key]); err != nil {
			return err
		}
	}
	return nil
}
