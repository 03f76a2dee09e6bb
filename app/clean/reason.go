package clean

import (
	"math"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
)

// why lists what spoke for and against a break above line i, strongest first.
func (a *analysis) why(i int) []bulletin.Cue {
	x, y := &a.ls[i-1], &a.ls[i]
	r := a.reading
	p := a.page
	var all []bulletin.Cue
	weigh := func(c string, holds bool, v float64) {
		if v > 0.05 || v < -0.05 {
			all = append(all, bulletin.Cue{Code: c, Weight: math.Round(100*v) / 100, Holds: holds})
		}
	}
	add := func(c string, v float64) { weigh(c, true, v) }
	if y.gap > 0 {
		add(WhyBlank, math.Log(share(p.blankBreak)/share(p.blankJoin)))
	} else {
		weigh(WhyBlank, false, math.Log((1-share(p.blankBreak))/(1-share(p.blankJoin))))
	}
	above, below := r.role[i-1], r.role[i]
	if above.para() {
		switch {
		case x.stop, x.tail:
			add(WhyStop, 1.9)
		case x.comma:
			weigh(WhyStop, false, -6.5)
		default:
			weigh(WhyStop, false, -5)
		}
		m := int(r.measure[i-1])
		fill := float64(a.costs.full(i-1, above, m)) - 0.1
		if room := a.costs.room(i-1, above, m); room < 2 {
			add(WhyFull, fill-1.5)
		} else {
			add(WhyShort, fill)
		}
	}
	if below.para() {
		switch {
		case p.indented && y.indent >= 2:
			add(WhyIndent, 5.5)
		case p.indented:
			weigh(WhyIndent, false, -4)
		case !p.latin && a.costs.room(i, paraFirst, int(r.measure[i])) < -2:
			weigh(WhyIndent, false, -4)
		case !p.latin && y.width+4 == int(r.measure[i]):
			add(WhyIndent, 2)
		}
		if barred(y.first) {
			add(WhyBarred, -7)
		}
		if phrase.IsLead(y.r) {
			add(WhyLead, 8.5)
		} else if phrase.OpensItem(y.r) {
			add(WhySeries, 2.8)
		}
		if above.para() && r.measure[i] != r.measure[i-1] {
			add(WhyMeasure, 0.5)
		}
	}
	switch {
	case above.title() && below.title():
		add(WhySeam, -float64(a.costs.seam(i-1)))
	case above.title() || below.title():
		add(WhyTitle, 3)
	}
	for _, k := range []role{above, below} {
		switch k {
		case byline:
			add(WhyCredit, 3)
		case caption, captionCut:
			add(WhyPhoto, 3)
		case furniturs, furnitureCut:
			add(WhyFurniture, 3)
		case rowFirst, rowNext:
			add(WhyRow, 1)
		}
	}
	if v := a.costs.cuts[i-1]; v > 0 && !(above.title() && below.title()) {
		add(WhyWord, -0.6*float64(v))
	}
	if x.last == '-' && p.latin {
		add(WhyHyphen, -4)
	}
	if v := a.costs.sizeCost(i, true) - a.costs.sizeCost(i, false); v != 0 {
		add(WhySize, float64(-v))
	}
	slices.SortStableFunc(all, strongest)
	return all
}

// share keeps a frequency away from never and always.
func share(p float64) float64 { return min(max(p, 0.02), 0.98) }
