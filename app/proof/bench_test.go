package proof

import (
	"fmt"
	"testing"

	"qingyang/app/bulletin"
)

// ofFourThousand is a page of about 4,000 characters in four stories, none of whose paragraphs was seen before: salt
// stands in each.
func ofFourThousand(salt int) Page {
	said := []string{
		"昨天下午，镇里的干部到各村社慰问困难群众，要求做好冬季取暖工作，确保大家温暖过冬。码头主任林千芹说，船票已经卖完，夜里还要加开一班，请旅客按时到渡口候船。",
		"渡轮装上了新的发动机，跑得更快了，旅客坐在船舱里看两岸的芦苇，一个小时就能到对岸。老船工乔守田告诉记者，他1958年出生，在江上走了四十多年，从没见过这样热闹的夜晚。",
		"据统计，去年全镇修复堤防12.5公里，疏浚河道8公里，新建泵站3座，总投资2.3亿元，受益农田4.6万亩。会上提出三点要求：一是查堤，二是备料，三是值守。",
		"展览将于3月28日至4月5日举行，共评出20件作品，一等奖2件，二等奖6件，三等奖12件。“孩子们最高兴。”教师沈小禾笑着说，“他们第一次坐上了夜里的船。”",
	}
	blocks := []bulletin.Block{{Kind: bulletin.Furniture, Article: bulletin.None, Text: "2026年3月4日 星期三"}}
	for story := range 4 {
		id := bulletin.ID{Index: int32(900 + story)}
		blocks = append(blocks, bulletin.Block{Kind: bulletin.Headline, Article: id, Text: fmt.Sprintf("白鹭湾夜航渡轮首航第%d天", salt*4+story)})
		for k := range 12 {
			blocks = append(blocks, bulletin.Block{Kind: bulletin.Paragraph, Article: id, Text: fmt.Sprintf("第%d号通告说，", salt*100+story*12+k) + said[k%len(said)]})
		}
	}
	return pageOf(blocks...)
}

// BenchmarkPage checks a page for the first time.
func BenchmarkPage(b *testing.B) {
	Findings(ofFourThousand(0))
	runes := 0
	for _, x := range ofFourThousand(0).Blocks {
		runes += len([]rune(x.Text))
	}
	i := 0
	for b.Loop() {
		i++
		b.StopTimer()
		p := ofFourThousand(i)
		b.StartTimer()
		Findings(p)
	}
	b.ReportMetric(float64(runes), "characters")
}

// BenchmarkEdit checks it again after an edit of one paragraph.
func BenchmarkEdit(b *testing.B) {
	m := &Memory{}
	p := ofFourThousand(0)
	text := p.Blocks[7].Text
	i := 0
	for b.Loop() {
		i++
		p.Memory = m
		p.Blocks[7].Text = text + fmt.Sprintf("这是第%d次改。", i)
		Findings(p)
	}
}
