package read

import (
	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
)

// Labelled is a block that is known.
type Labelled struct {
	Kind bulletin.Kind
	N    int  // characters without white space
	Stop bool // it ends as sentences do
}

// Piece is what a line has of a block: how many characters, from which on.
type Piece struct{ Block, N, From int }

// labelling is a page whose lines are being labelled.
type labelling struct {
	lines  *layout.Page
	blocks []Labelled
	pieces [][]Piece
	roles  []Role
	breaks []int8
}

// longestRow is how many characters a block without a sentence end has at most that counts as a row.
const longestRow = 40

// LabelLines says what each line of a page is, where it is known which blocks it has pieces of: its role, and
// whether a block ends above it (1), goes on (0), or that is unknown (-1). cuts says of some rows whether a block
// ends with them.
func LabelLines(lines *layout.Page, pieces [][]Piece, blocks []Labelled, cuts map[int]bool) ([]Role, []int8) {
	n := len(lines.Lines)
	p := &labelling{lines: lines, pieces: pieces, blocks: blocks, roles: make([]Role, n), breaks: make([]int8, n)}
	seen := map[int]bool{}
	for i := range n {
		all := p.pieces[i]
		main := p.main(i)
		broken := true
		p.breaks[i] = -1
		if i > 0 {
			above := p.pieces[i-1]
			if len(above) > 0 && len(all) > 0 {
				broken = above[len(above)-1].Block != all[0].Block
				p.breaks[i] = int8(one(broken))
			}
			if b, ok := cuts[p.lines.Lines[i-1].Row]; ok && p.lines.Lines[i-1].Row != p.lines.Lines[i].Row {
				broken = b
				p.breaks[i] = int8(one(b))
			}
			if broken && p.lines.Lines[i].Cut && p.leads(above, all) {
				broken, p.breaks[i] = false, 0
			}
			if broken && len(all) > 0 && len(above) > 0 && p.blocks[all[0].Block].Kind == bulletin.Byline && above[len(above)-1].Block == all[0].Block {
				broken, p.breaks[i] = false, -1 // a credit that a line's end cut: how it is cut is a matter of taste
			}
		}
		if !broken && i > 0 && !p.turns(i, main) {
			p.roles[i] = p.follow(i, main)
		} else {
			p.roles[i] = p.begin(i, main, seen, cuts)
		}
		if main >= 0 {
			seen[main] = true
		}
	}
	return p.roles, p.breaks
}

// leads says whether the first piece of a row is a lead, and the second the paragraph that it is run in before.
func (p *labelling) leads(first, second []Piece) bool {
	if len(first) == 0 || len(second) == 0 {
		return false
	}
	return p.blocks[first[len(first)-1].Block].Kind == bulletin.Dateline && p.blocks[second[0].Block].Kind == bulletin.Paragraph
}

// turns says whether a line that goes on with a title is text for the most part: the title ends in it.
func (p *labelling) turns(i, main int) bool {
	return main >= 0 && p.blocks[main].Kind == bulletin.Paragraph && (p.roles[i-1].Title() || p.roles[i-1].Shown())
}

// follow is the role of a line that goes on with the block above.
func (p *labelling) follow(i, main int) Role {
	r, ok := Follow(p.roles[i-1])
	if !ok {
		return Furniture
	}
	if r == BylineNext && main >= 0 && p.blocks[main].Kind == bulletin.Paragraph {
		k := i - 1 // a lead that a line's end cut: the paragraph began above
		for k > 0 && p.roles[k] == BylineNext {
			p.roles[k] = ParaNext
			k--
		}
		p.roles[k] = Para
		return ParaNext
	}
	return r
}

// begin is the role of the first line of a block.
func (p *labelling) begin(i, main int, seen map[int]bool, cuts map[int]bool) Role {
	if main < 0 {
		return Furniture
	}
	b := p.blocks[main]
	switch b.Kind {
	case bulletin.Paragraph:
		switch {
		case !b.Stop && b.N <= longestRow:
			return Row
		case seen[main]:
			return Resumed
		}
		return Para
	case bulletin.Kicker:
		return Kicker
	case bulletin.Headline:
		return Headline
	case bulletin.Subheadline:
		return Sub
	case bulletin.Caption:
		return Caption
	case bulletin.Byline, bulletin.Dateline:
		for j := i + 1; j < len(p.pieces) && j < i+4; j++ { // the head of a paragraph that begins below
			if b, ok := cuts[p.lines.Lines[j-1].Row]; !ok || b {
				break
			}
			for _, x := range p.pieces[j] {
				if p.blocks[x.Block].Kind == bulletin.Paragraph {
					return Para
				}
			}
		}
		return Byline
	}
	return Furniture
}

// main is the block that most of a line is of, a lead or a credit in a paragraph left out; -1 for none.
func (p *labelling) main(i int) int {
	all := p.pieces[i]
	text := false
	for _, x := range all {
		text = text || p.blocks[x.Block].Kind == bulletin.Paragraph
	}
	best, most := -1, 0
	for _, x := range all {
		if k := p.blocks[x.Block].Kind; text && (k == bulletin.Dateline || k == bulletin.Byline) {
			continue
		}
		if x.N > most {
			best, most = x.Block, x.N
		}
	}
	return best
}
