package phrase

import "testing"

func TestJump(t *testing.T) {
	for _, c := range []struct {
		text, want string
		back       bool
		page       int
		part       rune
	}{
		{"渔港开渔（下转第2版）", "（下转第2版）", false, 2, 0},
		{"（上接第一版）渔港开渔", "（上接第一版）", true, 1, 0},
		{"▲下转A3版", "▲下转A3版", false, 3, 'A'},
		{"渔港开渔 下转03版▶", "下转03版▶", false, 3, 0},
		{"下转A2版", "下转A2版", false, 2, 'A'},
		{"（下转Ｂ12版）", "（下转Ｂ12版）", false, 12, 'B'},
		{"(下转 02 版)", "(下转 02 版)", false, 2, 0},
		{"（下 转06版）", "（下 转06版）", false, 6, 0},
		{"（下转第十二版）", "（下转第十二版）", false, 12, 0},
		{"（下转2、3版）", "（下转2、3版）", false, 2, 0},
		{"（上接1版《柳湾开渔》）船都走了", "（上接1版《柳湾开渔》）", true, 1, 0},
		{"（上接第一版《柳湾渔港迎来第三十七个开渔季节》）", "（上接第一版《柳湾渔港迎来第三十七个开渔季节》）", true, 1, 0},
		{"（上接第1版头条）船", "（上接第1版头条）", true, 1, 0},
		{"上接第1版（记者 沈小禾）船", "上接第1版", true, 1, 0},
		{"渔港开渔（转第四版）", "（转第四版）", false, 4, 0},
		{"接第一版", "接第一版", true, 1, 0},
		{"渔港（紧转第四版）", "（紧转第四版）", false, 4, 0},
		{"渔港（未完，转第十二版）", "（未完，转第十二版）", false, 12, 0},
		{"（续接第一版）渔港", "（续接第一版）", true, 1, 0},
		{"（上承一版）渔港", "（上承一版）", true, 1, 0},
		{"Boats are (Continued on page 3)", "(Continued on page 3)", false, 3, 0},
		{"Continued from Page A1", "Continued from Page A1", true, 1, 'A'},
		{"CONTINUED ON 4", "CONTINUED ON 4", false, 4, 0},
		{"Turn to page 11", "Turn to page 11", false, 11, 0},
		{"Boats are (Please turn to Page A4)", "(Please turn to Page A4)", false, 4, 'A'},
		{"(Turn to Page 7, Column 6)", "(Turn to Page 7, Column 6)", false, 7, 0},
		{"» Continued on page 3", "» Continued on page 3", false, 3, 0},
		{"From page 1", "From page 1", true, 1, 0},
		{"From Page One", "From Page One", true, 1, 0},
		{"Boats in harbourSee WEED, Page B4", "See WEED, Page B4", false, 4, 'B'},
		{"SEE WEED, PAGE 4", "SEE WEED, PAGE 4", false, 4, 0},
		{"the old (See Page 4)", "(See Page 4)", false, 4, 0},
		{"Please see WEED / A3", "Please see WEED / A3", false, 3, 'A'},
		{"WEED, from Page 12", "WEED, from Page 12", true, 12, 0},
		{"WEED / Continued from A1", "WEED / Continued from A1", true, 1, 'A'},
		{"in the harbourContinued on A5", "Continued on A5", false, 5, 'A'},
		{"CONTINUED ON PAGE 6 »", "CONTINUED ON PAGE 6 »", false, 6, 0},
		{"For boats see page 4", "", false, 0, 0},
		{"Boats at rest. See 4 boats", "", false, 0, 0},
		{"WEED, from the pond", "", false, 0, 0},
		{"LOWTON, May 4 — Boats", "", false, 0, 0},
		{"from Page 4 on the boats", "", false, 0, 0},
		{"From 1990 the boats", "", false, 0, 0},
		{"They turn to 3 boats", "", false, 0, 0},
		{"Turn to the left", "", false, 0, 0},
		{"He continued on page 3 with boats", "", false, 0, 0},
		{"Continued on deck 3rd", "", false, 0, 0},
		{"Continued", "", false, 0, 0},
		{"把头版转第四版", "", false, 0, 0},
		{"连接3版", "", false, 0, 0},
		{"转第二版）", "", false, 0, 0}, // its first half stands above
		{"转3版的稿子", "", false, 0, 0},
		{"请把话头下转到渔港", "", false, 0, 0},
		{"他说下转第三版再讲。", "", false, 0, 0},
		{"水由上接下转的管道", "", false, 0, 0},
		{"下转版", "", false, 0, 0},
		{"下转第", "", false, 0, 0},
		{"", "", false, 0, 0},
	} {
		r := []rune(c.text)
		j, ok := JumpIn(r, 0)
		got := ""
		if ok {
			got = string(j.Of(r))
		} else {
			j = Jump{}
		}
		if got != c.want || j.Back != c.back || j.Page != c.page || j.Part != c.part {
			t.Errorf("%q: %q %+v", c.text, got, j)
		}
	}
}

func TestJumpAtEdges(t *testing.T) {
	for line, want := range map[string][3]bool{ // ends in one forward; begins with one back; with one forward
		"都来看（下转第": {true, false, false}, "（上接第": {false, true, false}, "上接第一版": {false, true, false},
		"（下转第二版）": {true, false, true}, "▲下转3版": {false, false, true}, "都来看下转第": {false, false, false}, "都来看（紧转第": {true, false, false}, "都来看": {false, false, false}, "": {},
		"in the harbour See WEED, Page 4": {true, false, false}, "(Continued from Page 1) Boats": {false, true, false}, "Boats of 1984": {},
	} {
		r := []rune(line)
		if got := [3]bool{JumpTail(r), JumpHead(r), JumpOnHead(r)}; got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"送行的人都来看（下转第", "二版）", true}, {"（下转", "A3版）", true}, {"（下转第", "二版）他说", false}, {"他说下转第", "二版）", false}, {"都来看", "（下转第二版）", false},
	} {
		if got := JumpCut([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%q | %q: %v", c.a, c.b, got)
		}
	}
}
