package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// stack says which part of its story's stack each title is (L7): one line is the headline; of two the
// first is, unless it is short or names a standing column, and so leads to the second; of three the
// middle one is. What begins with a dash is a subheadline.
func (s *stories) stack(t *tale) {
	n := len(t.titles)
	dash := func(k int) bool { return script.HasAt(s.blocks[t.titles[k]].text, 0, "——") }
	main := 0 // the place of the headline
	switch {
	case n >= 3 && !dash(1):
		main = 1
	case n == 2 && !dash(1) && s.leading(t.titles[0], t.titles[1]):
		main = 1
	}
	for k, i := range t.titles {
		switch {
		case k < main:
			s.blocks[i].kind = bulletin.Kicker
		case k == main:
			s.blocks[i].kind = bulletin.Headline
		default:
			s.blocks[i].kind = bulletin.Subheadline
		}
	}
}

// leading says whether the first of two titles is a kicker: what they say against each other, in
// natural logarithms of odds. A headline with one line below it is a little commoner than one with a
// kicker; of 119 stacks of two that the pages it was measured on have, five of six are read right.
func (s *stories) leading(a, b int) bool {
	x, y := s.blocks[a].text, s.blocks[b].text
	tx, ty := tight(x), tight(y)
	odds := -0.25
	switch {
	case standing(tx):
		odds += 3
	case len(tx) <= 4 && len(ty) >= len(tx)+2:
		odds += 2.5 // 小小说
	}
	if yearly(tx) {
		odds += 2 // an event by its number: 2024年…, 第12届…
	}
	if occasions.Ends(tx) {
		odds++
	}
	if done.Ends(tx) {
		odds -= 3 // a whole report: 推介会成功举办
	}
	// A kicker says who did what; the headline below it says what is new.
	if acts.In(tx) {
		odds += 1.5
	}
	if acts.In(ty) {
		odds--
	}
	if placed(tx) && !placed(ty) {
		odds += 0.4
	}
	switch head := firstHalf(y); {
	case head == 0 || pauses(x) > 0:
	case head <= 5:
		odds++ // 一盔一带 平安常在: two short phrases are a headline
	default:
		odds -= 0.5 // longer ones add to it
	}
	if !figures(tx) && figures(ty) {
		odds -= 1.5 // a subheadline gives the figures
	}
	switch more := len(ty) - len(tx); {
	case more <= -3:
		odds += 0.5
	case more > 2:
		odds -= 0.5
	}
	if marksIn(y, "，：") > 0 && marksIn(x, "，") == 0 {
		odds += 0.8
	}
	if marksIn(x, "，：") > 0 && marksIn(y, "，：") == 0 {
		odds -= 0.8
	}
	if i := script.Find(ty, 0, "从"); i >= 0 && script.Find(ty, i, "到") > 0 {
		odds-- // 从送文化到种文化
	}
	return odds > 0
}

var (
	occasions = lexicon.NewVocabulary("公告", "行动", "收官", "侧记", "会", "节", "建设", "运行情况", "课")
	done      = lexicon.NewVocabulary("召开", "举办", "举行", "开幕", "闭幕", "启动", "揭牌", "开工", "通车", "投用", "调研", "视察", "慰问", "签约", "落成")
	acts      = lexicon.NewVocabulary("召开", "发布", "打响", "推进", "启动", "举行", "开展", "专项行动", "公告")
)

// yearly says whether a title names an event by its year or its number: 2024…, 第12届, 第5次.
func yearly(t []rune) bool {
	if len(t) > 4 && phrase.IsDigit(t[0]) && phrase.IsDigit(t[1]) && phrase.IsDigit(t[2]) && phrase.IsDigit(t[3]) {
		return true
	}
	for i := range t {
		if t[i] != '第' {
			continue
		}
		k := i + 1
		for k < len(t) && phrase.IsDigit(t[k]) {
			k++
		}
		return k > i+1 && k < len(t) && (t[k] == '届' || t[k] == '次')
	}
	return false
}

// placed says whether a title begins with a county, a district or a town of two characters.
func placed(t []rune) bool { return len(t) > 4 && contains("区市县镇", t[2]) }

// figures says whether a text holds a number, not one that is part of a name, K2, nor the year that it
// begins with.
func figures(t []rune) bool {
	for i, c := range t {
		if i < 4 && len(t) > 4 && t[4] == '年' && phrase.IsDigit(t[0]) {
			continue
		}
		if phrase.IsDigit(c) && (i == 0 || !script.IsLatin(t[i-1])) {
			return true
		}
	}
	return false
}

// firstHalf is how many characters of a title of two phrases stand before the space, 0 for another.
func firstHalf(r []rune) int {
	if pauses(r) != 1 {
		return 0
	}
	for i, c := range r {
		if script.IsSpace(c) {
			return i
		}
	}
	return 0
}
