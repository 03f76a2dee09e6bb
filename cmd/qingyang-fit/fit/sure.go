package fit

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"slices"

	"qingyang/app/clean"
	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
)

// How sure decisions about junctions are is fitted on draws that the weights of lines were not fitted on: a seed of
// their own, of the families that can be drawn anew; so many pages of each track from each.
const sureSeed = 6001

var sureDraws = map[string]int{"page": 250, "mixed": 150, "ocr": 150, "latin": 1200}

// flagged is the largest share of junctions that may be less sure than clean.Sure, those that an editor is asked to look
// at, in Han characters and in Latin letters; wrong is how many of the rest may be wrong: as many are flagged as that
// takes. An editor is promised one in a thousand, on pages that are not those of the fit.
var flagged = [scripts]float64{0.028, 0.039}

const wrong = 1.0 / 1600

// Sure fits the sureness of junctions for given weights of lines and writes it where the program embeds it. It is
// due whenever the weights of lines are fitted anew. The same weights give the same bytes.
func Sure(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("sure", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "`folder` that the simulator stands in")
	lines := flags.String("lines", "app/clean/read/weights.bin", "the weights of lines are in this `file`")
	out := flags.String("out", "app/clean/read/sure.bin", "write the sureness to this `file`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	folders, done, err := drawnUnless(flags.Args(), func(dir string) ([]string, error) {
		if err := simulate(*shared, filepath.Join(dir, "simulate"), sureSeed, sureDraws); err != nil {
			return nil, err
		}
		return []string{dir}, drawOwn(filepath.Join(dir, "blended"), "ACD", sureSeed, sureDraws)
	})
	if err != nil {
		return err
	}
	defer done()
	weights, err := os.ReadFile(*lines)
	if err != nil {
		return err
	}
	all, err := loadAll(folders, 0, stdout)
	if err != nil {
		return err
	}
	b, err := sureWeights(all, weights, stdout)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, b, 0o644)
}

// sureWeights fits the sureness of junctions on pages as given weights read them.
func sureWeights(all []*page, lines []byte, log io.Writer) ([]byte, error) {
	ms, err := read.Decode(lines)
	if err != nil {
		return nil, err
	}
	var lessons [scripts][]story.Lesson // of pages in Han characters, and in Latin letters
	for _, p := range all {
		r := read.Page(p.lines, ms)
		to := &lessons[one(p.lines.Latin)]
		for i, held := range r.Doubts() {
			if i > 0 && p.breaks[i] >= 0 && !(p.roles[i] == read.Furniture && p.roles[i-1] == read.Furniture) {
				right := (p.breaks[i] == 1) != r.Roles[i].Next()
				*to = append(*to, story.Lesson{Sheets: [][]int32{nil, held}, Right: one(right)})
			}
		}
	}
	var models [scripts][]byte
	for k, name := range []string{"Han", "Latin"} {
		s := newSoft(&read.SureCues)
		lost := s.learn(lessons[k], rand.New(rand.NewSource(17)))
		t := flatten(s, lessons[k], flagged[k])
		fmt.Fprintf(log, "junctions in %s: %d, %.4f, flattened by %.2f\n", name, len(lessons[k]), lost, t)
		models[k] = s.bytes(nil)
	}
	return cue.Pack(models[:]...), nil
}

// flatten divides weights by a temperature, so that of the lessons that are at least as sure as clean.Sure no more than
// wrong are, or else that most less sure than that which may be.
func flatten(s *soft, all []story.Lesson, most float64) (temperature float64) {
	type judged struct {
		odds  float64
		right int
	}
	js := make([]judged, len(all))
	bad := 0
	for k, l := range all {
		js[k] = judged{float64(s.Sum(l.Sheets[1])), l.Right}
		bad += 1 - l.Right
	}
	slices.SortStableFunc(js, func(a, b judged) int { return cmp.Compare(a.odds, b.odds) })
	n := len(js)
	if n == 0 {
		return 1
	}
	k := 0
	for ; k < int(most*float64(n)) && float64(bad) > wrong*float64(n-k); k++ {
		bad -= 1 - js[k].right
	}
	temperature = max(1, js[k].odds/math.Log(clean.Sure/(1-clean.Sure)))
	for k := range s.w {
		s.w[k] /= float32(temperature)
	}
	return temperature
}
