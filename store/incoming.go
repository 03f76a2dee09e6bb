package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"time"
)

// Incoming is a file that came in as another text of a page, and of which the page took something over.
type Incoming struct {
	Source Source // ID, Part and Chosen are not kept
	Meant  uint8  // 1 another reading, 2 corrected outside
	Person int64
}

// AddIncoming keeps the file of which a page took something over. Bytes that the library has already are not kept
// twice.
func (l *Library) AddIncoming(ctx context.Context, page PageID, in Incoming) error {
	return l.in(ctx, "keep what came in", func(tx *sql.Tx) error {
		source, err := keepSource(ctx, tx, in.Source.SHA256, in.Source.Bytes)
		if err != nil {
			return err
		}
		at := timeText(in.Source.Read)
		return one(tx.ExecContext(ctx, "INSERT INTO incoming (page, source, name, media, encoding, meant, person, time, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			page, source, in.Source.Name, in.Source.Media, in.Source.Encoding, in.Meant, in.Person, at, sumOfIncoming(page, in, at)))
	})
}

// sumOfIncoming holds the hash of the source in place of its number.
func sumOfIncoming(page PageID, in Incoming, at string) int64 {
	s := in.Source
	return sumOf(page, s.SHA256[:], s.Name, s.Media, s.Encoding, in.Meant, in.Person, at)
}

// IncomingOf are the files that a page took something over from, the oldest first.
func (v View) IncomingOf(ctx context.Context, page PageID) ([]Incoming, error) {
	return list(ctx, v.db, "read what came in", `SELECT source.id, sha256, name, media, encoding, bytes, meant, person, time
		FROM incoming JOIN source ON source.id = incoming.source WHERE page = ? ORDER BY incoming.id`,
		func(r *sql.Rows) (in Incoming, err error) {
			var sha []byte
			var at string
			s := &in.Source
			if err := r.Scan(&s.ID, &sha, &s.Name, &s.Media, &s.Encoding, &s.Bytes, &in.Meant, &in.Person, &at); err != nil {
				return in, err
			}
			copy(s.SHA256[:], sha)
			s.Read, err = time.Parse(timeLayout, at)
			return in, err
		}, page)
}

// TookIn says which pages took something over from the same bytes; hidden ones are left out.
func (v View) TookIn(ctx context.Context, sha [32]byte) ([]PageID, error) {
	return list(ctx, v.db, "find what came in",
		`SELECT DISTINCT page.id FROM source JOIN incoming ON incoming.source = source.id JOIN page ON page.id = incoming.page
			WHERE sha256 = ? AND NOT hidden ORDER BY page.id`,
		func(r *sql.Rows) (p PageID, err error) { return p, r.Scan(&p) }, sha[:])
}

// foundIncoming is a row of incoming in a damaged file.
type foundIncoming struct {
	page   PageID
	row    Incoming
	source int64
	at     string
	sum    int64
}

// incoming takes in a row of incoming: id, page, source, name, media, encoding, meant, person, time, sum.
func (r *ruin) incoming(x record) {
	v := values(x.values)
	f := foundIncoming{page: PageID(v.num(1)), source: v.num(2), at: v.text(8), sum: v.num(9)}
	f.row = Incoming{Source: Source{Name: v.text(3), Media: v.text(4), Encoding: v.text(5)}, Meant: uint8(v.num(6)), Person: v.num(7)}
	r.incomings[x.id] = f
}

// incomings keeps what came in for the pages that were kept, but for files of which the bytes are lost.
func (s *salvor) incomings(r *ruin, pages map[PageID]bool) error {
	for _, id := range slices.Sorted(maps.Keys(r.incomings)) {
		f := r.incomings[id]
		if !pages[f.page] {
			continue
		}
		sha, ok := r.sources[f.source]
		f.row.Source.SHA256 = sha
		if !ok || sumOfIncoming(f.page, f.row, f.at) != f.sum {
			s.lose(Fault{Kind: FaultSum, Page: f.page, Table: "incoming", N: int(id)})
			continue
		}
		var source int64
		if err := s.tx.QueryRowContext(s.ctx, "SELECT id FROM source WHERE sha256 = ?", sha[:]).Scan(&source); err != nil {
			return err
		}
		err := s.insert("incoming (id, page, source, name, media, encoding, meant, person, time, sum)", id, f.page, source, f.row.Source.Name,
			f.row.Source.Media, f.row.Source.Encoding, f.row.Meant, f.row.Person, f.at, f.sum)
		if err != nil {
			return err
		}
	}
	return nil
}
