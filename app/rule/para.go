package rule

import "qingyang/app/phrase"

// Para is a paragraph, or a single line, as a rule sees it, with what many rules ask of it worked
// out once. Its text must not change while it is in use.
type Para struct {
	Text []rune // live characters, without the line break
	kept []bool // inside a protected span; nil where nothing is protected

	has      feature
	head     int  // where the text begins behind an indent
	latin    bool // in Latin script: the marks are those of that script
	sentence bool // has a stop or a comma
	title    bool // it is a title
	cells    bool // its white parts cells
	misread  bool // of a page whose letters were read badly
	columns  bool // a row of a table, a list or scores: several columns and no sentence
	lead     phrase.Lead
	led      bool          // a lead opens it
	credits  []phrase.Span // credits, in which spaces part names
}

// Plain is a paragraph of text. It costs what NewPara does.
func Plain(text string) Para { return NewPara([]rune(text)) }

// NewPara is a paragraph of text, which it keeps and does not change. It is linear in the text;
// plain Chinese prose without digits and spaces allocates nothing.
func NewPara(text []rune) Para {
	p := Para{Text: text}
	var han, words int
	p.has, han, words = look(text)
	// Four words more than twice the Han: an English sentence that names a Chinese place is
	// English, "Mr Lu说" is not.
	p.latin = han == 0 || words > 2*han+4
	for p.head < len(text) && isSpace(text[p.head]) {
		p.head++
	}
	if p.has&(digits|letters|round|square) != 0 {
		p.kept = protect(text, p.latin)
	}
	first := phrase.SkipOrnaments(text, p.head)
	if p.has&spaces != 0 || phrase.CanLead(text, first) {
		p.sentence = isSentence(p)
		p.lead, p.led = phrase.LeadAt(text)
		p.credits = phrase.AppendCredits(nil, text, p.head)
		p.columns = !p.sentence && isColumns(p)
	}
	return p
}

// Kept says whether the rune at i lies in a protected span (address, document number, telephone
// number), which no rule may touch.
func (p Para) Kept(i int) bool { return i >= 0 && i < len(p.kept) && p.kept[i] }

// at is the rune at i, and 0 outside the text.
func (p Para) at(i int) rune {
	if i < 0 || i >= len(p.Text) {
		return 0
	}
	return p.Text[i]
}

// before and after are the offsets of the nearest characters that are no spaces: -1 and len(Text)
// where there is none. They look over at most eight spaces.
func (p Para) before(i int) int {
	from := i
	for i--; i >= 0 && isSpace(p.Text[i]); i-- {
		if from-i > 8 {
			return -1
		}
	}
	return i
}

func (p Para) after(i int) int {
	from := i
	for i++; i < len(p.Text) && isSpace(p.Text[i]); i++ {
		if i-from > 8 {
			return len(p.Text)
		}
	}
	return i
}

// inCredit says whether the rune at i lies in a credit.
func (p Para) inCredit(i int) bool {
	for _, c := range p.credits {
		if i >= c.From && i < c.To {
			return true
		}
		if c.From > i {
			break
		}
	}
	return false
}

// inDate says whether the gap [i, to) stands inside a date: "2009 年 1 月 5 日".
func (p Para) inDate(i, to int) bool {
	for k := i - 1; k >= 0 && k >= i-longestDate; k-- {
		if d, ok := phrase.DateAt(p.Text, k); ok && d.To > to {
			return true
		}
	}
	return false
}

// longestDate is how far before a gap in it a date begins at most: "2009 年 12 月 ".
const longestDate = 11

// creditFrom says whether a credit begins at i, and whether nothing follows it.
func (p Para) creditFrom(i int) (at, last bool) {
	for _, c := range p.credits {
		if c.From == i {
			return true, c.To == len(p.Text)
		}
	}
	return false, false
}

// feature says which characters a text has, so that a rule can pass over most texts unseen.
type feature uint32

const (
	spaces     feature = 1 << iota // any space
	commas                         // , and ，
	dots                           // .
	wideDots                       // ．
	colons                         // : ： ∶ ﹕
	semicolons                     // ;
	cries                          // ? !
	round                          // ( ) （ ）
	square                         // [ ] 【 】 ［ ］
	angles                         // < > ＜ ＞
	titles                         // 《 》 〈 〉
	straights                      // " ' ＂ ＇ 〝 〞 〟 ″
	curlies                        // “ ” ‘ ’
	hyphens                        // - － ~ ～
	dashes                         // — ― ─ –
	middots                        // · • ・ ‧ ･ ∙
	ellipses                       // … ⋯
	digits                         // 0–9
	letters                        // Latin letters
	wides                          // ０–９ Ａ–ｚ ％ ＃ and the like
	rings                          // ○ ◯ 〇
	percents                       // % ‰
	degrees                        // ° º ˚ ℃ ㎡
	ligatures                      // U+FB00–FB06
	radicals                       // U+2E80–2FDF, U+F900–FAFF, U+FE10–FE48
	unseen                         // what takes no room, or no letter can be made of
	stops                          // 。 ！ ？
	marks                          // other full-width marks: ， 、 ； and brackets are among them
	oddments                       // 丶 \ | 丨 `
	squares                        // □
)

