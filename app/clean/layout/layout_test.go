package layout

import (
	"strings"
	"testing"

	"qingyang/app/source"
)

func measured(text string) *Page { return Measure(source.Raw{Text: []rune(text)}, nil) }

func texts(p *Page) string {
	var all []string
	for i := range p.Lines {
		all = append(all, string(p.Lines[i].Text))
	}
	return strings.Join(all, "|")
}

// Rows that two columns share come apart where a gutter shows, the left column first.
func TestGutter(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"two columns", "渡口的灯亮了，船才敢          果园里的水，是从山上引\n靠岸，等了半夜的人都          来的，每家轮一天，谁也\n站了起来。                    不争。\n",
			"渡口的灯亮了，船才敢|靠岸，等了半夜的人都|站了起来。|果园里的水，是从山上引|来的，每家轮一天，谁也|不争。"},
		{"a table", "项目        价格\n梨          三元\n枣          五元\n", "项目        价格|梨          三元|枣          五元"},
		{"two rows are too few", "渡口的灯亮了，船才敢          果园里的水，是从山上引\n靠岸。                        来的。\n",
			"渡口的灯亮了，船才敢|果园里的水，是从山上引|靠岸。                        来的。"},
	} {
		if got := texts(measured(c.page)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// English text behind a wide gap is as wide as its row up to there; a title beside another is as wide as itself.
func TestTextBehindAGap(t *testing.T) {
	text := "The boats came home at dawn, one by one, with\nnothing in   their nets but weed, and the men\nwent to bed without a word.\n"
	p := measured(text)
	if len(p.Lines) != 4 || !p.Lines[2].Cut || p.Lines[2].Width < p.Lines[0].Width-4 {
		t.Errorf("%s: %+v", texts(p), p.Lines[2])
	}
	if p = measured("Boats home   Nets empty\n" + text); len(p.Lines) != 6 || p.Lines[1].Width > 12 {
		t.Errorf("%s: %+v", texts(p), p.Lines[1])
	}
}

// A head that is run in before its text is a piece of its own; leads, credits and cells are not.
func TestJoint(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"【夜校开课】镇上的夜校昨晚开课", "【夜校开课】|镇上的夜校昨晚开课"},
		{"▲夜校开课：镇上的夜校昨晚开课，", "▲夜校开课：|镇上的夜校昨晚开课，"},
		{"◆夜校开课　镇上的夜校昨晚开课", "◆夜校开课|镇上的夜校昨晚开课"},
		{"★夜校开课★镇上的夜校昨晚开课", "★夜校开课★|镇上的夜校昨晚开课"},
		{"●夜校开课——镇上的夜校昨晚开课", "●夜校开课——|镇上的夜校昨晚开课"},
		{"[夜校开课]镇上的夜校昨晚开课", "[夜校开课]|镇上的夜校昨晚开课"},
		{"[Night school] The new term began", "[Night school]|The new term began"},
		{"[Night\nschool] The new term began", "[Night|school]|The new term began"},
		{"the term [sic] began", "the term [sic] began"},
		{"★★★★★★", "★★★★★★"},
		{"◆夜校——", "◆夜校——"},
		{"渡口添了新灯        夜校开课", "渡口添了新灯|夜校开课"},
		{"◆镇上夜校开课 新学期昨晚开始报名", "◆镇上夜校开课|新学期昨晚开始报名"},
		{"◆镇上夜校开课 320名学员来了", "◆镇上夜校开课|320名学员来了"},
		{"◆镇上夜校招生共 320名学员来了", "◆镇上夜校招生共 320名学员来了"},
		{"❖镇上 12所夜校开课 昨晚来了三百人，坐不下。", "❖镇上 12所夜校开课|昨晚来了三百人，坐不下。"},
		{"»镇上夜校开课　昨晚来了人", "»镇上夜校开课|昨晚来了人"},
		{"〔镇上的夜\n校开课〕昨晚来了人", "〔镇上的夜|校开课〕|昨晚来了人"},
		{"»读《防灾手\n册》　昨晚来了人", "»读《防灾手|册》|昨晚来了人"},
		{"●特约记者们 沈小禾、江帆", "●特约记者们 沈小禾、江帆"},
		{"渡口　　□ 沈小禾", "渡口|□ 沈小禾"},
		{"渡口  □ 渔政处　沈小禾", "渡口|□ 渔政处　沈小禾"},
		{"Night school -- The new term began", "Night school --|The new term began"},
		{"THE NIGHT SCHOOL.—It opened on Monday", "THE NIGHT SCHOOL.—|It opened on Monday"},
		{"A fine catch.—The boats landed", "A fine catch.—|The boats landed"},
		{"Night school — The new term began", "Night school —|The new term began"},
		{"NIGHT SCHOOL. The new term began", "NIGHT SCHOOL.|The new term began"},
		{"■ Night school: A new term began", "■ Night school:|A new term began"},
		{"▪ Night school – The    new    term    began", "▪ Night school –|The    new    term    began"},
		{"▪ NIGHT SCHOOL – The new term began", "▪ NIGHT SCHOOL –|The new term began"},
		{"ASHBY – The night school began", "ASHBY – The night school began"},
		{"ASHBY (AP) — The night school began", "ASHBY (AP) — The night school began"},
		{"Mr. Orchard — who was late — spoke", "Mr. Orchard — who was late — spoke"},
		{"It rained. The school was shut", "It rained. The school was shut"},
		{"Found. A gold locket.\nIt shone.\nLost. A brown dog", "Found.|A gold locket.|It shone.|Lost.|A brown dog"},
		{"they came to the MILL. The Mayor", "they came to the MILL. The Mayor"},
		{"本报讯　镇上的夜校昨晚开课", "本报讯　镇上的夜校昨晚开课"},
		{"梨　三元　枣　五元", "梨　三元　枣　五元"},
		{"本报消息（记者 林小满 通讯\n员 沈小禾）　镇上的夜校昨晚开课", "本报消息（记者 林小满 通讯|员 沈小禾）　镇上的夜校昨晚开课"},
		{"镇上的夜校昨晚开课。　　记者 林小满", "镇上的夜校昨晚开课。　　记者 林小满"},
	} {
		if got := texts(measured(c.line + "\n")); got != c.want {
			t.Errorf("%q: %s, want %s", c.line, got, c.want)
		}
	}
}

