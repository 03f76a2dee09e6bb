package story

import (
	"math"
	"slices"

	"qingyang/app/clean/cue"
)

// Six more tables, for printed pages: what the places of blocks say about the decisions of the tables of words. Their
// answers stand on the same sheets, behind those of the table that they add to, and were fitted with that one's weights
// left as they are: a page of plain text is told alike with them and without.
var (
	ShownBoundary  = cue.Table{Outcomes: 1}
	ShownTitle     = cue.Table{Outcomes: 1}
	ShownNeighbour = cue.Table{Outcomes: 1}
	ShownCaption   = cue.Table{Outcomes: 1}
	ShownCredit    = cue.Table{Outcomes: 1}
	ShownWhole     = cue.Table{Outcomes: 1}
)

// How two blocks of text stand to each other by their groups.
const (
	together   = iota // in one group
	twoTitles         // in groups below two stacks
	oneTitle          // in groups below one stack
	titledHere        // only the first stands below a stack
	titledThere
	noTitles
	groupings
)

const (
	shares = 6 // of a story's text below a stack, as classes
	ways4  = 6 // from one place to another, as classes
	wide   = 5 // by how much two places stand one above the other
)

var (
	sGroup   = ShownBoundary.Add("groups", cue.Place, 0, acts*groupings, hows*hows)
	sKnown   = ShownBoundary.Add("group known", cue.Place, 0, acts*4, hows*4)
	sOpens   = ShownBoundary.Add("groups and opening", cue.Lead, 0, acts*groupings, 5)
	sLike    = ShownBoundary.Add("groups and likeness", cue.Words, 0, acts*groupings, 16)
	sContact = ShownBoundary.Add("column", cue.Place, 0, acts*5, groupings)
	sWay     = ShownBoundary.Add("way from the story", cue.Place, 0, acts*ways4, 6)
	sTitles  = ShownBoundary.Add("groups and titles between", cue.Titles, 0, acts*groupings, 4)
	sEnds    = ShownBoundary.Add("groups and end", cue.Stop, 0, acts*groupings, ends*2)
	sNearest = ShownBoundary.Add("text right above", cue.Place, 0, acts*5, groupings)

	tCover    = ShownTitle.Add("over the story", cue.Place, 0, 5, hows*16)
	tCoverOff = ShownTitle.Add("over the story and place", cue.Place, 0, 5*hows, offsets*2)
	tShare    = ShownTitle.Add("share of the story below it", cue.Place, 0, shares, shares)
	tWay      = ShownTitle.Add("way to the story", cue.Place, 0, ways4*wide, 4)
	tNearest  = ShownTitle.Add("nearest stories", cue.Place, 0, 5, 5*2)
	tSized    = ShownTitle.Add("size and length of story", cue.Size, 0, 8, 6)
	tCoverLik = ShownTitle.Add("over the story and likeness", cue.Words, 0, 5*hows, 16)
	tCovers   = ShownTitle.Add("stories below it, tray", cue.Place, 0, 4, 8)

	nUnit  = ShownNeighbour.Add("one stack", cue.Stack, 0, 3*2, 2)
	nLead  = ShownNeighbour.Add("lead", cue.Blank, 0, 3*ways4, wide)
	nSizes = ShownNeighbour.Add("sizes", cue.Size, 0, 3*5, 4*2)

	pWay     = ShownCaption.Add("way", cue.Place, 0, ways4, 5)
	pBeside  = ShownCaption.Add("text around", cue.Place, 0, 4, 4)
	pGroups  = ShownCaption.Add("group above and below", cue.Place, 0, 3, 3)
	pNearest = ShownCaption.Add("nearest stories", cue.Place, 0, 5, 4)

	yAbove   = ShownCredit.Add("above and below", cue.Place, 0, 5, 5*3)
	yWays    = ShownCredit.Add("way from its end", cue.Place, 0, ways4*wide, 2)
	yHead    = ShownCredit.Add("way from its head", cue.Place, 0, ways4*wide, 2)
	yNearest = ShownCredit.Add("nearest stories", cue.Place, 0, 5, 5)
	yAdded   = ShownCredit.Add("found by its place", cue.Place, 0, 2, 2)

	wOver   = ShownWhole.Add("title over its story", cue.Place, 0, 5, hows)
	wGroups = ShownWhole.Add("groups of a story", cue.Place, 0, 4, 6)
	wOwn    = ShownWhole.Add("stack over a story is its own", cue.Place, 0, 4, hows)
	wMixed  = ShownWhole.Add("groups of several stories", cue.Place, 0, 4, 2)
)

