package read

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Part is a piece of a block's text that becomes a block of its own: [from, to) in runes of the
// text. What stands between two parts goes with the cut: separators and brackets.
type Part struct {
	From, To int
	Kind     bulletin.Kind
	Rule     string // the rule that cuts it off from what follows; "" for the last
	Dead     string // the rule under which what stands between it and the next one goes
}

// longestJump is how many characters at a block's end may be a reference to another page.
const longestJump = 48

// Split cuts the text of a paragraph or credit block into its parts: a reference back (L8), a lead
// with its credit (L6, L5), the text, a reference forward, a credit at the end. off says which rules
// are switched off; their parts stay where they are.
func (b *Block) Split(off map[string]bool) {
	r := b.Text
	var head []Part
	i := 0
	tail := len(r)
	var foot []Part
	if !off["L8"] {
		if j, ok := phrase.JumpIn(r[:min(len(r), longestJump)], 0); ok && j.From == 0 {
			head = append(head, Part{0, j.To, bulletin.Furniture, "L8", "L8"})
			i = script.SkipBlank(r, j.To)
		}
	}
	if i < len(r) {
		if l, ok := phrase.LeadAt(r[i:]); ok && !off["L6"] {
			head = append(head, Part{i + l.Tag.From, i + l.Tag.To, bulletin.Dateline, "L6", "L6"})
			if l.HasBy && !off["L5"] {
				head = append(head, Part{i + l.Credit.Words.From, i + l.Credit.Words.To, bulletin.Byline, "L5", "L5"})
			}
			if !l.HasBy || !off["L5"] {
				i += l.Body
			} else {
				i = script.SkipBlank(r, i+l.Tag.To)
			}
		} else if c, ok := phrase.HeadCredit(r[i:]); ok && !off["L5"] {
			head = append(head, Part{i + c.Words.From, i + c.Words.To, bulletin.Byline, "L5", "L5"})
			i = script.SkipBlank(r, i+c.To)
		} else if n := max(phrase.LatinDateline(r[i:]), phrase.LatinPlace(r[i:])); n > 0 && !off["L6"] && (b.Role == Para || i+n == len(r)) {
			head = append(head, Part{i, i + n, bulletin.Dateline, "L6", "L6"})
			i = script.SkipBlank(r, i+n)
		}
	}
	if b.Role == Byline && len(head) == 0 && !off["L5"] {
		if k := phrase.SkipOrnaments(r, 0); k < len(r) {
			i = k // the mark before a name is no part of the credit
		}
		var c phrase.Credit
		n := creditLabel(r)
		ok := n > 0
		if ok {
			c.Words = phrase.Span{From: n, To: len(r)}
		} else if c, ok = phrase.WholeCredit(r); !ok {
			c, ok = phrase.LatinByline(r)
		}
		if !ok && layout.Enclosed(r[i:]) {
			c.Words, ok = phrase.Span{From: i + 1, To: len(r) - 1}, true
		}
		if ok {
			b.Parts = []Part{{c.Words.From, c.Words.To, bulletin.Byline, "", ""}}
			return
		}
	}
	if !off["L8"] && i < len(r) {
		if j, ok := phrase.JumpIn(r, max(i, len(r)-longestJump)); ok && j.To == len(r) {
			foot = append(foot, Part{j.From, j.To, bulletin.Furniture, "", ""})
			tail = script.TrimBlank(r, i, j.From)
		}
	}
	if !off["L5"] && i < tail && b.Role.Text() || b.Role == Row && !off["L5"] {
		if c, ok := phrase.TrailingCredit(r[i:tail]); ok {
			from := i + c.From
			c.Words.From += creditLabel(c.Words.Of(r[i:]))
			foot = append([]Part{{i + c.Words.From, i + c.Words.To, bulletin.Byline, "L8", "L8"}}, foot...)
			tail = script.TrimBlank(r, i, from)
		}
	}
	parts := head
	if tail > i {
		kind := bulletin.Paragraph
		if b.Role == Byline {
			kind = bulletin.Byline
		}
		parts = append(parts, Part{i, tail, kind, "L5", "L5"})
		if len(foot) > 0 && foot[0].Kind == bulletin.Furniture {
			parts[len(parts)-1].Rule, parts[len(parts)-1].Dead = "L8", "L8"
		}
	}
	parts = append(parts, foot...)
	if len(parts) == 0 {
		parts = []Part{{0, len(r), bulletin.Paragraph, "", ""}}
	}
	parts[len(parts)-1].Rule, parts[len(parts)-1].Dead = "", ""
	b.Parts = parts
}

// Has says whether one of the parts is of this kind.
func (b *Block) Has(k bulletin.Kind) bool {
	return slices.ContainsFunc(b.Parts, func(p Part) bool { return p.Kind == k })
}

// Forward says whether the block's story goes on on another page.
func (b *Block) Forward() bool {
	n := len(b.Parts)
	return n > 0 && b.Parts[n-1].Kind == bulletin.Furniture && (n > 1 || phrase.JumpOnHead(b.Text))
}

// Back says whether the block's story began on another page.
func (b *Block) Back() bool { return phrase.JumpHead(b.Text) }

// creditLabel is how long the label is that a credit begins with, ornaments before it counted, 0 for none.
func creditLabel(r []rune) int {
	i := phrase.SkipOrnaments(r, 0)
	n := phrase.AuthorLabel(r, i)
	if n == 0 {
		return 0
	}
	return script.SkipBlank(r, i+n)
}
