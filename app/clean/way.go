package clean

import (
	"slices"

	"qingyang/app/phrase"
	"qingyang/app/script"
)

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
			if phrase.EndsAsNotice(s.blocks[i].text) && s.list(t) {
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
			if k+2 < len(home) && phrase.EndsAsNotice(s.blocks[r.titles[k+1]].text) {
				home[k] = home[k+2] // a notice has none
			}
		}
	}
	return home
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
		if script.HasAt(b.text, 0, "——") {
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