// beyond notes answers of a table behind those of another.
func beyond(held []int32, first, more *cue.Table, say func(x *cue.Sheet)) []int32 {
	x := more.Sheet()
	say(&x)
	for _, a := range x.Held {
		held = append(held, int32(first.Answers())+a)
	}
	return held
}

// way is how far one place is from another, in em of the text, as a class.
func (s *sheet) way(a, b rect) int { return rung(int(10*a.far(b)/s.em), 1, 8, 20, 50, 150) }

// stands says how place b stands to a: below it, above it, beside it.
func (s *sheet) stands(a, b rect) int {
	shared := a.shared(b)
	switch {
	case shared > 0.4 && b.top > (a.top+a.bottom)/2:
		return 0
	case shared > 0.4 && b.bottom < (a.top+a.bottom)/2:
		return 1
	case shared > 0.4:
		return 2
	case b.left > a.right-s.em:
		return 3
	}
	return 4
}

// grouping says how two blocks of text stand.
func (s *sheet) grouping(i, j int) int {
	u, _ := s.cover(i)
	v, _ := s.cover(j)
	switch {
	case s.group[i] == s.group[j]:
		return together
	case u >= 0 && u == v:
		return oneTitle
	case u >= 0 && v >= 0:
		return twoTitles
	case u >= 0:
		return titledHere
	case v >= 0:
		return titledThere
	}
	return noTitles
}

// around is the box around all text of a story.
func (a *teller) around(s int) (r rect) {
	for _, j := range a.st[s].body {
		r = r.join(a.at.box[j])
	}
	return r
}

// nearest is how far each story's text is from a place, and its rank.
func (a *teller) nearest(r rect) (far []float64, rank []int) {
	far = make([]float64, len(a.st))
	for s, st := range a.st {
		far[s] = math.Inf(1)
		for _, j := range st.body {
			far[s] = min(far[s], r.far(a.at.box[j]))
		}
	}
	less := make([]float64, len(far))
	for k, v := range far {
		less[k] = -v
	}
	return far, ranks(less)
}

// shownOptions is what the page shows of block j going to story t (-1: a new one), below block prev.
func (a *teller) shownOptions(held []int32, act, prev, j, t, alike, titles int) []int32 {
	s := a.at
	if s == nil {
		return held
	}
	last := prev
	if act == resume {
		last = a.st[t].body[len(a.st[t].body)-1]
	}
	return beyond(held, &BoundaryCues, &ShownBoundary, func(x *cue.Sheet) {
		g := s.grouping(last, j)
		_, h := s.cover(last)
		_, k := s.cover(j)
		x.Say(sGroup, in(act, groupings, g), h*hows+k)
		mine, others := 0, 0 // text of j's group that stands above in the file
		for q, st := range a.st {
			for _, i := range st.body {
				if s.group[i] == s.group[j] {
					if t >= 0 && q == t || t < 0 && q == a.of[prev] {
						mine++
					} else {
						others++
					}
				}
			}
		}
		x.Say(sKnown, in(act, 4, min(1, mine)*2+min(1, others)), k*4+titles)
		x.Say(sOpens, in(act, groupings, g), a.opens[j])
		x.Say(sLike, in(act, groupings, g), alike)
		x.Say(sContact, in(act, 5, s.stands(s.box[last], s.head[j])), g)
		from := s.box[last]
		x.Say(sWay, in(act, ways4, s.way(from, s.head[j])), s.stands(from, s.head[j]))
		x.Say(sTitles, in(act, groupings, g), titles)
		x.Say(sEnds, in(act, groupings, g), a.endOf(last)*2+one(a.bs[j].Resumed))
		near := 0
		if up := s.above[j]; up >= 0 {
			switch b := a.bs[up]; {
			case b.Role.Title():
				near = 1
			case b.Role.Body() && a.of[up] >= 0 && (t >= 0 && a.of[up] == t || t < 0 && a.of[up] == a.of[prev]):
				near = 2
			case b.Role.Body():
				near = 3
			case a.beganElsewhere(j):
				near = 4 // what the story was called stands on another page
			}
		}
		x.Say(sNearest, in(act, 5, near), g)
	})
}

