package pages

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed text
var files embed.FS

// story is a finished text as its author wrote it, with slots that each page fills anew.
type story struct {
	kind               string
	title, kicker, sub string
	by                 string // an author who comes with the text
	lead               string // a dateline that comes with the text
	house              string // the file's name up to a hyphen: whose paper prints it, where a style has houses
	parts              []part
	captions           []string
	number             int // of the story in its style
	latin, short       bool
}

// part is a paragraph: an ordinary one, or by its mark
//
//	'#' section head   '-' signature    '|' line of verse, "|" alone parts stanzas
//	'/' row of a list  '>' editor's note  '!' number or dedication under the title
type part struct {
	mark byte
	text string
}

// shorts are the kinds that are printed whole or not at all.
var shorts = map[string]bool{"brief": true, "letter": true, "reply": true, "qa": true, "notice": true, "list": true, "table": true,
	"verse": true, "obituary": true, "items": true, "photo": true, "en-photo": true, "en-brief": true, "en-verse": true, "en-notice": true, "en-list": true, "en-letter": true}

// readStories reads the stories of a style: text/STYLE/*.txt. A story begins with "== KIND"; its lines are
//
//	= title   ^ kicker   _ subheadline   ~ author   % dateline   @ caption   @! caption that has its credit or none
//
// and parts, one a line.
func readStories(style string) ([]*story, error) {
	dir := "text/" + style
	entries, err := files.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []*story
	for _, e := range entries {
		b, err := files.ReadFile(dir + "/" + e.Name())
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(b), "\n") {
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "//") {
				continue
			}
			if k, ok := strings.CutPrefix(line, "== "); ok {
				house, _, _ := strings.Cut(e.Name(), "-")
				all = append(all, &story{kind: k, house: house, number: len(all), latin: strings.HasPrefix(k, "en-"), short: shorts[k]})
				continue
			}
			if len(all) == 0 {
				return nil, fmt.Errorf("%s/%s:%d: a line before the first story", dir, e.Name(), n+1)
			}
			all[len(all)-1].add(line)
		}
	}
	for _, s := range all {
		if s.title == "" || len(s.parts) == 0 {
			return nil, fmt.Errorf("%s: story %q has no title or no text", dir, s.title)
		}
	}
	return all, nil
}

func (s *story) add(line string) {
	rest := strings.TrimSpace(line[1:])
	switch line[0] {
	case '=':
		s.title = rest
	case '^':
		s.kicker = rest
	case '_':
		s.sub = rest
	case '~':
		s.by = rest
	case '%':
		s.lead = rest
	case '@':
		s.captions = append(s.captions, rest)
	case '#', '-', '|', '/', '>', '!':
		s.parts = append(s.parts, part{line[0], rest})
	default:
		s.parts = append(s.parts, part{0, line})
	}
}

// filled is the story with its slots filled by the words of a page.
func (s *story) filled(w *words) *story {
	c := *s
	own := w.bound()
	own.keep = true // a number of the title is the same in the text
	c.title, c.kicker, c.sub, c.by = own.fill(s.title), own.fill(s.kicker), own.fill(s.sub), own.fill(s.by)
	c.lead = own.fill(s.lead)
	own.keep = false
	c.parts = make([]part, len(s.parts))
	for i, p := range s.parts {
		c.parts[i] = part{p.mark, own.fill(p.text)}
	}
	c.captions = make([]string, len(s.captions))
	for i, t := range s.captions {
		c.captions[i] = own.fill(t)
	}
	return &c
}
