package chars

import "testing"

// Text goes on with what its words and phrases go on with, and a machine's slip elsewhere in the line changes nothing.
func TestJoins(t *testing.T) {
	for _, c := range []struct{ ends, right, wrong string }{
		{"会议由副县", "长主持召开", "济社会发展"},
		{"推动农村经", "济社会发展", "长主持召开"},
		{"进一步加强组织领", "导，压实责任", "续晴好天气"},
		{"渡船公司发布通", "知，早班提前", "度的办法"},
		{"比去年同期增长", "12.5%，达到", "的孩子们"},
	} {
		right, wrong := Joins([]rune(c.ends), []rune(c.right)), Joins([]rune(c.ends), []rune(c.wrong))
		if right < wrong+2 || right < 1 {
			t.Errorf("%s|%s is %.1f, %s|%s %.1f", c.ends, c.right, right, c.ends, c.wrong, wrong)
		}
	}
	for _, c := range [][2]string{{"", "渡船"}, {"渡船", ""}, {"the fer", "ry leaves"}, {"渡船", "Ferry"}} {
		if w := Joins([]rune(c[0]), []rune(c[1])); w != 0 {
			t.Errorf("%s|%s is %v, want 0", c[0], c[1], w)
		}
	}
}
