package widgets

// clamp is a scroll that shows text: at most a third of the pane stays empty below the end, and the headroom above the
// first line.
func (e *Editor) clamp(y int) int {
	return max(-e.px(e.headroom), min(y, max(e.lines.height-e.h*2/3, 0)))
}

// SetHeadroom keeps so much room, in Fyne's units, free above the line that the caret comes to, for what the window lays
// there; above the first line of the text it stays empty. With 0 lines stand at the very top.
func (e *Editor) SetHeadroom(room float32) {
	if room == e.headroom {
		return
	}
	e.headroom = room
	if room == 0 {
		e.scrollTo(e.y)
		return
	}
	e.ScrollTo(e.caret)
}

// scrollTo scrolls and tells of it.
func (e *Editor) scrollTo(y int) {
	if y = e.clamp(y); y == e.y {
		return
	}
	e.y = y
	e.sync()
	if e.OnScroll != nil {
		e.OnScroll()
	}
}

// reveal scrolls as little as is needed to have the line of p in view, with some lines around it;
// it says whether it scrolled.
func (e *Editor) reveal(p Pos, around int) bool {
	if e.lines.n == 0 || e.h == 0 || p.Block >= e.lines.n {
		return false
	}
	_, top, height := e.lineAt(p, e.late && p == e.caret)
	room := min(around*height, e.h/4)
	y := e.y
	if top+height+room > y+e.h {
		y = top + height + room - e.h
	}
	if over := max(room, e.px(e.headroom)); top-over < y {
		y = max(top-over, -e.px(e.headroom))
	}
	if y == e.y {
		return false
	}
	if top+height <= e.y || top >= e.y+e.h { // far away: show it with what stands before it
		y = max(0, top-e.h/3)
	}
	e.y = max(-e.px(e.headroom), min(y, max(e.lines.height-e.h/3, 0)))
	if e.OnScroll != nil {
		e.OnScroll()
	}
	return true
}

// lineAt is the line of a block that p stands on, where it begins in the text, and its height.
func (e *Editor) lineAt(p Pos, late bool) (line, top, height int) {
	q := e.lines.at(p.Block)
	p, late = e.shown(p, late)
	line = q.lineOf(p.Off, late)
	return line, e.lines.top(p.Block) + int(q.above) + line*int(q.pitch), int(q.pitch)
}
