package desk

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/export"
	"qingyang/app/revision"
)

// TestChangesOfAStory: each correction that counts is with the story in which it stands, under the name of
// who made it; one that was taken back is not.
func TestChangesOfAStory(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	const raw = "早班渡船提前开\n\n本报讯 渡口今天 2盏灯亮了,乘客多了一百人。\n\n竹筐采茶成风\n\n本报讯 茶农今年改用竹筐采茶，茶叶不再受闷。\n"
	done, bad, err := d.Import(t.Context(), []File{{Name: "a.txt", Bytes: []byte(raw)}}, Importing{}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	s, err := d.OpenPage(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	text := s.Snapshot().Text.Copy()
	if len(text.Page().Articles) != 2 {
		t.Fatalf("%+v", text.Page())
	}
	ferry, tea := text.Page().Articles[0].ID, text.Page().Articles[1].ID
	edit := func(ops []revision.Op) int {
		t.Helper()
		n := text.N() + 1
		r := revision.Revision{N: n, Group: n, Author: revision.Author{Person: 3}, Time: time.Unix(1_700_000_000, 0), Ops: ops}
		if _, err := text.Append(r); err != nil {
			t.Fatal(err)
		}
		return n
	}
	// replace writes new in place of the first rune of old.
	replace := func(old, new string) int {
		t.Helper()
		o := text.Order()
		for i := range o.Blocks() {
			runes, _ := o.Block(i)
			if at := strings.Index(string(runes), old); at >= 0 {
				id := o.ID(bulletin.Place{Block: i, Off: len([]rune(string(runes)[:at]))})
				return edit([]revision.Op{{Kind: revision.Insert, At: id, Text: new}, {Kind: revision.Delete, Spans: []bulletin.Span{bulletin.One(id)}}})
			}
		}
		t.Fatal("nowhere: ", old)
		return 0
	}
	find := func(id bulletin.ID, before, after string) (found []export.Change) {
		for _, c := range changes(text, map[int64]string{3: "沈小禾"})[id] {
			if c.Before == before && c.After == after {
				found = append(found, c)
			}
		}
		return found
	}
	n := replace("一百人", "两")
	got := find(ferry, "一", "两")
	if len(got) != 1 || got[0].Person != "沈小禾" || got[0].Rule != "" || got[0].Kind != "character" || got[0].Layout || got[0].Place != strings.Count(raw[:strings.Index(raw, "一百")], "")-1 {
		t.Errorf("a person's: %+v", got)
	}
	if got := find(ferry, ",", "，"); len(got) != 1 || got[0].Rule != "P1" || got[0].Person != "" {
		t.Errorf("a rule's: %+v", got)
	}
	if len(find(tea, "一", "两")) > 0 || len(changes(text, nil)[bulletin.None]) > 0 {
		t.Error("it is with another story, or with none")
	}
	edit(text.TakeBack(text.All(n)...))
	if got := find(ferry, "一", "两"); len(got) > 0 {
		t.Errorf("taken back: %+v", got)
	}
}

// TestChangesFollowAStory from the page on which it goes on to the one on which it stands.
func TestChangesFollowAStory(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := d.ExportIssue(t.Context(), done[0].Leaf.Issue, Exporting{Format: "json", Changes: true})
	if err != nil {
		t.Fatal(err)
	}
	var issue struct {
		Pages []struct {
			Number   int
			Articles []struct {
				Paragraphs []string
				Changes    []struct{ Kind, Before, After, Person, Rule string }
			}
		}
	}
	if err := json.Unmarshal(e.Bytes, &issue); err != nil {
		t.Fatal(err)
	}
	whole, texts, joined, err := d.whole(t.Context(), done[0].Leaf.Issue)
	if err != nil || len(joined) == 0 {
		t.Fatal(joined, err)
	}
	for _, j := range joined {
		own, rest := len(changes(texts[j.from].Text, nil)[j.story]), len(changes(texts[j.to].Text, nil)[j.rest])
		at := -1
		for k, a := range whole.Leaves[j.from].Page.Articles {
			if a.ID == j.story {
				at = k
			}
		}
		if got := len(issue.Pages[j.from].Articles[at].Changes); got != own+rest || rest == 0 {
			t.Errorf("the story has %d changes, %d of its own and %d of its rest", got, own, rest)
		}
	}
}
