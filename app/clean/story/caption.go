package story

import (
	"math"
	"slices"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

var (
	pPlace     = CaptionCues.Add("place", cue.Place, groupAll, 4, 16)
	pLike      = CaptionCues.Add("likeness", cue.Words, groupAll, 16, 1)
	pRank      = CaptionCues.Add("rank and margin", cue.Words, groupAll, 4, 17)
	pPlaceLike = CaptionCues.Add("place and likeness", cue.Words, groupAll, 4, 16)
	pPlaceRank = CaptionCues.Add("place, rank and margin", cue.Words, groupAll, 64, 9)
	pGap       = CaptionCues.Add("gap and place", cue.Blank, groupAll, 3, 4)
	pOff       = CaptionCues.Add("stories away", cue.Place, groupAll, 9, 9)
	pTitle     = CaptionCues.Add("likeness to the titles", cue.Words, groupAll, 16, 9)
	pTitlePl   = CaptionCues.Add("likeness to the titles, rank and place", cue.Words, groupAll, 4*4, 9)
	pTitled    = CaptionCues.Add("beside a title", cue.Titles, groupAll, 4, 16)
	pHeap      = CaptionCues.Add("beside captions", cue.Place, groupAll, 9, 4)
	pTaken     = CaptionCues.Add("story has a caption", cue.Stack, groupAll, 4, 4)
	pOpening   = CaptionCues.Add("opening of the story", cue.Lead, groupAll, 5, 4)
	pLength    = CaptionCues.Add("length of the story", cue.Length, groupAll, 7, 4)
)

// legends is what stories show to captions.
type legends struct {
	words, titles []bag // by story: of its text and its titles, of its titles alone
	of            []int // by block: the story of a caption that has one
}

// legends is what the stories show as they are told now; captions have none yet.
func (a *teller) legends() *legends {
	l := &legends{of: slices.Repeat([]int{-1}, len(a.bs))}
	for _, st := range a.st {
		l.words, l.titles = append(l.words, slices.Clone(st.words)), append(l.titles, a.w.bag())
	}
	for i, b := range a.bs {
		if s := a.of[i]; s >= 0 && b.Role.Title() {
			l.words[s].add(a.w.of[i])
			l.titles[s].add(a.w.of[i])
		}
	}
	return l
}

// taken is how other captions than i have story s: none, another, one right beside it, both.
func (a *teller) taken(l *legends, i, s int) (n int) {
	for k, of := range l.of {
		if k != i && of == s {
			n |= 1 << one(k == i-1 || k == i+1)
		}
	}
	return n
}

// captionSheets says what holds of caption i and each story: first, whether that has a caption.
func (a *teller) captionSheets(i int, l *legends) [][]int32 {
	b := a.bs[i]
	up, down := a.beside(i)
	words, titles := make([]float64, len(a.st)), make([]float64, len(a.st))
	for s := range a.st {
		words[s], titles[s] = a.w.alike(i, l.words[s]), a.w.alike(i, l.titles[s])
	}
	likes, rank := likenessOf(words), ranks(words)
	heads, headRank := likenessOf(titles), ranks(titles)
	above, below := a.titlesBeside(i)
	around := one(up == down && up >= 0)*8 + min(1, below)*4 + min(1, above)*2 + one(down < 0)
	over, _ := a.titleBeside(i, -1)
	under, _ := a.titleBeside(i, 1)
	heap := min(2, a.captionsFrom(i, -1))*3 + min(2, a.captionsFrom(i, 1))
	all := make([][]int32, len(a.st))
	for s, st := range a.st {
		x := a.book.Sheet(&CaptionCues)
		place := 3 - one(s == up)*2 - one(s == down)
		m, first := likes.lead(s), a.bs[st.body[0]]
		x.Say(pTaken, a.taken(l, i, s), one(s == up)+2*one(s == down))
		x.Say(pPlace, place, around)
		x.Say(pLike, like(words[s]), 0)
		x.Say(pRank, rank[s], margin(m, 8))
		x.Say(pPlaceRank, place*16+around, margin(m, 4))
		x.Say(pPlaceLike, place, like(words[s]))
		x.Say(pGap, b.Gap, place)
		x.Say(pOff, clamp(s-max(up, 0), -4, 4)+4, margin(m, 4))
		x.Say(pTitle, like(titles[s]), margin(heads.lead(s), 4))
		x.Say(pTitlePl, min(3, headRank[s])*4+place, margin(heads.lead(s), 4))
		x.Say(pTitled, one(s == over)*2+one(s == under), around)
		x.Say(pHeap, heap, place)
		x.Say(pOpening, a.opens[st.body[0]], one(st.by)*2+one(st.headed))
		x.Say(pLength, rung(a.runes(s), 40, 100, 200, 400, 800, 1600), kindOf(first))
		all[s] = x.Held
	}
	a.shownCaptions(all, i)
	return all
}

// captionsFrom is how many captions stand one behind the other above (by is -1) or below block i.
func (a *teller) captionsFrom(i, by int) (n int) {
	for k := i + by; k >= 0 && k < len(a.bs) && a.bs[k].Role == read.Caption; k += by {
		n++
	}
	return n
}

// captions gives each caption a story, the one first of which that is surest: which stories have a caption by then
// counts for the others.
func (a *teller) captions() {
	l := a.legends()
	var left []int
	var sheets [][][]int32
	for i, b := range a.bs {
		if b.Runs != nil && b.Role == read.Caption {
			left, sheets = append(left, i), append(sheets, a.captionSheets(i, l))
		}
	}
	for len(left) > 0 {
		at, most := 0, math.Inf(-1)
		for k := range left {
			if lead := leadOf(a.m.Caption, sheets[k]); lead > most {
				at, most = k, lead
			}
		}
		to := best(a.m.Caption, sheets[at])
		l.of[left[at]], a.of[left[at]] = to, to
		left, sheets = slices.Delete(left, at, at+1), slices.Delete(sheets, at, at+1)
		for k, i := range left {
			up, down := a.beside(i)
			x := a.book.Sheet(&CaptionCues)
			x.Say(pTaken, a.taken(l, i, to), one(to == up)+2*one(to == down))
			sheets[k][to][0] = x.Held[0]
		}
	}
}

// leadOf is by how much the best of some sheets exceeds the next.
func leadOf(m Scorer, sheets [][]int32) float64 {
	top, second := math.Inf(-1), math.Inf(-1)
	for _, held := range sheets {
		if v := float64(m.Sum(held)); v > top {
			top, second = v, top
		} else {
			second = max(second, v)
		}
	}
	return top - second
}
