package clean

import "slices"

// segment is a run of lines that is recognised as a whole: a caption, a credit on its own lines, an
// advert. cost says how much it takes to believe it (natural logarithm of odds, see cost.go).
type segment struct {
	role role
	n    int // lines
	cost float32
	cut  float32 // what is added where it cuts a paragraph
	why  string
}

// segments finds every run that may be one, by the line it begins at. Each line is looked at a fixed
// number of times, and of a long line only its ends.
func segments(ls []line, p *page, widths [][]int16) [][]segment {
	all := make([][]segment, len(ls))
	for i := range ls {
		all[i] = captions(all[i], ls, i, p, int(slices.Max(widths[i])))
		all[i] = credits(all[i], ls, i, p)
		all[i] = furniture(all[i], ls, i, p)
	}
	return all
}

// chunk is how many lines from i on stand together without an empty line, at most max.
func chunk(ls []line, i, max int) int {
	n := 1
	for n < max && i+n < len(ls) && ls[i+n].gap == 0 {
		n++
	}
	return n
}

// below says how many empty lines follow line i.
func below(ls []line, i int) int {
	if i+1 < len(ls) {
		return ls[i+1].gap
	}
	return farGap
}
