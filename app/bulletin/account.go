package bulletin

// Cue is one named reason of a decision. A decision is the sum of its cues' weights.
type Cue struct {
	Code   string  // its name: "blank"; what people call it is said elsewhere
	Weight float64 // natural logarithm of odds: above 0 for the decision, below against it
	Holds  bool    // what Code names is there; that it is missing may weigh, too
}

// Account is what cleaning thought when it made the draft of a page. It is kept with the draft and never
// computed anew: a later version of the program, or another profile of the house, must not move the
// doubts about what is already there.
type Account struct {
	Junctions []Junction // in the order of the lines, as they were read
	Verdicts  []Verdict  // in the order of their first lines
	Headless  []ID       // stories that no headline was found for
	Homeless  []ID       // titles that no story was found for, by their breaks: they lie in the tray
}

// Junction is the decision between two neighbouring lines that are not empty.
type Junction struct {
	Above, Below int     // the lines, by their number on the raw page, from 0
	At           ID      // the break that ends the upper one
	Join         bool    // they were made one block
	Uncertain    bool    // the editor should look at it
	Confidence   float64 // 0.5 to 1
	Cues         []Cue   // for a break (above 0) or for a join, strongest first
}

// Verdict is what a run of lines was taken for.
type Verdict struct {
	First, Last int      // the lines, both included; others may stand between them
	Kind        Kind     // of the block's last part; a lead or a credit cut off from it does not count
	Story       int      // a number for each story of the page, -1 for none
	Cues        []Cue    // for its kind (above 0) or against it, strongest first
	Words       []string // of a title or a caption: what it shares with the text of its story
}

// Uncertain are the junctions that the editor should look at.
func (a *Account) Uncertain() []Junction {
	var all []Junction
	for _, j := range a.Junctions {
		if j.Uncertain {
			all = append(all, j)
		}
	}
	return all
}
