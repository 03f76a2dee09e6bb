package ocr

import (
	"encoding/json"
	"errors"
	"strings"

	"qingyang/app/source/sheet"
)

// longest is how many bytes of JSON are read: objects take many times their text.
const longest = 24 << 20

// Paddle reads the results of PaddleOCR as JSON: of version 2, for each page, or for an only one, a list of
// [[corners], [text, score]]; of version 3 an object of lists, or a list of such objects.
func Paddle(text string) ([]sheet.Page, error) {
	if len(text) > longest {
		return nil, ErrVast
	}
	p := paddle{}
	if err := p.value(json.RawMessage(text), 0); err != nil {
		return nil, err
	}
	p.settle()
	for i := range p.pages {
		p.pages[i].DPI = usual
		toPoints(&p.pages[i])
	}
	return p.close(nil)
}

type paddle struct{ book }

// paddle3 is a page of version 3.
type paddle3 struct {
	Res    json.RawMessage `json:"res"`
	Input  string          `json:"input_path"`
	Texts  []string        `json:"rec_texts"`
	Scores []float64       `json:"rec_scores"`
	Polys  [][][]float64   `json:"rec_polys"`
	Boxes  [][]float64     `json:"rec_boxes"`
	Dt     [][][]float64   `json:"dt_polys"`
}

