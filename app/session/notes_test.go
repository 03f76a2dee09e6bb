package session_test

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/session"
)

// noted are the notes of a page as it is, with what stands at their places now.
func noted(t *testing.T, s *session.Session) (all []session.Noted, texts []string) {
	t.Helper()
	p := s.Snapshot()
	all, err := p.Notes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range all {
		text, _ := p.Order.Block(n.Place.Block)
		texts = append(texts, string(text[n.Place.Off:n.End.Off]))
	}
	return all, texts
}

// A note hangs on its characters through edits around it and inside, moves of its block, and a restart; it is
// answered and settled, each with who and when; its place is known even when nothing of it lives.
func TestNotes(t *testing.T) {
	clock := newClock()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾", Clock: clock})
	s := withText(t, d, ferry+"\n渡口的灯亮了一夜，岸上的人都来看，孩子们跑得最快，老人们走在后面，船就开了。\n")
	at := place(t, s, "杜区")
	if err := s.AddNote(at, bulletin.Place{Block: at.Block, Off: at.Off + 2}, bulletin.Query, " 何处？ "); err != nil {
		t.Fatal(err)
	}
	lamp := place(t, s, "灯亮")
	if err := s.AddNote(lamp, lamp, bulletin.ToAuthor, "哪盏灯？"); err != nil {
		t.Fatal(err)
	}
	if err := s.AddNote(at, at, bulletin.Remark, " "); err == nil {
		t.Error("a note that says nothing was written")
	}
	if _, _, err := s.Replace(bulletin.Place{Block: at.Block}, bulletin.Place{Block: at.Block}, "本报讯　"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.MoveBlocks(at.Block, at.Block+1, +1) }); err != nil {
		t.Fatal(err)
	}
	s = again(t, d, s)
	all, texts := noted(t, s)
	if len(all) != 2 || texts[0] != "灯" && texts[1] != "灯" || !strings.Contains(strings.Join(texts, " "), "杜区") {
		t.Fatalf("%q %+v", texts, all)
	}
	query := all[0]
	if query.Kind != bulletin.Query {
		query = all[1]
	}
	if query.Quote != "杜区" || query.Words[0].Text != "何处？" || query.Words[0].Person != d.Person().ID || query.State != bulletin.NoteOpen {
		t.Errorf("%+v", query)
	}
	clock.wind(60e9)
	if err := s.Answer(query.ID, bulletin.NoteAnswered, "社区之误"); err != nil {
		t.Fatal(err)
	}
	if err := s.Answer(query.ID, bulletin.NoteSettled, ""); err != nil {
		t.Fatal(err)
	}
	here := place(t, s, "杜区")
	if _, _, err := s.Replace(here, bulletin.Place{Block: here.Block, Off: here.Off + 2}, ""); err != nil {
		t.Fatal(err)
	}
	s = again(t, d, s)
	all, texts = noted(t, s)
	for i, n := range all {
		if n.Kind != bulletin.Query {
			continue
		}
		if texts[i] != "" || n.Place != place(t, s, "慰问困难") || n.State != bulletin.NoteSettled || len(n.Words) != 3 || n.Words[1].Text != "社区之误" || !n.Words[1].Time.Equal(clock.Now()) {
			t.Errorf("%q %+v", texts[i], n)
		}
	}
	if n := desk.OpenNotes(all, bulletin.None); n != 1 {
		t.Errorf("%d are open, want 1", n)
	}
}

// A note on what was typed a moment ago keeps its place when somebody else's revisions come in before.
func TestNotesOnUnsavedText(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{Name: "沈小禾"})
	mine := withText(t, d, ferry)
	theirs, err := open(t, path, desk.Options{Name: "另一人"}).OpenPage(t.Context(), mine.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := theirs.Change("", bulletin.Place{}, bulletin.Place{}, "又见"); err != nil {
		t.Fatal(err)
	}
	at := place(t, mine, "老船工")
	if _, _, err := mine.Change("", at, at, "东渡口的"); err != nil {
		t.Fatal(err)
	}
	if err := mine.AddNote(at, bulletin.Place{Block: at.Block, Off: at.Off + 3}, bulletin.Remark, "新添"); err != nil {
		t.Fatal(err)
	}
	if err := theirs.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	mine = again(t, d, mine)
	if _, texts := noted(t, mine); len(texts) != 1 || texts[0] != "东渡口" {
		t.Errorf("the note hangs on %q", texts)
	}
}

// What an article goes out with, in the formats that have it; how many are open is said.
func TestNotesAreExported(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, ferry)
	at := place(t, s, "杜区")
	if err := s.AddNote(at, bulletin.Place{Block: at.Block, Off: at.Off + 2}, bulletin.Query, "何处？"); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	article := s.Order().ArticleAt(at.Block)
	for format, want := range map[string]string{
		"json": `"kind": "query"`, "md": "“杜区”存疑（未结）：何处？（沈小禾", "html": `<footer class="notes">`,
	} {
		for _, notes := range []bool{true, false} {
			how := desk.Exporting{Format: format, Notes: notes}
			one, err := d.ExportArticle(t.Context(), s.Snapshot(), article, how)
			if err != nil || one.Open != 1 || strings.Contains(one.Text, want) != notes {
				t.Errorf("%s, notes %v: %d open, %v\n%s", format, notes, one.Open, err, one.Text)
			}
			issue, err := d.ExportIssue(t.Context(), s.Leaf.Issue, how)
			if err != nil || issue.Open != 1 || strings.Contains(issue.Text, want) != notes {
				t.Errorf("%s, notes %v: %d open, %v\n%s", format, notes, issue.Open, err, issue.Text)
			}
		}
	}
}
