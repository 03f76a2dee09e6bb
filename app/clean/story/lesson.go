package story

import (
	"slices"

	"qingyang/app/clean/read"
)

// Lesson is a choice between sheets, and which is right.
type Lesson struct {
	Sheets [][]int32
	Right  int
}

// Study is a page whose stories are known, for the fit.
type Study struct {
	a     *teller
	truth []int // by block: its article, -1 for none
}

// NewStudy prepares a page of which the article of each block is known.
func NewStudy(r *read.Reading, bs []*read.Block, m *Model, truth []int) *Study {
	return &Study{newTeller(r, bs, m), truth}
}

// done gives the room away that one of the questions below took. What was answered keeps its own.
func (s *Study) done() { s.a.room, s.a.bags = &room{}, nil }

// Boundaries follows the truth down the page and says at each block of text what was right.
func (s *Study) Boundaries() (all []Lesson) {
	defer s.done()
	a := s.a
	a.st = nil
	story := map[int]int{}
	prev, cur := -1, -1
	for j, b := range a.bs {
		if !b.Role.Body() {
			continue
		}
		if prev < 0 {
			a.put(j, 0)
			prev, cur = j, 0
			story[s.truth[j]] = 0
			continue
		}
		sheets, to := a.options(prev, j, cur)
		if want := s.truth[j]; want < 0 {
			a.put(j, cur)
		} else {
			at, known := story[want]
			if !known {
				at = len(a.st)
				story[want] = at
			}
			for k, t := range to {
				if t == at {
					all = append(all, Lesson{slices.Clone(sheets), k})
				}
			}
			a.put(j, at)
			cur = at
		}
		prev = j
	}
	return all
}

// Tell tells the page by the boundaries of the model.
func (s *Study) Tell() {
	defer s.done()
	s.a.boundaries(nil)
}

// articleStory is which story has most text of each article.
func (s *Study) articleStory() map[int]int {
	count := map[[2]int]int{}
	for i, b := range s.a.bs {
		if b.Role.Body() && s.truth[i] >= 0 {
			count[[2]int{s.truth[i], s.a.of[i]}] += len(b.Text)
		}
	}
	best, most := map[int]int{}, map[int]int{}
	for k, n := range count {
		if n > most[k[0]] || n == most[k[0]] && k[1] < best[k[0]] {
			best[k[0]], most[k[0]] = k[1], n
		}
	}
	return best
}

// Titles are the titles of the page as told: what holds of each and each story, and which is right.
func (s *Study) Titles() (c *Chain, right []int) {
	defer s.done()
	a := s.a
	ts := a.titlesOf()
	c = a.chain(ts)
	where := s.articleStory()
	for _, t := range ts {
		right = append(right, len(a.st))
		if at, ok := where[s.truth[t.block]]; ok && s.truth[t.block] >= 0 {
			right[len(right)-1] = at
		}
	}
	return c, right
}

// Home gives each title of the page, as told, its story.
func (s *Study) Home() {
	defer s.done()
	h := s.a.titles()
	s.a.braid(h)
	s.a.home(h)
}

// Captions are the choices of a story for each caption, where all others have theirs; Home must have run.
func (s *Study) Captions() (all []Lesson) {
	defer s.done()
	where := s.articleStory()
	l := s.a.legends()
	right := func(i int) (at int, ok bool) {
		at, ok = where[s.truth[i]]
		return at, ok && s.truth[i] >= 0 && s.a.bs[i].Role == read.Caption
	}
	for i := range s.a.bs {
		if at, ok := right(i); ok {
			l.of[i] = at
		}
	}
	for i := range s.a.bs {
		if at, ok := right(i); ok {
			all = append(all, Lesson{s.a.captionSheets(i, l), at})
		}
	}
	return all
}

// Credits are the choices of a story for each credit; Home must have run.
func (s *Study) Credits() (all []Lesson) {
	defer s.done()
	where := s.articleStory()
	for i, b := range s.a.bs {
		at, ok := where[s.truth[i]]
		if !ok || s.truth[i] < 0 || b.Role != read.Byline {
			continue
		}
		sheets, to := s.a.creditSheets(i)
		for k, t := range to {
			if t == at {
				all = append(all, Lesson{sheets, k})
			}
		}
	}
	return all
}

// Wholes are the doubtful boundaries of the page: the pages that all ways lead to, and which is right. Those
// above are taken as they should be.
func (s *Study) Wholes() (all []Lesson) {
	defer s.done()
	a := s.a
	forced := map[int]int{}
	base, ds := a.likeliest()
	var above *mark
	for _, d := range ds {
		right := s.right(&d)
		if right < 0 {
			continue
		}
		var sheets [][]int32
		sheets, above = a.choices(&d, forced, base, above)
		all = append(all, Lesson{sheets, right})
		base = d.take(right, forced, sheets)
	}
	return all
}

// right says which way of a boundary the truth takes: that to a story which has text of the same article last,
// or to a new one where the page has none of it so far. -1 where none does.
func (s *Study) right(d *doubt) int {
	want := s.truth[d.block]
	if want < 0 {
		return -1
	}
	seen := false
	for k := range d.block {
		seen = seen || s.a.bs[k].Role.Body() && s.truth[k] == want
	}
	fits := func(last int) bool {
		if last < 0 {
			return !seen
		}
		return s.truth[last] == want
	}
	if fits(d.last) {
		return 0
	}
	for k, o := range d.others {
		if fits(o.last) {
			return k + 1
		}
	}
	return -1
}

// Relation is how two neighbouring titles stand that belong to stories s and v.
func Relation(s, v int) int { return relation(s, v) }
