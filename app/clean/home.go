package clean

import (
	"slices"

	"qingyang/app/bulletin"
)

// homes gives titles that do not stand above their story to the story they share most words with
// (L7), where that is clear; else they stay in the tray. Captions below a story's end likewise go to
// the story whose words they hold.
//
// A story whose titles turn out to be another's wants titles itself, so regions are placed again
// until nothing changes.
func (s *stories) homes() {
	var texts [][]rune
	var captions []int
	if s.displaced() {
		for _, r := range s.region {
			for _, i := range r.titles {
				texts = append(texts, s.blocks[i].text)
			}
		}
	}
	for i, b := range s.blocks {
		if b.kind == bulletin.Caption {
			captions = append(captions, i)
			texts = append(texts, b.text)
		}
	}
	like := liken(texts, s)
	for _, r := range s.region {
		r.home = make([]int, len(r.titles))
		for k := range r.home {
			r.home[k] = r.tale
		}
	}
	if s.displaced() {
		for _, again := range []bool{false, true} {
			for round := 0; round < rounds && s.place(like); round++ {
			}
			s.unbraid(like, again)
		}
		s.thin(like)
		n := len(s.tales)
		s.cleave(like)
		if len(s.tales) > n {
			like = liken(texts, s)
		}
		s.remain(like)
		s.astray(like)
	}
	s.give()
	for _, i := range captions {
		s.caption(i, like)
	}
	s.lone()
}

// mostTitles are the titles that one story can have: three parts, of which one was read as two.
const mostTitles = 4

// rounds is how often titles are placed anew at most.
const rounds = 6

// most titles and stories that are weighed against each other; beyond that all stay in place.
const (
	mostRegions = 200
	mostBare    = 40
)

// displaced says whether some story lacks titles, or some titles a story, or more stand together than one
// stack has.
func (s *stories) displaced() bool {
	if len(s.region) > mostRegions {
		return false
	}
	if len(s.bare()) > 0 {
		return true
	}
	for _, r := range s.region {
		if r.tale < 0 || !s.page.latin && s.linesIn(r.titles) >= oneStack {
			return true
		}
	}
	return false
}

// bare are the stories without titles, at most mostBare of them.
func (s *stories) bare() []int {
	has := map[int]bool{}
	for _, r := range s.region {
		if r.home == nil {
			has[r.tale] = true
		}
		for _, t := range r.home {
			has[t] = true
		}
	}
	var bare []int
	for n, t := range s.tales {
		if !has[n] && len(t.body) > 0 && len(bare) < mostBare {
			bare = append(bare, n)
		}
	}
	return bare
}

// Weights of place, against those of words: a title belongs to the story right below it unless words
// say otherwise, and titles that stand together belong together.
const (
	closest = 3.0 // the last title above a story
	near    = 0.8 // the one above that; less further up
	taken   = 3.0 // against a story that has titles of its own
	typed   = 3.0 // for a list under a title such as 一览
	clearly = 1.0 // by how much the best home must win
	tray    = 0.3
)

// place finds the stories that the titles of each region belong to: the best way through the titles,
// where each step to another story costs. Where two regions claim a story, the one whose words say more
// has it; the other one chooses anew in the next round. It says whether anything changed.
func (s *stories) place(like *likeness) (changed bool) {
	for _, orphans := range []bool{true, false} { // those without a story below choose first
		bare := s.bare()
		homes := make([][]int, len(s.region))
		first := map[int]int{} // story → the region whose claim is strongest
		strength := map[int]float64{}
		for n, r := range s.region {
			if len(r.titles) > 24 || r.sorted || r.tale < 0 != orphans {
				continue
			}
			homes[n] = s.way(r, bare, like)
			for t, w := range s.claims(r, homes[n], like) {
				if have, ok := strength[t]; !ok || w > have {
					first[t], strength[t] = n, w
				}
			}
		}
		for n, r := range s.region {
			home := homes[n]
			if home == nil || slices.Equal(home, r.home) {
				continue
			}
			best := true
			for _, t := range home {
				best = best && (t < 0 || !slices.Contains(bare, t) || first[t] == n)
			}
			if best {
				r.home, changed = home, true
			}
		}
	}
	return changed
}

// claims says how strongly a region's words claim each story that is not the one below it.
func (s *stories) claims(r *region, home []int, like *likeness) map[int]float64 {
	claim := map[int]float64{}
	for k, t := range home {
		if t >= 0 && t != r.tale {
			claim[t] += like.of(s.blocks[r.titles[k]].text)[t]
		}
	}
	return claim
}

// list says whether a story is a list: rows, or items announced by 如下.
func (s *stories) list(t int) bool {
	if s.tales[t].rows {
		return true
	}
	for _, i := range s.tales[t].body[:min(2, len(s.tales[t].body))] {
		if b := s.blocks[i]; len(b.text) < 80 && holds(b.text, "如下：", "如下:") {
			return true
		}
	}
	return false
}

// give writes the homes down and says which part of its stack each title is.
func (s *stories) give() {
	count := map[int]int{}
	for _, r := range s.region {
		for _, t := range r.home {
			count[t]++
		}
	}
	for _, r := range s.region {
		for k, t := range r.home {
			if t >= 0 && count[t] > mostTitles {
				r.home[k] = -1 // two stories' titles, line by line: for the editor
			}
		}
	}
	for _, r := range s.region {
		for k, i := range r.titles {
			t := r.home[k]
			s.blocks[i].tale = t
			if t < 0 {
				continue
			}
			s.tales[t].titles = append(s.tales[t].titles, i)
			if next := i + 1; next < len(s.blocks) && s.blocks[next].role == byline && s.blocks[next].tale < 0 && !s.tales[t].credit {
				s.blocks[next].tale = t // a credit that no text follows goes home with its title
				s.tales[t].credit = true
			}
		}
	}
	for _, t := range s.tales {
		slices.Sort(t.titles)
		s.stack(t)
	}
}
