package chars

// lattice holds the likeliest ways to part a run of Han into words.
type lattice struct {
	from, to int       // the run, in runes of the text
	left     []float64 // of the run's first i characters
	right    []float64 // of what stands behind the first i
	begin    []int     // where the last word of the first i begins
	isReady  bool
}

// impossible is less than any way is worth.
const impossible = -1e9

// part finds the ways. Linear in the run times the length of words.
func (l *lattice) part(w *words, text []rune) {
	n := l.to - l.from
	l.left, l.right, l.begin, l.isReady = make([]float64, n+1), make([]float64, n+1), make([]int, n+1), true
	for i := range l.left {
		l.left[i], l.right[i] = impossible, impossible
	}
	l.left[0], l.right[n] = 0, 0
	run := text[l.from:l.to]
	for a := range run {
		w.eachWord(run, a, func(size int, p float64) {
			if s := l.left[a] + p; s > l.left[a+size] {
				l.left[a+size], l.begin[a+size] = s, a
			}
		})
	}
	for a := n - 1; a >= 0; a-- {
		w.eachWord(run, a, func(size int, p float64) {
			l.right[a] = max(l.right[a], p+l.right[a+size])
		})
	}
}

// eachWord calls yield with the length and the logarithm of the probability of every word that begins at a;
// a character by itself is always one.
func (w *words) eachWord(run []rune, a int, yield func(size int, p float64)) {
	yield(1, w.single(run[a]))
	i := w.find(run[a : a+1])
	for k := a + 1; k < len(run) && k < a+longest && i >= 0; k++ {
		if run[k] > 0xFFFF {
			return
		}
		if i = w.step(i, uint16(run[k])); i >= 0 && w.log[i] != 0 {
			yield(k+1-a, float64(w.log[i]))
		}
	}
}

// cover is what the words over one place are like with some character there.
type cover struct {
	best    float64 // the likeliest way to part the run
	size    int     // of the word over the place in it
	log     float64 // and how likely that word is
	isName  bool
	path    int // where it begins
	anySize int // of the longest word over the place, in whatever way; 0 for none of two characters or more
	anyLog  float64
	word    [2]int // that longest word, [from, to) in runes of the text
}

// heads are the places of the strings that end right before a rune, by their length: what words over it
// begin with.
type heads [longest]int32

func (l *lattice) heads(w *words, text []rune, at int) (h heads) {
	for n := range h {
		h[n] = none
		if n > 0 && at-n >= l.from {
			h[n] = w.find(text[at-n : at])
		}
	}
	return h
}

// cover looks at the words over text[at] with c there.
func (l *lattice) cover(w *words, text []rune, at int, c rune, h *heads) cover {
	p, n := at-l.from, l.to-l.from
	one := w.single(c)
	v := cover{best: l.left[p] + one + l.right[p+1], size: 1, log: one, path: at, anyLog: -25}
	for before := longest - 1; before >= 0; before-- {
		i := w.root[uint16(c)]
		if before > 0 {
			if i = h[before]; i >= 0 {
				i = w.step(i, uint16(c))
			}
		}
		for end := p + 1; i >= 0; end++ {
			if size := before + end - p; size > 1 && w.log[i] != 0 {
				lg := float64(w.log[i])
				if s := l.left[p-before] + lg + l.right[end]; s > v.best {
					v.best, v.size, v.log, v.isName, v.path = s, size, lg, w.name[i], at-before
				}
				if size > v.anySize || size == v.anySize && lg > v.anyLog {
					v.anySize, v.anyLog, v.word = size, lg, [2]int{at - before, l.from + end}
				}
			}
			if end >= n || before+end-p >= longest || text[l.from+end] > 0xFFFF {
				break
			}
			i = w.step(i, uint16(text[l.from+end]))
		}
	}
	return v
}
