package story

import (
	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

// What a block of text may do.
const (
	goOn = iota
	begin
	resume // a story that another one interrupted
	acts
)

// reach is how many stories back a block may resume one.
const reach = 4

var (
	bBias    = BoundaryCues.Add("bias", cue.Form, groupAll, acts, 1)
	bTitles  = BoundaryCues.Add("titles between", cue.Titles, groupAll, acts*4, 5)
	bTitGap  = BoundaryCues.Add("titles and gap", cue.Blank, groupAll, acts*4, 3)
	bTitKind = BoundaryCues.Add("kinds of titles", cue.Titles, groupAll, acts*17, 17)
	bBetween = BoundaryCues.Add("what is between", cue.Titles, groupAll, acts*16, 2)
	bEnd     = BoundaryCues.Add("end above", cue.Stop, groupAll, acts*7, 1)
	bEndTit  = BoundaryCues.Add("end above and titles", cue.Stop, groupAll, acts*7, 8)
	bLead    = BoundaryCues.Add("opening", cue.Lead, groupAll, acts*5, 4)
	bKind    = BoundaryCues.Add("kinds", cue.Form, groupAll, acts*16, 4)
	bGap     = BoundaryCues.Add("gap", cue.Blank, groupAll, acts*3, 4)
	bGapPage = BoundaryCues.Add("gap and habit", cue.Blank, groupAll, acts*3, 10)
	bLike    = BoundaryCues.Add("likeness", cue.Words, groupAll, acts*16, 1)
	bLikeTit = BoundaryCues.Add("likeness and titles", cue.Words, groupAll, acts*16, 8)
	bColumn  = BoundaryCues.Add("column", cue.Measure, groupAll, acts*13, 2)
	bSize    = BoundaryCues.Add("blocks", cue.Length, groupAll, acts*9, 4)
	bCredit  = BoundaryCues.Add("credit above", cue.Credit, groupAll, acts*2, 8)
	bRows    = BoundaryCues.Add("rows", cue.Form, groupAll, acts*4, 4)
	bHeaded  = BoundaryCues.Add("story above has titles", cue.Titles, groupAll, acts*2, 4)
	bAll     = BoundaryCues.Add("end, titles, opening, likeness", cue.Stop, groupAll, acts*7*4*2*5, 8)
	bResumed = BoundaryCues.Add("resumed", cue.Form, groupAll, acts*2, 7)
	bTitLen  = BoundaryCues.Add("length of title", cue.Titles, groupAll, acts*6, 6)
	bTitLike = BoundaryCues.Add("title and text below", cue.Words, groupAll, acts*9, 9)
	bFirst   = BoundaryCues.Add("first and last", cue.Form, groupAll, acts*8, 8)
	bSign    = BoundaryCues.Add("signed", cue.Credit, groupAll, acts*4, 8)
	bOnward  = BoundaryCues.Add("likeness further down", cue.Words, groupAll, acts*16, 9)
	bOnEnd   = BoundaryCues.Add("likeness further down, end, titles", cue.Words, groupAll, acts*16, ends*2)
	bClaim   = BoundaryCues.Add("stacks that ask for what is below", cue.Titles, groupAll, acts*9, 9)
	bClaimed = BoundaryCues.Add("and their likeness to other stories", cue.Titles, groupAll, acts*9, 9*2)
	bClaimOn = BoundaryCues.Add("stacks that ask, likeness further down", cue.Titles, groupAll, acts*9, 16)
	bClaimAt = BoundaryCues.Add("stacks that ask, titles, gap", cue.Titles, groupAll, acts*9, 4*3)
	bCrowd   = BoundaryCues.Add("titles, end above, and how titles stand on the page", cue.Titles, groupAll, acts*4*ends, crowds)
	bCrowdOn = BoundaryCues.Add("likeness, and how titles stand on the page", cue.Words, groupAll, acts*16, crowds*2)
	bCrowdCl = BoundaryCues.Add("stacks that ask, and how titles stand on the page", cue.Titles, groupAll, acts*9, crowds*2)
	bFace    = BoundaryCues.Add("how the text opens", cue.Lead, groupAll, acts*faces, 4)
	bFaceEnd = BoundaryCues.Add("how the text opens, end above", cue.Lead, groupAll, acts*faces, ends)
	bRowHead = BoundaryCues.Add("row that may be a title", cue.Titles, groupAll, acts*7, ends)
	bUnder   = BoundaryCues.Add("text under a row that may be a title", cue.Titles, groupAll, acts*7, faces)

	bGoes    = BoundaryCues.Add("goes on", cue.Seam, groupAll, acts*read.Goings, ends)
	bGoesTit = BoundaryCues.Add("goes on, titles", cue.Seam, groupAll, acts*read.Goings, 8)

	bOtherOn    = BoundaryCues.Add("likeness of the other story further down", cue.Words, groupAll, 17, 16)
	bOtherClaim = BoundaryCues.Add("stacks of the other story", cue.Titles, groupAll, 9, 9)
	bOther      = BoundaryCues.Add("likeness to the other story", cue.Words, groupAll, 17, 2)
	bOtherLike  = BoundaryCues.Add("both likenesses", cue.Words, groupAll, 16, 16)
	bBack       = BoundaryCues.Add("stories back", cue.Place, groupAll, reach, 2)
	bOtherEnd   = BoundaryCues.Add("both ends", cue.Stop, groupAll, 7, 7)
	bOtherAll   = BoundaryCues.Add("both ends, titles, likeness", cue.Stop, groupAll, 7*7*4, 9)
)

// betw is what stands between two blocks of text that follow each other.
type betw struct {
	titles, credits, captions, furniture int
	first, last                          read.Role // of the titles
	gap                                  int
	sure                                 float64 // how likely the likeliest of them is a title
	longest                              int     // characters of the longest of them
}

func (a *teller) between(i, j int) betw {
	b := betw{first: read.Roles, last: read.Roles}
	for k := i + 1; k < j; k++ {
		x := a.bs[k]
		switch {
		case x.Role.Title():
			if b.titles == 0 {
				b.first = x.Label
			}
			b.last = x.Label
			if !x.Label.Next() || b.titles == 0 {
				b.titles++
			}
			b.longest = max(b.longest, len(x.Text))
			b.sure = max(b.sure, float64(x.Titled()))
		case x.Role == read.Byline:
			b.credits++
		case x.Role == read.Caption:
			b.captions++
		default:
			b.furniture++
		}
	}
	b.gap = min(2, a.bs[j].Gap)
	return b
}

// ends is how many classes endOf knows.
const ends = 7

// endOf classes how a block of text ends.
func (a *teller) endOf(i int) int {
	b := a.bs[i]
	l := &a.r.Page.Lines[b.Last()]
	if n := len(b.Parts); n > 0 {
		switch b.Parts[n-1].Kind {
		case bulletin.Furniture:
			return 0
		case bulletin.Byline:
			return 1
		}
	}
	switch {
	case b.Role == read.Row:
		return 2
	case l.Stop:
		return 3
	case l.Last == '：' || l.Last == ':':
		return 4
	case l.Comma:
		return 5
	}
	return 6
}

// options says what block j may do, below the block prev of story cur: a sheet for each. to is the story
// that it goes to; len(a.st) for a new one. The sheets serve until the next block is asked for.
func (a *teller) options(prev, j, cur int) (sheets [][]int32, to []int) {
	sheets = a.sheets[:0]
	b := a.bs[j]
	x := a.between(prev, j)
	s := a.st[cur]
	end, open := a.endOf(prev), a.opens[j]
	tit := min(3, x.titles)
	by := min(1, x.credits)
	face := a.faces[j]
	goes := read.GoesOn(a.bs[prev].Text, b.Text, a.r.Page.Latin)
	crown, crownAbove := a.crown(j), a.crown(prev)
	sure := 0
	if x.titles > 0 {
		sure = 1 + clamp(int(x.sure*4), 0, 3)
	}
	here := a.w.alike(j, s.words)
	alike := like(here)
	column := clamp(b.Measure-a.bs[prev].Measure, -6, 6) + 6
	onward := a.onward(j, s)
	apart, third, both := a.claim(j, s)
	above, below := 0.0, 0.0
	if x.titles > 0 {
		for k := prev + 1; k < j; k++ {
			if a.bs[k].Role.Title() {
				above = max(above, a.w.alike(k, s.words))
				below = max(below, a.w.alike(k, a.ahead(j)))
			}
		}
	}
	for act := goOn; act <= begin; act++ {
		t := a.book.Sheet(&BoundaryCues)
		t.Say(bBias, act, 0)
		t.Say(bTitles, in(act, 4, tit), sure)
		t.Say(bTitGap, in(act, 4, tit), x.gap)
		t.Say(bTitKind, in(act, 17, int(x.first)), int(x.last))
		t.Say(bBetween, in(act, 16, tit*4+by*2+min(1, x.captions)), min(1, x.furniture))
		t.Say(bEnd, in(act, ends, end), 0)
		t.Say(bEndTit, in(act, ends, end), tit*2+by)
		t.Say(bLead, in(act, 5, open), tit)
		t.Say(bKind, in(act, 16, kindOf(a.bs[prev])*4+kindOf(b)), tit)
		t.Say(bGap, in(act, 3, x.gap), tit)
		t.Say(bGapPage, in(act, 3, x.gap), a.habit*2+one(tit > 0))
		t.Say(bLike, in(act, 16, alike), 0)
		t.Say(bLikeTit, in(act, 16, alike), tit*2+by)
		t.Say(bColumn, in(act, 13, column), one(tit > 0))
		t.Say(bSize, in(act, 9, len(s.body)), tit)
		t.Say(bCredit, in(act, 2, one(s.by)), tit*2+by)
		t.Say(bRows, in(act, 4, one(a.bs[prev].Role == read.Row)*2+one(b.Role == read.Row)), tit)
		t.Say(bHeaded, in(act, 2, one(s.headed)), tit)
		t.Say(bAll, in(act, ends*4*2*5, ((end*4+tit)*2+by)*5+open), alike/2)
		t.Say(bResumed, in(act, 2, one(b.Resumed)), end)
		t.Say(bTitLen, in(act, 6, rung(x.longest, 0, 4, 7, 10, 14)), tit+2*one(x.gap > 0))
		if tit > 0 {
			t.Say(bTitLike, in(act, 9, clamp(int(above*2), 0, 8)), clamp(int(below*2), 0, 8))
		}
		t.Say(bFirst, in(act, 8, rung(len(a.bs[prev].Text), 8, 16, 30, 60, 100, 160, 300)), rung(len(b.Text), 8, 16, 30, 60, 100, 160, 300))
		t.Say(bSign, in(act, 4, clamp(a.creditsSince(prev), 0, 3)), tit*2+by)
		t.Say(bOnward, in(act, 16, onward), len(s.body))
		t.Say(bOnEnd, in(act, 16, onward), end*2+one(tit > 0))
		t.Say(bClaim, in(act, 9, apart), both)
		t.Say(bClaimed, in(act, 9, apart), third*2+one(tit > 0))
		t.Say(bClaimOn, in(act, 9, apart), onward)
		t.Say(bClaimAt, in(act, 9, apart), tit*3+x.gap)
		t.Say(bCrowd, in(act, 4*ends, tit*ends+end), a.crowd)
		t.Say(bCrowdOn, in(act, 16, alike), a.crowd*2+one(tit > 0))
		t.Say(bCrowdCl, in(act, 9, apart), a.crowd*2+one(tit > 0))
		t.Say(bGoes, in(act, read.Goings, goes), end)
		t.Say(bGoesTit, in(act, read.Goings, goes), tit*2+one(b.Resumed))
		t.Say(bFace, in(act, faces, face), tit)
		t.Say(bFaceEnd, in(act, faces, face), end)
		if crown > 0 {
			t.Say(bRowHead, in(act, 7, crown), end)
		}
		if crownAbove > 0 && tit == 0 {
			t.Say(bUnder, in(act, 7, crownAbove), face)
		}
		goal := cur
		if act == begin {
			goal = -1
		}
		sheets = append(sheets, a.shownOptions(t.Held, act, prev, j, goal, alike, tit))
	}
	to = append(make([]int, 0, 2+reach), cur, len(a.st))
	for k := len(a.st) - 1; k >= 0; k-- {
		if k == cur || k < len(a.st)-reach && !a.inGroup(k, j) {
			continue
		}
		o := a.st[k]
		last := o.body[len(o.body)-1]
		t := a.book.Sheet(&BoundaryCues)
		t.Say(bBias, resume, 0)
		t.Say(bTitles, in(resume, 4, tit), sure)
		t.Say(bEnd, in(resume, ends, end), 0)
		t.Say(bEndTit, in(resume, ends, end), tit*2+by)
		t.Say(bLead, in(resume, 5, open), tit)
		t.Say(bResumed, in(resume, 2, one(b.Resumed)), a.endOf(last))
		t.Say(bGoes, in(resume, read.Goings, read.GoesOn(a.bs[last].Text, b.Text, a.r.Page.Latin)), a.endOf(last))
		other := a.w.alike(j, o.words)
		t.Say(bOther, margin(other-here, 8), one(b.Resumed))
		t.Say(bOtherLike, like(other), alike)
		t.Say(bOnward, in(resume, 16, onward), 0)
		further := a.onward(j, o)
		t.Say(bOtherOn, clamp(further-onward, -8, 8)+8, further)
		t.Say(bOtherClaim, a.claimBoth(j, o), both)
		t.Say(bClaim, in(resume, 9, apart), third)
		t.Say(bBack, len(a.st)-1-k, one(o.by))
		t.Say(bOtherEnd, a.endOf(last), end)
		t.Say(bColumn, in(resume, 13, clamp(b.Measure-a.bs[last].Measure, -6, 6)+6), one(b.Resumed))
		t.Say(bGap, in(resume, 3, x.gap), tit)
		t.Say(bOtherAll, (a.endOf(last)*ends+end)*4+min(1, tit)*2+one(b.Resumed), margin((other-here)*2/3, 4))
		sheets, to = append(sheets, a.shownOptions(t.Held, resume, prev, j, k, alike, tit)), append(to, k)
	}
	a.sheets = sheets
	return sheets, to
}

// kindOf is what a block of text is like: text, a row, a resumed paragraph.
func kindOf(b *read.Block) int {
	switch {
	case b.Role == read.Row:
		return 1
	case b.Resumed:
		return 2
	case len(b.Text) < 25:
		return 3
	}
	return 0
}

// creditsSince is how the text of block i is signed: not, at its end, at its head.
func (a *teller) creditsSince(i int) int {
	n := 0
	for k, p := range a.bs[i].Parts {
		if p.Kind == bulletin.Byline {
			n |= 1 + one(k == 0)
		}
	}
	return n
}

// ahead is the words of the blocks of text from block j on, three of them.
func (a *teller) ahead(j int) bag {
	if a.aheadAt == j {
		return a.aheadBag
	}
	if a.aheadAt = j; a.aheadBag == nil {
		a.aheadBag = a.w.bag()
	}
	clear(a.aheadBag)
	for n := 0; j < len(a.bs) && n < 3; j++ {
		if a.bs[j].Role.Body() {
			a.aheadBag.add(a.w.of[j])
			n++
		} else if a.bs[j].Role.Title() && n > 0 {
			break
		}
	}
	return a.aheadBag
}

// bag is an empty bag.
func (a *teller) bag() bag {
	n := len(a.bags)
	if n == 0 {
		return a.w.bag()
	}
	g := a.bags[n-1]
	a.bags = a.bags[:n-1]
	clear(g)
	return g
}

// put gives block j to story s.
func (a *teller) put(j, s int) {
	if s == len(a.st) {
		a.st = append(a.st, &tale{words: a.bag(), stacks: make([]float64, len(a.claims.norm))})
		for k := j - 1; k >= 0 && !a.bs[k].Role.Body(); k-- {
			a.st[s].headed = a.st[s].headed || a.bs[k].Role.Title()
		}
	}
	t := a.st[s]
	t.body = append(t.body, j)
	for _, k := range a.w.of[j] {
		if t.words[k] {
			continue
		}
		t.words[k] = true
		for _, u := range a.claims.of[k] {
			t.stacks[u] += a.w.weight[k]
		}
	}
	a.of[j] = s
	for _, p := range a.bs[j].Parts {
		t.by = t.by || p.Kind == bulletin.Byline
	}
}

// boundaries gives all blocks of text to stories, from the top. forced says for some blocks what they do
// (story by number; len(a.st) at that time is asked for with fresh), all others do what is likeliest.
func (a *teller) boundaries(forced map[int]int) {
	a.restart(nil)
	a.follow(len(a.bs), forced)
}

// follow goes on to give blocks of text to stories, as far as block to.
func (a *teller) follow(to int, forced map[int]int) {
	for ; a.told < to; a.told++ {
		j := a.told
		if !a.bs[j].Role.Body() {
			continue
		}
		if a.prev < 0 {
			a.put(j, 0)
			a.prev, a.cur = j, 0
			continue
		}
		sheets, goals := a.options(a.prev, j, a.cur)
		pick := 0
		odds := a.odds[:0]
		for _, held := range sheets {
			odds = append(odds, float64(a.m.Boundary.Sum(held)))
		}
		a.odds = odds
		odds[begin] += a.settled(j)
		for k := range odds {
			if odds[k] > odds[pick] {
				pick = k
			}
		}
		d := doubt{block: j, pick: pick}
		best := odds[pick]
		if f, ok := forced[j]; ok && f < len(goals) {
			pick = f
		}
		for k, v := range odds {
			if gain := best - v; k != d.pick && gain < doubtful {
				d.others = append(d.others, other{k, a.lastOf(goals[k]), gain})
			}
		}
		d.last = a.lastOf(goals[d.pick])
		a.doubt = append(a.doubt, d)
		a.cur = goals[pick]
		a.put(j, a.cur)
		a.prev = j
	}
}
