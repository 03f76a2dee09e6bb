package sheet

// Text that is set from the top down, in columns from right to left, is text in lines on a sheet that was turned by a
// quarter to the left: what measures lines measures it so.

// Turned is where a box lies when the sheet is turned by a quarter to the left about its upper left corner: what was to
// the right is further up, so that lengths become negative.
func (b Box) Turned() Box {
	if b.Zero() {
		return b
	}
	return Box{b.Y, -b.X - b.W, b.H, b.W}
}

// Back is where it lies when it is turned back.
func (b Box) Back() Box {
	if b.Zero() {
		return b
	}
	return Box{-b.Y - b.H, b.X, b.H, b.W}
}

// Turn brings the line and its characters to another place: turned, or back.
func (l *Line) Turn(to func(Box) Box) {
	l.Box = to(l.Box)
	for k := range l.Chars {
		l.Chars[k].Box = to(l.Chars[k].Box)
	}
}

// Down says whether n characters that stand in the box are set from the top down. Before boxes are known it is asked of the
// steps from one to the next (room pdf).
func (b Box) Down(n int) bool {
	switch {
	case n < 2:
		return false // one character shows nothing
	case n == 2:
		return b.H > 1.5*b.W
	}
	return b.H > 2*b.W
}
