package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// run is a run of lines [from, to) of a page.
type run struct{ from, to int }

// block is what the lines of one block become. A paragraph that a caption or another story cuts has
// more than one run of lines.
type block struct {
	role role
	kind bulletin.Kind // as decided in the end; Line where nobody claimed it
	runs []run
	text []rune  // the lines joined, invisible characters left out
	at   []int32 // where each rune of text stands in the raw text; -1 for a space put in
	tale int     // the story it belongs to, -1 for none
	gap  int     // empty lines above it
	wide int16   // measure of its column, in half em

	parts []part // what the text is cut into: dateline, credit, paragraph, jump
}

// first and last are the lines at its ends.
func (b *block) first() int { return b.runs[0].from }
func (b *block) last() int  { return b.runs[len(b.runs)-1].to - 1 }

// gather makes blocks of what was read. Linear in the text.
func gather(ls []line, r reading, p *page) []*block {
	var all []*block
	var open *block // the paragraph that a caption cut
	for i := range ls {
		role := r.role[i]
		switch {
		case r.joined[i] && len(all) > 0:
			b := all[len(all)-1]
			if role == paraNext && open != nil {
				b = open
			}
			b.runs[len(b.runs)-1].to = i + 1
		case role == paraNext && open != nil:
			open.runs = append(open.runs, run{i, i + 1})
		default:
			b := &block{role: role, runs: []run{{i, i + 1}}, tale: -1, gap: ls[i].gap, wide: r.measure[i]}
			switch role {
			case paraNext:
				b.role = paraFirst
			case captionCut:
				b.role = caption
			case furnitureCut:
				b.role = furniturs
			}
			all = append(all, b)
			if !role.cuts() {
				open = nil
			}
			if role.para() {
				open = b
			}
		}
	}
	for _, b := range all {
		b.join(ls, p)
	}
	return all
}

// join puts the lines of a block together: Han to Han without a space, Latin words with one, a word
// cut by a hyphen without it (E2).
func (b *block) join(ls []line, p *page) {
	n := 0
	for _, r := range b.runs {
		for i := r.from; i < r.to; i++ {
			n += len(ls[i].r) + 1
		}
	}
	b.text, b.at = make([]rune, 0, n), make([]int32, 0, n)
	before := -1
	for _, r := range b.runs {
		for i := r.from; i < r.to; i++ {
			if before >= 0 {
				between, drop := seamText(&ls[before], &ls[i], b.role, p)
				if drop > 0 {
					b.text, b.at = b.text[:len(b.text)-drop], b.at[:len(b.at)-drop]
				}
				if between {
					b.text, b.at = append(b.text, ' '), append(b.at, -1)
				}
			}
			for k, c := range ls[i].r {
				if !script.IsInvisible(c) || script.IsJoining(ls[i].r, k) {
					b.text, b.at = append(b.text, c), append(b.at, int32(ls[i].from+k))
				}
			}
			before = i
		}
	}
}

// seamText says what stands between two lines that are joined: a space or nothing, and how many
// runes at the end of the first one go (a hyphen).
func seamText(a, b *line, r role, p *page) (space bool, drop int) {
	x, y := a.last, b.first
	switch {
	case r.title() && !p.latin && !(half(x) && half(y)):
		return couplet(a, b) && p.seams[pairOf(a, b)] == 0 && wordAcross(a, b) < 2, 0
	case r == byline && (phrase.IsName(b.r) || phrase.IsLatinName(b.r)) && !phrase.EndsInCalling(a.r) && phrase.IsStation(a.r):
		return true, 0
	case r == byline || r.row():
		return !tightSeam(a, b), 0
	case x == 0xAD:
		return false, 0
	case (r == caption || r == captionCut) && pictureCredit(a, b):
		return true, 0
	case p.latin && len(a.r) == 1 && script.IsLatin(x) && r.para():
		return capWord(x), 0 // a drop cap (E8)
	case b.apart:
		return true, 0
	}
	if r.para() && phrase.CallingBehind(a.r) && phrase.IsName(b.r) {
		return true, 0
	}
	if r.para() && phrase.OpenCredit(a.r) && (phrase.EndsInCalling(a.r) || label(b.r)) {
		return true, 0
	}
	if !wordEnd(x) || !wordStart(y) {
		return false, 0
	}
	if x == '-' || x == '‐' {
		return false, hyphen(a, b)
	}
	if script.IsDigit(x) && (script.IsDigit(y) || y == '%' || y == '.') || !p.latin && cutNumber(a, b) || address(a, b) {
		return false, 0
	}
	if !p.latin && cutWord(a, b) {
		return false, 0
	}
	return true, 0
}

// pictureCredit says whether the lower line of a caption begins the credit, or ends it with the word
// behind the name: "…现场。 / 记者 沈小禾 摄", "… 沈小禾 / 摄".
func pictureCredit(a, b *line) bool {
	switch string(b.r) {
	case "摄", "供图", "图", "文/图", "图/文":
		return script.IsHan(a.last)
	}
	_, ok := phrase.WholeCredit(b.r)
	return ok && (script.IsHan(a.last) || script.IsStop(a.last) || script.IsClosing(a.last))
}

// cutNumber says whether the line's end cuts a number behind its point or colon: "12." and "5%",
// "8:" and "30".
func cutNumber(a, b *line) bool {
	n := len(a.r)
	return n > 1 && script.IsDigit(a.r[n-2]) && contains(".:", a.r[n-1]) && script.IsDigit(b.first)
}

func wordEnd(r rune) bool {
	return half(r) && r != '(' && r != '[' && r != '/' && r != '@' && r != '\'' && r != '#' && r != '$' && r != '£' || r == '’' || r == '”' || r == '—' || r == '–'
}

func wordStart(r rune) bool {
	return half(r) && !contains(")],.;:!?%/@'\"", r) || r == '"' || r == '“' || r == '‘' || r == '£' || r == '—' || r == '–'
}

// couplet says whether two lines of one title pause between them: two phrases of equal length that
// no word runs across.
func couplet(a, b *line) bool {
	x, y := tight(a.r), tight(b.r)
	return !hangs(a) && !figures(x) && !figures(y) && len(x) == len(y) && len(x) >= 3 && len(x) <= 9 && pauses(a.r)+pauses(b.r) == 0 && !open(a.r)
}

// tightSeam says whether a credit or a row goes on without a space: a name or a word that the line's
// end cut.
func tightSeam(a, b *line) bool {
	switch {
	case phrase.EndsInCalling(a.r):
		return false
	case contains("路街道巷弄村", a.last) && houseNumber(b.r):
		return true
	case a.last == '号' && len(a.r) > 1 && script.IsDigit(a.r[len(a.r)-2]) && contains("周每全上早", b.first):
		return false // an address and the hours
	}
	if script.IsHan(a.last) && script.IsHan(b.first) || script.IsDigit(a.last) && script.IsDigit(b.first) {
		return !label(b.r) || script.HanRun(b.r, 0) <= 1
	}
	return script.IsHan(a.last) != script.IsHan(b.first) && !script.IsDigit(b.first) || a.last == '/' || b.first == '/' || contains("号路", b.first)
}

// houseNumber says whether a text begins with a number of a house: "28号".
func houseNumber(r []rune) bool {
	n := 0
	for n < len(r) && script.IsDigit(r[n]) {
		n++
	}
	return n > 0 && n < len(r) && r[n] == '号'
}
