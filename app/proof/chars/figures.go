package chars

import (
	"cmp"
	"math"
	"slices"
	"sync/atomic"
)

// reading is a block of text with what was found in it by itself: the alternatives worth a look, and the
// names. But for scored it does not change once made.
type reading struct {
	text   []rune
	guard  guard
	slips  []slip                   // ascending
	alts   []alternative            // by place, of one place the most promising first
	scored atomic.Pointer[[]scored] // what the ranker said of them last, on whatever page
}

// alternative is a character that may be meant in the place of another.
type alternative struct {
	at    int
	char  rune
	likes likeness
	x     figures // those that need the page are still 0

	gain, lattice float64 // what the strings gain by it, and the words, as logarithms
	size          int     // of the word over the place
	word          [2]int  // that word, [from, to) in runes of the text; empty for none
	makesName     bool    // that word is a name
	afterSurname  bool
	place, quote  bool
	promise       float64
}

// The figures that are made of the whole page, by their places among the figures.
const (
	wrongTwice      = 23 // the string of three around the place comes again as it stands
	wrongPairTwice  = 24 // so do its pairs, 0 to 2
	rightThere      = 25 // the string with the alternative stands elsewhere
	rightPairsThere = 26
	inName          = 28
)

// Others that are asked for by name.
const (
	oldThrees   = 6  // how many strings of three over the place were seen as it stands
	newThrees   = 8  // and with the alternative
	oldPathSize = 14 // of the word over the place in the likeliest way to part the text
	newWordLog  = 17 // the logarithm of the probability of the word with the alternative
	oldWordSize = 34 // of the longest word over the place as it stands
	oldWordLog  = 35
	howAlike    = 43
)

// hopeless is a promise below which the ranker never found anything likely: of 1,195 alternatives with even odds
// the least promising had 4.6.
const hopeless = 4

// atMost is how many alternatives of one place are looked at closely.
const atMost = 6

// strongest is how many more are, that look like what stands there more than others do.
const strongest = 2

// read looks at a block of text. About 10 milliseconds for 1,000 characters.
func (f *Finder) read(text []rune) *reading {
	rd := &reading{text: text, guard: newGuard(f.words, text)}
	l := newLine(f.counts, text)
	singles := make([]bool, len(text)) // characters by themselves in the likeliest way to part the text
	for i := 0; i < len(text); i++ {
		if !isHan(text[i]) {
			continue
		}
		run := lattice{from: i, to: i}
		for run.to < len(text) && isHan(text[run.to]) {
			run.to++
		}
		for ; i < run.to; i++ {
			f.look(rd, &l, &run, singles, i)
		}
	}
	rd.slips = f.slips(rd, &l)
	return rd
}

// look finds the alternatives at one place. What costs more comes later, and most places and alternatives
// drop out before.
func (f *Finder) look(rd *reading, l *line, run *lattice, singles []bool, i int) {
	c, text := f.counts, rd.text
	likes := f.alike.of(text[i])
	if len(likes) == 0 {
		return
	}
	k := l.at[i]
	here := f.around(l, k, l.ids[k])
	listed := f.isListed(text, i)
	if !listed && (here.fours >= 3 || here.threes == 3 && here.fours >= 2 || here.log > -12) {
		return
	}
	var ownCover cover
	var heads heads
	var found []alternative
	for _, like := range likes {
		id := c.idOf(like.char)
		before, behind := l.sides(c, k, id)
		two, twoR := c.of(2, before), c.of(2, behind)
		if two == 0 && twoR == 0 || two <= 1.5*here.pair && twoR <= 1.5*here.pairR {
			continue
		}
		there := f.around(l, k, id)
		gain := there.log - here.log
		if gain < 0.7 {
			continue
		}
		if !run.isReady {
			run.part(f.words, text)
			for e := run.to - run.from; e > 0; e = run.begin[e] {
				singles[run.from+e-1] = e-run.begin[e] == 1
			}
		}
		if found == nil && ownCover.size == 0 {
			heads = run.heads(f.words, text, i)
			ownCover = run.cover(f.words, text, i, text[i], &heads)
		}
		cover := run.cover(f.words, text, i, rune(like.char), &heads)
		if cover.best-ownCover.best < 3 && gain < 1.2 {
			continue
		}
		a := alternative{at: i, char: rune(like.char), likes: like, gain: gain, lattice: cover.best - ownCover.best,
			size: cover.size, word: cover.word, makesName: cover.isName && cover.log < -13 && !(cover.size > 3 && surnames[text[cover.path]]), place: rd.guard.place[i], quote: rd.guard.quote[i]}
		if singles[i] && i > 0 && singles[i-1] {
			a.afterSurname = strictly[text[i-1]] || i > 1 && singles[i-2] && strictly[text[i-2]]
		}
		a.fill(text, here, there, ownCover, cover, listed && cover.anySize >= 2)
		a.x[33] = float32(l.mood(k))
		found = append(found, a)
	}
	rd.alts = append(rd.alts, rank(found)...)
}

// around are the strings over a place as they are with one symbol there.
type around struct {
	support
	log         float64
	one         float64 // the count of the symbol
	pair, pairR float64 // those of the strings with its neighbours
	own         float64 // the logarithm of the probability of the symbol alone
}

