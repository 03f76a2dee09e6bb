package fit

import (
	"fmt"
	"io"
	"math"
	"math/rand"
	"slices"
	"strings"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
	"qingyang/app/cores"
	"qingyang/app/script"
)

// How the weights of lines are fitted: a log-linear model of the roles of all lines of a page at once (a
// linear-chain conditional random field), by stochastic gradients with steps that shrink for each weight
// (AdaGrad: Duchi, Hazan, Singer 2011), the later passes averaged.
const (
	passes  = 4
	fewer   = 3    // passes over a half of the pages
	stride  = 0.1  // of the first pass
	shrink  = 0.15 // how fast it falls from pass to pass
	settled = 0.03 // squares of gradients that each weight begins with, so that what few pages show weighs little
	decay   = 1e-4 // of a weight at each step that touches it
	fewest  = 3    // pages that must show an answer for it to weigh anything
	fewestL = 8    // the same for a learned character
	same    = 4    // pages of different draws and readings that have the same texts, and count as one there
)

// left is how often each group of cues is left out of a page while fitting, so that no decision leans on
// one alone: learned characters 70 in 100, closed lists of words 40, all others 20; layout never.
var left = func() (all [read.Groups]float64) {
	for g := range all {
		all[g] = 0.2
	}
	all[read.GroupLayout], all[read.GroupLetters], all[read.GroupWords] = 0, 0.7, 0.4
	return all
}()

// leftCue and leftForm are how often a single cue, and a single set form in whatever cue it answers, are left out of a
// page beside those groups: of a paper that no fit saw some forms are never recognised, and some cues never answer as
// they do elsewhere. Layout stays.
const (
	leftCue  = 0.1
	leftForm = 0.3
	forms    = 64 // how many there may be
)

// lineModel is a model in the making.
type lineModel struct {
	line, junction tableFit
	run, runSum    [read.Roles][read.Roles]float32
	runSquares     [read.Roles][read.Roles]float32
	space          *soft
	lattice        read.Lattice
}

// tableFit holds the weights of one table by answer and outcome, the squares of their gradients, and the
// sum over the passes that are averaged.
type tableFit struct {
	*cue.Table
	n               int
	w, squares, sum []float32
	skip            []bool
	cue             []uint16 // of the answer: its number
	group           []uint8  // of the answer's cue
	form            []uint8  // that the answer is about, counted from 1; 0 for none
}

func newTableFit(t *cue.Table) tableFit {
	n, all := t.Outcomes, t.Answers()
	f := tableFit{Table: t, n: n, w: make([]float32, all*n), squares: make([]float32, all*n), skip: make([]bool, all),
		cue: make([]uint16, all), group: make([]uint8, all), form: make([]uint8, all)}
	for k := range f.squares {
		f.squares[k] = settled
	}
	for c := range f.group {
		k, x, _ := t.Answer(int32(c))
		f.cue[c], f.group[c] = uint16(k), uint8(t.Cues()[k].Group)
		if name := t.Cues()[k].Name; name == "form" || strings.HasPrefix(name, "form ") {
			f.form[c] = uint8(1 + x)
		}
	}
	return f
}

// sample is a page as numbers.
type sample struct {
	half           int
	line, junction [][]int32
	roles          []read.Role
	seams          []story.Lesson // whether a space stands between two lines that are joined
}

// samplesOf are pages as numbers.
func samplesOf(pages []*page) []sample {
	all := make([]sample, len(pages))
	cores.Each(len(pages), func(k int) {
		p, s := pages[k], &all[k]
		var seams []int
		for i, r := range p.roles {
			if r.Next() && p.spaces[i] >= 0 && !strings.ContainsRune("-‐", p.lines.Lines[i-1].Last) {
				seams = append(seams, i)
			}
		}
		var spaces [][]int32
		s.line, s.junction, spaces = read.Answers(p.lines, p.roles, seams)
		s.half, s.roles = p.half, p.roles
		tight(s.line)
		tight(s.junction)
		for q, held := range spaces {
			i := seams[q]
			if p.roles[i] == read.ParaNext && !p.lines.Latin && script.IsHan(p.lines.Lines[i-1].Last) && script.IsHan(p.lines.Lines[i].First) && k%40 > 0 {
				continue // nearly all seams are of this kind
			}
			s.seams = append(s.seams, story.Lesson{Sheets: [][]int32{nil, held}, Right: int(p.spaces[i])})
		}
	})
	return all
}

