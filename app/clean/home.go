package clean

import (
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/script"
)

// likeness says how much of a short text's words stand in which story: pairs of Han characters that
// few stories have weigh most, single characters that one story alone has a little.
type likeness struct {
	want map[[2]rune][]int16 // stories that hold it, each once; a single character has 0 behind it
	n    int                 // stories
}

// common is in how many stories words may stand and still tell them apart.
const common = 6

// liken reads all stories once for the words of these texts.
func liken(texts [][]rune, s *stories) *likeness {
	l := &likeness{want: map[[2]rune][]int16{}, n: len(s.tales)}
	for _, t := range texts {
		pairs(t[:min(len(t), 80)], func(k [2]rune) { l.want[k] = nil })
	}
	for n, t := range s.tales {
		if n > math.MaxInt16 {
			break
		}
		for _, i := range t.body {
			pairs(s.blocks[i].text, func(k [2]rune) {
				if have, ok := l.want[k]; ok && len(have) <= common && (len(have) == 0 || have[len(have)-1] != int16(n)) {
					l.want[k] = append(have, int16(n))
				}
			})
		}
	}
	return l
}

// pairs calls yield with each pair of neighbouring word characters and each Han character alone.
func pairs(r []rune, yield func([2]rune)) {
	before := rune(0)
	for _, c := range r {
		c = narrow(c)
		switch {
		case script.IsHan(c):
			yield([2]rune{c, 0})
			if before != 0 {
				yield([2]rune{before, c})
			}
			before = c
		case script.IsLatin(c) || isDigit(c):
			if before != 0 {
				yield([2]rune{before, c})
			}
			before = c
		case script.IsSpace(c):
			before = ' '
		default:
			before = 0
		}
	}
}

// of scores a text against all stories: story → sum of weights. A word in every story weighs nothing.
func (l *likeness) of(r []rune) map[int]float64 {
	score := map[int]float64{}
	done := map[[2]rune]bool{}
	pairs(r[:min(len(r), 80)], func(k [2]rune) {
		have := l.want[k]
		if done[k] || len(have) == 0 || len(have) > common {
			return
		}
		done[k] = true
		w := math.Log(float64(l.n+1) / float64(len(have)))
		switch {
		case k[1] == 0 && len(have) > 1:
			return
		case k[1] == 0:
			w *= 0.25
		case !script.IsHan(k[0]) && !script.IsHan(k[1]):
			w *= 0.4
		}
		for _, n := range have {
			score[int(n)] += w
		}
	})
	return score
}

