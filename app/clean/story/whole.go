package story

import (
	"maps"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

// doubtful is the gain below which a boundary is decided by the whole page that each way leads to, the least
// sure ones first; mostDoubts is how many of a window are decided so.
const (
	doubtful   = 4
	mostDoubts = 12
)

var (
	wGain     = WholeCues.Add("against the first choice", cue.Form, groupAll, 16, 4)
	wTitles   = WholeCues.Add("titles of a story", cue.Titles, groupAll, 5, 5)
	wStacks   = WholeCues.Add("stacks of a story", cue.Stack, groupAll, 4, 8)
	wCredits  = WholeCues.Add("credits of a story", cue.Credit, groupAll, 4, 4)
	wEnd      = WholeCues.Add("end of a story", cue.Stop, groupAll, ends, 8)
	wLength   = WholeCues.Add("length of a story", cue.Length, groupAll, 8, 6)
	wOpening  = WholeCues.Add("opening of a story", cue.Lead, groupAll, 5*4, 6)
	wDirect   = WholeCues.Add("title right above", cue.Place, groupAll, 3, 8)
	wSure     = WholeCues.Add("sureness of a title", cue.Titles, groupAll, 6, 4)
	wTray     = WholeCues.Add("title in the tray", cue.Titles, groupAll, 3, 16)
	wRank     = WholeCues.Add("rank of a title", cue.Words, groupAll, 4, 3)
	wAlike    = WholeCues.Add("likeness of a title", cue.Words, groupAll, 16, 2)
	wResumed  = WholeCues.Add("interrupted", cue.Stop, groupAll, ends, 2)
	wSigned   = WholeCues.Add("signed in mid-story", cue.Credit, groupAll, 3, 3)
	wPlaced   = WholeCues.Add("place of a title", cue.Place, groupAll, 16, 4)
	wColumn   = WholeCues.Add("columns of a story", cue.Measure, groupAll, 4, 3)
	wKicker   = WholeCues.Add("parts of a stack", cue.Stack, groupAll, 16, 2)
	wLeads    = WholeCues.Add("leads in mid-story", cue.Lead, groupAll, 3, 3)
	wDates    = WholeCues.Add("days named at the head of paragraphs", cue.Lead, groupAll, 3, 3)
	wRegions  = WholeCues.Add("places of a story's titles", cue.Stack, groupAll, 4*3, 6)
	wHeads    = WholeCues.Add("headlines of a story", cue.Stack, groupAll, 4, 12)
	wDivided  = WholeCues.Add("titles that part a story", cue.Words, groupAll, 7, 4*3)
	wCrowd    = WholeCues.Add("places of a story's titles, and how titles stand on the page", cue.Stack, groupAll, 4*3, crowds*4)
	wHeadless = WholeCues.Add("story without a title", cue.Titles, groupAll, 5, 6)
)

// page says what holds of the page as it is told now: a sheet that counts an answer as often as it holds.
func (a *teller) page(h homes) []int32 {
	x := WholeCues.Sheet()
	n := len(a.st)
	titles, stacks, direct := make([]int, n), make([]int, n), make([]int, n)
	var before *title
	parts, heads, regions, last := make([]int, n), make([]int, n), make([]int, n), make([]int, n)
	units := make([][]int16, n)
	for k, t := range h.ts {
		s := h.story[k]
		b := a.bs[t.block]
		x.Say(wSure, clamp(int(h.likely[k]*6), 0, 5), one(s == n)*2+one(t.direct))
		if s == n {
			x.Say(wTray, one(t.inside >= 0)+2*one(t.next == n && t.inside < 0), int(b.Label))
			before = nil
			continue
		}
		if !b.Label.Next() || titles[s] == 0 {
			titles[s]++
		}
		if before == nil || h.story[k-1] != s || opensStack(a.bs[before.block].Label, b.Label) || before.region != t.region {
			stacks[s]++
		}
		if regions[s] == 0 || last[s] != t.region {
			regions[s]++
			last[s] = t.region
		}
		heads[s] += one(b.Label == read.Headline)
		if u := a.claims.unit[t.block]; len(units[s]) == 0 || units[s][len(units[s])-1] != u {
			units[s] = append(units[s], u)
		}
		parts[s] |= 1 << min(2, (int(b.Role)-int(read.Kicker))/2)
		if t.direct && t.next == s {
			direct[s] = 2
		} else if direct[s] == 0 {
			direct[s] = 1
		}
		x.Say(wRank, t.rank[s], one(t.direct && t.next == s))
		x.Say(wAlike, like(t.like.to[s]), one(t.direct && t.next == s))
		x.Say(wPlaced, t.away(s, n), one(t.direct)*2+one(t.inside == s))
		before = t
	}
	given := a.credited()
	for s, st := range a.st {
		first, last := st.body[0], st.body[len(st.body)-1]
		inText, mid, atEnd, leads, dates := 0, 0, 0, 0, 0
		wide := map[int]bool{}
		for q, i := range st.body {
			b := a.bs[i]
			wide[b.Measure/3] = true
			if q > 0 {
				leads += one(a.opens[i] == opensLead)
				dates += one(a.opens[i] == opensDay)
			}
			for k, p := range b.Parts {
				if p.Kind != bulletin.Byline {
					continue
				}
				inText++
				if k > 0 && q+1 < len(st.body) {
					mid++
				} else if k > 0 {
					atEnd = 1
				}
			}
			if q > 0 && i > st.body[q-1]+1 && a.otherBetween(st.body[q-1], i, s) {
				x.Say(wResumed, a.endOf(st.body[q-1]), one(b.Resumed))
			}
		}
		t := min(4, titles[s])
		open := a.opens[first]*4 + kindOf(a.bs[first])
		runes := rung(a.runes(s), 15, 30, 60, 120, 250, 500, 1000)
		x.Say(wTitles, t, a.opens[first])
		x.Say(wStacks, min(3, stacks[s]), min(2, len(st.body)-1)*2+one(a.bs[first].Role == read.Row))
		x.Say(wCredits, min(3, inText+given[s]), min(3, stacks[s]))
		x.Say(wEnd, a.endOf(last), one(inText+given[s] > 0)*4+min(3, t))
		x.Say(wLength, runes, t)
		x.Say(wOpening, open, t)
		x.Say(wDirect, direct[s], min(3, stacks[s])*2+one(st.headed))
		x.Say(wSigned, mid, atEnd)
		x.Say(wLeads, leads, one(a.opens[first] == opensLead)+one(st.headed))
		x.Say(wDates, dates, one(a.opens[first] == opensDay)+one(st.headed))
		x.Say(wColumn, min(3, len(wide)-1), rung(len(st.body), 2, 6))
		x.Say(wKicker, parts[s], one(len(st.body) > 1))
		size := rung(len(st.body), 1, 2, 4, 8, 16)
		x.Say(wRegions, min(3, regions[s])*3+direct[s], size)
		x.Say(wCrowd, min(3, regions[s])*3+direct[s], a.crowd*4+min(3, t))
		x.Say(wHeads, min(3, heads[s]), min(3, regions[s])*3+rung(len(st.body), 1, 4))
		if len(units[s]) > 1 {
			top := 0.0
			for q, u := range units[s] {
				for _, v := range units[s][:q] {
					top = max(top, a.divided(st, u, v))
				}
			}
			x.Say(wDivided, clamp(int(top*7), 0, 6), min(3, regions[s])*3+min(2, heads[s]))
		}
		if t == 0 {
			x.Say(wHeadless, a.opens[first], min(5, runes))
		}
	}
	return a.shownPage(x.Held, h)
}

// credited is how many credits of their own each story has, as things stand.
func (a *teller) credited() []int {
	all := make([]int, len(a.st))
	for i, b := range a.bs {
		if b.Role == read.Byline {
			if sheets, to := a.creditSheets(i); len(to) > 0 {
				all[to[best(a.m.Credit, sheets)]]++
			}
		}
	}
	return all
}

// otherBetween says whether text of another story stands between two blocks of story s.
func (a *teller) otherBetween(i, j, s int) bool {
	for k := i + 1; k < j; k++ {
		if a.bs[k].Role.Body() && a.of[k] != s {
			return true
		}
	}
	return false
}

// try tells the rest of the page with some boundaries forced, and says what holds of it then. No braid is sorted for it: a
// page's titles are once, when its boundaries are decided.
func (a *teller) try(forced map[int]int) []int32 {
	a.follow(len(a.bs), forced)
	h := a.titles()
	a.home(h)
	return a.page(h)
}

// likeliest tells the page as its boundaries are likeliest each by itself, and says what holds of it then. What choices
// wants from there on comes from its doubts.
func (a *teller) likeliest() (base []int32, ds []doubt) {
	a.restart(nil)
	base = a.try(nil)
	return base, a.doubts()
}

// choices are the ways of a doubtful boundary, as sheets of the page that each leads to: the likeliest first,
// which is base. The page above it is told once: above is how it stood at the boundary asked for before, nil for the
// first, and what is returned how it stands at this one.
func (a *teller) choices(d *doubt, forced map[int]int, base []int32, above *mark) ([][]int32, *mark) {
	a.restart(above)
	a.follow(d.block, forced)
	here := a.mark()
	if above != nil {
		a.free(above.st)
	}
	sheets := [][]int32{base}
	with := maps.Clone(forced)
	for k, o := range d.others {
		if k > 0 {
			a.restart(here)
		}
		with[d.block] = o.option
		x := WholeCues.Sheet()
		x.Held = a.try(with)
		x.Say(wGain, int(o.gain*2), min(2, o.option)+one(d.pick > 1))
		sheets = append(sheets, x.Held)
	}
	return sheets, here
}

// take takes a way of a boundary and returns the sheet of the page as it is then.
func (d *doubt) take(way int, forced map[int]int, sheets [][]int32) []int32 {
	if way == 0 {
		return sheets[0]
	}
	forced[d.block] = d.others[way-1].option
	return sheets[way][:len(sheets[way])-1] // what the choice itself weighs is behind us
}

// both decides the doubtful boundaries, from the top, by the pages that all ways lead to.
func (a *teller) both() homes {
	forced := map[int]int{}
	base, ds := a.likeliest()
	var above *mark
	for _, d := range ds {
		var sheets [][]int32
		sheets, above = a.choices(&d, forced, base, above)
		base = d.take(best(a.m.Whole, sheets), forced, sheets)
	}
	a.restart(above)
	a.follow(len(a.bs), forced)
	h := a.titles()
	a.braid(h)
	a.home(h)
	return h
}
