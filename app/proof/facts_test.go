package proof

import (
	"strings"
	"testing"
)

// flagsOf are the rules and the places of the flags of a page.
func flagsOf(p Page) string {
	var got []string
	for _, f := range Findings(p) {
		if f.Check == Flag {
			got = append(got, f.Rule+" "+f.Old)
		}
	}
	return strings.Join(got, "; ")
}

// TestConflicts: planted conflicts of names, titles, numbers and dates are found, where they stand and nothing
// else, and what only looks like one is let be. The issue is that of 4 March 2026, a Wednesday.
func TestConflicts(t *testing.T) {
	const folio = "2026年3月4日 星期三"
	for _, c := range []struct{ name, headline, body, want string }{
		{"a name with another character", "夜航首日", "码头主任林千芹说，船票卖完了。\n“孩子们最高兴。”林干芹说。", "C5 林干芹"},
		{"a name that sounds the same", "夜航首日", "船长郝远平说，夜里的江面很静。掌声里，郝远萍说：“船票卖完了。”", "C5 郝远萍"},
		{"the rarer name is the doubtful one", "夜航首日", "船长郝元平说：“票卖完了。”\n郝远平说，夜里江面很静。\n船长郝远平说：“明天照开。”", "C5 郝元平"},
		{"with 副 and without", "夜航首日", "镇水利站站长乔守田说，水位正常。傍晚，副站长乔守田告诉记者，闸门已经落下。", "C5t 副站长乔守田"},
		{"of another office", "夜航首日", "县交通局局长乔守田说，航线已经批准。县水利局局长乔守田表示，水位正常。", "C5t 水利局局长乔守田"},
		{"a count of the headline", "12家船厂开工", "北岸的13家船厂昨天开了工，厂长们说订单排到了秋天。", "N8 12家"},
		{"an amount of the headline", "渡口改造投资3.2亿元", "记者了解到，渡口改造总投资2.3亿元，工期两年。", "N8 3.2亿元"},
		{"a sum", "防汛物资到位", "北岸村领了12顶、南岸村领了9顶。仓库存有编织袋的村有三个：甲村12户、乙村9户、丙村8户，共30户。", "N8 30户"},
		{"a sum with a fraction", "渡口募款", "商会捐款3.5万元，船厂捐款2万元，校友捐款1.2万元，合计6.9万元。", "N8 6.9万元"},
		{"prizes", "书画展落幕", "展览共评出20件作品，一等奖2件，二等奖6件，三等奖10件。", "N8 20件"},
		{"medals", "运动会闭幕", "代表队共获奖牌18枚，其中金牌5枚，银牌6枚，铜牌8枚。", "N8 18枚"},
		{"a name in the next paragraph", "图书角开门", "社区图书管理员段玉芳表示，书都是居民捐的。\n最受欢迎的是连环画。段玉方笑着说，孩子们排着队借。", "C5 段玉方"},
		{"of another office, who comes", "桥通车了", "县交通局局长严立本说，桥面铺装完成。县水务局局长严立本到场剪了彩。", "C5t 水务局局长严立本"},
		{"men and women", "招工", "船厂共招工人45名，男31名，女16名。", "N8 45名"},
		{"what a whole place has", "镇村换届", "全镇12个行政村完成换届。年底前，全镇13个行政村都将建起公告栏。", "N8 13个"},
		{"points of which one is missing", "防汛会议", "会上提出四点要求：一是查堤，二是备料，三是值守。", "N8 四点要求"},
		{"a day that no calendar has", "夜航首日", "船票从2月30日起出售。", "N7 2月30日"},
		{"a weekday with a year", "夜航首日", "2026年3月5日（星期五）试航。", "N7 2026年3月5日（星期五"},
		{"a weekday without a year", "夜航首日", "3月5日（星期五）试航。", "N7 3月5日（星期五"},
		{"yesterday", "夜航首日", "昨天（3月2日），渡轮试航。", "N7 昨天（3月2日"},
		{"yesterday behind", "夜航首日", "3月2日（昨天），渡轮试航。", "N7 3月2日（昨天"},
		{"a day after the issue's", "夜航首日", "3月12日晚，渡轮鸣笛离了岸，渡口来了三百名乘客。", "N7 3月12日"},
		{"years backwards", "航道史", "2019年至2017年，航道两次清淤。", "N7 2019年至2017年"},
		{"days backwards", "书展", "书展3月8日至5日举行。", "N7 3月8日至5日"},
		{"a time that no clock shows", "夜航首日", "渡轮每天上午8:75开航。", "N7 8:75"},
		{"an age", "老船工", "老船工1958年出生，今年72岁，还在船上。", "N8 今年72岁"},
		{"about twice", "夜航首日", "渡口来了近300多名乘客。", "N9 近300多"},

		{"trap: brothers in a list", "船工大会", "船长郝远平、郝远萍说，票卖完了。", ""},
		{"trap: names that are not taken for each other", "夜航首日", "船长郝远平说，江面很静。郝远山说，票卖完了。", ""},
		{"trap: two titles of one person", "夜航首日", "镇党委副书记、镇长乔守田说，水位正常。镇长乔守田表示，航线已经批准。", ""},
		{"trap: a former title", "夜航首日", "时任副镇长乔守田说，水位正常。如今镇长乔守田表示，航线已经批准。", ""},
		{"trap: a sum that is right", "渡口募款", "商会捐款3.5万元，船厂捐款2万元，校友捐款1.2万元，合计6.7万元。", ""},
		{"trap: a sum of which a part is told", "招工", "船厂共招工人45名，其中焊工12名，木工3名。", ""},
		{"trap: other prizes", "书画展落幕", "展览共评出20件作品，一等奖2件，二等奖6件，三等奖10件，优秀奖若干。", ""},
		{"trap: another thing of the same place", "镇村换届", "全镇12个行政村完成换届，全镇13个村民小组开了会。", ""},
		{"trap: an amount that the story has too", "渡口改造投资3.2亿元", "渡口改造投资2.3亿元，连同引桥共3.2亿元。", ""},
		{"trap: the right weekday", "夜航首日", "3月6日（星期五）试航。", ""},
		{"trap: yesterday", "夜航首日", "昨天（3月3日），渡轮试航。", ""},
		{"trap: last year's day", "夜航首日", "去年12月30日，渡轮试航。", ""},
		{"trap: over the turn of a month", "书展", "书展3月28日至4月5日举行。", ""},
		{"trap: a score", "球赛", "下午的比赛，北岸队以98:75获胜。", ""},
		{"trap: the Chinese way of counting years", "老船工", "老船工1958年出生，今年69岁，还在船上。", ""},
		{"trap: somebody else's birth", "老船工", "1958年，渡口通航，老船工今年80岁。", ""},
		{"trap: years forwards", "航道史", "2017年至2019年，航道两次清淤。", ""},
		{"trap: a number about", "渡口募款", "甲村12户、乙村9户、丙村8户，共30多户。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := flagsOf(storyOf(folio, c.headline, strings.Split(c.body, "\n")...)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