func (f *Finder) around(l *line, k int, id int32) around {
	w := l.with(f.counts, k, id)
	return around{support: w.support(f.counts), log: w.log, one: f.counts.of(1, id),
		pair: f.counts.of(2, w.here[2]), pairR: f.counts.of(2, w.one[2]), own: l.log[k]}
}

// isListed says whether a string of two over the place is in the list of wrong strings.
func (f *Finder) isListed(text []rune, i int) bool {
	has := func(a int) bool {
		if a < 0 || a+1 >= len(text) || text[a] > 0xFFFF || text[a+1] > 0xFFFF {
			return false
		}
		_, ok := slices.BinarySearch(f.wrong, uint32(text[a])<<16|uint32(text[a+1]))
		return ok
	}
	return has(i-1) || has(i)
}

// mood is how well the counts know what stands around the place: the mean logarithm of probability.
func (l *line) mood(k int) float64 {
	sum, n := 0.0, 0
	for j := max(1, k-6); j <= k+9 && j < len(l.ids); j++ {
		if j < k || j > k+3 {
			sum, n = sum+l.log[j], n+1
		}
	}
	return sum / float64(max(1, n))
}

// likeWeight is what the kind of likeness says for an alternative.
func likeWeight(l likeness) float64 {
	switch {
	case l.kinds&pairOfOld != 0, l.shape > 0 && l.kinds&(sameTone|sameSound) != 0:
		return 1.5
	case l.shape >= 94:
		return 1
	case l.kinds&sameTone != 0:
		return 0.7
	case l.kinds&sameSound != 0:
		return 0.3
	case l.shape >= 88:
		return 0
	}
	return -1
}

// fill works out the figures of an alternative that the block by itself gives, and its promise. Their order is
// the ranker's.
func (a *alternative) fill(text []rune, here, there around, own, new cover, listed bool) {
	i, old := a.at, text[a.at]
	lg := math.Log1p
	like := likeWeight(a.likes)
	a.promise = 0.7*a.gain + 0.5*clip(a.lattice, -8, 14) + 1.5*like + 2*is(listed)
	sounds := a.likes.kinds & (sameTone | sameSound | nearSound)
	before, behind := hanAt(text, i-1), hanAt(text, i+1)
	afterName := before && surnames[text[i-1]] || i > 1 && isHan(text[i-2]) && surnames[text[i-2]]
	for j, v := range [nFigures]float64{
		0: clip(a.gain, 0, 25), clip(a.lattice, -10, 25),
		2: lg(here.pair), lg(here.pairR), lg(there.pair), lg(there.pairR),
		6: float64(here.threes), float64(here.fours), float64(there.threes), float64(there.fours),
		10: lg(here.most3), lg(here.most4), lg(there.most3), lg(there.most4),
		14: float64(own.size), float64(new.size), own.log, new.log,
		18: float64(a.likes.shape) / 100, is(sounds&sameTone != 0) + is(sounds&(sameTone|sameSound) != 0) + is(sounds != 0), is(a.likes.kinds&pairOfOld != 0),
		21: lg(here.one), lg(there.one),
		27: is(a.quote), 29: is(a.place), is(a.makesName), is(own.isName), here.log,
		34: float64(own.anySize), own.anyLog, float64(new.anySize), new.anyLog,
		38: is(!before) + 2*is(!behind), is(afterName), is(surnames[old]), is(listed), here.own, like, lg(there.one) - lg(here.one),
		49: there.over(here.support), new.anyLog - own.anyLog, max(lg(there.pair)-lg(here.pair), lg(there.pairR)-lg(here.pairR)),
	} {
		a.x[j] = float32(v)
	}
}

// over is by how much, at best, a string with the alternative is oftener seen than the same with what stands
// there.
func (s support) over(t support) float64 {
	most := -20.0
	for j, v := range s.three {
		if v > 0 {
			most = max(most, math.Log1p(v)-math.Log1p(t.three[j]))
		}
	}
	for j, v := range s.four {
		if v > 0 {
			most = max(most, math.Log1p(v)-math.Log1p(t.four[j]))
		}
	}
	return most
}

// rank puts the alternatives of one place in order, works out how they compare, and drops all but the first
// few, and those without hope.
func rank(all []alternative) []alternative {
	slices.SortStableFunc(all, func(a, b alternative) int { return cmp.Compare(b.promise, a.promise) })
	near, sum := 0, 0.0
	for _, a := range all {
		near += int(is(a.promise > all[0].promise-2))
		sum += math.Exp(max(-20, a.promise-all[0].promise))
	}
	for j := range all {
		a, other := &all[j], all[0].promise
		if j == 0 {
			other = 0
			if len(all) > 1 {
				other = all[1].promise
			}
		}
		a.x[45], a.x[46] = float32(a.promise-other), float32(near)
		a.x[47], a.x[48] = float32(math.Exp(max(-20, a.promise-all[0].promise))/sum), float32(a.promise)
	}
	n := 0
	for n < min(len(all), atMost) && all[n].promise >= hopeless {
		n++
	}
	kept, rest := all[:n:n], all[n:]
	for i := 0; i < len(rest) && rest[i].promise >= hopeless && len(kept) < n+strongest; i++ {
		if likeWeight(rest[i].likes) >= 1 {
			kept = append(kept, rest[i])
		}
	}
	return kept
}

func clip(x, low, high float64) float64 { return min(max(x, low), high) }

func is(x bool) float64 {
	if x {
		return 1
	}
	return 0
}
