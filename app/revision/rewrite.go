package revision

import "qingyang/app/bulletin"

// Rewrite is a text that takes the place of everything from one shown place up to another that does not stand
// above it.
type Rewrite struct {
	From, To bulletin.Place
	Text     string
}

// inside says whether it neither joins blocks nor parts one.
func (r Rewrite) inside() bool {
	if r.From.Block != r.To.Block {
		return false
	}
	for _, c := range breaks.Replace(r.Text) {
		if c == '\n' {
			return false
		}
	}
	return true
}

// Rewrite makes the operations of several rewrites, ascending and without overlap, for one revision, each by the
// smallest difference as in Replace.
//
// Where one joins blocks or parts one, all that touch a block with it are made together, what stands between them
// staying the characters it is.
func (o *Order) Rewrite(all []Rewrite) []Op {
	var lists [][]Op
	for i := 0; i < len(all); {
		j := i + 1
		for last := all[i]; j < len(all) && all[j].From.Block <= last.To.Block; j++ {
			last = all[j]
		}
		lists = append(lists, o.rewrite(all[i:j])...)
		i = j
	}
	return o.maker().together(lists...)
}

// rewrite makes the operations of rewrites that touch each other's blocks.
func (o *Order) rewrite(all []Rewrite) (lists [][]Op) {
	whole := false
	for _, r := range all {
		whole = whole || !r.inside()
	}
	if !whole {
		for _, r := range all {
			lists = append(lists, o.Replace(r.From, r.To, r.Text))
		}
		return lists
	}
	text := all[0].Text
	for i, r := range all[1:] {
		text += o.Between(all[i].To, r.From) + r.Text
	}
	return [][]Op{o.Replace(all[0].From, all[len(all)-1].To, text)}
}

// Between is the shown text from one place up to another, with '\n' where a block ends.
func (o *Order) Between(from, to bulletin.Place) string {
	var text []rune
	for b := from.Block; b <= to.Block && b < o.Blocks(); b++ {
		runes, _ := o.Block(b)
		first, end := 0, len(runes)
		if b == from.Block {
			first = min(from.Off, end)
		} else {
			text = append(text, '\n')
		}
		if b == to.Block {
			end = min(to.Off, end)
		}
		if first < end {
			text = append(text, runes[first:end]...)
		}
	}
	return string(text)
}
