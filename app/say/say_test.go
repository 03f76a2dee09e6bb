package say

import (
	"errors"
	"fmt"
	"testing"
)

func TestWithSpeaksOneLanguage(t *testing.T) {
	got := T("第%d版：%s", "page %d: %s").With(3, T("空", "empty"))
	if got.In(Chinese) != "第3版：空" || got.In(English) != "page 3: empty" {
		t.Errorf("%+v", got)
	}
}

func TestProblem(t *testing.T) {
	cause := errors.New("no such file")
	p := &Problem{Subject: "渡口.txt", What: T("读不出来", "cannot be read"), Do: T("请检查路径", "check the path"), Err: cause}
	err := fmt.Errorf("import: %w", p)
	if got := Error(err, Chinese); got != "渡口.txt：读不出来。请检查路径" {
		t.Errorf("%q", got)
	}
	if got := Error(err, English); got != "渡口.txt: cannot be read. check the path" {
		t.Errorf("%q", got)
	}
	if !errors.Is(err, cause) {
		t.Error("the cause is lost")
	}
	if got := Error(cause, Chinese); got != "no such file" {
		t.Errorf("%q", got)
	}
}

func TestSystem(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang string
		want                Lang
	}{
		{"", "", "", Chinese}, {"", "", "zh_CN.UTF-8", Chinese}, {"", "", "en_GB.UTF-8", English},
		{"en_US.UTF-8", "", "zh_CN.UTF-8", English}, {"", "zh_TW.UTF-8", "de_DE.UTF-8", Chinese}, {"C", "", "", English},
	} {
		t.Setenv("LC_ALL", c.all)
		t.Setenv("LC_MESSAGES", c.messages)
		t.Setenv("LANG", c.lang)
		if got := System(); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]Text{0: {"0 处", "0 places"}, 1: {"1 处", "1 place"}, 2: {"2 处", "2 places"}, 21: {"21 处", "21 places"}} {
		if got := Count(n, "处", "place", "places"); got != want {
			t.Errorf("%d is %v, want %v", n, got, want)
		}
	}
}
