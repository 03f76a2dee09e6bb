package sample_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// A manuscript is the finished text of one page, written by hand, and after it the orders by which
// the page is set and damaged. A line of the file is one of:
//
//	@版 paper number date page section      first line
//	@版面 key text                          a piece of furniture
//	@稿 name                                a story begins
//	@引题 @主题 @副题 @电头 @署名 text      its fields
//	@图注 text                              a caption; may be repeated
//	@又题 kicker|headline|subheadline       another reading of the stack that is as good
//	# text                                  a section head
//	| text                                  a row of a table, its cells parted by one space
//	/ text                                  a line of verse, a salutation, a signature
//	text                                    a paragraph
//	@排                                     from here on, orders: see compose_test.go
//
// A blank line means something only between lines of verse, where a stanza ends.
type manuscript struct {
	name            string // of the file, without .txt
	paper, no, date string
	page            int
	section         string
	furniture       map[string]string
	furnitureKeys   []string
	stories         []*story
	orders          []order
	track, grade    string
	bom, crlf, gb   bool
}

type story struct {
	name         string
	stack        Stack
	dateline     string
	byline       string
	captions     []string
	alternatives []Stack
	paras        []para
}

type para struct {
	kind   byte // 'p' paragraph, '#' section head, '|' row, '/' line
	text   string
	stanza bool // a blank line follows in the manuscript
}

// order is one line of the setting part: a verb, what it is about, and its options.
type order struct {
	verb string
	args []string
	opts map[string]string
	line int
}

func readManuscripts(t testing.TB) []*manuscript {
	t.Helper()
	files, err := filepath.Glob("testdata/manuscript/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no manuscripts: %v", err)
	}
	sort.Strings(files)
	var all []*manuscript
	for _, f := range files {
		m, err := readManuscript(f)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		all = append(all, m)
	}
	return all
}

func readManuscript(file string) (*manuscript, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m := &manuscript{name: strings.TrimSuffix(filepath.Base(file), ".txt"), furniture: map[string]string{}}
	var s *story
	setting := false
	for n, line := range strings.Split(string(b), "\n") {
		if err := m.line(&s, &setting, line, n+1); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	return m, nil
}

func (m *manuscript) line(s **story, setting *bool, line string, n int) error {
	switch tag, rest, _ := strings.Cut(line, " "); {
	case strings.TrimSpace(line) == "":
		if *s != nil && !*setting && len((*s).paras) > 0 {
			(*s).paras[len((*s).paras)-1].stanza = true
		}
	case tag == "@排":
		*setting = true
	case *setting:
		return m.order(line, n)
	case tag == "@版":
		f := strings.Fields(rest)
		if len(f) != 5 {
			return fmt.Errorf("@版 wants five words, has %d", len(f))
		}
		m.paper, m.no, m.date, m.section = f[0], f[1], f[2], f[4]
		var err error
		m.page, err = strconv.Atoi(f[3])
		return err
	case tag == "@版面":
		key, text, _ := strings.Cut(rest, " ")
		m.furniture[key] = text
		m.furnitureKeys = append(m.furnitureKeys, key)
	case tag == "@稿":
		*s = &story{name: rest}
		m.stories = append(m.stories, *s)
	case *s == nil:
		return fmt.Errorf("text outside a story: %q", line)
	case strings.HasPrefix(tag, "@"):
		return (*s).field(tag, rest)
	case tag == "#" || tag == "|" || tag == "/":
		(*s).paras = append((*s).paras, para{kind: tag[0], text: rest})
	default:
		(*s).paras = append((*s).paras, para{kind: 'p', text: line})
	}
	return nil
}

func (s *story) field(tag, text string) error {
	switch tag {
	case "@引题":
		s.stack.Kicker = text
	case "@主题":
		s.stack.Headline = text
	case "@副题":
		s.stack.Subheadline = text
	case "@电头":
		s.dateline = text
	case "@署名":
		s.byline = text
	case "@图注":
		s.captions = append(s.captions, text)
	case "@又题":
		f := strings.Split(text, "|")
		if len(f) != 3 {
			return fmt.Errorf("@又题 wants three parts, has %d", len(f))
		}
		s.alternatives = append(s.alternatives, Stack{f[0], f[1], f[2]})
	default:
		return fmt.Errorf("unknown tag %s", tag)
	}
	return nil
}

func (m *manuscript) order(line string, n int) error {
	words := strings.Fields(line)
	o := order{verb: words[0], opts: map[string]string{}, line: n}
	for _, w := range words[1:] {
		if k, v, ok := strings.Cut(w, "="); ok {
			o.opts[k] = v
		} else {
			o.args = append(o.args, w)
		}
	}
	switch o.verb {
	case "track":
		m.track, m.grade = o.args[0], o.args[1]
	case "file":
		for _, a := range o.args {
			switch a {
			case "bom":
				m.bom = true
			case "crlf":
				m.crlf = true
			case "gb18030":
				m.gb = true
			default:
				return fmt.Errorf("unknown form of a file: %s", a)
			}
		}
	default:
		m.orders = append(m.orders, o)
	}
	return nil
}

func (m *manuscript) story(name string) (*story, int) {
	for i, s := range m.stories {
		if s.name == name {
			return s, i
		}
	}
	return nil, -1
}
