package phrase

import "qingyang/app/script"

// IsSpeck says whether a line is nothing but a stray mark or two, as dirt on a page or the rule between columns is
// read. The full-width marks that end a sentence or a quotation are none: a line's end may have cut them off.
func IsSpeck(r []rune) bool {
	if len(r) > 3 || len(r) == 3 && !script.IsSpace(r[1]) {
		return false
	}
	for _, c := range r {
		if !contains(" .:|丨_■▪·•^~`'‘’\\¦-—*＊＿｜", c) {
			return false
		}
	}
	return string(r) != "——" && string(r) != "--"
}

// IsScrawl says whether a line is what recognition makes of a picture: marks that stand in no text, each by itself, two at
// least and one word in five, and no Han words, which marks may part in a headline: 北京 ~ 上海 ~ 广州.
func IsScrawl(r []rune) bool {
	words, marks := 0, 0
	for i := script.SkipBlank(r, 0); i < len(r) && words < 40; words++ {
		end := i
		for end < len(r) && !script.IsSpace(r[end]) {
			end++
		}
		if script.HanRun(r[:end], i) > 1 {
			return false
		}
		if scrawls(r[i:end]) {
			marks++
		}
		i = script.SkipBlank(r, end)
	}
	return marks > 1 && 5*marks >= words
}

// scrawls says whether a word is nothing but marks that stand in no text.
func scrawls(w []rune) bool {
	for _, c := range w {
		if !contains("^*\\|_~=¦™£%}{<>#§°¬", c) {
			return false
		}
	}
	return true
}
