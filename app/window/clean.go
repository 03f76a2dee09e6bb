package window

import (
	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// cleanDocument shows the clean text of the open page, in shown order. It owns nothing: every edit
// is asked of the open page.
type cleanDocument struct {
	session *session.Session
	lang    func() say.Lang
	looks   map[bulletin.ID][]widgets.Span // by break: what corrections and doubts show in the text
	failed  func(error)
	edited  func(c revision.Changed) // after an edit of the editor's own
}

// Len is the number of shown blocks.
func (d *cleanDocument) Len() int { return d.session.Order().Blocks() }

var styles = [...]widgets.Style{
	bulletin.Line:        widgets.Raw,
	bulletin.Kicker:      widgets.Kicker,
	bulletin.Headline:    widgets.Headline,
	bulletin.Subheadline: widgets.Subheadline,
	bulletin.Dateline:    widgets.Dateline,
	bulletin.Paragraph:   widgets.Paragraph,
	bulletin.Byline:      widgets.Byline,
	bulletin.Caption:     widgets.Caption,
	bulletin.Furniture:   widgets.Furniture,
}

// Block is a shown block; where another article begins, room and a line stand above it.
func (d *cleanDocument) Block(i int) widgets.Block {
	text, h := d.session.Order().Block(i)
	b := widgets.Block{Text: text, Style: styles[h.Kind], Spans: d.looks[h.Break]}
	b.Label = labelOf(h, len(text), d.lang())
	if h.Kind != bulletin.Furniture && d.session.Read(i) {
		b.Marks = widgets.Read
	}
	if h.Article == bulletin.None && h.Kind != bulletin.Furniture {
		b.Shade = widgets.Caution
	}
	if i == 0 {
		return b
	}
	if _, above := d.session.Order().Block(i - 1); belongs(above) != belongs(h) {
		b.Above, b.Rule = 1.2, true
	}
	return b
}

// labelOf is the word beside a block of a length: its kind, that it lies in the tray, or that it is an empty line
// of the raw page that was not removed.
func labelOf(h revision.Head, length int, lang say.Lang) string {
	switch {
	case length == 0 && h.Break.Origin == 0:
		return say.T("空行", "empty").In(lang)
	case h.Article == bulletin.None && h.Kind != bulletin.Furniture:
		return say.T("待归", "tray").In(lang)
	}
	return wording.Kind(h.Kind).In(lang)
}

// belongs tells articles, tray and furniture apart.
func belongs(h revision.Head) bulletin.ID {
	if h.Kind == bulletin.Furniture {
		return bulletin.Start
	}
	return h.Article
}

// Replace asks the open page.
func (d *cleanDocument) Replace(from, to widgets.Pos, text string) (widgets.Pos, widgets.Changed, bool) {
	caret, c, err := d.session.Replace(bulletin.Place(from), bulletin.Place(to), text)
	if err != nil {
		d.failed(err)
		return from, widgets.Changed{}, false
	}
	d.edited(c)
	return widgets.Pos(caret), widgets.Changed(c), true
}

// Move asks the open page.
func (d *cleanDocument) Move(from, to, at widgets.Pos) (widgets.Pos, widgets.Changed, bool) {
	if from.Block != to.Block {
		return from, widgets.Changed{}, false
	}
	var first bulletin.ID
	c, err := d.session.Edit("", func(o *revision.Order) []revision.Op {
		first = o.ID(bulletin.Place(from))
		return o.MoveText(revision.Stretch{Block: from.Block, From: from.Off, To: to.Off}, bulletin.Place(at))
	})
	if err != nil {
		d.failed(err)
		return from, widgets.Changed{}, false
	}
	d.edited(c)
	caret, _ := d.session.Order().PlaceOf(first)
	caret.Off += to.Off - from.Off
	return widgets.Pos(caret), widgets.Changed(c), true
}

// looksOf are the marks of what a survey found in the text, by the name of their block: text that was edited
// since shows them a little off, until the next survey.
func looksOf(corrections []session.Correction, typed, unsure []session.Piece, doubts []session.Doubt) map[bulletin.ID][]widgets.Span {
	looks := map[bulletin.ID][]widgets.Span{}
	put := func(at session.Spot, length int, look widgets.Look) {
		looks[at.Break] = append(looks[at.Break], widgets.Span{From: at.Off, To: at.Off + length, Look: look})
	}
	for _, c := range corrections {
		if !c.Counts {
			continue
		}
		switch c.Kind {
		case compare.Marked, compare.Moved:
		case compare.Joined:
			put(c.Spot, 0, widgets.Look{Tick: true, Shade: widgets.Weak})
		default:
			if c.Person != 0 { // what was typed stands below
				put(c.Spot, 0, widgets.Look{Shade: widgets.Accent, Tick: c.After == "", Marks: widgets.Bar})
				continue
			}
			put(c.Spot, len([]rune(c.After)), widgets.Look{Under: widgets.Straight, Shade: widgets.Good, Tick: c.After == ""})
		}
	}
	for _, u := range unsure {
		put(session.Spot{Break: u.Break, Off: u.From}, u.To-u.From, widgets.Look{Back: widgets.Doubtful})
	}
	for _, h := range typed {
		put(session.Spot{Break: h.Break, Off: h.From}, h.To-h.From,
			widgets.Look{Under: widgets.Straight, Shade: widgets.Accent, Back: widgets.Inserted, Marks: widgets.Bar})
	}
	for _, x := range doubts {
		put(x.Spot, 1, widgets.Look{Under: widgets.Wavy, Shade: widgets.Caution, Marks: widgets.Doubt})
	}
	for k := range looks {
		sortSpans(looks[k])
	}
	return looks
}

// lookOfNotes adds the dotted lines of notes that are not settled.
func lookOfNotes(looks map[bulletin.ID][]widgets.Span, p *session.Snapshot, notes []session.Noted) {
	for _, n := range notes {
		if n.State == bulletin.NoteSettled || n.Place.Block >= p.Order.Blocks() {
			continue
		}
		brk := p.Order.BreakAt(n.Place.Block)
		looks[brk] = append(looks[brk], widgets.Span{From: n.Place.Off, To: n.End.Off, Look: widgets.Look{Under: widgets.Dotted, Shade: widgets.Caution, Marks: widgets.Warn}})
		sortSpans(looks[brk])
	}
}
