package clean

import "qingyang/app/bulletin"

// part is a piece of a block's text that becomes a block of its own: [from, to) in runes of the
// text. What stands between two parts goes with the cut: separators and brackets.
type part struct {
	from, to int
	kind     bulletin.Kind
	rule     string // the rule that cuts it off from what follows; "" for the last
	dead     string // the rule under which what stands between it and the next one goes
}

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
		if j, ok := jumpIn(r[:min(len(r), 24)], 0); ok && j.from == 0 {
			head = append(head, part{0, j.to, bulletin.Furniture, "L8", "L8"})
			i = skipSpace(r, j.to)
		}
	}
	if i < len(r) {
		if l, ok := leadAt(r[i:]); ok && !off["L6"] {
			head = append(head, part{i + l.from, i + l.to, bulletin.Dateline, "L6", "L6"})
			if l.hasBy && !off["L5"] {
				head = append(head, part{i + l.credit.in, i + l.credit.out, bulletin.Byline, "L5", "L5"})
			}
			if !l.hasBy || !off["L5"] {
				i += l.body
			} else {
				i = skipSpace(r, i+l.to)
			}
		} else if c, ok := creditAt(r[i:], 0); ok && c.called && c.to < len(r)-i && (r[i] == '（' || r[i] == '(') && !off["L5"] {
			head = append(head, part{i + c.in, i + c.out, bulletin.Byline, "L5", "L5"})
			i = skipSpace(r, i+c.to)
		} else if n := latinTag(r[i:]); n > 0 && !off["L6"] {
			head = append(head, part{i, i + n, bulletin.Dateline, "L6", "L6"})
			i = skipSpace(r, i+n)
		}
	}
	if b.role == byline && len(head) == 0 && !off["L5"] {
		if c, ok := wholeCredit(r); ok {
			b.parts = []part{{c.in, c.out, bulletin.Byline, "", ""}}
			return
		}
		if c, ok := authorCredit(r); ok {
			b.parts = []part{{c.in, c.out, bulletin.Byline, "", ""}}
			return
		}
		if c, ok := latinCredit(r); ok {
			b.parts = []part{{c.in, c.out, bulletin.Byline, "", ""}}
			return
		}
	}
	if !off["L8"] && i < len(r) {
		if j, ok := jumpIn(r, max(i, len(r)-16)); ok && j.to == len(r) {
			foot = append(foot, part{j.from, j.to, bulletin.Furniture, "", ""})
			tail = trimSpace(r, i, j.from)
		}
	}
	if !off["L5"] && i < tail && b.role.para() || b.role.row() && !off["L5"] {
		if c, ok := trailing(r[i:tail]); ok {
			from := i + c.from
			foot = append([]part{{i + c.in, i + c.out, bulletin.Byline, "L8", "L8"}}, foot...)
			tail = trimSpace(r, i, from)
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
	return n > 0 && b.parts[n-1].kind == bulletin.Furniture && (n > 1 || jumpsOn(b.text))
}

// back says whether the block's story began on another page.
func (b *block) back() bool { return jumpHead(b.text) }

func jumpsOn(r []rune) bool { return holds(r[:min(len(r), 4)], "下转") }
