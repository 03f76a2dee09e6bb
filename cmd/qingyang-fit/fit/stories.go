package fit

import (
	"fmt"
	"io"
	"math/rand"

	"qingyang/app/bulletin"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
	"qingyang/app/cores"
)

// How the weights of stories are fitted: each choice is a multinomial regression over the sheets of its
// options; titles are a chain, as lines are.
const (
	storyPasses = 24
	storyStride = 0.1
	storyShrink = 0.3
	storyDecay  = 1e-4
	storyLeast  = 0.02 // weights below are left out of the file

	// On papers that no fit saw stories are read better where no cue leans on another, and where what few pages show
	// weighs little: a single cue is left out of a choice or of a page's titles so often, and squares of gradients begin so.
	leftStory    = 0.1
	settledStory = 0.01
)

// titled is the titles of a page and whose they are.
type titled struct {
	chain *story.Chain
	right []int
}

// ask asks a page for its titles.
func (t *titled) ask(s *story.Study) {
	t.chain, t.right = s.Titles()
	var rows [][]int32
	for k := range t.chain.Unary {
		rows = append(append(rows, t.chain.Unary[k]...), t.chain.Pair[k][:]...)
	}
	tight(rows)
	for k := range t.chain.Unary {
		rows = rows[copy(t.chain.Unary[k], rows):]
		rows = rows[copy(t.chain.Pair[k][:], rows):]
	}
}

// without is a chain of its own without the cues that are left out this time.
func without(c *story.Chain, unary, pair *soft, dice *rand.Rand) *story.Chain {
	unary.leave(dice)
	pair.leave(dice)
	out := &story.Chain{Unary: make([][][]int32, len(c.Unary)), Pair: make([][3][]int32, len(c.Pair))}
	for t := range c.Unary {
		out.Unary[t] = unary.kept(c.Unary[t])
		copy(out.Pair[t][:], pair.kept(c.Pair[t][:]))
	}
	return out
}

// learnChains fits the weights of titles and of neighbours among them.
func learnChains(unary, pair *soft, all []titled, dice *rand.Rand) {
	n := net{of: make([]float64, max(len(unary.w), len(pair.w)))}
	apply := func(s *soft, rate float32) {
		for _, a := range n.held {
			s.move(a, n.of[a], rate)
			n.of[a] = 0
		}
		n.held = n.held[:0]
	}
	for pass := range storyPasses {
		rate := float32(storyStride / (1 + storyShrink*float64(pass)))
		for _, k := range dice.Perm(len(all)) {
			right := all[k].right
			if len(right) == 0 {
				continue
			}
			c := without(all[k].chain, unary, pair, dice)
			c.Weigh(unary, pair)
			for t := range c.Unary {
				for s, held := range c.Unary[t] {
					g := c.Likely(t, s)
					if s == right[t] {
						g--
					}
					n.add(held, g)
				}
				apply(unary, rate)
				if t == 0 {
					continue
				}
				p := c.Related(t)
				p[story.Relation(right[t-1], right[t])]--
				for rel, g := range p {
					n.add(c.Pair[t][rel], g)
				}
				apply(pair, rate)
			}
		}
		if pass >= storyPasses/2 {
			unary.add()
			pair.add()
		}
	}
	unary.average()
	pair.average()
}

// storyModels are models in the making: fitted on each half of the pages, and on all. A page of one half is told
// by the model of the other while what builds on that is fitted.
type storyModels struct {
	models [halves]*story.Model
	parts  [halves + 1][]*soft // by half, then by part of the model
	of     []int               // by page: its half
}

// newStoryModels makes them of a fresh model and its parts, given by fresh.
func newStoryModels(pages []*page, fresh func() (*story.Model, []*soft)) *storyModels {
	m := &storyModels{}
	for k := range m.parts {
		var model *story.Model
		model, m.parts[k] = fresh()
		if k < halves {
			m.models[k] = model
		}
	}
	for _, p := range pages {
		m.of = append(m.of, p.half)
	}
	return m
}

// words is a fresh model of words alone.
func words() (*story.Model, []*soft) {
	m := &story.Model{}
	var parts []*soft
	for _, p := range m.Parts() {
		s := newSoft(p.Table)
		s.leaves = leftStory
		for a := range s.squares {
			s.squares[a] = settledStory
		}
		parts = append(parts, s)
		*p.To = s
	}
	return m, parts
}

