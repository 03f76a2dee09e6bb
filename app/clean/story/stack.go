package story

import (
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
)

// stack joins the lines of a story's titles that are one block, and says which part of the stack each is:
// kickers, one headline, subheadlines, in this order, as the lines were read. A headline that lines of another story's
// titles cut in two is one again. It returns the blocks that are left.
func (a *teller) stack(lines []int) []int {
	var out []int
	for _, i := range lines {
		if n := len(out); n > 0 && a.rejoin(a.bs[out[n-1]], a.bs[i]) {
			continue
		}
		out = append(out, i)
	}
	head, top := 0, math.Inf(-1)
	for c := range out {
		v := a.sized(out, c)
		for k, i := range out {
			switch {
			case k < c:
				v += a.reads(i, read.Kicker)
			case k == c:
				v += a.reads(i, read.Headline)
			default:
				v += a.reads(i, read.Sub)
			}
		}
		if v > top {
			head, top = c, v
		}
	}
	for k, i := range out {
		switch {
		case k < head:
			a.bs[i].Kind = bulletin.Kicker
		case k == head:
			a.bs[i].Kind = bulletin.Headline
		default:
			a.bs[i].Kind = bulletin.Subheadline
		}
		a.bs[i].Trim(a.off)
	}
	return out
}

// rejoin makes block b a part of title u where it goes on with it: as it was read, or behind lines of another story's.
func (a *teller) rejoin(u, b *read.Block) bool {
	switch last := &u.Runs[len(u.Runs)-1]; {
	case b.Label.Next() && last.To == b.First():
		last.To = b.Last() + 1
	case a.cut(u, b):
		u.Runs = append(u.Runs, b.Runs...)
	default:
		return false
	}
	u.Write(a.r)
	b.Runs = nil
	return true
}

// cut says whether two lines are one headline that lines of another story's titles cut.
func (a *teller) cut(u, b *read.Block) bool {
	if u.Label.First() != read.Headline || u.Last()+1 >= b.First() || !slices.Contains(a.sorted, b.First()) {
		return false
	}
	return b.Label.First() == read.Headline || across(u.Text, b.Text) > 0 || hangs(u.Text)
}

// reads is the logarithm of how likely title i is this part of a stack.
func (a *teller) reads(i int, r read.Role) float64 {
	return math.Log(parts(a.bs[i])[(r-read.Kicker)/2] + 1e-3)
}

// parts is how likely a title is each part of a stack: a kicker, the headline, a subheadline.
func parts(b *read.Block) (p [3]float64) {
	for k := range p {
		r := read.Kicker + read.Role(2*k)
		p[k] = float64(b.Likely[r]+b.Likely[r+1]) / (float64(b.Titled()) + 1e-9)
	}
	return p
}
