package story

import "qingyang/app/clean/read"

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
	a := newTeller(r, bs, m)
	a.keeps = true
	return &Study{a, truth}
}

// Boundaries follows the truth down the page and says at each block of text what was right.
func (s *Study) Boundaries() (all []Lesson) {
	a := s.a
	a.st, a.aheadAt = nil, -1
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
					all = append(all, Lesson{sheets, k})
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
func (s *Study) Tell() { s.a.boundaries(nil) }

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

// Titles are the titles of the page as told: what holds of each and each story, and which is right. second
// says whether the choices of a first pass are known.
func (s *Study) Titles(second bool) (c *Chain, right []int) {
	a := s.a
	ts := a.titlesOf()
	c = a.chain(ts, nil)
	if second && len(ts) > 0 {
		c.Weigh(a.m.Title, a.m.Neighbour)
		c = a.chain(ts, takenBy(ts, a.likely(ts, c)))
	}
	where := s.articleStory()
	for _, t := range ts {
		right = append(right, len(a.st))
		if at, ok := where[s.truth[t.block]]; ok && s.truth[t.block] >= 0 {
			right[len(right)-1] = at
		}
	}
	return c, right
}

// Captions are the choices of a story for each caption.
func (s *Study) Captions() (all []Lesson) {
	where := s.articleStory()
	for i, b := range s.a.bs {
		if at, ok := where[s.truth[i]]; ok && s.truth[i] >= 0 && b.Role == read.Caption {
			all = append(all, Lesson{s.a.captionSheets(i), at})
		}
	}
	return all
}

// Credits are the choices of a story for each credit; titles must have been told.
func (s *Study) Credits() (all []Lesson) {
	s.a.home(s.a.titles())
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

// Wholes are the doubtful boundaries of the page: the pages that both ways lead to, and which is right.
// Those above are taken as they should be.
func (s *Study) Wholes() (all []Lesson) {
	a := s.a
	forced := map[int]int{}
	base := a.try(forced)
	doubts := a.doubts()
	for _, d := range doubts {
		right, ok := s.right(d)
		sheets := a.choices(d, forced, base)
		if !ok {
			continue
		}
		all = append(all, Lesson{sheets[:], right})
		if right == 1 {
			forced[d.block] = d.second
			base = sheets[1][:len(sheets[1])-1]
		}
	}
	return all
}

// right says which of the two ways of a boundary the truth takes: by whether the block and the one above
// are of one article, and whether the article stood on the page before.
func (s *Study) right(d doubt) (way int, ok bool) {
	a := s.a
	if s.truth[d.block] < 0 {
		return 0, false
	}
	above, seen := -1, false
	for k := 0; k < d.block; k++ {
		if a.bs[k].Role.Body() {
			above = s.truth[k]
			seen = seen || s.truth[k] == s.truth[d.block]
		}
	}
	want := begin
	switch {
	case above == s.truth[d.block]:
		want = goOn
	case seen:
		want = resume
	}
	kind := func(option int) int { return min(option, resume) }
	switch {
	case kind(d.pick) == want && kind(d.second) != want:
		return 0, true
	case kind(d.second) == want && kind(d.pick) != want:
		return 1, true
	}
	return 0, false
}

// Relation is how two neighbouring titles stand that belong to stories s and v.
func Relation(s, v int) int { return relation(s, v) }
