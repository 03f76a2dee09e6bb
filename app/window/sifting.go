package window

import (
	"strings"

	"qingyang/app/compare"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
)

// changer is who makes corrections: a person, or a rule.
type changer struct {
	person int64 // 0 for a rule
	rule   string
}

// changeGroup are corrections that one made, in the order of the log.
type changeGroup struct {
	by     changer
	all    []*session.Correction
	counts int // how many of them count
}

// listed says whether a correction is one that the list shows, and that is counted: what cleaning took blocks
// for is not.
func listed(c *session.Correction) bool { return c.Kind != compare.Marked || c.Person != 0 }

// groupChanges puts corrections together by who made them: people first, then rules in the order in which they
// first worked. Its cost is linear; it is called in a survey.
func groupChanges(all []session.Correction) []changeGroup {
	var people, rules []*changeGroup
	groups := map[changer]*changeGroup{}
	for i := range all {
		c := &all[i]
		if !listed(c) {
			continue
		}
		by := changer{c.Person, c.Rule}
		g, seen := groups[by]
		switch {
		case seen:
		case c.Person != 0:
			g = &changeGroup{by: by}
			people = append(people, g)
		default:
			g = &changeGroup{by: by}
			rules = append(rules, g)
		}
		groups[by] = g
		g.add(c, c.Counts)
	}
	var out []changeGroup
	for _, g := range append(people, rules...) {
		out = append(out, *g)
	}
	return out
}

func (g *changeGroup) add(c *session.Correction, counts bool) {
	g.all = append(g.all, c)
	if counts {
		g.counts++
	}
}

// standing is which corrections are listed: those that count, those that were taken back, or both.
type standing int

const (
	inForce standing = iota
	takenBack
	everyStanding
)

var standings = []say.Text{
	inForce:       say.T("有效的", "in force"),
	takenBack:     say.T("已收回的", "taken back"),
	everyStanding: say.T("有效、已收回", "both"),
}

// sieve says which corrections are listed.
type sieve struct {
	text     string // every word of it stands in what is shown of a correction, or in the names of its kind and maker
	kind     int    // of sieveKinds; 0 is every kind
	by       *changer
	standing standing
}

// narrows says whether it lets through less than all of a standing.
func (v *sieve) narrows() bool { return v.text != "" || v.kind > 0 || v.by != nil }

// sieveKinds are the kinds to choose from, the first of them every kind.
var sieveKinds = []compare.Kind{
	compare.Joined, compare.Joined, compare.Parted, compare.Spacing, compare.Width, compare.Punctuation, compare.Character,
	compare.Number, compare.Insertion, compare.Deletion, compare.Moved, compare.Marked,
}

// passes says whether a correction is listed; counts, whether it counts now.
func (v *sieve) passes(c *session.Correction, counts bool, maker string) bool {
	if v.standing == inForce && !counts || v.standing == takenBack && counts {
		return false
	}
	if v.kind > 0 && c.Kind != sieveKinds[v.kind] || v.by != nil && *v.by != (changer{c.Person, c.Rule}) {
		return false
	}
	return v.text == "" || holds(v.text, c.Before, c.After, c.Left, c.Right, maker, wording.Correction(c.Kind).ZH, wording.Correction(c.Kind).EN)
}

// holds says whether every word of a query stands in one of the texts, in any case.
func holds(query string, texts ...string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(query)) {
		found := false
		for _, t := range texts {
			if found = strings.Contains(strings.ToLower(t), word); found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
