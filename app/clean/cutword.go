package clean

import (
	"math"

	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// wordAcross is the log odds that the break of two lines cuts a word, by how strongly words bind the
// two characters at the break (lexicon.Bond): on the pages it was counted on, 1,700 of 6,000 joins
// between Han characters cut a pair bound by 3 and more, and 8 of 900 breaks. A number at a line's end
// goes on with its unit.
func wordAcross(a, b *line) float32 {
	if a.size > 0 && b.size > 0 && math.Abs(a.size-b.size) > 0.1*a.size {
		return 0 // no word is set in two sizes
	}
	if (script.IsDigit(a.last) || phrase.IsHanNumeral(a.last)) && units.At(b.r, 0) > 0 {
		return 2
	}
	if !script.IsHan(a.last) || !script.IsHan(b.first) {
		return 0
	}
	switch bond := lexicon.Bond(a.last, b.first); {
	case bond >= 3:
		return 3
	case bond >= 2:
		return 1
	}
	return 0
}

// units follow a number and begin no sentence.
var units = lexicon.NewVocabulary("年", "月", "日", "时", "分钟", "元", "万", "亿", "亩", "个", "名", "人次", "公里", "米", "吨", "平方米", "岁", "户", "家", "辆", "台", "座", "所", "项", "次", "处", "条", "件", "套", "多", "余", "℃", "％", "%")
