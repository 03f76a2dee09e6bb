package chars

// What this file has is for the command that fits review.bin; the program does not call it.

// Weighed is an alternative with the figures of the second look.
type Weighed struct {
	Block, At int
	Char      rune
	Figures   []float32 // Reviewed of them
	First     float64   // the ranker's score, to which the second look adds
}

// Weigh gives the alternatives of a page that are worth a second look, in the order of the text.
func (f *Finder) Weigh(blocks []Block) (found []Weighed) {
	p := pageOf(len(blocks))
	readings := make([]*reading, len(blocks))
	for i, b := range blocks {
		readings[i] = f.read(b.Text)
		p.add(readings[i])
	}
	for i, rd := range readings {
		all := f.scores(p, rd)
		eachReviewed(all, func(j int, x *reviewed) {
			figures := *x
			found = append(found, Weighed{i, all[j].at, all[j].char, figures[:], all[j].first})
		})
	}
	return found
}

// IsWord says whether the list of words has r as a word that is no name.
func (f *Finder) IsWord(r []rune) bool { return isHanRow(r) && f.words.isOrdinary(r) }

func isHanRow(r []rune) bool { return allHan(r, 0, len(r)) }

// Misread is a character that may be read or typed in the place of another, and how alike they are.
type Misread struct {
	Wrong    rune
	Shape    int     // in hundredths, 0 for not
	SameTone bool    // they sound the same
	Sound    bool    // or nearly
	Count    float64 // how often the wrong one was seen by itself
}

// Misreadings is the table of likenesses the other way round: of each right character what may be read for it.
func (f *Finder) Misreadings() map[rune][]Misread {
	m := map[rune][]Misread{}
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		count := f.counts.of(1, f.counts.idOf(uint16(r)))
		if count == 0 {
			continue
		}
		for _, l := range f.alike.of(r) {
			m[rune(l.char)] = append(m[rune(l.char)], Misread{r, int(l.shape), l.kinds&sameTone != 0, l.kinds&(sameSound|nearSound) != 0, count})
		}
	}
	return m
}
