package pages

import (
	"strings"

	"qingyang/app/script"
)

// kind of a block, as in the contract of the command line.
type kind uint8

const (
	kicker kind = iota
	headline
	subheadline
	dateline
	paragraph
	byline
	caption
	furniture
)

// block is one block of the truth: its text is the clean one.
type block struct {
	kind  kind
	text  []rune
	label string // printed before the text, in no block: 文/ before a name
}

// labels name an author and are no part of the credit (L5).
var labels = []string{"文/", "文｜", "作者：", "撰文："}

func newBlock(k kind, text string) *block {
	if text == "" {
		return nil
	}
	b := &block{kind: k}
	if k == byline {
		for _, l := range labels {
			if rest, ok := strings.CutPrefix(text, l); ok {
				b.label, text = l, rest
			}
		}
	}
	b.text = []rune(text)
	return b
}

func (b *block) String() string {
	if b == nil {
		return ""
	}
	return string(b.text)
}

// glyph is a character on its way to the raw text.
type glyph struct {
	r   rune   // as it was set
	out string // as it was extracted; "" when it was lost
	of  *block // nil: it stands in no block (brackets round a byline, a hyphen at a line's end, a speck)
	at  int    // its place in the block
}

func (b *block) ink() []glyph {
	if b == nil {
		return nil
	}
	g := make([]glyph, len(b.text))
	for i, r := range b.text {
		g[i] = glyph{r, string(r), b, i}
	}
	return cat(loose(b.label), g)
}

// loose are glyphs that stand in no block.
func loose(s string) []glyph {
	var g []glyph
	for _, r := range s {
		g = append(g, glyph{r: r, out: string(r)})
	}
	return g
}

func cat(parts ...[]glyph) []glyph {
	var g []glyph
	for _, p := range parts {
		g = append(g, p...)
	}
	return g
}

func written(g []glyph) string {
	var b strings.Builder
	for _, x := range g {
		b.WriteString(x.out)
	}
	return b.String()
}

// em is the unit of widths: a tenth of a body character.
const em = 10

func width(r rune, latin bool) int {
	switch {
	case !latin:
		return script.HalfEms(r) * em / 2
	case r == ' ', strings.ContainsRune("ijl.,:;'!|-’‘", r):
		return 3
	case strings.ContainsRune("ftr()I", r):
		return 4
	case strings.ContainsRune("mwMW—", r):
		return 8
	case r >= 'A' && r <= 'Z':
		return 7
	case script.IsHan(r):
		return em
	}
	return 5
}

func inkWidth(g []glyph, latin bool) (w int) {
	for _, x := range g {
		w += width(x.r, latin)
	}
	return w
}

// clings says whether r must not begin a line.
func clings(r rune) bool {
	return script.IsClosing(r) || script.IsPause(r) || script.IsStop(r) || strings.ContainsRune("%％℃·～", r)
}

func isWord(r rune) bool {
	return r < 0x250 && r > ' ' && (script.IsLatin(r) || script.IsDigit(r) || strings.ContainsRune("._-/:@%+&~#=?", r))
}

func isLetter(r rune) bool { return r < 0x250 && script.IsLatin(r) }

func isMark(r rune) bool {
	return r > 0x7f && (script.IsPause(r) || script.IsStop(r) || script.IsClosing(r) || script.IsOpening(r))
}
