package store

import (
	"context"
	"database/sql"
	"errors"
	"hash/maphash"
	"strings"
)

// search holds the index against the texts of the articles: each must be found by each of its pairs of
// characters, and by no others. Its cost is that of reading the index and all texts once; in memory it
// keeps 16 bytes an article.
func (v *verifier) search() {
	if v.err == nil {
		v.failed("gram", v.lib.compareIndex(v.ctx, func(page PageID, n int) {
			v.fault(Fault{Kind: FaultSearch, Page: page, N: n})
		}))
	}
}

// compareIndex calls tell with each page of which the index does not fit n articles; page 0 stands for
// articles that are not there. It reads by a transaction of the connection that may have tables of its own
// (in memory: nothing is written to the library).
func (l *Library) compareIndex(ctx context.Context, tell func(page PageID, n int)) (err error) {
	conn, err := l.copy.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	// The view of the words in an index: https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
	if _, err := conn.ExecContext(ctx, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, gram, instance)"); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, tx.Rollback()) }()
	seed := maphash.MakeSeed()
	found := map[int64]uint64{} // of each article a sum of hashes of its words, whatever their order
	type word struct {
		doc  int64
		hash uint64
	}
	scan := func(r *sql.Rows) (w word, err error) {
		var term string
		err = r.Scan(&w.doc, &term)
		w.hash = maphash.String(seed, term)
		return w, err
	}
	if err := stream(ctx, tx, "SELECT doc, term FROM temp.words", scan, func(w word) { found[w.doc] += w.hash }); err != nil {
		return err
	}
	type card struct {
		id   int64
		page PageID
		text string
	}
	wrong := map[PageID]int{}
	err = stream(ctx, tx, "SELECT id, page, text FROM card", func(r *sql.Rows) (c card, err error) {
		return c, r.Scan(&c.id, &c.page, &c.text)
	}, func(c card) {
		want := uint64(0)
		for _, w := range strings.Fields(gramsOf(c.text)) {
			want += maphash.String(seed, w)
		}
		if found[c.id] != want {
			wrong[c.page]++
		}
		delete(found, c.id)
	})
	if err != nil {
		return err
	}
	if len(found) > 0 {
		wrong[0] = len(found)
	}
	for page, n := range wrong {
		tell(page, n)
	}
	return nil
}

// stream calls do with each row of a query.
func stream[T any](ctx context.Context, db querier, query string, scan func(*sql.Rows) (T, error), do func(T)) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return closeAfter(rows, err)
		}
		do(one)
	}
	return closeAfter(rows, rows.Err())
}
