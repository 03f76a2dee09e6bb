package clean

import "slices"

// cleave looks for stories that two were taken for: titles without a story whose words stand in the
// second part of one only, behind a place where another may begin (a caption, another column). That
// part becomes a story of its own under these titles.
func (s *stories) cleave(like *likeness) {
	for _, r := range s.region {
		s.crowded(r)
		s.strayed(r, like)
		for k := 0; k < len(r.titles); {
			if r.home[k] >= 0 {
				k++
				continue
			}
			end := k
			for end < len(r.titles) && r.home[end] < 0 && end-k < 3 {
				end++
			}
			var words []rune
			score := map[int]float64{}
			for _, i := range r.titles[k:end] {
				words = append(append(words, s.blocks[i].text...), ' ')
				for t, w := range like.of(s.blocks[i].text) {
					score[t] += w
				}
			}
			top := -1
			for t, w := range score {
				if top < 0 || w > score[top] || w == score[top] && t < top {
					top = t
				}
			}
			if top >= 0 && score[top] >= 4 {
				if at, _ := s.joint(top, words); at > 0 {
					n := s.part(top, at)
					for q := k; q < end; q++ {
						r.home[q] = n
					}
				}
			}
			k = end
		}
	}
}

// crowded parts the story below a region of four lines and more, where the last titles' words stand in the
// second part of it only: two stacks side by side above the first of two stories.
func (s *stories) crowded(r *region) {
	if !r.undivided() || r.sorted || len(s.linesOf(r)) <= oneStack-1 {
		return
	}
	top, place, from := 0.0, 0, 0
	for k := 1; k < len(r.titles); k++ {
		if s.linesIn(r.titles[:k]) < 2 || s.linesIn(r.titles[k:]) < 2 {
			continue // a stack's last line may give figures that stand far down
		}
		for q := range r.home {
			r.home[q] = r.tale
			if q >= k {
				r.home[q] = -1 // so that joint takes them for another's
			}
		}
		if at, score := s.joint(r.tale, s.wordsOf(r.titles[k:])); score > top && s.said(r.tale, at, s.wordsOf(r.titles[:k])) {
			top, place, from = score, at, k
		}
	}
	for q := range r.home {
		r.home[q] = r.tale
	}
	if place == 0 {
		return
	}
	n := s.part(r.tale, place)
	for q := from; q < len(r.home); q++ {
		r.home[q] = n
	}
}

// strayed parts another story where the first titles of a region speak of the second part of that one
// only, and not of the story below the region: a stack was printed away from a story that another one's
// columns run into.
func (s *stories) strayed(r *region, like *likeness) {
	if !r.undivided() || len(r.titles) > 6 {
		return
	}
	to, place, many, best := -1, 0, 0, 0.0
	score := map[int]float64{}
	for k := 1; k < len(r.titles); k++ {
		title := s.blocks[r.titles[k-1]].text
		for t, w := range like.of(title) {
			score[t] += w
		}
		if standing(title) {
			continue // a standing column belongs to what is below it
		}
		words := s.wordsOf(r.titles[:k])
		want := telling(words)
		for t := range s.tales { // bodies are read only where words point to them
			if t == r.tale || score[t] < 4 || score[t] <= best || total(s.hits(s.tales[t].body, want)) <= 2*total(s.hits(s.tales[r.tale].body, want)) {
				continue
			}
			if at, _ := s.joint(t, words); at > 0 {
				to, place, many, best = t, at, k, score[t]
			}
		}
	}
	if to < 0 {
		return
	}
	n := s.part(to, place)
	for q := range many {
		r.home[q] = n
	}
}

// undivided says whether a region has several titles that all go to the story below it.
func (r *region) undivided() bool {
	return r.tale >= 0 && len(r.titles) > 1 && !slices.ContainsFunc(r.home, func(t int) bool { return t != r.tale })
}

