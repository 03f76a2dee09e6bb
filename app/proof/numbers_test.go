package proof

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// story is a page with one article of a headline and paragraphs, and a date line.
func storyOf(dateLine, headline string, paragraphs ...string) Page {
	id := bulletin.ID{Index: 999}
	blocks := []bulletin.Block{
		{Kind: bulletin.Furniture, Article: bulletin.None, Text: dateLine},
		{Kind: bulletin.Headline, Article: id, Text: headline},
	}
	for _, p := range paragraphs {
		blocks = append(blocks, bulletin.Block{Kind: bulletin.Paragraph, Article: id, Text: p})
	}
	return pageOf(blocks...)
}

// TestNumbers: what a page says twice in two ways, and what no page says, is flagged; what only looks so is let
// be.
func TestNumbers(t *testing.T) {
	const folio = "2026年3月4日 星期三"
	for _, c := range []struct {
		name string
		page Page
		want string // rule and what is flagged, of each flag
	}{
		{"nothing wrong", storyOf(folio, "夜航首日", "3月2日晚，渡轮鸣笛离岸，渡口来了三百名乘客，大家都说值得。"), ""},
		{"a day after the issue's", storyOf(folio, "夜航首日", "3月12日晚，渡轮鸣笛离了岸，渡口来了三百名乘客。"), "N7 3月12日"},
		{"trap: what will be done", storyOf(folio, "夜航在即", "3月12日，渡轮将举行首航，渡口预计来三百名乘客。"), ""},
		{"trap: the year before", storyOf("2026年1月2日", "夜航首日", "12月30日晚，渡轮鸣笛离了岸，渡口来了三百名乘客。"), ""},
		{"trap: no date line", storyOf("渡口报", "夜航首日", "3月12日晚，渡轮鸣笛离了岸。"), ""},
		{"the headline counts otherwise", storyOf(folio, "12家船厂开工", "北岸的13家船厂昨天开了工，厂长们说订单排到了秋天。"), "N8 12家"},
		{"trap: in Han and in digits", storyOf(folio, "十三家船厂开工", "北岸的13家船厂昨天开了工，厂长们说订单排到了秋天。"), ""},
		{"trap: the story has both", storyOf(folio, "12家船厂开工", "北岸的13家船厂昨天开了工，南岸还有12家船厂。"), ""},
		{"trap: a number about", storyOf(folio, "10余家船厂开工", "北岸的13家船厂昨天开了工。"), ""},
		{"trap: an ordinal", storyOf(folio, "第12家船厂开工", "北岸的13家船厂昨天开了工。"), ""},
		{"days in two styles", storyOf(folio, "夜航首日", "3月1日试航，3月2日首航。船长说，三月三日还要加开一班。"), "N8 三月三日"},
		{"trap: the Chinese calendar", storyOf(folio, "夜航首日", "3月1日试航，3月2日首航。船长说，农历三月三日还要加开一班。"), ""},
		{"trap: one style each", storyOf(folio, "夜航首日", "3月2日首航。船长说，三月三日还要加开一班。"), ""},
		{"a sentence that does not end", storyOf(folio, "夜航首日", "渡口的灯亮了，三百名乘客上了船。船长说，夜里的江面很静。孩子们趴在船舷边看灯，老人们在舱里喝茶，船一直开到对岸的码头"), "P2 头"},
		{"trap: a short line", storyOf(folio, "夜航首日", "渡口的灯亮了。船开了。人们都说好", "时间：晚上七点"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range Findings(c.page) {
				if f.Check == Flag {
					got = append(got, f.Rule+" "+f.Old)
				} else if f.Check != Tray {
					t.Errorf("%+v", f)
				}
			}
			if strings.Join(got, "; ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestWrong: findings stand at the identity of the character, through joins and moves, and say what else may be
// meant and why; credits and furniture are not looked at.
func TestWrong(t *testing.T) {
	id := bulletin.ID{Index: 999}
	text := "昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。"
	p := pageOf(
		bulletin.Block{Kind: bulletin.Paragraph, Article: id, Text: text},
		bulletin.Block{Kind: bulletin.Byline, Article: id, Text: text},
		bulletin.Block{Kind: bulletin.Furniture, Article: bulletin.None, Text: text})
	// The block was joined of two pieces that stand elsewhere on the raw page.
	p.Blocks[0].Spans = []bulletin.Span{{Origin: 0, From: 500, To: 511}, {Origin: 3, From: 0, To: 1}, {Origin: 0, From: 700, To: 719}}
	var all []bulletin.Finding
	for _, f := range Findings(p) {
		if f.Check == Wrong {
			all = append(all, f)
		}
	}
	if len(all) != 1 {
		t.Fatalf("%+v", all)
	}
	f := all[0]
	if f.At != (bulletin.ID{Origin: 3, Index: 0}) || f.Rule != "C2" || f.Old != "杜" || f.New != "社" || len(f.Others) == 0 || f.What() != "C2 杜区" || len(f.Cues) == 0 || f.Strength < 1 {
		t.Errorf("%+v", f)
	}
}

func TestEnglishFindings(t *testing.T) {
	id := bulletin.ID{Index: 999}
	p := pageOf(bulletin.Block{Kind: bulletin.Paragraph, Article: id, Text: "The govemment has promised to repair the the old harbour wall by the spring."})
	var got []string
	for _, f := range Findings(p) {
		if f.Check == Word {
			got = append(got, f.Rule+" "+f.Old+">"+f.New)
		}
	}
	if strings.Join(got, ";") != "E5 govemment>government;C7  the>" {
		t.Errorf("%q", got)
	}
}
