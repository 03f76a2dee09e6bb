package chars

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Block is one block of a page's text.
type Block struct {
	Text []rune // not to be changed while Find runs
	// Owned says of each rune whether another check has found it wrong; nil for none. Nothing is found there.
	Owned []bool
	// Doubt is of each rune how unsure the reading machine was, in per cent; nil where it did not say. A character
	// that it doubted is found on less evidence.
	Doubt []uint8
	// Other is of each rune what the reading machine would have read instead, 0 for nothing; nil where it did not say.
	Other []rune
	// Errors is how many of those places are errors of recognition: a page that has many is doubted more.
	Errors int
}

// Strictness is how sure a finding must be.
type Strictness uint8

// The strictnesses. On texts of news that nothing was fitted on, with one wrong character in forty, nineteen of
// twenty findings of Usual are right, and it finds five errors in nine; of Quiet 97 of a hundred, and it finds
// nearly every second error; Strict finds three of five, and one finding in seventeen is wrong (qingyang-fit
// found).
const (
	Usual Strictness = iota
	Quiet
	Strict
)

// bar is the logarithm of the odds that a finding is right, as the ranker estimates them, that it must have.
func (s Strictness) bar() float64 {
	switch s {
	case Quiet:
		return 2.1
	case Strict:
		return 0.75
	}
	return 1.35
}

// Finding is a place where another character is clearly likelier.
type Finding struct {
	Block, At int      // which block, and the rune of it
	Wrong     rune     // what stands there
	Right     []rune   // what may be meant, the likeliest first: one to five
	Strength  float64  // the logarithm of the odds that it is wrong
	Why       []string // codes, the strongest reason first
	Word      [2]int   // the word that the first of Right makes, [from, to) in runes of the block; empty for none
}

// The codes of reasons.
const (
	WhyShape = "looks-alike"  // they look alike
	WhySound = "sounds-alike" // they sound alike
	WhyWord  = "makes-word"   // a word comes about
	WhyOften = "seen-so"      // the characters around it stand together far oftener so
	// the reading machine was not sure of it
	WhyUnsure = "unsure-reading"
)

// most is how many suggestions a finding has at most.
const most = 5

// Find looks at the blocks of one page. The names, and the strings that stand twice, of one block hold for
// all. Blocks that it saw lately cost little: about a microsecond an alternative, of which 1,000 characters
// have two hundred.
func (f *Finder) Find(blocks []Block, strict Strictness) []Finding {
	readings := f.readAll(blocks)
	p := pageOf(len(blocks))
	errs, size := 0, 0
	for i, b := range blocks {
		p.add(readings[i])
		errs += b.Errors
		size += len(b.Text)
	}
	all := make([][]scored, len(blocks))
	for i, rd := range readings {
		all[i] = blocks[i].doubted(f.scores(p, rd))
	}
	bar := strict.bar()
	if sure := errs + f.sure(blocks, readings, all, bar); sure >= 2 {
		// A text with many sure errors was read badly, or written carelessly: the bar falls.
		const boldness, usualRate = 0.8, 1.5 // the rate is in errors of 1,000 characters
		rate := float64(sure) * 1000 / float64(size+150)
		bar -= clip(boldness*math.Log(rate/usualRate), 0, 2)
	}
	var found []Finding
	for i, b := range blocks {
		found = append(found, judge(i, b, readings[i], all[i], bar)...)
	}
	return found
}

// page is what the blocks of a page have in common.
type page struct {
	pairs, threes map[uint64]int // strings of two and three characters, by how often they stand on the page
	names         map[string]bool
}

func pageOf(blocks int) *page {
	return &page{make(map[uint64]int, 128*blocks), make(map[uint64]int, 128*blocks), map[string]bool{}}
}

const runeBits = 21

func pairKey(a, b rune) uint64     { return uint64(a)<<runeBits | uint64(b) }
func threeKey(a, b, c rune) uint64 { return pairKey(a, b)<<runeBits | uint64(c) }

