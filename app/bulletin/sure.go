package bulletin

// Kind names the kind of a finding: what a list puts together. The check, and where the check has many rules the
// rule, too.
func (f Finding) Kind() string {
	switch f.Check {
	case "wrong", "taught":
		return f.Check
	}
	if f.Rule != "" {
		return f.Check + " " + f.Rule
	}
	return f.Check
}

// Sure says how likely it is that the finding is right: 0 perhaps, 1 likely, 2 nearly sure. Of a wrong character
// that is by the odds that were worked out; what registers have and what was corrected before is nearly sure, what
// layout leaves open perhaps.
func (f Finding) Sure() uint8 {
	switch f.Check {
	case "wrong":
		switch {
		case f.Strength >= 2:
			return 2
		case f.Strength >= 1:
			return 1
		}
		return 0
	case "junction":
		return 0
	case "flag", "word", "headless":
		return 1
	}
	return 2
}
