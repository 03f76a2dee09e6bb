package export

import (
	"qingyang/app/bulletin"
	"qingyang/app/say"
)

// indent is the first line's, as Chinese newspapers set it: two em.
const indent = "\u3000\u3000"

func plainStory(out *printer, s Story) {
	kicker, headline, subheadline := stack(s.Article)
	titled := false
	for _, t := range []string{kicker, headline, subheadline} {
		if t != "" {
			out.put(t, "\n")
			titled = true
		}
	}
	parts := flow(s.Blocks)
	if titled && len(parts) > 0 {
		out.put("\n")
	}
	plainParts(out, parts)
	for _, a := range s.appendices(out.changes) {
		out.put("\n", a.name, "\n")
		for _, line := range a.lines {
			out.put(indent, line, "\n")
		}
	}
}

func plainParts(out *printer, parts []part) {
	for _, p := range parts {
		out.put(indent, p.lead(), p.text, "\n")
	}
}

func plainIssue(out *printer, i Issue) {
	out.put(masthead(i), "\n")
	for _, p := range i.Pages {
		out.put("\n\n", pageName(p), "\n")
		for _, s := range p.Stories {
			out.put("\n")
			plainStory(out, s)
		}
		if len(p.Tray) > 0 {
			out.put("\n", trayName, "\n")
			plainParts(out, loosely(p.Tray))
		}
	}
}

// loosely are blocks that no article has claimed, one part each, titles among them.
func loosely(tray []bulletin.Block) []part {
	var parts []part
	for _, b := range tray {
		parts = append(parts, part{kind: b.Kind, text: b.Text})
	}
	return parts
}

// What files call the tray, and the lists of changes and of notes.
var (
	trayName    = say.T("待归区", "Tray").In(say.Chinese)
	changesName = say.T("改动", "Changes").In(say.Chinese)
	notesName   = say.T("附注", "Notes").In(say.Chinese)
)
