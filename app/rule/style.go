package rule

import (
	"iter"
	"slices"
)

// Style is how a house sets marks where papers differ, and what the text is. The zero Style sets “ ” and leaves half-width brackets around Latin letters and numbers as they are.
type Style struct {
	CornerQuotes bool // 「 」 and, inside, 『 』 (P7)
	WideBrackets bool // full-width brackets around Latin letters and numbers in Chinese text (P6)
	// Misread is set for a page whose letters were read badly: marks that may stand in the place of others
	// are only suggested there (P7, P11).
	Misread bool
	Title   bool // the text is a title, which may be letterspaced (S3)
	Cells   bool // its white parts cells, or was set: between Han and digits it goes in dates alone (S1, S2)
}

// para is a text of this style.
func (s Style) para(text []rune) Para {
	p := NewPara(text)
	p.misread, p.title, p.cells = s.Misread, s.Title, s.Cells
	return p
}

// Steps runs the rules that on allows over a text, in their order and again until nothing changes,
// and yields the sure edits of each rule that has some, in the text as the ones before left it. What
// the style wants is done under the names of P6 and P7.
//
// It keeps text and does not change it. Linear in the text.
func (s Style) Steps(text []rune, on func(id string) bool) iter.Seq2[Rule, []Edit] {
	rules := All
	if s.WideBrackets {
		rules = append(slices.Clip(rules), wideBrackets)
	}
	if s.CornerQuotes {
		rules = append(slices.Clip(rules), cornerQuotes)
	}
	return s.steps(rules, text, on)
}

// cornerQuotes sets the quotation marks of traditional print: “他说‘好’” → 「他說『好』」. Apostrophes
// stay, and single marks outside a quotation.
var cornerQuotes = Rule{ID: "P7", Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	inner := -1
	for i, r := range p.Text {
		switch {
		case p.Kept(i):
		case r == '“':
			es = append(es, Edit{i, i + 1, "「", Auto})
		case r == '”':
			es = append(es, Edit{i, i + 1, "」", Auto})
		case r == '‘':
			inner = i
		case r == '’' && inner >= 0 && !(isLetter(p.at(i-1)) && isLetter(p.at(i+1))):
			es = append(es, Edit{inner, inner + 1, "『", Auto}, Edit{i, i + 1, "』", Auto})
			inner = -1
		}
	}
	slices.SortFunc(es, func(a, b Edit) int { return a.From - b.From })
	return es
})}

// wideBrackets widens brackets around Latin letters and numbers behind Chinese: "空气质量(PM2.5)". Those
// of telephone numbers, formulas and list numbers stay.
var wideBrackets = Rule{ID: "P6", need: round, Find: whole(func(p Para) []Edit {
	if p.latin {
		return nil
	}
	var es []Edit
	open := -1
	for i, r := range p.Text {
		switch {
		case p.Kept(i):
			open = -1
		case r == '(':
			open = -1
			if isAfterZh(p.at(i - 1)) {
				open = i
			}
		case r == ')' && open >= 0:
			if i > open+1 && i-open < 40 && !hasZh(p.Text[open+1:i]) {
				es = append(es, Edit{open, open + 1, "（", Auto}, Edit{i, i + 1, "）", Auto})
			}
			open = -1
		}
	}
	return es
})}
