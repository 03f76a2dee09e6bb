package desk_test

import (
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/session"
)

// Pages that come in with many files where the issue has such pages are known as other texts of those, and one of them is
// folded into its twin: what it has otherwise is one revision there, and it is hidden. One that is another page is not.
func TestTwins(t *testing.T) {
	ctx := t.Context()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	in := desk.Importing{Publication: "渡口报", Date: "2022-03-04"}
	bring := func(files ...desk.File) []desk.Imported {
		t.Helper()
		done, bad, err := d.Import(ctx, files, in, nil)
		if err != nil || len(bad) > 0 {
			t.Fatal(bad, err)
		}
		return done
	}
	const other = "潮汛\n\n　　潮水退得比往年早，湾里的养殖户连夜起网，码头上的秤一直忙到天亮才停。\n"
	first := bring(desk.File{Name: "A01.txt", Bytes: []byte(ferryStory)}, desk.File{Name: "A02.txt", Bytes: []byte(other)})
	if twins, err := d.Twins(ctx, first); err != nil || len(twins) > 0 {
		t.Fatal(twins, err)
	}
	came := bring(
		desk.File{Name: "新 A01.txt", Bytes: []byte(strings.NewReplacer("困难", "困苦", "望着", "望向").Replace(ferryStory))},
		desk.File{Name: "新 A02.txt", Bytes: []byte("夜校开课\n\n　　老师教船工写自己的名字，仓库那盏灯亮到后半夜，谁也不肯先走，隔壁的狗叫了两遍。\n")})
	twins, err := d.Twins(ctx, came)
	if err != nil || len(twins) != 2 || !twins[0].Likely || twins[1].Likely || twins[0].Leaf.ID != first[0].Leaf.ID {
		t.Fatalf("%+v %v", twins, err)
	}
	if n, err := d.Fold(ctx, twins[0]); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	reads := func(id session.PageID) string {
		t.Helper()
		p, err := d.Page(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for b := range p.Order.Blocks() {
			text, _ := p.Order.Block(b)
			lines = append(lines, string(text))
		}
		return strings.Join(lines, "\n")
	}
	if text := reads(first[0].Leaf.ID); !strings.Contains(text, "困苦") || !strings.Contains(text, "望向") {
		t.Error(text)
	}
	if n, err := d.Fold(ctx, twins[1]); err == nil || n != 0 {
		t.Error("another page was folded into one", n)
	}
	if text := reads(first[1].Leaf.ID); !strings.HasPrefix(text, "潮汛") {
		t.Error(text)
	}
	leaves, err := d.Leaves(ctx, first[0].Leaf.Issue)
	if err != nil || len(leaves) != 3 {
		t.Errorf("%d pages are listed, 3 are wanted: %v %v", len(leaves), leaves, err)
	}
	hidden, err := d.Hidden(ctx)
	if err != nil || len(hidden) != 1 || hidden[0].ID != came[0].Leaf.ID {
		t.Errorf("hidden are %v %v", hidden, err)
	}
}
