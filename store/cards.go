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
	for k, c := range cards {
		o, was := olds[k]
		delete(olds, k)
		if was && o.card == c {
			continue
		}
		if was {
			err := one(tx.ExecContext(ctx, "UPDATE card SET origin = ?, idx = ?, name = ?, characters = ?, blocks = ?, text = ? WHERE id = ?",
				c.Origin, c.Index, c.Name, c.Characters, c.Blocks, c.Text, o.id))
			if err != nil {
				return err
			}
			if o.card.Text == c.Text {
				continue
			}
			if _, err := tx.ExecContext(ctx, "DELETE FROM gram WHERE rowid = ?", o.id); err != nil {
				return err
			}
		} else {
			r, err := tx.ExecContext(ctx, "INSERT INTO card (page, k, origin, idx, name, characters, blocks, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
				page, k, c.Origin, c.Index, c.Name, c.Characters, c.Blocks, c.Text)
			if err := one(r, err); err != nil {
				return err
			}
			if o.id, err = r.LastInsertId(); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO gram (rowid, grams) VALUES (?, ?)", o.id, gramsOf(c.Text)); err != nil {
			return err
		}
	}
	for _, o := range olds {
		if _, err := tx.ExecContext(ctx, "DELETE FROM gram WHERE rowid = ?", o.id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM card WHERE id = ?", o.id); err != nil {
			return err
		}
	}
	return nil
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
