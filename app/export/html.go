package export

import (
	"html"
	"strconv"

	"qingyang/app/bulletin"
)

const (
	htmlHead = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
	// The two-em indent is the page's, not the text's: what is copied from it has none.
	htmlBody = "</title>\n<style>\nbody { max-width: 40em; margin: 2em auto; line-height: 1.8 }\n" +
		"article p { text-indent: 2em; margin: 0 } header p, figcaption { text-indent: 0 }\n</style>\n</head>\n<body>\n"
	htmlFoot = "</body>\n</html>\n"
)

func htmlFile(out *printer, s Story) {
	out.put(htmlHead, html.EscapeString(s.Name()), htmlBody)
	htmlStory(out, s, 1)
	out.put(htmlFoot)
}

// htmlStory writes a story as an article element whose headline is of the given level, with the
// class of each field named as the JSON names it.
func htmlStory(out *printer, s Story, level int) {
	out.put("<article>\n")
	kicker, headline, subheadline := stack(s.Article)
	if kicker+headline+subheadline != "" {
		h := "h" + strconv.Itoa(level)
		out.put("<header>\n")
		htmlElement(out, "p", "kicker", kicker)
		htmlElement(out, h, "headline", headline)
		htmlElement(out, "p", "subheadline", subheadline)
		out.put("</header>\n")
	}
	for _, p := range flow(s.Blocks) {
		htmlPart(out, p)
	}
	for _, a := range s.appendices(out.changes) {
		out.put("<footer class=\"", a.class, "\">\n")
		htmlElement(out, "h"+strconv.Itoa(level+1), "", a.name)
		out.put("<ul>\n")
		for _, line := range a.lines {
			htmlElement(out, "li", "", line)
		}
		out.put("</ul>\n</footer>\n")
	}
	out.put("</article>\n")
}

func htmlPart(out *printer, p part) {
	switch {
	case p.kind == bulletin.Caption:
		out.put("<figure><figcaption>", html.EscapeString(p.text), "</figcaption></figure>\n")
	case p.dateline == "":
		class := p.kind.String()
		if p.kind == bulletin.Paragraph {
			class = ""
		}
		htmlElement(out, "p", class, p.text)
	case p.byline != "":
		out.put("<p><span class=\"dateline\">", html.EscapeString(p.dateline), "</span>（<span class=\"byline\">",
			html.EscapeString(p.byline), "</span>）", html.EscapeString(p.text), "</p>\n")
	default:
		separator := p.lead()[len(p.dateline):]
		out.put("<p><span class=\"dateline\">", html.EscapeString(p.dateline), "</span>", separator, html.EscapeString(p.text), "</p>\n")
	}
}

// htmlElement writes an element, and nothing where it would be empty.
func htmlElement(out *printer, name, class, text string) {
	if text == "" {
		return
	}
	out.put("<", name)
	if class != "" {
		out.put(" class=\"", class, "\"")
	}
	out.put(">", html.EscapeString(text), "</", name, ">\n")
}

func htmlIssue(out *printer, i Issue) {
	title := html.EscapeString(masthead(i))
	out.put(htmlHead, title, htmlBody, "<h1>", title, "</h1>\n")
	for _, p := range i.Pages {
		out.put("<section>\n")
		htmlElement(out, "h2", "", pageName(p))
		for _, s := range p.Stories {
			htmlStory(out, s, 3)
		}
		if len(p.Tray) > 0 {
			out.put("<aside class=\"tray\">\n")
			htmlElement(out, "h3", "", trayName)
			for _, b := range loosely(p.Tray) {
				htmlPart(out, b)
			}
			out.put("</aside>\n")
		}
		out.put("</section>\n")
	}
	out.put(htmlFoot)
}
