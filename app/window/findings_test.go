package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/session"
)

// planted is a page on which an error stands several times, and others once.
const planted = `夜航首日

昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。老船工说，岸上的人越来越少，船上的人越来越多。

他们用来购买农业机戒，扩大种植面积，增加农民收入，为当地经济发展作出贡献，大家都很满意，船也开得很稳。

渡口来了三、四位乘客，都说值得；对岸也来了三、四位。老船工把缆绳解开，船才离了岸，岸上的灯一夜没有灭。
`

// The list has every finding by its kind; digits in it accept, let stand, and go on to the next one, one key each; a
// kind is accepted as a whole after a look at it.
func TestFindingsPane(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	s.do("tab.findings")
	if s.win.Canvas().Focused() != fyne.Focusable(s.findings.rows) {
		t.Fatal("the list has not got the keyboard")
	}
	head := func(kind string) int {
		t.Helper()
		for i, it := range s.findings.items {
			if it.f == nil && it.group.kind == kind {
				return i
			}
		}
		t.Fatalf("%s is not among %d rows", kind, len(s.findings.items))
		return -1
	}
	wrong := head("wrong")
	if n := len(s.findings.items[wrong].group.all); n != 2 {
		t.Fatalf("%d wrong characters", n)
	}
	s.findings.rows.Select(wrong + 1 + slices.IndexFunc(s.findings.items[wrong+1:], func(it findingItem) bool { return it.f.Old == "戒" }))
	s.write("1")
	s.await("accepted")
	if i := s.findings.rows.Selected(); s.findings.items[i].f == nil {
		t.Error("after accepting the next finding is not chosen")
	}
	s.findings.rows.Select(head("wrong") + 1)
	s.write("9")
	s.await("ignored", "scope", int(session.InPaper))
	s.await("surveyed")
	s.settle()
	if !strings.Contains(s.text(), "机械") || !strings.Contains(s.text(), "杜区慰问") {
		t.Error(s.text())
	}
	for _, it := range s.findings.items {
		if it.group.kind == "wrong" {
			t.Errorf("%+v is still listed", it.f)
		}
	}
	s.do("undo")
	s.resurvey()
	s.findings.rows.Select(head("wrong") + 1)
	second := session.Offers(s.findings.items[head("wrong")+1].f.Finding)[1]
	s.write("2") // what else may be meant
	s.await("accepted")
	s.settle()
	if !strings.Contains(s.text(), "农业机"+second) {
		t.Errorf("%s is not in\n%s", second, s.text())
	}
	s.findings.rows.Select(head("rule P13"))
	s.write("1")
	s.await("dialog", "name", "accept")
	s.write("-")
	s.press(fyne.KeyDown)
	s.write(" ") // the second one alone
	s.press(fyne.KeyReturn)
	s.await("accepted", "count", 1)
	s.settle()
	if strings.Count(s.text(), "三、四位") != 1 || !strings.Contains(s.text(), "对岸也来了三四位") {
		t.Error(s.text())
	}
	s.do("undo")
	s.settle()
	if strings.Count(s.text(), "三、四位") != 2 {
		t.Errorf("one undo does not bring all back:\n%s", s.text())
	}
}

// The filter lets through what has the words in it, and what is sure enough.
func TestFindingsFilter(t *testing.T) {
	s := newStage(t)
	s.page(planted)
	all := len(s.findings.items)
	s.do("tab.findings")
	s.write("/")
	s.write("机戒")
	s.press(fyne.KeyReturn)
	if n := len(s.findings.items); n != 2 || s.findings.items[1].f.Old != "戒" {
		t.Errorf("%d rows", n)
	}
	s.write("/")
	s.press(fyne.KeyEscape)
	if n := len(s.findings.items); n != all {
		t.Errorf("%d rows, before there were %d", n, all)
	}
	s.findings.least.SetSelectedIndex(2)
	for _, it := range s.findings.items {
		if it.f != nil && it.f.Sure() < 2 {
			t.Errorf("%+v is not sure", it.f)
		}
	}
}

// After a correction one key lists where the error stands too, and Enter corrects what is ticked; undo takes all
// back.
func TestSameError(t *testing.T) {
	s := newStage(t)
	s.page(strings.Replace(planted, "他们用来", "杜区的人来到杜区，看见《杜区》，他们用来", 1))
	s.do("error.same") // nothing was corrected yet
	for i := range s.session.Order().Blocks() {
		text, _ := s.session.Order().Block(i)
		if at := strings.Index(string(text), "到杜区慰问"); at >= 0 {
			s.clean.SetCaret(s.inside(placeOf(s.session, s.session.Order().ID(bulletin.Place{Block: i, Off: len([]rune(string(text)[:at])) + 2}))))
		}
	}
	s.win.Canvas().Focus(s.clean)
	s.press(fyne.KeyBackspace)
	s.write("社")
	s.do("error.same")
	s.await("dialog", "name", "same")
	s.await("repeats", "ticked", 2, "of", 3)
	s.press(fyne.KeyReturn)
	s.await("repaired", "here", 2, "pages", 0)
	s.settle()
	if strings.Count(s.text(), "社区") != 3 || strings.Count(s.text(), "杜区") != 1 {
		t.Error(s.text())
	}
	s.do("undo")
	s.settle()
	if strings.Count(s.text(), "社区") != 1 || strings.Count(s.text(), "杜区") != 3 {
		t.Error(s.text())
	}
}

// A finding of the list says in a few words what is the matter: what is suggested, what else the story has, or what
// to look up.
func TestFindingsInWords(t *testing.T) {
	s := newStage(t)
	s.page("夜航首日\n\n2月30日，船长郝远平说，夜里的江面很静，岸上的灯一夜没有灭，大家都很满意，船也开得很稳。\n\n掌声里，郝远萍说：“船票卖完了，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。”\n")
	said := map[string]string{}
	for _, it := range s.findings.items {
		if it.f != nil {
			said[it.f.Old] = it.f.brief().ZH
		}
	}
	for old, want := range map[string]string{"郝远萍": "文中另作“郝远平”", "2月30日": "“2月30日”存疑，请核", "杜": "拟改“社"} {
		if !strings.HasPrefix(said[old], want) {
			t.Errorf("of %s is said %q, want %q", old, said[old], want)
		}
	}
}
