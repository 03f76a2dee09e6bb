package clean

import "testing"

func TestKickerOrHeadline(t *testing.T) {
	for _, c := range []struct {
		first, second string
		kicker        bool
	}{
		{"柳湾渔港巡礼", "一百二十艘船的等待", true},
		{"第8届渔歌节", "唱到月亮上来", true},
		{"柳湾市召开休渔工作会议", "网眼放大一指 鱼苗回到近海", true},
		{"小小说", "老船长的伞", true},
		{"柳湾渔港迎来开渔季", "首日卸鱼3200吨", false},
		{"柳湾渔港开渔仪式成功举办", "渔民盼来好年景", false},
		{"柳湾渔港换新颜", "——记老船长林小满", false},
	} {
		s := &stories{blocks: []*block{{text: []rune(c.first)}, {text: []rune(c.second)}}}
		d := &tale{titles: []int{0, 1}}
		s.stack(d)
		if got := s.blocks[0].kind.String() == "kicker"; got != c.kicker {
			t.Errorf("%q over %q: %v, %v", c.first, c.second, s.blocks[0].kind, s.blocks[1].kind)
		}
	}
}
