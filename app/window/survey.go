package window

import (
	"context"
	"runtime/debug"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
)

// survey is what lists and margins show of a page beside its text.
type survey struct {
	corrections []session.Correction
	doubts      []session.Doubt
	removed     []bulletin.Span
}

// look finds a survey out, at the cost of a replay.
func look(ctx context.Context, p *session.Snapshot) (v survey, err error) {
	if v.corrections, err = p.Corrections(ctx); err != nil {
		return v, err
	}
	if v.doubts, err = p.Doubts(ctx); err != nil {
		return v, err
	}
	v.removed, err = p.Removed(ctx)
	return v, err
}

// surveys are made one at a time: what changes while one is under way is seen by the next, so that they do
// not crowd each other, nor starve while somebody types.
type surveys struct {
	under bool
	now   []func() // to do when the one under way is shown
	next  []func() // to do when one is shown that has not begun yet; nil where none is wanted
}

// large is from how many characters on a survey leaves memory behind that is worth giving back.
const large = 200_000

// surveyPage reads anew, in the background, what lists and margins show beside the texts, and then
// goes on. A page that is left meanwhile is forgotten.
func (w *Window) surveyPage(then func()) {
	v := &w.surveys
	v.next = append(v.next, then)
	if !v.under {
		w.survey()
	}
}

// survey begins one for all who wait for it.
func (w *Window) survey() {
	s, v := w.session, &w.surveys
	if s == nil {
		return
	}
	v.under, v.now, v.next = true, v.next, nil
	now := s.Snapshot()
	run(w.jobs, surveying, say.Text{}, func(ctx context.Context) (survey, error) { return look(ctx, now) }, func(found survey, err error) {
		if s != w.session {
			return
		}
		done := v.now
		v.under, v.now = false, nil
		if err != nil {
			w.fail(err)
		} else {
			w.showSurvey(found)
			for _, then := range done {
				then()
			}
		}
		if w.session == s && !v.under && v.next != nil {
			w.survey()
		}
	})
}

// showSurvey shows what a survey found.
func (w *Window) showSurvey(v survey) {
	if len(w.session.Raw.Text) > large {
		go debug.FreeOSMemory() // what replaying the log took, all at once
	}
	w.doubts = v.doubts
	w.rawDoc.dead = v.removed
	w.cleanDoc.show(v)
	w.raw.Repaint()
	w.clean.Repaint()
	w.changes.set(v.corrections)
	w.cards.refresh()
	w.refreshSide()
	w.counting = 0
	for _, c := range v.corrections {
		if c.Counts {
			w.counting++
		}
	}
	_, w.unread = w.session.Unread(0)
	w.showCount()
	w.trace.say("surveyed", "doubts", len(w.doubts), "unread", w.unread)
}
