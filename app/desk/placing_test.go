package desk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/session"
)

// lists are the publications, issues and pages of a library as people see them, one a line.
func lists(t *testing.T, d *desk.Desk) string {
	t.Helper()
	var b strings.Builder
	pubs, err := d.Publications(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pubs {
		fmt.Fprintf(&b, "%s\n", p.Name)
		issues, err := d.Issues(t.Context(), p.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range issues {
			fmt.Fprintf(&b, " %s %s\n", i.Date, i.Number)
			leaves, err := d.Leaves(t.Context(), i.ID)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range leaves {
				fmt.Fprintf(&b, "  %d %s\n", l.Number, l.Section)
			}
		}
	}
	return b.String()
}

// TestPlaces: pages, issues and publications get other names, numbers and days; what is left without a page goes,
// what has the same name becomes one, and no page is lost on the way.
func TestPlaces(t *testing.T) {
	d := open(t, t.TempDir()+"/a.qingyang", desk.Options{Name: "沈校"})
	var files []desk.File
	for i := range 3 {
		files = append(files, desk.File{Name: fmt.Sprintf("稿%d.txt", i+1), Bytes: []byte(fmt.Sprintf("渡口的第%d盏灯亮了，船才敢靠岸。\n", i+1))})
	}
	done, bad, err := d.Import(t.Context(), files, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 || len(done) != 3 {
		t.Fatal(len(done), bad, err)
	}
	step := func(name string, err error, want string) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := lists(t, d); got != want {
			t.Fatalf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	step("imported", nil, "未定报刊\n  未定期号\n  1 \n  2 \n  3 \n")
	step("a page moves", d.PlacePage(t.Context(), done[0].Leaf.ID, folder.Place{Publication: "柳湾报", Number: "第612期", Date: "2024-11-08", Page: 4, Section: "副刊"}),
		"未定报刊\n  未定期号\n  2 \n  3 \n柳湾报\n 2024-11-08 第612期\n  4 副刊\n")
	step("its number stays", d.PlacePage(t.Context(), done[1].Leaf.ID, folder.Place{Publication: "柳湾报", Date: "2024-11-15"}),
		"未定报刊\n  未定期号\n  3 \n柳湾报\n 2024-11-15 \n  2 \n 2024-11-08 第612期\n  4 副刊\n")
	step("issues become one", d.PlaceIssue(t.Context(), leaf(t, d, done[1].Leaf.ID).Issue, folder.Place{Publication: "柳湾报", Number: "第612期", Date: "2024-11-08"}),
		"未定报刊\n  未定期号\n  3 \n柳湾报\n 2024-11-08 第612期\n  2 \n  4 副刊\n")
	step("an issue is named", d.PlaceIssue(t.Context(), leaf(t, d, done[2].Leaf.ID).Issue, folder.Place{Publication: "未定报刊", Number: "第612期", Date: "2024-11-08"}),
		"未定报刊\n 2024-11-08 第612期\n  3 \n柳湾报\n 2024-11-08 第612期\n  2 \n  4 副刊\n")
	step("publications become one", d.RenamePublication(t.Context(), leaf(t, d, done[2].Leaf.ID).Paper, "柳湾报"),
		"柳湾报\n 2024-11-08 第612期\n  2 \n  3 \n  4 副刊\n")
	step("a publication is renamed", d.RenamePublication(t.Context(), leaf(t, d, done[0].Leaf.ID).Paper, "苇港报"),
		"苇港报\n 2024-11-08 第612期\n  2 \n  3 \n  4 副刊\n")

	step("a page is hidden", d.Hide(t.Context(), done[1].Leaf.ID, true), "苇港报\n 2024-11-08 第612期\n  3 \n  4 副刊\n")
	hidden, err := d.Hidden(t.Context())
	if err != nil || len(hidden) != 1 || hidden[0].ID != done[1].Leaf.ID {
		t.Fatal(hidden, err)
	}
	step("and shown", d.Hide(t.Context(), hidden[0].ID, false), "苇港报\n 2024-11-08 第612期\n  2 \n  3 \n  4 副刊\n")

	if err := d.RenamePublication(t.Context(), 1, ""); err == nil {
		t.Error("a publication may have no name")
	}
	if d.PlacePage(t.Context(), 99, folder.Place{}) == nil || d.PlaceIssue(t.Context(), 99, folder.Place{}) == nil {
		t.Error("what is not there got another place")
	}
	if found := faults(t, d); found != "" {
		t.Error(found)
	}
	hits, err := d.Search(t.Context(), "第2盏灯", 9)
	if err != nil || !slices.ContainsFunc(hits, func(h desk.Hit) bool { return h.Page == done[1].Leaf.ID }) {
		t.Error("the page that was hidden is not found: ", hits, err)
	}
}

func leaf(t *testing.T, d *desk.Desk, id session.PageID) session.Leaf {
	t.Helper()
	l, err := d.Leaf(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
