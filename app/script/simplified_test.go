package script

import (
	"testing"
)

func TestSimplified(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"渡口的灯亮了", "渡口的灯亮了"},
		{"渡口的燈亮了，記者報導", "渡口的灯亮了，记者报导"},
		{"著名作家于右任的“於斯”二字，岁在乾隆，今天他又写了一遍", "著名作家于右任的“於斯”二字，岁在乾隆，今天他又写了一遍"}, // three of 25
		{"Ferry 3 p.m.", "Ferry 3 p.m."},
		{"第四頁", "第四页"},
		{"臺灣𠀀頁", "台湾𠀀页"},
	} {
		in := []rune(c.text)
		if got := string(Simplified(in)); got != c.want {
			t.Errorf("%s is %s, want %s", c.text, got, c.want)
		}
		if string(in) != c.text {
			t.Errorf("%s was changed to %s", c.text, string(in))
		}
	}
}
