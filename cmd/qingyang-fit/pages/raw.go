package pages

import (
	"strings"
)

// rawLine is a line of the raw text; without ink it is empty.
type rawLine struct {
	prefix string
	ink    []glyph
	tail   string
	feed   bool // a form feed stands before it
}

func (l rawLine) text() string { return l.prefix + written(l.ink) + l.tail }

// raw writes the frames down one after the other, with the habits of the page.
func (p *Page) raw(fs []*frame) []rawLine {
	d, w := p.d, &p.ways
	var out []rawLine
	fs = p.braid(fs)
	for i, f := range fs {
		for k, l := range f.lines {
			gaps := 0
			feed := false
			switch {
			case len(out) == 0:
			case k == 0:
				other := fs[i-1].of != f.of || f.of == nil
				if d.chance(w.gapFrame) || other && w.blank != "none" && d.chance(0.85) {
					gaps = 1
				}
				if other && w.blank == "loose" {
					gaps++
				}
				feed = d.chance(w.feed)
			case l.first && f.role == bodyText && l.it.mark == '+':
				gaps = btoi(d.chance(max(w.gapPara, 0.7)))
			case l.first && f.role == bodyText && (l.it.mark == '|' || l.it.mark == '/'):
				gaps = btoi(w.gapPara > 0.9 && d.chance(0.2))
			case l.first && f.role == bodyText && l.tail:
				gaps = btoi(d.chance(w.gapTail))
			case l.first && f.role == bodyText:
				gaps = btoi(d.chance(w.gapPara))
			case l.first && f.role == titles:
				gaps = btoi(d.chance(w.gapTitle))
			default:
				gaps = btoi(d.chance(w.gapLine))
			}
			if w.blank == "every" && len(out) > 0 {
				gaps = 1 + btoi(k == 0 && w.gapFrame > 0.5)
			}
			for range gaps {
				out = append(out, rawLine{})
			}
			r := rawLine{ink: append([]glyph{}, l.ink...), feed: feed, prefix: p.prefix(l, f)}
			if k == 0 && p.dropped(f) {
				out = append(out, rawLine{ink: r.ink[:1:1]})
				r.ink, r.prefix = r.ink[1:], ""
				if r.ink[0].r == ' ' {
					r.ink = r.ink[1:]
				}
				p.trait("drop-cap")
			}
			if d.chance(w.tail) {
				r.tail = strings.Repeat(" ", d.between(1, 3))
			}
			if cut := p.cutLine(&r); cut != nil {
				out = append(out, r)
				r = *cut
			}
			out = append(out, r)
		}
	}
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dropped says whether a text begins with a dropped capital that comes on a line of its own.
func (p *Page) dropped(f *frame) bool {
	l := f.lines[0]
	return p.look.dropCap && f.role == bodyText && f.part == 0 && l.first && l.it.align == full && len(l.ink) > 6 &&
		l.ink[0].of != nil && l.ink[0].of.kind == paragraph && f.of.lead == nil && !f.of.short && !isMark(l.ink[0].r)
}

// prefix is the indent as the extractor gives it.
func (p *Page) prefix(l line, f *frame) string {
	if l.indent <= 0 || f.of == nil {
		return ""
	}
	if l.centre || l.tail {
		if !p.ways.centred {
			return ""
		}
		return strings.Repeat(" ", min(l.indent*2/em, 40))
	}
	if !l.first || f.role != bodyText {
		return ""
	}
	switch p.ways.indent {
	case "two":
		return "　　"
	case "one":
		return "　"
	case "spaces":
		return strings.Repeat(" ", max(2, min(8, l.indent*2/em)))
	case "tab":
		return "\t"
	case "mixed":
		return pick(p.d, []string{"", "", "　　", "　", "  "})
	}
	return ""
}

// cutLine cuts a line in two, as a recogniser does where letters stand wide; the rest is returned.
func (p *Page) cutLine(r *rawLine) *rawLine {
	if !p.d.chance(p.ways.cut) || len(r.ink) < 8 {
		return nil
	}
	k := p.d.between(3, len(r.ink)-4)
	if r.ink[k].of == nil || r.ink[k-1].of != r.ink[k].of || r.ink[k].of.kind != paragraph || r.ink[k].r == ' ' || r.ink[k-1].r == ' ' || isWord(r.ink[k].r) {
		return nil
	}
	p.trait("cut-line")
	rest := rawLine{ink: r.ink[k:]}
	r.ink = r.ink[:k:k]
	return &rest
}

// braid sets the titles of two stories that stand side by side line by line: by turns, or on one
// raw line with a gap between.
func (p *Page) braid(fs []*frame) []*frame {
	for i := 0; i+1 < len(fs); i++ {
		f, g := fs[i], fs[i+1]
		if f.role != titles || g.role != titles || f.of == g.of || f.y0 != g.y0 || !p.d.chance(p.ways.braid) || !p.alone(fs, i) || !p.alone(fs, i+1) ||
			len(f.of.above)+len(g.of.above) > 0 || f.of.byAt == "beside" || g.of.byAt == "beside" || f.of.upright || g.of.upright || f.of.standing != nil || g.of.standing != nil ||
			!p.telling(f.of, f.of.kicker, f.of.head, f.of.sub) || !p.telling(g.of, g.of.kicker, g.of.head, g.of.sub) {
			continue
		}
		m := &frame{of: f.of, role: titles, x0: f.x0, x1: g.x1, y0: f.y0, y1: max(f.y1, g.y1)}
		one := p.d.chance(0.5)
		for k := range max(len(f.lines), len(g.lines)) {
			switch {
			case k >= len(f.lines):
				m.lines = append(m.lines, g.lines[k])
			case k >= len(g.lines):
				m.lines = append(m.lines, f.lines[k])
			case one:
				l := f.lines[k]
				l.ink = cat(l.ink, loose(strings.Repeat(" ", p.d.between(3, 12))), g.lines[k].ink)
				m.lines = append(m.lines, l)
			default:
				m.lines = append(m.lines, f.lines[k], g.lines[k])
			}
		}
		for k := range m.lines {
			m.lines[k].first = false
		}
		p.trait(map[bool]string{true: "titles-on-one-line", false: "titles-by-turns"}[one])
		fs = append(append(append([]*frame{}, fs[:i]...), m), fs[i+2:]...)
	}
	return fs
}

// alone says whether the i-th frame is the only one with titles of its article.
func (p *Page) alone(fs []*frame, i int) bool {
	n := 0
	for _, f := range fs {
		if f.of == fs[i].of && f.role == titles {
			n++
		}
	}
	return n == 1
}

// encode joins the lines with the line ends of the page.
func (p *Page) encode(ls []rawLine) string {
	var b strings.Builder
	if p.ways.bom {
		b.WriteString("\ufeff")
	}
	for _, l := range ls {
		if l.feed {
			b.WriteString("\f")
		}
		b.WriteString(l.text())
		b.WriteString(p.ways.ends)
	}
	return b.String()
}
