package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strconv"
	"strings"

	sqlite "modernc.org/sqlite"
)

// Verify checks what can be checked without knowing what revisions mean: the file itself, that the schema
// is ours, that rows refer to rows that exist, that no log has a gap, that each row of the truth has the sum
// or hash that it was written with, that no value is impossible, and that the search finds every article.
//
// It goes on where something is damaged, and an error is only what keeps it from looking. Each check sees
// the library at one moment, so that others may write meanwhile. tell, which may be nil, is called after
// each source.
func (l *Library) Verify(ctx context.Context, tell func(done, all int)) ([]Fault, error) {
	v := &verifier{ctx: ctx, lib: l}
	if errors.Is(l.why, ErrDamaged) {
		v.faults = append(v.faults, l.lost...)
		v.original()
		if len(v.faults) == 0 {
			v.fault(Fault{Kind: FaultFile}) // what made it open so is no more to be seen
		}
		return v.faults, wrap("verify", v.err)
	}
	for _, check := range []func(){
		v.file, v.references, v.schema, v.gaps, v.sums, v.values, func() { v.sources(tell) }, v.search,
	} {
		if v.err == nil {
			check()
		}
	}
	return v.faults, wrap("verify", v.err)
}

// verifier collects faults. err is what keeps it from going on: damage does not.
type verifier struct {
	ctx    context.Context
	lib    *Library
	faults []Fault
	err    error
}

func (v *verifier) fault(f Fault) { v.faults = append(v.faults, f) }

// failed takes note of an error of a query about a table: damage is a fault, all else ends the check.
func (v *verifier) failed(table string, err error) { v.failedAt(0, table, err) }

// failedAt is failed for the rows of one page, or of all for 0.
func (v *verifier) failedAt(page PageID, table string, err error) {
	if err == nil || v.err != nil {
		return
	}
	var e *sqlite.Error
	if kind := kindOf(err); kind == ErrDamaged || kind == ErrNotLibrary || errors.As(err, &e) && kind == nil {
		slog.Warn("verify", "path", v.lib.path, "table", table, "err", err)
		f := Fault{Kind: FaultRead, Page: page, Table: table}
		if table == "sqlite_schema" {
			f = Fault{Kind: FaultFile}
		}
		if !slices.Contains(v.faults, f) {
			v.fault(f)
		}
		return
	}
	v.err = err
}

// rows calls do with each row of a query about a table; values are as SQLite has them, of whatever type. Rows that
// cannot be read are a fault of the table.
func (v *verifier) rows(db querier, table, query string, do func(row []any)) {
	if v.err == nil {
		v.failed(table, v.each(db, query, do))
	}
}

// each calls do with each row of a query until one cannot be read.
func (v *verifier) each(db querier, query string, do func(row []any), args ...any) error {
	rows, err := db.QueryContext(v.ctx, query, args...)
	if err != nil {
		return err
	}
	columns, err := rows.Columns()
	for err == nil && rows.Next() {
		row, at := make([]any, len(columns)), make([]any, len(columns))
		for i := range row {
			at[i] = &row[i]
		}
		if err = rows.Scan(at...); err == nil {
			do(row)
		}
	}
	if err == nil {
		err = rows.Err()
	}
	return closeAfter(rows, err)
}

// file has SQLite check the file. The search's index is asked for something first: only then does a connection
// forget which parts the index had when it last read it, and the check would miss those that others have put
// together since (SQLite 3.54.1, fts5IntegrityMethod).
func (v *verifier) file() {
	v.failed("sqlite_schema", v.lib.At(v.ctx, func(now View) error {
		if err := v.each(now.db, `SELECT rowid FROM gram WHERE gram MATCH '""'`, func([]any) {}); err != nil {
			slog.Warn("look at the index", "path", v.lib.path, "err", err) // what the check says counts
		}
		v.integrity(now.db)
		return nil
	}))
}

// original has SQLite check the damaged file that the library is a copy of.
func (v *verifier) original() {
	base, err := sqlite.NewConnector(uri(v.lib.identity.file, "mode=ro&immutable=1"))
	if err != nil {
		v.err = err
		return
	}
	db := sql.OpenDB(&connector{base, []string{"query_only=1"}, nil})
	defer db.Close()
	v.integrity(db)
}

