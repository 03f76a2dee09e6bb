package pages

import "qingyang/app/script"

// alike are characters that a recogniser takes for one another, either way.
const alike = "未末 己已 入人 日曰 土士 千干 大太 天夫 失矢 候侯 往住 待侍 折拆 拔拨 辨辩 冶治 免兔 晴睛 师帅 货贷 " +
	"微徽 很狠 没设 困因 本木 今令 由甲 市布 农衣 休体 员贝 间问 话活 清情 海悔 级极 扬杨 期朗 村材 料科 组细 报服 院陀 " +
	"收牧 理埋 经径 江汪 钱线 外处 云去 元无 比此 长氏 门们 于干 见贝 具真 车东 历厉 圆园 刀力 牛午 白自 右石 目且 " +
	"米来 尤龙 办为 了子 巾中 仓仑 巨臣 令今 母毋 乌鸟 王玉 斤斥 名各 洒酒 抢抡 阴阳 坑抗 诊珍 渡度 析拆 采来 栏拦"

var lookalikes = func() map[rune][]rune {
	m := map[rune][]rune{}
	r := []rune(alike)
	for i := 0; i+1 < len(r); i += 3 {
		m[r[i]] = append(m[r[i]], r[i+1])
		m[r[i+1]] = append(m[r[i+1]], r[i])
	}
	return m
}()

var badMarks = map[rune][]string{'，': {",", "、", ".", "’"}, '。': {"o", "．", "，", "0"}, '、': {"，", "丶", "`"}, '“': {"\"", "〝", "‘"},
	'”': {"\"", "〞", "’"}, '：': {":", "；", "∶"}, '；': {";", "："}, '（': {"(", "C"}, '）': {")", "〕"}, '《': {"<", "<<"}, '》': {">", ">>"}}

var badLetters = map[rune][]string{'1': {"l", "I"}, '0': {"O", "o"}, '5': {"S"}, '8': {"B"}, '2': {"Z"}, 'm': {"rn"}, 'l': {"1", "I"}, 'e': {"c"}, 'h': {"b"}}

// misread does to the characters what a recogniser does: look-alikes, lost marks, specks.
func (p *Page) misread(ls []rawLine) []rawLine {
	d, w := p.d, &p.ways
	var out []rawLine
	for _, l := range ls {
		var g []glyph
		for k, x := range l.ink {
			if x.of == nil || x.out == "" || x.of.kind == furniture {
				g = append(g, x)
				continue
			}
			switch {
			case badMarks[x.r] != nil && d.chance(w.wrong*3):
				x.out = pick(d, badMarks[x.r])
			case badMarks[x.r] != nil && k > 0 && k+1 < len(l.ink) && d.chance(w.lost):
				x.out = ""
			case lookalikes[x.r] != nil && d.chance(w.wrong*5):
				x.out = string(pick(d, lookalikes[x.r]))
			case badLetters[x.r] != nil && d.chance(w.wrong):
				x.out = pick(d, badLetters[x.r])
			}
			if k > 0 && script.IsHan(x.r) && d.chance(w.wrong/8) {
				g = append(g, loose(pick(d, []string{" ", " ", "'", "·", "."}))...)
			}
			g = append(g, x)
		}
		l.ink = g
		if len(g) > 0 && d.chance(w.specks) {
			out = append(out, rawLine{ink: loose(pick(d, []string{"|", "丨", ".", "'", "~", "_ _", "■", "i", "“", "—"}))})
		}
		out = append(out, l)
	}
	return out
}
