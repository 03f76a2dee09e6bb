package phrase

import "testing"

func TestIsSignature(t *testing.T) {
	for line, want := range map[string]bool{
		"渔政处":           true,
		"渔政处 沈小禾":       true,
		"渔政处沈小禾":        true,
		"沈小禾 寄自柳湾":      true,
		"柳湾 沈小禾":        true,
		"沈小禾弟兄":         true,
		"渔业协会 供稿":       true,
		"初二（3）班 沈小禾":    true,
		"码头组·沈小禾":       true,
		"渔港开渔":          false,
		"弟兄":            false,
		"本报讯":           false,
		"沈小禾，渔政处":       false,
		"渔政处召开了今年的渔港大会": true, // titles may read so: where it stands tells
		"渔": false,
		"":  false,
	} {
		if got := IsSignature([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestHeadCredit(t *testing.T) {
	for text, want := range map[string]string{
		"（记者 沈小禾）渔港开渔。":  "记者 沈小禾",
		"［渔政处 沈小禾］渔港开渔。": "渔政处 沈小禾",
		"【栗山镇】渔港开渔。":     "",
		"（渔政处）渔港开渔。":     "",
		"（记者 沈小禾）":       "",
		"（今年 第一次）渔港开渔。":  "",
		"渔政处 沈小禾 渔港开渔。":  "",
	} {
		k, ok := HeadCredit([]rune(text))
		if got := words(text, k, ok); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
