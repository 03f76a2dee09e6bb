package store

import (
	"context"
	"database/sql"
)

// writeCards puts cards in the place of a page's, with what the search finds them by. Cards that
// did not change are not written, so that a save costs what changed.
func writeCards(ctx context.Context, tx *sql.Tx, page PageID, cards []Card) error {
	type old struct {
		id   int64
		card Card
	}
	olds := map[int]old{}
	rows, err := tx.QueryContext(ctx, "SELECT id, k, origin, idx, name, characters, blocks, text FROM card WHERE page = ?", page)
	if err != nil {
		return err
	}
	for rows.Next() {
		var o old
		var k int
		c := &o.card
		if err := rows.Scan(&o.id, &k, &c.Origin, &c.Index, &c.Name, &c.Characters, &c.Blocks, &c.Text); err != nil {
			return closeAfter(rows, err)
		}
		olds[k] = o
	}
	if err := closeAfter(rows, rows.Err()); err != nil {
		return err
	}
	w := &cardWriter{ctx: ctx, tx: tx}
	defer w.close()
	for k, c := range cards {
		o, was := olds[k]
		delete(olds, k)
		if was && o.card == c {
			continue
		}
		if !was {
			r, err := w.exec(insertCard, page, k, c.Origin, c.Index, c.Name, c.Characters, c.Blocks, c.Text)
			if err := one(r, err); err != nil {
				return err
			}
			if o.id, err = r.LastInsertId(); err != nil {
				return err
			}
		} else if err := one(w.exec(updateCard, c.Origin, c.Index, c.Name, c.Characters, c.Blocks, c.Text, o.id)); err != nil {
			return err
		} else if o.card.Text == c.Text {
			continue
		} else if _, err := w.exec(deleteGrams, o.id); err != nil {
			return err
		}
		if _, err := w.exec(insertGrams, o.id, gramsOf(c.Text)); err != nil {
			return err
		}
	}
	for _, o := range olds {
		if _, err := w.exec(deleteGrams, o.id); err != nil {
			return err
		}
		if _, err := w.exec(deleteCard, o.id); err != nil {
			return err
		}
	}
	return nil
}

// What is written of cards.
const (
	insertCard  = "INSERT INTO card (page, k, origin, idx, name, characters, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
	updateCard  = "UPDATE card SET origin = ?, idx = ?, name = ?, characters = ?, blocks = ?, text = ? WHERE id = ?"
	deleteCard  = "DELETE FROM card WHERE id = ?"
	insertGrams = "INSERT INTO gram (rowid, grams) VALUES (?, ?)"
	deleteGrams = "DELETE FROM gram WHERE rowid = ?"
)

// cardWriter prepares each statement once, when it is needed first: a replacement on a large page changes
// thousands of articles, and most saves change one.
type cardWriter struct {
	ctx   context.Context
	tx    *sql.Tx
	ready map[string]*sql.Stmt
}

func (w *cardWriter) exec(query string, args ...any) (sql.Result, error) {
	s, ok := w.ready[query]
	if !ok {
		var err error
		if s, err = w.tx.PrepareContext(w.ctx, query); err != nil {
			return nil, err
		}
		if w.ready == nil {
			w.ready = map[string]*sql.Stmt{}
		}
		w.ready[query] = s
	}
	return s.ExecContext(w.ctx, args...)
}

func (w *cardWriter) close() {
	for _, s := range w.ready {
		_ = s.Close() // the transaction's end closes it as well
	}
}

// Cards are the articles of a page in shown order, without their text.
func (v View) Cards(ctx context.Context, page PageID) ([]Card, error) {
	return list(ctx, v.db, "list articles", "SELECT origin, idx, name, characters, blocks FROM card WHERE page = ? ORDER BY k",
		func(r *sql.Rows) (c Card, err error) {
			return c, r.Scan(&c.Origin, &c.Index, &c.Name, &c.Characters, &c.Blocks)
		}, page)
}

// StoredCards are the articles of a page in shown order with their text, so that they can be compared with
// the replay.
func (v View) StoredCards(ctx context.Context, page PageID) ([]Card, error) {
	return list(ctx, v.db, "read articles", "SELECT origin, idx, name, characters, blocks, text FROM card WHERE page = ? ORDER BY k",
		func(r *sql.Rows) (c Card, err error) {
			return c, r.Scan(&c.Origin, &c.Index, &c.Name, &c.Characters, &c.Blocks, &c.Text)
		}, page)
}
