package pages

import "strings"

// put sets furniture: each line of the phrase is a block of its own.
func (p *Page) put(r role, text string, x, y, w int) int {
	for i, t := range strings.Split(text, " / ") {
		b := newBlock(furniture, strings.TrimSpace(t))
		if b == nil {
			continue
		}
		s := p.look.set
		s.latin, s.hyphen = p.track == "latin", false
		ls, _ := s.set(b.ink(), 0, func() (int, bool) { return w, true })
		if i > 0 { // the lines of one advert stay together
			f := p.frames[len(p.frames)-1]
			f.lines, f.y1 = append(f.lines, ls...), f.y1+len(ls)
		} else {
			p.addFrame(&frame{role: r, x0: x, x1: x + w, y0: y, y1: y + len(ls), lines: ls})
		}
		y += len(ls)
	}
	return y
}

func (p *Page) wide() int { return p.look.columns*(p.look.measure+p.look.gutter) - p.look.gutter }

func (p *Page) tongue(set string) string {
	if p.track == "latin" {
		return "en." + set
	}
	return set
}

// head sets what stands over the page: name, number, date, editors, or nothing of it.
func (p *Page) head() {
	if p.d.chance(0.12) {
		return // cut off by whoever copied the page
	}
	sets := []string{"masthead", "folio", "dateline", "staff", "running"}
	if p.track == "latin" {
		sets = []string{"masthead", "folio"}
	}
	w := p.wide()
	x := 0
	for _, s := range sets {
		if p.d.chance(0.5) {
			p.put(fixture, p.words.say(p.tongue(s)), x, 0, max(w/3, 22*em))
			x += w / 4
		}
	}
}

// between sets what stands at a cut between two printed pages.
func (p *Page) between(y int) {
	w := max(p.wide()/2, 14*em)
	for _, s := range []string{"foot.folio", "running"} {
		if p.d.chance(0.6) {
			p.put(fixture, p.away().say(p.tongue(s)), p.wide()/4, y, w)
			y++
			p.trait("furniture-inside")
		}
	}
}

// foot sets what stands below the stories: adverts, weather, imprint.
func (p *Page) foot() {
	d, w := p.d, p.wide()
	col, y, n := p.look.measure, p.bottom+1, 0
	ad := func(set string, width int) {
		p.band++
		p.put(advert, p.words.say(p.tongue(set)), n%p.look.columns*(col+p.look.gutter), y, width)
		if n++; n%p.look.columns == 0 {
			y += 9
		}
		p.trait(set)
	}
	if d.chance(p.style.adverts) {
		for range d.between(1, 3) {
			ad("advert", max(col, 8*em))
		}
	}
	if d.chance(0.25) {
		ad("weather", max(col, 9*em))
	}
	p.band++
	y += 10
	if p.style.signed > 0 && p.track != "latin" && d.chance(p.style.signed) {
		p.put(fixture, p.words.say("staff"), 0, y, w)
		y++
		p.trait("signed-below")
	}
	for _, s := range []string{"rule", "imprint", "foot.folio"} {
		if d.chance(0.25) {
			p.put(fixture, p.words.say(p.tongue(s)), 0, y, w)
			y += 2
			p.trait(s)
		}
	}
}
