package read

// Teaching is what corrected pages of a paper teach, and what that is worth on pages that it was not learned from.
type Teaching struct {
	Habits    []Habit // none where they would spare the editor nothing
	Pages     int
	Junctions int // between lines of these pages
	Before    int // junctions that are read otherwise than the editor left them, as the program ships
	After     int // the same with habits learned from the other half of the pages
}

// FewestPages is how many corrected pages are needed: of fewer, one half says nothing about the other.
const FewestPages = 4

// Teach learns from corrected pages of one script. Whether that is worth anything is found out on the pages
// themselves: what one half teaches must spare the editor junctions of the other, and the other way round;
// else nothing is learned.
func Teach(ms Models, pages []Corrected) Teaching {
	t := Teaching{Pages: len(pages)}
	if len(pages) < FewestPages {
		return t
	}
	var halves [2][]Corrected
	for k, p := range pages {
		halves[k%2] = append(halves[k%2], p)
	}
	for k, half := range halves {
		with := ms.With(Learn(ms, halves[1-k]))
		for _, p := range half {
			before, n := p.wrong(ms)
			after, _ := p.wrong(with)
			t.Before, t.After, t.Junctions = t.Before+before, t.After+after, t.Junctions+n
		}
	}
	if t.After < t.Before {
		t.Habits = Learn(ms, pages)
	}
	return t
}

// wrong is how many junctions of a page are read otherwise than its editor left them, of how many. Lines of
// furniture one below the other do not count: how they are cut is a matter of taste.
func (c *Corrected) wrong(ms Models) (wrong, n int) {
	roles := Page(c.Page, ms).Roles
	for i := 1; i < len(roles); i++ {
		if c.Roles[i] == Furniture && c.Roles[i-1] == Furniture {
			continue
		}
		n++
		wrong += one(roles[i].Next() != c.Roles[i].Next())
	}
	return wrong, n
}
