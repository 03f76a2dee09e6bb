package ocr

import (
	"sort"
	"strings"

	"qingyang/app/source/sheet"
)

// PAGE reads PAGE XML of 2010 to 2019. Zones stand in the reading order that the file gives, those that it
// leaves out behind them.
func PAGE(text string) ([]sheet.Page, error) {
	p := pageXML{order: map[string]int{}}
	err := walk(text, p.start, p.end, p.text)
	p.finish()
	p.settle()
	for i := range p.pages {
		p.pages[i].DPI = usual
		toPoints(&p.pages[i])
	}
	return p.close(err)
}

type pageXML struct {
	book
	order   map[string]int // of zones, by their id
	next    int
	regions []pageRegion
	table   string      // that is open
	open    []*pageItem // region, line, word, glyph that are open
	area    []int       // the regions that are open, of regions
	unicode strings.Builder
	inText  bool
	equiv   pageEquiv
	w, h    float64
	image   string
	any     bool
}

// pageRegion is a zone with its lines, before the zones are put in order.
type pageRegion struct {
	id    string
	table string // the one that it is in, "" for none
	kind  sheet.Kind
	lines []*pageItem
	whole string // its text, where it has no lines
	rank  int
	box   sheet.Box
}

// pageItem is a line, a word or a glyph.
type pageItem struct {
	name  string
	box   sheet.Box
	first bool
	said  pageEquiv
	other pageEquiv // the next likely
	parts []*pageItem
	size  float64
	bold  bool
}

// pageEquiv is a text that was read: of several the one of the lowest index.
type pageEquiv struct {
	text  string
	conf  float64
	index int
	known bool
}

func (p *pageXML) start(e element) error {
	if p.vast() {
		return ErrVast
	}
	switch {
	case e.name == "Page":
		p.finish()
		p.w, p.h, p.image, p.any = e.num("imageWidth"), e.num("imageHeight"), e.get("imageFilename"), true
	case e.name == "RegionRefIndexed" || e.name == "RegionRef":
		p.order[e.get("regionRef")] = p.next // a group's members stand in the order of their index in all files there are
		p.next++
	case e.name == "TableRegion":
		p.table = e.get("id")
	case e.name == "TextRegion" || e.name == "TableCell": // cells are Transkribus's
		kind := kindOf(e.get("type"))
		if p.table != "" {
			kind = sheet.Cell
		}
		p.regions = append(p.regions, pageRegion{id: e.get("id"), table: p.table, kind: kind, rank: 1 << 30})
		p.area = append(p.area, len(p.regions)-1)
	case e.name == "TextLine" || e.name == "Word" || e.name == "Glyph":
		it := &pageItem{name: e.name}
		if n := len(p.open); n > 0 {
			p.open[n-1].parts = append(p.open[n-1].parts, it)
		} else if n := len(p.area); n > 0 {
			r := &p.regions[p.area[n-1]]
			r.lines = append(r.lines, it)
		}
		p.open = append(p.open, it)
	case e.name == "Coords" && len(p.open) > 0:
		p.open[len(p.open)-1].box = points(e.get("points"))
	case e.name == "Coords" && len(p.area) > 0:
		p.regions[p.area[len(p.area)-1]].box = points(e.get("points"))
	case e.name == "Point" && len(p.open) > 0: // 2010
		it := p.open[len(p.open)-1]
		it.box = stretch(it.box, e.num("x"), e.num("y"), !it.first)
		it.first = true
	case e.name == "TextStyle" && len(p.open) > 0:
		it := p.open[len(p.open)-1]
		it.size, it.bold = e.num("fontSize"), e.get("bold") == "true"
	case e.name == "TextEquiv":
		p.equiv = pageEquiv{index: int(e.num("index")), conf: -1, known: true}
		if e.get("conf") != "" {
			p.equiv.conf = e.num("conf")
		}
	case e.name == "Unicode":
		p.inText = true
		p.unicode.Reset()
	}
	return nil
}

