package clean

import (
	"cmp"
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// junctions accounts for every junction of two lines.
func (a *analysis) junctions() []bulletin.Junction {
	var all []bulletin.Junction
	for i := 1; i < len(a.ls); i++ {
		x, y := &a.ls[i-1], &a.ls[i]
		sure := 1 / (1 + math.Exp(-a.page.doubt*float64(a.reading.margin[i])))
		all = append(all, bulletin.Junction{
			Above: x.at, Below: y.at,
			At:         bulletin.ID{Index: int32(breakOf(a.rows[x.at]))},
			Join:       a.reading.joined[i],
			Uncertain:  sure < Sure,
			Confidence: sure,
			Cues:       a.why(i),
		})
	}
	return all
}

// verdicts accounts for every block, in the order of their first lines.
func (a *analysis) verdicts() []bulletin.Verdict {
	var all []bulletin.Verdict
	told := newTeller(a.stories, a.blocks)
	for _, b := range a.blocks {
		if b.runs == nil {
			continue
		}
		x := bulletin.Verdict{First: a.ls[b.first()].at, Last: a.ls[b.last()].at, Kind: b.kind, Story: b.tale, Cues: a.whyBlock(told, b)}
		if b.role == titleFirst && b.kind == bulletin.Line {
			x.Kind = bulletin.Headline // in the tray
		}
		if b.tale >= 0 && (b.kind.Title() || b.kind == bulletin.Caption) {
			x.Words = told.sharedWords(b)
		}
		all = append(all, x)
	}
	slices.SortStableFunc(all, func(a, b bulletin.Verdict) int { return cmp.Compare(a.First, b.First) })
	return all
}

// whyBlock lists what spoke for and against what a block was taken for.
func (a *analysis) whyBlock(told *teller, b *block) []bulletin.Cue {
	i := b.first()
	l := &a.ls[i]
	var all []bulletin.Cue
	add := func(c string, v float64) {
		if math.Abs(v) > 0.05 {
			all = append(all, bulletin.Cue{Code: c, Weight: math.Round(100*v) / 100, Holds: true})
		}
	}
	switch {
	case b.role == titleFirst:
		a.whyTitle(told, b, add)
	case b.role == caption:
		if phrase.IsPhotoEnd(a.ls[b.last()].r) || phrase.ShowsPicture(l.r) {
			add(WhyPhoto, 3)
		} else {
			add(WhyAlone, 2)
		}
	case b.role == furniturs:
		code := WhyFurniture
		for _, g := range furniture(nil, a.ls, i, a.page) {
			code = g.why
		}
		add(code, 3)
	case b.role == byline:
		code := WhyCredit
		if l.slug {
			code = WhyLead
		}
		add(code, 3)
	case b.role.row():
		if a.page.verse[i] {
			add(WhyVerse, 3)
		} else {
			add(WhyRow, 3)
		}
	default:
		if phrase.IsLead(l.r) {
			add(WhyLead, 8.5)
		}
		if a.page.indented && l.indent >= 2 {
			add(WhyIndent, 5.5)
		}
		if a.ls[b.last()].stop {
			add(WhyStop, 1.9)
		}
		add(WhyText, float64(a.costs.title(i))-3.8)
	}
	slices.SortStableFunc(all, strongest)
	return all
}

// strongest orders cues by their weight, the heaviest first.
func strongest(a, b bulletin.Cue) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) }

// whyTitle adds what speaks for a title, and for its part of the stack.
func (a *analysis) whyTitle(told *teller, b *block, add func(string, float64)) {
	i, j := b.first(), b.last()
	above, under := a.ls[i].gap > 0 || a.costs.short(i-1), below(a.ls, j) > 0 || a.costs.short(j+1)
	switch {
	case above && under:
		add(WhyBlank, 1.4)
	case above || under:
		add(WhyBlank, 0.5)
	default:
		add(WhyBlank, -2)
	}
	if n := marksIn(b.text, "，。；"); n > 0 {
		add(WhyMarks, -1.6*float64(n))
	} else {
		add(WhyMarks, 2)
	}
	if pauses(b.text) > 0 {
		add(WhyPause, 1)
	}
	if v := a.costs.sizeCost(i, false) - a.costs.sizeCost(i, true); v != 0 {
		add(WhySize, float64(v))
	}
	if standing(b.text) {
		add(WhyColumn, 3)
	}
	if b.tale < 0 {
		return
	}
	if len(a.stories.tales[b.tale].body) > 0 {
		for _, v := range told.above[aboveKey{b, b.tale}] {
			add(WhyAbove, v)
		}
	}
	if n := len(told.sharedWords(b)); n > 0 {
		add(WhyWords, 1.5*float64(n))
	}
}

// teller knows what is said of stories, found out once for all their titles.
type teller struct {
	*stories
	above map[aboveKey][]float64   // what it weighs that a title stands above its story
	said  map[int]map[[2]rune]bool // by story: the pairs of its text
}

type aboveKey struct {
	title *block
	tale  int
}

func newTeller(s *stories, blocks []*block) *teller {
	t := &teller{s, map[aboveKey][]float64{}, map[int]map[[2]rune]bool{}}
	for _, r := range s.region {
		for k, n := range r.titles {
			v := near
			if k == len(r.titles)-1 {
				v = closest
			}
			at := aboveKey{blocks[n], r.tale}
			t.above[at] = append(t.above[at], v)
		}
	}
	return t
}

// sharedWords are the runs of a text's characters that its story has too, pairs that say nothing left out.
func (t *teller) sharedWords(b *block) []string {
	said, ok := t.said[b.tale]
	if !ok {
		said = map[[2]rune]bool{}
		for _, i := range t.tales[b.tale].body {
			pairs(t.blocks[i].text, func(p [2]rune) { said[p] = true })
		}
		t.said[b.tale] = said
	}
	have := map[[2]rune]bool{}
	for p, want := range telling(b.text) {
		have[p] = want && said[p]
	}
	var all []string
	r := b.text[:min(len(b.text), 120)]
	for from := 0; from+1 < len(r); {
		to := from
		for to+1 < len(r) && have[[2]rune{script.Narrow(r[to]), script.Narrow(r[to+1])}] {
			to++
		}
		if to > from {
			all = append(all, string(r[from:to+1]))
		}
		from = to + 1
	}
	return all
}
