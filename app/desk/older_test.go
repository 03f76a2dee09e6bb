package desk_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/sample"
)

// older is a library of version 2, as that version made it, with one page.
func older(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "older.qingyang")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	exec := func(q string) {
		t.Helper()
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
	exec("PRAGMA journal_mode = WAL")
	for v := 1; v <= 2; v++ {
		b, err := os.ReadFile(fmt.Sprintf("../../store/schema%d.sql", v))
		if err != nil {
			t.Fatal(err)
		}
		exec(string(b))
	}
	exec("ATTACH '" + onePage(t, sample.Issues()[0].Pages[1].Raw) + "' AS now")
	for table, columns := range map[string]string{
		"person": "id, name, created", "publication": "id, name, profile", "issue": "id, publication, number, date",
		"page": "id, issue, number, section, hidden", "source": "id, sha256, bytes",
		"reading":    "id, page, source, name, media, encoding, chosen, time",
		"revision":   "page, n, grp, person, rule, time, round, note, ops",
		"correction": "page, n, k, ops, kind, before, after, left_of, right_of, person, rule, time, place, origin, idx, counts",
		"card":       "id, page, k, origin, idx, name, characters, blocks, text",
	} {
		exec(fmt.Sprintf("INSERT INTO main.%s (%s) SELECT %s FROM now.%s", table, columns, columns, table))
	}
	exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab(now, gram, instance)")
	exec("INSERT INTO main.gram (rowid, grams) SELECT doc, group_concat(term, ' ') FROM temp.words GROUP BY doc")
	exec("DROP TABLE temp.words")
	exec("DETACH now")
	exec("PRAGMA user_version = 2; PRAGMA application_id = 0x51594E47")
	return path
}
