package story

import (
	"slices"

	"qingyang/app/clean/cue"
)

// ofStory says whether a block next to another one is of story s: 0 none, 1 text of it, 2 its titles, 3 text of others, 4 other titles.
func (a *teller) ofStory(i, s int) int {
	switch {
	case i < 0:
		return 0
	case a.bs[i].Role.Title() && a.of[i] == s:
		return 2
	case a.bs[i].Role.Title():
		return 4
	case a.bs[i].Role.Body() && a.of[i] == s:
		return 1
	case a.bs[i].Role.Body():
		return 3
	}
	return 0
}

// shownCaptions is what the page shows of caption i and each story.
func (a *teller) shownCaptions(all [][]int32, i int) {
	if a.at == nil {
		return
	}
	s := a.at
	far, rank := a.nearest(s.box[i])
	for q := range all {
		all[q] = beyond(all[q], &CaptionCues, &ShownCaption, func(x *cue.Sheet) {
			x.Say(pWay, rung(int(10*far[q]/s.em), 1, 8, 20, 50, 150), rank[q])
			up, down := a.ofStory(s.above[i], q), a.ofStory(s.below[i], q)
			x.Say(pBeside, min(3, up), min(3, down))
			x.Say(pGroups, one(s.box[i].far(a.around(q)) == 0), one(a.around(q).shared(s.box[i]) > 0.5))
			x.Say(pNearest, min(4, rank[q]), min(3, up))
		})
	}
}

// creditHomes are the stories that a credit may be of by its place.
func (a *teller) creditHomes(i int) (all []int) {
	if a.at == nil {
		return nil
	}
	for _, k := range []int{a.at.above[i], a.at.below[i]} {
		for n := 0; k >= 0 && n < 4; n++ {
			if a.of[k] >= 0 && (a.bs[k].Role.Body() || a.bs[k].Role.Title()) {
				all = append(all, a.of[k])
				break
			}
			k = a.at.above[k]
		}
	}
	if _, rank := a.nearest(a.at.box[i]); len(rank) > 0 {
		all = append(all, slices.Index(rank, 0))
	}
	return all
}

// shownCredit is what the page shows of credit i and story s, added says that it was found by its place alone.
func (a *teller) shownCredit(held []int32, i, s int, added bool, rank []int) []int32 {
	if a.at == nil {
		return held
	}
	at := a.at
	return beyond(held, &CreditCues, &ShownCredit, func(x *cue.Sheet) {
		body := a.st[s].body
		first, last := at.head[body[0]], at.box[body[len(body)-1]]
		group := 0
		if at.above[i] >= 0 && a.bs[at.above[i]].Role.Title() {
			class, _ := a.over(at.unit[at.above[i]], s)
			group = 1 + one(class == 1)
		}
		x.Say(yAbove, a.ofStory(at.above[i], s), a.ofStory(at.below[i], s)*3+group)
		x.Say(yWays, at.way(last, at.box[i])*wide+at.stands(last, at.box[i]), one(a.st[s].by))
		x.Say(yHead, at.way(at.box[i], first)*wide+at.stands(at.box[i], first), one(a.st[s].by))
		x.Say(yNearest, min(4, rank[s]), a.ofStory(at.above[i], s))
		x.Say(yAdded, one(added), one(a.st[s].by))
	})
}

// shownPage is what the page as it is told now shows.
func (a *teller) shownPage(held []int32, h homes) []int32 {
	if a.at == nil {
		return held
	}
	return beyond(held, &WholeCues, &ShownWhole, func(x *cue.Sheet) {
		n := len(a.st)
		own := make([]bool, n)
		for k, t := range h.ts {
			if s := h.story[k]; s < n {
				class, how := a.over(a.at.unit[t.block], s)
				x.Say(wOver, class, how)
				own[s] = own[s] || class == 1
			}
		}
		stories := map[int]map[int]bool{}
		for s, st := range a.st {
			groups := map[int]bool{}
			for _, j := range st.body {
				g := a.at.group[j]
				groups[g] = true
				if stories[g] == nil {
					stories[g] = map[int]bool{}
				}
				stories[g][s] = true
			}
			u, how := a.at.cover(st.body[0])
			x.Say(wGroups, min(3, len(groups)-1), rung(len(st.body), 1, 2, 4, 8, 16))
			x.Say(wOwn, one(u >= 0)*2+one(own[s]), how)
		}
		for g := range len(a.at.over) {
			if k := len(stories[g]); k > 0 {
				x.Say(wMixed, min(3, k-1), one(a.at.over[g] >= 0))
			}
		}
	})
}

// sized is how well a stack's parts go with the sizes of its lines, where line head is the headline: the largest is the
// headline in nearly all papers.
func (a *teller) sized(lines []int, head int) float64 {
	if a.at == nil || len(lines) < 2 {
		return 0
	}
	for k, i := range lines {
		if k != head && a.at.size[i] > 1.06*a.at.size[lines[head]] {
			return -largest
		}
	}
	return 0
}

// largest is what it weighs against a headline that another line of its stack is larger.
const largest = 3
