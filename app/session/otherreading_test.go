package session_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/session"
)

// Another reading of a page is held against it, however its lines are cut and in whatever order its blocks stand:
// where its characters are others the place is found, and what was let stand is not found again.
func TestAgainst(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, ferry+"\n他们用来购买农业机戒，扩大种植面积，增加农民收入，为当地经济发展作出贡献，大家都很满意，船也开得很稳。\n")
	other := "他们用来购买农业机械，扩大\n种植面积，增加农民收入，为当地经济发展作出页献，\n大家都很满意,船也开得很稳。\n\n夜航首日\n" +
		"昨天下午，镇里的干部到社区慰问困 难群众，要求做好冬\n季取暖工作。老船工说，岸上的人越来越少，船上的人越来越\n多，大家都望着对岸。\n广告：旺铺招租\n"
	against := func() string {
		t.Helper()
		m, err := s.Snapshot().OtherReading(t.Context(), []rune(other))
		if err != nil {
			t.Fatal(err)
		}
		return differs(m)
	}
	if got, want := against(), "杜→社 戒→械 贡→页"; got != want {
		t.Fatalf("it differs in %q, want %q", got, want)
	}
	m, err := s.Snapshot().OtherReading(t.Context(), []rune(other))
	if err != nil {
		t.Fatal(err)
	}
	if _, n, err := s.TakeIn(merge.AsReading, "另一次.txt", m.Places[:2], m.Places[2:]); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	if got := against(); got != "" || !strings.Contains(text(s), "社区慰问") || !strings.Contains(text(s), "机械") || !strings.Contains(text(s), "贡献") {
		t.Errorf("after that it differs in %q:\n%s", got, text(s))
	}
	s = again(t, d, s)
	if got := against(); got != "" {
		t.Errorf("opened again it differs in %q", got)
	}
	if m, err := s.Snapshot().OtherReading(t.Context(), []rune("另一版的文字，和这一版没有关系，只是凑巧放在同一个文件夹里，谁也不认识谁。")); err != nil || len(m.Places) > 0 || m.Share > 0 {
		t.Errorf("of another page: %+v %v", m, err)
	}
}

// differs are the places of a merge: "杜→社", those that clash in brackets behind what stood there before.
func differs(m merge.Found) string {
	var got []string
	for _, x := range m.Places {
		if one := x.Old + "→" + x.New; x.Clash {
			got = append(got, "["+x.Base+":"+one+"]")
		} else {
			got = append(got, one)
		}
	}
	return strings.ReplaceAll(strings.Join(got, " "), "\n", "⏎")
}

// What was corrected by hand since the page came in is no difference of another reading that has what stood there
// before, and a clash where that has neither; what the one passed over is put in.
func TestOtherReadingAfterWork(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, ferry)
	replace(t, s, "杜区", "社区")
	replace(t, s, "人越来越少", "客越来越少")
	other := strings.NewReplacer("人越来越少", "入越来越少", "做好", "作好", "都望着对岸", "都在船头望着对岸").Replace(ferry)
	m, err := s.Snapshot().OtherReading(t.Context(), []rune(other))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := differs(m), "做→作 [人:客→入] →在船头"; got != want {
		t.Fatalf("it differs in %q, want %q\n%s", got, want, text(s))
	}
	before := text(s)
	note := merge.Note(merge.AsReading, "b.hocr")
	if _, n, err := s.TakeIn(merge.AsReading, "b.hocr", m.Sure(), nil); err != nil || n != 2 {
		t.Fatal(n, err)
	}
	if got := text(s); !strings.Contains(got, "社区") || !strings.Contains(got, "作好") || !strings.Contains(got, "客越来越少") || !strings.Contains(got, "都在船头望着") {
		t.Error(got)
	}
	steps, err := s.Snapshot().Steps(t.Context())
	if err != nil || steps[len(steps)-1].Note != note || steps[len(steps)-1].From != steps[len(steps)-1].To {
		t.Errorf("%+v %v", steps, err)
	}
	replace(t, s, "老船工", "老水手") // work goes on, and the whole of it is taken back
	if _, conflict, err := s.TakeBackStep(steps[len(steps)-1]); err != nil || conflict != nil {
		t.Fatal(conflict, err)
	}
	if got, want := text(s), strings.Replace(before, "老船工", "老水手", 1); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// Where the beginning of a paragraph was cut off here nothing of another reading is put before it, and a paragraph that
// is gone stays so.
func TestOtherReadingOfWhatIsGone(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	s := withText(t, d, ferry)
	replace(t, s, "昨天下午，镇里的", "")
	other := strings.NewReplacer("下午", "上午", "做好", "作好").Replace(ferry)
	m, err := s.Snapshot().OtherReading(t.Context(), []rune(other))
	if err != nil || differs(m) != "做→作" {
		t.Errorf("it differs in %q: %v", differs(m), err)
	}
	b, _ := s.Order().PlaceOf(m.Places[0].First)
	if _, _, err := s.Change("", bulletin.Place{Block: b.Block}, bulletin.Place{Block: b.Block, Off: s.Order().Length(b.Block)}, ""); err != nil {
		t.Fatal(err)
	}
	if m, err = s.Snapshot().OtherReading(t.Context(), []rune(other)); err != nil || len(m.Places) > 0 {
		t.Errorf("of what is gone it differs in %q: %v", differs(m), err)
	}
}

// replace puts a text in place of the first one like it, as one undo step.
func replace(t *testing.T, s *session.Session, old, new string) {
	t.Helper()
	for b := range s.Order().Blocks() {
		runes, _ := s.Order().Block(b)
		if i := strings.Index(string(runes), old); i >= 0 {
			from := utf8.RuneCountInString(string(runes)[:i])
			end := bulletin.Place{Block: b, Off: from + utf8.RuneCountInString(old)}
			if _, _, err := s.Change("", bulletin.Place{Block: b, Off: from}, end, new); err != nil {
				t.Fatal(err)
			}
			return
		}
	}
	t.Fatalf("%q does not stand in\n%s", old, text(s))
}
