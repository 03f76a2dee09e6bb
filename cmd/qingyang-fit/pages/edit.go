package pages

import (
	"slices"
	"strings"

	"qingyang/app/script"
)

// align is how a piece of text stands in its column.
type align uint8

const (
	full align = iota // justified
	centre
	right
	left // flush left, no indent
)

// item is a piece of an article that begins on a new line.
type item struct {
	ink    []glyph
	indent int
	align  align
	mark   byte // of its part
}

// article is a story on a page.
type article struct {
	*story
	number             int
	kicker, head, sub  *block
	lead, by           *block
	byAt, byMark       string // where the credit stands, and what stands before it in no block
	paras, caps        []*block
	above              []glyph // a name over the title
	from, on, standing *block  // furniture that goes with it: 上接, 下转, the name of a standing column
	runIn, upright     bool    // the headline runs into the text; it stands upright
	items              []item
	cuts               map[*block]int // where a caption goes on on a new line, before its credit
}

// edit makes an article of a story, with about room characters of text.
func (p *Page) edit(src *story, room int) *article {
	d, st := p.d, p.style
	a := &article{story: src.filled(p.words), number: len(p.articles), cuts: map[*block]int{}}
	p.trait("kind-" + a.kind)
	parts := p.longer(a, a.trimmed(d, room), room)
	if (a.kind == "news" || a.kind == "feature" || a.kind == "serial" || a.kind == "en-news" || a.kind == "en-feature") && len(parts) > 2 {
		switch x := d.Float64(); {
		case x < st.jumps/3 && len([]rune(parts[0].text)) > 30:
			a.from = newBlock(furniture, p.away().say(a.tongue("jump.from")))
			parts[0].text = cutBefore(parts[0].text)
			p.trait("jump-from")
			if d.chance(0.5) {
				a.title, a.kicker, a.sub = "", nil, nil
				a.story.kicker, a.story.sub = "", ""
				p.trait("no-headline")
			}
		case x < st.jumps && parts[len(parts)-1].mark == 0 && len([]rune(parts[len(parts)-1].text)) > 30:
			a.on = newBlock(furniture, p.away().say(a.tongue("jump.to")))
			last := &parts[len(parts)-1]
			last.text = cutBehind(last.text)
			p.trait("jump-to")
		}
	}
	a.kicker, a.head, a.sub = newBlock(kicker, a.story.kicker), newBlock(headline, a.title), newBlock(subheadline, a.story.sub)
	a.runIn = (a.kind == "brief" || a.kind == "en-brief") && p.look.runIn ||
		(a.kind == "photo" || a.kind == "en-photo") && a.kicker == nil && a.sub == nil && st.runInPhoto > 0 && d.chance(st.runInPhoto) ||
		(a.kind == "notice" || a.kind == "en-notice") && a.kicker == nil && a.sub == nil && parts[0].mark == 0 && st.runInNotice > 0 && d.chance(st.runInNotice)
	if a.latin && a.head != nil && p.look.capsHeads {
		stop := map[bool]string{false: "."}[a.runIn]
		if st.askedHeads && strings.ContainsAny(a.title[len(a.title)-1:], "?!.") {
			stop = ""
		}
		a.head = newBlock(headline, strings.ToUpper(a.title)+stop)
		p.trait("capitals")
	}
	for _, c := range a.captions {
		whole, own := strings.CutPrefix(c, "!")
		if own || st.bareCredit > 0 && d.chance(st.bareCredit) {
			a.caps = append(a.caps, newBlock(caption, strings.TrimSpace(whole)))
			continue
		}
		behind := len([]rune(c))
		if (!a.latin || d.chance(0.4)) && !(a.kind == "photo" && st.oneCredit) {
			credit := p.words.say(a.tongue("photo.credit"))
			if !st.tightCredit || !strings.HasPrefix(credit, "（") {
				c += " "
			}
			c += credit
		}
		b := newBlock(caption, c)
		if st.creditLine > 0 && behind < len([]rune(c)) && d.chance(st.creditLine) {
			a.cuts[b] = behind
			p.trait("credit-line")
		}
		a.caps = append(a.caps, b)
	}
	if a.head != nil && !a.short && !a.latin && d.chance(st.standing) {
		a.standing = newBlock(furniture, p.words.say("standing"))
		p.trait("standing-column")
	}
	p.credit(a)
	p.compose(a, parts)
	return a
}

