package store_test

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"testing"
	"time"

	"qingyang/store"
)

// TestAccount: the account of a draft is written with it, the newest is read, and what was kept stays.
func TestAccount(t *testing.T) {
	ctx, l := t.Context(), create(t)
	pub, err := l.AddPublication(ctx, "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, pub, "1", "")
	if err != nil {
		t.Fatal(err)
	}
	first := store.Account{N: 1, Format: 1, Body: []byte{0, 1, 0xFF}}
	page, added, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: 1, Source: sourceOf("甲"), Step: store.Step{Account: &first}})
	if err != nil || !added {
		t.Fatal(added, err)
	}
	want := func(w store.Account) {
		t.Helper()
		a, ok, err := l.Account(ctx, page)
		if err != nil || !ok || a.N != w.N || a.Format != w.Format || !bytes.Equal(a.Body, w.Body) {
			t.Errorf("%+v %v %v, want %+v", a, ok, err, w)
		}
	}
	want(first)
	rule := revision(1, 0)
	rule.Rule = "L1"
	second := store.Account{N: 1, Format: 2}
	if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{rule}, Account: &second}); err == nil {
		t.Error("a second account of the same draft was written")
	}
	if p, err := l.Page(ctx, page); err != nil || p.Revisions != 0 {
		t.Errorf("the step of a refused account left %d revisions (%v)", p.Revisions, err)
	}
	want(first)
	if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{rule}}); err != nil {
		t.Fatal(err)
	}
	next := revision(2, 0)
	next.Rule = "L1"
	second.N = 2
	if err := l.Append(ctx, page, store.Step{Revisions: []store.Revision{next}, Account: &second}); err != nil {
		t.Fatal(err)
	}
	want(second)
}

func sourceOf(text string) store.Source {
	return store.Source{SHA256: sha256.Sum256([]byte(text)), Name: "a.txt", Media: "text/plain", Encoding: "UTF-8", Bytes: []byte(text), Read: time.Unix(0, 0)}
}

// TestPagesOfOneFile: a file gives many pages, each by its part and of any media type, and its bytes are
// kept once.
func TestPagesOfOneFile(t *testing.T) {
	ctx, l := t.Context(), create(t)
	pub, err := l.AddPublication(ctx, "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, pub, "1", "")
	if err != nil {
		t.Fatal(err)
	}
	s := sourceOf("%PDF-1.7 …")
	s.Media = "application/pdf"
	pages := map[store.PageID]bool{}
	for part := 1; part <= 3; part++ {
		s.Part = part
		id, added, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: part, Source: s})
		if err != nil || !added {
			t.Fatal(added, err)
		}
		pages[id] = true
		got, err := l.PageSource(ctx, id)
		if err != nil || got.Part != part || got.Media != "application/pdf" || got.ID != 1 {
			t.Errorf("part %d is %+v (%v)", part, got, err)
		}
	}
	if len(pages) != 3 {
		t.Errorf("pages %v", pages)
	}
	s.Part = 2
	if id, added, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: 9, Source: s}); err != nil || added || !pages[id] {
		t.Errorf("part 2 once more: page %d, added %v, %v", id, added, err)
	}
	if id, added, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: 9, Source: s, Again: true}); err != nil || !added || pages[id] {
		t.Errorf("part 2 again, as asked: page %d, added %v, %v", id, added, err)
	}
}

// TestHiddenPageIsNotThere: what was deleted can be imported once more.
func TestHiddenPageIsNotThere(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	if err := l.HidePage(ctx, page, true); err != nil {
		t.Fatal(err)
	}
	if pages, ok, err := l.SourceBySHA(ctx, sha256.Sum256([]byte("渡口的灯"))); err != nil || ok {
		t.Errorf("found %v %v", pages, err)
	}
	if again := addPage(t, l, "2024-11-08", "渡口的灯"); again == page {
		t.Error("the hidden page was given")
	}
}

