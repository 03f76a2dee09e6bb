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
	// With is what is to stand in place of it. Of a regular expression $1, ${name} stand for what its groups
	// matched.
	With string
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

// Found is what a query matches on a page, in shown order, and what is to stand there instead: arguments of
// revision.Order.ReplaceEach.
type Found struct {
	At   []revision.Stretch
	With []string
}

// Find finds all that a query matches on the page; an empty match is none. Linear in the text.
func (p *Snapshot) Find(ctx context.Context, q Query) (Found, error) {
	var all Found
	if q.Text == "" {
		return all, nil
	}
	re, err := q.compile()
	if err != nil {
		return all, err
	}
	for b := range p.Order.Blocks() {
		if err := ctx.Err(); err != nil {
			return Found{}, err
		}
		runes, _ := p.Order.Block(b)
		all.in(q, re, b, runes)
	}
	return all, nil
}

// in adds the matches in one block.
func (f *Found) in(q Query, re *regexp.Regexp, block int, runes []rune) {
	text := string(runes)
	at, off := 0, 0 // runes, bytes
	for _, g := range re.FindAllStringSubmatchIndex(text, -1) {
		if g[0] == g[1] {
			continue
		}
		from := at + utf8.RuneCountInString(text[off:g[0]])
		to := from + utf8.RuneCountInString(text[g[0]:g[1]])
		at, off = to, g[1]
		with := q.With
		if q.Regexp {
			with = string(re.ExpandString(nil, q.With, text, g))
		}
		f.At, f.With = append(f.At, revision.Stretch{Block: block, From: from, To: to}), append(f.With, with)
	}
}
