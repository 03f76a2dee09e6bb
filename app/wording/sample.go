package wording

import (
	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// Sample shows what a correction did in a few characters: "己经 → 已经", or by the names of the kinds of
// a block: "正文 → 主题".
func Sample(c revision.Correction) say.Text {
	before, after := say.T(Visible(c.Before), Visible(c.Before)), say.T(Visible(c.After), Visible(c.After))
	if c.Kind == compare.Marked {
		if k, ok := bulletin.ParseKind(c.Before); ok {
			before = Kind(k)
		}
		if k, ok := bulletin.ParseKind(c.After); ok {
			after = Kind(k)
		}
	}
	return say.T("%s → %s", "%s → %s").With(before, after)
}

// Visible shows at most 12 runes of s, with signs for what has no ink.
func Visible(s string) string {
	if s == "" {
		return "∅"
	}
	var out []rune
	for _, r := range s {
		if len(out) == 12 {
			return string(out) + "…"
		}
		switch r {
		case '\n', '\r', '\f':
			r = '⏎'
		case ' ':
			r = '␣'
		case '\u3000':
			r = '□'
		}
		out = append(out, r)
	}
	return string(out)
}
