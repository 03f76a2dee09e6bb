package store_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"qingyang/store"
)

// enter puts a row into each table of words: registers, lessons, decisions, notes; and the page as it was read, and pictures of it.
func enter(l *store.Library, page store.PageID, who int64, at time.Time) error {
	ctx := context.Background()
	_, err := l.Enter(ctx, 1, []store.Entry{{Kind: "name", Text: "柳汀兰", Title: "县委书记", Rank: 1, Since: "2024-01-01", Note: "兰草的兰"}}, who, at)
	return errors.Join(err,
		l.KeepRaw(ctx, page, store.Raw{Format: 1, Body: []byte("渡")}),
		l.AddPicture(ctx, page, store.Picture{SHA256: sha256.Sum256([]byte("照")), Name: "/扫描/2.png", Media: "image/png", Part: 1, Bytes: []byte("照"), Kept: at}),
		l.AddPicture(ctx, page, store.Picture{SHA256: [32]byte{7}, Name: "/扫描/3.png", Media: "image/png", Part: 3, Outside: true, Kept: at}),
		l.AddIncoming(ctx, page, store.Incoming{
			Source: store.Source{SHA256: sha256.Sum256([]byte("改")), Name: "改.txt", Media: "text/plain", Encoding: "UTF-8", Bytes: []byte("改"), Read: at}, Meant: 2, Person: who,
		}),
		l.Decide(ctx, page, store.Decision{
			Verdict: store.StandsInPaper, Index: 3, What: "C2 己经", Before: "己经", After: "已经", Context: "灯己经亮", Right: "柳汀兰", Person: who, Time: at,
		}),
		l.AddNote(ctx, page, store.Note{Note: 7, Index: 1, LastIndex: 2, Kind: 1, Quote: "口的", Text: "请核", Person: who, Time: at}),
		l.AddNote(ctx, page, store.Note{Note: 7, Index: 1, LastIndex: 2, Kind: 1, State: 2, Quote: "口的", Text: "已核", Person: who, Time: at.Add(time.Second)}))
}

// People enter and strike entries; what is there already is not added again, and papers do not mix.
func TestRegister(t *testing.T) {
	ctx, l := t.Context(), create(t)
	addPage(t, l, "2024-11-08", "渡口的灯")
	other, err := l.AddPublication(ctx, "另一报")
	if err != nil {
		t.Fatal(err)
	}
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	want := []store.Entry{{Kind: "name", Text: "柳汀兰", Title: "县委书记", Rank: 2, Until: "2025-01-01"}, {Kind: "banned", Text: "盲流", Instead: "务工人员", Note: "通知"}}
	for _, n := range []int{2, 0} {
		if added, err := l.Enter(ctx, 1, want, who, time.Now()); err != nil || added != n {
			t.Errorf("%d were added, want %d: %v", added, n, err)
		}
	}
	all, err := l.Register(ctx, 1)
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	all[0].Title = "县长"
	if _, err := l.Enter(ctx, 1, all[:1], who, time.Now()); err != nil {
		t.Error(err)
	}
	if _, err := l.Enter(ctx, other, all[:1], who, time.Now()); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an entry of another publication was changed: %v", err)
	}
	if err := l.Strike(ctx, other, all[1].ID); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an entry of another publication was taken out: %v", err)
	}
	if err := l.Strike(ctx, 1, all[1].ID); err != nil {
		t.Error(err)
	}
	if got, err := l.Register(ctx, 1); err != nil || !reflect.DeepEqual(got, all[:1]) {
		t.Errorf("%+v %v, want %+v", got, err, all[:1])
	}
	if got, err := l.Register(ctx, other); err != nil || len(got) > 0 {
		t.Errorf("%+v %v", got, err)
	}
}

