package session_test

import (
	"strings"
	"testing"

	"qingyang/app/desk"
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
		all, err := s.Snapshot().Against(t.Context(), []rune(other))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range all {
			got = append(got, x.Old+"→"+x.New)
		}
		return strings.Join(got, " ")
	}
	if got, want := against(), "杜→社 戒→械 贡→页"; got != want {
		t.Fatalf("it differs in %q, want %q", got, want)
	}
	all, err := s.Snapshot().Against(t.Context(), []rune(other))
	if err != nil {
		t.Fatal(err)
	}
	if _, n, err := s.AcceptAll(all[:2]); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	s.Ignore(all[2], session.Here)
	if got := against(); got != "" || !strings.Contains(text(s), "社区慰问") || !strings.Contains(text(s), "机械") || !strings.Contains(text(s), "贡献") {
		t.Errorf("after that it differs in %q:\n%s", got, text(s))
	}
	s = again(t, d, s)
	if got := against(); got != "" {
		t.Errorf("opened again it differs in %q", got)
	}
	if all, err := s.Snapshot().Against(t.Context(), []rune("另一版的文字，和这一版没有关系，只是凑巧放在同一个文件夹里，谁也不认识谁。")); err != nil || len(all) > 0 {
		t.Errorf("of another page: %+v %v", all, err)
	}
}