// tongue is the name of a set of phrases in the article's language.
func (a *article) tongue(set string) string {
	if a.latin {
		return "en." + set
	}
	return set
}

// trimmed drops paragraphs of a long story until it is about as long as wanted.
func (a *article) trimmed(d dice, room int) []part {
	parts := append([]part{}, a.parts...)
	if a.short {
		return parts
	}
	size := func() (n int) {
		for _, q := range parts {
			n += len([]rune(q.text))
		}
		return n
	}
	for len(parts) > 3 && size() > room {
		k := d.between(1, len(parts)-1) // the first stays
		if parts[k].mark != 0 {
			k = len(parts) - 1
		}
		parts = append(parts[:k], parts[k+1:]...)
	}
	for len(parts) > 1 && parts[len(parts)-1].mark == '#' {
		parts = parts[:len(parts)-1]
	}
	for k := len(parts) - 1; k > 0; k-- { // of two section heads in a row the upper one has lost its text
		if parts[k].mark == '#' && parts[k-1].mark == '#' {
			parts = append(parts[:k-1], parts[k:]...)
		}
	}
	return parts
}

// longer fills a news story with paragraphs that fit most of them, to about the size wanted or to as many as the style allows.
func (p *Page) longer(a *article, parts []part, room int) []part {
	switch a.kind {
	case "news", "feature", "mixed", "en-news", "en-feature":
	default:
		return parts
	}
	n := 0
	for _, q := range parts {
		n += len([]rune(q.text))
	}
	if a.latin {
		n /= 2
	}
	most := p.style.extra
	if most == 0 {
		most = 8
	}
	own, set := p.words.bound(), p.words.set(a.tongue("more"))
	most = min(most, len(slices.Compact(slices.Sorted(slices.Values(set))))) // a small paper says few such things
	for used := map[string]bool{}; n < room && len(used) < most; {
		t := pick(p.d, set)
		if used[t] || p.said[t] {
			used[t] = true
			continue
		}
		used[t], p.said[t] = true, true
		t = own.fill(t)
		k := p.d.between(1, len(parts))
		if parts[k-1].mark != 0 || k < len(parts) && parts[k].mark != 0 {
			k = len(parts)
		}
		parts = slices.Insert(parts, k, part{0, t})
		n += len([]rune(t))
	}
	if heads := p.words.set("section.head"); len(heads) > 0 && !a.latin && len(parts) > 4 && p.d.chance(0.3) {
		for k := len(parts) - 2; k > 1; k -= p.d.between(2, 3) {
			if t := pick(p.d, heads); parts[k].mark == 0 && parts[k-1].mark == 0 && !p.said[t] {
				p.said[t] = true
				parts = slices.Insert(parts, k, part{'#', own.fill(t)})
			}
		}
	}
	return parts
}

// cutBefore keeps the later part of a text, from the middle of a sentence on.
func cutBefore(text string) string {
	r := []rune(text)
	for k := len(r) / 3; k < len(r)-12; k++ {
		if seam(r, k) {
			return strings.TrimSpace(string(r[k:]))
		}
	}
	return text
}

// cutBehind keeps the earlier part of a text, to the middle of a sentence.
func cutBehind(text string) string {
	r := []rune(text)
	for k := len(r) * 2 / 3; k > 12; k-- {
		if seam(r, k) {
			return strings.TrimSpace(string(r[:k]))
		}
	}
	return text
}

// seam says whether a page may end before r[k] in the middle of a sentence.
func seam(r []rune, k int) bool {
	if script.IsHan(r[k]) {
		return script.IsHan(r[k-1])
	}
	return r[k-1] == ' ' && isLetter(r[k]) && isLetter(r[max(0, k-2)])
}

