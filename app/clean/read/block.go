package read

import (
	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// Run is the lines [From, To) of a page.
type Run struct{ From, To int }

// Block is what the lines of one block become. A paragraph that a photo or another story cuts has more
// than one run of lines. A title is one block a line: titles of two stories may stand line by line, and
// room story says which lines are one.
type Block struct {
	Role    Role // of its first line, Next taken off
	Label   Role // of its first line as it was read
	Kind    bulletin.Kind
	Runs    []Run
	Text    []rune  // the lines joined, invisible characters left out
	At      []int32 // where each rune of Text stands in the raw text; -1 for a space put in
	Gap     int     // empty lines above it
	Measure int     // of its column, in half em
	Likely  [Roles]float32
	Join    float32 // how likely its first line goes on with the line above
	Resumed bool    // it goes on with a paragraph that another story cut
	RunIn   bool    // a head that its text follows on the same row
	Parts   []Part  // what its text is cut into
}

// First and Last are the lines at its ends.
func (b *Block) First() int { return b.Runs[0].From }
func (b *Block) Last() int  { return b.Runs[len(b.Runs)-1].To - 1 }

// Titled is how likely it is a title.
func (b *Block) Titled() float32 {
	s := float32(0)
	for r := Kicker; r <= SubNext; r++ {
		s += b.Likely[r]
	}
	return s
}

// Blocks makes blocks of what was read, in reading order. off says which rules are switched off; what they
// would cut from a paragraph stays in it. Linear in the text.
func (r *Reading) Blocks(off map[string]bool) []*Block {
	var all []*Block
	var open *Block // the text that only photos and furniture have followed
	p := r.Page
	for i := range p.Lines {
		role := r.Roles[i]
		switch {
		case role == Resumed && open != nil && open.Last() < i-1:
			open.Runs = append(open.Runs, Run{i, i + 1})
			continue
		case role == ParaNext && open != nil:
			open.extend(i)
			continue
		case role.Next() && !role.Title() && len(all) > 0:
			all[len(all)-1].extend(i)
			continue
		case role == Furniture && i > 0 && r.Roles[i-1] == Furniture && p.Lines[i].Gap == 0 && furnitureCut(&p.Lines[i-1], &p.Lines[i]):
			all[len(all)-1].extend(i)
			continue
		}
		b := &Block{Role: role.First(), Label: role, Kind: role.Kind(), Runs: []Run{{i, i + 1}}, Gap: p.Lines[i].Gap, Measure: int(p.Column[i]),
			Likely: r.Likely[i], Join: r.Join[i], Resumed: role == Resumed && (open == nil || open.Last() < i-1)}
		all = append(all, b)
		switch {
		case b.Role.Body():
			open = b
		case b.Role != Caption && b.Role != Furniture:
			open = nil
		}
	}
	for _, b := range all {
		b.Write(r)
		switch {
		case b.Role.Body() || b.Role == Byline:
			b.Split(off)
		case b.Role.Title():
			b.RunIn = b.Last()+1 < len(p.Lines) && p.Lines[b.Last()+1].Cut
			b.Trim(off)
		}
	}
	return all
}

// extend adds line i.
func (b *Block) extend(i int) {
	if last := &b.Runs[len(b.Runs)-1]; last.To == i {
		last.To = i + 1
	} else {
		b.Runs = append(b.Runs, Run{i, i + 1})
	}
}

// furnitureCut says whether a line of furniture goes on in the next one.
func furnitureCut(a, b *layout.Line) bool {
	return b.Cut || bondOf(a, b) >= 4 || a.Comma || layout.Barred(b.First)
}

// Write puts the lines of a block together: Han to Han without a space, Latin words with one, a word cut
// by a hyphen without it (E2), the pieces of one row with what stands between them.
func (b *Block) Write(in *Reading) {
	p := in.Page
	n := 0
	for _, r := range b.Runs {
		for i := r.From; i < r.To; i++ {
			n += len(p.Lines[i].Text) + 1
		}
	}
	b.Text, b.At = make([]rune, 0, n), make([]int32, 0, n)
	before := -1
	for _, r := range b.Runs {
		for i := r.From; i < r.To; i++ {
			l := &p.Lines[i]
			skip := 0
			if before >= 0 {
				skip = b.seam(in, before, i)
			}
			for k, c := range l.Text {
				if k >= skip && (!script.IsInvisible(c) || script.IsJoining(l.Text, k)) {
					b.Text, b.At = append(b.Text, c), append(b.At, int32(l.From+k))
				}
			}
			before = i
		}
	}
}

// seam writes what stands between two lines, and returns how many runes at the head of the lower one go.
func (b *Block) seam(in *Reading, i, j int) (skip int) {
	above, below := &in.Page.Lines[i], &in.Page.Lines[j]
	if below.Cut && i == j-1 {
		if below.From > above.To {
			b.Text, b.At = append(b.Text, ' '), append(b.At, int32(below.From-1))
		}
		return 0
	}
	s := in.Seam(i, j, b.Role)
	b.Text, b.At = b.Text[:len(b.Text)-s.Drop], b.At[:len(b.At)-s.Drop]
	if s.Space {
		b.Text, b.At = append(b.Text, ' '), append(b.At, -1)
	}
	return s.Skip
}

// Trim cuts from a head that was run in before its text the mark, the brackets and the separator that parted
// it from that (L7).
func (b *Block) Trim(off map[string]bool) {
	from, to := 0, len(b.Text)
	if off["L7"] || to == 0 {
		return
	}
	if layout.MarksHead(b.Text[0]) || phrase.IsMarkBracket(b.Text[0]) {
		for from < to && (layout.MarksHead(b.Text[from]) || script.IsSpace(b.Text[from])) {
			from++
		}
		if from < to && phrase.IsMarkBracket(b.Text[from]) {
			switch at := script.Find(b.Text[from:to], 0, string(layout.Closes(b.Text[from]))); {
			case at == to-from-1:
				from, to = from+1, to-1
			case at < 0 && b.Text[from] == '【':
				from++
			}
		}
	}
	if from >= to {
		return
	}
	switch c := b.Text[to-1]; {
	case to > from+2 && c == '—' && b.Text[to-2] == '—':
		to -= 2
	case c == '】' || c == '：' || c == '—' || c == '–' || b.RunIn && (c == ':' || c == '-' || phrase.IsOrnament(c) && c == b.Text[0]):
		to--
	}
	for to > from && (script.IsSpace(b.Text[to-1]) || b.RunIn && b.Text[to-1] == '-') {
		to--
	}
	if b.RunIn && to > from+1 && b.Text[to-1] == '.' && !phrase.IsAbbreviated(b.Text[:to], to-1) {
		to--
	}
	if b.Parts = nil; from < to && (from > 0 || to < len(b.Text)) {
		b.Parts = []Part{{From: from, To: to, Kind: b.Kind}}
	}
}
