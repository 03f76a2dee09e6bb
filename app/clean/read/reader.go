package read

import (
	"qingyang/app/clean/layout"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// reader asks the questions of the table about the lines of one page.
type reader struct {
	page             *layout.Page
	ls               []layout.Line
	fs               []fact
	pairs            *Pairs          // of its lines; they and what follows about them serve until the page is read
	uses             []use           // by pair
	ids              [][]int32       // by line: the numbers of its pairs
	bonds, goes      []int8          // by line: how strongly it hangs together with the line above (bondOf, GoesOn)
	latin            map[string]bool // Latin words and numbers inside lines
	habit, joinHabit int             // how the page uses empty lines, as classes
	heading          int             // how many lines at the top are the page's own
	ahead, behind    []int           // by line: how many lines that do not look like text follow, or stand above, at once
}

// mostPairs is how many pairs of a line are looked for elsewhere.
const mostPairs = 59

// batch is how many lines a core takes at once.
const batch = 32

// longForm is how many characters at the head of a line are looked at for set forms.
const longForm = 400

// longGroup is how many lines of a group are counted.
const longGroup = 6

// open finds the facts of all lines, in the room that another page may have used. Linear in the text.
func open(p *layout.Page, room []use) *reader {
	x := &reader{page: p, ls: p.Lines, fs: make([]fact, len(p.Lines)), pairs: NewPairs(), uses: room[:0], ids: make([][]int32, len(p.Lines)), bonds: make([]int8, len(p.Lines)), goes: make([]int8, len(p.Lines)), latin: map[string]bool{}}
	x.habit = rung(int(p.BlankBreak*100), 19, 49, 79, 92)
	x.joinHabit = rung(int(p.BlankJoin*100), 3, 9, 29)
	store := make([]int32, 0, 1<<12)
	same := map[uint64]int{}
	keys := make([]uint64, len(x.ls)) // by line: what short lines are told apart by
	marks := map[rune]int{}
	batches(0, len(x.ls), func(_, first, last int) {
		var tight []rune
		for i := first; i < last; i++ {
			tight = layout.AppendTight(tight[:0], x.ls[i].Text[:min(len(x.ls[i].Text), longForm)])
			keys[i] = hash(tight)
			x.byItself(i, tight)
		}
	})
	for i := range x.ls {
		l, f := &x.ls[i], &x.fs[i]
		if phrase.IsOrnament(l.First) || phrase.IsMarkBracket(l.First) {
			marks[l.First]++
		}
		f.between = x.standsBetween(i)
		x.latinWords(l.Text)
		if len(l.Text) < 40 {
			same[keys[i]]++
		}
		from := len(store)
		add := func(k Pair) {
			id := x.pairs.Add(k)
			if int(id) == len(x.uses) {
				x.uses = append(x.uses, use{})
			}
			store = append(store, id)
			if u := &x.uses[id]; u.last != int32(i+1) {
				u.last = int32(i + 1)
				u.lines++
			}
		}
		if p.Latin {
			LatinWords(l.Text, func(w Pair, letters int) {
				if letters >= latinWord {
					add(w)
				}
			})
		} else {
			hanPairs(l.Text, len(l.Text), add)
		}
		x.ids[i] = store[from:len(store):len(store)]
	}
	for i := range x.ls {
		l, f := &x.ls[i], &x.fs[i]
		f.marked = min(3, max(0, marks[l.First]-1))
		if len(l.Text) < 40 {
			f.again = min(3, same[keys[i]]-1)
		}
		ids := x.ids[i][:min(len(x.ids[i]), mostPairs)]
		shared := 0
		for _, id := range ids {
			shared += one(x.uses[id].lines > 1)
		}
		f.elsewhere = -1
		if len(ids) >= 3 {
			f.elsewhere = shared * 10 / len(ids)
		}
	}
	x.groups()
	x.topics()
	x.heading = x.masthead()
	x.rows()
	for i := range x.fs {
		x.fs[i].entry = x.entry(i)
	}
	return x
}

// byItself finds what is told of line i without the rest of the page; tight is its head without white space.
func (x *reader) byItself(i int, tight []rune) {
	l, f := &x.ls[i], &x.fs[i]
	f.scan(l)
	f.recognise(l, tight, x.page.Latin)
	f.shape = shapeOf(l, f)
	x.nearest(i)
	if i > 0 {
		x.bonds[i], x.goes[i] = int8(bondOf(&x.ls[i-1], l)), int8(GoesOn(x.ls[i-1].Text, l.Text, x.page.Latin))
	}
}

// hash is a number for a text (FNV-1a, Fowler, Noll, Vo).
func hash(r []rune) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range r {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// hanPairs calls yield for each pair of neighbouring Han characters in the first n runes of a text.
func hanPairs(r []rune, n int, yield func(Pair)) {
	for k := 1; k < len(r) && k < n; k++ {
		if script.IsHan(r[k-1]) && script.IsHan(r[k]) {
			yield(Pair{r[k-1], r[k]})
		}
	}
}

// seen is in how many lines of the page two characters stand side by side.
func (x *reader) seen(a, b rune) int {
	if id := x.pairs.find(Pair{a, b}); id >= 0 {
		return int(x.uses[id].lines)
	}
	return 0
}

// nearest finds how far the width of line i is from the measures offered.
func (x *reader) nearest(i int) {
	l, f := &x.ls[i], &x.fs[i]
	all := x.page.Offered[i]
	f.room = clamp(int(all[0])-l.Width, -6, 24)
	f.near0, f.near4 = 9, 9
	for n, m := range all {
		if n >= 3 {
			break
		}
		if d := int(m) - l.Width; abs(d) < abs(f.near0) {
			f.near0 = d
		}
		if d := int(m) - 4 - l.Width; abs(d) < abs(f.near4) {
			f.near4 = d
		}
	}
	f.near0, f.near4 = clamp(f.near0, -4, 5), clamp(f.near4, -4, 5)
}

// groups counts the lines that do not look like text, above and below each line.
func (x *reader) groups() {
	n := len(x.ls)
	x.ahead, x.behind = make([]int, n), make([]int, n)
	for i := 1; i < n; i++ {
		if !x.fs[i-1].texty() {
			x.behind[i] = min(longGroup, x.behind[i-1]+1)
		}
	}
	for i := n - 2; i >= 0; i-- {
		if !x.fs[i+1].texty() {
			x.ahead[i] = min(longGroup, x.ahead[i+1]+1)
		}
	}
}

// topics finds for each short line the stretch of text that its rarer pairs of characters stand in. A
// pair that more than five stretches have says nothing.
func (x *reader) topics() {
	stretch := 0
	for i := range x.ls {
		text := x.fs[i].texty()
		if i > 0 && text && !x.fs[i-1].texty() && (i < 2 || !x.fs[i-2].texty() || x.ls[i].Gap > 0 || x.ls[i-1].Gap > 0) {
			stretch++
		}
		x.fs[i].stretch, x.fs[i].topic = stretch, -1
		if !text && len(x.ls[i].Text) <= 60 {
			for _, id := range x.ids[i] {
				x.uses[id].wanted = true
			}
		}
	}
	for i := range x.ls {
		if !x.fs[i].texty() {
			continue
		}
		g := int16(min(x.fs[i].stretch, 1<<15-1))
		for _, id := range x.ids[i] {
			if u := &x.uses[id]; u.wanted && u.n < 8 && (u.n == 0 || u.stretchs[u.n-1] != g) {
				u.stretchs[u.n] = g
				u.n++
			}
		}
	}
	for i := range x.ls {
		if !x.fs[i].texty() && len(x.ls[i].Text) <= 60 {
			x.topic(i)
		}
	}
}

// topic weighs the stretches that the pairs of a short line stand in.
func (x *reader) topic(i int) {
	f := &x.fs[i]
	for _, id := range x.ids[i] {
		u := &x.uses[id]
		if u.n == 0 || u.n > 5 {
			continue
		}
		w := 1 / float64(u.n)
	next:
		for _, g := range u.stretchs[:u.n] {
			for q := range f.words {
				if f.words[q].stretch == int(g) {
					f.words[q].weight += w
					continue next
				}
			}
			f.words = append(f.words, topicShare{int(g), w})
		}
	}
	second := 0.0
	for _, w := range f.words {
		if w.weight > f.topicW || w.weight == f.topicW && w.stretch < f.topic {
			second = max(second, f.topicW)
			f.topicW, f.topic = w.weight, w.stretch
		} else {
			second = max(second, w.weight)
		}
	}
	f.topicM = f.topicW - second
}

func abs(x int) int { return max(x, -x) }
