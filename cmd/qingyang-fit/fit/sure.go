package fit

import (
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
	"qingyang/cmd/qingyang-fit/pages"
)

// How sure decisions about junctions are is fitted on draws that the weights of lines were not fitted on: a seed of
// their own, of the families that can be drawn anew; so many pages of each track from each.
const sureSeed = 6001

var sureDraws = map[string]int{"page": 250, "mixed": 150, "ocr": 150, "latin": 1200}

// flagged is the share of junctions that are to be less sure than clean.Sure: those that an editor is asked to look
// at, so that of the rest as few as possible are wrong. Of Latin letters more are wrong: where a sentence ends with its
// line, little says whether the paragraph does.
var flagged = [scripts]float64{0.026, 0.038}

// flaggedMisread is that share on pages whose letters were read badly: there more of what looks sure is wrong.
const flaggedMisread = 0.056

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
		return []string{dir}, drawOwn(filepath.Join(dir, "blended"), pages.Between, sureSeed, sureDraws)
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
	var misread [scripts][]story.Lesson // those of them whose letters were read badly
	for _, p := range all {
		r := read.Page(p.lines, ms)
		k := one(p.lines.Latin)
		from := len(lessons[k])
		for i, held := range r.Doubts() {
			if i > 0 && p.breaks[i] >= 0 && !(p.roles[i] == read.Furniture && p.roles[i-1] == read.Furniture) {
				right := (p.breaks[i] == 1) != r.Roles[i].Next()
				lessons[k] = append(lessons[k], story.Lesson{Sheets: [][]int32{nil, held}, Right: one(right)})
			}
		}
		if p.lines.Doubt < 1 {
			misread[k] = append(misread[k], lessons[k][from:]...)
		}
	}
	var models [scripts][]byte
	for k, name := range []string{"Han", "Latin"} {
		s := newSoft(&read.SureCues)
		lost := s.learn(lessons[k], rand.New(rand.NewSource(17)))
		t := flatten(s, lessons[k], flagged[k])
		d := s.doubt(misread[k], flaggedMisread)
		fmt.Fprintf(log, "junctions in %s: %d, %.4f, flattened by %.2f; %d read badly, lowered by %.2f\n", name, len(lessons[k]), lost, t, len(misread[k]), d)
		models[k] = s.bytes(nil)
	}
	return cue.Pack(models[:]...), nil
}

// flatten divides weights by a temperature, so that the wanted share of lessons is less sure than clean.Sure.
func flatten(s *soft, all []story.Lesson, flagged float64) (temperature float64) {
	temperature = 1
	if len(all) > 0 {
		temperature = max(1, s.quantile(all, flagged)/sureOdds)
	}
	for k := range s.w {
		s.w[k] /= float32(temperature)
	}
	return temperature
}

// doubt makes all lessons of pages whose letters were read badly less sure by one number, so that the wanted share of
// them is less sure than clean.Sure.
func (s *soft) doubt(misread []story.Lesson, flagged float64) (by float64) {
	if len(misread) == 0 {
		return 0
	}
	by = max(0, s.quantile(misread, flagged)-sureOdds)
	for _, a := range read.Misread() {
		s.w[a] -= float32(by)
	}
	return by
}

// sureOdds is the natural logarithm of the odds of clean.Sure.
var sureOdds = math.Log(clean.Sure / (1 - clean.Sure))

// quantile is the odds, as logarithms, that a share of lessons is below.
func (s *soft) quantile(all []story.Lesson, share float64) float64 {
	odds := make([]float64, len(all))
	for k, l := range all {
		odds[k] = float64(s.Sum(l.Sheets[1]))
	}
	slices.Sort(odds)
	return odds[int(share*float64(len(odds)))]
}
