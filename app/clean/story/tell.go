package story

import (
	"slices"
	"sync"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

// Page is the articles of a page.
type Page struct {
	Blocks  []*read.Block // in reading order; their Kind is decided
	Of      []int         // by block: its story, -1 for furniture and the tray
	Stories []Story
	Sorted  []int // lines of titles that stood among those of other stories: the editor should look at them
}

// Story is the blocks of an article, by their place in Page.Blocks.
type Story struct {
	Titles, Body, Credits, Captions []int
}

// tale is a story in the making.
type tale struct {
	body   []int
	words  bag
	stacks []float64 // by stack of titles: what the words count that both have
	by     bool      // somebody is named in its text
	headed bool      // a title stands right above its first block
}

// teller gives blocks to stories.
type teller struct {
	r     *read.Reading
	m     *Model
	bs    []*read.Block
	w     *words
	habit int   // how the page uses empty lines, as a class
	crowd int   // how many of its stacks of titles stand with others, as a class
	piece bool  // a few lines without a title
	opens []int // by block: how its text begins, as a class
	faces []int // by block: how its text begins, and what that is of, as a class

	off map[string]bool
	at  *sheet // where the blocks stand; nil on a page of plain text

	st        []*tale
	of        []int // by block
	doubt     []doubt
	told      int // blocks that have been given to stories, or passed over
	prev, cur int // the last of text among them, and its story; -1 for none

	sorted []int // lines of titles that a braid sorted

	claims claims

	aheadAt  int
	aheadBag bag

	// Room that is used again each time the page is told.
	*room
	bags []bag
}

// room is what a page takes while it is told: the next one uses it again.
type room struct {
	book    cue.Book
	numbers []float64
	sheets  [][]int32 // of a boundary
	odds    []float64 // of its ways
	titles  []title
}

var rooms = sync.Pool{New: func() any { return &room{} }}

// take is n numbers, all 0, which serve until the page is told anew.
func (r *room) take(n int) []float64 {
	k := len(r.numbers)
	if cap(r.numbers)-k < n {
		r.numbers, k = make([]float64, 0, max(1<<11, 2*cap(r.numbers), n)), 0
	}
	r.numbers = r.numbers[:k+n]
	clear(r.numbers[k:])
	return r.numbers[k : k+n : k+n]
}

// window is how many blocks are told at once, so that cost stays linear; longer pages are cut above a title.
const window = 400

// Tell gives all blocks of a page to stories. off says which rules are switched off, as for Blocks.
// Linear in the text.
func Tell(r *read.Reading, bs []*read.Block, ms Models, off map[string]bool) *Page {
	m := ms.of(r)
	p := &Page{Blocks: bs, Of: make([]int, len(bs))}
	for from := 0; from < len(bs); {
		to := windowEnd(bs, from)
		p.add(r, m, from, to, off)
		from = to
	}
	return p
}

func windowEnd(bs []*read.Block, from int) int {
	if len(bs)-from <= window+window/4 {
		return len(bs)
	}
	for k := from + window; k > from+window/2; k-- {
		if bs[k].Role.Title() && !bs[k-1].Role.Title() {
			return k
		}
	}
	return from + window
}

func newTeller(r *read.Reading, bs []*read.Block, m *Model) *teller {
	a := &teller{room: rooms.Get().(*room), r: r, m: m, bs: bs, w: wordsOf(bs), of: make([]int, len(bs)), habit: rung(int(r.Page.BlankBreak*100), 19, 49, 79, 92), aheadAt: -1}
	if m.Printed {
		a.at = sheetOf(r, bs)
	}
	a.opens, a.faces = make([]int, len(bs)), make([]int, len(bs))
	for k, b := range bs {
		if b.Role.Body() {
			a.opens[k], a.faces[k] = opening(b), faceOf(b)
		}
	}
	a.crowd, a.piece = crowdOf(bs), a.untitledPiece()
	a.claimed()
	return a
}

// crowds is how many classes crowdOf knows.
const crowds = 4

// crowdOf says how many stacks of titles stand with others, with no text between, as a class: on some pages each stands
// above its story, on others the titles of many stories were read together.
func crowdOf(bs []*read.Block) int {
	all, crowded, here := 0, 0, 0
	last := read.Roles // of the title above in the same place
	flush := func() {
		if all += here; here > 1 {
			crowded += here
		}
		here, last = 0, read.Roles
	}
	for _, b := range bs {
		switch {
		case b.Role.Title():
			if last == read.Roles || opensStack(last, b.Label) {
				here++
			}
			last = b.Label
		case b.Role.Body():
			flush()
		}
	}
	flush()
	return rung(100*crowded, 0, 30*all, 60*all)
}

// add tells the blocks [from, to).
func (p *Page) add(r *read.Reading, m *Model, from, to int, off map[string]bool) {
	bs := p.Blocks[from:to]
	if !slices.ContainsFunc(bs, func(b *read.Block) bool { return b.Role.Body() }) {
		for k := range bs {
			p.Of[from+k] = -1
		}
		return
	}
	a := newTeller(r, bs, m)
	defer rooms.Put(a.room)
	a.off = off
	h := a.both()
	slices.Sort(a.sorted)
	p.Sorted = append(p.Sorted, a.sorted...)
	first := len(p.Stories)
	p.Stories = append(p.Stories, a.stories(h)...)
	for s := first; s < len(p.Stories); s++ {
		st := &p.Stories[s]
		for _, list := range []*[]int{&st.Titles, &st.Body, &st.Credits, &st.Captions} {
			for q := range *list {
				(*list)[q] += from
				p.Of[(*list)[q]] = s
			}
		}
	}
	for k, b := range bs {
		if a.of[k] < 0 || b.Role == read.Furniture {
			p.Of[from+k] = -1
		}
	}
}

// homes is which story each title has.
type homes struct {
	ts     []*title
	story  []int // by title; len(stories) for the tray
	likely []float64
}

// titles gives each title line the likeliest story, or the tray.
func (a *teller) titles() homes {
	ts := a.titlesOf()
	c := a.chain(ts)
	c.Weigh(a.m.Title, a.m.Neighbour)
	h := homes{ts: ts, story: make([]int, len(ts)), likely: make([]float64, len(ts))}
	for k := range ts {
		for s := range len(a.st) + 1 {
			if at := h.story[k]; c.Alpha[k][s]+c.Beta[k][s] > c.Alpha[k][at]+c.Beta[k][at] {
				h.story[k] = s
			}
		}
		h.likely[k] = c.Likely(k, h.story[k])
	}
	return h
}

// sureHome is how likely a title's story must be for the title to go there: a title in the tray is an open
// question, one on the wrong story an error that nobody sees.
const sureHome = 0.5

// home writes down whose each title is. Titles of one stack that go to one story go together, or not at all.
func (a *teller) home(h homes) {
	for k, t := range h.ts {
		best := 0.0
		for q, u := range h.ts {
			if u.region == t.region && u.stack == t.stack && h.story[q] == h.story[k] {
				best = max(best, h.likely[q])
			}
		}
		a.of[t.block] = -1
		if s := h.story[k]; s < len(a.st) && best >= sureHome && !a.scraps(s) {
			a.of[t.block] = s
		}
	}
}

// scraps says whether what stands for the text of story s is but a word or two of Latin letters on a page with places, as a
// picture or a torn line is read: no headline is its.
func (a *teller) scraps(s int) bool {
	return a.r.Page.Prints != nil && a.r.Page.Latin && a.runes(s) < fewestRunes
}

// fewestRunes is how many characters the text of a story in Latin letters has at least.
const fewestRunes = 16

// inside makes a title that has no story a head inside the one that goes on around it.
func (a *teller) inside(t *title) {
	b := a.bs[t.block]
	st := a.st[t.inside]
	at, _ := slices.BinarySearch(st.body, t.block)
	b.Role, b.Kind, b.Parts = read.Row, bulletin.Paragraph, nil
	a.of[t.block] = t.inside
	if b.Label.Next() && at > 0 {
		if u := a.bs[st.body[at-1]]; st.body[at-1] == t.block-1 && u.Role == read.Row && u.Last()+1 == b.First() {
			u.Runs[len(u.Runs)-1].To = b.Last() + 1
			u.Write(a.r)
			b.Runs = nil
			return
		}
	}
	st.body = slices.Insert(st.body, at, t.block)
}

// small is how many lines a page has at least that is no piece of one: on a piece no title has its story elsewhere.
const small = 16

// mostStack is how many lines a stack has at most that is kept together where some of them are in the tray.
const mostStack = 5

// adopt gives titles that went to the tray to the story that begins right below: those that stand in one stack with
// lines that are its own, of which none went elsewhere; and on a piece all, where the story has no title.
func (a *teller) adopt(h homes, piece bool) {
	titled := make([]bool, len(a.st)+1)
	for _, t := range h.ts {
		if s := a.of[t.block]; s >= 0 {
			titled[s] = true
		}
	}
	for to := len(h.ts); to > 0; {
		from := to - 1
		for from > 0 && h.ts[from-1].region == h.ts[to-1].region {
			from--
		}
		own, others := 0, 0
		for _, t := range h.ts[from:to] {
			switch s := a.of[t.block]; {
			case s == t.next:
				own++
			case s >= 0:
				others++
			}
		}
		together := own > 0 && others == 0 && to-from <= mostStack
		for q := from; q < to; q++ {
			u := h.ts[q]
			alone := piece && !titled[u.next] && u.stack == 0 && (q > from || u.inside < 0)
			if a.of[u.block] < 0 && u.direct && u.inside < 0 && (together || alone) {
				a.of[u.block] = u.next
			}
		}
		to = from
	}
}

// stories lists what each story has, and gives captions and credits to theirs.
func (a *teller) stories(h homes) []Story {
	all := make([]Story, len(a.st))
	for k, t := range h.ts {
		if t.inside >= 0 && h.story[k] == len(a.st) {
			a.inside(t)
		}
	}
	a.adopt(h, len(a.r.Page.Lines) < small)
	a.crowned()
	for s, st := range a.st {
		all[s].Body = st.body
	}
	a.captions()
	for i, b := range a.bs {
		switch {
		case b.Runs == nil:
		case b.Role.Title() && a.of[i] >= 0:
			all[a.of[i]].Titles = append(all[a.of[i]].Titles, i)
		case b.Role == read.Caption:
			all[a.of[i]].Captions = append(all[a.of[i]].Captions, i)
		case b.Role == read.Byline:
			sheets, to := a.creditSheets(i)
			s := to[best(a.m.Credit, sheets)]
			all[s].Credits = append(all[s].Credits, i)
			a.of[i] = s
			a.st[s].by = true
		}
	}
	for s := range all {
		all[s].Titles = a.stack(all[s].Titles)
		all[s].Body = a.reunite(all[s].Body)
		a.worded(all[s].Body)
	}
	return all
}

// worded leaves no story without a paragraph: what was cut off as its lead or credit is its text where there is
// no other.
func (a *teller) worded(body []int) {
	for _, i := range body {
		b := a.bs[i]
		if len(b.Parts) == 0 || slices.ContainsFunc(b.Parts, func(p read.Part) bool { return p.Kind == bulletin.Paragraph }) {
			return
		}
	}
	for _, i := range body {
		a.bs[i].Parts = nil
	}
}

func best(m Scorer, sheets [][]int32) int {
	best, top := 0, float32(0)
	for k, held := range sheets {
		if v := m.Sum(held); k == 0 || v > top {
			best, top = k, v
		}
	}
	return best
}

// reunite joins a paragraph that another story cut.
func (a *teller) reunite(body []int) []int {
	var out []int
	for _, i := range body {
		b := a.bs[i]
		if n := len(out); n > 0 && b.Resumed {
			if u := a.bs[out[n-1]]; out[n-1] < i-1 && u.Role == read.Para && u.Runs != nil {
				u.Runs = append(u.Runs, b.Runs...)
				u.Write(a.r)
				u.Split(a.off)
				b.Runs = nil
				continue
			}
		}
		out = append(out, i)
	}
	return out
}
