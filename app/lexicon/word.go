package lexicon

// longest is how many characters a word has at most.
const longest = 4

// WordAround is the word of a run of Han characters that the one at i belongs to, [from, to) in runes.
//
// It parts the run so that the bonds inside words are worth most: each must be worth more than bar, and
// a longer word more than that, since the table knows pairs only. Of a long run only what stands near i
// is looked at.
func WordAround(run []rune, i int) (from, to int) {
	const near = 16
	low, high := max(0, i-near), min(len(run), i+near)
	part := run[low:high]
	best := make([]float64, len(part)+1)
	size := make([]int, len(part)+1)
	for end := 1; end <= len(part); end++ {
		best[end], size[end] = best[end-1], 1
		worth := 0.0
		for n := 2; n <= min(longest, end); n++ {
			a, b := part[end-n], part[end-n+1]
			if Level(a, b) == 0 {
				break
			}
			worth += Bond(a, b) - bar
			if n > 2 {
				worth -= more
			}
			if worth > 0 && best[end-n]+worth > best[end] {
				best[end], size[end] = best[end-n]+worth, n
			}
		}
	}
	for end := len(part); end > 0; end -= size[end] {
		if begin := low + end - size[end]; begin <= i {
			return begin, low + end
		}
	}
	return i, i + 1
}

// bar is what the bond of a word's two characters is more than; more is asked of each further one.
const (
	bar  = 0.5
	more = 1.0
)
