package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"qingyang/app/bulletin"
)

func markdownFile(out *printer, s Story) { markdownStory(out, s, "#") }

// markdownStory writes a story whose headline is of the given level ("##"). Paragraphs are parted
// by an empty line, and nothing in them is read as a mark of Markdown (CommonMark 0.31).
func markdownStory(out *printer, s Story, level string) {
	kicker, headline, subheadline := stack(s.Article)
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
	for _, p := range flow(s.Blocks) {
		text := markdownText(p.lead() + p.text)
		if p.kind == bulletin.Byline {
			text = "*" + text + "*"
		}
		if p.kind == bulletin.Caption {
			text = "> " + text
		}
		paragraph(text)
	}
	for _, a := range s.appendices(out.changes) {
		paragraph(level, "# ", a.name)
		out.put("\n")
		for _, line := range a.lines {
			out.put("- ", markdownText(line), "\n")
		}
	}
}

func markdownIssue(out *printer, i Issue) {
	out.put("# ", markdownText(masthead(i)), "\n")
	for _, p := range i.Pages {
		out.put("\n## ", markdownText(pageName(p)), "\n")
		for _, s := range p.Stories {
			out.put("\n")
			markdownStory(out, s, "###")
		}
		if len(p.Tray) > 0 {
			out.put("\n### ", trayName, "\n")
			for _, b := range loosely(p.Tray) {
				out.put("\n", markdownText(b.text), "\n")
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
		case unicode.IsSpace(r) && (i == 0 || i == len(s)-utf8.RuneLen(r)):
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
		head = head && r >= '0' && r <= '9'
	}
	return b.String()
}
