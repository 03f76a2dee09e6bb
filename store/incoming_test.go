package store_test

import (
	"crypto/sha256"
	"database/sql"
	"testing"
	"time"

	"qingyang/store"
)

// The file that a page took something over from is kept once, is found by its bytes, and never changes; the page is
// read from what it was read from before.
func TestIncoming(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	b := []byte("渡口的灯亮了")
	want := store.Incoming{
		Source: store.Source{SHA256: sha256.Sum256(b), Name: "改.docx", Media: "text/plain", Encoding: "UTF-8", Bytes: b, Read: time.Unix(1e9, 0).UTC()}, Meant: 2, Person: who,
	}
	for range 2 {
		if err := l.AddIncoming(ctx, page, want); err != nil {
			t.Fatal(err)
		}
	}
	all, err := l.IncomingOf(ctx, page)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	got := all[0]
	got.Source.ID = 0
	if got.Meant != 2 || got.Person != who || got.Source.Name != "改.docx" || string(got.Source.Bytes) != string(b) || got.Source.SHA256 != want.Source.SHA256 || !got.Source.Read.Equal(want.Source.Read) {
		t.Errorf("%+v", got)
	}
	if pages, err := l.TookIn(ctx, want.Source.SHA256); err != nil || len(pages) != 1 || pages[0] != page {
		t.Error(pages, err)
	}
	if src, err := l.PageSource(ctx, page); err != nil || string(src.Bytes) != "渡口的灯" {
		t.Errorf("%+v %v", src, err)
	}
	if err := l.HidePage(ctx, page, true); err != nil {
		t.Fatal(err)
	}
	if pages, err := l.TookIn(ctx, want.Source.SHA256); err != nil || len(pages) > 0 {
		t.Error(pages, err)
	}
	db, err := sql.Open("sqlite", l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var kept int
	if err := db.QueryRow("SELECT count(*) FROM source WHERE sha256 = ?", want.Source.SHA256[:]).Scan(&kept); err != nil || kept != 1 {
		t.Errorf("the bytes are kept %d times (%v)", kept, err)
	}
	for _, do := range []string{"UPDATE incoming SET meant = 1", "DELETE FROM incoming", "INSERT OR REPLACE INTO incoming SELECT * FROM incoming WHERE id = 1"} {
		if _, err := db.Exec(do); err == nil {
			t.Errorf("%s was done", do)
		}
	}
	if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}
