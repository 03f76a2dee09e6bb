package store_test

import (
	"crypto/sha256"
	"database/sql"
	"testing"
	"time"

	"qingyang/store"
)

// What shows a page is kept once, with the page or later, or stays outside; the last one is in force, and none of
// them ever changes.
func TestPictures(t *testing.T) {
	ctx, l := t.Context(), create(t)
	first := addPage(t, l, "2024-11-08", "渡口的灯")
	if _, ok, err := l.PictureOf(ctx, first); ok || err != nil {
		t.Errorf("a page that nothing shows has a picture: %v", err)
	}
	scan := []byte("一张扫描件")
	want := store.Picture{SHA256: sha256.Sum256(scan), Name: "/扫描/1.png", Media: "image/png", Part: 2, Bytes: scan, Kept: time.Unix(1e9, 0).UTC()}
	second, _, err := l.AddPage(ctx, store.NewPage{Issue: 1, Number: 2, Source: sourceOf("第二版"), Picture: &want})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.AddPicture(ctx, first, want); err != nil {
		t.Fatal(err)
	}
	for _, page := range []store.PageID{first, second} {
		got, ok, err := l.PictureOf(ctx, page)
		if err != nil || !ok || string(got.Bytes) != string(scan) || got.SHA256 != want.SHA256 || got.Name != want.Name || got.Media != want.Media ||
			got.Part != 2 || got.Outside || !got.Kept.Equal(want.Kept) {
			t.Errorf("page %d: %+v %v %v", page, got, ok, err)
		}
	}
	if err := l.AddPicture(ctx, first, store.Picture{SHA256: [32]byte{7}, Name: "/别处/1.png", Media: "image/png", Part: 1, Outside: true, Kept: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if got, ok, err := l.PictureOf(ctx, first); err != nil || !ok || !got.Outside || got.Bytes != nil || got.Name != "/别处/1.png" {
		t.Errorf("%+v %v %v", got, ok, err)
	}
	db, err := sql.Open("sqlite", l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var kept int
	if err := db.QueryRow("SELECT count(*) FROM source WHERE sha256 = ?", want.SHA256[:]).Scan(&kept); err != nil || kept != 1 {
		t.Errorf("the scan of two pages is kept %d times (%v)", kept, err)
	}
	for _, do := range []string{"UPDATE picture SET part = 9", "DELETE FROM picture", "INSERT OR REPLACE INTO picture SELECT * FROM picture WHERE id = 1"} {
		if _, err := db.Exec(do); err == nil {
			t.Errorf("%s was done", do)
		}
	}
	if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
		t.Errorf("%v %v", faults, err)
	}
}