func (p *paddle) value(raw json.RawMessage, depth int) error {
	if depth > 4 || p.vast() {
		return ErrVast
	}
	raw = json.RawMessage(strings.TrimLeft(string(raw), " \t\r\n\uFEFF"))
	if len(raw) > 0 && raw[0] == '{' {
		var o paddle3
		if err := json.Unmarshal(raw, &o); err != nil {
			return errors.Join(ErrBroken, err)
		}
		if o.Res != nil {
			return p.value(o.Res, depth+1)
		}
		p.object(o)
		return nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return errors.Join(ErrBroken, err)
	}
	if lines, ok := paddleLines(list); ok {
		p.turn(0, 0)
		for _, l := range lines {
			p.row(around(l.corners), l.text, l.score)
		}
		return nil
	}
	for _, one := range list {
		if string(one) == "null" { // a page on which nothing was found
			p.turn(0, 0)
			continue
		}
		if err := p.value(one, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (p *paddle) object(o paddle3) {
	p.turn(0, 0).Image = o.Input
	for i, s := range o.Texts {
		var b sheet.Box
		switch {
		case i < len(o.Boxes) && len(o.Boxes[i]) == 4:
			x := o.Boxes[i]
			b = sheet.Corners(x[0], x[1], x[2], x[3])
		case i < len(o.Polys):
			b = around(o.Polys[i])
		case i < len(o.Dt):
			b = around(o.Dt[i])
		}
		score := 1.0
		if i < len(o.Scores) {
			score = o.Scores[i]
		}
		p.row(b, s, score)
	}
}

// row is a line of type.
func (p *paddle) row(at sheet.Box, text string, score float64) {
	p.begin(at)
	p.put(text, sheet.Box{}, nil, []uint8{doubt(100 * score)})
	p.end()
}

type paddleLine struct {
	corners [][]float64
	text    string
	score   float64
}

// paddleLines reads a list as lines of version 2; ok is false where it is another list.
func paddleLines(list []json.RawMessage) (all []paddleLine, ok bool) {
	if len(list) == 0 {
		return nil, true
	}
	for _, raw := range list {
		var pair []json.RawMessage
		var l paddleLine
		var read []json.RawMessage
		if json.Unmarshal(raw, &pair) != nil || len(pair) != 2 || json.Unmarshal(pair[0], &l.corners) != nil ||
			json.Unmarshal(pair[1], &read) != nil || len(read) != 2 || json.Unmarshal(read[0], &l.text) != nil || json.Unmarshal(read[1], &l.score) != nil {
			return nil, false
		}
		all = append(all, l)
	}
	return all, true
}

// around is the box around corners.
func around(corners [][]float64) sheet.Box {
	var b sheet.Box
	for k, c := range corners {
		if len(c) >= 2 {
			b = stretch(b, c[0], c[1], k == 0)
		}
	}
	return sheet.Corners(b.X, b.Y, b.X+b.W, b.Y+b.H)
}

// MinerU reads the JSON of MinerU: middle.json, with the lines of each block, or content_list.json, which has
// blocks only.
func MinerU(text string) ([]sheet.Page, error) {
	if len(text) > longest {
		return nil, ErrVast
	}
	m := mineru{}
	var err error
	if strings.HasPrefix(strings.TrimLeft(text, " \t\r\n\uFEFF"), "[") {
		err = m.list(text)
	} else {
		err = m.middle(text)
	}
	if err != nil {
		return nil, err
	}
	return m.close(nil)
}

type mineru struct{ book }

type mineruBlock struct {
	Type  string
	BBox  []float64
	Lines []struct {
		BBox  []float64
		Spans []struct {
			BBox    []float64
			Content string
			Score   *float64
		}
	}
	Blocks []mineruBlock // of a picture: its caption among them
}

func (m *mineru) middle(text string) error {
	var file struct {
		Pages []struct {
			Paras     []mineruBlock `json:"para_blocks"`
			Discarded []mineruBlock `json:"discarded_blocks"`
			Size      []float64     `json:"page_size"`
		} `json:"pdf_info"`
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(text, "\uFEFF")), &file); err != nil {
		return errors.Join(ErrBroken, err)
	}
	for _, page := range file.Pages {
		if m.vast() {
			return ErrVast
		}
		w, h := 0.0, 0.0
		if len(page.Size) == 2 {
			w, h = page.Size[0], page.Size[1]
		}
		m.turn(w, h)
		for _, b := range page.Paras {
			m.block(b, sheet.Unsaid, 0)
		}
		for _, b := range page.Discarded {
			m.block(b, sheet.Margin, 0)
		}
	}
	return nil
}

func (m *mineru) block(b mineruBlock, kind sheet.Kind, depth int) {
	if depth > 4 {
		return
	}
	if k := kindOf(b.Type); kind == sheet.Unsaid {
		kind = k
	}
	for _, one := range b.Blocks {
		m.block(one, kind, depth+1)
	}
	if len(b.Lines) == 0 {
		return
	}
	m.area(kind)
	m.opens = true
	for _, l := range b.Lines {
		m.begin(fourOf(l.BBox))
		for _, s := range l.Spans {
			m.part()
			var doubts []uint8
			if s.Score != nil {
				doubts = []uint8{doubt(100 * *s.Score)}
			}
			m.put(s.Content, fourOf(s.BBox), nil, doubts)
		}
		m.end()
	}
}

func (m *mineru) list(text string) error {
	var all []struct {
		Type    string
		Text    string
		Level   int       `json:"text_level"`
		Page    int       `json:"page_idx"`
		BBox    []float64 `json:"bbox"`
		Caption []string  `json:"image_caption"`
		Foot    []string  `json:"image_footnote"`
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(text, "\uFEFF")), &all); err != nil {
		return errors.Join(ErrBroken, err)
	}
	for _, b := range all {
		if m.vast() || b.Page > mostPages {
			return ErrVast
		}
		for len(m.pages) <= b.Page {
			m.turn(0, 0)
		}
		kind := kindOf(b.Type)
		if b.Level > 0 {
			kind = sheet.Title
		}
		for _, s := range append(append(strings.Split(b.Text, "\n"), b.Caption...), b.Foot...) {
			m.area(kind)
			m.opens = true
			m.begin(sheet.Box{})
			m.put(s, sheet.Box{}, nil, nil)
			m.end()
		}
	}
	return nil
}

func fourOf(b []float64) sheet.Box {
	if len(b) != 4 {
		return sheet.Box{}
	}
	return sheet.Corners(b[0], b[1], b[2], b[3])
}
