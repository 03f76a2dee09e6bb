package session

import (
	"context"
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
type Stretch = revision.Stretch

// Find finds all that a query matches on the page, in shown order; an empty match is none. Linear in the
// text.
func (p *Snapshot) Find(ctx context.Context, q Query) ([]Stretch, error) {
	var all []Stretch
	err := p.match(ctx, q, func(x Stretch, _ *regexp.Regexp, _ string, _ []int) { all = append(all, x) })
	return all, err
}

// Replacing says how to put text in place of all that a query matches on the page, and how often that is: the
// operations are for Session.Do, as long as the page is what it was. Of a regular expression $1, ${name} in
// with stand for what its groups matched. Linear in the text.
func (p *Snapshot) Replacing(ctx context.Context, q Query, with string) (ops []revision.Op, n int, err error) {
	var at []Stretch
	var texts []string
	err = p.match(ctx, q, func(x Stretch, re *regexp.Regexp, text string, groups []int) {
		at, texts = append(at, x), append(texts, q.expand(with, re, text, groups))
	})
	return p.order.ReplaceEach(at, texts), len(at), err
}

// Substitute is what would be put in place of a stretch; ok is false where the query does not match it.
func (s *Session) Substitute(q Query, at Stretch, with string) (text string, ok bool) {
	re, err := q.compile()
	if err != nil || q.Text == "" || at.Block < 0 || at.Block >= s.Blocks() {
		return "", false
	}
	runes, _ := s.Block(at.Block)
	q.matchBlock(re, at.Block, runes, func(x Stretch, re *regexp.Regexp, block string, groups []int) {
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
func (p *Snapshot) match(ctx context.Context, q Query, yield func(Stretch, *regexp.Regexp, string, []int)) error {
	if q.Text == "" {
		return nil
	}
	re, err := q.compile()
	if err != nil {
		return err
	}
	for b := range p.order.Blocks() {
		if err := ctx.Err(); err != nil {
			return err
		}
		runes, _ := p.order.Block(b)
		q.matchBlock(re, b, runes, yield)
	}
	return nil
}

func (q Query) matchBlock(re *regexp.Regexp, block int, runes []rune, yield func(Stretch, *regexp.Regexp, string, []int)) {
	text := string(runes)
	at, off := 0, 0 // runes, bytes
	for _, g := range re.FindAllStringSubmatchIndex(text, -1) {
		if g[0] == g[1] {
			continue
		}
		from := at + utf8.RuneCountInString(text[off:g[0]])
		to := from + utf8.RuneCountInString(text[g[0]:g[1]])
		at, off = to, g[1]
		yield(Stretch{Block: block, From: from, To: to}, re, text, g)
	}
}