// TestUnignore: what is let stand everywhere is not touched by what a page shows again.
func TestUnignore(t *testing.T) {
	ctx, l := t.Context(), create(t)
	one, two := addPage(t, l, "2024-11-08", "甲"), addPage(t, l, "2024-11-09", "乙")
	person, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		page store.PageID
		row  store.Ignored
	}{{one, store.Ignored{What: "P10 甲"}}, {two, store.Ignored{What: "P10 乙"}}, {one, store.Ignored{Everywhere: true, What: "C4"}}} {
		if err := l.Ignore(ctx, x.page, x.row, person, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	want := func(page store.PageID, whats ...string) {
		t.Helper()
		rows, err := l.IgnoredOn(ctx, page)
		var got []string
		for _, r := range rows {
			got = append(got, r.What)
		}
		if err != nil || fmt.Sprint(got) != fmt.Sprint(whats) {
			t.Errorf("page %d: %v, want %v (%v)", page, got, whats, err)
		}
	}
	if err := l.Unignore(ctx, one); err != nil {
		t.Fatal(err)
	}
	want(one, "C4")
	want(two, "P10 乙", "C4")
	if err := l.UnignoreEverywhere(ctx); err != nil {
		t.Fatal(err)
	}
	want(one)
	want(two, "P10 乙")
}

// TestSwallowedRows: a trigger that is not ours and keeps rows from being written is an error, not a save.
func TestSwallowedRows(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	person, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", l.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range []string{"revision", "account", "page", "reading", "source", "signature", "seen", "ignored", "person", "publication", "issue", "setting", "card", "correction", "register", "learned", "decision", "note", "picture", "raw", "incoming"} {
		if _, err := db.Exec("CREATE TRIGGER zz BEFORE INSERT ON " + table + " BEGIN SELECT raise(IGNORE); END"); err != nil {
			t.Fatal(err)
		}
		next := store.Step{
			Revisions: []store.Revision{revision(2, person)}, Account: &store.Account{N: 2},
			Corrections: []store.Correction{{Revision: 2, Kind: "insertion", Person: person}},
			Cards:       []store.Card{{Name: "甲"}, {Name: "乙"}}, CardsKnown: true,
		}
		var err error
		switch table {
		case "revision", "account", "correction", "card":
			err = l.Append(ctx, page, next)
		case "page", "reading", "source":
			_, _, err = l.AddPage(ctx, store.NewPage{Issue: 1, Number: 2, Source: sourceOf(table)})
		case "signature":
			err = l.SetState(ctx, page, 0, 1, 1, person, time.Now())
		case "seen":
			err = l.AddSeen(ctx, page, []store.Seen{{}}, person, time.Now())
		case "ignored":
			err = l.Ignore(ctx, page, store.Ignored{What: "x"}, person, time.Now())
		case "person":
			_, err = l.AddPerson(ctx, "另一个")
		case "publication":
			_, err = l.AddPublication(ctx, "另一报")
		case "issue":
			_, err = l.AddIssue(ctx, 1, "9", "2030-01-01")
		case "register":
			_, err = l.Enter(ctx, 1, []store.Entry{{Kind: "name", Text: "甲乙"}}, person, time.Now())
		case "learned":
			err = l.Teach(ctx, []store.Learned{{Before: "甲", After: "乙"}}, person, time.Now())
		case "decision":
			err = l.Decide(ctx, page, store.Decision{Verdict: store.Accepted, Person: person, Time: time.Now()})
		case "note":
			err = l.AddNote(ctx, page, store.Note{Note: 1, Person: person, Time: time.Now()})
		case "picture":
			err = l.AddPicture(ctx, page, store.Picture{Outside: true, Part: 1, Kept: time.Now()})
		case "raw":
			err = l.KeepRaw(ctx, page, store.Raw{Format: 1})
		case "incoming":
			err = l.AddIncoming(ctx, page, store.Incoming{Source: sourceOf("另一次"), Meant: 1, Person: person})
		case "setting":
			err = l.SetSetting(ctx, "a", "b")
		}
		if !errors.Is(err, store.ErrSwallowed) {
			t.Errorf("%s: %v", table, err)
		}
		if _, err := db.Exec("DROP TRIGGER zz"); err != nil {
			t.Fatal(err)
		}
	}
	if p, err := l.Page(ctx, page); err != nil || p.Revisions != 1 {
		t.Errorf("%d revisions, want 1 (%v)", p.Revisions, err)
	}
}

// TestSamePageAtOnce: of many that add the same bytes at the same time one adds the page, and the others
// are told which it is.
func TestSamePageAtOnce(t *testing.T) {
	l := create(t)
	ctx := t.Context()
	pub, err := l.AddPublication(ctx, "渡口报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, pub, "1", "")
	if err != nil {
		t.Fatal(err)
	}
	const programs = 4
	type outcome struct {
		id    store.PageID
		added bool
		err   error
	}
	outcomes := make(chan outcome)
	for range programs {
		other, err := store.Open(ctx, l.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		go func() {
			id, added, err := other.AddPage(ctx, store.NewPage{Issue: issue, Number: 1, Source: sourceOf("甲")})
			outcomes <- outcome{id, added, err}
		}()
	}
	adds, ids := 0, map[store.PageID]bool{}
	for range programs {
		o := <-outcomes
		if o.err != nil {
			t.Error(o.err)
		}
		if o.added {
			adds++
		}
		ids[o.id] = true
	}
	if adds != 1 || len(ids) != 1 {
		t.Errorf("%d were added, pages %v", adds, ids)
	}
}