// place is where SQLite's check says that it found something: "Tree 12 page 345 cell 6: …".
var place = regexp.MustCompile(`(?i)(?:tree (\d+) )?page (\d+)`)

func (v *verifier) integrity(db querier) {
	roots := map[int]string{}
	v.rows(db, "sqlite_schema", "SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0", func(row []any) {
		root, _ := row[0].(int64)
		name, _ := row[1].(string)
		roots[int(root)] = name
	})
	lines, err := check(v.ctx, db, "integrity_check")
	v.failed("sqlite_schema", err)
	seen := map[Fault]bool{}
	for _, line := range lines {
		if unused(line) {
			continue
		}
		slog.Warn("integrity_check", "path", v.lib.path, "says", line)
		f := Fault{Kind: FaultFile}
		if m := place.FindStringSubmatch(line); m != nil {
			root, _ := strconv.Atoi(m[1])
			f.Table = roots[root]
			f.N, _ = strconv.Atoi(m[2])
		}
		if ofSearch(line) {
			f = Fault{Kind: FaultSearch}
		}
		if !seen[f] {
			seen[f] = true
			v.fault(f)
		}
	}
}

func (v *verifier) references() {
	counts := map[string]int{}
	v.rows(v.lib.db, "foreign keys", "PRAGMA foreign_key_check", func(row []any) {
		table, _ := row[0].(string)
		counts[table]++
	})
	for table, n := range counts {
		v.fault(Fault{Kind: FaultReference, Table: table, N: n})
	}
}

// schema compares what the file says that its tables, triggers and views are with what they should be.
func (v *verifier) schema() {
	want, err := expectedSchema(v.ctx)
	if err != nil {
		v.err = err
		return
	}
	there, err := schemaOf(v.ctx, v.lib.db)
	if err != nil {
		v.failed("sqlite_schema", err)
		return
	}
	for key, o := range there {
		ours, ok := want[key]
		switch {
		case ok && plainSQL(ours.sql) != plainSQL(o.sql):
			v.fault(Fault{Kind: FaultMissing, Table: o.name})
		case !ok && (o.kind == "trigger" || o.kind == "view"):
			v.fault(Fault{Kind: FaultForeign, Table: o.name})
		}
	}
	for key, o := range want {
		if _, ok := there[key]; !ok {
			v.fault(Fault{Kind: FaultMissing, Table: o.name})
		}
	}
}

// object is a row of the schema.
type object struct{ kind, name, of, sql string }

// schemaOf are the tables, indexes, triggers and views of a database by kind and name, but for those that
// SQLite makes by itself.
func schemaOf(ctx context.Context, db querier) (map[string]object, error) {
	all, err := list(ctx, db, "read the schema", `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'`,
		func(r *sql.Rows) (o object, err error) { return o, r.Scan(&o.kind, &o.name, &o.of, &o.sql) })
	by := make(map[string]object, len(all))
	for _, o := range all {
		by[o.kind+" "+o.name] = o
	}
	return by, err
}

// expectedSchema is the schema of a new library.
func expectedSchema(ctx context.Context) (map[string]object, error) {
	base, err := sqlite.NewConnector("file::memory:")
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(base)
	db.SetMaxOpenConns(1)
	defer db.Close()
	for _, m := range migrations {
		if _, err := db.ExecContext(ctx, m.sql); err != nil {
			return nil, err
		}
	}
	return schemaOf(ctx, db)
}

var comment = regexp.MustCompile(`--[^\n]*`)

// plainSQL is SQL without comments and with one space for each stretch of white space.
func plainSQL(s string) string {
	return strings.Join(strings.Fields(comment.ReplaceAllString(s, "")), " ")
}

