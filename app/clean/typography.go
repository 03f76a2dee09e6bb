package clean

// typography applies the sure rules to the text of each block that resulted, one revision a rule.
func (d *drafter) typography() {}