// look walks over a text once: what is in it, how many characters of Chinese (Han and marks), and
// how many words of Latin letters.
func look(text []rune) (has feature, han, words int) {
	inWord := false
	for _, r := range text {
		if r >= 0x4E00 && r <= 0x9FFF {
			han++
			inWord = false
			if r == '丶' || r == '丨' {
				has |= oddments
			}
			continue
		}
		f := featureOf(r)
		has |= f
		word := f&letters != 0
		if word && !inWord {
			words++
		}
		inWord = word
		if f&(marks|stops) != 0 || r >= 0x2E80 && isHan(r) {
			han++
		}
	}
	return has, han, words
}

func featureOf(r rune) feature {
	if r < 0x80 {
		return ascii[r]
	}
	switch r {
	case 0xA0, 0x3000, 0x202F, 0x205F:
		return spaces
	case '，':
		return commas | marks
	case '、', '；':
		return marks
	case '。', '！', '？':
		return stops
	case '：':
		return colons | marks
	case '∶', '﹕':
		return colons
	case '（', '）':
		return round | marks
	case '【', '】', '〔', '〕':
		return square | marks
	case '［', '］':
		return square
	case '《', '》', '〈', '〉':
		return titles | marks
	case '＜', '＞', '‹', '›':
		return angles
	case '＂', '＇', '〝', '〞', '〟', '″':
		return straights
	case '“', '”', '‘', '’':
		return curlies
	case '－', '～':
		return hyphens | wides
	case '—', '―', '─', '–':
		return dashes
	case '．':
		return wideDots | wides
	case '·', '•', '・', '‧', '･', '∙', '⋅':
		return middots
	case '…', '⋯':
		return ellipses
	case '○', '◯', '〇':
		return rings
	case '□':
		return squares
	case '‰':
		return percents
	case '°', 'º', '˚', '℃', '㎡':
		return degrees
	}
	switch {
	case r < 0xA0 || r == 0xAD || r == 0x61C || r == 0x180E || r >= 0x200B && r <= 0x200F || r >= 0x2028 && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFFF9 && r <= 0xFFFD || r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000:
		return unseen
	case r >= 0x2E80 && r <= 0x2FDF || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE10 && r <= 0xFE48:
		return radicals
	case r >= 0xFB00 && r <= 0xFB06:
		return ligatures | letters
	case r >= 0xFF01 && r <= 0xFF5E:
		return wides
	case r >= 0x2000 && r <= 0x200A:
		return spaces
	case isLetter(r):
		return letters
	}
	return 0
}

var ascii = func() (t [0x80]feature) {
	for r := range t {
		switch {
		case r == ' ' || r == '\t':
			t[r] = spaces
		case r < 0x20 || r == 0x7F:
			t[r] = unseen
		case isDigit(rune(r)):
			t[r] = digits
		case isLetter(rune(r)):
			t[r] = letters
		}
	}
	t['\t'] |= unseen // L11 makes a space of it
	t[','], t['.'], t[':'], t[';'] = commas, dots, colons, semicolons
	t['?'], t['!'], t['%'] = cries, cries, percents
	t['('], t[')'], t['['], t[']'] = round, round, square, square
	t['<'], t['>'], t['"'], t['\''] = angles, angles, straights, straights
	t['-'], t['~'], t['\\'], t['|'] = hyphens, hyphens, oddments, oddments
	t['`'] = oddments
	return t
}()

// isSentence says whether a text has a mark that parts a sentence: a stop or a comma, full-width,
// or half-width where a rule would widen it.
func isSentence(p Para) bool {
	for i, r := range p.Text {
		switch r {
		case '，', '。', '；', '！', '？', '…':
			return true
		case ',', ';', '!', '?':
			if p.Kept(i) || isDigit(p.at(i-1)) && isDigit(p.at(i+1)) {
				continue
			}
			return true
		case '.':
			if l := p.before(i); l >= 0 && isAfterZh(p.Text[l]) && p.after(i) == len(p.Text) {
				return true
			}
		}
	}
	return false
}
