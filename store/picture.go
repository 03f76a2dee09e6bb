package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"
)

// Picture is a file that shows a page as it was printed: a scan, or a PDF.
type Picture struct {
	SHA256  [32]byte
	Name    string // its path when it came in
	Media   string
	Part    int    // which page of the file it is, from 1
	Bytes   []byte // nil where it stays outside
	Outside bool   // the library knows its path and its hash alone
	Kept    time.Time
}

// AddPicture keeps what shows a page; it takes the place of the one before. Bytes that the library has already
// are not kept twice.
func (l *Library) AddPicture(ctx context.Context, page PageID, p Picture) error {
	return l.in(ctx, "keep a picture", func(tx *sql.Tx) error { return addPicture(ctx, tx, page, p) })
}

func addPicture(ctx context.Context, tx *sql.Tx, page PageID, p Picture) error {
	var source sql.NullInt64
	if !p.Outside {
		id, err := keepSource(ctx, tx, p.SHA256, p.Bytes)
		if err != nil {
			return err
		}
		source = sql.NullInt64{Int64: id, Valid: true}
	}
	at := timeText(p.Kept)
	return one(tx.ExecContext(ctx, "INSERT INTO picture (page, source, sha256, name, media, part, time, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		page, source, p.SHA256[:], p.Name, p.Media, p.Part, at, sumOfPicture(page, p, at)))
}

func sumOfPicture(page PageID, p Picture, at string) int64 {
	return sumOf(page, p.SHA256[:], p.Name, p.Media, p.Part, at)
}

// PictureOf is what shows a page; ok is false where nothing does. The bytes of a large scan are read whole.
func (v View) PictureOf(ctx context.Context, page PageID) (p Picture, ok bool, err error) {
	var source sql.NullInt64
	var sha []byte
	var at string
	err = v.db.QueryRowContext(ctx, `SELECT source, picture.sha256, name, media, part, time, bytes
		FROM picture LEFT JOIN source ON source.id = picture.source WHERE page = ? ORDER BY picture.id DESC LIMIT 1`, page).
		Scan(&source, &sha, &p.Name, &p.Media, &p.Part, &at, &p.Bytes)
	if errors.Is(err, sql.ErrNoRows) {
		return p, false, nil
	}
	if err == nil {
		copy(p.SHA256[:], sha)
		p.Outside = !source.Valid
		p.Kept, err = time.Parse(timeLayout, at)
	}
	return p, err == nil, wrap("read a picture", err)
}

// ShownBy says which pages a file shows, by which of its pages, from 1, shows them; hidden ones are left out.
func (v View) ShownBy(ctx context.Context, sha [32]byte) (map[int]PageID, error) {
	type row struct {
		page PageID
		part int
	}
	all, err := list(ctx, v.db, "find a picture", `SELECT page.id, part FROM picture JOIN page ON page.id = picture.page
			WHERE sha256 = ? AND NOT hidden ORDER BY picture.id DESC`,
		func(r *sql.Rows) (x row, err error) { return x, r.Scan(&x.page, &x.part) }, sha[:])
	shown := map[int]PageID{}
	for _, x := range all {
		shown[x.part] = x.page
	}
	return shown, err
}

// foundPicture is a row of picture in a damaged file.
type foundPicture struct {
	page   PageID
	row    Picture
	source any // its number, or nil
	at     string
}

// picture takes in a row of picture: id, page, source, sha256, name, media, part, time, sum.
func (r *ruin) picture(x record) {
	v := values(x.values)
	f := foundPicture{page: PageID(v.num(1)), source: x.values[2], at: v.text(7)}
	f.row = Picture{Name: v.text(4), Media: v.text(5), Part: int(v.num(6)), Outside: f.source == nil}
	if copy(f.row.SHA256[:], v.blob(3)) != len(f.row.SHA256) || sumOfPicture(f.page, f.row, f.at) != v.num(8) {
		r.bad = append(r.bad, Fault{Kind: FaultSum, Page: f.page, Table: "picture", N: int(x.id)})
		return
	}
	r.pictures[x.id] = f
}

// pictures keeps what shows the pages that were kept, but for files of which the bytes are lost.
func (s *salvor) pictures(r *ruin, pages map[PageID]bool) error {
	for _, id := range slices.Sorted(maps.Keys(r.pictures)) {
		f := r.pictures[id]
		if !pages[f.page] {
			continue
		}
		var source any
		if !f.row.Outside {
			number, _ := f.source.(int64)
			if sha, ok := r.sources[number]; !ok || sha != f.row.SHA256 {
				s.lose(Fault{Kind: FaultSum, Page: f.page, Table: "picture", N: int(id)})
				continue
			}
			if err := s.tx.QueryRowContext(s.ctx, "SELECT id FROM source WHERE sha256 = ?", f.row.SHA256[:]).Scan(&source); err != nil {
				return err
			}
		}
		err := s.insert("picture (id, page, source, sha256, name, media, part, time, sum)", id, f.page, source, f.row.SHA256[:], f.row.Name,
			f.row.Media, f.row.Part, f.at, sumOfPicture(f.page, f.row, f.at))
		if err != nil {
			return err
		}
	}
	return nil
}
