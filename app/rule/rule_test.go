package rule_test

import (
	"strings"
	"testing"

	"qingyang/app/rule"
)

// rows are the tests of single rules: id, text, wanted text. Where both are the same it is a trap.
var rows = []struct{ id, in, want string }{
	{"L11", "潮\u200B汐表\uFEFF", "潮汐表"},
	{"L11", "渡口\u00A0关闭  ", "渡口 关闭"},
	{"L11", "甲\x01乙\u00AD丙", "甲乙丙"},
	{"L11", "缺\uFFFD字、造\uE000字", "缺\uFFFD字、造\uE000字"},
	{"L11", "　　段首两格", "　　段首两格"},
	{"L11", "一家👨\u200D👩\u200D👧都来了🏳\uFE0F\u200D🌈", "一家👨\u200D👩\u200D👧都来了🏳\uFE0F\u200D🌈"},
	{"L11", "渡\u200D口👨\u200D", "渡口👨"},

	{"C1", "⼭⾼⽔⻓", "山高水长"},
	{"C1", "渔⺠出海", "渔民出海"},
	{"C1", "十⼾人家", "十户人家"},
	{"C1", "鎮裡的農⼾", "鎮裡的農戶"},
	{"C1", "豈有此理", "豈有此理"},
	{"C1", "他說︑好︒﹁走吧﹂︵林渡︶", "他說、好。「走吧」（林渡）"},
	{"C1", "书法课讲“⼭⽔⽊”三个部首", "书法课讲“⼭⽔⽊”三个部首"},

	{"E3", "The ﬂeet is back in the oﬃce", "The fleet is back in the office"},
	{"E3", "Œuvre and Ægir", "Œuvre and Ægir"},

	{"N1", "４月２日ＶＩＰ席５０％，气温１２．５度", "4月2日VIP席50%，气温12.5度"},
	{"N1", "航班２－３班", "航班2-3班"},
	{"N1", "①检票；②登船（Ⅲ级风）！", "①检票；②登船（Ⅲ级风）！"},
	{"N1", "甲－乙．丙", "甲－乙．丙"},

	{"N2", "2O24年、19o8年，201O年", "2024年、1908年，2010年"},
	{"N2", "二○二四年，二0一九年", "二〇二四年，二〇一九年"},
	{"N2", "○ 待修　九〇后", "○ 待修　九〇后"},
	{"N2", "AO24年检、12O24年", "AO24年检、12O24年"},
	{"N2", "六O年", "六O年"},

	{"N4", "九成五即95 %，千分之三即3 ‰", "九成五即95%，千分之三即3‰"},
	{"N4", "百分之 三十", "百分之 三十"},

	{"N5", "水温18 °C，室温25oC，冰库-20 ℃", "水温18℃，室温25℃，冰库-20℃"},
	{"N5", "坡度30°，3 CO、5oCo", "坡度30°，3 CO、5oCo"},

	{"N6", "PM2。5、PM2·5、PM 2.5和PM2. 5", "PM2.5、PM2.5、PM2.5和PM2.5"},
	{"N6", "PM2.5；PM 2:05；APM2，5", "PM2.5；PM 2:05；APM2，5"},
	{"N6", "昨日 PM 10为66，PM 10:30、PM 10点，5 PM 10人", "昨日 PM10为66，PM 10:30、PM 10点，5 PM 10人"},

	{"S1", "码头新添 12艘渡轮，三月 5日起航。", "码头新添12艘渡轮，三月5日起航。"},
	{"S1", "本报讯 3月5日，渡口开航。", "本报讯 3月5日，渡口开航。"},
	{"S1", "请拨打热线 96111，我们等您。", "请拨打热线96111，我们等您。"},
	{"S1", "渡口热线 96111", "渡口热线 96111"},
	{"S1", "成人票 5元 儿童票 2元 月票 80元", "成人票 5元 儿童票 2元 月票 80元"},
	{"S1", "一号泊位　3号泊位", "一号泊位　3号泊位"},

	{"S2", "全长12 公里，涨幅3% 的占两成。", "全长12公里，涨幅3%的占两成。"},
	{"S2", "可在Windows 11 电脑上查，拨0512-60001234 转人工。", "可在Windows 11 电脑上查，拨0512-60001234 转人工。"},
	{"S2", "今年PM2.5 均值和PM10 浓度都降了，5G 网络", "今年PM2.5均值和PM10浓度都降了，5G 网络"},
	{"S2", "1 号 2 号 3 号 4 号", "1 号 2 号 3 号 4 号"},

	{"S4", "散会 ，大家 。各自 “ 回家 ”。 次日再来", "散会，大家。各自“回家”。次日再来"},
	{"S4", "一、 二、三。", "一、二、三。"},
	{"S4", "渡口 “夜市” 开张", "渡口 “夜市” 开张"},
	{"S4", "大家满载而归。 记者 沈小禾", "大家满载而归。 记者 沈小禾"},
	{"S4", "本报讯 “渔家乐”开门迎客，游客不断。", "本报讯 “渔家乐”开门迎客，游客不断。"},
	{"S4", "—— 柳湾渡口见闻", "——柳湾渡口见闻"},
	{"S4", "夜航 —— 渡口见闻", "夜航 —— 渡口见闻"},
	{"S4", "江风送爽 渔火点点", "江风送爽 渔火点点"},

	{"S3", "他 说 船 早 开 了，快走。", "他说船早开了，快走。"},
	{"S3", "渔船回港，岸 上 的 人 都 来 帮忙。", "渔船回港，岸上的人都来帮忙。"},
	{"S3", "岸　上　的　人　都 来了，快走。", "岸上的人都来了，快走。"},
	{"S3", "岸  上  的  人  都，快走。", "岸  上  的  人  都，快走。"},
	{"S3", "渔船回港 岸 上 的 人 都，大家 快走。", "渔船回港岸上的人都，大家 快走。"},
	{"S3", "大家，岸 上 的 人 都", "大家，岸上的人都"},
	{"S3", "岸 上 的 人 都 记者 沈小禾", "岸 上 的 人 都 记者 沈小禾"},
	{"S3", "每周一 三 五 七 九有船，", "每周一 三 五 七 九有船，"},
	{"S3", "日 一 二 三 四 五 六", "日 一 二 三 四 五 六"},
	{"S3", "柳 湾 渔 港 开 渔", "柳 湾 渔 港 开 渔"},
	{"S3", "大家听取了汇 报，", "大家听取了汇 报，"},
	{"S3", "东 南 西 北 中，都有船。", "东 南 西 北 中，都有船。"},
	{"S3", "路 缘 石 一 米 一 米量，船工说。", "路缘石一米一米量，船工说。"},
	{"S3", "到场的，沈 禾 周 航 林 岸，都是船工。", "到场的，沈 禾 周 航 林 岸，都是船工。"},
	{"S3", "到场的，沈 小 禾 周 一 航 林 小 岸，都是船工。", "到场的，沈 小 禾 周 一 航 林 小 岸，都是船工。"},
	{"S3", "图为渡口。记 者 沈 小 禾 摄", "图为渡口。记 者 沈 小 禾 摄"},

	{"E6", "The ferry  left , and came back .", "The ferry left, and came back."},
	{"E6", "He used .NET and waited ... for .22 rounds.", "He used .NET and waited ... for .22 rounds."},
	{"E6", "Rovers  3  1  2", "Rovers  3  1  2"},

	{"L6", "本报讯  昨天，渡口开航。", "本报讯 昨天，渡口开航。"},
	{"L6", "本报讯昨天，渡口开航。", "本报讯 昨天，渡口开航。"},
	{"L6", "本报讯（记者 沈小禾）昨天，渡口开航。", "本报讯（记者 沈小禾）昨天，渡口开航。"},
	{"L6", "本报讯员培训班开课", "本报讯员培训班开课"},
	{"L6", "又讯3月5日，渡口开航。", "又讯 3月5日，渡口开航。"},
	{"L6", "本台讯3月5日，渡口开航。", "本台讯 3月5日，渡口开航。"},
	{"L6", "本报综合消息　渡口开航。", "本报综合消息 渡口开航。"},
	{"L6", "●本报讯昨天，渡口开航。", "●本报讯 昨天，渡口开航。"},
	{"L6", "本报讯　（记者 沈小禾）　昨天，渡口开航。", "本报讯 （记者 沈小禾） 昨天，渡口开航。"},
	{"L6", "新华社柳湾3月5日电渡口开航。", "新华社柳湾3月5日电 渡口开航。"},
	{"L6", "又讯问了两人，新华社3月5日从电厂获悉", "又讯问了两人，新华社3月5日从电厂获悉"},
	{"L6", "据新华社柳湾3月5日电渡口开航。", "据新华社柳湾3月5日电渡口开航。"},

	{"P6", "渡口(含码头)、泊位(一号）开放", "渡口（含码头）、泊位（一号）开放"},
	{"P6", "1)检票 f(x)=2x，(0512)60001234，笑(^o^)", "1)检票 f(x)=2x，(0512)60001234，笑(^o^)"},

	{"P7", `他是"老把式"，说："我不'服老'。"`, "他是“老把式”，说：“我不‘服老’。”"},
	{"P7", "〝夜航〞首日", "“夜航”首日"},
	{"P7", `"90后"船长`, "“90后”船长"},
	{"P7", `换上17"屏，6'2"的汉子说It's ok，一个"没有下文`, `换上17"屏，6'2"的汉子说It's ok，一个"没有下文`},

	{"P12", "看<<渡口>>，读＜＜潮＞＞", "看《渡口》，读《潮》"},
	{"P12", "a << 2，b >> 3，误差<5%", "a << 2，b >> 3，误差<5%"},

	{"P1", "开航后,游客多了,达3%,创新高", "开航后，游客多了，达3%，创新高"},
	{"P1", "通了5G,WiFi也快", "通了5G，WiFi也快"},
	{"P1", "共1,200人，坐标30.5,120.2，f(x,y)，说“Yes, sir”", "共1,200人，坐标30.5,120.2，f(x,y)，说“Yes, sir”"},

	{"P3", "船长说:走！地点:码头，9：30开船，比分3：1", "船长说：走！地点：码头，9:30开船，比分3:1"},
	{"P3", "9:30、1:500、http://a.example.cn:80/、D:\\船", "9:30、1:500、http://a.example.cn:80/、D:\\船"},

	{"P4", "一是检票;二是登船5人;三是开船", "一是检票；二是登船5人；三是开船"},
	{"P4", "书&amp;船 x = 1; y = 2;", "书&amp;船 x = 1; y = 2;"},

	{"P5", "开了吗?开了!真的?!", "开了吗？开了！真的？！"},
	{"P5", "Yahoo!船讯、5!=120、www.example.cn/s?q=1", "Yahoo!船讯、5!=120、www.example.cn/s?q=1"},

	{"P8", "渡口--老地方，夜航－－首日，码头──家", "渡口——老地方，夜航——首日，码头——家"},
	{"P8", "－－渡口开了夜航。", "——渡口开了夜航。"},
	{"P8", "── 码头修好了。", "—— 码头修好了。"},
	{"P8", "--all 是选项，－－－－", "--all 是选项，－－－－"},
	{"P8", "git log --all，1990—2001，-3℃，歼-20，一一列举", "git log --all，1990—2001，-3℃，歼-20，一一列举"},

	{"P9", "风啊...浪啊······船啊…", "风啊……浪啊……船啊……"},
	{"P9", "第一章 山里......12", "第一章 山里......12"},
	{"P9", "第一章 山里······ 12", "第一章 山里······ 12"},
	{"P9", "第一章 山里………（一二）", "第一章 山里………（一二）"},
	{"P9", "船走了...12人留下", "船走了……12人留下"},
	{"P9", "So... well，1.2.3版，“……”，完了……。", "So... well，1.2.3版，“……”，完了……。"},

	{"P2", "夜航落幕.", "夜航落幕。"},
	{"P2", "他说：“开船.”", "他说：“开船。”"},
	{"P2", "1.检票 见表.docx v2.0 No.1", "1.检票 见表.docx v2.0 No.1"},

	{"P11", "安东•契诃夫、尼古拉．奥斯特洛夫斯基，“3•15”", "安东·契诃夫、尼古拉·奥斯特洛夫斯基，“3·15”"},
	{"P11", "• 检票", "• 检票"},
}

