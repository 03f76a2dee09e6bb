package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// part is a piece of a block's text that becomes a block of its own: [from, to) in runes of the
// text. What stands between two parts goes with the cut: separators and brackets.
type part struct {
	from, to int
	kind     bulletin.Kind
	rule     string // the rule that cuts it off from what follows; "" for the last
	dead     string // the rule under which what stands between it and the next one goes
}

// longestJump is how many runes at the end of a paragraph a reference forward has at most.
const longestJump = 48

// split cuts the text of a paragraph or credit block into its parts: a reference back (L8), a lead
// with its credit (L6, L5), the text, a reference forward, a credit at the end. off says which rules
// are switched off; their parts stay where they are.
func (b *block) split(off map[string]bool) {
	r := b.text
	var head []part
	i := 0
	tail := len(r)
	var foot []part
	if !off["L8"] {
		if j, ok := phrase.JumpIn(r[:min(len(r), 24)], 0); ok && j.From == 0 {
			head = append(head, part{0, j.To, bulletin.Furniture, "L8", "L8"})
			i = script.SkipBlank(r, j.To)
		}
	}
	if i < len(r) {
		if l, ok := phrase.LeadAt(r[i:]); ok && !off["L6"] {
			head = append(head, part{i + l.Tag.From, i + l.Tag.To, bulletin.Dateline, "L6", "L6"})
			if l.HasBy && !off["L5"] {
				head = append(head, part{i + l.Credit.Words.From, i + l.Credit.Words.To, bulletin.Byline, "L5", "L5"})
			}
			if !l.HasBy || !off["L5"] {
				i += l.Body
			} else {
				i = script.SkipBlank(r, i+l.Tag.To)
			}
		} else if c, ok := phrase.CreditAt(r[i:], 0); ok && c.Called && c.To < len(r)-i && (r[i] == '（' || r[i] == '(') && !off["L5"] {
			head = append(head, part{i + c.Words.From, i + c.Words.To, bulletin.Byline, "L5", "L5"})
			i = script.SkipBlank(r, i+c.To)
		} else if n := phrase.LatinDateline(r[i:]); n > 0 && !off["L6"] {
			head = append(head, part{i, i + n, bulletin.Dateline, "L6", "L6"})
			i = script.SkipBlank(r, i+n)
		}
	}
	if b.role == byline && len(head) == 0 && !off["L5"] {
		if c, ok := phrase.WholeCredit(r); ok {
			b.parts = []part{{c.Words.From, c.Words.To, bulletin.Byline, "", ""}}
			return
		}
		if c, ok := phrase.AuthorCredit(r); ok {
			b.parts = []part{{c.Words.From, c.Words.To, bulletin.Byline, "", ""}}
			return
		}
		if c, ok := phrase.LatinByline(r); ok {
			b.parts = []part{{c.Words.From, c.Words.To, bulletin.Byline, "", ""}}
			return
		}
	}
	if !off["L8"] && i < len(r) {
		if j, ok := phrase.JumpIn(r, max(i, len(r)-longestJump)); ok && j.To == len(r) {
			foot = append(foot, part{j.From, j.To, bulletin.Furniture, "", ""})
			tail = script.TrimBlank(r, i, j.From)
		}
	}
	if !off["L5"] && i < tail && b.role.para() || b.role.row() && !off["L5"] {
		if c, ok := phrase.TrailingCredit(r[i:tail]); ok {
			from := i + c.From
			foot = append([]part{{i + c.Words.From, i + c.Words.To, bulletin.Byline, "L8", "L8"}}, foot...)
			tail = script.TrimBlank(r, i, from)
		}
	}
	parts := head
	if tail > i {
		kind := bulletin.Paragraph
		if b.role == byline {
			kind = bulletin.Byline
		}
		parts = append(parts, part{i, tail, kind, "L5", "L5"})
		if len(foot) > 0 && foot[0].kind == bulletin.Furniture {
			parts[len(parts)-1].rule, parts[len(parts)-1].dead = "L8", "L8"
		}
	}
	parts = append(parts, foot...)
	if len(parts) == 0 {
		parts = []part{{0, len(r), bulletin.Paragraph, "", ""}}
	}
	parts[len(parts)-1].rule, parts[len(parts)-1].dead = "", ""
	b.parts = parts
}

// has says whether one of the parts is of this kind.
func (b *block) has(k bulletin.Kind) bool {
	for _, p := range b.parts {
		if p.kind == k {
			return true
		}
	}
	return false
}

// forward says whether the block's story goes on on another page.
func (b *block) forward() bool {
	n := len(b.parts)
	return n > 0 && b.parts[n-1].kind == bulletin.Furniture && (n > 1 || phrase.JumpOnHead(b.text))
}

// back says whether the block's story began on another page.
func (b *block) back() bool { return phrase.JumpHead(b.text) }
