package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"qingyang/store"
)

// whole makes a library with a row in every table, closed.
func whole(t *testing.T) (path string) {
	t.Helper()
	ctx := t.Context()
	path = filepath.Join(t.TempDir(), "whole.qingyang")
	l, err := store.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	hidden := addPage(t, l, "2024-11-09", "被藏起的一版")
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Unix(1e9, 0)
	for _, err := range []error{
		l.RenamePerson(ctx, who, "沈禾"),
		l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(2, who)}, Account: &store.Account{N: 2, Format: 1, Body: []byte("{}")}}),
		l.SetState(ctx, page, 0, 7, 1, who, at),
		l.AddSeen(ctx, page, []store.Seen{{Index: 3}}, who, at),
		l.Ignore(ctx, page, store.Ignored{What: "P10"}, who, at),
		enter(l, page, who, at),
		l.SetSetting(ctx, "a", "b"),
		l.HidePage(ctx, hidden, true),
		l.Close(),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// TestVerifySees: whatever is changed in a table of the truth, in the schema or in the search's index is
// seen and named, hidden pages too; and a change that is put right is seen no more.
func TestVerifySees(t *testing.T) {
	made := whole(t)
	sound, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct {
		name, do string
		want     store.Fault // among those that are found; To does not count
		heals    bool        // Repair and a rebuild put it right
	}{
		{"time", "DROP TRIGGER revision_update; UPDATE revision SET time = '2001-01-01T00:00:00.000Z' WHERE page = 1 AND n = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "revision", N: 1}, false},
		{"round", "DROP TRIGGER revision_update; UPDATE revision SET round = 3 WHERE page = 1 AND n = 2", store.Fault{Kind: store.FaultSum, Page: 1, Table: "revision", N: 2}, false},
		{"note", "DROP TRIGGER revision_update; UPDATE revision SET note = 'x' WHERE page = 1 AND n = 2", store.Fault{Kind: store.FaultSum, Page: 1, Table: "revision", N: 2}, false},
		{"group", "DROP TRIGGER revision_update; UPDATE revision SET grp = 1 WHERE page = 1 AND n = 2", store.Fault{Kind: store.FaultSum, Page: 1, Table: "revision", N: 2}, false},
		{"person", "DROP TRIGGER revision_update; UPDATE revision SET person = NULL, rule = 'S1' WHERE page = 1 AND n = 2", store.Fault{Kind: store.FaultSum, Page: 1, Table: "revision", N: 2}, false},
		{"operations of a hidden page", "DROP TRIGGER revision_update; UPDATE revision SET ops = x'ff' WHERE page = 2", store.Fault{Kind: store.FaultSum, Page: 2, Table: "revision", N: 1}, false},
		{"a revision that is gone", "DROP TRIGGER revision_delete; DELETE FROM revision WHERE page = 1 AND n = 1", store.Fault{Kind: store.FaultGap, Page: 1}, false},
		{"the end of a log", "DROP TRIGGER revision_delete; DELETE FROM revision WHERE page = 1 AND n = 2", store.Fault{Kind: store.FaultLost, Page: 1, N: 2}, false},
		{"encoding", "DROP TRIGGER reading_update; UPDATE reading SET encoding = 'GB18030' WHERE page = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "reading", N: 1}, false},
		{"part", "DROP TRIGGER reading_update; UPDATE reading SET part = 2 WHERE page = 2", store.Fault{Kind: store.FaultSum, Page: 2, Table: "reading", N: 2}, false},
		{"bytes", "DROP TRIGGER source_update; UPDATE source SET bytes = x'00' WHERE id = 1", store.Fault{Kind: store.FaultSource, Page: 1, N: 1}, false},
		{"bytes with a hash that fits", "DROP TRIGGER source_update; UPDATE source SET bytes = x'00', sha256 = x'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d' WHERE id = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "reading", N: 1}, false},
		{"a source that is gone", "PRAGMA foreign_keys = 0; DROP TRIGGER source_delete; DELETE FROM source WHERE id = 2", store.Fault{Kind: store.FaultNoSource, Page: 2}, false},
		{"a page that was read from nothing", "DROP TRIGGER reading_delete; DELETE FROM reading WHERE page = 2", store.Fault{Kind: store.FaultNoSource, Page: 2}, false},
		{"signature", "DROP TRIGGER signature_update; UPDATE signature SET round = 3", store.Fault{Kind: store.FaultSum, Page: 1, Table: "signature", N: 1}, false},
		{"account", "DROP TRIGGER account_update; UPDATE account SET body = x'00'", store.Fault{Kind: store.FaultSum, Page: 1, Table: "account", N: 2}, false},
		{"a row without a sum", "INSERT INTO revision (page, n, grp, rule, time, round, note, ops) VALUES (2, 2, 2, 'S1', '2001-01-01T00:00:00.000Z', 0, '', x'00')", store.Fault{Kind: store.FaultSum, Page: 2, Table: "revision", N: 2}, false},
		{"bad time", "DROP TRIGGER revision_update; UPDATE revision SET time = 'bad' WHERE page = 1 AND n = 1", store.Fault{Kind: store.FaultValue, Page: 1, Table: "revision", N: 1}, false},
		{"hidden", "UPDATE page SET hidden = 7 WHERE id = 1", store.Fault{Kind: store.FaultValue, Page: 1, Table: "page", N: 1}, false},
		{"nobody", "UPDATE person SET name = ''", store.Fault{Kind: store.FaultValue, Table: "person", N: 1}, false},
		{"a former name", "UPDATE person_name SET until = 'soon'", store.Fault{Kind: store.FaultValue, Table: "person_name", N: 1}, false},
		{"an issue without a name", "UPDATE issue SET number = '', date = '' WHERE id = 1", store.Fault{Kind: store.FaultValue, Table: "issue", N: 1}, false},
		{"a publication without a name", "UPDATE publication SET name = ''", store.Fault{Kind: store.FaultValue, Table: "publication", N: 1}, false},
		{"seen", "UPDATE seen SET time = 'bad'", store.Fault{Kind: store.FaultValue, Page: 1, Table: "seen", N: 0}, false},
		{"ignored", "UPDATE ignored SET what = ''", store.Fault{Kind: store.FaultValue, Page: 1, Table: "ignored", N: 1}, false},
		{"decision", "DROP TRIGGER decision_update; UPDATE decision SET before = '' WHERE rowid = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "decision", N: 1}, false},
		{"note", "DROP TRIGGER note_update; UPDATE note SET text = 'x' WHERE rowid = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "note", N: 1}, false},
		{"picture", "DROP TRIGGER picture_update; UPDATE picture SET part = 2", store.Fault{Kind: store.FaultSum, Page: 1, Table: "picture", N: 1}, false},
		{"a page as it was read", "DROP TRIGGER raw_update; UPDATE raw SET body = x'00' WHERE page = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "raw", N: 1}, false},
		{"what came in", "DROP TRIGGER incoming_update; UPDATE incoming SET meant = 1", store.Fault{Kind: store.FaultSum, Page: 1, Table: "incoming", N: 1}, false},
		{"bytes of a picture", "DROP TRIGGER source_update; UPDATE source SET bytes = x'00' WHERE id = (SELECT source FROM picture WHERE source IS NOT NULL)", store.Fault{Kind: store.FaultSource, Page: 1, N: 3}, false},
		{"register", "UPDATE register SET text = ''", store.Fault{Kind: store.FaultValue, Table: "register", N: 1}, false},
		{"what was learned", "UPDATE learned SET rejected = -1", store.Fault{Kind: store.FaultValue, Table: "learned"}, false},
		{"an issue that is not there", "PRAGMA foreign_keys = 0; UPDATE page SET issue = 99 WHERE id = 1", store.Fault{Kind: store.FaultReference, Table: "page", N: 1}, false},
		{"an article of no page", "PRAGMA foreign_keys = 0; UPDATE card SET page = 99 WHERE page = 1", store.Fault{Kind: store.FaultReference, Table: "card", N: 1}, true},
		{"a trigger that is gone", "DROP TRIGGER revision_insert", store.Fault{Kind: store.FaultMissing, Table: "revision_insert"}, true},
		{"a trigger that does nothing", "DROP TRIGGER page_delete; CREATE TRIGGER page_delete BEFORE DELETE ON page BEGIN SELECT 1; END", store.Fault{Kind: store.FaultMissing, Table: "page_delete"}, true},
		{"a view that is gone", "DROP VIEW correction_readable", store.Fault{Kind: store.FaultMissing, Table: "correction_readable"}, true},
		{"an index that is gone", "DROP INDEX reading_page", store.Fault{Kind: store.FaultMissing, Table: "reading_page"}, true},
		{"a trigger that is not ours", "CREATE TRIGGER zz BEFORE INSERT ON revision WHEN NEW.person IS NOT NULL BEGIN SELECT raise(IGNORE); END", store.Fault{Kind: store.FaultForeign, Table: "zz"}, true},
		{"a view that is not ours", "CREATE VIEW zz AS SELECT 1", store.Fault{Kind: store.FaultForeign, Table: "zz"}, true},
		{"an empty index of the search", "DELETE FROM gram", store.Fault{Kind: store.FaultSearch, Page: 1, N: 1}, true},
		{"an article that the search does not find", "DELETE FROM gram WHERE rowid = 2", store.Fault{Kind: store.FaultSearch, Page: 2, N: 1}, true},
		{"an article by too many words", "DELETE FROM gram WHERE rowid = 1; INSERT INTO gram (rowid, grams) VALUES (1, '渡口 口的 的灯 灯 甲乙')", store.Fault{Kind: store.FaultSearch, Page: 1, N: 1}, true},
		{"an article in the index alone", "INSERT INTO gram (rowid, grams) VALUES (77, '甲乙')", store.Fault{Kind: store.FaultSearch, N: 1}, true},
		{"no index of the search", "DROP TABLE gram", store.Fault{Kind: store.FaultMissing, Table: "gram"}, true},
		{"an index without settings", "DROP TABLE gram_config", store.Fault{Kind: store.FaultMissing, Table: "gram_config"}, true},
		{"an index without sizes", "DROP TABLE gram_docsize; DROP TABLE gram_idx", store.Fault{Kind: store.FaultMissing, Table: "gram_idx"}, true},
		{"half an index of the search", "DROP TABLE gram_data", store.Fault{Kind: store.FaultMissing, Table: "gram_data"}, true},
	} {
		if testing.Short() && i%5 != 0 {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			ctx := t.Context()
			path := filepath.Join(t.TempDir(), "x.qingyang")
			if err := os.WriteFile(path, sound, 0o600); err != nil {
				t.Fatal(err)
			}
			db := shell(t, path)
			run(t, db, c.do)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			l, err := store.Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			faults, err := l.Verify(ctx, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(faults, func(f store.Fault) bool { f.To = 0; return f == c.want }) {
				t.Errorf("found %+v, want %+v among them", faults, c.want)
			}
			if !c.heals {
				return
			}
			if err := l.Repair(ctx); err != nil {
				t.Fatal(err)
			}
			for page, text := range map[store.PageID]string{1: "渡口的灯", 2: "被藏起的一版"} {
				rows, err := l.Revisions(ctx, page, 1)
				if err != nil {
					t.Fatal(err)
				}
				if err := l.RebuildDerived(ctx, page, store.Step{Revisions: rows, Cards: []store.Card{{Index: 7, Name: "标题", Characters: 4, Blocks: 1, Text: text}}}); err != nil {
					t.Fatal(err)
				}
			}
			if faults, err := l.Verify(ctx, nil); err != nil || len(faults) > 0 {
				t.Errorf("after the repair: %+v %v", faults, err)
			}
			if hits, err := l.Search(ctx, "渡口", 9); err != nil || len(hits) != 1 {
				t.Errorf("the search finds %v %v", hits, err)
			}
		})
	}
}

// TestVerifyFindsNothing in a sound library, whatever its table holds.
func TestVerifyFindsNothing(t *testing.T) {
	l, err := store.OpenToRead(t.Context(), whole(t))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if faults, err := l.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
		t.Errorf("%+v %v", faults, err)
	}
}

// TestVerifyAfterRewriting: what was rewritten again and again, so that the parts of the search's index were put
// together meanwhile, is sound for a connection that read the index before.
func TestVerifyAfterRewriting(t *testing.T) {
	ctx, l := t.Context(), create(t)
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	var pages []store.PageID
	for n := range 8 {
		pages = append(pages, addPage(t, l, "2024-11-08", fmt.Sprintf("第%d夜，渡口的灯", n)))
	}
	for k := range 12 {
		for _, page := range pages {
			text := fmt.Sprintf("第%d稿：渡口的灯亮了%d夜，岸上的人都来看，孩子们跑得最快。", k, int(page)*k)
			step := store.Step{Revisions: []store.Revision{revision(k+2, who)}, Cards: []store.Card{{Origin: 0, Index: 5, Name: "夜航", Characters: 30, Blocks: 1, Text: text}}, CardsKnown: true}
			if err := l.Append(ctx, page, step); err != nil {
				t.Fatal(err)
			}
		}
		faults, err := l.Verify(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults {
			if f.Kind == store.FaultSearch || f.Kind == store.FaultFile {
				t.Fatalf("after %d rewritings: %+v", k+1, f)
			}
		}
	}
}

// TestRebuildIsNotOfYesterday: derived rows of a log that has grown meanwhile are not written.
func TestRebuildIsNotOfYesterday(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	rows, err := l.Revisions(ctx, page, 1)
	if err != nil {
		t.Fatal(err)
	}
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(2, who)}}); err != nil {
		t.Fatal(err)
	}
	if err := l.RebuildDerived(ctx, page, store.Step{Revisions: rows}); err == nil || !strings.Contains(err.Error(), store.ErrStale.Error()) {
		t.Error(err)
	}
	if cards, err := l.Cards(ctx, page); err != nil || len(cards) != 1 {
		t.Error(cards, err)
	}
}

// TestAt: what is written meanwhile is not seen.
func TestAt(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	err = l.At(ctx, func(v store.View) error {
		for n := 2; n < 5; n++ {
			if p, err := v.Page(ctx, page); err != nil || p.Revisions != 1 {
				return fmt.Errorf("%d revisions (%w)", p.Revisions, err)
			}
			if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{revision(n, who)}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