func (v *verifier) gaps() {
	v.rows(v.lib.db, "revision", "SELECT page, min(n), max(n), count(*) FROM revision GROUP BY page HAVING count(*) <> max(n) OR min(n) <> 1", func(row []any) {
		page, _ := row[0].(int64)
		v.fault(Fault{Kind: FaultGap, Page: PageID(page)})
	})
	v.rows(v.lib.db, "page", "SELECT id, coalesce((SELECT max(n) FROM revision WHERE page = page.id), 0) AS n, last FROM page WHERE n <> last", func(row []any) {
		page, _ := row[0].(int64)
		n, _ := row[1].(int64)
		last, _ := row[2].(int64)
		if last > n {
			v.fault(Fault{Kind: FaultLost, Page: PageID(page), N: int(n) + 1, To: int(last)})
		} else {
			v.fault(Fault{Kind: FaultValue, Page: PageID(page), Table: "page", N: int(page)})
		}
	})
}

// sums holds the rows of the truth against their sums. In each query the page comes first, then what is
// summed behind it, then the sum and the row's number for people.
func (v *verifier) sums() {
	for _, x := range []struct{ table, query string }{
		{"revision", "SELECT page, n, grp, person, rule, time, round, note, ops, sum, n FROM revision"},
		{"reading", `SELECT page, sha256, name, media, encoding, chosen, time, part, sum, reading.id
			FROM reading LEFT JOIN source ON source.id = reading.source`},
		{"signature", "SELECT page, origin, idx, round, person, time, sum, rowid FROM signature"},
		{"picture", "SELECT page, sha256, name, media, part, time, sum, id FROM picture"},
		{"incoming", `SELECT page, sha256, name, media, encoding, meant, person, time, sum, incoming.id
			FROM incoming LEFT JOIN source ON source.id = incoming.source`},
		{"account", "SELECT page, n, format, body, sum, n FROM account"},
		{"raw", "SELECT reading, page, format, body, sum, reading FROM raw"},
		{"decision", "SELECT page, origin, idx, verdict, what, before, after, context, person, time, sum, rowid FROM decision"},
		{"note", "SELECT page, note, n, origin, idx, last_origin, last_idx, kind, state, quote, text, person, time, sum, rowid FROM note"},
	} {
		sum := func(row []any) {
			last := len(row) - 2
			if sum, ok := row[last].(int64); ok && sumOf(row[:last]...) == sum {
				return
			}
			page, _ := row[0].(int64)
			n, _ := row[last+1].(int64)
			if x.table == "raw" {
				page, _ = row[1].(int64)
			}
			f := Fault{Kind: FaultSum, Page: PageID(page), Table: x.table, N: int(n)}
			if x.table == "reading" && row[1] == nil {
				f = Fault{Kind: FaultNoSource, Page: PageID(page)}
			}
			if !slices.Contains(v.faults, f) {
				v.fault(f)
			}
		}
		v.rows(v.lib.db, x.table, x.query, sum)
		if slices.Contains(v.faults, Fault{Kind: FaultRead, Table: x.table}) { // the rest was not seen
			v.pageByPage(x.table, x.query, sum)
		}
	}
	v.rows(v.lib.db, "page", "SELECT id FROM page WHERE NOT EXISTS (SELECT 1 FROM reading WHERE page = page.id)", func(row []any) {
		page, _ := row[0].(int64)
		v.fault(Fault{Kind: FaultNoSource, Page: PageID(page)})
	})
}

// pageByPage reads a table that cannot be read as a whole, and names the pages whose rows cannot be.
func (v *verifier) pageByPage(table, query string, do func(row []any)) {
	var pages []int64
	v.rows(v.lib.db, "page", "SELECT id FROM page", func(row []any) {
		if id, ok := row[0].(int64); ok {
			pages = append(pages, id)
		}
	})
	for _, id := range pages {
		v.failedAt(PageID(id), table, v.each(v.lib.db, query+" WHERE page = ?", do, id))
	}
}

// isTime is an SQL expression that says whether a text is a time as timeLayout has it.
const isTime = "time GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9]Z'"

