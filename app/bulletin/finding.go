package bulletin

// Finding is a place of a page where something may still be wrong: codes and values, no sentences.
type Finding struct {
	Check string // which check found it: "junction", "rule", "tray", …
	Rule  string // the rule that suggests New in place of Old; "" where nothing is suggested
	At    ID     // the character, the first of Old where there is one; it may be dead
	Old   string // what stands there
	New   string
	Join  bool  // of a junction: the lines are joined now
	Cues  []Cue // of a decision that was not certain, strongest first

	Others   []string // what else may be meant in place of Old, the likeliest first
	Around   string   // the word or the characters that Old stands in, where Old alone says too little
	Note     string   // what a register of the house says about it, or an example of where it was corrected before
	Strength float64  // the logarithm of the odds that Old is wrong, where it was worked out; else 0
}

// What names what is doubtful, for the list of what is let stand: the rule and what it found, "P10 5-10℃",
// or else the check. A character is named with what stands around it: "C2 己经".
func (f Finding) What() string {
	if f.Around != "" {
		return f.Rule + " " + f.Around
	}
	if f.Rule != "" {
		return f.Rule + " " + f.Old
	}
	return f.Check
}
