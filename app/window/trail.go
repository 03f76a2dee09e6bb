package window

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// trail is where the caret was before it jumped, the oldest first, so that it comes back as in a browser. A
// place is kept by the character that stands there: it stays right while the text changes.
type trail struct {
	stops []stop
	at    int            // of stops: where the caret is, or was before it walked on
	here  stop           // where the caret is
	going session.PageID // the page that is opened in order to come back, 0 for none
}

// stop is a place on a page.
type stop struct {
	page  session.PageID
	block bulletin.ID // the break that ends it
	char  bulletin.ID
	list  bool // a list showed it while somebody moved through that
}

// trailLength is how many places are remembered.
const trailLength = 200

func (s stop) near(o stop) bool { return s.page == o.page && s.block == o.block }

// walked takes note of where the caret came to by and by.
func (t *trail) walked(to stop) { t.here = to }

// jumped takes note of where the caret jumped to, and of the place that it left; what lay ahead is dropped. The
// places that a list shows while one moves through it count as one.
func (t *trail) jumped(to stop) {
	from := t.here
	t.here = to
	if from.page == 0 || t.going != 0 {
		return
	}
	t.stops = t.stops[:min(t.at+1, len(t.stops))]
	n := len(t.stops)
	switch {
	case n > 0 && t.stops[n-1].near(from):
		preview := t.stops[n-1].list && from.list && to.list
		t.stops[n-1] = from
		if preview {
			t.stops = t.stops[:n-1]
		}
	default:
		t.stops = append(t.stops, from)
	}
	t.stops = append(t.stops, to)
	t.stops = slices.Delete(t.stops, 0, max(0, len(t.stops)-trailLength))
	t.at = len(t.stops) - 1
}

// step is the place step places further, and whether there is one. Where the caret walked on since its last
// jump, that place is kept as one to come back to.
func (t *trail) step(step int) (to stop, ok bool) {
	if n := len(t.stops); n > 0 && t.at == n-1 && !t.stops[t.at].near(t.here) && step < 0 {
		t.stops = append(t.stops, t.here)
		t.at = n
	}
	if next := t.at + step; next >= 0 && next < len(t.stops) {
		t.at = next
		return t.stops[next], true
	}
	return stop{}, false
}

// stopAt is a place of the open page.
func (w *Window) stopAt(p widgets.Pos) stop {
	o := w.session.Order()
	_, list := w.win.Canvas().Focused().(*widgets.Rows)
	return stop{w.session.Leaf.ID, o.BreakAt(p.Block), o.ID(bulletin.Place(p)), list}
}

// GoBack brings the caret to where it was before it jumped, or with step +1 forward again, on another page too.
func (w *Window) GoBack(step int) {
	to, ok := w.trail.step(step)
	switch {
	case !ok && step < 0:
		w.Say(say.T("前面没有来处", "there is no earlier place"))
		return
	case !ok:
		w.Say(say.T("后面没有去处", "there is no later place"))
		return
	}
	w.trail.going = to.page
	if w.session != nil && w.session.Leaf.ID == to.page {
		w.comeTo(to)
		return
	}
	w.openPageThen(to.page, nil, func() { w.comeTo(to) })
}

// comeTo puts the caret at a place of the open page that it was on before.
func (w *Window) comeTo(to stop) {
	p := widgets.Pos(placeOf(w.session, to.char))
	w.win.Canvas().Focus(w.clean)
	w.clean.Go(p, p)
	w.trail.going = 0
	w.trace.say("came", "page", int64(to.page), "block", p.Block, "off", p.Off)
}