// learn fits one part on the lessons of each half, and on all; lessons are given by page.
func (m *storyModels) learn(part int, lessons [][]story.Lesson) (n int, lost float64) {
	cores.Each(len(m.parts), func(k int) {
		k = whole - k // what takes longest is begun first
		var some []story.Lesson
		for q, all := range lessons {
			if k == whole || m.of[q] == k {
				some = append(some, all...)
			}
		}
		l := m.parts[k][part].learn(some, rand.New(rand.NewSource(11)))
		if k == whole {
			n, lost = len(some), l
		}
	})
	return n, lost
}

// learnChains does the same for the titles of pages and the neighbours among them.
func (m *storyModels) learnChains(unary, pair int, all []titled) {
	cores.Each(len(m.parts), func(k int) {
		k = whole - k
		var some []titled
		for q, t := range all {
			if k == whole || m.of[q] == k {
				some = append(some, t)
			}
		}
		learnChains(m.parts[k][unary], m.parts[k][pair], some, rand.New(rand.NewSource(11)))
	})
}

// The parts of a model of stories, in the order of story.Model.Parts.
const (
	partBoundary = iota
	partTitle
	partNeighbour
	partCaption
	partCredit
	partWhole
)

// fitStories fits the model of one script on pages, each read by the model of lines of the other half.
func fitStories(pages []*page, lines [halves]read.Models, log io.Writer) []byte {
	return newStoryModels(pages, words).teach(pages, lines, log)
}

// teach fits all parts, one after the other, and returns what they weigh on the average.
func (m *storyModels) teach(pages []*page, lines [halves]read.Models, log io.Writer) []byte {
	studies := make([]*story.Study, len(pages))
	lessons := func(of func(*story.Study) []story.Lesson) [][]story.Lesson {
		all := make([][]story.Lesson, len(studies))
		cores.Each(len(studies), func(k int) {
			all[k] = of(studies[k])
			var rows [][]int32
			for _, l := range all[k] {
				rows = append(rows, l.Sheets...)
			}
			tight(rows)
			for _, l := range all[k] {
				rows = rows[copy(l.Sheets, rows):]
			}
		})
		return all
	}
	cores.Each(len(pages), func(k int) {
		p := pages[k]
		other := halves - 1 - p.half
		r := read.Page(p.lines, lines[other])
		bs := r.Blocks(nil)
		r.Forget()
		studies[k] = story.NewStudy(r, bs, m.models[other], p.articles(bs))
	})
	tell := func(what string, n int, lost float64) { fmt.Fprintf(log, "%s: %d, %.4f\n", what, n, lost) }
	n, lost := m.learn(partBoundary, lessons((*story.Study).Boundaries))
	tell("boundaries", n, lost)
	all := make([]titled, len(studies))
	cores.Each(len(studies), func(k int) {
		studies[k].Tell()
		all[k].ask(studies[k])
	})
	m.learnChains(partTitle, partNeighbour, all)
	all = nil
	cores.Each(len(studies), func(k int) { studies[k].Home() })
	n, lost = m.learn(partCaption, lessons((*story.Study).Captions))
	tell("captions", n, lost)
	n, lost = m.learn(partCredit, lessons((*story.Study).Credits))
	tell("credits", n, lost)
	n, lost = m.learn(partWhole, lessons((*story.Study).Wholes))
	tell("wholes", n, lost)
	var b []byte
	for part := range m.parts[whole] {
		b = m.mean(part).bytes(b)
	}
	return b
}

// mean is what one part weighs on the average of the fits on the halves and on all; it takes the place of the last.
func (m *storyModels) mean(part int) *soft {
	var rooms [len(m.parts)][]float32
	for k := range rooms {
		rooms[k] = m.parts[whole-k][part].w
	}
	average(rooms[:]...)
	return m.parts[whole][part]
}

// articles is which article of the truth each block is of, -1 for none: of titles that are none, too.
func (p *page) articles(bs []*read.Block) []int {
	all := make([]int, len(bs))
	for k, b := range bs {
		count := map[int]int{}
		best, most := -1, 0
		for _, r := range b.Runs {
			for i := r.From; i < r.To; i++ {
				for _, x := range p.pieces[i] {
					kind := p.blocks[x.Block].Kind
					if b.Role.Body() && (kind == bulletin.Dateline || kind == bulletin.Byline) {
						continue
					}
					if count[x.Block] += x.N; count[x.Block] > most {
						best, most = x.Block, count[x.Block]
					}
				}
			}
		}
		all[k] = -1
		if best >= 0 && !(b.Role.Title() && !p.blocks[best].Kind.Title()) {
			all[k] = p.blocks[best].article
		}
	}
	return all
}