func (p *pageXML) end(name string) error {
	switch name {
	case "Unicode":
		p.inText = false
		p.equiv.text = p.unicode.String()
		p.chars += len(p.equiv.text) / 3
	case "TextEquiv":
		switch n, m := len(p.open), len(p.area); {
		case n > 0:
			it := p.open[n-1]
			switch {
			case !it.said.known || p.equiv.index < it.said.index:
				it.said, it.other = p.equiv, it.said
			case !it.other.known || p.equiv.index < it.other.index:
				it.other = p.equiv
			}
		case m > 0 && p.regions[p.area[m-1]].whole == "":
			p.regions[p.area[m-1]].whole = p.equiv.text
		}
	case "TextLine", "Word", "Glyph":
		if n := len(p.open); n > 0 && p.open[n-1].name == name {
			p.open = p.open[:n-1]
		}
	case "TableRegion":
		p.table = ""
	case "TextRegion", "TableCell":
		if n := len(p.area); n > 0 {
			p.area = p.area[:n-1]
		}
	case "Page":
		p.finish()
	}
	return nil
}

func (p *pageXML) text(s string) {
	if p.inText {
		p.unicode.WriteString(s)
	}
}

// finish writes the page at hand.
func (p *pageXML) finish() {
	if !p.any {
		return
	}
	page := p.turn(p.w, p.h)
	page.Image = p.image
	for i := range p.regions {
		if n, ok := p.order[p.regions[i].id]; ok {
			p.regions[i].rank = n
		} else if n, ok := p.order[p.regions[i].table]; ok && p.regions[i].table != "" {
			p.regions[i].rank = n
		}
	}
	sort.SliceStable(p.regions, func(i, j int) bool { return p.regions[i].rank < p.regions[j].rank })
	for i := range p.regions {
		r := &p.regions[i]
		p.book.area(r.kind)
		if len(r.lines) == 0 {
			for _, s := range strings.Split(r.whole, "\n") {
				p.begin(sheet.Box{})
				p.put(s, sheet.Box{}, nil, nil)
				p.book.end()
			}
		}
		for _, l := range r.lines {
			p.write(l)
		}
	}
	p.table, p.any, p.regions, p.open, p.area, p.next = "", false, nil, nil, nil, 0
	clear(p.order)
}

// write writes a line: its own text, with the places of its words and glyphs as far as they spell the same.
func (p *pageXML) write(l *pageItem) {
	line := p.begin(l.box)
	line.Bold = l.bold
	if l.size > 0 && l.size < 500 {
		line.Size = l.size * usual / inches // toPoints takes it back
	}
	var all []sheet.Char
	spell := func(it *pageItem) {
		one := book{}
		if o := []rune(it.other.text); it.other.known && len(o) == len([]rune(it.said.text)) {
			one.others = o
		}
		one.put(it.said.text, it.box, nil, it.said.doubts())
		if one.line != nil {
			all = append(all, one.line.Chars...)
		}
	}
	var words []string
	for _, w := range l.parts {
		from := len(all)
		for _, g := range w.parts {
			spell(g)
		}
		if one := spelled(all[from:]); !w.said.known || one != tight(w.said.text) {
			if w.said.known || len(w.parts) == 0 {
				all = all[:from]
				spell(w)
			}
		}
		words = append(words, spelled(all[from:]))
	}
	text := l.said.text
	if !l.said.known {
		for k, s := range words {
			if k > 0 {
				p.part()
			}
			n := len([]rune(s))
			p.letters(s, all[:n])
			all = all[n:]
		}
		p.book.end()
		return
	}
	if spelled(all) == tight(text) {
		p.letters(text, all)
	} else {
		p.put(text, sheet.Box{}, nil, l.said.doubts())
	}
	p.book.end()
}

// letters puts a text whose characters, white space left out, have places.
func (p *pageXML) letters(text string, all []sheet.Char) {
	var boxes []sheet.Box
	var doubts []uint8
	var others []rune
	k := 0
	for _, r := range text {
		c := sheet.Char{}
		if !isWhite(r) && k < len(all) {
			c = all[k]
			k++
		}
		boxes, doubts, others = append(boxes, c.Box), append(doubts, c.Doubt), append(others, c.Other)
	}
	p.others = others
	p.put(text, sheet.Box{}, boxes, doubts)
}

func (q pageEquiv) doubts() []uint8 {
	if q.conf < 0 || !q.known {
		return nil
	}
	return []uint8{doubt(100 * q.conf)}
}

func spelled(all []sheet.Char) string {
	var b strings.Builder
	for _, c := range all {
		b.WriteRune(c.Rune)
	}
	return b.String()
}

// tight is a text without white space.
func tight(s string) string {
	return strings.Map(func(r rune) rune {
		if isWhite(r) {
			return -1
		}
		return r
	}, s)
}
