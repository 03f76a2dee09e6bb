package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"

	sqlite "modernc.org/sqlite"
)

// applicationID marks a file as a Qingyang library: "QYNG" in ASCII.
const applicationID = 0x51594E47

// wholeCheck is the size up to which a file is looked through before it is opened (10 ms). In a larger
// one only what every list needs is read: the rest is what Verify is for, and what cannot be read later is
// ErrDamaged then.
const wholeCheck = 8 << 20

// look looks at a file without changing it, through a connection that cannot write, and says which version
// it is of.
//
// Where no log lies beside it nobody has it open with changes, and it is read as it is, without locks and
// without making files. Another program may open it meanwhile, and then what was read fits nothing: so
// that is believed only where it finds a sound library or none at all, and else it is read again with
// locks. Only what that finds is damage.
func look(ctx context.Context, file string, how access) (version int, err error) {
	info, err := os.Stat(file)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, ErrNotLibrary
	}
	if how == frozen || !hasLog(file) {
		version, err = inspect(ctx, file, "mode=ro&immutable=1")
		switch {
		case err == nil, how == frozen:
			return version, err
		case errors.Is(err, ErrNotLibrary), errors.Is(err, ErrNewer), errors.Is(err, ErrCancelled), errors.Is(err, ErrTooMany):
			return version, err
		}
	}
	version, err = inspect(ctx, file, "mode=rw")
	if errors.Is(err, ErrDamaged) { // SQLite says so also of a read that failed at a bad moment
		version, err = inspect(ctx, file, "mode=rw")
	}
	return version, err
}

// hasLog says whether a log with anything in it lies beside a file.
func hasLog(file string) bool {
	info, err := os.Stat(file + "-wal")
	return err == nil && info.Size() > 0
}

func inspect(ctx context.Context, file, options string) (version int, err error) {
	base, err := sqlite.NewConnector(uri(file, options))
	if err != nil {
		return 0, err
	}
	db := sql.OpenDB(&connector{base, []string{pragmas[0], "query_only=1"}, nil})
	db.SetMaxOpenConns(1)
	defer func() { err = errors.Join(wrap("look at it", err), db.Close()) }() // in this order: closing frees files
	var id, pages, size int64
	for _, x := range []struct {
		pragma string
		value  any
	}{{"application_id", &id}, {"user_version", &version}, {"page_count", &pages}, {"page_size", &size}} {
		if err := db.QueryRowContext(ctx, "PRAGMA "+x.pragma).Scan(x.value); err != nil {
			return 0, err
		}
	}
	if id != applicationID {
		var tables int
		if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil {
			return 0, err
		}
		if id == 0 && version == 0 && tables == 0 {
			return 0, ErrEmpty
		}
		return 0, ErrNotLibrary
	}
	if version > len(migrations) {
		return version, ErrNewer
	}
	info, err := os.Stat(file)
	if err != nil {
		return version, err
	}
	if !hasLog(file) && pages*size > info.Size() {
		return version, fmt.Errorf("%w: %d bytes of %d are there", ErrDamaged, info.Size(), pages*size)
	}
	if info.Size() > wholeCheck {
		return version, lookAtLists(ctx, db)
	}
	return version, quickCheck(ctx, db)
}

// quickCheck is ErrDamaged where SQLite finds the file unsound.
func quickCheck(ctx context.Context, db querier) error {
	verdicts, err := check(ctx, db, "quick_check")
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		if !harmless(v) {
			return fmt.Errorf("%w: %s", ErrDamaged, v)
		}
	}
	return nil
}

// check runs a check of SQLite's, quick_check or integrity_check, and gives what it found, a line each. It
// does not run where the search's index cannot be opened; then the tables are checked one by one.
func check(ctx context.Context, db querier, pragma string) (found []string, err error) {
	add := func(argument string) error {
		lines, err := list(ctx, db, "check the file", fmt.Sprintf("PRAGMA %s(%s)", pragma, argument), func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) })
		for _, line := range strings.Split(strings.Join(lines, "\n"), "\n") {
			if line != "" && line != "ok" && !strings.HasPrefix(line, "***") {
				found = append(found, line)
			}
		}
		return err
	}
	err = add("1000")
	if err == nil || kindOf(err) != nil {
		return found, err
	}
	found = []string{"fts5: " + err.Error()}
	tables, err := list(ctx, db, "list tables", "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0", func(r *sql.Rows) (s string, err error) { return s, r.Scan(&s) })
	for _, t := range tables {
		if err == nil {
			err = add("'" + strings.ReplaceAll(t, "'", "''") + "'")
		}
	}
	return found, err
}

// harmless says whether a verdict of SQLite's check is of something that can be made anew, or of space
// that is not used: no reason not to open a library. Verify tells it.
func harmless(verdict string) bool {
	return ofSearch(verdict) || unused(verdict)
}

// unused says whether a verdict is about blocks that nothing refers to: damage elsewhere leaves them, and by
// themselves they do no harm.
func unused(verdict string) bool { return strings.Contains(verdict, "never used") }

// ofSearch says whether a verdict is about the search's index.
func ofSearch(verdict string) bool {
	return strings.Contains(strings.ToLower(verdict), "fts5")
}

// lookAtLists reads what lists need of a large library: all rows of the small tables, and of the large
// ones the ways to each page's rows.
func lookAtLists(ctx context.Context, db *sql.DB) error {
	var n int64
	err := db.QueryRowContext(ctx, `SELECT
		(SELECT count(name) FROM person) + (SELECT count(name) FROM publication) + (SELECT count(date) FROM issue) +
		(SELECT total(length(section) + coalesce((SELECT max(n) FROM revision WHERE page = page.id), 0) +
			(SELECT count(*) FROM card WHERE page = page.id)) FROM page) +
		(SELECT count(length(reading.name) + source.id) FROM reading JOIN source ON source.id = reading.source)`).Scan(&n)
	return err
}
