package pages

import "qingyang/app/script"

// area is a part of a box where no body text stands.
type area struct{ x0, x1, y0, y1 int }

// hole is where one line of body text goes.
type hole struct{ col, x, y, w int }

// box lays one story out in n columns of the grid and returns how high it is.
func (p *Page) box(a *article, x, y, n int) int {
	d, l := p.d, &p.look
	total := n*l.measure + (n-1)*l.gutter
	cols, w := n, l.measure
	if n >= 3 && d.chance(0.2) { // a measure of its own
		cols = n - 1
		w = (total - (cols-1)*l.gutter) / cols
		p.trait("own-measure")
	}
	if (a.kind == "verse" || a.kind == "list" || a.kind == "table") && n > 1 && total < 30*em && d.chance(0.5) {
		cols, w = 1, total
	}
	var taken []area
	tx, tw := x, total
	where := "over"
	if cols >= 2 {
		where = pick(d, p.style.titleAt)
	}
	switch {
	case where == "first" && cols >= 3: // over the first columns; the others begin beside it
		tw = (cols-1)*w + (cols-2)*l.gutter
	case where == "inside" && cols >= 3: // the first column begins beside it
		tx, tw = x+w+l.gutter, total-w-l.gutter
	}
	ls := p.titleLines(a, tw)
	high := 0
	if len(ls) > 0 {
		high = p.addTitles(a, ls, tx, y)
		taken = append(taken, area{tx, tx + tw, y, y + high})
	}
	taken = append(taken, p.pictures(a, x, y+high, cols, w)...)
	if cols >= 3 && a.story.size() > 220 && d.chance(p.style.insets) && p.size() < l.chars {
		if in := p.next(d.between(90, 200)); in != nil {
			at := y + high + d.between(0, 4)
			h := p.box(in, x+(cols-1)*(w+l.gutter), at, 1)
			taken = append(taken, area{x + (cols-1)*(w+l.gutter), x + total + l.measure, at, at + h + 1})
			p.trait("inset")
		}
	}
	return p.fill(a, x, y, cols, w, taken)
}

// fill finds the least height in which the text fits and sets it.
func (p *Page) fill(a *article, x, y, cols, w int, taken []area) int {
	s := p.setterFor(a)
	chars := 0
	for _, it := range a.items {
		chars += max(inkWidth(it.ink, a.latin), w/3)
	}
	h := max(1, chars*9/10/(cols*w))
	for ; ; h++ {
		holes := p.holes(x, y, cols, w, h, taken)
		var lines []line
		var at []hole
		k, ok := 0, true
		for _, it := range a.items {
			from := k
			var ls []line
			ls, ok = p.setItem(s, it, func() (int, bool) {
				if k >= len(holes) {
					return 0, false
				}
				k++
				return holes[k-1].w, true
			})
			if !ok {
				break
			}
			for i, l := range ls {
				lines, at = append(lines, l), append(at, holes[from+i])
			}
		}
		if ok {
			p.bodyFrames(a, lines, at)
			break
		}
	}
	for _, t := range taken {
		h = max(h, t.y1-y)
	}
	return h
}

const narrowest = 5 * em

func (p *Page) holes(x, y, cols, w, h int, taken []area) []hole {
	var hs []hole
	for c := range cols {
		x0 := x + c*(w+p.look.gutter)
		for v := y; v < y+h; v++ {
			a, b := x0, x0+w
			for _, t := range taken {
				if v < t.y0 || v >= t.y1 || t.x1 <= a || t.x0 >= b {
					continue
				}
				if t.x0-a > b-t.x1 {
					b = t.x0 - em/2
				} else {
					a = t.x1 + em/2
				}
			}
			if b-a >= narrowest {
				hs = append(hs, hole{c, a, v, b - a})
			}
		}
	}
	return hs
}

