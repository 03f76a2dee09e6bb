package store

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
)

// TestBusyIsNotDamage: a library that another program keeps locked is busy, for reading and for writing, and
// is opened where the lock goes in time.
func TestBusyIsNotDamage(t *testing.T) {
	was := pragmas
	pragmas = append([]string{"busy_timeout=20"}, was[1:]...)
	defer func() { pragmas = was }()
	ctx := t.Context()
	for _, exclusive := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "a.qingyang")
		l, err := Create(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		lock := "BEGIN IMMEDIATE; INSERT INTO person (name) VALUES ('q')"
		if exclusive {
			lock = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; INSERT INTO person (name) VALUES ('q')"
		}
		if _, err := db.Exec(lock); err != nil {
			t.Fatal(err)
		}
		reader, err := OpenToRead(ctx, path)
		if exclusive != errors.Is(err, ErrBusy) || errors.Is(err, ErrDamaged) {
			t.Errorf("exclusive %v: reading says %v", exclusive, err)
		}
		if reader != nil {
			defer reader.Close()
		}
		writer, err := Open(ctx, path)
		if exclusive {
			if !errors.Is(err, ErrBusy) || errors.Is(err, ErrDamaged) {
				t.Errorf("exclusive: %v", err)
			}
		} else {
			if err != nil {
				t.Fatal(err)
			}
			defer writer.Close()
			if _, err := writer.AddPerson(ctx, "校对"); !errors.Is(err, ErrBusy) {
				t.Errorf("writing says %v", err)
			}
		}
		if err := db.Close(); err != nil { // which gives the lock back
			t.Fatal(err)
		}
		again, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if _, err := again.AddPerson(ctx, "校对"); err != nil {
			t.Error(err)
		}
	}
}
