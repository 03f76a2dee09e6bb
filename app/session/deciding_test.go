package session_test

import (
	"slices"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/glossary"
	"qingyang/app/proof"
	"qingyang/app/proof/register"
	"qingyang/app/session"
)

// again closes a page and opens it anew: as another window would, or the same one after a restart.
func again(t *testing.T, d *desk.Desk, s *session.Session) *session.Session {
	t.Helper()
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	next, err := d.OpenPage(t.Context(), s.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	return next
}

// of are the doubtful places of a page that one check found, with the rule and what stands there.
func of(t *testing.T, s *session.Session, check string) (all []session.Doubt) {
	t.Helper()
	for _, x := range doubts(t, s) {
		if x.Check == check {
			all = append(all, x)
		}
	}
	return all
}

// type1 puts a character in place of another by keys: Backspace, then the character.
func type1(t *testing.T, s *session.Session, at bulletin.Place, with string) {
	t.Helper()
	_, _, err := s.Replace(at, bulletin.Place{Block: at.Block, Off: at.Off + 1}, "")
	if err == nil {
		_, _, err = s.Replace(at, at, with)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// place is where a word first stands.
func place(t *testing.T, s *session.Session, word string) bulletin.Place {
	t.Helper()
	for i := range s.Order().Blocks() {
		r, _ := s.Order().Block(i)
		if at := strings.Index(string(r), word); at >= 0 {
			return bulletin.Place{Block: i, Off: len([]rune(string(r)[:at]))}
		}
	}
	t.Fatalf("%q stands nowhere in\n%s", word, text(s))
	return bulletin.Place{}
}

const ferry = "夜航首日\n\n昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。老船工说，岸上的人越来越少，船上的人越来越多，大家都望着对岸。\n"

// What was accepted, let stand or corrected by hand is on record with who did it and when; nothing of it is shown
// again, after a restart neither.
func TestDecisionsAreKept(t *testing.T) {
	clock := newClock()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾", Clock: clock})
	s := withText(t, d, ferry+"\n他们用来购买农业机戒，扩大种植面积，增加农民收入，为当地经济发展作出贡献。\n")
	found := of(t, s, proof.Wrong)
	if len(found) != 2 {
		t.Fatalf("%d wrong characters are found, want 2: %+v", len(found), doubts(t, s))
	}
	at, _, ok, err := s.Accept(found[0])
	if err != nil || !ok || s.Order().ID(at) == found[0].At {
		t.Fatal(ok, err)
	}
	if r, _ := s.Order().Block(at.Block); string(r[at.Off-1:at.Off]) != "社" {
		t.Errorf("the caret stands behind %q", string(r[:at.Off]))
	}
	if _, _, ok, _ := s.Accept(found[0]); ok {
		t.Error("what was accepted is accepted again")
	}
	s.Ignore(found[1], session.InPaper)
	s = again(t, d, s)
	if left := of(t, s, proof.Wrong); len(left) != 0 {
		t.Errorf("it is shown again: %+v", left)
	}
	all, err := d.Words().Decisions(t.Context(), int64(s.Leaf.ID))
	if err != nil || len(all) != 2 {
		t.Fatal(all, err)
	}
	words := [][2]string{{"杜区", "社区"}, {"农业机戒", "农业机械"}}
	for i, verdict := range []glossary.Verdict{glossary.Accepted, glossary.StandsInPaper} {
		x := all[i]
		if x.Verdict != verdict || x.Person != d.Person().ID || !x.Time.Equal(clock.Now()) || x.What != "C2 "+words[i][0] || x.Before != words[i][0] || x.After != words[i][1] || !strings.Contains(x.Context, words[i][0]) {
			t.Errorf("decision %d is %+v", i, x)
		}
	}
	lessons, err := d.Words().Lessons(t.Context())
	if err != nil || len(lessons) != 2 || lessons[0].Accepted != 1 || lessons[1].Rejected != 1 {
		t.Errorf("%+v %v", lessons, err)
	}
}

// What is accepted comes back as a suggestion of the house's own, until it was rejected three times; then neither
// it nor what the program itself would suggest is shown.
func TestLearns(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, "夜航首日\n\n热列欢呼，热列掌声，热列祝贺，热列庆祝，又是热列，还是热列，老船工把缆绳解开，渡口的灯亮了一夜，大家都望着对岸。\n")
	taught := func() []session.Doubt { return of(t, s, proof.Taught) }
	if len(taught()) > 0 {
		t.Fatal("something is taught before anybody taught it")
	}
	at := place(t, s, "热列欢呼")
	type1(t, s, bulletin.Place{Block: at.Block, Off: at.Off + 1}, "烈")
	s = again(t, d, s) // what is learned is learned when the step ends
	if n := len(taught()); n != 5 {
		t.Fatalf("after one was corrected by hand %d are found, want 5: %+v", n, doubts(t, s))
	}
	if x := taught()[0]; x.Old != "热列" || x.New != "热烈" || x.Note == "" {
		t.Errorf("%+v", x)
	}
	if lessons, err := d.Words().Lessons(t.Context()); err != nil || len(lessons) != 1 || !lessons[0].Own || lessons[0].Example != "热列欢呼，热列掌声，" {
		t.Errorf("%+v %v", lessons, err)
	}
	for n := 5; n > 3; n-- {
		if s.Ignore(taught()[0], session.Here); len(taught()) != n-1 {
			t.Fatalf("%d are left, want %d", len(taught()), n-1)
		}
	}
	if s.Ignore(taught()[0], session.Here); len(taught()) != 0 {
		t.Errorf("after three were rejected %d are left", len(taught()))
	}
	s = again(t, d, s)
	if n := len(taught()) + len(of(t, s, proof.Wrong)); n != 0 {
		t.Errorf("%d are shown again", n)
	}
}

// Rewriting teaches nothing: other words, more words, fewer.
func TestRewritingTeachesNothing(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, ferry)
	for _, c := range []struct{ word, with string }{{"老", "那"}, {"少", "多"}, {"望", "望见"}} {
		type1(t, s, place(t, s, c.word), c.with)
	}
	again(t, d, s)
	if lessons, err := d.Words().Lessons(t.Context()); err != nil || len(lessons) > 0 {
		t.Errorf("%+v %v", lessons, err)
	}
}

// A name that the editor let stand once, or that stands in the register, is never flagged again: on no page of the
// paper.
func TestNamesStand(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	first := withText(t, d, "夜航首日\n\n县长祝守珍说，台上响起一阵热列欢呼，渡口的灯亮了一夜，岸上的人越来越少，船上的人越来越多。\n")
	near := register.Entry{Kind: register.Name, Text: "祝守真", Title: "县长"}
	if _, err := d.Words().Enter(t.Context(), first.Leaf.Paper, glossary.Entry{Entry: near}); err != nil {
		t.Fatal(err)
	}
	first = again(t, d, first)
	found := of(t, first, proof.Register)
	if len(found) != 1 || found[0].New != "祝守真" {
		t.Fatalf("%+v", doubts(t, first))
	}
	first.Ignore(found[0], session.Here)
	first = again(t, d, first)
	second := withText(t, d, "渡口的灯\n\n会后，县长祝守珍到白鹭洲看望老船工，同大家一起把灯点亮，夜里的渡轮照常开，船票也照旧卖。\n")
	for _, s := range []*session.Session{first, second} {
		if left := of(t, s, proof.Register); len(left) > 0 {
			t.Errorf("the name is flagged again: %+v", left)
		}
	}
	third := withText(t, d, "渡口的船\n\n会后，县长祝守贞到白鹭洲看望老船工，同大家一起把船推下水，夜里的渡轮照常开，船票也照旧卖。\n")
	if found := of(t, third, proof.Register); len(found) != 1 {
		t.Fatalf("another near-name is not found: %+v", doubts(t, third))
	}
	if _, err := d.Words().Enter(t.Context(), third.Leaf.Paper, glossary.Entry{Entry: register.Entry{Kind: register.Name, Text: "祝守贞"}}); err != nil {
		t.Fatal(err)
	}
	third = again(t, d, third)
	if left := of(t, third, proof.Register); len(left) > 0 {
		t.Errorf("a name of the register is flagged: %+v", left)
	}
}

// What was accepted can be corrected elsewhere too, as the word that it stands in, whatever check found it; what
// stands beside any word is no part of it.
func TestAcceptedIsLast(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, strings.Replace(ferry, "昨天下午，", "渡口的灯己经亮起，人们在侯船室里坐着。昨天下午，", 1))
	if _, ok := s.Last(); ok {
		t.Error("nothing was corrected yet")
	}
	for _, c := range []struct{ old, before, after string }{{"己", "己经", "已经"}, {"侯", "侯船", "候船"}} {
		for _, x := range doubts(t, s) {
			if x.Old == c.old {
				if _, _, ok, err := s.Accept(x); !ok || err != nil {
					t.Fatal(ok, err)
				}
			}
		}
		if p, ok := s.Last(); !ok || p.Before != c.before || p.After != c.after {
			t.Errorf("%+v %v", p, ok)
		}
	}
}