// tight moves the rows of a page into a room that has no more than they need: there are millions of them.
func tight(rows [][]int32) {
	room := slices.Concat(rows...)
	for k, row := range rows {
		rows[k] = room[:len(row):len(row)]
		room = room[len(row):]
	}
}

// fitLines fits the model of one script for one vote: on one half of the samples, or on all of them in one order.
func fitLines(all []sample, vote int, log io.Writer) *lineModel {
	passes := passes
	if vote < whole {
		passes = fewer
	}
	m := &lineModel{line: newTableFit(&read.LineCues), junction: newTableFit(&read.JunctionCues)}
	var samples []*sample
	var seams []story.Lesson
	for k := range all {
		if s := &all[k]; vote >= whole || s.half == vote {
			samples = append(samples, s)
			seams = append(seams, s.seams...)
		}
	}
	m.space = newSoft(&read.SpaceCues)
	fmt.Fprintf(log, "seams: %d, %.4f\n", len(seams), m.space.learn(seams, rand.New(rand.NewSource(5+int64(vote)))))
	seams = nil
	m.line.count(samples, func(s *sample) [][]int32 { return s.line })
	m.junction.count(samples, func(s *sample) [][]int32 { return s.junction })
	dice := rand.New(rand.NewSource(7 + int64(vote)))
	order := dice.Perm(len(samples))
	averaged := 0
	for pass := range passes {
		dice.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := float32(stride / (1 + shrink*float64(pass)))
		loss, lines := 0.0, 0
		for _, k := range order {
			loss += m.step(samples[k], m.leave(dice), rate)
			lines += len(samples[k].roles)
		}
		fmt.Fprintf(log, "pass %d: %.4f a line\n", pass+1, loss/float64(max(1, lines)))
		if pass >= passes/2 {
			averaged++
			m.add()
		}
	}
	m.average(float32(averaged))
	return m
}

// count leaves out what too few pages show.
func (t *tableFit) count(samples []*sample, rows func(*sample) [][]int32) {
	seen, last := make([]int32, t.Answers()), make([]int32, t.Answers())
	for k := range samples {
		for _, row := range rows(samples[k]) {
			for _, c := range row {
				if last[c] != int32(k+1) {
					last[c] = int32(k + 1)
					seen[c]++
				}
			}
		}
	}
	enough := min(fewest*same, 1+len(samples)/50)
	for c := range t.skip {
		most := enough
		if int(t.group[c]) == read.GroupLetters {
			most = min(fewestL*same, 1+len(samples)/20)
		}
		t.skip[c] = int(seen[c]) < most
	}
}

// out is what is left out of a page: by table and cue, and by form.
type out struct {
	line, junction []bool
	form           [forms + 1]bool
}

// leave draws what is left out of a page.
func (m *lineModel) leave(dice *rand.Rand) *out {
	var groups [read.Groups]bool
	for g := range groups {
		groups[g] = dice.Float64() < left[g]
	}
	cues := func(t *tableFit) []bool {
		all := make([]bool, len(t.Cues()))
		for k, c := range t.Cues() {
			all[k] = groups[c.Group] || c.Group != read.GroupLayout && dice.Float64() < leftCue
		}
		return all
	}
	o := &out{line: cues(&m.line), junction: cues(&m.junction)}
	for k := 1; k < len(o.form); k++ {
		o.form[k] = dice.Float64() < leftForm
	}
	return o
}

// kept are the answers that count on this page.
func (t *tableFit) kept(row []int32, cues []bool, forms *[forms + 1]bool, to []int32) []int32 {
	for _, c := range row {
		if !t.skip[c] && !cues[t.cue[c]] && !forms[t.form[c]] {
			to = append(to, c)
		}
	}
	return to
}

func (t *tableFit) sumUp(row []int32, to []float32) {
	for _, c := range row {
		for k, v := range t.w[int(c)*t.n : int(c)*t.n+t.n] {
			to[k] += v
		}
	}
}

// learn moves the weights of some answers against a gradient.
func (t *tableFit) learn(row []int32, gradient []float64, rate float32) {
	for k, g := range gradient {
		if math.Abs(g) < read.Slight {
			continue
		}
		for _, c := range row {
			at := int(c)*t.n + k
			move(&t.w[at], &t.squares[at], float32(g), rate)
		}
	}
}

func move(w, squares *float32, g, rate float32) {
	g += decay * *w
	*squares += g * g
	*w -= rate * g / (1e-3 + float32(math.Sqrt(float64(*squares))))
}