// An empty line behind each line says nothing; two behind some say what one says elsewhere.
func TestEmptyLinesBetweenAllLines(t *testing.T) {
	tight := "渡口的灯亮了船才敢\n靠岸等了半夜的人都\n站了起来有人喊了一\n声船老大的名字声音\n落在水里。\n\n果园里的水是从山上\n引来的每家轮一天谁\n也不争。\n"
	loose := strings.ReplaceAll(tight, "\n", "\n\n")
	a, b := measured(tight), measured(loose)
	if len(a.Lines) != len(b.Lines) {
		t.Fatalf("%d and %d lines", len(a.Lines), len(b.Lines))
	}
	for i := range a.Lines {
		if x, y := a.Lines[i].Gap > 0, b.Lines[i].Gap > 0; x != y {
			t.Errorf("line %d: gap %d, doubled %d", i, a.Lines[i].Gap, b.Lines[i].Gap)
		}
	}
}

// A short sentence among others may be a head that is run in; a number or the day of a date ends no sentence.
func TestLatinHead(t *testing.T) {
	for text, want := range map[string]int{
		"Old bell. The bell of the mill": 9, "Am 20. Sept. the consul": 0, "II. The boats of Mere": 0, "VIII. Boats": 0, "Visit. The boats": 6,
	} {
		if got := latinHead([]rune(text), true, latinHeads{pointed: true}); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