// All findings of a kind are accepted in one undo step, which one undo takes back; overlapping ones and those whose
// text is another by now are left.
func TestAcceptAll(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, "夜航首日\n\n热列欢呼，热列掌声，热列祝贺，老船工把缆绳解开，渡口的灯亮了一夜，大家都望着对岸，船就开了。\n")
	type1(t, s, bulletin.Place{Block: 1, Off: 1}, "烈")
	s = again(t, d, s)
	all := of(t, s, proof.Taught)
	if len(all) != 2 {
		t.Fatalf("%+v", all)
	}
	before := text(s)
	n := s.Snapshot().Text.N()
	if _, k, err := s.AcceptAll(slices.Concat(all, all)); err != nil || k != 2 || s.Snapshot().Text.N() != n+1 {
		t.Errorf("%d accepted in %d revisions: %v", k, s.Snapshot().Text.N()-n, err)
	}
	if strings.Contains(text(s), "热列") || strings.Count(text(s), "热烈") != 3 {
		t.Error(text(s))
	}
	if _, _, err := s.Undo(); err != nil || text(s) != before {
		t.Errorf("%v\n%s", err, text(s))
	}
}

// What another window decided is taken in when it is noticed.
func TestDecisionsComeIn(t *testing.T) {
	path := newLibrary(t)
	d := open(t, path, desk.Options{Name: "沈小禾"})
	mine := withText(t, d, ferry)
	other := open(t, path, desk.Options{Name: "另一人"})
	theirs, err := other.OpenPage(t.Context(), mine.Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	x := of(t, mine, proof.Wrong)
	if len(x) != 1 {
		t.Fatalf("%+v", doubts(t, mine))
	}
	theirs.Ignore(x[0], session.Here)
	if err := theirs.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := mine.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := of(t, mine, proof.Wrong); len(left) > 0 {
		t.Errorf("what another window decided is shown: %+v", left)
	}
}