// inGroup says whether text of story s stands in the group of block j.
func (a *teller) inGroup(s, j int) bool {
	return a.at != nil && slices.ContainsFunc(a.st[s].body, func(i int) bool { return a.at.group[i] == a.at.group[j] })
}

// of whom is a stack: of nobody, of another story's head, of this one's head.
func (a *teller) over(unit, s int) (class, how int) {
	st := a.st[s]
	u, how := a.at.cover(st.body[0])
	switch {
	case u == unit && unit >= 0:
		return 1, how
	case u >= 0:
		class = 2
	}
	for _, j := range st.body[1:] {
		if v, h := a.at.cover(j); v == unit && unit >= 0 {
			return 3 + one(class == 2), h
		}
	}
	return class, how
}

// share is how much of the text of story s stands below a stack, as a class.
func (a *teller) share(unit, s int) int {
	all, below := 0, 0
	for _, j := range a.st[s].body {
		all += len(a.bs[j].Text)
		if u, _ := a.at.cover(j); u == unit && unit >= 0 {
			below += len(a.bs[j].Text)
		}
	}
	return rung(100*below/max(1, all), 0, 20, 50, 80, 99)
}

// shownTitle is what the page shows of title t and story s; len(a.st) is the tray.
func (a *teller) shownTitle(held []int32, t *title, s, off, alike int) []int32 {
	if a.at == nil {
		return held
	}
	at, i := a.at, t.block
	unit := at.unit[i]
	size := rung(int(10*at.size[i]), 10, 12, 14, 17, 21, 26, 32)
	if t.rankBy == nil {
		_, t.rankBy = a.nearest(at.box[i])
		for q := range a.st {
			if class, _ := a.over(unit, q); class == 1 {
				t.covers++
			}
		}
	}
	return beyond(held, &TitleCues, &ShownTitle, func(x *cue.Sheet) {
		if s == len(a.st) {
			x.Say(tCovers, t.covers, size)
			return
		}
		class, how := a.over(unit, s)
		head := at.head[a.st[s].body[0]]
		x.Say(tCover, class, how*16+int(a.bs[i].Label))
		x.Say(tCoverOff, class*hows+how, off*2+one(t.direct))
		x.Say(tShare, a.share(unit, s), rung(t.covers, 0, 1, 2))
		x.Say(tWay, at.way(at.units[unit], head)*wide+at.stands(at.units[unit], head), one(class == 1)*2+one(class == 2))
		x.Say(tNearest, min(4, t.rankBy[s]), class*2+one(t.direct && t.next == s))
		x.Say(tSized, size, rung(a.runes(s), 40, 100, 200, 400, 800))
		x.Say(tCoverLik, class*hows+how, alike)
	})
}

// shownNeighbours is what the page shows of two neighbouring titles in a relation.
func (a *teller) shownNeighbours(held []int32, t, u *title, rel int) []int32 {
	if a.at == nil {
		return held
	}
	s, i, j := a.at, t.block, u.block
	return beyond(held, &NeighbourCues, &ShownNeighbour, func(x *cue.Sheet) {
		x.Say(nUnit, in(rel, 2, one(s.unit[i] == s.unit[j])), one(t.region == u.region))
		x.Say(nLead, in(rel, ways4, s.way(s.box[i], s.box[j])), s.stands(s.box[i], s.box[j]))
		ratio := rung(int(100*s.size[j]/max(0.01, s.size[i])), 70, 94, 106, 140)
		x.Say(nSizes, in(rel, 5, ratio), (one(s.bold[i])*2+one(s.bold[j]))*2+one(s.unit[i] == s.unit[j]))
	})
}
