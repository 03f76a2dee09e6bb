package chars

import (
	"io/fs"
	"math"
	"sync"

	"qingyang/app/script"
)

// joined are the counts that are built in of strings of at most three symbols, read when somebody first asks: a tenth of
// a second on one core.
var joined = sync.OnceValue(func() *counts {
	b, err := fs.ReadFile(dataDir(), "counts.bin")
	if err != nil {
		panic(err) // the name is no path
	}
	c, err := countsTo(b, 3)
	if err != nil {
		panic(err) // the program was built with damaged data; a test reads them
	}
	return c
})

// embedded are all counts that are built in.
var embedded = sync.OnceValue(func() *counts {
	c, err := joined().deepened(order)
	if err != nil {
		panic(err) // likewise
	}
	return c
})

// Joins says how much likelier text that begins as b does stands behind text that ends as a does than behind any other,
// as a natural logarithm; 0 where the counts cannot know, as between letters. Two characters of each are looked at.
// Any goroutine may call it but the window's: the first call reads the counts, see Load.
func Joins(a, b []rune) (w float64) {
	if len(a) == 0 || len(b) == 0 || script.IsLatin(a[len(a)-1]) || script.IsLatin(b[0]) {
		return 0
	}
	c := joined()
	alone := chains{none, none, none, none, none}
	behind := alone
	last := uint16(0)
	for _, r := range a[max(0, len(a)-c.depth+1):] {
		if s := symbol(r); s != last || s != '0' { // the counts have runs of digits as one
			behind, last = c.grow(behind, c.idOf(s)), s
		}
	}
	for _, r := range b[:min(len(b), c.depth-1)] {
		s := symbol(r)
		if s == last && s == '0' {
			continue
		}
		last = s
		x, y := c.grow(behind, c.idOf(s)), c.grow(alone, c.idOf(s))
		w += math.Log(c.probability(behind, x)) - math.Log(c.probability(alone, y))
		behind, alone = x, y
	}
	return w
}
