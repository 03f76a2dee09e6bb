package clean

import "testing"

func TestWholeCredit(t *testing.T) {
	for _, c := range []struct {
		line, want string // the words of the credit; "" where the line is none
	}{
		{"记者 林小满", "记者 林小满"},
		{"□本报记者　林小满 通讯员 周一航", "本报记者　林小满 通讯员 周一航"},
		{"（记者 林小满 周一航）", "记者 林小满 周一航"},
		{"(林小满 周一航)", "林小满 周一航"},
		{"本报记者 欧阳一诺 文/图", "本报记者 欧阳一诺 文/图"},
		{"记者：林小满", "记者：林小满"},
		{"记者看到了海", ""},
		{"记者从渔港获悉", ""},
		{"林小满 周一航", ""},
		{"（见第二版）", ""},
		{"图为渔港。记者 林小满 摄", ""},
	} {
		got := ""
		if k, ok := wholeCredit([]rune(c.line)); ok {
			got = string([]rune(c.line)[k.in:k.out])
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
}

func TestTrailingCredit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"渔船都回来了。 记者 林小满", "记者 林小满"},
		{"渔船都回来了。（林小满 周一航）", "林小满 周一航"},
		{"“都回来了！”（记者 林小满）", "记者 林小满"},
		{"渔船都回来了……□林小满", ""}, // a mark alone does not make a credit inside a paragraph
		{"渔船都回来了。记者在码头看到，网还是湿的。", ""},
		{"渔船都回来了（共一百二十艘）", ""},
		{"渔船都回来了。（图片由渔港提供）", ""},
	} {
		got := ""
		if k, ok := trailing([]rune(c.text)); ok {
			got = string([]rune(c.text)[k.in:k.out])
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestCreditGoesOn(t *testing.T) {
	for _, c := range []struct {
		above, line, between string
		ok                   bool
	}{
		{"都回来了。 记者 林小", "满", "", true},
		{"都回来了。 记", "者 林小满", "", true},
		{"都回来了。（记者 林小满", "周一航）", " ", true},
		{"都回来了。 记者 林小满", "渔港的夜静了。", "", false},
		{"都回来了。", "林小满", "", false},
	} {
		between, ok := goesOn([]rune(c.above), []rune(c.line))
		if between != c.between || ok != c.ok {
			t.Errorf("%q | %q: %q %v", c.above, c.line, between, ok)
		}
	}
}

func TestAuthorCredit(t *testing.T) {
	for line, want := range map[string]bool{
		"□ 林小满":         true,
		"柳湾乡 林小满":       true,
		"读者 周一航":        true,
		"柳湾渔港医院医生 欧阳一诺": true,
		"渔港 开了":         false,
		"本报讯 林小满":       false,
		"渔船回来了，周一航 说":   false,
		"柳湾渔港迎来开渔季":     false,
		"一季度 增长百分之八":    false,
	} {
		if _, got := authorCredit([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
