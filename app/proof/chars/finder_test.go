package chars

import (
	"slices"
	"strings"
	"testing"
)

// page parts a text into blocks at its line breaks.
func blocks(text string) (all []Block) {
	for line := range strings.SplitSeq(text, "\n") {
		all = append(all, Block{Text: []rune(line)})
	}
	return all
}

// TestFind: what is wrong is found, and the first suggestion sets it right; what is right is let be.
func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, right string }{
		{"nothing wrong", "昨天下午，镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。", ""},
		{"shape", "昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作。", "社区"},
		{"shape of a word of two", "学校组织学生植树，老师讲解了保护坏境的意义，同学们听得很认真。", "环境"},
		{"shape and sound", "这项工作得到了群众的热列欢迎，镇里准备再办一次。", "热烈"},
		{"sound", "这家工厂的产品供不应求，工人们加班加点赶进渡。", "进度"},
		{"shape, a small word", "镇里的老码头己经修好了，下个月就能停靠渡轮。", "已经"},
		{"trap: the name of a person", "通讯员林末到码头采访，船长郝己平说：“船期不变。”林末把话记了下来。", ""},
		{"trap: a name in a list", "参加比赛的有杜会、沈末、林已三名选手，都来自北岸中学。", ""},
		{"trap: a title of a work", "昨晚，电影《末来之光》在镇文化站放映，三百多名观众到场观看。", ""},
		{"trap: a short quotation", "门口的木牌上写着“杜区”二字，据说是一百年前的旧物。", ""},
		{"trap: a foreign name", "来自国外的设计师阿己·末来参加了展览，介绍了自己的作品。", ""},
		{"trap: a verb said twice", "老人掸了掸衣服，看一看天色，又摸摸孩子的头，笑着走了。", ""},
		{"trap: classical words", "先生常说，青出于蓝而胜于蓝，学生有了长进，他比谁都高兴。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Load().Find(blocks(c.text), Usual)
			if c.right == "" {
				if len(got) > 0 {
					t.Errorf("%q was found: %c for %c", c.text, got[0].Right[0], got[0].Wrong)
				}
				return
			}
			if len(got) != 1 {
				t.Fatalf("found %+v", got)
			}
			x := got[0]
			text := []rune(c.text)
			if text[x.At] != x.Wrong {
				t.Errorf("%c does not stand at %d", x.Wrong, x.At)
			}
			text[x.At] = x.Right[0]
			if !strings.Contains(string(text), c.right) || strings.Contains(c.text, c.right) {
				t.Errorf("set right it is %q", string(text))
			}
			if again := Load().Find(blocks(string(text)), Usual); len(again) > 0 {
				t.Errorf("set right it is still doubted: %+v", again)
			}
			if len(x.Why) == 0 || len(x.Right) > most || slices.Contains(x.Right, x.Wrong) || x.Strength < Usual.bar()-2 {
				t.Errorf("%+v", x)
			}
		})
	}
}

// TestFindIsPageWide: what one block says of names, and what the page has twice, holds for another.
func TestFindIsPageWide(t *testing.T) {
	wrong := "这项工作得到了群众的热列欢迎，镇里准备再办一次。"
	if got := Load().Find(blocks(wrong), Usual); len(got) != 1 {
		t.Fatalf("alone: %+v", got)
	}
	if got := Load().Find(blocks(wrong+"\n台上响起一阵热列欢呼。"), Usual); len(got) != 0 {
		t.Errorf("what stands twice was found: %+v", got)
	}
	name := "老人说，宋末来得最早，走得最晚，大家都服他。"
	for _, x := range Load().Find(blocks("北岸村民宋末今年四十岁。\n"+name), Usual) {
		if x.Wrong == '末' {
			t.Error("a name of another block was found")
		}
	}
}

