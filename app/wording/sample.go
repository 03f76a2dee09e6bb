package wording

import (
	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/say"
)

// Sample shows what a correction did in a few characters: "己经 → 已经", by the names of the kinds of a block,
// "正文 → 主题", or that a block went to another article.
func Sample(c revision.Correction) say.Text { return SampleIn(c, nil) }

// SampleIn is Sample on a page whose articles are called by titles: "归入《渡口》".
func SampleIn(c revision.Correction, titles map[bulletin.ID]string) say.Text {
	before, after := say.T(Visible(c.Before), Visible(c.Before)), say.T(Visible(c.After), Visible(c.After))
	if c.Kind == compare.Marked {
		if k, ok := bulletin.ParseKind(c.Before); ok {
			before = Kind(k)
		}
		if k, ok := bulletin.ParseKind(c.After); ok {
			after = Kind(k)
		}
	}
	change := say.T("%s → %s", "%s → %s").With(before, after)
	if c.Kind != compare.Marked || c.Was.Article == c.Is.Article {
		return change
	}
	if c.Before == c.After {
		return into(c.Is, titles)
	}
	return say.T("%s，%s", "%s, %s").With(change, into(c.Is, titles))
}

// into says where a block went.
func into(h revision.Head, titles map[bulletin.ID]string) say.Text {
	switch title := titles[h.Article]; {
	case h.Kind == bulletin.Furniture:
		return say.T("归入版面信息", "to the furniture")
	case h.Article == bulletin.None:
		return say.T("放回待归区", "into the tray")
	case title == "":
		return say.T("归入另一稿", "to another article")
	default:
		return say.T("归入《%s》", "to “%s”").With(Visible(title))
	}
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