// A decision is on record with its author and time, says what is let stand where, and counts for its pair.
func TestDecide(t *testing.T) {
	ctx, l := t.Context(), create(t)
	one, two := addPage(t, l, "2024-11-08", "甲"), addPage(t, l, "2024-11-09", "乙")
	other, err := l.AddPublication(ctx, "另一报")
	if err != nil {
		t.Fatal(err)
	}
	issue, err := l.AddIssue(ctx, other, "1", "2024-11-08")
	if err != nil {
		t.Fatal(err)
	}
	three, _, err := l.AddPage(ctx, store.NewPage{Issue: issue, Number: 1, Source: sourceOf("丙")})
	if err != nil {
		t.Fatal(err)
	}
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 11, 8, 9, 0, 0, 0, time.UTC)
	all := []store.Decision{
		{Verdict: store.Accepted, What: "C2 己经", Before: "己经", After: "已经", Context: "灯己经亮了"},
		{Verdict: store.StandsHere, Index: 3, What: "C2 杜村", Before: "杜村", After: "社村", Right: "杜村河"},
		{Verdict: store.StandsInPaper, What: "W1 盲流"},
		{Verdict: store.StandsEverywhere, What: "P10 5-10℃"},
		{Verdict: store.LetOut, Index: 9, What: "= 己经", Before: "己经", After: "已经"},
		{Verdict: store.ByHand, Before: "潮夕", After: "潮汐", Context: "潮夕表"},
	}
	for i := range all {
		all[i].Person, all[i].Time = who, at.Add(time.Duration(i)*time.Second)
	}
	if err := l.Decide(ctx, one, all...); err != nil {
		t.Fatal(err)
	}
	got, err := l.Decisions(ctx, one)
	all[1].Right = "" // that is kept as what it says
	if err != nil || !reflect.DeepEqual(got, all) {
		t.Errorf("%+v %v\nwant %+v", got, err, all)
	}
	for page, want := range map[store.PageID]string{
		one:   "[C2 杜村 here = 己经 here = 杜村河 paper W1 盲流 paper P10 5-10℃ everywhere]",
		two:   "[= 杜村河 paper W1 盲流 paper P10 5-10℃ everywhere]",
		three: "[P10 5-10℃ everywhere]",
	} {
		rows, err := l.IgnoredOn(ctx, page)
		var words []string
		for _, x := range rows {
			where := "here"
			if x.Everywhere {
				where = "everywhere"
			} else if x.Paper {
				where = "paper"
			}
			words = append(words, x.What, where)
		}
		if err != nil || fmt.Sprint(words) != want {
			t.Errorf("page %d: %v, want %s (%v)", page, words, want, err)
		}
	}
	lessons, err := l.Lessons(ctx)
	want := []store.Learned{
		{Before: "己经", After: "已经", Accepted: 1, Rejected: 1, Example: "灯己经亮了"},
		{Before: "杜村", After: "社村", Rejected: 1},
		{Before: "潮夕", After: "潮汐", Accepted: 1, Own: true, Example: "潮夕表"},
	}
	if err != nil || !reflect.DeepEqual(lessons, want) {
		t.Errorf("%+v %v", lessons, err)
	}
	want[1].Off = true
	if err := errors.Join(l.Teach(ctx, want[1:2], who, at), l.Unlearn(ctx, "潮夕", "潮汐")); err != nil {
		t.Error(err)
	}
	if lessons, err := l.Lessons(ctx); err != nil || !reflect.DeepEqual(lessons, want[:2]) {
		t.Errorf("%+v %v", lessons, err)
	}
}

// A note is answered in the order in which answers come in; the same row twice is one.
func TestNotes(t *testing.T) {
	ctx, l := t.Context(), create(t)
	page := addPage(t, l, "2024-11-08", "渡口的灯")
	who, err := l.AddPerson(ctx, "沈小禾")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 11, 8, 9, 0, 0, 0, time.UTC)
	open := store.Note{Page: page, Note: 1 << 50, N: 1, Index: 1, LastIndex: 2, Kind: 2, Quote: "口的", Text: "何处渡口？", Person: who, Time: at}
	first, second := open, open
	first.Text, first.State, first.Time = "东渡口", 1, at.Add(time.Minute)
	second.Text, second.State, second.Time = "知道了", 2, at.Add(2*time.Minute)
	for _, x := range []store.Note{open, open, first, second, second} {
		if err := l.AddNote(ctx, page, x); err != nil {
			t.Fatal(err)
		}
	}
	first.N, second.N = 2, 3
	for _, of := range []store.PageID{page, 0} {
		if got, err := l.Notes(ctx, of); err != nil || !reflect.DeepEqual(got, []store.Note{open, first, second}) {
			t.Errorf("%+v %v", got, err)
		}
	}
}
