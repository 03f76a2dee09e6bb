package read

import (
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/source"
)

func opened(text string) *reader {
	return open(layout.Measure(source.Raw{Text: []rune(text)}, nil), nil)
}

const prose = "今年春灌，红石堰头一回从渠尾往渠首放水，先远后近，先\n高后低，末尾的三个村头一回没有人守夜抢水，各家都睡了\n安稳觉，到了四月，麦子返青，一片一片都是绿的。\n"

const sentences = "The ferry that has carried the mail to the far bank since the spring of\nlast year was laid up on Tuesday, and the boatmen say that it will not be\nmended before the ice has gone and the river has fallen by a foot or two,\nwhich the harbour master hopes will be in the first days of the new year.\n"

// The head of a bulletin is its name, its number, the day and the office; without a number nothing is sure.
func TestMasthead(t *testing.T) {
	for _, c := range []struct {
		top  string
		want int
	}{
		{"水务简报\n第 十九 期\n红石堰管理处编\n2019年5月20日\n", 4},
		{"水务简报\n（内部传阅）\n总第12期\n", 3},
		{"怎样让末尾的田也喝上水\n2019年5月20日\n", 0},
		{"第三期培训班开班\n", 0},
		{"家校联系单\n（每月一期）\n2023年3月1日\n石桥镇中心小学教导处编\n", 4},
		{"好书推荐第3期\n", 0},
		{"", 0},
	} {
		if got := opened(c.top + prose).heading; got != c.want {
			t.Errorf("%q: %d lines, want %d", c.top, got, c.want)
		}
	}
}

// Verse below its author, rows of as many cells; titles side by side and prose in a narrow column are neither.
func TestRowsBySurroundings(t *testing.T) {
	count := func(x *reader) (verse, cells int) {
		for i := range x.fs {
			verse, cells = verse+one(x.fs[i].row), cells+one(x.fs[i].cells)
		}
		return verse, cells
	}
	poem := "把灯吹灭的人\n走到河边\n他听见\n整条河在翻身\n\n船还没有醒\n桨先醒了\n"
	for _, c := range []struct {
		name, text   string
		verse, cells int
	}{
		{"free verse below its author", prose + "\n夜航\n□北渡 沈小禾\n\n" + poem + "\n" + prose, 6, 0},
		{"the same lines without a name", prose + "\n" + poem + "\n" + prose, 0, 0},
		{"five words a line, a mark behind each", "夜航\n向晚舟\n一灯移岸柳，\n双桨破溪烟。\n问客来何处，\n星垂古渡前。\n", 4, 0},
		{"a table", prose + "\n星期一 张三 李四 医务室\n星期二 王五 赵六 操场旁\n星期三 张三 王五 医务室\n\n" + prose, 0, 3},
		{"two rows", prose + "\n星期一 张三 李四 医务室\n星期二 王五 赵六 操场旁\n\n" + prose, 0, 0},
	} {
		if verse, cells := count(opened(c.text)); verse != c.verse || cells != c.cells {
			t.Errorf("%s: %d lines of verse and %d of cells, want %d and %d", c.name, verse, cells, c.verse, c.cells)
		}
	}
}

// What cuts a sentence: folios, rules, credits of photos. A sentence that ended goes on nowhere.
func TestCutSentence(t *testing.T) {
	for _, c := range []struct {
		name, text string
		at         int // the line that goes on, -1 for none
	}{
		{"a photo's credit", "锣鼓队的老人都上了年纪，打一场要歇三回，年轻人学得\n快，就是坐不\n\n（锣鼓队 供图）\n\n住，一遍打完就看手机。\n", 3},
		{"a folio", "锣鼓队的老人都上了年纪，打一场要歇三回，年轻人学得\n— 6 —\n快，就是坐不住，一遍打完就看手机。\n", 2},
		{"in English", "The climbers say that the wall is safe for those who\nhave been shown how to\n\n(Photo: the club)\n\nfall, and that nobody is let go up it until he has fallen.\n", 3},
		{"behind a sentence", "锣鼓队的老人都上了年纪。\n— 6 —\n年轻人坐不住，一遍打完就看手机。\n", -1},
		{"a note in brackets", "锣鼓队的老人都上了年纪，打一场要歇三\n（此处有掌声）\n回，年轻人学得快。\n", -1},
	} {
		x := opened(c.text)
		for i := range x.ls {
			if got := i > 0 && x.cutSentence(i); got != (i == c.at) {
				t.Errorf("%s: line %d goes on: %v", c.name, i, got)
			}
		}
	}
}