func TestRules(t *testing.T) {
	has, traps := map[string]int{}, map[string]int{}
	for _, c := range rows {
		t.Run(c.id+" "+c.in, func(t *testing.T) {
			r, ok := rule.ByID(c.id)
			if !ok {
				t.Fatal("no such rule")
			}
			if got := rule.Apply(r, rule.Plain(c.in)); got != c.want {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
			if again := rule.Apply(r, rule.Plain(c.want)); again != c.want {
				t.Errorf("not idempotent on %q: %q", c.want, again)
			}
		})
		has[c.id]++
		if c.in == c.want {
			traps[c.id]++
		}
	}
	for _, r := range rule.All {
		if has[r.ID] == traps[r.ID] || traps[r.ID] == 0 {
			t.Errorf("%s: %d rows, %d of them traps", r.ID, has[r.ID], traps[r.ID])
		}
	}
}

// TestLine has rules wait for what others of them do.
func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`船长说:"９:３０开船, 别误了."`, "船长说：“9:30开船，别误了。”"},
		{"全程 36.5 公里,票价 2 元(儿童免费).", "全程36.5公里，票价2元（儿童免费）。"},
		{"２O２４年 ３月 ５日,夜航开通", "2024年3月5日，夜航开通"},
		{"The ﬁrst ferry , the Gull , left  at 9:30.", "The first ferry, the Gull, left at 9:30."},
	} {
		if got := rule.Line(c.in); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}

