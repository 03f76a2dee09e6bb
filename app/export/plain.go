package export

import "qingyang/app/bulletin"

// indent is the first line's, as Chinese newspapers set it: two em.
const indent = "\u3000\u3000"

func plainArticle(out *printer, a bulletin.Article) {
	kicker, headline, subheadline := stack(a)
	titled := false
	for _, s := range []string{kicker, headline, subheadline} {
		if s != "" {
			out.put(s, "\n")
			titled = true
		}
	}
	parts := flow(a.Blocks)
	if titled && len(parts) > 0 {
		out.put("\n")
	}
	plainParts(out, parts)
}

func plainParts(out *printer, parts []part) {
	for _, p := range parts {
		out.put(indent, p.lead(), p.text, "\n")
	}
}

func plainIssue(out *printer, i bulletin.Issue) {
	out.put(masthead(i), "\n")
	for _, l := range i.Leaves {
		out.put("\n\n", leafName(l), "\n")
		for _, a := range l.Page.Articles {
			out.put("\n")
			plainArticle(out, a)
		}
		if len(l.Page.Tray) > 0 {
			out.put("\n", trayName, "\n")
			plainParts(out, tray(l.Page))
		}
	}
}

// tray are the blocks that no article has claimed, one part each, titles among them.
func tray(p bulletin.Page) []part {
	var parts []part
	for _, b := range p.Tray {
		parts = append(parts, part{kind: b.Kind, text: b.Text})
	}
	return parts
}