// step learns from one page and returns what it lost: minus the logarithm of the truth's likelihood.
func (m *lineModel) step(s *sample, o *out, rate float32) float64 {
	n := len(s.roles)
	l := &m.lattice
	l.Reset(n)
	l.Run = &m.run
	lines, junctions := make([][]int32, n), make([][]int32, n)
	var room []int32
	for i := range n {
		from := len(room)
		room = m.line.kept(s.line[i], o.line, &o.form, room)
		lines[i] = room[from:len(room):len(room)]
		m.line.sumUp(lines[i], l.Line[i][:])
		from = len(room)
		room = m.junction.kept(s.junction[i], o.junction, &o.form, room)
		junctions[i] = room[from:len(room):len(room)]
		m.junction.sumUp(junctions[i], l.Junction[i][:])
	}
	l.Sum()
	return l.Gradients(s.roles,
		func(i int, g *[read.Roles]float64) { m.line.learn(lines[i], g[:], rate) },
		func(i int, g *[read.Steps]float64) { m.junction.learn(junctions[i], g[:], rate) },
		func(a, b read.Role, g float64) { move(&m.run[a][b], &m.runSquares[a][b], float32(g), rate) })
}

func (m *lineModel) add() {
	for _, t := range []*tableFit{&m.line, &m.junction} {
		if t.sum == nil {
			t.sum = make([]float32, len(t.w))
		}
		for k, v := range t.w {
			t.sum[k] += v
		}
	}
	for a := range m.run {
		for b := range m.run[a] {
			m.runSum[a][b] += m.run[a][b]
		}
	}
}

func (m *lineModel) average(n float32) {
	for _, t := range []*tableFit{&m.line, &m.junction} {
		for k := range t.w {
			t.w[k] = t.sum[k] / n
		}
		t.squares, t.sum = nil, nil
	}
	for a := range m.run {
		for b := range m.run[a] {
			m.run[a][b] = m.runSum[a][b] / n
		}
	}
}

// bytes writes the model in the form that room read takes. Weights below least are left out.
func (m *lineModel) bytes(least float32) []byte {
	var b []byte
	for a := range m.run {
		for c := range m.run[a] {
			b = append(b, byte(grain(m.run[a][c], 0)))
		}
	}
	b = m.line.Append(b, func(c, o int) int8 { return grain(m.line.w[c*m.line.n+o], least) })
	b = m.junction.Append(b, func(c, o int) int8 { return grain(m.junction.w[c*m.junction.n+o], least) })
	return m.space.bytes(b)
}

// grain is a weight as the file has it.
func grain(w, least float32) int8 {
	if w < least && w > -least {
		return 0
	}
	return int8(max(-127, min(127, math.Round(float64(w)*cue.Grain))))
}

// judged is how well lines were read.
type judged struct {
	lines, right, junctions, wrong, tp, fp, fn int
	taken                                      [read.Roles][read.Roles]int // role by role: what was read
}

func (j *judged) add(p *page, roles []read.Role) {
	for i, r := range roles {
		j.lines++
		j.right += one(r == p.roles[i])
		j.taken[p.roles[i]][r]++
		if i == 0 || p.breaks[i] < 0 || p.roles[i] == read.Furniture && p.roles[i-1] == read.Furniture {
			continue
		}
		j.junctions++
		want, got := p.breaks[i] == 1, !r.Next()
		switch {
		case want && got:
			j.tp++
		case got:
			j.fp++
		case want:
			j.fn++
		}
		j.wrong += one(want != got)
	}
}

func (j judged) String() string {
	return fmt.Sprintf("roles right %.4f, junctions F1 %.4f, %d of %d wrong (%.2f in 1,000)", float64(j.right)/float64(max(1, j.lines)),
		2*float64(j.tp)/float64(max(1, 2*j.tp+j.fp+j.fn)), j.wrong, j.junctions, 1000*float64(j.wrong)/float64(max(1, j.junctions)))
}

// worst lists the commonest mistakes: what a line is, and what it was taken for.
func (j judged) worst() string {
	type mistake struct {
		is, taken read.Role
		n         int
	}
	var all []mistake
	for a := range read.Roles {
		for b := range read.Roles {
			if n := j.taken[a][b]; a != b && n > 0 {
				all = append(all, mistake{a, b, n})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y mistake) int { return y.n - x.n })
	var s []string
	for _, x := range all[:min(len(all), 12)] {
		s = append(s, fmt.Sprintf("%s for %s %d", read.Names[x.taken], read.Names[x.is], x.n))
	}
	return strings.Join(s, ", ")
}
