package pages

import (
	"maps"
	"slices"
	"sync"
)

// Between is the style of papers between all those that are fitted on, a letter for each.
const Between = "ACDEFGHIJLMNOP"

func init() {
	named[Between] = sync.OnceValues(func() (*Style, error) { return blended(Between) })
}

// blended is a style whose pages are of papers between some others, a letter of its name for each: any of their stories,
// each habit that of one of them, each set of phrases that of one or of all. What a fit finds on such pages leans on no one
// paper's ways.
func blended(name string) (*Style, error) {
	st := &Style{Name: name, pairs: map[[2]rune]int{}}
	for _, n := range name {
		parent, err := StyleNamed(string(n))
		if err != nil {
			return nil, err
		}
		st.parents = append(st.parents, parent)
		for k, n := range parent.pairs {
			st.pairs[k] += n
		}
		for _, s := range parent.stories {
			c := *s
			if c.number = len(st.stories); len(parent.houses) == 0 {
				c.house = "common" // papers of all houses print it
			}
			st.stories = append(st.stories, &c)
		}
	}
	return st, nil
}

// blend is the style of one page: st itself, where it has no parents.
func (st *Style) blend(d dice) *Style {
	if len(st.parents) == 0 {
		return st
	}
	one := func() *Style { return pick(d, st.parents) }
	b := *one()
	b.Name, b.stories, b.pairs = st.Name, st.stories, st.pairs
	b.layouts, b.columns, b.measures = one().layouts, one().columns, one().measures
	b.mix, b.foreign, b.bylineAt, b.writerAt = one().mix, one().foreign, one().bylineAt, one().writerAt
	b.runInMarks, b.runInLatin, b.leadGaps, b.byMarks = one().runInMarks, one().runInLatin, one().leadGaps, one().byMarks
	b.titleAt, b.blanks, b.indents, b.orders = one().titleAt, one().blanks, one().indents, one().orders
	b.titles, b.fixtures, b.leadMarks, b.brackets = one().titles, one().fixtures, one().leadMarks, one().brackets
	b.writerMarks, b.creditWords, b.since = one().writerMarks, one().creditWords, one().since
	b.tightCredit, b.oneCredit = d.chance(0.4), d.chance(0.4)
	h := one()
	b.houses, b.abroad, b.signed, b.wideGaps = h.houses, h.abroad, one().signed, one().wideGaps
	b.fixed, b.years = nil, h.years
	for _, p := range st.parents {
		b.fixed = append(b.fixed, p.fixed...)
	}
	if d.chance(invented) {
		b.invent(d)
	}
	b.words = wording{}
	names := map[string]bool{}
	for _, p := range st.parents {
		for n := range p.words {
			names[n] = true
		}
	}
	for _, n := range slices.Sorted(maps.Keys(names)) {
		if set := one().words[n]; set != nil && d.chance(0.5) {
			b.words[n] = set
			continue
		}
		for _, p := range st.parents {
			b.words[n] = append(b.words[n], p.words[n]...)
		}
	}
	return &b
}

// invented is how often a paper between others has marks that none of them need have.
const invented = 0.35

// What papers set before and behind heads, leads, credits and names: there are more than any few papers show.
const ornaments = "■□◆◇●○◎★☆▲△▼▽▶▷►▸✦✧✪❖♦♣♥※＊·•▪▫◈⊙⊕☉✿❀☞➤✎▣▤◐◑◤◥▍▌▎〓§¶#"

var (
	marks      = [][2]string{{"【", "】"}, {"〔", "〕"}, {"［", "］"}, {"[", "]"}, {"〖", "〗"}, {"「", "」"}, {"（", "）"}, {"〈", "〉"}}
	headEnds   = []string{"　", "　", "：", "：", "——", " ", "  "}
	latinEnds  = []string{": ", ": ", " — ", " – ", ".—", ". ", " -- ", " - "}
	ornamented = []string{"", "", " "}
)

// invent gives a style marks of its own.
func (st *Style) invent(d dice) {
	ornament := func() string { return string(pick(d, []rune(ornaments))) }
	head, item := ornament(), ornament()
	st.runInMarks = [][2]string{{head, pick(d, headEnds)}, {head, pick(d, headEnds)}, {head, head}, pick(d, marks)}
	st.runInLatin = [][2]string{{head + " ", pick(d, latinEnds)}, {"", pick(d, latinEnds)}, {"[", "] "}}
	st.byMarks = []string{"", item + pick(d, ornamented)}
	st.writerMarks = []string{"", item + pick(d, ornamented), pick(d, []string{"文/", "文：", "作者：", "撰文：", "文｜"})}
	st.brackets = [][2]string{{"（", "）"}, pick(d, marks[:5])}
}
