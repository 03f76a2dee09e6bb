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

func htmlArticle(out *printer, a bulletin.Article) {
	out.put(htmlHead, html.EscapeString(a.Name()), htmlBody)
	htmlStory(out, a, 1)
	out.put(htmlFoot)
}

// htmlStory writes a story as an article element whose headline is of the given level, with the
// class of each field named as the JSON names it.
func htmlStory(out *printer, a bulletin.Article, level int) {
	out.put("<article>\n")
	kicker, headline, subheadline := stack(a)
	if kicker+headline+subheadline != "" {
		h := "h" + strconv.Itoa(level)
		out.put("<header>\n")
		htmlElement(out, "p", "kicker", kicker)
		htmlElement(out, h, "headline", headline)
		htmlElement(out, "p", "subheadline", subheadline)
		out.put("</header>\n")
	}
	for _, p := range flow(a.Blocks) {
		htmlPart(out, p)
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

func htmlIssue(out *printer, i bulletin.Issue) {
	title := html.EscapeString(masthead(i))
	out.put(htmlHead, title, htmlBody, "<h1>", title, "</h1>\n")
	for _, l := range i.Leaves {
		out.put("<section>\n")
		htmlElement(out, "h2", "", leafName(l))
		for _, a := range l.Page.Articles {
			htmlStory(out, a, 3)
		}
		if len(l.Page.Tray) > 0 {
			out.put("<aside class=\"tray\">\n")
			htmlElement(out, "h3", "", trayName)
			for _, p := range tray(l.Page) {
				htmlPart(out, p)
			}
			out.put("</aside>\n")
		}
		out.put("</section>\n")
	}
	out.put(htmlFoot)
}
