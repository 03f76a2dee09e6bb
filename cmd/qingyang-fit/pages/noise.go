package pages

import (
	"slices"
	"strings"

	"qingyang/app/script"
)

// noise does to the characters what fonts, extractors and hurried typists do. All of it is what the
// rules of class A take back by themselves, so that the clean text stays the truth.
func (p *Page) noise(ls []rawLine) {
	paired := map[*block]bool{} // blocks whose brackets came out at half width
	for i := range ls {
		g := ls[i].ink
		var out []glyph
		for k := 0; k < len(g); k++ {
			x := g[k]
			var prev, next rune
			if k > 0 {
				prev = g[k-1].r
			}
			if k+1 < len(g) {
				next = g[k+1].r
			}
			switch {
			case x.of == nil:
			case x.of.kind == furniture && p.track == "latin":
			case x.r == ' ' && p.look.wideGaps && !isLatinBlock(x.of) &&
				(x.of.kind == furniture || x.of.kind == byline || x.of.kind == paragraph && listed(x.of)):
				x.out = "　"
				p.trait("wide-gaps")
			case x.r == ' ' && listed(x.of) && x.of.kind == paragraph && !(p.look.tight && isLatinBlock(x.of)):
				x.out = strings.Repeat(" ", p.ways.cells)
			case isLatinBlock(x.of):
				out, k = p.latinNoise(out, g, k)
				continue
			default:
				out = p.space(out, x, prev)
				p.mark(&x, prev, next, paired)
				if pair := (x.r == '…' || x.r == '—') && next == x.r && k+1 < len(g) && g[k+1].of == x.of; pair {
					x.out, k = p.ways.dots, k+1
					if x.r == '—' {
						x.out = p.ways.dashes
					}
					y := g[k]
					y.out = ""
					out = append(out, x)
					x = y
				}
			}
			if k > 0 && p.d.chance(p.ways.invisible) {
				out = append(out, loose(pick(p.d, []string{"\u200b", "\ufeff", "\u00ad", "\u200d"}))...)
			}
			out = append(out, x)
		}
		ls[i].ink = out
	}
}

// space sets the spaces that extraction makes of stretched gaps.
func (p *Page) space(out []glyph, x glyph, prev rune) []glyph {
	w, d := &p.ways, p.d
	if x.at == 0 || len(out) == 0 || x.of.kind == byline || x.of.kind == furniture || x.of.kind == dateline || listed(x.of) || numbered(x.of.text, x.at) {
		return out
	}
	switch {
	case script.IsHan(prev) && script.IsDigit(x.r) && d.chance(w.spaceBefore),
		script.IsDigit(prev) && script.IsHan(x.r) && d.chance(w.spaceBehind),
		script.IsHan(prev) && strings.ContainsRune("，。；：、", x.r) && d.chance(w.spaceMark):
		return append(out, loose(" ")...)
	}
	return out
}

// numbered says whether a number of five figures or more begins or ends at t[i]: the space between a
// label and a telephone or a certificate's number may be set on purpose.
func numbered(t []rune, i int) bool {
	from, to := i, i
	for from > 0 && isWord(t[from-1]) {
		from--
	}
	for to < len(t) && isWord(t[to]) {
		to++
	}
	return to-from > 4
}

// listed says whether a block is a row of several cells: spaces in it are set on purpose.
func listed(b *block) bool {
	return slices.Contains(b.text, ' ') && !strings.ContainsAny(string(b.text), "，。；") && b.kind != headline
}

var half = map[rune]string{'，': ",", '；': ";", '：': ":", '！': "!", '？': "?"}

// mark sets a full-width mark at half width, a figure at full width, a character as its radical.
func (p *Page) mark(x *glyph, prev, next rune, paired map[*block]bool) {
	w, d := &p.ways, p.d
	switch han := script.IsHan(prev) || prev == '”' || prev == '》'; {
	case half[x.r] != "" && han && (script.IsHan(next) || next == '“') && d.chance(w.half):
		x.out = half[x.r]
	case x.r == '。' && han && x.at == len(x.of.text)-1 && d.chance(w.half):
		x.out = "."
	case x.r == '（' || x.r == '）':
		set, seen := paired[x.of]
		if !seen {
			set = d.chance(w.half*4) && plainBrackets(x.of.text)
			paired[x.of] = set
		}
		if set {
			x.out = map[rune]string{'（': "(", '）': ")"}[x.r]
		}
	case (x.r == '“' || x.r == '”') && w.straight && x.of.kind == paragraph && strings.Count(x.of.String(), "“") == strings.Count(x.of.String(), "”"):
		x.out = `"`
	case script.IsDigit(x.r) && w.wideDigits && !strings.ContainsAny(x.of.String(), "/@:-."):
		x.out = string(x.r - '0' + '０')
	case radicals[x.r] != 0 && d.chance(w.radicals):
		x.out = string(radicals[x.r])
	}
}

// plainBrackets says whether all brackets are paired, not nested, and hold a Han character.
func plainBrackets(t []rune) bool {
	open, han := false, false
	for _, r := range t {
		switch {
		case r == '（' && open, r == '）' && (!open || !han):
			return false
		case r == '（':
			open, han = true, false
		case r == '）':
			open = false
		case script.IsHan(r):
			han = true
		}
	}
	return !open
}

func isLatinBlock(b *block) bool {
	return !slices.ContainsFunc(b.text, script.IsHan)
}

// latinNoise doubles spaces, sets one before a mark, and makes ligatures.
func (p *Page) latinNoise(out, g []glyph, k int) ([]glyph, int) {
	w, d, x := &p.ways, p.d, g[k]
	two := k+1 < len(g) && g[k+1].of == x.of
	switch {
	case w.ligatures && x.r == 'f' && two && (g[k+1].r == 'i' || g[k+1].r == 'l' || g[k+1].r == 'f'):
		x.out = map[rune]string{'i': "ﬁ", 'l': "ﬂ", 'f': "ﬀ"}[g[k+1].r]
		y := g[k+1]
		y.out = ""
		return append(out, x, y), k + 1
	case x.r == ' ' && d.chance(w.double):
		x.out = "  "
	case (x.r == ',' || x.r == ';') && two && g[k+1].r == ' ' && d.chance(w.double/2):
		out = append(out, loose(" ")...)
	}
	return append(out, x), k
}

var radicals = pairsToMap("一⼀二⼆人⼈入⼊八⼋力⼒十⼗又⼜口⼝土⼟大⼤女⼥子⼦小⼩山⼭工⼯干⼲心⼼手⼿文⽂方⽅日⽇月⽉木⽊水⽔火⽕父⽗片⽚牛⽜玉⽟生⽣用⽤田⽥白⽩皮⽪目⽬石⽯立⽴竹⽵米⽶老⽼肉⾁至⾄舌⾆色⾊行⾏走⾛足⾜身⾝里⾥金⾦雨⾬面⾯音⾳食⾷首⾸香⾹高⾼黑⿊鼓⿎")

func pairsToMap(s string) map[rune]rune {
	r, m := []rune(s), map[rune]rune{}
	for i := 0; i+1 < len(r); i += 2 {
		m[r[i]] = r[i+1]
	}
	return m
}
