package sample_test

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// composer carries out the orders of a manuscript and so makes the raw page.
//
//	track NAME GRADE                 of the corpus
//	file bom|crlf|gb18030 …          form of the shipped file
//	spoil fault=n …                  from here on every n-th place is damaged; 0 stops it
//	col M H gap=… indent=…           columns M em wide, H lines high (0: no end); a blank line
//	                                 stands before all paragraphs, none, or all but every n-th;
//	                                 two em of indent are lost, kept, or kept as half spaces
//	blank [n]                        blank lines
//	furn KEY [m=M]                   furniture, M em wide, or in one line
//	stack S [parts=khs] [k=N] [h=N] [s=N] [loose] [wide]
//	                                 kicker, headline, subheadline, or those named, each broken after
//	                                 its N-th character; loose: blank lines between; wide: a pause
//	                                 is U+3000
//	body S [lead=space|wide|none|bracket] [credit=run|bracket] [jump=KEY] [from=KEY]
//	       [beside=A+N@M,…] [rows=M] [stop=N]
//	                                 the paragraphs; N lines from line A (from 0) are M em wide;
//	                                 the rows of a table are M em wide; only N lines for now
//	more S [stop=N]                  the rest of the body
//	credit S [split=W] [box]         the byline on its own; in two lines, parted before W; after □
//	caption S N [m=M]                the N-th caption, from 1
//	cut                              the column ends here
type composer struct {
	m         *manuscript
	damage    damage
	lines     []line
	m2        int // measure in half em
	height    int
	gap       string
	indent    string // what stands for the two em: "" where they are lost
	count     int    // lines in this column so far
	paras     int    // paragraphs so far, for gap
	trail     int
	stacks    map[int]bool      // by story: its headline stands on the page
	pending   map[int][]pending // by story: what of its body is not set yet
	bodies    []int
	furnished []string
	measures  []string
	made      map[string]int
}

type line struct {
	before  string // spaces of an indent that was kept
	ink     []glyph
	after   string // spaces at the end
	newLine bool   // not a continuation of the line before, though of the same block
}

type pending struct {
	line
	gap   bool // a blank line stands before
	joins bool // runs on from the line before
}

func (l line) first() block { return l.ink[0].of }
func (l line) last() block  { return l.ink[len(l.ink)-1].of }

var indents = map[string]string{"": "", "lost": "", "kept": "　　", "half": "    "}

// wide is room enough for any line, in half em.
const wide = 1000

func compose(m *manuscript) (*composer, error) {
	c := &composer{m: m, gap: "all", m2: 28, made: map[string]int{}}
	c.damage = damage{every: map[string]int{}, seen: map[string]int{}, made: c.made}
	c.pending, c.stacks = map[int][]pending{}, map[int]bool{}
	for _, o := range m.orders {
		if err := c.do(o); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", m.name, o.line, err)
		}
	}
	for i, s := range m.stories {
		if len(c.pending[i]) > 0 {
			return nil, fmt.Errorf("%s: the end of story %s was not set", m.name, s.name)
		}
		switch {
		case !c.stacks[i] && s.stack.Headline != "":
			return nil, fmt.Errorf("%s: the headline of story %s was not set", m.name, s.name)
		case !c.stacks[i]:
			c.made["headline missing"]++
		}
		if !slices.Contains(c.bodies, i) {
			return nil, fmt.Errorf("%s: story %s was not set", m.name, s.name)
		}
	}
	for _, k := range m.furnitureKeys {
		if !slices.Contains(c.furnished, k) {
			return nil, fmt.Errorf("%s: furniture %s was not set", m.name, k)
		}
	}
	return c, nil
}

