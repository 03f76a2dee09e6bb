package fit

import (
	"fmt"
	"io"
	"math"
	"math/rand"

	"qingyang/app/bulletin"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
)

// How the weights of stories are fitted: each choice is a multinomial regression over the sheets of its
// options; titles are a chain, as lines are.
const (
	storyPasses = 8
	storyStride = 0.1
	storyShrink = 0.3
	storyDecay  = 1e-4
	storyLeast  = 0.02 // weights below are left out of the file
)

// soft are weights in the making.
type soft struct {
	table           *cue.Table
	w, squares, sum []float32
	averaged        int
}

func newSoft(t *cue.Table) *soft {
	n := t.Answers()
	return &soft{table: t, w: make([]float32, n), squares: make([]float32, n), sum: make([]float32, n)}
}

// Sum is what the answers on a sheet weigh.
func (s *soft) Sum(held []int32) float32 {
	v := float32(0)
	for _, a := range held {
		v += s.w[a]
	}
	return v
}

func (s *soft) move(held []int32, gradient float64, rate float32) {
	if math.Abs(gradient) < slight {
		return
	}
	for _, a := range held {
		g := float32(gradient) + storyDecay*s.w[a]
		s.squares[a] += g * g
		s.w[a] -= rate * g / (1e-3 + float32(math.Sqrt(float64(s.squares[a]))))
	}
}

func (s *soft) add() {
	for k, v := range s.w {
		s.sum[k] += v
	}
	s.averaged++
}

func (s *soft) average() {
	for k := range s.w {
		s.w[k] = s.sum[k] / float32(s.averaged)
	}
}

func (s *soft) bytes(b []byte) []byte {
	return s.table.Append(b, func(a, _ int) int8 { return grain(s.w[a], storyLeast) })
}

// learn fits weights on lessons.
func (s *soft) learn(all []story.Lesson, dice *rand.Rand) (lost float64) {
	for pass := range storyPasses {
		rate := float32(storyStride / (1 + storyShrink*float64(pass)))
		lost = 0
		for _, k := range dice.Perm(len(all)) {
			l := &all[k]
			p := make([]float64, len(l.Sheets))
			for q, held := range l.Sheets {
				p[q] = float64(s.Sum(held))
			}
			normalise(p)
			lost -= math.Log(p[l.Right] + 1e-12)
			for q, held := range l.Sheets {
				g := p[q]
				if q == l.Right {
					g--
				}
				s.move(held, g, rate)
			}
		}
		if pass >= storyPasses/2 {
			s.add()
		}
	}
	s.average()
	return lost / float64(max(1, len(all)))
}

func normalise(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	z := 0.0
	for k, v := range x {
		x[k] = math.Exp(v - top)
		z += x[k]
	}
	for k := range x {
		x[k] /= z
	}
}

// titled is the titles of a page and whose they are.
type titled struct {
	chain *story.Chain
	right []int
}

// learnChains fits the weights of titles and of neighbours among them.
func learnChains(unary, pair *soft, all []titled, dice *rand.Rand) {
	for pass := range storyPasses {
		rate := float32(storyStride / (1 + storyShrink*float64(pass)))
		for _, k := range dice.Perm(len(all)) {
			c, right := all[k].chain, all[k].right
			if len(right) == 0 {
				continue
			}
			c.Weigh(unary, pair)
			for t := range c.Unary {
				for s, held := range c.Unary[t] {
					g := c.Likely(t, s)
					if s == right[t] {
						g--
					}
					unary.move(held, g, rate)
				}
				if t == 0 {
					continue
				}
				p := c.Related(t)
				p[story.Relation(right[t-1], right[t])]--
				for rel, g := range p {
					pair.move(c.Pair[t][rel], g, rate)
				}
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

// fitStories fits the model of one script on pages read by a model of lines.
func fitStories(pages []*page, lines read.Models, log io.Writer) []byte {
	m := &story.Model{}
	var soften []*soft
	for _, p := range m.Parts() {
		s := newSoft(p.Table)
		soften = append(soften, s)
		*p.To = s
	}
	boundary, title, neighbour, title2, neighbour2, caption, credit, whole := soften[0], soften[1], soften[2], soften[3], soften[4], soften[5], soften[6], soften[7]
	dice := rand.New(rand.NewSource(11))
	studies := make([]*story.Study, len(pages))
	var lessons []story.Lesson
	for k, p := range pages {
		r := read.Page(p.lines, lines)
		bs := r.Blocks(nil)
		studies[k] = story.NewStudy(r, bs, m, p.articles(bs))
		lessons = append(lessons, studies[k].Boundaries()...)
	}
	fmt.Fprintf(log, "boundaries: %d, %.4f\n", len(lessons), boundary.learn(lessons, dice))
	lessons = nil
	all := make([]titled, len(studies))
	for k, s := range studies {
		s.Tell()
		all[k].chain, all[k].right = s.Titles(false)
	}
	learnChains(title, neighbour, all, dice)
	for k, s := range studies {
		all[k].chain, all[k].right = s.Titles(true)
	}
	learnChains(title2, neighbour2, all, dice)
	all = nil
	var captions, credits, wholes []story.Lesson
	for _, s := range studies {
		captions = append(captions, s.Captions()...)
		credits = append(credits, s.Credits()...)
	}
	fmt.Fprintf(log, "captions: %d, %.4f\n", len(captions), caption.learn(captions, dice))
	fmt.Fprintf(log, "credits: %d, %.4f\n", len(credits), credit.learn(credits, dice))
	for _, s := range studies {
		wholes = append(wholes, s.Wholes()...)
	}
	fmt.Fprintf(log, "wholes: %d, %.4f\n", len(wholes), whole.learn(wholes, dice))
	var b []byte
	for _, s := range soften {
		b = s.bytes(b)
	}
	return b
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
					kind := p.blocks[x.block].kind
					if b.Role.Body() && (kind == bulletin.Dateline || kind == bulletin.Byline) {
						continue
					}
					if count[x.block] += x.n; count[x.block] > most {
						best, most = x.block, count[x.block]
					}
				}
			}
		}
		all[k] = -1
		if best >= 0 && !(b.Role.Title() && !p.blocks[best].kind.Title()) {
			all[k] = p.blocks[best].article
		}
	}
	return all
}
