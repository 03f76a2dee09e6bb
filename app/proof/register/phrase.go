package register

import "slices"

// phrases are the places where a set phrase of several clauses stands with one missing, changed or elsewhere: two
// of three clauses, three of four or five, are enough to know it by.
func (r *Register) phrases(all []Found, text []rune, covered []bool) []Found {
	type hit struct{ k, from, to int }
	hits := map[int][]hit{} // by entry
	var order []int
	for i := range text {
		for _, c := range r.clauses[pairAt(text, i)] {
			e := &r.entries[c.entry]
			want := e.clauses[c.k]
			if covered[i] || i+len(want) > len(text) || !slices.Equal(text[i:i+len(want)], want) {
				continue
			}
			if hits[c.entry] == nil {
				order = append(order, c.entry)
			}
			hits[c.entry] = append(hits[c.entry], hit{c.k, i, i + len(want)})
		}
	}
	for _, n := range order {
		e := &r.entries[n]
		slack := 2
		for _, c := range e.clauses {
			slack = max(slack, len(c)+2)
		}
		run := hits[n]
		for len(run) > 0 {
			end := 1
			known := map[int]bool{run[0].k: true}
			for end < len(run) && run[end].from >= run[end-1].to && run[end].from-run[end-1].to <= slack && oneSentence(text[run[end-1].to:run[end].from]) {
				known[run[end].k] = true
				end++
			}
			if len(e.clauses) > 1 && len(known) >= max(2, (2*len(e.clauses)+2)/3) {
				from, to := run[0].from, run[end-1].to
				if !known[0] && run[0].k == 1 {
					from = clauseBefore(text, from, slack)
				}
				if !known[len(e.clauses)-1] && run[end-1].k == len(e.clauses)-2 {
					to = clauseBehind(text, to, slack)
				}
				all = append(all, Found{SetPhrase, from, to, e.Text, e.Entry})
			}
			run = run[end:]
		}
	}
	return all
}

// oneSentence says whether no sentence ends in text.
func oneSentence(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' })
}

// clauseBefore is where the clause begins that stands before at, behind a mark of a list, if it is no longer than
// most characters; else at itself.
func clauseBefore(text []rune, at, most int) int {
	if at == 0 || text[at-1] != '、' && text[at-1] != '，' {
		return at
	}
	for i := at - 2; at-i <= most; i-- {
		if i < 0 || isParting(text[i]) {
			return i + 1
		}
	}
	return at
}

// clauseBehind is where the clause ends that stands behind at, as clauseBefore has it.
func clauseBehind(text []rune, at, most int) int {
	if at >= len(text) || text[at] != '、' && text[at] != '，' {
		return at
	}
	for i := at + 1; i-at <= most; i++ {
		if i >= len(text) || isParting(text[i]) {
			return min(i, len(text))
		}
	}
	return at
}