// linesIn is how many lines titles have.
func (s *stories) linesIn(titles []int) int {
	n := 0
	for _, i := range titles {
		for _, run := range s.blocks[i].runs {
			n += run.to - run.from
		}
	}
	return n
}

// wordsOf are the texts of titles, parted by spaces.
func (s *stories) wordsOf(titles []int) []rune {
	var all []rune
	for _, i := range titles {
		all = append(append(all, s.blocks[i].text...), ' ')
	}
	return all
}

// said says whether words stand in a story above its at-th block and hardly any below.
func (s *stories) said(t, at int, words []rune) bool {
	above, below := 0, 0
	for k, n := range s.hits(s.tales[t].body, telling(words)) {
		if k < at {
			above += n
		} else {
			below += n
		}
	}
	return above > 1 && 4*below < above
}

// telling are the pairs of words that say something about a story's matter.
func telling(words []rune) map[[2]rune]bool {
	want := map[[2]rune]bool{}
	pairs(words[:min(len(words), 120)], func(p [2]rune) {
		if p[1] != 0 && !contains(empty, p[0]) && !contains(empty, p[1]) {
			want[p] = true
		}
	})
	return want
}

// hits are how many of these pairs each block holds.
func (s *stories) hits(body []int, want map[[2]rune]bool) []int {
	n := make([]int, len(body))
	for k, i := range body {
		seen := map[[2]rune]bool{}
		pairs(s.blocks[i].text, func(p [2]rune) {
			if want[p] && !seen[p] {
				seen[p] = true
				n[k]++
			}
		})
	}
	return n
}

func total(hits []int) int {
	n := 0
	for _, k := range hits {
		n += k
	}
	return n
}

// joint is where in a story's body the second of two stories begins, 0 where nothing shows that there
// are two: the first block that holds words of the second one's titles, or the last possible joint
// above it; hardly a block above may hold any. score is 1 where none does and a joint shows.
func (s *stories) joint(t int, words []rune) (at int, score float64) {
	body := s.tales[t].body
	if len(body) < 4 || len(body) > 80 {
		return 0, 0
	}
	want := telling(words)
	for _, r := range s.region { // words of its own titles prove nothing
		for k, i := range r.titles {
			if r.home[k] == t {
				pairs(s.blocks[i].text, func(p [2]rune) { delete(want, p) })
			}
		}
	}
	hits := s.hits(body, want)
	all := total(hits)
	if all < 3 {
		return 0, 0
	}
	best := 0.0
	above := 0
	for k := 1; k < len(body)-1; k++ {
		above += hits[k-1]
		if k < 2 {
			continue
		}
		b, before := s.blocks[body[k]], s.blocks[body[k-1]]
		score := float64(all-2*above) / float64(all)
		switch {
		case body[k] != body[k-1]+1 && len(s.blocks[body[k]-1].text) > 2: // a caption or an advert stands between
			score += 0.5
		case b.gap > 1, s.narrows(before, b):
			score += 0.4
		case b.gap == 0 && s.page.blankBreak > 0.6:
			score -= 0.5
		}
		if hits[k] > 0 {
			score += 0.1 // the words begin here
		}
		score -= s.cohesion(body, k)
		if score > best {
			best, at = score, k
		}
	}
	if best < 0.6 {
		return 0, 0
	}
	return at, best
}

// part makes a story of its own of the blocks of t from the at-th on.
func (s *stories) part(t, at int) int {
	body := s.tales[t].body
	rest := append([]int{}, body[at:]...)
	n := len(s.tales)
	s.tales[t].body = body[:at:at]
	s.tales = append(s.tales, &tale{body: rest, credit: s.tales[t].credit, ended: s.tales[t].ended, rows: s.tales[t].rows})
	for i := rest[0]; i < len(s.blocks); i++ {
		if b := s.blocks[i]; b.tale == t {
			b.tale = n
		}
	}
	return n
}
