package merge_test

import (
	"strings"
	"testing"

	"qingyang/app/merge"
)

// A text that was corrected outside comes in as what was corrected in it, whatever else a file does to a text.
func TestCorrected(t *testing.T) {
	for _, c := range []struct {
		name    string
		outside func(string) string
		want    string
		beside  string
	}{
		{"nothing was corrected", func(s string) string { return s }, "", ""},
		{"line ends of Windows, no indents", func(s string) string { return strings.NewReplacer("\n", "\r\n", "　", "").Replace(s) }, "", ""},
		{"a character", func(s string) string { return strings.Replace(s, "撑船", "掌船", 1) }, "撑→掌", ""},
		{"a number and a mark", func(s string) string {
			return strings.NewReplacer("三个月", "十二个月", "船工，他们", "船工。他们").Replace(s)
		}, "，→。 三→十二", ""},
		{"a headline", func(s string) string { return strings.Replace(s, "夜航首日", "夜航第一天", 1) }, "首日→第一天", ""},
		{"another headline", func(s string) string { return strings.Replace(s, "渡口夜校开课", "船工认字", 1) }, "渡口夜校开课→船工认字", ""},
		{"the dateline's space", func(s string) string { return strings.Replace(s, "本报讯 ", "本报讯　", 1) }, "", ""},
		{"a paragraph is parted", func(s string) string { return strings.Replace(s, "信。仓库", "信。\n仓库", 1) }, "→⏎", ""},
		{"two are joined", func(s string) string { return strings.Replace(s, "认字。\n　　老师", "认字。老师", 1) }, "⏎→", ""},
		{"a sentence is new", func(s string) string {
			return strings.Replace(s, "晚上认字。", "晚上认字。有人带着孩子来。", 1)
		}, "→有人带着孩子来。", ""},
		{"a paragraph is new", func(s string) string {
			return strings.Replace(s, "　　老师", "　　有人带着孩子来。\n　　老师", 1)
		}, "→有人带着孩子来。⏎", ""},
		{"a paragraph behind the headline is new", func(s string) string {
			return strings.Replace(s, "开课\n\n", "开课\n\n　　有人带着孩子来。\n", 1)
		}, "→有人带着孩子来。⏎", ""},
		{"a paragraph at an article's end is new", func(s string) string {
			i := strings.Index(s, "渡口夜校")
			return strings.TrimRight(s[i:], "\n") + "\n　　散场时又唱了一遍。\n\n" + s[:i]
		}, "→⏎散场时又唱了一遍。", ""},
		{"a sentence behind the credit", func(s string) string {
			return strings.Replace(s, "\n\n渡口夜校", "\n　　散场时又唱了一遍。\n\n渡口夜校", 1)
		}, "", "散场时又唱了一遍。"},
		{"paragraphs at the page's end are new", func(s string) string {
			return strings.TrimRight(s, "\n") + "\n　　散场时又唱了一遍。\n　　灯还亮着。\n"
		}, "→⏎散场时又唱了一遍。⏎灯还亮着。", ""},
		{"one article alone", func(s string) string {
			return strings.Replace(s[strings.Index(s, "渡口夜校"):], "撑船", "掌船", 1)
		}, "撑→掌", ""},
		{"in another order", func(s string) string {
			i := strings.Index(s, "渡口夜校")
			return strings.Replace(s[i:], "撑船", "掌船", 1) + "\n" + strings.Replace(s[:i], "困难", "困苦", 1)
		}, "难→苦 撑→掌", ""},
		{"words of a mail around it", func(s string) string {
			return "您好，改好了：\n\n" + strings.Replace(s, "撑船", "掌船", 1) + "\n祝好，沈小禾\n"
		}, "撑→掌", "您好，改好了：|祝好，沈小禾"},
		{"lines of a mail that is wrapped", func(s string) string {
			return strings.Replace(s, "来的多是船工，他们", "来的多是船\n工，他们", 1)
		}, "", ""},
		{"another text", func(string) string { return "潮水退得比往年早，湾里的养殖户连夜起网。\n" }, "", "潮水退得比往年早，湾里的养殖户连夜起网。"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := withText(t, twoStories)
			outside := c.outside(d.exported())
			m := d.against(merge.Corrected, outside)
			if got := differs(m); got != c.want || strings.Join(m.Beside, "|") != c.beside {
				t.Fatalf("it differs in %q, beside %q; want %q, %q\n%s", got, m.Beside, c.want, c.beside, d.reads())
			}
			before := d.reads()
			n, rev := d.takeIn(m.Places)
			if n != len(m.Places) {
				t.Errorf("%d of %d were taken over", n, len(m.Places))
			}
			if again := d.against(merge.Corrected, outside); len(again.Places) > 0 {
				t.Errorf("taken in it differs in %q\n%s", differs(again), d.reads())
			}
			if d.do("", d.text.TakeBack(d.text.All(rev)...)); d.reads() != before {
				t.Errorf("taken back it reads %s", d.reads())
			}
		})
	}
}

// What was corrected here after the text left for outside stays; where both corrected the same characters neither is
// lost without being asked; and what was corrected outside is taken back as a whole, while later corrections stay.
func TestCorrectedAfterWork(t *testing.T) {
	d := withText(t, twoStories)
	d.replace("困难群众", "困难居民")
	d.replace("撑船", "驾船")
	outside := strings.NewReplacer("驾船", "摇船", "读报写信", "看报写信", "都望着", "望着").Replace(d.exported())
	d.replace("冬季取暖", "冬天取暖") // here alone, later
	d.replace("望着对岸", "望着远岸")
	d.replace("驾船", "开船") // both
	m := d.against(merge.Corrected, outside)
	if got, want := differs(m), "都→ [撑:开→摇] 读→看"; got != want {
		t.Fatalf("it differs in %q, want %q\n%s", got, want, d.reads())
	}
	n, rev := d.takeIn(m.Sure())
	if n != 2 {
		t.Errorf("%d were taken over", n)
	}
	d.replace("看报写信", "看报记账") // on what came in
	want := d.reads()
	for _, w := range []string{"困难居民", "冬天取暖", "大家望着远岸", "开船", "看报记账"} {
		if !strings.Contains(want, w) {
			t.Errorf("%s does not stand in\n%s", w, want)
		}
	}
	d.do("", d.text.TakeBack(d.text.All(rev)...))
	if got := d.reads(); got != strings.NewReplacer("大家望着远岸", "大家都望着远岸", "看报记账", "读报记账").Replace(want) {
		t.Errorf("taken back it reads %s", got)
	}
}
