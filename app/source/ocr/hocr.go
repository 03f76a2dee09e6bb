package ocr

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"qingyang/app/source/sheet"
)

// HOCR reads hOCR 1.2, which is HTML: its classes are those of the specification, as tesseract, OCRopus,
// Kraken and others write them. Characters have boxes where there is `ocrx_cinfo` (hocr_char_boxes).
func HOCR(text string) ([]sheet.Page, error) {
	h := hocr{t: html.NewTokenizer(strings.NewReader(text))}
	h.t.SetMaxBuf(1 << 22)
	err := h.run()
	h.settle()
	for i := range h.pages {
		toPoints(&h.pages[i])
	}
	return h.close(err)
}

// toPoints brings a page that counts in pixels to points. Sizes that the file said in points are not in
// pixels; a reader keeps them apart until here.
func toPoints(p *sheet.Page) {
	if p.DPI <= 0 {
		p.DPI = usual
	}
	p.Scale(inches / p.DPI)
	for i := range p.Lines {
		p.Lines[i].Size *= inches / p.DPI
	}
}

type hocr struct {
	book
	t     *html.Tokenizer
	open  []hocrElement
	word  strings.Builder
	boxes []sheet.Box
	doubt []uint8
	at    sheet.Box
	inAWd int  // open words
	bold  int  // open elements that make letters bold
	loose bool // the line at hand is text that stands in none

	// What else the characters of the word at hand may be: by alternatives of the specification, where what is struck out is
	// one of what was put in before it, and by the choices that tesseract lists for each character (lstm_choice_mode).
	put0     int // in runes of the word: where what was put in begins
	struck   strings.Builder
	strikes  int // open elements of what is struck out
	readings []rune
	choices  [][]choice // by character
	choosing int        // open elements of choices
}

type hocrElement struct {
	name, class string
	choice      bool
}

func (h *hocr) run() error {
	for {
		switch h.t.Next() {
		case html.ErrorToken:
			h.endWord()
			h.end()
			if err := h.t.Err(); err != io.EOF {
				return ErrVast
			}
			if len(h.open) > 0 {
				return ErrBroken
			}
			return nil
		case html.StartTagToken:
			if h.start(); len(h.open) > deepest || h.vast() {
				return ErrVast
			}
		case html.EndTagToken:
			name, _ := h.t.TagName()
			h.leave(string(name))
		case html.TextToken:
			h.text(string(h.t.Text()))
		}
	}
}

// hollow are elements that have no end.
var hollow = map[string]bool{"br": true, "meta": true, "link": true, "img": true, "hr": true, "input": true, "area": true, "base": true, "col": true, "wbr": true}

func (h *hocr) start() {
	tag, more := h.t.TagName()
	e := hocrElement{name: string(tag)}
	title, id := "", ""
	for more {
		var k, v []byte
		k, v, more = h.t.TagAttr()
		switch string(k) {
		case "class":
			e.class, _, _ = strings.Cut(string(v), " ")
		case "title":
			title = string(v)
		case "id":
			id = string(v)
		}
	}
	if hollow[e.name] {
		h.ends(e.name)
		return
	}
	p := properties(title)
	switch {
	case h.inAWd > 0 && strings.HasPrefix(id, "lstm_choices"):
		e.choice, e.class = true, ""
		h.choices = append(h.choices, nil)
	case h.inAWd > 0 && h.choosing > 0:
		e.choice, e.class = true, ""
		if n := len(h.choices); n > 0 {
			h.choices[n-1] = append(h.choices[n-1], choice{sure: p.confidence})
		}
	case e.name == "del":
		h.strikes++
		h.struck.Reset()
	case e.name == "ins":
		h.put0 = utf8.RuneCountInString(h.word.String())
	}
	if e.choice {
		h.choosing++
	}
	h.open = append(h.open, e)
	switch e.class {
	case "ocr_page":
		page := h.turn(p.box.W, p.box.H)
		page.Image = p.image
		page.DPI = p.dpi
	case "ocr_carea", "ocr_column", "ocrx_block", "ocr_section", "ocr_textarea":
		h.area(sheet.Unsaid)
	case "ocr_header", "ocr_footer", "ocr_pageno", "ocr_caption", "ocr_title", "ocr_line", "ocrx_line", "ocr_textfloat":
		l := h.begin(p.box)
		l.Size = p.size
		if k := hocrKinds[e.class]; k != sheet.Unsaid {
			l.Says = k
		}
	case "ocr_par":
		h.opens = true
	case "ocrx_word", "ocr_word":
		h.endWord()
		h.inAWd++
		h.part()
		h.at, h.doubt = p.box, nil
		if p.confident {
			h.doubt = []uint8{doubt(p.confidence)}
		}
	case "ocrx_cinfo", "ocr_cinfo":
		if p.box.Zero() {
			break
		}
		if len(h.boxes) == 0 {
			h.doubt = nil
		}
		h.boxes = append(h.boxes, p.box)
		h.doubt = append(h.doubt, doubt(p.confidence))
	}
	if e.name == "strong" || e.name == "b" {
		h.bold++
	}
}

