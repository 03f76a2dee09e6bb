package clean

import (
	"fmt"
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// summary is a page in a line an article: titles, byline, how its paragraphs begin, captions; then the
// tray and the furniture.
func summary(p bulletin.Page) string {
	var b strings.Builder
	short := func(s string) string { return string([]rune(s)[:min(4, len([]rune(s)))]) }
	for _, a := range p.Articles {
		fmt.Fprintf(&b, "%s/%s/%s by %s:", a.Of(bulletin.Kicker), a.Of(bulletin.Headline), a.Of(bulletin.Subheadline), a.Of(bulletin.Byline))
		for _, t := range a.Texts(bulletin.Paragraph) {
			b.WriteString(" " + short(t))
		}
		for _, t := range a.Texts(bulletin.Caption) {
			b.WriteString(" c=" + short(t))
		}
		b.WriteString("\n")
	}
	for _, x := range p.Tray {
		fmt.Fprintf(&b, "tray %s\n", x.Text)
	}
	for _, x := range p.Furniture {
		fmt.Fprintf(&b, "furniture %s\n", x.Text)
	}
	return b.String()
}

// Arrangements that papers have, each on a page of its own.
func TestArrangements(t *testing.T) {
	const story = "3月4日，青岭县的牧民陶大勇把十二只山羊送进了合作社的羊圈，\n这是他今年寄养的第三批。合作社替他放牧，年底按头分红，牧民自\n己腾出手来种饲草。\n\n县畜牧站的兽医每周上门，山羊打了耳标，牧民在手机上就能看见自\n家的羊走到了哪面坡。\n"
	for _, c := range []struct{ name, page, want string }{
		{
			"names alone behind the last stop", "青岭县试点山羊寄养\n\n" + strings.TrimSpace(story) + "  陶小川 林一苇\n",
			"/青岭县试点山羊寄养/ by 陶小川 林一苇: 3月4日 县畜牧站\n",
		},
		{
			"a calling cut by the line's end", "青岭县试点山羊寄养\n\n" + strings.TrimSpace(story) + " 本报\n记者 何苇 通讯员 林小满\n",
			"/青岭县试点山羊寄养/ by 本报记者 何苇 通讯员 林小满: 3月4日 县畜牧站\n",
		},
		{
			"a credit pulled apart by a reading machine", "青岭县试点山羊寄养\n\n" + story + "\n记 者  何苇\n",
			"/青岭县试点山羊寄养/ by 记 者 何苇: 3月4日 县畜牧站\n",
		},
		{
			"a signed letter", "河边的路灯，能不能早亮半小时\n编辑同志：\n\n我家住在柳湾渡口东头，每天收工回家天已经黑了，河边那条路上一盏灯\n也没有亮，走路的人只好打着手电，骑车的人更是提心吊胆。\n\n盼着有人能来看一看。\n柳湾渡口小区 陶女士\n",
			"/河边的路灯，能不能早亮半小时/ by : 编辑同志 我家住在 盼着有人 柳湾渡口\n",
		},
		{
			"a notice with its office and the day", "青岭县试点山羊寄养\n\n" + story + "\n记者 何苇\n\n关于渡口临时停航的通知\n\n各位乘客：\n\n因渡船检修，柳湾渡口3月6日至8日停航三天，请从上游青石桥绕行，\n不便之处敬请谅解。\n\n柳湾渡口管理站\n2026年3月4日\n",
			"/青岭县试点山羊寄养/ by 记者 何苇: 3月4日 县畜牧站\n/关于渡口临时停航的通知/ by : 各位乘客 因渡船检 柳湾渡口 2026\n",
		},
		{
			"a stray mark between two lines", "青岭县试点山羊寄养\n\n" + strings.Replace(story, "羊圈，\n", "羊圈，\n|\n", 1),
			"/青岭县试点山羊寄养/ by : 3月4日 县畜牧站\nfurniture |\n",
		},
		{
			"a list of watches below a story", "青岭县试点山羊寄养\n\n" + story + "\n本周值班表\n日期 上午 下午 地点\n星期一 林小满 何苇 一楼\n星期二 何苇 陶小川 二楼\n星期三 林小满 陶小川 一楼\n",
			"/青岭县试点山羊寄养/ by : 3月4日 县畜牧站\n/本周值班表/ by : 日期 上 星期一  星期二  星期三 \n",
		},
		{
			"verse in stanzas of any length", "渡口\n柳湾乡 林小满\n\n雪落下来的时候\n河还没有睡\n老船工数着\n对岸的灯\n\n数到第七盏\n天就亮了\n\n青岭县试点山羊寄养\n\n" + story,
			"/渡口/ by 柳湾乡 林小满: 雪落下来 河还没有 老船工数 对岸的灯 数到第七 天就亮了\n/青岭县试点山羊寄养/ by : 3月4日 县畜牧站\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, _ := drafted(t, c.page, Profile{})
			if got := summary(page); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
			accounted(t, c.page)
		})
	}
}
