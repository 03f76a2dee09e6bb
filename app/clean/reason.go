package clean

// why lists what spoke for the decision above line i.
func (a *analysis) why(i int) []Why { return nil }
