package store

import (
	"context"
	"database/sql"
	"errors"
)

// Person is somebody who makes revisions. The id never changes; the name may.
type Person struct {
	ID   int64
	Name string
}

// People are all persons, by id.
func (v View) People(ctx context.Context) ([]Person, error) {
	return list(ctx, v.db, "list people", "SELECT id, name FROM person ORDER BY id", func(r *sql.Rows) (p Person, err error) {
		return p, r.Scan(&p.ID, &p.Name)
	})
}

// AddPerson makes a new person and gives their id.
func (l *Library) AddPerson(ctx context.Context, name string) (id int64, err error) {
	err = l.in(ctx, "add a person", func(tx *sql.Tx) error {
		r, err := tx.ExecContext(ctx, "INSERT INTO person (name) VALUES (?)", name)
		if err := one(r, err); err != nil {
			return err
		}
		id, err = r.LastInsertId()
		return err
	})
	return id, err
}

// PersonNamed finds or makes the person of a name: the first of those who have it.
func (l *Library) PersonNamed(ctx context.Context, name string) (id int64, err error) {
	err = l.in(ctx, "find a person", func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, "SELECT id FROM person WHERE name = ? ORDER BY id LIMIT 1", name).Scan(&id)
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		r, err := tx.ExecContext(ctx, "INSERT INTO person (name) VALUES (?)", name)
		if err := one(r, err); err != nil {
			return err
		}
		id, err = r.LastInsertId()
		return err
	})
	return id, err
}

// RenamePerson gives a person another name; the old one is kept in person_name.
func (l *Library) RenamePerson(ctx context.Context, id int64, name string) error {
	return l.in(ctx, "rename a person", func(tx *sql.Tx) error {
		return found(tx.ExecContext(ctx, "UPDATE person SET name = ? WHERE id = ?", name, id))
	})
}

// list collects the rows of a query.
func list[T any](ctx context.Context, db querier, doing, query string, scan func(*sql.Rows) (T, error), args ...any) (all []T, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, wrap(doing, err)
	}
	defer func() { err = errors.Join(err, wrap(doing, errors.Join(rows.Err(), rows.Close()))) }()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, wrap(doing, err)
		}
		all = append(all, one)
	}
	return all, nil
}
