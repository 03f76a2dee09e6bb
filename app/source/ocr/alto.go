package ocr

import (
	"strings"

	"qingyang/app/source/sheet"
)

// ALTO reads ALTO 1 to 4, with or without its namespace.
func ALTO(text string) ([]sheet.Page, error) {
	a := alto{styles: map[string]altoStyle{}, tags: map[string]sheet.Kind{}}
	err := walk(text, a.start, a.end, a.text)
	a.settle()
	for i := range a.pages {
		a.scale(&a.pages[i])
	}
	return a.close(err)
}

type altoStyle struct {
	size float64 // points
	bold bool
}

type alto struct {
	book
	unit   string
	image  string
	styles map[string]altoStyle
	tags   map[string]sheet.Kind
	under  string // the element whose text is read
	said   map[int]map[int]float64
	word   altoWord
	inWord bool
}

type altoWord struct {
	content string
	box     sheet.Box
	boxes   []sheet.Box
	doubts  []uint8
	letters strings.Builder // of its glyphs
	others  []rune          // of its glyphs, what else they may be
	another []string        // other readings of the whole
}

func altoBox(e element) sheet.Box {
	x, y := e.num("HPOS"), e.num("VPOS")
	return sheet.Corners(x, y, x+e.num("WIDTH"), y+e.num("HEIGHT"))
}

func (a *alto) start(e element) error {
	if a.vast() {
		return ErrVast
	}
	switch e.name {
	case "MeasurementUnit", "fileName":
		a.under = e.name
	case "TextStyle":
		a.styles[e.get("ID")] = altoStyle{e.num("FONTSIZE"), strings.Contains(e.get("FONTSTYLE"), "bold")}
	case "LayoutTag", "StructureTag", "OtherTag":
		a.tags[e.get("ID")] = kindOf(e.get("LABEL") + e.get("TYPE"))
	case "Page":
		p := a.turn(e.num("WIDTH"), e.num("HEIGHT"))
		p.Image = a.image
	case "TextBlock":
		a.area(a.kindOf(e))
		a.opens = true
	case "TextLine":
		l := a.begin(altoBox(e))
		a.style(e, l)
	case "String":
		if a.line == nil || a.steps(altoBox(e)) {
			a.begin(sheet.Box{})
		}
		a.style(e, a.line)
		a.inWord = true
		a.word = altoWord{content: e.get("CONTENT"), box: altoBox(e)}
		cc := strings.ReplaceAll(e.get("CC"), " ", "")
		switch n := len([]rune(a.word.content)); {
		case len(cc) == n && n > 0:
			for _, c := range cc { // 0 is sure, 9 is not (ALTO 4.4, CC)
				a.word.doubts = append(a.word.doubts, doubt(100-11*float64(c-'0')))
			}
		case e.get("WC") != "":
			a.word.doubts = []uint8{doubt(100 * e.num("WC"))}
		}
	case "Glyph":
		if !a.inWord {
			break
		}
		if len(a.word.boxes) == 0 {
			a.word.doubts = nil
		}
		for range e.get("CONTENT") {
			a.word.boxes = append(a.word.boxes, altoBox(e))
			a.word.doubts = append(a.word.doubts, doubt(100*e.num("GC")))
		}
		a.word.letters.WriteString(e.get("CONTENT"))
	case "Variant": // of a glyph, the likeliest first (ALTO 4.4, Variant)
		if n := len(a.word.boxes); a.inWord && n > 0 {
			for len(a.word.others) < n {
				a.word.others = append(a.word.others, 0)
			}
			if r := []rune(e.get("CONTENT")); len(r) == 1 && a.word.others[n-1] == 0 {
				a.word.others[n-1] = r[0]
			}
		}
	case "ALTERNATIVE":
		if a.inWord {
			a.under = e.name
			a.word.another = append(a.word.another, "")
		}
	case "SP":
		a.part()
	case "HYP":
		if a.line != nil && len(a.line.Chars) > 0 && !strings.ContainsRune("-‐\u00AD", a.line.Chars[len(a.line.Chars)-1].Rune) {
			hyphen := e.get("CONTENT")
			if hyphen == "" || hyphen == "\u00AD" {
				hyphen = "-"
			}
			a.line.white = none
			a.put(hyphen, altoBox(e), nil, nil)
		}
	}
	return nil
}

