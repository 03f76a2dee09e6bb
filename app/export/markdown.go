package export

import (
	"strings"

	"qingyang/app/bulletin"
)

func markdownArticle(out *printer, a bulletin.Article) { markdownStory(out, a, "#") }

// markdownStory writes a story whose headline is of the given level ("##"). Paragraphs are parted
// by an empty line, and nothing in them is read as a mark of Markdown (CommonMark 0.31).
func markdownStory(out *printer, a bulletin.Article, level string) {
	kicker, headline, subheadline := stack(a)
	first := true
	paragraph := func(parts ...string) {
		if !first {
			out.put("\n")
		}
		first = false
		out.put(parts...)
		out.put("\n")
	}
	if kicker != "" {
		paragraph("*", markdownText(kicker), "*")
	}
	if headline != "" {
		paragraph(level, " ", markdownText(headline))
	}
	if subheadline != "" {
		paragraph("**", markdownText(subheadline), "**")
	}
	for _, p := range flow(a.Blocks) {
		text := markdownText(p.lead() + p.text)
		if p.kind == bulletin.Byline {
			text = "*" + text + "*"
		}
		if p.kind == bulletin.Caption {
			text = "> " + text
		}
		paragraph(text)
	}
}

func markdownIssue(out *printer, i bulletin.Issue) {
	out.put("# ", markdownText(masthead(i)), "\n")
	for _, l := range i.Leaves {
		out.put("\n## ", markdownText(leafName(l)), "\n")
		for _, a := range l.Page.Articles {
			out.put("\n")
			markdownStory(out, a, "###")
		}
		if len(l.Page.Tray) > 0 {
			out.put("\n### ", trayName, "\n")
			for _, p := range tray(l.Page) {
				out.put("\n", markdownText(p.text), "\n")
			}
		}
	}
}

// markdownText escapes what Markdown would read as a mark: punctuation inside a line always, signs
// of lists, headings and quotations at its head. Spaces at the ends, where they would mean
// something, become references.
func markdownText(s string) string {
	var b strings.Builder
	head := true // only digits so far
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case strings.ContainsRune("\\`*_[]~|>", r):
			b.WriteString("\\" + string(r))
		case head && strings.ContainsRune("#+-=", r) && i == 0, head && i > 0 && (r == '.' || r == ')'):
			b.WriteString("\\" + string(r))
		case r == '#' && i == len(s)-1: // would close a heading
			b.WriteString("\\#")
		case r == '!' && i+1 < len(s) && s[i+1] == '[', r == ':' && strings.HasPrefix(s[i:], "://"):
			b.WriteString("\\" + string(r))
		case (r == ' ' || r == '\t') && (i == 0 || i == len(s)-1):
			b.WriteString("&#" + map[rune]string{' ': "32", '\t': "9"}[r] + ";")
		default:
			b.WriteRune(r)
		}
		head = head && r >= '0' && r <= '9'
	}
	return b.String()
}
