package desk_test

import (
	"testing"

	"qingyang/app/desk"
	"qingyang/app/session"
)

// An issue is searched and changed page by page, each page's change one undo step of its own.
func TestIssueIsReplaced(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	if _, err := d.ImportSample(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	pubs, err := d.Publications(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	issues, err := d.Issues(t.Context(), pubs[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	issue := issues[1].ID // of four pages
	q := session.Query{Text: "苇港"}
	found, err := d.FindInIssue(t.Context(), issue, q)
	if err != nil || len(found) != 4 {
		t.Fatal(found, err)
	}
	all := 0
	for _, f := range found {
		all += f.N
	}
	n, pages, err := d.ReplaceInIssue(t.Context(), issue, found[0].Page, session.Query{Text: q.Text, With: "芦港"})
	if err != nil || n != all-found[0].N || pages == 0 {
		t.Fatalf("%d on %d pages of %d: %v", n, pages, all, err)
	}
	left, err := d.FindInIssue(t.Context(), issue, q)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range left {
		if want := map[bool]int{true: found[0].N}[i == 0]; f.N != want {
			t.Errorf("page %d: %d left, want %d", i, f.N, want)
		}
	}
}
