package rule

import "iter"

// All are the rules in their order of work: what a character is, then spaces, then marks, then
// numbers.
//
// P7 stands before the marks that ask whether a closing quotation mark stands before them.
var All = []Rule{L11, C1, E3, N1, N2, N4, N5, N6, S1, S2, S4, S3, E6, L6, P6, P7, P12, P1, P3, P4, P5, P8, P9, P2, P11}

// ByID finds a rule; ok is false for an id that has no row.
func ByID(id string) (r Rule, ok bool) {
	for _, r := range All {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// passes bounds how often the rules run over one text: a mark that one of them widens is what
// another waits for. Two suffice in practice; the bound keeps a hostile text from running on.
const passes = 8

// Steps is Style.Steps of the zero Style.
func Steps(text []rune, on func(id string) bool) iter.Seq2[Rule, []Edit] {
	return Style{}.steps(All, text, on)
}

func (s Style) steps(rules []Rule, text []rune, on func(id string) bool) iter.Seq2[Rule, []Edit] {
	return func(yield func(Rule, []Edit) bool) {
		p := s.para(text)
		for range passes {
			changed := false
			for _, r := range rules {
				if !on(r.ID) {
					continue
				}
				es := r.edits(p, sure)
				if len(es) == 0 {
					continue
				}
				if !yield(r, es) {
					return
				}
				p = s.para(apply(p.Text, es))
				changed = true
			}
			if !changed {
				return
			}
		}
	}
}

// Line is a line after all rules, by itself.
func Line(line string) string {
	text := []rune(line)
	for _, es := range Steps(text, func(string) bool { return true }) {
		text = apply(text, es)
	}
	return string(text)
}