// Labels with what they say behind a colon, three and more together, are rows of a story.
func TestLabelled(t *testing.T) {
	for page, want := range map[string]bool{
		"首班：六点\n票价：两元\n配车：十四辆\n":        true,
		"首班：六点\n票价：两元\n\n配车：十四辆\n":      false,
		"首班：六点\n票价：两元\n":                false,
		"首班：六点\n票价：两元\n配车：\n":           false,
		"责编：沈小禾\n校对：林小满\n电话：63451278\n": false,
	} {
		if got := opened(page).labelled(0); got != want {
			t.Errorf("%q: %v", page, got)
		}
	}
}

// An ellipsis on a line of its own is no rule.
func TestDots(t *testing.T) {
	for text, want := range map[string]bool{"......": false, "“······": false, "……”": false, "------": true, "～～～～": true, "..........": true, "※※※": true} {
		if got := ruled([]rune(text)); got != want {
			t.Errorf("%q is a rule: %v", text, got)
		}
	}
}

// A credit that a line's end parts goes on with a space, a sentence and a word do not.
func TestCreditGoesOn(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"直到月底。 通讯员", "沈小禾", true},
		{"记者 江上帆", "通讯员 沈小禾", true},
		{"渡船早班开航。", "通讯员 沈小禾 供图", true},
		{"本报讯（记者 江上帆", "通讯员 沈小禾）今年渡口又添了一条船，早晚各开", true},
		{"本报", "记者 江上帆", false},
		{"他把这件事告诉了通讯员", "沈小禾，第二天一早又去渡口看了一回船，", false},
		{"渡口又添了一条船，", "记者在现场看到，早班船坐满了", false},
		{"（见附图", "一）渡口", false},
	} {
		if got := creditGoesOn([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("%s / %s: %v", c.a, c.b, got)
		}
	}
}

// Who wrote, in brackets below a title, is no title.
func TestBracketedIsNoTitle(t *testing.T) {
	r := Page(layout.Measure(source.Raw{Text: []rune("渠尾先放水\n（沈渡）\n" + prose + "\n守夜的人\n（江翁）\n" + prose)}, nil), Fitted()).Roles
	if !r[0].Title() || r[1].Title() {
		t.Errorf("%v", r)
	}
}

// What is no title by its shape, whatever stands around it: a number, an item, a footnote, marks, a note in brackets, what a
// paper says of itself, a line that breaks off.
func TestNoTitleByShape(t *testing.T) {
	for text, want := range map[string]bool{
		"§ 3.": false, "IV.": false, "Article II.": false, "[1156]": false, "— new seats for the ferry": false, "*) The name is not his": false, "----- Foreign": false,
		"^ r Tmt ^ m ^": false, "(From our own correspondent.)": false, "Price 2d": false, "Printed for A. Poe": false, "To be had of the": false, "The boat at Stone Land-": false,
		"Ferry laid up for winter": true, "IN COURT": true, "CIVIL": true, "XLIV.": false,
	} {
		r := Page(layout.Measure(source.Raw{Text: []rune(sentences + "\n" + text + "\n\n" + sentences)}, nil), Fitted()).Roles
		if r[4].Title() != want {
			t.Errorf("%q: %v", text, r[4])
		}
	}
}

// A line of a right column stands in no row with the folio that the left one ends with.
func TestRightColumnIsNotBetween(t *testing.T) {
	x := opened("今年春灌，红石堰头一回从      各家都睡了安稳觉，到了四\n渠尾往渠首放水，先远后近      月，麦子返青，一片一片都\n—　6　—                    是绿的，守夜的人回家了。\n")
	for i := range x.ls {
		if want := string(x.ls[i].Text) == "—　6　—"; x.fs[i].between != want {
			t.Errorf("%q stands between: %v", string(x.ls[i].Text), !want)
		}
	}
	if len(x.ls) != 6 {
		t.Errorf("%d lines", len(x.ls))
	}
}
