package desk_test

import (
	"database/sql"
	"os"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/glossary"
	"qingyang/app/proof/register"
	"qingyang/app/session"
)

// TestDocumentedQueries runs every query of docs/library.md on a library and wants rows of each.
func TestDocumentedQueries(t *testing.T) {
	doc, err := os.ReadFile("../../docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	path := newLibrary(t)
	d := open(t, path, desk.Options{})
	s := withPage(t, d)
	if _, _, err := s.Replace(bulletin.Place{}, bulletin.Place{}, "字"); err != nil {
		t.Fatal(err)
	}
	s.LookAt(0, 2)
	s.Ignore(session.Doubt{Finding: bulletin.Finding{Check: "junction", At: s.Order().BreakAt(0)}}, session.Here)
	if _, err := d.Words().Enter(t.Context(), s.Leaf.Paper, glossary.Entry{Entry: register.Entry{Kind: register.Name, Text: "柳汀兰"}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("INSERT INTO note VALUES (1, 1, 1, 0, 0, 0, 1, 0, 0, '字', '核', 1, '2024-11-08T01:02:03.004Z', 0)"); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO incoming VALUES (1, 1, 1, '改.txt', 'text/plain', 'UTF-8', 2, 1, '2024-11-08T01:02:03.004Z', 0)"); err != nil {
		t.Fatal(err)
	}
	queries := 0
	for _, part := range strings.Split(string(doc), "```sql\n")[1:] {
		query, _, _ := strings.Cut(part, "```")
		queries++
		rows, err := db.Query(query)
		if err != nil {
			t.Errorf("%v\n%s", err, query)
			continue
		}
		if !rows.Next() {
			t.Errorf("no rows: %v\n%s", rows.Err(), query)
		}
		rows.Close()
	}
	if queries < 5 {
		t.Errorf("only %d queries found", queries)
	}
}
