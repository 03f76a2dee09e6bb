package pages

// credit draws the lead and the byline of an article, and where they stand.
func (p *Page) credit(a *article) {
	d, st := p.d, p.style
	if !a.latin {
		a.byMark = p.look.byMark
	}
	if a.head == nil || a.from != nil {
		return
	}
	w := p.words
	switch a.kind {
	case "news", "mixed":
		if st.bare > 0 && d.chance(st.bare) {
			p.trait("bare")
			break
		}
		if d.chance(st.leads) {
			a.lead = newBlock(dateline, w.say("lead"))
		}
		if d.chance(0.85) {
			set := "reporter"
			if len(a.caps) > 0 && d.chance(0.4) {
				set = "reporter.photo"
			}
			a.by, a.byAt = newBlock(byline, w.say(set)), st.bylineAt.draw(d)
		}
		if a.byAt == "lead" && a.lead == nil {
			a.byAt = "end"
		}
	case "photo":
		a.by, a.byAt = newBlock(byline, w.say("reporter.report")), pick(d, []string{"tail", "end", "brackets"})
	case "feature", "qa", "talk", "case", "science":
		if d.chance(0.9) {
			a.by, a.byAt = newBlock(byline, w.say("reporter")), pick(d, []string{"under", "under", "end"})
		}
	case "essay", "verse", "serial", "comment":
		a.by, a.byAt = newBlock(byline, w.say("writer")), st.writerAt.draw(d)
		if len(st.writerMarks) > 0 {
			a.byMark = p.look.writerMark
			if a.byAt == "brackets" || a.byAt == "foot" { // the brackets are its mark
				a.byMark = ""
			}
			if a.byMark != "" {
				p.trait("writer-marked")
			}
		}
		if a.byAt == "above" {
			a.above = p.aloft(a)
		}
	case "brief":
		if d.chance(0.4) {
			a.by, a.byAt = newBlock(byline, w.say("brief.by")), "brackets"
		}
	case "en-news", "en-feature", "en-mixed":
		if d.chance(0.7) {
			a.by, a.byAt = newBlock(byline, w.say("en.by")), pick(d, []string{"under", "under", "under", "end"})
			if len(st.latinAt) > 0 {
				a.byAt = st.latinAt.draw(d)
			}
		}
		if a.kind == "en-news" && d.chance(0.45) {
			a.lead = newBlock(dateline, w.say("en.lead"))
		}
	case "en-verse", "en-essay":
		a.by, a.byAt = newBlock(byline, w.say("en.writer")), pick(d, []string{"under", "end"})
	}
	if a.story.by != "" {
		a.by = newBlock(byline, a.story.by)
		if a.byAt == "" {
			a.byAt = "under"
		}
		if a.byAt == "above" {
			a.above = p.aloft(a)
		}
	}
	if a.story.lead != "" {
		a.lead = newBlock(dateline, a.story.lead)
	}
	if a.byAt == "front" {
		a.lead = nil
	}
	if a.on != nil && a.byAt != "lead" && a.byAt != "front" && a.by != nil {
		a.byAt = "under"
	}
	if a.byAt == "lead" && st.told > 0 && d.chance(st.told) {
		a.by, a.byAt = newBlock(byline, w.say("reporter.told")), "told"
	}
}

// aloft is a name as it stands over a title, or beside it.
func (p *Page) aloft(a *article) []glyph {
	if len(p.style.writerMarks) == 0 {
		return a.by.ink()
	}
	return cat(loose(a.byMark), a.by.ink())
}
