package story

import "slices"

// mark is a page told as far as some block, to go on from there in several ways.
type mark struct {
	st              []*tale
	doubts          int
	told, prev, cur int
}

// mark is the page as it is told now. Its stories are copies.
func (a *teller) mark() *mark {
	return &mark{a.copies(a.st), len(a.doubt), a.told, a.prev, a.cur}
}

// restart goes back to a mark, nil for the top of the page. The mark can be gone back to again.
func (a *teller) restart(m *mark) {
	a.free(a.st)
	a.book.Clear()
	a.numbers = a.numbers[:0]
	a.st, a.doubt, a.told, a.prev, a.cur = nil, a.doubt[:0], 0, -1, -1
	if m != nil {
		a.st, a.doubt, a.told, a.prev, a.cur = a.copies(m.st), a.doubt[:m.doubts], m.told, m.prev, m.cur
	}
	for i, b := range a.bs {
		if i >= a.told || !b.Role.Body() {
			a.of[i] = -1
		}
	}
}

// free gives the room of stories that are looked at no more to others.
func (a *teller) free(st []*tale) {
	for _, t := range st {
		a.bags = append(a.bags, t.words)
	}
}

// copies are stories of their own that are the same.
func (a *teller) copies(st []*tale) []*tale {
	all := make([]*tale, len(st))
	for k, t := range st {
		c := *t
		c.body, c.stacks, c.words = slices.Clone(t.body), slices.Clone(t.stacks), a.bag()
		copy(c.words, t.words)
		all[k] = &c
	}
	return all
}
