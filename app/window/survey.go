package window

import (
	"context"
	"runtime/debug"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// survey is what lists and margins show of a page beside its text.
type survey struct {
	changes []changeGroup
	titles  map[bulletin.ID]string // of the articles
	counts  int                    // of these
	doubts  []session.Doubt
	kinds   []findingGroup // of these
	notes   []session.Noted
	removed []bulletin.Span
	looks   map[bulletin.ID][]widgets.Span // of the clean side
}

// look finds a survey out, at the cost of a replay.
func look(ctx context.Context, p *session.Snapshot) (v survey, err error) {
	corrections, err := p.Corrections(ctx)
	if err != nil {
		return v, err
	}
	if v.doubts, err = p.Doubts(ctx); err != nil {
		return v, err
	}
	if v.removed, err = p.Removed(ctx); err != nil {
		return v, err
	}
	typed, err := p.ByHand(ctx)
	if err != nil {
		return v, err
	}
	unsure, err := p.Unsure(ctx)
	if err != nil {
		return v, err
	}
	v.changes, v.looks, v.titles = groupChanges(corrections), looksOf(corrections, typed, unsure, v.doubts), p.Titles()
	if v.notes, err = p.Notes(ctx); err != nil {
		return v, err
	}
	lookOfNotes(v.looks, p, v.notes)
	v.kinds = groupFindings(p, v.doubts)
	for _, g := range v.changes {
		v.counts += g.counts
	}
	return v, nil
}

// surveys are made one at a time: what changes while one is under way is seen by the next, so that they do
// not crowd each other, nor starve while somebody types.
type surveys struct {
	under bool
	now   []func() // to do when the one under way is shown
	next  []func() // to do when one is shown that has not begun yet; nil where none is wanted
	made  int      // how many were shown
}

// large is from how many characters on a survey leaves memory behind that is worth giving back.
const large = 200_000

// tidyAfter is how long nothing is surveyed before that is done.
const tidyAfter = 5 * time.Second

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
	w.doubts, w.counting = v.doubts, v.counts
	w.rawDoc.dead, w.cleanDoc.looks = v.removed, v.looks
	w.raw.Repaint()
	w.clean.Repaint()
	w.changes.set(v.changes, v.titles)
	w.findings.set(v.kinds)
	w.notes.set(v.notes)
	w.cards.refresh()
	if w.printed.tinted {
		w.printed.tint()
		w.printed.lay()
	}
	w.refreshSide()
	_, w.unread = w.session.Unread(0)
	w.showCount()
	w.tidySoon()
	w.trace.say("surveyed", "doubts", len(w.doubts), "unread", w.unread)
}

// tidySoon gives back the memory that surveys of a large page took, when there has been none for a while: it
// costs a sweep of everything.
func (w *Window) tidySoon() {
	if len(w.session.Raw.Text) < large {
		return
	}
	w.surveys.made++
	made := w.surveys.made
	w.jobs.after(tidyAfter, func() {
		w.jobs.post(func() {
			if w.surveys.made == made {
				run(w.jobs, each, say.Text{}, func(context.Context) (struct{}, error) { debug.FreeOSMemory(); return struct{}{}, nil }, func(struct{}, error) {})
			}
		})
	})
}
