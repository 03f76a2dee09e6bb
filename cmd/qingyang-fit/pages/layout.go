package pages

import "slices"

// role is what a frame holds.
type role uint8

const (
	bodyText role = iota
	titles
	picture // the caption of one
	fixture // furniture of the page
	advert
)

// frame is what a designer put down, or an extractor sees, as one piece of text.
type frame struct {
	of             *article // nil: furniture
	role           role
	part           int // of a body, in reading order
	band           int // of the page, from the top; boxes of one band stand side by side
	x0, x1, y0, y1 int // tenths of an em, lines
	lines          []line
}

func (p *Page) addFrame(f *frame) *frame {
	f.band = p.band
	p.frames = append(p.frames, f)
	return f
}

// layout fills the page with stories.
func (p *Page) layout() {
	p.head()
	switch p.look.layout {
	case "boxed":
		p.boxed()
	default:
		p.poured()
	}
	p.foot()
}

// boxed lays stories out in bands of boxes, as a broadsheet does.
func (p *Page) boxed() {
	d, l := p.d, &p.look
	y := 4
	for p.band = 1; p.band < 9 && p.size() < l.chars && !p.dry; p.band++ {
		x, height := 0, 0
		for k, n := range p.split() {
			h := 0
			for try := 0; try < 4 && !p.dry; try++ {
				room := d.between(300, 800) * (n + 1) / 2
				if k > 0 || try > 0 { // as high as its neighbour
					room = n * (height - h) * l.measure / em * 7 / 10
				}
				if room < 60 && (k > 0 || try > 0) {
					break
				}
				a := p.next(room)
				if a == nil {
					break
				}
				h += p.box(a, x, y+h, n) + 1
				if height == 0 || h > height-11 {
					break
				}
			}
			height = max(height, h)
			x += n * (l.measure + l.gutter)
		}
		y += height + d.between(0, 2)
	}
	p.bottom = y
}

// split cuts a band into boxes and says how many columns each has.
func (p *Page) split() []int {
	c := p.look.columns
	if c >= 3 && p.style.rows > 0 && p.d.chance(p.style.rows) {
		return slices.Repeat([]int{1}, c)
	}
	switch {
	case c < 3 && p.d.chance(0.5), p.d.chance(0.25):
		return []int{c}
	case c >= 4 && p.d.chance(0.35):
		a := p.d.between(1, c-2)
		b := p.d.between(1, c-a-1)
		return []int{a, b, c - a - b}
	case c == 1:
		return []int{1}
	}
	a := p.d.between(1, c-1)
	return []int{a, c - a}
}

// next takes a story that the page does not have yet, of about the wanted size, and edits it.
func (p *Page) next(room int) *article {
	d := p.d
	for try := 0; try < 60; try++ {
		k := p.style.kinds(p.track).draw(d)
		if p.more > 0 { // briefs come in rows
			k, p.more = p.brief, p.more-1
		}
		var fit []*story
		for _, s := range p.style.stories {
			if s.kind == k && !p.used[s.number] && p.prints(s) && (!s.short || s.size() < room*3/2+80 && (s.size() > room/3 || d.chance(0.25))) {
				fit = append(fit, s)
			}
		}
		if len(fit) == 0 {
			continue
		}
		s := pick(d, fit)
		p.used[s.number] = true
		if (s.kind == "brief" || s.kind == "en-brief") && p.look.runIn && d.chance(0.85) {
			if p.brief != s.kind {
				p.brief, p.more = s.kind, d.between(1, 4)
			}
		}
		a := p.edit(s, max(room, 100))
		p.articles = append(p.articles, a)
		return a
	}
	p.dry = true
	return nil
}

// prints says whether the page may have a story: where it is of a house, those of that house, and half as often those
// of "common".
func (p *Page) prints(s *story) bool {
	h := p.words.page["house"]
	return h == "" || s.house == h || s.house == "common" && (s.latin || p.d.chance(0.5))
}

func (s *story) size() (n int) {
	for _, q := range s.parts {
		n += len([]rune(q.text))
	}
	if s.latin {
		n /= 2
	}
	return n
}

// size is how much text the page has so far.
func (p *Page) size() (n int) {
	for _, a := range p.articles {
		for _, b := range a.paras {
			n += len(b.text) / (1 + btoi(a.latin))
		}
	}
	return n
}

// setterFor is the page's setter, for the language of an article.
func (p *Page) setterFor(a *article) setter {
	s := p.look.set
	if a != nil {
		s.latin = a.latin
		s.hyphen = a.latin && (s.hyphen || p.track != "latin")
	}
	return s
}

// poured lets one story follow another through columns of one height, as a newsletter does.
func (p *Page) poured() {
	l := &p.look
	col, y := 0, 4
	place := func() (int, bool) { return l.measure, true }
	next := func() {
		if y++; y >= 4+l.height {
			col, y = col+1, 4
		}
	}
	put := func(a *article, r role, part int, ls []line) int {
		var f *frame
		for _, ln := range ls {
			page := col / l.columns
			ln.x, ln.y, ln.w = col%l.columns*(l.measure+l.gutter), y+page*(l.height+9), l.measure
			if f == nil || f.x0 != ln.x || f.y1 != ln.y {
				p.band = col
				f = p.addFrame(&frame{of: a, role: r, part: part, x0: ln.x, x1: ln.x + l.measure, y0: ln.y})
				part++
			}
			f.lines, f.y1 = append(f.lines, ln), ln.y+1
			next()
		}
		return part
	}
	for p.size() < l.chars && !p.dry {
		a := p.next(p.d.between(300, 1000))
		if a == nil {
			break
		}
		if p.d.chance(0.6) && y > 4 {
			next()
		}
		head := p.titleLines(a, l.measure)
		if left := 4 + l.height - y; left < len(head)+2 {
			for y > 4 {
				next()
			}
		}
		put(a, titles, 0, head)
		part, shot := 0, p.d.between(0, max(0, len(a.items)-1))
		for k, it := range a.items {
			ls, _ := p.setItem(p.setterFor(a), it, place)
			part = put(a, bodyText, part, ls)
			if k == shot {
				for _, c := range a.caps {
					for n := p.d.between(4, 8); n > 0 && y < 2+l.height; n-- {
						next()
					}
					ls, _ := p.setterFor(a).set(c.ink(), 0, place)
					put(a, picture, 0, ls)
				}
			}
		}
	}
	p.bottom = 6 + (col/l.columns+1)*(l.height+9)
	for page := range col / l.columns { // running heads and folios at the cuts
		p.band = (page+1)*l.columns - 1
		p.between(page*(l.height+9) + 5 + l.height)
	}
	p.band = col + 1
}

// setItem sets one item, aligned as it wants.
func (p *Page) setItem(s setter, it item, next room) ([]line, bool) {
	var widths []int
	if it.align != full {
		s.whole = true
	}
	ls, ok := s.set(it.ink, it.indent, func() (int, bool) {
		w, ok := next()
		widths = append(widths, w)
		return w, ok
	})
	for i := range ls {
		l := &ls[i]
		l.it, l.w = &it, widths[i]
		free := max(0, widths[i]-inkWidth(l.ink, s.latin))
		switch it.align {
		case centre:
			l.centre, l.indent, l.slack = true, free/2, 0
		case right:
			l.tail, l.indent, l.slack = true, free, 0
		case left:
			l.slack = 0
		}
	}
	return ls, ok
}
