package clean

import "testing"

// A reference that a line's end cuts joins into one piece of furniture; what is left is one paragraph.
func TestJumpAcrossLines(t *testing.T) {
	page, _ := drafted(t, "柳湾渔港迎来开渔季\n\n本报讯 8月16日正午，柳湾渔港一百二十艘渔\n船鸣笛出海，码头上锣鼓喧天，送行的人一直\n站到船影看不见才慢慢散去。（下转第\n二版）\n", Profile{})
	if len(page.Furniture) != 1 || page.Furniture[0].Text != "（下转第二版）" {
		t.Errorf("furniture: %q", page.Furniture)
	}
}