// compose puts the text, and what runs into it, in the order of printing.
func (p *Page) compose(a *article, parts []part) {
	d := p.d
	if a.from != nil {
		a.items = append(a.items, item{ink: a.from.ink(), align: left})
	}
	if a.by != nil && a.byAt == "under" {
		a.byLines(p, pick(d, []align{centre, left, right}))
	}
	begun := false
	for i, q := range parts {
		if q.mark == '|' && q.text == "" {
			continue
		}
		b := newBlock(paragraph, q.text)
		a.paras = append(a.paras, b)
		it := item{ink: b.ink(), indent: p.look.indent, mark: q.mark}
		switch q.mark {
		case '#':
			it.indent, it.align = 0, pick(d, []align{centre, centre, left})
			p.trait("section-heads")
		case '-':
			it.indent, it.align = 0, right
		case '|':
			it.indent, it.align = 0, p.look.verse
			if i > 0 && parts[i-1].mark == '|' && parts[i-1].text == "" {
				it.mark = '+' // the first line of a stanza
			}
		case '/', '!':
			it.indent, it.align = 0, left
			if q.mark == '!' {
				it.align = centre
			}
		}
		if !begun && q.mark == 0 {
			begun = true
			it.ink = cat(p.opening(a), it.ink)
			if a.from != nil || a.latin && p.look.flush {
				it.indent = 0
			}
		}
		a.items = append(a.items, it)
	}
	p.close(a)
}

// opening is what stands before the first word: a head run in, a lead, a credit in brackets with a lead or alone.
func (p *Page) opening(a *article) (g []glyph) {
	if a.runIn {
		m := p.look.runInMark
		if a.latin {
			m = p.look.runInLatin
		}
		g = cat(loose(m[0]), a.head.ink(), loose(m[1]))
		p.trait("run-in-head")
	}
	if a.by != nil && a.byAt == "front" {
		b := p.look.bracket
		p.trait("byline-front")
		return cat(g, loose(b[0]), a.by.ink(), loose(b[1]))
	}
	if a.lead == nil {
		return g
	}
	if a.latin {
		return cat(g, a.lead.ink(), loose(" "))
	}
	m, b := p.look.leadMark, p.look.bracket
	g = cat(g, loose(m[0]), a.lead.ink(), loose(m[1]))
	switch {
	case a.by != nil && a.byAt == "lead":
		return cat(g, loose(b[0]), a.by.ink(), loose(b[1]), loose(pick(p.d, []string{"", "", " "})))
	case a.by != nil && a.byAt == "told":
		return cat(g, loose(" "), a.by.ink(), loose("："))
	case m[0] != "":
		p.trait("lead-marked")
		return g
	}
	return cat(g, loose(p.look.leadGap))
}

// close sets what stands at the end: a credit, a jump.
func (p *Page) close(a *article) {
	last := &a.items[len(a.items)-1]
	runs := last.align == full && last.mark == 0
	if a.by != nil {
		switch {
		case a.byAt == "tail" && runs && a.latin:
			last.ink = cat(last.ink, loose(pick(p.d, []string{" ", "—", " — "})), a.by.ink())
		case a.byAt == "tail" && runs:
			last.ink = cat(last.ink, loose(pick(p.d, []string{" ", "  ", "　"})), a.by.ink())
		case a.byAt == "brackets" && runs:
			last.ink = cat(last.ink, loose(p.look.bracket[0]), a.by.ink(), loose(p.look.bracket[1]))
		case a.byAt == "foot":
			a.items = append(a.items, item{ink: cat(loose(p.look.bracket[0]), a.by.ink(), loose(p.look.bracket[1])), align: right})
		case a.byAt == "tail", a.byAt == "brackets", a.byAt == "end":
			a.byLines(p, pick(p.d, []align{right, right, left}))
		}
		p.trait("byline-" + a.byAt)
	}
	if a.on == nil {
		return
	}
	last = &a.items[len(a.items)-1]
	if p.d.chance(0.5) {
		last.ink = cat(last.ink, a.on.ink())
	} else {
		a.items = append(a.items, item{ink: a.on.ink(), align: right})
	}
}

// byLines sets the credit on a line of its own, or on two.
func (a *article) byLines(p *Page, at align) {
	g := cat(loose(a.byMark), a.by.ink())
	for _, second := range append([]string{" 通讯员", " 特约记者", " 实习生", " 图/", " 摄影"}, p.style.creditWords...) {
		if k := strings.Index(string(a.by.text), second); k > 0 && p.d.chance(0.4) {
			n := len(g) - len(a.by.text) + len([]rune(string(a.by.text)[:k]))
			a.items = append(a.items, item{ink: g[:n:n], align: at}, item{ink: g[n+1:], align: at})
			p.trait("byline-two-lines")
			return
		}
	}
	a.items = append(a.items, item{ink: g, align: at})
}