func (c *composer) do(o order) error {
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			panic(fmt.Sprintf("%s, line %d: %q is no number", c.m.name, o.line, s))
		}
		return n
	}
	_, has := o.opts["m"]
	m := c.m2
	if has {
		m = 2 * number(o.opts["m"])
	}
	switch o.verb {
	case "spoil":
		for k, v := range o.opts {
			c.damage.every[k] = number(v)
		}
		return nil
	case "col":
		c.m2, c.height = 2*number(o.args[0]), number(o.args[1])
		c.gap, c.indent = cmp.Or(o.opts["gap"], "all"), indents[o.opts["indent"]]
		c.count = 0
		c.measured(o.args[0])
		return nil
	case "blank":
		n := 1
		if len(o.args) > 0 {
			n = number(o.args[0])
		}
		c.lines = append(c.lines, make([]line, n)...)
		return nil
	case "cut":
		c.blank()
		c.count = 0
		return nil
	case "furn":
		if !has {
			m = wide
		}
		return c.furniture(o.args[0], m)
	}
	s, i := c.m.story(o.args[0])
	if s == nil {
		return fmt.Errorf("no story %q", o.args)
	}
	switch o.verb {
	case "stack":
		return c.stack(s, i, o, number)
	case "body":
		if err := c.body(s, i, o, number); err != nil {
			return err
		}
		c.flush(i, o.opts["stop"], number)
	case "more":
		c.flush(i, o.opts["stop"], number)
	case "credit":
		return c.credit(s, i, o)
	case "caption":
		n := number(o.args[1])
		c.interrupt("caption inside a body")
		for _, l := range column(ink(s.captions[n-1], block{i, "caption", n}), func(int) int { return m }, false) {
			c.lines = append(c.lines, line{ink: l})
		}
	default:
		return fmt.Errorf("unknown order %q", o.verb)
	}
	return nil
}

func (c *composer) measured(m string) {
	if !slices.Contains(c.measures, m) {
		c.measures = append(c.measures, m)
	}
}

func (c *composer) blank() {
	if n := len(c.lines); n > 0 && len(c.lines[n-1].ink) > 0 {
		c.lines = append(c.lines, line{})
	}
}

func (c *composer) furniture(key string, m int) error {
	text, ok := c.m.furniture[key]
	if !ok {
		return fmt.Errorf("no furniture %q", key)
	}
	c.interrupt("furniture inside a body")
	of := block{-1, "furniture", len(c.furnished)}
	c.furnished = append(c.furnished, key)
	for _, l := range column(ink(text, of), func(int) int { return m }, false) {
		c.lines = append(c.lines, line{ink: l})
	}
	return nil
}

// interrupt counts what is set while a body is not at its end.
func (c *composer) interrupt(fault string) {
	for _, p := range c.pending {
		if len(p) > 0 {
			c.made[fault]++
			return
		}
	}
}

// piece is furniture that stands in a line of the body.
func (c *composer) piece(key string) ([]glyph, error) {
	text, ok := c.m.furniture[key]
	if !ok {
		return nil, fmt.Errorf("no furniture %q", key)
	}
	c.furnished = append(c.furnished, key)
	return ink(text, block{-1, "furniture", len(c.furnished) - 1}), nil
}

func (c *composer) stack(s *story, i int, o order, number func(string) int) error {
	parts := cmp.Or(o.opts["parts"], "khs")
	set := 0
	for _, p := range []struct{ key, kind, text string }{
		{"k", "kicker", s.stack.Kicker}, {"h", "headline", s.stack.Headline}, {"s", "subheadline", s.stack.Subheadline},
	} {
		if p.text == "" || !strings.Contains(parts, p.key) {
			continue
		}
		if set > 0 && slices.Contains(o.args, "loose") {
			c.blank()
		}
		if slices.Contains(o.args, "wide") {
			p.text = strings.ReplaceAll(p.text, " ", "　")
		}
		g := ink(p.text, block{i, p.kind, 0})
		if at := o.opts[p.key]; at != "" {
			c.made["title over two lines"]++
			c.lines = append(c.lines, line{ink: g[:number(at)]})
			g = g[number(at):]
		}
		c.lines = append(c.lines, line{ink: g})
		set++
	}
	c.stacks[i] = true
	if slices.Contains(c.bodies, i) {
		c.made["headline displaced"]++
	}
	if set == 0 {
		return fmt.Errorf("story %s has no title of the kinds %q", s.name, parts)
	}
	return nil
}