var hocrKinds = map[string]sheet.Kind{"ocr_header": sheet.Margin, "ocr_footer": sheet.Margin, "ocr_pageno": sheet.Margin, "ocr_caption": sheet.Caption, "ocr_title": sheet.Title}

// leave closes the nearest element of a name, and what was left open in it.
func (h *hocr) leave(name string) {
	at := len(h.open) - 1
	for at >= 0 && h.open[at].name != name {
		at--
	}
	for k := len(h.open) - 1; k >= max(at, 0) && at >= 0; k-- {
		e := h.open[k]
		h.open = h.open[:k]
		switch e.name {
		case "strong", "b":
			h.bold--
		case "del":
			h.strike()
		}
		if e.choice {
			h.choosing--
		}
		h.ends(e.name)
		switch e.class {
		case "ocrx_word", "ocr_word":
			h.endWord()
			h.inAWd = max(0, h.inAWd-1)
		case "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_title", "ocr_pageno", "ocr_par", "ocr_page":
			h.endWord()
			h.end()
		}
	}
}

// text is what stands between tags: a word's letters, or a line's where the file has no words.
func (h *hocr) text(s string) {
	switch {
	case h.choosing > 0:
		h.chosen(strings.TrimSpace(s))
		return
	case h.strikes > 0:
		h.struck.WriteString(strings.TrimSpace(s))
		return
	}
	if h.inAWd > 0 {
		if s = strings.TrimSpace(s); s != "" {
			h.word.WriteString(s)
			if h.bold > 0 && h.line != nil {
				h.line.Bold = true
			}
		}
		return
	}
	if h.line == nil && len(h.pages) > 0 && strings.TrimSpace(s) != "" { // a page, and no line around it
		h.begin(sheet.Box{})
		h.loose = true
	}
	if h.line != nil && strings.TrimSpace(s) != "" {
		h.put(s, sheet.Box{}, nil, nil)
	} else if h.line != nil && s != "" {
		h.part()
	}
}

// ends ends a line of text that stands in none, with the block that it stands in.
func (h *hocr) ends(name string) {
	if h.loose && (name == "br" || isBlock[name]) {
		h.end()
	}
	h.loose = h.loose && h.line != nil
}

var isBlock = map[string]bool{"p": true, "div": true, "li": true, "tr": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true}

func (h *hocr) endWord() {
	s := h.word.String()
	h.word.Reset()
	boxes := h.boxes
	h.others = h.otherwise([]rune(s))
	h.boxes, h.put0, h.readings, h.choices = nil, 0, nil, nil
	if s == "" {
		h.others = nil
		return
	}
	if len(boxes) != len([]rune(s)) {
		boxes = nil
	}
	h.put(s, h.at, boxes, h.doubt)
}

// said is what the title of an hOCR element says.
type said struct {
	box              sheet.Box
	size, confidence float64
	dpi              float64
	confident        bool
	image            string
}

// properties reads a title (hOCR 1.2, 2): names with values, parted by semicolons.
func properties(title string) (p said) {
	for title != "" {
		var one string
		one, title = cutOutsideQuotes(title)
		f := strings.Fields(one)
		if len(f) < 2 {
			continue
		}
		num := func(k int) float64 {
			if k >= len(f) {
				return 0
			}
			v, err := strconv.ParseFloat(f[k], 64)
			if err != nil {
				return 0
			}
			return v
		}
		switch f[0] {
		case "bbox", "x_bboxes":
			if len(f) >= 5 {
				p.box = sheet.Corners(num(1), num(2), num(3), num(4))
			}
		case "x_size":
			p.size = max(0, num(1))
		case "x_wconf", "x_conf", "x_confs":
			p.confidence, p.confident = num(1), true
		case "scan_res":
			p.dpi = num(1)
		case "image":
			p.image = strings.Trim(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(one), "image")), `"'`)
		}
	}
	if p.dpi < 72 || p.dpi > 4000 { // tesseract writes 70 where the picture does not say
		p.dpi = 0
	}
	return p
}

// cutOutsideQuotes cuts at the first semicolon that stands in no quotes.
func cutOutsideQuotes(s string) (head, rest string) {
	quote := rune(0)
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"':
			quote = r
		case r == ';':
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
