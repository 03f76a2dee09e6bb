package story

import (
	_ "embed"

	"qingyang/app/clean/cue"
	"qingyang/app/clean/read"
)

// Muted is the share of what words weigh that counts on a printed page. Words were fitted on stories that they came to
// know, as they know those of no paper, and where places are known they must not outvote them.
const Muted = 0.6

// Shown are the parts of a model that printed pages have, each with the part that it stands behind.
func (m *Model) Shown() []ShownPart {
	return []ShownPart{{&ShownBoundary, &BoundaryCues, &m.Boundary}, {&ShownTitle, &TitleCues, &m.Title}, {&ShownNeighbour, &NeighbourCues, &m.Neighbour},
		{&ShownCaption, &CaptionCues, &m.Caption}, {&ShownCredit, &CreditCues, &m.Credit}, {&ShownWhole, &WholeCues, &m.Whole}}
}

// ShownPart is a table of printed pages, the one that it adds to, and what weighs that one's answers.
type ShownPart struct {
	Table, Behind *cue.Table
	To            *Scorer
}

//go:embed prints.bin
var fittedShown []byte

// DecodeShown adds to models what cue.Pack made of the weights of their parts for printed pages, whose places are
// those that they were set with, and for those that a machine read.
func DecodeShown(ms Models, b []byte) (set, seen *Models, err error) {
	all, err := cue.Unpack(b)
	if err != nil {
		return nil, nil, err
	}
	set, seen = &Models{}, &Models{}
	for _, to := range []*Models{set, seen} {
		han, latin := *ms.Han, *ms.Latin
		han.Printed, latin.Printed = true, true
		to.Han, to.Latin = &han, &latin
		latins := latin.Shown()
		for k, p := range han.Shown() {
			var w cue.Weights
			if w, all, err = p.Table.Parse(all); err != nil {
				return nil, nil, err
			}
			for _, s := range []*Scorer{p.To, latins[k].To} {
				*s = (*s).(*cue.Weights).Before(&w, Muted)
			}
		}
	}
	return set, seen, cue.Empty(all)
}

// of is the model for a page.
func (ms Models) of(r *read.Reading) *Model {
	set := &ms
	switch {
	case r.Page.Prints == nil:
	case r.Page.Exact && ms.Set != nil:
		set = ms.Set
	case !r.Page.Exact && ms.Seen != nil:
		set = ms.Seen
	}
	if r.Page.Latin {
		return set.Latin
	}
	return set.Han
}
