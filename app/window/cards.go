package window

import (
	"fmt"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// cardsPane lists the articles of the open page with their state, then what lies in the tray, then the
// furniture. An article that is dragged onto another one takes its place; what lies in the tray, or
// furniture, goes into the article that it is dragged onto.
type cardsPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	cards   []card
}

// card is an article, a block in the tray or the furniture, and where it begins on the clean side.
type card struct {
	article    bulletin.ID
	from, to   int // shown blocks
	name       string
	characters int
	state      say.Text
	warn       bool
	titled     bool // it has a title,
	headed     bool // and that is its headline
}

func newCardsPane(w *Window) *cardsPane {
	p := &cardsPane{w: w, rows: widgets.NewRows()}
	p.rows.Count = func() int { return len(p.cards) }
	p.rows.Row = func(i int) widgets.Row {
		c := p.cards[i]
		r := widgets.Row{Text: c.name, Note: fmt.Sprintf("%s · %s", c.state.In(w.lang), say.T("%d 字", "%d characters").With(c.characters).In(w.lang))}
		if c.warn {
			r.Ink = widgets.Caution
		}
		return r
	}
	p.rows.OnSelect = func(i int) {
		if w.session != nil && i < len(p.cards) {
			p.showBlock(p.cards[i].from)
		}
	}
	p.rows.OnDrop = p.drop
	p.rows.OnOpen = func(int) { w.win.Canvas().Focus(w.clean) }
	p.rows.Intercept = w.key
	p.rows.InterceptShortcut = w.shortcut
	p.content = p.rows
	return p
}

// drop puts one card onto another.
func (p *cardsPane) drop(row, onto int) {
	s := p.w.session
	if s == nil || row >= len(p.cards) || onto >= len(p.cards) {
		return
	}
	a, b := p.cards[row], p.cards[onto]
	if b.article == bulletin.None || b.article == bulletin.Start {
		p.w.Say(say.T("请拖到一篇稿件上", "drag it onto an article"))
		return
	}
	var first, caret bulletin.ID
	c, err := s.Edit("", func(o *revision.Order) []revision.Op {
		first, caret = o.BreakAt(a.from), o.ID(bulletin.Place(p.w.clean.Caret()))
		if a.article == bulletin.None || a.article == bulletin.Start {
			return o.GiveTo(a.from, a.to, b.article)
		}
		return o.PutArticle(a.from, b.from)
	})
	if err != nil {
		p.w.fail(err)
		return
	}
	p.w.Show(c, placeOf(s, caret))
	p.refresh()
	at, _ := s.Order().ShownOf(first)
	p.showBlock(at)
	said := say.T("《%s》移到了《%s》处（Ctrl+Z 撤销）", "“%s” now stands at “%s” (Ctrl+Z undoes it)")
	if a.article == bulletin.None || a.article == bulletin.Start {
		said = say.T("“%s”归入了《%s》（Ctrl+Z 撤销）", "“%s” went into “%s” (Ctrl+Z undoes it)")
	}
	p.w.Say(said.With(wording.Visible(a.name), wording.Visible(b.name)))
	p.w.trace.say("dropped", "row", row, "onto", onto)
}

// showBlock brings the caret to a block, whose card is selected then.
func (p *cardsPane) showBlock(block int) {
	at := p.w.inside(bulletin.Place{Block: block})
	p.w.clean.Go(at, at)
}

// refresh reads the cards from the text. Its cost is that of one pass over the blocks.
func (p *cardsPane) refresh() {
	s := p.w.session
	p.cards = p.cards[:0]
	if s == nil {
		p.rows.Refresh()
		return
	}
	rounds := s.Rounds()
	for i := range s.Order().Blocks() {
		text, h := s.Order().Block(i)
		at := belongs(h)
		n := len(p.cards)
		if n == 0 || p.cards[n-1].article != at || at == bulletin.None {
			c := card{article: at, from: i}
			switch at {
			case bulletin.None:
				c.name, c.state, c.warn = string(text[:min(len(text), 40)]), say.T("待归区", "tray"), true
			case bulletin.Start:
				c.name, c.state = say.T("版面信息", "Furniture").In(p.w.lang), say.T("不属于稿件", "of the page")
			default:
				c.state = wording.Round(rounds[at])
			}
			p.cards = append(p.cards, c)
			n++
		}
		c := &p.cards[n-1]
		c.to = i + 1
		c.characters += len(text)
		if h.Kind.Title() && (!c.titled || h.Kind == bulletin.Headline && !c.headed) {
			c.name, c.titled, c.headed, c.warn = string(text), true, h.Kind == bulletin.Headline, false
		}
		if c.name == "" && h.Kind == bulletin.Paragraph {
			c.name = say.T("（无标题）", "(no headline) ").In(p.w.lang) + string(text[:min(len(text), 16)])
			c.warn = true
		}
	}
	p.rows.Refresh()
}

// follow selects the card that a shown block belongs to.
func (p *cardsPane) follow(block int) {
	for i, c := range p.cards {
		if block >= c.from && block < c.to {
			p.rows.Mark(i)
			return
		}
	}
}
