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

// pairs calls yield with each pair of neighbouring word characters, each Han character alone (0 behind
// it), and each Latin word of three letters and more (1 behind its hash).
func pairs(r []rune, yield func([2]rune)) {
	before := rune(0)
	hash, letters := uint32(0), 0
	for _, c := range r {
		c = narrow(c)
		latin := script.IsLatin(c)
		if latin {
			hash = (hash ^ uint32(c|0x20)) * 16777619
			letters++
		} else {
			if letters >= 3 {
				yield([2]rune{rune(hash & 0x7FFFFFFF), 1})
			}
			hash, letters = 2166136261, 0
		}
		switch {
		case script.IsHan(c):
			yield([2]rune{c, 0})
			if before != 0 {
				yield([2]rune{before, c})
			}
			before = c
		case latin && before != 0 && script.IsHan(before):
			yield([2]rune{before, c})
			before = c
		case latin:
			before = 0
		case isDigit(c):
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
	if letters >= 3 {
		yield([2]rune{rune(hash & 0x7FFFFFFF), 1})
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
		case k[1] != 1 && !script.IsHan(k[0]) && !script.IsHan(k[1]):
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
		switch {
		case b.kind == bulletin.Caption:
			captions = append(captions, i)
			texts = append(texts, b.text)
		case b.role.para() && scene(b.text):
			texts = append(texts, b.text) // it may prove to be one
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
	s.lone(like)
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
		if r.tale < 0 || !s.page.latin && len(s.linesOf(r)) >= oneStack {
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

// way is the best home of each title of a region; -1 is the tray.
func (s *stories) way(r *region, bare []int, like *likeness) []int {
	free := map[int]bool{}
	for _, t := range bare {
		free[t] = true
	}
	options := []int{}
	seen := map[int]bool{}
	add := func(t int) {
		if t >= 0 && !seen[t] {
			seen[t] = true
			options = append(options, t)
		}
	}
	for _, t := range bare {
		add(t)
	}
	for _, t := range r.home {
		add(t)
	}
	add(r.tale)
	if len(options) == 0 || len(bare) == 0 && r.tale >= 0 {
		return r.home
	}
	n := len(r.titles)
	gain := make([][]float64, n)
	for k, i := range r.titles {
		gain[k] = make([]float64, len(options)+1)
		words := like.of(s.blocks[i].text)
		for o, t := range options {
			g := words[t] - 0.3
			if notices.ends(s.blocks[i].text) && s.list(t) {
				g += typed
			}
			switch {
			case t == r.tale && k == n-1:
				g += closest
			case t == r.tale:
				g += near / float64(n-1-k)
			case !free[t] && r.home[k] != t:
				g -= taken
			}
			gain[k][o] = g
		}
		gain[k][len(options)] = tray
	}
	way := best(gain, s.breaks(r, len(bare)), slices.Index(options, r.tale))
	home := make([]int, n)
	for k := range way {
		home[k] = -1
		if way[k] == len(options) {
			continue
		}
		if t := options[way[k]]; t == r.tale || sure(gain, way, k) {
			home[k] = t
		}
	}
	for k := len(way) - 2; k >= 0; k-- { // a standing column is no headline: it goes with the title below it
		if (way[k] != way[k+1] || home[k] < 0) && (k == 0 || way[k-1] != way[k]) && standing(s.blocks[r.titles[k]].text) {
			home[k] = home[k+1]
			if k+2 < len(home) && notices.ends(s.blocks[r.titles[k+1]].text) {
				home[k] = home[k+2] // a notice has none
			}
		}
	}
	return home
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

// remain gives the last titles without a story to the last story without titles where they are one
// region, and the first title of a region, parted by an empty line from the others, to the story that ends
// right above it: where that is the only one without titles, or the title has words of it, and none of the
// story below.
func (s *stories) remain(like *likeness) {
	bare := s.bare()
	if len(bare) == 1 {
		if left, clear := s.lostRegion(); !clear {
			return
		} else if left != nil {
			for k := range left.home {
				left.home[k] = bare[0]
			}
			return
		}
	}
	for _, one := range bare {
		for _, r := range s.region {
			if r.sorted || !s.follows(r.tale, one) || len(r.titles) < 2 || s.blocks[r.titles[1]].gap == 0 {
				continue
			}
			first := like.of(s.blocks[r.titles[0]].text)
			if r.home[0] != r.tale || first[r.tale] >= 0.3 || standing(s.blocks[r.titles[0]].text) {
				continue
			}
			if len(bare) == 1 && len(r.titles) > 2 || first[one] > 0.3 {
				r.home[0] = one
			}
		}
	}
}

// lostRegion is the only region whose titles have no story, at most three of them; clear is false where
// there are several, or parts of some.
func (s *stories) lostRegion() (left *region, clear bool) {
	for _, r := range s.region {
		lost := 0
		for _, t := range r.home {
			if t < 0 {
				lost++
			}
		}
		switch {
		case lost == 0:
		case lost < len(r.titles) || left != nil || lost > 3:
			return nil, false
		default:
			left = r
		}
	}
	return left, true
}

// follows says whether story b follows story a, but for lists in between.
func (s *stories) follows(b, a int) bool {
	for a++; a < b && s.list(a); a++ {
	}
	return a == b
}

// astray takes titles from the story below them that share hardly a word with it and many with another,
// on a page where titles went astray: better none than a false one. Those right above the story, below
// an empty line, stay if they speak of no other.
func (s *stories) astray(like *likeness) {
	for _, r := range s.region {
		n := len(r.titles)
		if r.tale < 0 || !s.stray(r, 0, n, like) {
			continue
		}
		last := n - 1
		for last > 0 && s.blocks[r.titles[last]].gap == 0 {
			last--
		}
		if last > 0 && !s.stray(r, last, n, like) {
			n = last
		}
		for k := range n {
			if r.home[k] == r.tale {
				r.home[k] = -1
			}
		}
	}
}

// stray says whether titles [from, to) of a region speak of another story than the one below, of one that
// has no titles.
func (s *stories) stray(r *region, from, to int, like *likeness) bool {
	own := 0.0
	other := map[int]float64{}
	bare := s.bare()
	for k := from; k < to; k++ {
		if r.home[k] != r.tale {
			continue
		}
		for t, w := range like.of(s.blocks[r.titles[k]].text) {
			switch {
			case t == r.tale:
				own += w
			case slices.Contains(bare, t):
				other[t] += w
			}
		}
	}
	most := 0.0
	for _, w := range other {
		most = max(most, w)
	}
	return most >= 6 && 5*own <= most
}

// breaks are the costs of parting each title of a region from the one above: less where empty lines
// do, where a standing column opens a stack, and in a row of titles over several columns.
func (s *stories) breaks(r *region, bare int) []float64 {
	cost := make([]float64, len(r.titles))
	parted := false
	for _, i := range r.titles[1:] {
		parted = parted || s.blocks[i].gap > 0
	}
	beside := !parted && len(r.titles) >= 3 && bare > 0
	for k, i := range r.titles {
		b := s.blocks[i]
		switch {
		case b.gap > 1:
			cost[k] = 0.5
		case b.gap > 0:
			cost[k] = 1.1
		case beside:
			cost[k] = 0.7
		case parted:
			cost[k] = 3
		default:
			cost[k] = 1.4
		}
		if standing(b.text) {
			cost[k] *= 0.4
		}
		if beside {
			continue
		}
		if k > 0 && standing(s.blocks[r.titles[k-1]].text) {
			cost[k] += 2
		}
		if hasAt(b.text, 0, "——") {
			cost[k] += 2
		}
	}
	return cost
}

// best is the way with the highest gain through the options of each title. own is the option of the
// story right below: once it began its stack, no title of another one comes in between.
func best(gain [][]float64, cost []float64, own int) []int {
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
				if sum[k-1][q]-step(q, o, own, cost[k]) > sum[k-1][top]-step(top, o, own, cost[k]) {
					top = q
				}
			}
			sum[k][o] = gain[k][o] + sum[k-1][top] - step(top, o, own, cost[k])
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

func step(a, b, own int, cost float64) float64 {
	switch {
	case a == b:
		return 0
	case a == own:
		return cost + 1.5
	}
	return cost
}

// sure says whether the titles that go with title k to one home prefer it to every other by a margin;
// the last option is the tray.
func sure(gain [][]float64, way []int, k int) bool {
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
	for o, v := range sum[:len(sum)-1] {
		if o != way[k] && mine-v < clearly {
			return false
		}
	}
	return mine-sum[len(sum)-1] > clearly/2
}

// thin sends titles to the tray that make a stack of more than three, those that say least of its
// story first: where stacks stand side by side, some could not be told apart. A standing column above
// another title does not count; it says nothing of any story.
func (s *stories) thin(like *likeness) {
	if len(s.bare()) == 0 {
		return // no other story that they could be of
	}
	of := map[int][][2]int{} // story: regions and places of its titles
	for n, r := range s.region {
		for k, t := range r.home {
			if t >= 0 && !(standing(s.blocks[r.titles[k]].text) && k+1 < len(r.home) && r.home[k+1] == t) {
				of[t] = append(of[t], [2]int{n, k})
			}
		}
	}
	for t, all := range of {
		for len(all) > 3 {
			worst, low := 0, math.Inf(1)
			for n, at := range all {
				r := s.region[at[0]]
				w := like.of(s.blocks[r.titles[at[1]]].text)[t]
				if r.tale == t && at[1] == len(r.titles)-1 {
					w += closest
				}
				if w < low {
					worst, low = n, w
				}
			}
			if low > clearly {
				break // all say something: a long stack
			}
			s.region[all[worst][0]].home[all[worst][1]] = -1
			all = append(all[:worst:worst], all[worst+1:]...)
		}
	}
}

// cleave looks for stories that two were taken for: titles without a story whose words stand in the
// second part of one only, behind a place where another may begin (a caption, another column). That
// part becomes a story of its own under these titles.
func (s *stories) cleave(like *likeness) {
	for _, r := range s.region {
		s.crowded(r)
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
	if r.tale < 0 || r.sorted || len(r.titles) < 2 || len(s.linesOf(r)) <= oneStack-1 {
		return
	}
	for _, t := range r.home {
		if t != r.tale {
			return
		}
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
	total := 0
	for _, n := range hits {
		total += n
	}
	if total < 3 {
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
		score := float64(total-2*above) / float64(total)
		switch {
		case body[k] != body[k-1]+1 && len(s.blocks[body[k]-1].text) > 2: // a caption or an advert stands between
			score += 0.5
		case b.gap > 1, s.narrows(before, b):
			score += 0.4
		case b.gap == 0 && s.page.blankBreak > 0.6:
			score -= 0.5
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
		case s.beside(i) && s.page.latin:
			here += 4 // English words of four letters say little, and families share names
		case s.beside(i):
			here += 0.6
		default:
			here += 0.3
		}
	}
	if words[top] > here+0.7 {
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