// homes gives titles that do not stand above their story to the story they share most words with
// (L7), where that is clear; else they stay in the tray. Captions below a story's end likewise go to
// the story whose words they hold.
func (s *stories) homes() {
	bare := s.headless()
	var texts [][]rune
	var captions []int
	for _, r := range s.region {
		if r.tale < 0 || len(bare) > 0 || len(r.titles) > 3 {
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
	if len(texts) == 0 {
		s.plain()
		return
	}
	like := liken(texts, s)
	for _, r := range s.region {
		s.place(r, bare, like)
	}
	s.remain(bare)
	s.plain()
	for _, i := range captions {
		s.caption(i, like)
	}
}

// headless are the stories without titles above them, at most 40 of them.
func (s *stories) headless() []int {
	has := map[int]bool{}
	for _, r := range s.region {
		has[r.tale] = true
	}
	var bare []int
	for n := range s.tales {
		if !has[n] && len(bare) < 40 {
			bare = append(bare, n)
		}
	}
	return bare
}

// Weights of place, against those of words: a title belongs to the story right below it unless words
// say otherwise, and titles that stand together belong together.
const (
	closest = 3.0 // the last title above a story
	near    = 1.2 // any other in the same region
	apart   = 1.6 // two neighbours in one region go to different stories
	clearly = 1.0 // by how much the best home must win
)

// place finds the stories that the titles of one region belong to: the best way through the titles,
// where each step to another story costs.
func (s *stories) place(r *region, bare []int, like *likeness) {
	options := append([]int{}, bare...)
	if r.tale >= 0 {
		options = append(options, r.tale)
	}
	if r.tale >= 0 && len(bare) == 0 || len(options) == 0 || len(r.titles) > 24 {
		return // the usual case: all above their story
	}
	tray := len(options)
	n := len(r.titles)
	gain := make([][]float64, n)
	for k, i := range r.titles {
		gain[k] = make([]float64, tray+1)
		words := like.of(s.blocks[i].text)
		for o, t := range options {
			gain[k][o] = words[t] - 0.3
			if t != r.tale {
				continue
			}
			if k == n-1 {
				gain[k][o] += closest
			} else {
				gain[k][o] += near / float64(n-1-k)
			}
		}
		gain[k][tray] = 0.3
	}
	way := best(gain, s.breaks(r.titles))
	own := 0
	for _, o := range way {
		if o < len(options) && options[o] == r.tale {
			own++
		}
	}
	var kept []int
	for k, i := range r.titles {
		if way[k] == tray {
			continue
		}
		t := options[way[k]]
		if t != r.tale {
			if !s.sure(gain, way, k, tray) {
				continue
			}
			s.tales[t].titles = append(s.tales[t].titles, i)
			s.blocks[i].tale = t
			continue
		}
		kept = append(kept, i)
	}
	if r.tale >= 0 {
		r.titles = kept
	}
}

// remain joins the only title or stack without a story to the only story without a title.
func (s *stories) remain(bare []int) {
	one := -1
	for _, t := range bare {
		if len(s.tales[t].titles) > 0 || len(s.tales[t].body) == 0 {
			continue
		}
		if one >= 0 {
			return
		}
		one = t
	}
	var left *region
	for _, r := range s.region {
		if r.tale >= 0 {
			continue
		}
		for _, i := range r.titles {
			if s.blocks[i].tale >= 0 {
				return
			}
		}
		if left != nil {
			return
		}
		left = r
	}
	if one < 0 || left == nil || len(left.titles) > 3 {
		return
	}
	for _, i := range left.titles {
		s.blocks[i].tale = one
		s.tales[one].titles = append(s.tales[one].titles, i)
	}
}

// breaks are the costs of parting each title from the one above: less where empty lines do, or where
// a standing column opens a stack.
func (s *stories) breaks(titles []int) []float64 {
	cost := make([]float64, len(titles))
	parted := false
	for _, i := range titles[1:] {
		parted = parted || s.blocks[i].gap > 0
	}
	for k, i := range titles {
		b := s.blocks[i]
		switch {
		case b.gap > 1:
			cost[k] = 0.5
		case b.gap > 0:
			cost[k] = 1.1
		case parted:
			cost[k] = 3
		default:
			cost[k] = 1.4
		}
		if standing(b.text) {
			cost[k] *= 0.4
		}
		if k > 0 && standing(s.blocks[titles[k-1]].text) {
			cost[k] += 1
		}
		if hasAt(b.text, 0, "——") {
			cost[k] += 2
		}
	}
	return cost
}

// best is the way with the highest gain through the options of each title.
func best(gain [][]float64, cost []float64) []int {
	n, m := len(gain), len(gain[0])
	sum := make([][]float64, n)
	from := make([][]int, n)
	for k := range gain {
		sum[k], from[k] = make([]float64, m), make([]int, m)
		for o := range gain[k] {
			if k == 0 {
				sum[k][o] = gain[k][o]
				continue
			}
			top := 0
			for q := range gain[k] {
				if sum[k-1][q]-step(q, o, cost[k]) > sum[k-1][top]-step(top, o, cost[k]) {
					top = q
				}
			}
			sum[k][o] = gain[k][o] + sum[k-1][top] - step(top, o, cost[k])
			from[k][o] = top
		}
	}
	way := make([]int, n)
	for o := range sum[n-1] {
		if sum[n-1][o] > sum[n-1][way[n-1]] {
			way[n-1] = o
		}
	}
	for k := n - 1; k > 0; k-- {
		way[k-1] = from[k][way[k]]
	}
	return way
}

func step(a, b int, cost float64) float64 {
	if a == b {
		return 0
	}
	return cost
}

// sure says whether the titles that go with title k to one home prefer it to every other by a margin.
func (s *stories) sure(gain [][]float64, way []int, k, tray int) bool {
	sum := make([]float64, len(gain[k]))
	for q := range way {
		if way[q] != way[k] {
			continue
		}
		for o := range sum {
			sum[o] += gain[q][o]
		}
	}
	mine := sum[way[k]]
	for o, v := range sum {
		if o != way[k] && o != tray && mine-v < clearly {
			return false
		}
	}
	return mine-sum[tray] > clearly/2
}

// plain gives the titles of each region to the story below it.
func (s *stories) plain() {
	for _, r := range s.region {
		if r.tale < 0 {
			continue
		}
		t := s.tales[r.tale]
		t.titles = append(t.titles, r.titles...)
		for _, i := range r.titles {
			s.blocks[i].tale = r.tale
		}
	}
	for _, t := range s.tales {
		slices.Sort(t.titles)
		s.stack(t)
	}
}

// caption moves a caption to the story whose words it holds, where they speak against its place.
func (s *stories) caption(i int, like *likeness) {
	b := s.blocks[i]
	words := like.of(clipCredit(b.text))
	top, here := -1, 0.0
	for t, w := range words {
		if top < 0 || w > words[top] || w == words[top] && t < top {
			top = t
		}
	}
	if top < 0 {
		return
	}
	if b.tale >= 0 {
		here = words[b.tale]
		switch {
		case s.inside(i):
			here += 4
		case s.beside(i):
			here += 1.2
		default:
			here += 0.3
		}
	}
	if words[top] > here+clearly {
		b.tale = top
	}
}

// inside says whether a caption stands between two blocks of its own story.
func (s *stories) inside(i int) bool {
	t := s.blocks[i].tale
	for k := i + 1; k < len(s.blocks) && k < i+6; k++ {
		if s.blocks[k].role.para() && s.blocks[k].runs != nil {
			return s.blocks[k].tale == t
		}
	}
	return false
}

// beside says whether a caption follows the last text or credit of its story at once, or stands right
// above its first.
func (s *stories) beside(i int) bool {
	t := s.blocks[i].tale
	return i > 0 && s.blocks[i-1].tale == t && s.blocks[i-1].role != caption || i+1 < len(s.blocks) && s.blocks[i+1].tale == t && s.blocks[i+1].role != caption
}

// clipCredit is a caption without who took the photo.
func clipCredit(r []rune) []rune {
	if i := lastSentence(r); i > 0 {
		return r[:i]
	}
	return r
}