// bodyFrames makes a frame of each piece of a column.
func (p *Page) bodyFrames(a *article, lines []line, at []hole) {
	var f *frame
	part := 0
	for i, l := range lines {
		if f == nil || at[i-1].col != at[i].col || at[i-1].y+1 != at[i].y {
			f = p.addFrame(&frame{of: a, role: bodyText, part: part, x0: at[i].x, x1: at[i].x + at[i].w, y0: at[i].y})
			part++
		}
		l.x, l.y, l.w = at[i].x, at[i].y, at[i].w
		f.x0, f.x1, f.y1 = min(f.x0, l.x), max(f.x1, l.x+l.w), l.y+1
		f.lines = append(f.lines, l)
	}
}

// pictures places photos with their captions: over columns, or beside lines that they make narrow.
func (p *Page) pictures(a *article, x, y, cols, w int) (taken []area) {
	d := p.d
	for i, c := range a.caps {
		var r area
		wide := d.between(1, cols)
		h := d.between(5, 9)
		switch {
		case i == 0 && w >= 13*em && d.chance(0.45): // beside
			pw := w - d.between(6, 8)*em
			x0 := x + d.IntN(cols)*(w+p.look.gutter)
			if d.chance(0.5) {
				x0 += w - pw
			}
			r = area{x0, x0 + pw, y + d.between(2, 5), 0}
			p.trait("beside-photo")
		default:
			c := d.IntN(cols - wide + 1)
			x0 := x + c*(w+p.look.gutter)
			r = area{x0, x0 + wide*w + (wide-1)*p.look.gutter, y + d.between(0, 6) + i*4, 0}
		}
		r.y1 = r.y0 + h
		measure := func() (int, bool) { return max(r.x1-r.x0, narrowest), true }
		ink, under := c.ink(), []glyph(nil)
		if k := a.cuts[c]; k > 0 {
			if ink, under = ink[:k:k], ink[k:]; under[0].r == ' ' {
				under = under[1:]
			}
		}
		ls, _ := p.setterFor(a).set(ink, 0, measure)
		if len(under) > 0 {
			credit, _ := p.setterFor(a).set(under, 0, measure)
			ls = append(ls, credit...)
		}
		for k := range ls {
			ls[k].x, ls[k].y, ls[k].w = r.x0, r.y1+k, r.x1-r.x0
		}
		p.addFrame(&frame{of: a, role: picture, x0: r.x0, x1: r.x1, y0: r.y1, y1: r.y1 + len(ls), lines: ls})
		r.y1 += len(ls)
		taken = append(taken, r)
	}
	return taken
}

// titleLines sets the stack, with what stands over it, into lines.
func (p *Page) titleLines(a *article, w int) (ls []line) {
	add := func(g []glyph, times int) { // times: the size of the type in tenths of the body's
		if len(g) == 0 {
			return
		}
		first := true
		for _, g := range p.decks(g, a.latin) {
			for _, t := range p.breakTitle(g, max(4*em, w*10/times), a.latin) {
				ls = append(ls, line{ink: t, w: w, centre: true, first: first, indent: max(0, (w*10/times-inkWidth(t, a.latin))/2)})
				first = false
			}
		}
	}
	add(a.standing.ink(), 10)
	if a.runIn {
		return ls
	}
	if p.upright(a) {
		for k, g := range a.head.ink() {
			ls = append(ls, line{ink: []glyph{g}, w: w, first: k == 0})
		}
		return ls
	}
	size := pick(p.d, []int{14, 18, 22, 26})
	if w < 20*em {
		size = pick(p.d, []int{12, 14, 16})
	}
	head := a.head.ink()
	if p.look.spread && a.head != nil && len(a.head.text) <= 6 && len(a.head.text) >= 2 && allHan(a.head.text) {
		head = spread(head, pick(p.d, []string{" ", " ", "　"}))
		p.trait("letterspaced-head")
	}
	if len(a.above) > 0 && p.d.chance(0.5) {
		add(a.above, 10)
		a.above = nil
	}
	add(a.kicker.ink(), 12)
	if a.by != nil && a.byAt == "beside" { // the name on the line of the title, where there is room for it
		line := cat(head, loose(pick(p.d, []string{"  ", "　", "　　", "    "})), p.aloft(a))
		if inkWidth(line, a.latin) <= max(4*em, w*10/size) {
			head = line
		} else {
			a.above = p.aloft(a)
		}
	}
	add(head, size)
	add(a.sub.ink(), 11)
	add(a.above, 10)
	return ls
}

