package ocr

import (
	"strings"

	"qingyang/app/source/sheet"
)

// ABBYY reads the XML of FineReader 6 to 10 and later (schemas FineReader6-schema-v1 to FineReader10-schema-v1).
func ABBYY(text string) ([]sheet.Page, error) {
	a := abbyy{}
	err := walk(text, a.start, a.leave, a.letters)
	a.settle()
	for i := range a.pages {
		toPoints(&a.pages[i])
	}
	return a.close(err)
}

type abbyy struct {
	book
	char   sheet.Box
	doubt  []uint8
	inChar bool
	wrote  bool // the character at hand has a letter
	format bool // inside formatting
	chars  bool // the formatting at hand has charParams: what stands between them is how the file is laid out
	words  int  // open wordRecVariants: other readings of what stands beside them, character by character
	other  bool // inside charRecVariant: another reading of the character at hand
	read   strings.Builder
	others []string // the readings of the character at hand, the likeliest first
}

func corners(e element) sheet.Box {
	return sheet.Corners(e.num("l"), e.num("t"), e.num("r"), e.num("b"))
}

func (a *abbyy) start(e element) error {
	if a.vast() {
		return ErrVast
	}
	if e.name == "wordRecVariants" {
		a.words++
	}
	if a.words > 0 {
		return nil
	}
	switch e.name {
	case "charRecVariant":
		a.other = true
		a.read.Reset()
	case "page":
		p := a.turn(e.num("width"), e.num("height"))
		if p.DPI = e.num("resolution"); p.DPI < 30 || p.DPI > 4000 {
			p.DPI = usual
		}
	case "block":
		switch e.get("blockType") {
		case "Table":
			a.area(sheet.Cell)
		case "Text", "":
			a.area(kindOf(e.get("blockName")))
		default: // pictures, bar codes, separators
			a.area(sheet.Margin)
		}
	case "par":
		a.opens = true
	case "line":
		a.begin(corners(e))
	case "formatting":
		a.format, a.chars = true, false
		if a.line == nil {
			break
		}
		if fs := e.num("fs"); fs > 0 && fs < 500 {
			a.line.Size = max(a.line.Size, fs*a.page().DPI/inches) // toPoints takes it back
		}
		b := e.get("bold")
		a.line.Bold = a.line.Bold || b == "true" || b == "1"
	case "charParams":
		a.inChar, a.wrote, a.chars = true, false, true
		a.char, a.doubt, a.others = corners(e), nil, nil
		switch c := e.get("charConfidence"); {
		case c != "" && e.num("charConfidence") >= 0:
			a.doubt = []uint8{doubt(e.num("charConfidence"))}
		case e.get("suspicious") == "true" || e.get("suspicious") == "1":
			a.doubt = []uint8{50}
		}
	}
	return nil
}

func (a *abbyy) leave(name string) error {
	if a.words > 0 {
		if name == "wordRecVariants" {
			a.words--
		}
		return nil
	}
	switch name {
	case "charRecVariant":
		a.others, a.other = append(a.others, strings.TrimSpace(a.read.String())), false
	case "charParams":
		if !a.wrote && a.line != nil { // a space that a tool took away
			a.line.white = typed
		}
		a.inChar = false
	case "formatting":
		a.format = false
	case "line", "par", "block", "page":
		if a.line != nil {
			if n := len(a.line.Chars); n > 0 && a.line.Chars[n-1].Rune == '¬' { // how FineReader writes the hyphen of a cut word
				a.line.Chars[n-1].Rune = '-'
			}
		}
		a.end()
	}
	return nil
}

func (a *abbyy) letters(s string) {
	switch {
	case a.words > 0:
	case a.other:
		a.read.WriteString(s)
	case a.inChar:
		if strings.TrimSpace(s) == "" {
			break
		}
		a.wrote = true
		a.book.others = alternative([]rune(strings.TrimSpace(s)), a.others...)
		a.put(strings.TrimSpace(s), a.char, nil, a.doubt)
	case a.format && a.line != nil && !(strings.TrimSpace(s) == "" && (a.chars || strings.Contains(s, "\n"))):
		a.put(s, sheet.Box{}, nil, nil)
	}
}