// at is the rune at i, a break outside the text.
func at(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return '\n'
	}
	return text[i]
}

func (p *page) add(rd *reading) {
	for i := range rd.text {
		a, b, c := at(rd.text, i-1), rd.text[i], at(rd.text, i+1)
		if isHan(b) || isHan(c) {
			p.pairs[pairKey(b, c)]++
			p.threes[threeKey(a, b, c)]++
		}
		if i == 0 {
			p.pairs[pairKey(a, b)]++
		}
	}
	for _, name := range rd.guard.names {
		p.names[string(name)] = true
	}
}

// isName marks what is a name in a text by itself, or because it is one elsewhere on the page.
func (p *page) isName(rd *reading) []bool {
	named := rd.guard.name
	copied := false
	for i := range rd.text {
		if !isSurname(rd.text[i]) && doubles.At(rd.text, i) == 0 {
			continue
		}
		for n := 4; n >= 2; n-- {
			if i+n <= len(rd.text) && p.names[string(rd.text[i:i+n])] {
				if !copied {
					named, copied = slices.Clone(named), true
				}
				mark(named, i, i+n)
				break
			}
		}
	}
	return named
}

// sure is how many places are over the bar, neighbours taken as one.
func (f *Finder) sure(blocks []Block, readings []*reading, all [][]scored, bar float64) (n int) {
	for i, of := range all {
		last := -2
		for k := range of {
			s := &of[k]
			if (s.score >= bar || s.isEvident()) && s.at-last > 1 && !blocks[i].owns(s.at) && !vetoed(readings[i].text, s, bar) {
				n, last = n+1, s.at
			}
		}
	}
	return n
}

// What the doubt of a reading machine is worth, as a logarithm of odds, and from how many per cent on. Of machines
// that say how sure they are, two of three characters read wrongly are doubted so, and three of a hundred read
// rightly: that is worth 3, of which two thirds are taken, since machines differ.
const doubtWorth, doubtFrom = 2.0, 20

// otherWorth is what it is worth that the machine itself names the alternative: half of a doubt, by judgement, for no
// machine at hand says so of enough characters to learn from.
const otherWorth = 1.0

// doubted are the scores with what the reading machine said of their places. scores are not changed.
func (b *Block) doubted(scores []scored) []scored {
	if b.Doubt == nil && b.Other == nil {
		return scores
	}
	scores = slices.Clone(scores)
	for i := range scores {
		s := &scores[i]
		if b.Doubt != nil && b.Doubt[s.at] >= doubtFrom {
			s.score += doubtWorth
			s.unsure = true
		}
		if b.Other != nil && b.Other[s.at] == s.char {
			s.score += otherWorth
			s.unsure = true
		}
	}
	return scores
}

func (b *Block) owns(i int) bool { return b.Owned != nil && b.Owned[i] }

// judge makes findings of the places of a block whose best alternative is over the bar. Of two neighbours the
// stronger one stands: the other is most often but its echo.
func judge(block int, b Block, rd *reading, all []scored, bar float64) (found []Finding) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].at == all[0].at {
			n++
		}
		here := slices.Clone(all[:n])
		all = all[n:]
		slices.SortStableFunc(here, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
		best := &here[0]
		if best.score < bar && !best.isEvident() || b.owns(best.at) || vetoed(rd.text, best, bar) {
			continue
		}
		x := Finding{Block: block, At: best.at, Wrong: rd.text[best.at], Strength: max(best.score, bar), Why: best.reasons(), Word: best.word}
		for _, s := range here[:min(n, most)] {
			x.Right = append(x.Right, s.char)
		}
		if k := len(found) - 1; k >= 0 && x.At-found[k].At <= 1 {
			if x.Strength > found[k].Strength {
				found[k] = x
			}
			continue
		}
		found = append(found, x)
	}
	return found
}

