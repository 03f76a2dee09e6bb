package clean

import (
	"strings"

	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// title is the cost of taking line j for a line of a title: titles have no stop, few marks, stand
// alone, and pause with a space.
func (c *costs) title(j int) float32 {
	if c.titles[j] == unset {
		c.titles[j] = c.titleOf(j)
	}
	return c.titles[j]
}

// titleOf finds title.
func (c *costs) titleOf(j int) float32 {
	l := &c.ls[j]
	if c.page.latin {
		return c.latinTitle(j)
	}
	if len(l.r) > 60 || barred(l.first) || l.width < 4 {
		return 12
	}
	cost := float32(3.8)
	if script.IsHan(l.first) && barred(second(c.ls, j)) || particle(l.r) {
		cost += 3
	}
	switch {
	case contains("，：", l.last) && l.width <= 22 && j+1 < len(c.ls) && c.ls[j+1].gap == 0 && c.ls[j+1].width <= 24 && !c.ls[j+1].stop:
		cost += 1 // a title broken behind a comma
	case l.comma || l.last == '。':
		cost += 6
	case l.stop && l.last != '！' && l.last != '？' && l.last != '…' && l.last != '”':
		cost += 5
	case l.stop:
		cost += 1.8
	}
	cost += 4 * float32(marksIn(l.r, "。；"))
	if n := float32(marksIn(l.r, "，,")); l.width <= 26 {
		cost += 1.6 * n
	} else {
		cost += 2 * n
	}
	cost += 2 * float32(marksIn(l.r, "．﹑"))
	if n := marksIn(l.r, "、"); n > 0 {
		cost += 0.5 + float32(min(n, 3)) // an enumeration: one line of text in four, one title in thirty
	}
	if reports.At(l.r, 0) > 0 && (marksIn(l.r, "，、") > 0 || l.width >= 20) {
		cost += 5 // a report begins
	}
	if pauses(l.r) > 0 && !rowLike(l.r) {
		cost -= 1
	}
	if script.HasAt(l.r, 0, "——") {
		cost -= 1.8
	}
	if (l.last == '”' || l.last == '》') && !l.stop && !shut(l.r) && l.width <= 26 {
		cost -= 0.8 // one title of eight ends with a mark of quotation, of other lines one in thirty
	}
	switch {
	case len(l.r) <= 4 && standing(l.r):
		cost -= 1.5 // a column's name
	case l.width < 8:
		cost += 0.8
	}
	above, under := l.gap > 0 || c.short(j-1), below(c.ls, j) > 0 || c.short(j+1)
	switch {
	case above && under:
		cost -= 1.4
	case l.gap > 0 && above:
		cost -= 0.6
	case above || under || c.page.open:
		cost -= 0.3
	default:
		cost += 2
	}
	if l.rest {
		cost += 4
	}
	if l.indent >= 3 && c.page.indented {
		cost += 2
	}
	if phrase.IsLead(l.r) || l.tail {
		cost += 4
	}
	if phrase.IsPhotoEnd(l.r) {
		cost += 4
	} else if phrase.ShowsPicture(l.r) {
		cost += 3
	}
	if c.page.heading(j) || obvious(l.r) || c.page.weather[j] || isWeather(tight(l.r)) {
		cost += 5
	}
	if c.page.table[j] || l.last == '宣' || adWords.In(l.r) || phrase.HasHouseWord(l.r) {
		cost += 5
	}
	if _, ok := phrase.WholeCredit(l.r); ok {
		cost += 4
	} else if _, ok := phrase.AuthorCredit(l.r); ok || phrase.IsNames(l.r) {
		cost += 4
	} else if len(l.r) == 3 && phrase.IsName(l.r) {
		cost += 1.5
	}
	if c.page.verse[j] {
		cost += 6
	}
	if len(l.r) > 12 && event(tight(l.r)) {
		cost += 4.5
	}
	if j+1 < len(c.ls) && c.ls[j+1].gap == 0 && phrase.IsSalutation(c.ls[j+1].r) {
		cost -= 2.5 // a letter begins below
	}
	if l.first == '【' || phrase.IsFormula(l.r) {
		cost += 3
	}
	if rowSure(l.r) || hours(l.r) {
		cost += 4
	}
	if phrase.OpensItem(l.r) {
		cost += 3
	}
	if phrase.EndsInNumber(l.r) && marksIn(l.r, "：") > 0 {
		cost += 3
	}
	if open(l.r) && (j+1 >= len(c.ls) || !shut(c.ls[j+1].r)) {
		cost += 1.5
	}
	if j+1 < len(c.ls) && open(l.r) && latinSmall(c.ls[j+1].r) {
		cost += 2 // a quotation in another tongue runs on
	}
	for _, m := range c.wide[j][:min(2, len(c.wide[j]))] {
		if d := int(m) - 4 - l.width; d == 0 || d == 1 {
			cost += 0.8 // as wide as a paragraph's first line: it may be one, cut off by a column's end
			break
		}
	}
	return max(0.3, cost)
}

// reports open a paragraph of running text.
var reports = lexicon.NewVocabulary("以上", "记者从", "记者在", "为方便", "为了", "为进一步", "根据", "按照", "经", "兹", "随着", "针对", "近年来", "据悉", "据了解", "因")

// short says whether line i is short, without sentence marks: a title's neighbour.
func (c *costs) short(i int) bool {
	if i < 0 || i >= len(c.ls) {
		return true
	}
	l := &c.ls[i]
	return len(l.r) <= 30 && !l.stop && !l.comma && !l.tail && marksIn(l.r, "。；，") == 0
}

// pauses is how many spaces part Han words in a line: 全力以赴 决战决胜.
func pauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && !script.IsSpace(r[i-1]) {
			k := script.SkipBlank(r, i)
			if k < len(r) && wordy(r[i-1]) && wordy(r[k]) && (script.IsHan(r[i-1]) || script.IsHan(r[k])) {
				n++
			}
		}
	}
	return n
}