// FuzzLine: whatever comes in, the rules end, keep what they may not touch, and a second time they
// change nothing.
func FuzzLine(f *testing.F) {
	for _, c := range rows {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := rule.Line(s)
		end := 0
		text := []rune(once)
		for _, e := range rule.Suggestions(text) {
			if e.From < end || e.To < e.From || e.To > len(text) {
				t.Fatalf("%q: suggestion %+v behind %d", once, e, end)
			}
			end = e.To
		}
		for _, e := range rule.Flags(text) {
			if e.From < 0 || e.To <= e.From || e.To > len(text) {
				t.Fatalf("%q: flag %+v", once, e)
			}
		}
		for _, p := range rule.Across([][]rune{text, []rune(s)}) {
			if p.Paragraph < 0 || p.Paragraph > 1 || p.From >= p.To {
				t.Fatalf("%q: %+v", once, p)
			}
		}
		if again := rule.Line(once); again != once {
			t.Errorf("%q\nonce  %q\ntwice %q", s, once, again)
		}
		han := func(s string) int {
			n := 0
			for _, r := range s {
				if r >= 0x4E00 && r <= 0x9FFF {
					n++
				}
			}
			return n
		}
		if han(once) < han(s) {
			t.Errorf("%q lost a character: %q", s, once)
		}
	})
}

// BenchmarkLine shows the cost of a character on quiet prose, on prose full of faults, and on
// hostile text.
func BenchmarkLine(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"prose", strings.Repeat("渡口的老船工说，这条河养活了几代人。", 200)},
		{"faults", strings.Repeat(`船长说:"９:３０ 开船,别误了", 全程 12 公里(单程).`, 100)},
		{"brackets", strings.Repeat("(", 50000) + strings.Repeat("渡", 10) + strings.Repeat(")", 50000)},
		{"spaces", "渡" + strings.Repeat(" ", 100000) + "1。"},
		{"digits", strings.Repeat("1-", 50000)},
		{"letters", strings.Repeat("a.", 50000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			n := len([]rune(c.text))
			for b.Loop() {
				rule.Line(c.text)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/rune")
		})
	}
}