// reasons are what speaks most for an alternative.
func (s *scored) reasons() (all []string) {
	if s.unsure {
		all = append(all, WhyUnsure)
	}
	switch k := s.likes.kinds & (sameTone | sameSound | nearSound); {
	case s.likes.shape > 0 && k&(sameTone|sameSound) != 0:
		all = append(all, WhyShape, WhySound)
	case s.likes.shape > 0 || s.likes.kinds&pairOfOld != 0:
		all = append(all, WhyShape)
	case k != 0:
		all = append(all, WhySound)
	}
	if s.size >= 2 && s.lattice > 3 {
		return append(all, WhyWord)
	}
	return append(all, WhyOften)
}

// vetoed says whether what stands there is to stay all the same: a name, a title, a quotation, a verb said
// twice, what the page has twice.
func vetoed(text []rune, s *scored, bar float64) bool {
	i, old := s.at, text[s.at]
	switch {
	case s.makesName, s.x[inName] > 0, onlyNames[old], s.x[wrongTwice] > 0:
		return true
	case s.afterSurname && s.size < 3 && s.score < bar+2.5:
		return true
	case s.place && s.size < 3 && !s.completes(bar):
		return true
	case s.quote && s.score < bar+1.5:
		return true
	case s.size < 2 && s.score < bar+3 && i > 0 && symbol(text[i-1]) == '0': // anything may be counted: 26车
		return true
	case isSaying(text, i), isSaidTwice(text, i):
		return true
	case s.size < 2 && (s.score < bar+1 || s.x[newThrees] < 2): // it makes no word, and hardly a string that was seen
		return true
	}
	return s.score < bar+2 && s.size < 3 && s.x[oldPathSize] <= 1 && endsBareName(text, i)
}

// isEvident says whether an alternative is sure whatever the ranker says, which has seen few such: it looks or
// sounds like what stands there; no word stood over the place, but for what lists of words have by mistake; and
// a word of three characters or more comes about, or a common one of two where no string of three was ever seen.
// On 250,000 characters of text without errors nothing was evidently wrong.
func (s *scored) isEvident() bool {
	const rare = -16.4 // the logarithm of the probability of a word that was seen three times
	if s.x[oldWordSize] > 2 || s.x[oldWordSize] > 0 && s.x[oldWordLog] >= rare || s.x[howAlike] < 0.7 {
		return false
	}
	if s.size >= 3 {
		return s.lattice >= 5 && s.gain >= 6
	}
	return s.size == 2 && s.lattice >= 6 && s.gain >= 9 && s.x[oldThrees] == 0 && s.x[newWordLog] > -12 && s.score > -1
}

// completes says whether an alternative before the ending of a place's name makes a word that is common, or
// sure.
func (s *scored) completes(bar float64) bool {
	return s.size >= 2 && s.lattice > 3 && (s.score > bar+1 || s.likes.kinds&pairOfOld != 0 && s.x[newWordLog] > -11.5)
}

// isSaying says whether the verb of saying behind a name stands at i: 逯芳建说.
func isSaying(text []rune, i int) bool {
	return strings.ContainsRune("说称道讲", text[i]) && (surnames[at(text, i-3)] || surnames[at(text, i-2)]) && !hanAt(text, i+1)
}

// isSaidTwice says whether text[i] is one half of a verb said twice: 掸了掸, 看一看, 试试.
func isSaidTwice(text []rune, i int) bool {
	c := text[i]
	between := func(k int) bool { return strings.ContainsRune("了一不没来着", at(text, k)) }
	return at(text, i-1) == c || at(text, i+1) == c || at(text, i-2) == c && between(i-1) || at(text, i+2) == c && between(i+1)
}

// endsBareName says whether a family name stands one or two characters before i, where a name can begin.
func endsBareName(text []rune, i int) bool {
	for n := 1; n <= 2 && hanAt(text, i-n); n++ {
		if before := at(text, i-n-1); surnames[text[i-n]] && (!isHan(before) || strings.ContainsRune("的和与向对由让把给请跟", before)) {
			return true
		}
	}
	return false
}