// style takes over what a line or a word says of its type; of several words the largest counts.
func (a *alto) style(e element, l *writing) {
	for _, id := range strings.Fields(e.get("STYLEREFS")) {
		if s, ok := a.styles[id]; ok {
			l.Bold = l.Bold || s.bold
			if s.size > 0 && s.size < 500 {
				a.say(s.size)
			}
		}
	}
	l.Bold = l.Bold || strings.Contains(e.get("STYLE"), "bold")
}

// say keeps a size in points, for the line that is at hand, until the unit of the boxes is known.
func (a *alto) say(size float64) {
	if a.said == nil {
		a.said = map[int]map[int]float64{}
	}
	p := len(a.pages) - 1
	if p < 0 {
		return
	}
	if a.said[p] == nil {
		a.said[p] = map[int]float64{}
	}
	n := len(a.pages[p].Lines)
	a.said[p][n] = max(a.said[p][n], size)
}

func (a *alto) kindOf(e element) sheet.Kind {
	for _, id := range strings.Fields(e.get("TAGREFS")) {
		if k := a.tags[id]; k != sheet.Unsaid {
			return k
		}
	}
	return kindOf(e.get("TYPE"))
}

func (a *alto) end(name string) error {
	switch name {
	case "String":
		w := &a.word
		a.inWord = false
		if w.letters.String() != w.content {
			w.boxes, w.others = nil, nil
		}
		if a.others = w.others; len(w.another) > 0 && w.others == nil {
			a.others = alternative([]rune(w.content), w.another...)
		}
		a.put(w.content, w.box, w.boxes, w.doubts)
		a.part() // what follows at once is told by its box
	case "TextLine", "TextBlock", "Page":
		a.book.end()
	case "MeasurementUnit", "fileName", "ALTERNATIVE":
		a.under = ""
	}
	return nil
}

func (a *alto) text(s string) {
	switch a.under {
	case "MeasurementUnit":
		a.unit += strings.TrimSpace(s)
	case "fileName":
		a.image += strings.TrimSpace(s)
	case "ALTERNATIVE":
		if n := len(a.word.another); n > 0 {
			a.word.another[n-1] += strings.TrimSpace(s)
		}
	}
}

// scale brings a page to points by the unit of its lengths (ALTO 4.4, MeasurementUnit).
func (a *alto) scale(p *sheet.Page) {
	switch a.unit {
	case "mm10":
		p.DPI = 254
	case "inch1200":
		p.DPI = 1200
	default:
		p.DPI = usual
	}
	toPoints(p)
	if a.unit == "mm10" || a.unit == "inch1200" {
		p.DPI = 0 // no pixels
	}
	for n, size := range a.said[p.Number-1] {
		if n < len(p.Lines) {
			p.Lines[n].Size = size
		}
	}
}

// kindOf is what a word of a file's own says of a zone: "heading", "Caption", "page-number".
func kindOf(s string) sheet.Kind {
	s = strings.ToLower(s)
	for _, k := range []struct {
		of   sheet.Kind
		word []string
	}{
		{sheet.Margin, []string{"header", "footer", "page-number", "page_number", "pageno", "catch-word", "advert", "running", "marginalia"}},
		{sheet.Caption, []string{"caption", "footnote"}},
		{sheet.Cell, []string{"table"}},
		{sheet.Title, []string{"head", "title", "doc_title"}},
		{sheet.Credit, []string{"credit", "author", "byline", "signature"}},
		{sheet.Text, []string{"paragraph", "text", "body", "article"}},
	} {
		for _, w := range k.word {
			if strings.Contains(s, w) {
				return k.of
			}
		}
	}
	return sheet.Unsaid
}