// hanPauses is how many spaces part two Han characters.
func hanPauses(r []rune) int {
	n := 0
	for i := 1; i+1 < len(r); i++ {
		if script.IsSpace(r[i]) && script.IsHan(r[i-1]) {
			if k := script.SkipBlank(r, i); k < len(r) && script.IsHan(r[k]) {
				n++
			}
		}
	}
	return n
}

func wordy(r rune) bool {
	return script.IsHan(r) || phrase.IsDigit(r) || script.IsLatin(r) || script.IsClosing(r) || script.IsOpening(r) || r == '%' || r == '℃'
}

// latinTitle is title for Latin letters: a line that ends no sentence and does not fill its column,
// in a group of lines between empty ones.
func (c *costs) latinTitle(j int) float32 {
	l := &c.ls[j]
	if len(l.r) > 120 || dropCap(c.ls, j, c.page) || dropCap(c.ls, j-1, c.page) {
		return 12
	}
	cost := float32(2.4)
	s := string(l.r)
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, ".”") || strings.HasSuffix(s, ".\"") {
		cost += 6
	}
	cost += 3 * float32(strings.Count(s, ". "))
	if _, ok := phrase.LatinByline(l.r); ok || phrase.NamesPhotographer(l.r) || phrase.ShowsLatinPicture(l.r) {
		cost += 6
	} else if _, ok := latinFurniture(c.ls, j, c.page); ok {
		cost += 6
	}
	if l.indent >= 2 {
		cost += 4
	}
	if latinSmall(l.r) {
		cost += 2
	}
	n, k := j, j
	for n > 0 && c.ls[n].gap == 0 && j-n < 5 {
		n--
	}
	for k+1 < len(c.ls) && c.ls[k+1].gap == 0 && k-j < 5 {
		k++
	}
	switch { // a group of a few lines without a stop at its end is a title
	case k-n < 4 && !c.ls[k].stop:
		cost -= 2
	case c.ls[k].stop && k > j:
		cost += 2.5
	case l.gap > 0:
		cost -= 0.5
	}
	return max(0.3, cost)
}

// open says whether a quotation or bracket that begins on a line does not end on it.
func open(r []rune) bool {
	n := 0
	for _, c := range r {
		switch c {
		case '“', '（', '《', '‘', '「':
			n++
		case '”', '）', '》', '’', '」':
			n--
		}
	}
	return n > 0
}

// shut says whether a quotation or bracket ends on a line that does not begin on it.
func shut(r []rune) bool {
	n := 0
	for _, c := range r {
		switch c {
		case '“', '（', '《', '‘', '「':
			n++
		case '”', '）', '》', '’', '」':
			if n--; n < 0 {
				return true
			}
		}
	}
	return false
}