// TestOwned: nothing is found where another check has something to say.
func TestOwned(t *testing.T) {
	all := blocks("昨天下午，镇里的干部到杜区慰问困难群众。")
	all[0].Owned = make([]bool, len(all[0].Text))
	all[0].Owned[slices.Index(all[0].Text, '杜')] = true
	if got := Load().Find(all, Strict); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

// TestStrictness: what is nearly sure is also found at the stricter levels, never the other way round.
func TestStrictness(t *testing.T) {
	text := "昨天下午，镇里的干部到杜区慰问困难群众。\n工人们加班加点赶进渡，\n学校讲解了保护坏境的意义。\n新装的发动几跑得更快了。"
	var at [3][]Finding
	for i, s := range []Strictness{Quiet, Usual, Strict} {
		at[i] = Load().Find(blocks(text), s)
	}
	if len(at[0]) == 0 || len(at[0]) > len(at[1]) || len(at[1]) > len(at[2]) {
		t.Errorf("quiet %d, usual %d, strict %d", len(at[0]), len(at[1]), len(at[2]))
	}
}

// TestDoubted: what the reading machine was not sure of is found on less evidence, with that among its reasons;
// where it doubted what is right nothing is found.
func TestDoubted(t *testing.T) {
	for _, c := range []struct {
		name, text string
		doubted    rune
		want       rune // 0: nothing is found
	}{
		{"nobody doubted it", "老船工把缆绎解开，船才离了岸。", 0, 0},
		{"doubted", "老船工把缆绎解开，船才离了岸。", '绎', '绳'},
		{"another one was doubted", "老船工把缆绎解开，船才离了岸。", '岸', 0},
		{"trap: it is right", "老船工把缆绳解开，船才离了岸。", '绳', 0},
		{"trap: a name", "老船工林绎把缆绳解开，船才离了岸。", '绎', 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := Block{Text: []rune(c.text)}
			b.Doubt = make([]uint8, len(b.Text))
			if c.doubted != 0 {
				b.Doubt[slices.Index(b.Text, c.doubted)] = 60
			}
			got := Load().Find([]Block{b}, Usual)
			if c.want == 0 {
				if len(got) > 0 {
					t.Errorf("found %+v", got)
				}
				return
			}
			if len(got) != 1 || got[0].Right[0] != c.want || got[0].Why[0] != WhyUnsure {
				t.Errorf("found %+v", got)
			}
		})
	}
}

// TestMemory: a page is found the same however much of it was seen before.
func TestMemory(t *testing.T) {
	text := blocks("昨天下午，镇里的干部到杜区慰问困难群众。\n渡轮装上了新的发动几，跑得更快了。")
	f := *Load()
	fresh := &Finder{counts: f.counts, words: f.words, alike: f.alike, wrong: f.wrong, ranker: f.ranker, review: f.review}
	first := fresh.Find(text, Usual)
	again := fresh.Find(text, Usual)
	text[1].Text = []rune("渡轮装上了新的发动机，跑得更快了。")
	fresh.Find(text, Usual)
	text[1].Text = []rune("渡轮装上了新的发动几，跑得更快了。")
	for range mostKept / 50 { // until what was seen is forgotten
		fresh.readAgain([]rune("夜里，渡口的灯亮着。"))
	}
	fresh.past = memory{}
	if last := fresh.Find(text, Usual); !same(first, again) || !same(first, last) || len(first) != 2 {
		t.Errorf("%+v\n%+v\n%+v", first, again, last)
	}
}

func same(a, b []Finding) bool {
	return slices.EqualFunc(a, b, func(x, y Finding) bool {
		return x.Block == y.Block && x.At == y.At && x.Strength == y.Strength && slices.Equal(x.Right, y.Right)
	})
}

// FuzzFind: whatever stands in a text, findings are in it and name what stands there.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "\n\n", "己经杜会末来", "\U00020000己经\U0010FFFF", "A股5G，（12.5%）", "·王·", "“《", "\xff\xfe", strings.Repeat("己", 300)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all := blocks(text)
		for _, x := range Load().Find(all, Strict) {
			if all[x.Block].Text[x.At] != x.Wrong || len(x.Right) == 0 || x.Word[0] > x.Word[1] || x.Word[1] > len(all[x.Block].Text) {
				t.Errorf("%+v", x)
			}
		}
	})
}

// TestNamedByTheMachine: what the reading machine would have read instead is found on less evidence, if it fits; what
// does not fit is not put in its place, nor is what is right.
func TestNamedByTheMachine(t *testing.T) {
	text := "老船工把缆绎解开，船才离了岸。"
	find := func(text string, at, other rune, doubt uint8) (found []Finding) {
		b := Block{Text: []rune(text)}
		b.Other, b.Doubt = make([]rune, len(b.Text)), make([]uint8, len(b.Text))
		k := slices.Index(b.Text, at)
		b.Other[k], b.Doubt[k] = other, doubt
		return Load().Find([]Block{b}, Usual)
	}
	strength := func(f []Finding) float64 {
		if len(f) != 1 || f[0].Right[0] != '绳' || !slices.Contains(f[0].Why, WhyUnsure) {
			t.Fatalf("found %+v", f)
		}
		return f[0].Strength
	}
	doubted, named := strength(find(text, '绎', 0, 60)), strength(find(text, '绎', '绳', 60))
	if named <= doubted {
		t.Errorf("named by the machine it is as sure as not named: %.2f, %.2f", named, doubted)
	}
	for _, other := range []rune{'驿', '译'} { // likenesses that make no sense here
		if f := find(text, '绎', other, 60); strength(f) > doubted {
			t.Errorf("%c makes %+v", other, f)
		}
	}
	if f := find("老船工把缆绳解开，船才离了岸。", '绳', '绎', 60); len(f) > 0 {
		t.Errorf("what is right was found wrong: %+v", f)
	}
}