// values looks for what no row can have.
func (v *verifier) values() {
	created, until := strings.Replace(isTime, "time", "created", 1), strings.Replace(isTime, "time", "until", 1)
	for _, x := range []struct{ table, page, key, bad string }{
		{"person", "0", "id", "id < 1 OR name = '' OR NOT " + created},
		{"person_name", "0", "rowid", "name = '' OR NOT " + until},
		{"publication", "0", "id", "id < 1 OR name = ''"},
		{"issue", "0", "id", "id < 1 OR (number = '' AND date = '')"},
		{"page", "id", "id", "id < 1 OR hidden NOT IN (0, 1) OR number < 0"},
		{"source", "0", "id", "id < 1 OR length(sha256) <> 32"},
		{"reading", "page", "id", "chosen NOT IN (0, 1) OR part < 0 OR NOT " + isTime},
		{"picture", "page", "id", "part < 1 OR length(sha256) <> 32 OR (source IS NOT NULL AND sha256 <> (SELECT sha256 FROM source WHERE source.id = picture.source)) OR NOT " + isTime},
		{"incoming", "page", "id", "meant NOT IN (1, 2) OR NOT " + isTime},
		{"revision", "page", "n", "grp < 1 OR grp > n OR round NOT BETWEEN 0 AND 255 OR NOT " + isTime},
		{"account", "page", "n", "n < 1 OR n > 1 + coalesce((SELECT max(n) FROM revision WHERE revision.page = account.page), 0)"},
		{"signature", "page", "rowid", "origin < 0 OR round NOT BETWEEN 0 AND 255 OR NOT " + isTime},
		{"seen", "page", "origin", "origin < 0 OR round NOT BETWEEN 0 AND 255 OR NOT " + isTime},
		{"ignored", "coalesce(page, 0)", "rowid", "what = '' OR (page IS NOT NULL AND publication IS NOT NULL) OR NOT " + isTime},
		{"register", "0", "id", "kind = '' OR text = '' OR rank < 0 OR NOT " + isTime},
		{"learned", "0", "0", "before = '' OR before = after OR accepted < 0 OR rejected < 0 OR off NOT IN (0, 1) OR own NOT IN (0, 1) OR NOT " + isTime},
		{"decision", "page", "rowid", "origin < 0 OR verdict NOT BETWEEN 1 AND 6 OR NOT " + isTime},
		{"note", "page", "rowid", "n < 1 OR kind NOT BETWEEN 0 AND 2 OR state NOT BETWEEN 0 AND 2 OR NOT " + isTime},
	} {
		v.rows(v.lib.db, x.table, fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s", x.page, x.key, x.table, x.bad), func(row []any) {
			page, _ := row[0].(int64)
			n, _ := row[1].(int64)
			v.fault(Fault{Kind: FaultValue, Page: PageID(page), Table: x.table, N: int(n)})
		})
	}
}

// sources holds the bytes of sources against their hashes, one after another.
func (v *verifier) sources(tell func(done, all int)) {
	var ids []int64
	v.rows(v.lib.db, "source", "SELECT id FROM source ORDER BY id", func(row []any) {
		if id, ok := row[0].(int64); ok {
			ids = append(ids, id)
		}
	})
	for i, id := range ids {
		if v.err != nil {
			return
		}
		if err := v.source(id); err != nil {
			v.failed("source", err)
		}
		if tell != nil {
			tell(i+1, len(ids))
		}
	}
}

func (v *verifier) source(id int64) error {
	var sha, b []byte
	err := v.lib.db.QueryRowContext(v.ctx, "SELECT sha256, bytes FROM source WHERE id = ?", id).Scan(&sha, &b)
	if sum := sha256.Sum256(b); err == nil && string(sum[:]) == string(sha) {
		return nil
	}
	if kind := kindOf(err); err != nil && kind != ErrDamaged && kind != ErrNotFound { // it was listed a moment ago
		return err
	}
	told := false
	v.failed("reading", v.each(v.lib.db, "SELECT page FROM reading WHERE source = ?1 UNION SELECT page FROM picture WHERE source = ?1 UNION SELECT page FROM incoming WHERE source = ?1", func(row []any) {
		page, _ := row[0].(int64)
		v.fault(Fault{Kind: FaultSource, Page: PageID(page), N: int(id)})
		told = true
	}, id))
	if !told {
		v.fault(Fault{Kind: FaultSource, N: int(id)})
	}
	return nil
}
