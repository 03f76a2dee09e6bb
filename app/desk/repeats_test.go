package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/proof/learned"
	"qingyang/app/session"
)

// planted are pages of one issue on which 杜区 stands for 社区 fifty times, and ten times for itself: a place that
// is called so.
func planted(t *testing.T, d *desk.Desk) (open *session.Session, leaves []session.Leaf) {
	t.Helper()
	var files []desk.File
	for page := range 5 {
		var b strings.Builder
		fmt.Fprintf(&b, "夜航第%d日\n", page+1)
		for i := range 10 {
			fmt.Fprintf(&b, "\n第%d段说，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作，渡口的灯亮了一夜，大家都很满意。\n", page*10+i+1)
		}
		fmt.Fprintf(&b, "\n杜区河边的老船工住在杜区湾，两处地名都写作杜字，渡口的人都知道，来客也都这样写在信封上面。\n")
		files = append(files, desk.File{Name: fmt.Sprintf("p%d.txt", page+1), Bytes: []byte(b.String())})
	}
	done, bad, err := d.Import(t.Context(), files, desk.Importing{Publication: "渡口报", Date: "2024-11-08"}, nil)
	if err != nil || len(bad) > 0 || len(done) != 5 {
		t.Fatal(done, bad, err)
	}
	for _, x := range done {
		leaves = append(leaves, x.Leaf)
	}
	open, err = d.OpenPage(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	return open, leaves
}

// count is how often a word stands on the pages of the library as they are saved, and who made their last revision.
func count(t *testing.T, d *desk.Desk, leaves []session.Leaf, word string) (n int, by []int64) {
	t.Helper()
	for _, l := range leaves {
		p, err := d.Page(t.Context(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		for b := range p.Order.Blocks() {
			text, _ := p.Order.Block(b)
			n += strings.Count(string(text), word)
		}
		log := p.Text.Log()
		by = append(by, log[len(log)-1].Author.Person)
	}
	return n, by
}

// Fifty places that say the same wrong thing are settled with one decision, ten that look like them are let out and
// stay, and one undo brings all back. What was let out is not ticked again.
func TestOneDecision(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s, leaves := planted(t, d)
	if n, _ := count(t, d, leaves, "杜区"); n != 60 {
		t.Fatalf("%d are planted", n)
	}
	at := bulletin.Place{}
	for b := range s.Order().Blocks() {
		if text, _ := s.Order().Block(b); strings.Contains(string(text), "杜区") {
			at = bulletin.Place{Block: b, Off: len([]rune(string(text)[:strings.Index(string(text), "杜区")]))}
			break
		}
	}
	if _, _, err := s.Change("", at, bulletin.Place{Block: at.Block, Off: at.Off + 1}, "社"); err != nil {
		t.Fatal(err)
	}
	of, ok := s.Last()
	if want := (learned.Pair{Before: "杜区", After: "社区"}); !ok || of != want {
		t.Fatalf("corrected last was %+v", of)
	}
	find := func(within desk.Within) []desk.PageRepeats {
		t.Helper()
		all, err := d.Repeats(t.Context(), s.Snapshot(), s.Order().ArticleAt(at.Block), of, within)
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	number := func(all []desk.PageRepeats) (n int) {
		for _, p := range all {
			n += len(p.All)
		}
		return n
	}
	if a, p, i, l := number(find(desk.WithinArticle)), number(find(desk.WithinPage)), number(find(desk.WithinIssue)), number(find(desk.WithinLibrary)); a != 11 || p != 11 || i != 59 || l != 59 {
		t.Fatalf("%d in the article, %d on the page, %d in the issue, %d in the library; want 11, 11, 59, 59", a, p, i, l)
	}
	chosen := map[session.PageID]desk.Choice{}
	on, out := 0, 0
	for _, p := range find(desk.WithinLibrary) {
		c := chosen[p.Leaf.ID]
		for _, r := range p.All {
			if strings.HasPrefix(r.Right, "河") || strings.HasPrefix(r.Right, "湾") {
				c.Out, out = append(c.Out, r.At), out+1
			} else {
				c.On, on = append(c.On, r.At), on+1
			}
		}
		chosen[p.Leaf.ID] = c
	}
	if on != 49 || out != 10 {
		t.Fatalf("%d to correct, %d to let out", on, out)
	}
	note := session.RepairNote(of, "1")
	before := map[session.PageID]int{}
	for _, l := range leaves {
		p, err := d.Page(t.Context(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		before[l.ID] = p.Text.N()
	}
	mine := chosen[s.Leaf.ID]
	delete(chosen, s.Leaf.ID)
	if _, n, err := s.Repair(note, of, mine.On, mine.Out); err != nil || n != 9 {
		t.Fatalf("%d on the open page: %v", n, err)
	}
	if n, pages, err := d.RepairOthers(t.Context(), note, of, chosen); err != nil || n != 40 || pages != 4 {
		t.Fatalf("%d on %d other pages: %v", n, pages, err)
	}
	if err := s.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	n, by := count(t, d, leaves, "杜区")
	if right, _ := count(t, d, leaves, "社区"); n != 10 || right != 50 {
		t.Errorf("%d stand as before, %d are corrected; want 10, 50", n, right)
	}
	for i, person := range by {
		if person != d.Person().ID {
			t.Errorf("page %d was corrected by %d", i, person)
		}
	}
	for _, l := range leaves[1:] {
		if p, err := d.Page(t.Context(), l.ID); err != nil || p.Text.N() != before[l.ID]+1 {
			t.Errorf("%s has %d revisions more: %v", l.Title(), p.Text.N()-before[l.ID], err)
		}
	}
	for _, p := range find(desk.WithinLibrary) {
		for _, r := range p.All {
			if r.Why != session.LetOut {
				t.Errorf("%s: %s⟨⟩%s was let out, and is doubted again", p.Leaf.Title(), r.Left, r.Right)
			}
		}
	}
	if s.Undoing() != note {
		t.Errorf("undo would take back %q", s.Undoing())
	}
	switchAll := func(again bool) {
		t.Helper()
		note := s.Undoing()
		undo := s.Undo
		if again {
			note, undo = s.Redoing(), s.Redo
		}
		if _, _, err := undo(); err != nil {
			t.Fatal(err)
		}
		if pages, left, err := d.SwitchRepair(t.Context(), note, s.Leaf.ID, again); err != nil || pages != 4 || left != 0 {
			t.Fatalf("%d pages, %d left: %v", pages, left, err)
		}
		if err := s.Flush(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	for _, again := range []bool{false, true, false} {
		switchAll(again)
		want := map[bool][2]int{false: {59, 1}, true: {10, 50}}[again]
		wrong, _ := count(t, d, leaves, "杜区")
		if right, _ := count(t, d, leaves, "社区"); wrong != want[0] || right != want[1] {
			t.Errorf("again %v: %d and %d, want %v", again, wrong, right, want)
		}
	}
	if err := s.Close(t.Context()); err != nil {
		t.Error(err)
	}
}

// Places in names of the register, in names that were let stand, and in short quotations are not ticked.
func TestLookAlikes(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	done, _, err := d.Import(t.Context(), []desk.File{{Name: "a.txt", Bytes: []byte("夜航首日\n\n干部到杜区慰问，《杜区志》有记载，有人写作“杜区”，大家说这里的“渡口亮灯之夜的杜区晚会”办得好，船工都来看。\n")}}, desk.Importing{}, nil)
	if err != nil || len(done) != 1 {
		t.Fatal(done, err)
	}
	p, err := d.Page(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.Repeats(t.Context(), learned.Pair{Before: "杜区", After: "社区"}, bulletin.None)
	var why []session.Doubtful
	for _, r := range all {
		why = append(why, r.Why)
	}
	if want := []session.Doubtful{session.NoDoubt, session.InQuote, session.InQuote, session.NoDoubt}; err != nil || fmt.Sprint(why) != fmt.Sprint(want) {
		t.Errorf("%v %v, want %v", why, err, want)
	}
}
