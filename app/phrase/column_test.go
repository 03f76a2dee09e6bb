package phrase

import "testing"

// A column is named as papers count it, or call it one; a title may hold the same marks.
func TestNumberedColumn(t *testing.T) {
	for line, want := range map[string]bool{
		"说渔｜3": true, "渔港手记|12": true, "专栏·庭前": true, "专栏：渔港": true,
		"渔港开渔": false, "渔港｜开渔": false, "专栏作家来到渔港": false, "3｜渔港": false, "渔港（3）": false, "": false,
	} {
		if got := numberedColumn([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	for line, want := range map[string]bool{"渡口人物": true, "灯下札记": true, "渡口的故事": false, "渔港夜校讲了一个故事": false, "渔港开渔": false} {
		if got := IsStanding([]rune(line)); got != want {
			t.Errorf("%q is a column: %v", line, got)
		}
	}
}
