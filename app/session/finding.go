package session

import (
	"regexp"
	"unicode/utf8"

	"qingyang/app/revision"
	"qingyang/app/say"
)

// Query is what to find in text. Case does not matter.
type Query struct {
	Text   string
	Regexp bool // Text is a regular expression (RE2); it is looked for in each block by itself
}

// compile makes the expression of a query. The error is a *say.Problem.
func (q Query) compile() (*regexp.Regexp, error) {
	text := q.Text
	if !q.Regexp {
		text = regexp.QuoteMeta(text)
	}
	re, err := regexp.Compile("(?i)" + text)
	if err != nil {
		return nil, &say.Problem{
			Subject: q.Text, What: say.T("不是正则表达式", "is no regular expression"),
			Do: say.T("例如 [0-9]+年；要查找 ( 本身请写 \\(", "write [0-9]+年, for instance; for ( itself write \\("), Err: err,
		}
	}
	return re, nil
}

// Stretch is a run of runes [From, To) of one shown block.
type Stretch struct{ Block, From, To int }

// Find finds all that a query matches on the page, in shown order; an empty match is none. Linear in the
// text.
func (s *Session) Find(q Query) ([]Stretch, error) {
	var all []Stretch
	err := s.match(q, func(x Stretch, _ *regexp.Regexp, _ string, _ []int) { all = append(all, x) })
	return all, err
}

// ReplaceFound puts text in place of all that a query matches on the page, and says how often. Of a regular
// expression $1, ${name} in with stand for what its groups matched. One undo step.
func (s *Session) ReplaceFound(q Query, with string) (n int, c Changed, err error) {
	s.endStep()
	var ops []revision.Op
	err = s.match(q, func(x Stretch, re *regexp.Regexp, text string, groups []int) {
		ops = append(ops, s.text.Replace(s.order.blocks[x.Block], x.From, x.To, q.expand(with, re, text, groups))...)
		n++
	})
	if err != nil || n == 0 {
		return 0, Changed{}, err
	}
	c, err = s.Do("", ops)
	return n, c, err
}

// Substitute is what ReplaceFound would put in place of a stretch; ok is false where the query does not
// match it.
func (s *Session) Substitute(q Query, at Stretch, with string) (text string, ok bool) {
	_ = s.match(q, func(x Stretch, re *regexp.Regexp, block string, groups []int) {
		if x == at {
			text, ok = q.expand(with, re, block, groups), true
		}
	})
	return text, ok
}

func (q Query) expand(with string, re *regexp.Regexp, text string, groups []int) string {
	if !q.Regexp {
		return with
	}
	return string(re.ExpandString(nil, with, text, groups))
}

// match calls yield with each match, its block's text and the groups as regexp numbers them, in bytes.
func (s *Session) match(q Query, yield func(Stretch, *regexp.Regexp, string, []int)) error {
	if q.Text == "" {
		return nil
	}
	re, err := q.compile()
	if err != nil {
		return err
	}
	for b := range s.Blocks() {
		runes, _ := s.Block(b)
		text := string(runes)
		at, off := 0, 0 // runes, bytes
		for _, g := range re.FindAllStringSubmatchIndex(text, -1) {
			if g[0] == g[1] {
				continue
			}
			from := at + utf8.RuneCountInString(text[off:g[0]])
			to := from + utf8.RuneCountInString(text[g[0]:g[1]])
			at, off = to, g[1]
			yield(Stretch{b, from, to}, re, text, g)
		}
	}
	return nil
}