// decks parts a title at its pauses, where the style sets such parts below one another: at a space that stands beside no
// Latin word or number, in Latin text at the space behind a full stop.
func (p *Page) decks(g []glyph, latin bool) (parts [][]glyph) {
	if p.style.stacked == 0 || !p.d.chance(p.style.stacked) {
		return [][]glyph{g}
	}
	from := 0
	for k := 1; k < len(g)-1; k++ {
		if g[k].r == ' ' && k > from && (latin && g[k-1].r == '.' || !latin && !spaced(g[k-1].r) && !spaced(g[k+1].r)) {
			parts, from = append(parts, g[from:k]), k+1
		}
	}
	return append(parts, g[from:])
}

// spaced says whether a character has spaces about it that are no pauses.
func spaced(r rune) bool { return isLetter(r) || r >= '0' && r <= '9' }

// upright says whether a title stands upright beside its text: a short one alone, a character a line.
func (p *Page) upright(a *article) bool {
	a.upright = p.style.upright > 0 && a.head != nil && a.byAt != "beside" && a.kicker == nil && a.sub == nil && len(a.above) == 0 && a.standing == nil &&
		len(a.head.text) > 3 && len(a.head.text) < 10 && allHan(a.head.text) && p.d.chance(p.style.upright)
	if a.upright {
		p.trait("upright-title")
	}
	return a.upright
}

// addTitles makes frames of a stack: one, or one for each of its parts.
func (p *Page) addTitles(a *article, ls []line, x, y int) (high int) {
	var f *frame
	for i, l := range ls {
		first := l.first && i > 0 && p.look.apart
		if f == nil || first {
			f = p.addFrame(&frame{of: a, role: titles, x0: x, x1: x + l.w, y0: y + high})
		}
		l.x, l.y = x, y+high
		f.lines = append(f.lines, l)
		high++
		f.y1 = y + high
	}
	return high + 1
}

func allHan(t []rune) bool {
	for _, r := range t {
		if !script.IsHan(r) {
			return false
		}
	}
	return true
}

// spread letterspaces a short headline: 讣　告.
func spread(g []glyph, gap string) (out []glyph) {
	for i, x := range g {
		if i > 0 {
			out = append(out, loose(gap)...)
		}
		out = append(out, x)
	}
	return out
}

// breakTitle breaks a title by sense into lines at most w wide.
func (p *Page) breakTitle(g []glyph, w int, latin bool) (ls [][]glyph) {
	if latin {
		lines, _ := setter{latin: true}.set(g, 0, func() (int, bool) { return w, true })
		for _, l := range lines {
			ls = append(ls, l.ink)
		}
		return ls
	}
	for inkWidth(g, false) > w {
		total := inkWidth(g, false)
		want := total / ((total + w - 1) / w)
		best, cost, used := 1, 1e9, 0
		for k := 1; k < len(g)-1; k++ {
			if used += width(g[k-1].r, false); used > w {
				break
			}
			off := float64(used-want) / em
			c := off * off / 2
			a, b := g[k-1].r, g[k].r
			switch {
			case b == ' ':
				c -= 25
			case k < 2 || !(setter{whole: true}).mayEnd(g, k):
				c += 200
			case a == ' ':
				c += 50
			default:
				c += 10 * p.style.cohesion(a, b)
			}
			if c < cost {
				best, cost = k, c
			}
		}
		ls = append(ls, g[:best])
		for g = g[best:]; len(g) > 0 && g[0].r == ' '; {
			g = g[1:]
		}
	}
	return append(ls, g)
}