func (c *composer) credit(s *story, i int, o order) error {
	of := block{i, "byline", 0}
	parts := []string{s.byline}
	if at := o.opts["split"]; at != "" {
		a, b, ok := strings.Cut(s.byline, " "+at)
		if !ok {
			return fmt.Errorf("no %s in the byline %q", at, s.byline)
		}
		parts = []string{a, at + b}
		c.made["byline in two lines"]++
	}
	if slices.Contains(o.args, "box") {
		parts[0] = "□" + parts[0]
	}
	c.made["byline on its own"]++
	for n, p := range parts {
		for k, l := range column(ink(p, of), func(int) int { return c.m2 }, true) {
			c.lines = append(c.lines, line{ink: l, newLine: n+k > 0})
		}
	}
	return nil
}

// beside is a run of lines next to a photo.
type beside struct{ from, n, half int }

func (c *composer) body(s *story, i int, o order, number func(string) int) error {
	c.bodies = append(c.bodies, i)
	var runs []beside
	for _, r := range strings.FieldsFunc(o.opts["beside"], func(r rune) bool { return r == ',' }) {
		var b beside
		if _, err := fmt.Sscanf(r, "%d+%d@%d", &b.from, &b.n, &b.half); err != nil {
			return fmt.Errorf("beside=%s: %w", r, err)
		}
		c.measured(strconv.Itoa(b.half))
		b.half *= 2
		c.made["beside a photo"] += b.n
		runs = append(runs, b)
	}
	rows := 0
	if m := o.opts["rows"]; m != "" {
		rows = 2 * number(m)
	}
	measure := func(k int) int {
		for _, b := range runs {
			if k >= b.from && k < b.from+b.n {
				return b.half
			}
		}
		return c.m2
	}
	for n, p := range s.paras {
		g, err := c.paragraph(s, i, n, o)
		if err != nil {
			return err
		}
		base := len(c.pending[i])
		indent := 0
		if p.kind == 'p' && (n > 0 || o.opts["from"] == "") {
			indent = 4
		}
		lines := column(g, func(k int) int {
			if p.kind == '|' && rows > 0 {
				return rows
			}
			if k == 0 {
				return measure(base) - indent
			}
			return measure(base + k)
		}, p.kind == '|')
		for k, l := range lines {
			q := pending{line: line{ink: l}, joins: k > 0, gap: k == 0 && c.parted(s, n)}
			if k == 0 && indent > 0 {
				if c.indent != "" {
					q.before = c.indent
					c.made["indent kept"]++
				} else {
					c.made["indent lost"]++
				}
			}
			c.pending[i] = append(c.pending[i], q)
		}
	}
	return nil
}

// parted says whether a blank line stands before the n-th paragraph.
func (c *composer) parted(s *story, n int) bool {
	if n == 0 {
		return false
	}
	if was := s.paras[n-1]; was.kind == s.paras[n].kind && was.kind != 'p' {
		return was.stanza
	}
	c.paras++
	switch c.gap {
	case "all":
		return true
	case "none":
		return false
	}
	every, err := strconv.Atoi(c.gap)
	return err == nil && c.paras%every != 0
}

// paragraph is the n-th paragraph as it is set: damaged, with what stands in its first and last line.
func (c *composer) paragraph(s *story, i, n int, o order) ([]glyph, error) {
	g := ink(s.paras[n].text, block{i, "paragraph", n})
	if s.paras[n].kind == 'p' {
		c.damage.spoil(g)
	}
	credit := block{i, "byline", 0}
	if n == 0 {
		head := ink(s.dateline, block{i, "dateline", 0})
		switch o.opts["lead"] {
		case "space":
			head = append(head, ink(" ", block{i, "dateline", 0})...)
		case "wide":
			head = append(head, ink("　", block{i, "dateline", 0})...)
		case "bracket":
			head = append(head, ink("（"+s.byline+"）", credit)...)
			c.made["byline in the lead"]++
		}
		if key := o.opts["from"]; key != "" {
			p, err := c.piece(key)
			if err != nil {
				return nil, err
			}
			head = append(p, head...)
			c.made["jump"]++
		}
		g = append(head, g...)
	}
	if n == len(s.paras)-1 {
		switch o.opts["credit"] {
		case "run":
			g = append(g, ink(" "+s.byline, credit)...)
			c.made["byline behind the last stop"]++
		case "bracket":
			g = append(g, ink("（"+s.byline+"）", credit)...)
			c.made["byline in brackets"]++
		}
		if key := o.opts["jump"]; key != "" {
			p, err := c.piece(key)
			if err != nil {
				return nil, err
			}
			g = append(g, p...)
			c.made["jump"]++
		}
	}
	return g, nil
}

