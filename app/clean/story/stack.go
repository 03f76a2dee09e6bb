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
		b := a.bs[i]
		if n := len(out); n > 0 {
			u := a.bs[out[n-1]]
			last := &u.Runs[len(u.Runs)-1]
			goesOn := b.Label.Next() && last.To == b.First()
			if goesOn {
				last.To = b.Last() + 1
			} else if goesOn = a.cut(u, b); goesOn {
				u.Runs = append(u.Runs, b.Runs...)
			}
			if goesOn {
				u.Write(a.r)
				b.Runs = nil
				continue
			}
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

// cut says whether two lines are one headline that lines of another story's titles cut.
func (a *teller) cut(u, b *read.Block) bool {
	if u.Label.First() != read.Headline || u.Last()+1 >= b.First() || !slices.Contains(a.sorted, b.First()) {
		return false
	}
	return b.Label.First() == read.Headline || across(u.Text, b.Text) > 0 || hangs(u.Text)
}

// reads is the logarithm of how likely title i is this part of a stack.
func (a *teller) reads(i int, r read.Role) float64 {
	b := a.bs[i]
	return math.Log(float64((b.Likely[r]+b.Likely[r+1])/(b.Titled()+1e-9)) + 1e-3)
}
