package rule

// L6 parts a lead from the text by exactly one half-width space: two spaces or an em become one,
// and one is set where "本报讯" runs into its sentence.
//
// A lead with its bracket ("本报讯（记者 …）") needs no space and gets none, but keeps the ones it has,
// before the bracket and behind it. Never without a separator: the space is what tells the lead from the
// text. "据新华社…电" may run on. Looks at the head of the paragraph only.
var L6 = Rule{ID: "L6", Find: whole(func(p Para) []Edit {
	if !p.led {
		return nil
	}
	l := p.lead
	var es []Edit
	if l.End > l.Tag.To { // a bracket
		es = p.oneSpace(es, l.Tag.To)
	}
	if body := skipSpaces(p.Text, l.End); body == l.End && body < len(p.Text) && l.End == l.Tag.To && p.Text[l.Tag.From] != '据' && runsOn(p.Text[body]) {
		return append(es, Edit{body, body, " ", Auto})
	}
	return p.oneSpace(es, l.End)
})}

// oneSpace appends to es the edit that makes one space of the spaces at i, if it takes one. Before a mark
// they are S4's, at the end of the text L11's.
func (p Para) oneSpace(es []Edit, i int) []Edit {
	to := skipSpaces(p.Text, i)
	if to == i || to == len(p.Text) || to == i+1 && p.Text[i] == ' ' || isPauseMark(p.Text[to]) {
		return es
	}
	return append(es, Edit{i, to, " ", Auto})
}

// runsOn says whether a sentence that begins with r runs into the lead before it.
func runsOn(r rune) bool {
	return isHan(r) || isAlnum(r) || r == '“' || r == '《' || r == '"'
}

func skipSpaces(text []rune, i int) int {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	return i
}
