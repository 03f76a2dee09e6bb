package clean

import "math"

// sizeCost weighs the size of the letters, where a source knows it: a title is set larger than the
// text of its page. Zero where nothing is known.
func (c *costs) sizeCost(j int, title bool) float32 {
	l := &c.ls[j]
	if l.size <= 0 || c.page.size <= 0 {
		return 0
	}
	big := l.size > 1.2*c.page.size
	switch {
	case big && !title:
		return 3
	case big:
		return -1.5
	case title && l.size < 1.05*c.page.size:
		return 2
	}
	return 0
}

// textSize is the size that most characters of a page are set in, 0 where none is known.
func textSize(ls []line) float64 {
	count := map[float64]int{}
	best, most := 0.0, 0
	for _, l := range ls {
		if l.size <= 0 {
			continue
		}
		s := math.Round(l.size*2) / 2
		count[s] += len(l.r)
		if count[s] > most || count[s] == most && s < best {
			best, most = s, count[s]
		}
	}
	return best
}

func exp(x float32) float32  { return float32(math.Exp(float64(x))) }
func ln1p(x float32) float32 { return float32(math.Log1p(float64(x))) }