// flush sets pending lines of a body, all of them or as many as stop says.
func (c *composer) flush(i int, stop string, number func(string) int) {
	n := len(c.pending[i])
	if stop != "" {
		n = min(n, number(stop))
	}
	for _, q := range c.pending[i][:n] {
		if gap := q.ink[0].gap; gap != "" {
			c.made[gap]-- // nobody sees a space between two lines
		}
		cut := len(c.lines) > 0 && len(c.lines[len(c.lines)-1].ink) == 0
		switch {
		case q.gap && !cut:
			c.blank()
		case q.joins && cut && c.runsOn(q.first()):
			c.made["paragraph cut by a blank line"]++
		case !q.joins && !cut && c.titled():
			c.made["title glued to the body"]++
		case !q.joins && !cut && len(c.lines) > 0:
			c.made["no blank line before a paragraph"]++
		}
		if c.trail++; c.damage.every["trail"] > 0 && c.trail%c.damage.every["trail"] == 0 {
			q.after = " "
			c.made["trail"]++
		}
		c.lines = append(c.lines, q.line)
		if c.count++; c.height > 0 && c.count == c.height {
			c.blank()
			c.count = 0
		}
	}
	c.pending[i] = c.pending[i][n:]
}

// runsOn says whether the last line that is not blank ends in the block.
func (c *composer) runsOn(of block) bool {
	for i := len(c.lines) - 1; i >= 0; i-- {
		if len(c.lines[i].ink) > 0 {
			return c.lines[i].last() == of
		}
	}
	return false
}

// titled says whether the last line set is one of a headline stack.
func (c *composer) titled() bool {
	if n := len(c.lines); n > 0 {
		switch c.lines[n-1].last().kind {
		case "kicker", "headline", "subheadline":
			return true
		}
	}
	return false
}

// text is the page as lines, decoded, without a byte order mark and with LF.
func (c *composer) text() string {
	var b strings.Builder
	for _, l := range c.lines {
		b.WriteString(l.before)
		for i, g := range l.ink {
			if g.gap != "" && i > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(g.out)
		}
		b.WriteString(l.after)
		b.WriteByte('\n')
	}
	return b.String()
}

// utf8 is the page as the corpus holds it: with its byte order mark and line ends, but in UTF-8,
// since that is what the scorer reads.
func (c *composer) utf8() []byte {
	text := c.text()
	if c.m.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if c.m.bom {
		text = "\ufeff" + text
	}
	return []byte(text)
}

// raw is the page as it is shipped.
func (c *composer) raw() ([]byte, error) {
	if !c.m.gb {
		return c.utf8(), nil
	}
	var b bytes.Buffer
	w := simplifiedchinese.GB18030.NewEncoder().Writer(&b)
	_, err := w.Write(c.utf8())
	return b.Bytes(), err
}

func (c *composer) meta() Meta {
	m := Meta{Track: c.m.track, Grade: c.m.grade, Encoding: "UTF-8", Faults: c.made}
	note := []string{fmt.Sprintf("measures %s em", strings.Join(c.measures, "/"))}
	if c.m.bom {
		note = append(note, "byte order mark")
	}
	if c.m.crlf {
		note = append(note, "CR LF")
	}
	if c.m.gb {
		m.Encoding = "GB18030"
		note = append(note, "shipped in GB18030")
	}
	m.Note = strings.Join(note, "; ")
	return m
}
