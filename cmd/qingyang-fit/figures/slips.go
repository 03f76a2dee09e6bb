package figures

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"strings"

	"qingyang/app/errata"
	"qingyang/app/proof/chars"
	"qingyang/cmd/qingyang-fit/pages"
)

// slipped is a way to leave characters out, or to set too much.
type slipped uint8

const (
	left    slipped = iota // one character of a word is missing
	doubled                // one stands twice
	again                  // a word of two stands twice
	ways
)

func (s slipped) String() string {
	return [...]string{"left out", "a character twice", "a word twice"}[s]
}

// Slips says how many of so many planted slips are found in the texts of a style, and at what price: each text is
// checked as it is, with one slip a paragraph, and what is found only then and nowhere near it is false.
func Slips(style string, number, most int, stdout io.Writer) error {
	st, err := pages.StyleNamed(style)
	if err != nil {
		return err
	}
	h := fnv.New64a()
	h.Write([]byte("slips/" + style))
	d := rand.New(rand.NewPCG(h.Sum64(), uint64(number)))
	f := chars.Load()
	var planted, found [ways]int
	falsely, runes, n := 0, 0, 0
	for draw := number; n < most; draw++ {
		for _, text := range pages.Texts(st, draw) {
			var raw []rune
			var at []int
			var kinds []slipped
			for _, block := range text {
				r := []rune(block)
				if i, ok := wordAt(f, d, r); ok && n < most {
					kind := slipped(n) % ways
					r = slip(r, i, kind)
					at, kinds = append(at, len(raw)+i), append(kinds, kind)
					planted[kind]++
					n++
				}
				raw = append(append(raw, r...), '\n', '\n')
			}
			runes += len(raw)
			all, err := errata.Check(context.Background(), "story.txt", []byte(string(raw)), "", errata.Options{})
			if err != nil {
				return err
			}
			clean, err := errata.Check(context.Background(), "story.txt", []byte(strings.Join(text, "\n\n")+"\n"), "", errata.Options{})
			if err != nil {
				return err
			}
			hit := map[int]bool{}
			near := 0
			for _, m := range all {
				for k, place := range at {
					if m.Offset <= place+3 && place-1 <= m.Offset+m.Length {
						near++
						if !hit[k] {
							hit[k] = true
							found[kinds[k]]++
						}
						break
					}
				}
			}
			falsely += max(0, len(all)-near-len(clean))
		}
	}
	for k := range ways {
		fmt.Fprintf(stdout, "%s: %d of %d found\n", k, found[k], planted[k])
	}
	fmt.Fprintf(stdout, "%d false in %d characters\n", falsely, runes)
	return nil
}

// wordAt is where a word of two characters begins in a text, at random.
func wordAt(f *chars.Finder, d *rand.Rand, r []rune) (int, bool) {
	for range 50 {
		if len(r) < 12 {
			return 0, false
		}
		if i := 4 + d.IntN(len(r)-8); f.IsWord(r[i : i+2]) {
			return i, true
		}
	}
	return 0, false
}

// slip makes a text wrong at the word that begins at i.
func slip(r []rune, i int, kind slipped) []rune {
	end := append([]rune{}, r[i+2:]...)
	head := append([]rune{}, r[:i]...)
	switch kind {
	case left:
		return append(append(head, r[i]), end...)
	case doubled:
		return append(append(head, r[i], r[i], r[i+1]), end...)
	}
	return append(append(append(head, r[i:i+2]...), r[i:i+2]...), end...)
}
