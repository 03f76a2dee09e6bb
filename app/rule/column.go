package rule

// isColumns says whether a line that is no sentence stands in several columns: a table, a list,
// scores. There the spaces are set on purpose. In Latin text, where each word is followed by a
// space, it takes two wider gaps and no full stop.
func isColumns(p Para) bool {
	words, wide := 0, 0
	for i := p.head; i < len(p.Text); i++ {
		if isSpace(p.Text[i]) {
			continue
		}
		if words++; i > p.head+1 && isSpace(p.Text[i-2]) {
			wide++
		}
		for i+1 < len(p.Text) && !isSpace(p.Text[i+1]) {
			i++
		}
	}
	if p.latin {
		return wide >= 2 && p.at(p.before(len(p.Text))) != '.'
	}
	return words >= 4
}
