package story

import (
	"slices"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

// offsets is how many classes of a story's place against a title there are.
const offsets = 16

var (
	tPlaceRow  = TitleCues.Add("place and lines below", cue.Place, groupAll, offsets*2, 6)
	tPlaceSt   = TitleCues.Add("place and stacks", cue.Place, groupAll, offsets*2, 16)
	tPlaceKind = TitleCues.Add("place and kind", cue.Place, groupAll, offsets, 16)
	tLike      = TitleCues.Add("likeness", cue.Words, groupAll, 16, 1)
	tMargin    = TitleCues.Add("margin", cue.Words, groupAll, 21, 1)
	tLikePlace = TitleCues.Add("likeness and place", cue.Words, groupAll, 16, offsets*2)
	tRankPlace = TitleCues.Add("rank, margin and place", cue.Words, groupAll, 4*9, offsets*2)
	tBare      = TitleCues.Add("bare", cue.Titles, groupAll, 2, 1)
	tBarePlace = TitleCues.Add("bare and place", cue.Titles, groupAll, 2, offsets*2)
	tBareStack = TitleCues.Add("bare, place and stacks", cue.Titles, groupAll, offsets*2, 32)
	tBareLike  = TitleCues.Add("bare and likeness", cue.Titles, groupAll, 16, 8)
	tHeadPlace = TitleCues.Add("opening and place", cue.Words, groupAll, 7, offsets*2)
	tUnit      = TitleCues.Add("stack's margin", cue.Words, groupAll, 21, 4)
	tUnitPlace = TitleCues.Add("stack's margin and place", cue.Words, groupAll, 11, offsets*2)
	tUnitBare  = TitleCues.Add("stack's margin and bare", cue.Words, groupAll, 11, 8)
	tOpening   = TitleCues.Add("what the story opens with", cue.Lead, groupAll, 5, offsets*2)
	tRows      = TitleCues.Add("story of rows", cue.Form, groupAll, 2, offsets*2)
	tShort     = TitleCues.Add("length of story", cue.Length, groupAll, 6, offsets)
	tCrowd     = TitleCues.Add("place, stacks, and how titles stand on the page", cue.Place, groupAll, offsets*2, crowds*16)
	tCrowdUnit = TitleCues.Add("stack's margin, and how titles stand on the page", cue.Words, groupAll, 11, crowds*4)
	tCrowdLike = TitleCues.Add("rank, margin, and how titles stand on the page", cue.Words, groupAll, 4*9, crowds*2)

	tTraySure  = TitleCues.Add("tray and sureness", cue.Form, groupAll, 6, 1)
	tTrayPlace = TitleCues.Add("tray and place", cue.Place, groupAll, 2, 4)
	tTrayCrowd = TitleCues.Add("tray, place, and how titles stand on the page", cue.Place, groupAll, 8, crowds)

	nSame  = NeighbourCues.Add("side by side", cue.Stack, groupAll, 3*2, 2)
	nJoin  = NeighbourCues.Add("one block", cue.Stack, groupAll, 3*8, 2)
	nOpens = NeighbourCues.Add("opens a stack", cue.Stack, groupAll, 3*6, 18)
	nKinds = NeighbourCues.Add("kinds", cue.Stack, groupAll, 3*16, 16)
	nGoes  = NeighbourCues.Add("goes on", cue.Seam, groupAll, 3*read.Goings, 4)
	nStack = NeighbourCues.Add("stack", cue.Stack, groupAll, 3*2, 4)
)

// title is what is known of a title line.
type title struct {
	block    int
	region   int // titles that no text parts
	stack    int // counted from the bottom of its region
	stacks   int
	low      int      // lines below it in its region
	next     int      // the story that begins next below, len(stories) for none
	direct   bool     // it begins right below
	inside   int      // the story that goes on above and below, -1
	like     likeness // to the stories
	rank     []int
	opening  likeness // to the first blocks of each story
	unit     likeness // of the whole stack
	unitRank []int
	rankBy   []int // by the way to each story, on a printed page
	covers   int   // stories that begin below it there
}

// titlesOf lists the titles of the page with what is known of each.
func (a *teller) titlesOf() []*title {
	var all, region []*title
	n := 0
	flush := func(next int, direct bool) {
		stack := 0
		for k := len(region) - 1; k >= 0; k-- {
			t := region[k]
			if k < len(region)-1 && opensStack(a.bs[t.block].Label, a.bs[region[k+1].block].Label) {
				stack++
			}
			t.stack, t.low = stack, len(region)-1-k
			t.next, t.direct, t.region = next, direct, n
		}
		for _, t := range region {
			t.stacks = stack + 1
		}
		all = append(all, region...)
		region = nil
		n++
	}
	a.room.titles = slices.Grow(a.room.titles[:0], len(a.bs)) // the titles stay where they are
	started := make([]bool, len(a.st))
	for i, b := range a.bs {
		if b.Role.Title() {
			a.room.titles = append(a.room.titles, title{block: i, inside: -1})
			region = append(region, &a.room.titles[len(a.room.titles)-1])
		}
		if b.Role.Body() {
			if s := a.of[i]; !started[s] {
				started[s] = true
				flush(s, true)
			} else if len(region) > 0 {
				flush(s, false)
			}
		}
	}
	flush(len(a.st), false)
	heads := make([]bag, len(a.st))
	for s, st := range a.st {
		heads[s] = a.bag()
		for _, j := range st.body[:min(2, len(st.body))] {
			heads[s].add(a.w.of[j])
		}
	}
	for _, t := range all {
		if up, down := a.beside(t.block); up >= 0 && up == down {
			t.inside = up
		}
		if !t.direct && t.next < len(a.st) { // text goes on below: the next story that begins further down
			t.next = len(a.st)
			for s, st := range a.st {
				if st.body[0] > t.block {
					t.next = min(t.next, s)
				}
			}
		}
		like, opening := a.take(len(a.st)), a.take(len(a.st))
		for s, st := range a.st {
			like[s], opening[s] = a.w.alike(t.block, st.words), a.w.alike(t.block, heads[s])
		}
		t.like, t.opening, t.rank = likenessOf(like), likenessOf(opening), ranks(like)
	}
	a.bags = append(a.bags, heads...)
	a.units(all)
	return all
}

// opensStack says whether a title of role b opens a stack below one of role a.
func opensStack(a, b read.Role) bool {
	return b == read.Kicker || b == read.Headline && a != read.Kicker && a != read.KickerNext || b == read.Sub && a == read.Sub
}

// units weighs the words of whole stacks.
func (a *teller) units(all []*title) {
	for i := 0; i < len(all); {
		end := i
		var ws []int32
		rest := 0.0
		for end < len(all) && all[end].region == all[i].region && all[end].stack == all[i].stack {
			for _, k := range a.w.of[all[end].block] {
				if !slices.Contains(ws, k) {
					ws = append(ws, k)
				}
			}
			rest += a.w.rest[all[end].block]
			end++
		}
		unit := a.take(len(a.st))
		norm := a.w.normOf(ws, rest)
		for s, st := range a.st {
			unit[s] = a.w.common(ws, st.words) / norm
		}
		rank := ranks(unit)
		for _, t := range all[i:end] {
			t.unit, t.unitRank = likenessOf(unit), rank
		}
		i = end
	}
}

// beside is the stories of the text above and below block i, -1 for none.
func (a *teller) beside(i int) (up, down int) {
	up, down = -1, -1
	for k := i - 1; k >= 0 && up < 0; k-- {
		if a.bs[k].Role.Body() {
			up = a.of[k]
		}
	}
	for k := i + 1; k < len(a.bs) && down < 0; k++ {
		if a.bs[k].Role.Body() {
			down = a.of[k]
		}
	}
	return up, down
}

// lowest is the rank that all lower ones share: no cue tells them apart.
const lowest = 6

// ranks is the place of each number among all, the largest first, as far as lowest; equal ones share a place.
func ranks(x []float64) []int {
	var top [lowest]float64 // the largest numbers, as often as they stand there
	n := 0
	for _, v := range x {
		k := n
		if n < lowest {
			n++
		} else if v <= top[n-1] {
			continue
		} else {
			k = n - 1
		}
		for ; k > 0 && top[k-1] < v; k-- {
			top[k] = top[k-1]
		}
		top[k] = v
	}
	r := make([]int, len(x))
	for i, v := range x {
		for r[i] < n && top[r[i]] > v {
			r[i]++
		}
	}
	return r
}

// likeness is how alike a title or a caption and each story are.
type likeness struct {
	to          []float64
	first       int     // the story that it is most alike
	top, second float64 // that one's likeness, and the next best
}

func likenessOf(to []float64) likeness {
	l := likeness{to: to}
	for s, v := range to {
		switch {
		case v > l.top:
			l.first, l.top, l.second = s, v, l.top
		case v > l.second:
			l.second = v
		}
	}
	return l
}

// lead is by how much story s exceeds all others.
func (l *likeness) lead(s int) float64 {
	if s == l.first {
		return l.to[s] - l.second
	}
	return l.to[s] - l.top
}

// titleSheet says what holds of title t and story s; len(a.st) is the tray.
func (a *teller) titleSheet(t *title, s int) []int32 {
	b := a.bs[t.block]
	x := a.book.Sheet(&TitleCues)
	if s == len(a.st) {
		x.Say(tTraySure, int(b.Titled()*5), 0)
		place := one(t.next == len(a.st))*2 + one(t.inside >= 0)
		x.Say(tTrayPlace, one(t.direct), place)
		x.Say(tTrayCrowd, one(t.direct)*4+place, a.crowd)
		return a.shownTitle(x.Held, t, s, 0, 0)
	}
	off := t.place(s, len(a.st))
	d := off*2 + one(t.direct)
	stack := min(3, t.stack)*4 + min(3, t.stacks-1)
	bare := one(!a.st[s].headed)
	alike, rank := like(t.like.to[s]), min(3, t.rank[s])
	m := t.like.lead(s)
	u := t.unit.lead(s)
	h := t.opening.lead(s)
	x.Say(tPlaceRow, d, t.low)
	x.Say(tPlaceSt, d, stack)
	x.Say(tPlaceKind, off, int(b.Label))
	x.Say(tLike, alike, 0)
	x.Say(tMargin, margin(m, 10), 0)
	x.Say(tLikePlace, alike, d)
	x.Say(tRankPlace, rank*9+margin(m, 4), d)
	x.Say(tBare, bare, 0)
	x.Say(tBarePlace, bare, d)
	x.Say(tBareStack, d, bare*16+stack)
	x.Say(tBareLike, alike, bare*4+rank)
	x.Say(tHeadPlace, margin(h, 3), d)
	x.Say(tUnit, margin(u, 10), t.unitRank[s])
	x.Say(tUnitPlace, margin(u, 5), d)
	x.Say(tUnitBare, margin(u, 5), bare*4+min(3, t.stacks-1))
	x.Say(tCrowd, d, a.crowd*16+stack)
	x.Say(tCrowdUnit, margin(u, 5), a.crowd*4+one(t.direct)*2+bare)
	x.Say(tCrowdLike, rank*9+margin(m, 4), a.crowd*2+one(t.direct))
	first := a.bs[a.st[s].body[0]]
	x.Say(tOpening, a.opens[a.st[s].body[0]], d)
	x.Say(tRows, one(first.Role == read.Row), d)
	x.Say(tShort, rung(a.runes(s), 40, 100, 200, 400, 800), off)
	return a.shownTitle(x.Held, t, s, off, alike)
}

// place is where one of n stories begins against the title, as a class: away, or that the title stands inside it.
func (t *title) place(s, n int) int {
	if t.inside == s {
		return 14
	}
	return t.away(s, n)
}

// away is which of n stories one is from the next below the title on, as a class; from the last one where none is below.
func (t *title) away(s, n int) int {
	if t.next == n {
		return 9 + clamp(n-1-s, 0, 4)
	}
	return clamp(s-t.next, -4, 4) + 4
}

// runes is how much text a story has.
func (a *teller) runes(s int) int {
	n := 0
	for _, j := range a.st[s].body {
		n += len(a.bs[j].Text)
	}
	return n
}

// neighbourSheet says what holds of two neighbouring titles in a relation.
func (a *teller) neighbourSheet(t, u *title, rel int) []int32 {
	p, q := a.bs[t.block], a.bs[u.block]
	x := a.book.Sheet(&NeighbourCues)
	next := one(u.block == t.block+1)
	x.Say(nSame, in(rel, 2, next), one(t.region == u.region))
	join := rung(int(q.Join*100), 2, 10, 30, 50, 70, 90, 98)
	x.Say(nJoin, in(rel, 8, join), next)
	x.Say(nOpens, in(rel, 6, rung(int((q.Likely[read.Kicker]+q.Likely[read.Headline])*100), 5, 20, 50, 80, 95)), rung(int(q.Likely[read.Sub]*100), 5, 20, 50, 80, 95)*3+min(2, q.Gap))
	if t.region != u.region {
		return a.shownNeighbours(x.Held, t, u, rel)
	}
	x.Say(nGoes, in(rel, read.Goings, read.GoesOn(p.Text, q.Text, a.r.Page.Latin)), next*2+one(p.Label.First() == q.Label.First()))
	x.Say(nKinds, in(rel, 16, int(p.Label)), int(q.Label))
	x.Say(nStack, in(rel, 2, one(t.stack == u.stack)), t.stacks)
	return a.shownNeighbours(x.Held, t, u, rel)
}
