package pages

// Texts are the Chinese stories of a style as their author wrote them, the slots filled by a draw of that number:
// of each story its title and its paragraphs. The same arguments give the same texts.
func Texts(st *Style, number int) [][]string {
	d := newDice(st.Name+"/texts", number, 0, 0)
	w := &words{d: d, sets: st.words, page: drawDay(d, st.since, 0), own: map[string]string{}}
	w.settle(st, "town", "county", "paper")
	w.date(st)
	var all [][]string
	for _, s := range st.stories {
		if s.latin {
			continue
		}
		s = s.filled(w)
		text := []string{s.title}
		for _, p := range s.parts {
			if p.text != "" && p.mark != '|' && p.mark != '/' {
				text = append(text, p.text)
			}
		}
		all = append(all, text)
	}
	return all
}
