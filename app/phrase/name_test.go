package phrase

import "testing"

func TestName(t *testing.T) {
	for _, c := range []struct {
		text                 string
		name, dotted, latin_ bool
	}{
		{"沈禾", true, false, false},
		{"沈小禾", true, false, false},
		{"欧阳禾", true, false, false},
		{"欧阳小禾", true, false, false},
		{"欧阳", false, false, false}, // a family name alone
		{"沈", false, false, false},
		{"沈小小禾", false, false, false},
		{"的小禾", false, false, false},
		{"沈 禾", false, false, false},
		{"沈小禾说", false, false, false},
		{"沈A禾", false, false, false},
		{"", false, false, false},
		{"阿布都·热合曼", false, true, false},
		{"安娜•卡列尼娜", false, true, false},
		{"列夫·尼古拉耶维奇·托尔斯泰", false, false, false}, // longer than any in a credit
		{"·沈禾", false, false, false},
		{"沈··禾", false, false, false},
		{"沈·1", false, false, false},
		{"Poe", false, false, true},
		{"Dr.", false, false, true},
		{"poe", false, false, false},
		{"Poe2", false, false, false},
	} {
		r := []rune(c.text)
		if got := IsName(r); got != c.name {
			t.Errorf("IsName(%q) = %v", c.text, got)
		}
		if got := IsDottedName(r); got != c.dotted {
			t.Errorf("IsDottedName(%q) = %v", c.text, got)
		}
		if got := IsLatinName(r); got != c.latin_ {
			t.Errorf("IsLatinName(%q) = %v", c.text, got)
		}
	}
	for text, want := range map[string]bool{
		"沈小禾 周一航": true, "沈小禾　周一航　郑可": true, "沈小禾": false, "沈小禾 开了": false, "": false,
		"沈小禾 周一航 郑可 林岸 韩立": false, "沈小禾、周一航": false,
	} {
		if got := IsNames([]rune(text)); got != want {
			t.Errorf("IsNames(%q) = %v", text, got)
		}
	}
}

func TestSpacedName(t *testing.T) {
	for text, want := range map[string]bool{
		"沈 禾": true, "沈　小禾": true, "欧阳 小禾": true, "沈小禾": false, "沈 小小禾": false, "的 小禾": false, "沈 小禾 ": false, "沈": false, "沈 A": false, "": false,
	} {
		if got := IsSpacedName([]rune(text)); got != want {
			t.Errorf("IsSpacedName(%q) = %v", text, got)
		}
	}
	for text, want := range map[string]bool{"沈 禾 周一航": true, "周一航 沈　禾": true, "沈 禾": false, "沈 禾 开了渔": false} {
		if got := IsNames([]rune(text)); got != want {
			t.Errorf("IsNames(%q) = %v", text, got)
		}
	}
}

func TestSyllable(t *testing.T) {
	for _, r := range "列夫托尔斯泰买提" {
		if !IsSyllable(r) {
			t.Errorf("%c", r)
		}
	}
	for _, r := range "渡口，a" {
		if IsSyllable(r) {
			t.Errorf("%c", r)
		}
	}
}
