package widgets

// This file is how another pane brings an editor to a place.

// Go selects the text between from and to and leaves the caret at to, as Select does, for a jump: what the
// caret comes from is out of sight afterwards, so the place stands where a reader sees what is around it.
func (e *Editor) Go(from, to Pos) {
	e.Bring(to)
	e.Select(from, to)
}

// Bring scrolls p into view with at least a third of the pane below it; what stands so already does not
// move.
func (e *Editor) Bring(p Pos) {
	p = e.inside(p)
	if e.lines.n == 0 || e.h == 0 {
		return
	}
	_, top, height := e.lineAt(p, false)
	if top < e.y || top+height > e.y+e.h*2/3 {
		e.scrollTo(top - e.h/3)
	}
}

// First is the place at the start of the first line that is in view by more than half.
func (e *Editor) First() Pos {
	i, top := e.lines.find(e.y)
	if i < 0 {
		return Pos{}
	}
	p := e.lines.at(i)
	line := (e.y - top - int(p.above) + int(p.pitch)/2) / max(int(p.pitch), 1)
	switch {
	case line < p.lines():
		return Pos{i, p.start(max(line, 0))}
	case i+1 < e.lines.n:
		return Pos{i + 1, 0}
	}
	return Pos{i, p.start(p.lines() - 1)}
}

// SetFirst scrolls so that the line of p is the first in view, or to the end of the text if that comes first.
func (e *Editor) SetFirst(p Pos) {
	if e.lines.n == 0 {
		return
	}
	p = e.inside(p)
	_, top, _ := e.lineAt(p, false)
	if p.Off == 0 {
		top = e.lines.top(p.Block) // with the room above it
	}
	e.scrollTo(top)
}

// Lit are the ranges that are lit; see Highlight.
func (e *Editor) Lit() []Range { return e.lit }
