package figures

import (
	"context"
	"flag"
	"fmt"
	"io"
	"strings"

	"qingyang/app/errata"
	"qingyang/app/proof"
	"qingyang/app/proof/chars"
	"qingyang/cmd/qingyang-fit/pages"
)

// Judge says how well wrong characters are found by the data that are built in, in the texts of a style that
// they were not fitted on: as they are, and with errors.
func Judge(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("found", flag.ContinueOnError)
	style := flags.String("style", "B", "`style` of the texts")
	seed := flags.Int("seed", 1000, "`number` of the first draw")
	draws := flags.Int("draws", 4, "how `often` the texts are drawn")
	show := flags.Bool("show", false, "print what was found wrongly, and what not")
	slips := flags.Int("slips", 0, "plant so `many` characters left out and set twice instead")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *slips > 0 {
		return Slips(*style, *seed, *slips, stdout)
	}
	for _, how := range []struct {
		name   string
		strict proof.Strictness
	}{{"quiet", proof.Quiet}, {"usual", proof.Usual}, {"strict", proof.Strict}} {
		for _, rate := range []float64{0, 0.004, 0.012, 0.025} {
			var t Tally
			for n := range *draws {
				if err := t.add(*style, *seed+n, rate, how.strict, *show && how.strict == proof.Usual, stdout); err != nil {
					return err
				}
			}
			fmt.Fprintf(stdout, "%s, one of %4.0f wrong: %v\n", how.name, 1/rate, t)
		}
	}
	return nil
}

// Tally counts what was found in texts of which the errors are known.
type Tally struct {
	Runes, Errors, Found, First int // First: the first suggestion sets it right
	False                       int // findings where nothing is wrong
}

// Precision and Recall are those of errors, in parts of one.
func (t Tally) Precision() float64 { return float64(t.Found) / float64(max(1, t.Found+t.False)) }

// Recall is how much of the errors was found.
func (t Tally) Recall() float64 { return float64(t.Found) / float64(max(1, t.Errors)) }

func (t Tally) String() string {
	return fmt.Sprintf("%d characters, %d errors: precision %.3f, recall %.3f, first suggestion right %.3f of the found; %d false, %.1f of 3,000 characters",
		t.Runes, t.Errors, t.Precision(), t.Recall(), float64(t.First)/float64(max(1, t.Found)), t.False, 3000*float64(t.False)/float64(max(1, t.Runes)))
}

// add checks the texts of one draw.
func (t *Tally) add(style string, number int, rate float64, strict proof.Strictness, show bool, stdout io.Writer) error {
	st, err := pages.StyleNamed(style)
	if err != nil {
		return err
	}
	f := chars.Load()
	p := newPlanter(f, f.Misreadings(), "found/"+style, number)
	for _, text := range pages.Texts(st, number) {
		x := p.plant(text, rate)
		var file []string
		right := map[int]rune{}
		at := 0
		for i, b := range x.blocks {
			file = append(file, string(b.Text))
			for k, r := range x.right[i] {
				right[at+k] = r
			}
			at += len(b.Text) + 2
		}
		raw := strings.Join(file, "\n\n") + "\n"
		found, err := errata.Check(context.Background(), "story.txt", []byte(raw), "", errata.Options{Strict: strict})
		if err != nil {
			return err
		}
		runes := []rune(raw)
		around := func(from, to int) string {
			return strings.ReplaceAll(string(runes[max(0, from-6):from])+"["+string(runes[from:to])+"]"+string(runes[to:min(len(runes), to+6)]), "\n", "/")
		}
		seen := map[int]bool{}
		for _, m := range found {
			hit := false
			for k := m.Offset; k < m.Offset+max(1, m.Length) && m.Length <= 7; k++ {
				r, wrong := right[k]
				if !wrong || seen[k] {
					hit = hit || wrong
					continue
				}
				hit, seen[k] = true, true
				t.Found++
				if want := []rune(m.Text); len(m.Suggestions) > 0 {
					want[k-m.Offset] = r
					if m.Suggestions[0] == string(want) {
						t.First++
					} else if show {
						fmt.Fprintf(stdout, "not first: %s %c %v %s\n", around(m.Offset, m.Offset+m.Length), r, m.Suggestions, m.Rule)
					}
				}
			}
			if !hit {
				t.False++
				if show {
					fmt.Fprintf(stdout, "false: %s %v %s\n", around(m.Offset, m.Offset+m.Length), m.Suggestions, m.Rule)
				}
			}
		}
		t.Errors += len(right)
		t.Runes += len(runes)
		for k, r := range right {
			if show && !seen[k] {
				fmt.Fprintf(stdout, "missed: %s %c\n", around(k, k+1), r)
			}
		}
	}
	return nil
}
