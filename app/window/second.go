package window

import (
	"context"
	"path/filepath"

	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/widgets"
)

// AskReading asks for a file that has another reading of the open page, and shows where its characters are others: what
// is ticked is taken over in one undo step, what is not is let stand. What a check suggests as well is ticked.
func (w *Window) AskReading() {
	s := w.session
	p := w.newPaths(homeFolder() + string(filepath.Separator))
	w.askPath("reading", say.T("另一次识读的文件", "A file with another reading of the page"), browseHint, p, say.T("对照", "Compare"), func(path string, end ending) {
		now := s.Snapshot()
		run(w.jobs, each, say.T("对照", "Comparing"), func(ctx context.Context) (all []session.Doubt, err error) {
			path := expand(path)
			b, err := source.ReadFile(ctx, path)
			if err != nil {
				return nil, err
			}
			raws, err := source.Read(ctx, b, source.Options{Name: path})
			if err != nil {
				return nil, err
			}
			var text []rune
			for _, raw := range raws { // the page is found in whatever the file has
				text = append(append(text, raw.Text...), '\n')
			}
			return now.Against(ctx, text)
		}, func(all []session.Doubt, err error) {
			end(err)
			if err == nil && s == w.session {
				w.askDifferences(s, now, all)
			}
		})
	})
}

// askDifferences shows where another reading differs.
func (w *Window) askDifferences(s *session.Session, now *session.Snapshot, all []session.Doubt) {
	w.trace.say("compared", "count", len(all))
	if len(all) == 0 {
		w.Say(say.T("两次识读没有不同的字，或不是同一版", "the two readings have no other characters, or are of other pages"))
		return
	}
	var ticks []ticked
	for _, d := range all {
		text, _ := now.Order.Block(d.Place.Block)
		row := widgets.Row{
			Text: around(text, d.Place.Off, d.End.Off),
			Note: say.T("另一次读作“%s”", "the other has “%s”").With(d.New).In(w.lang),
		}
		ticks = append(ticks, ticked{row: row, on: w.suggests(d), of: d})
	}
	w.askTicks(ticking{
		name: "differences", title: say.T("两次识读不同的字", "Where the two readings differ"), yes: say.T("勾选的改成另一次的", "Take the other's where ticked"), all: ticks,
		do: func(on, off []ticked) {
			n, ok := w.acceptTicked(s, on)
			if !ok {
				return
			}
			for _, t := range off {
				s.Ignore(t.of.(session.Doubt), session.Here)
			}
			w.surveyPage(func() {})
			w.Say(say.T("改了 %d 处（Ctrl+Z 一并撤销），其余照旧", "%d places are changed (Ctrl+Z takes all back), the others stand").With(n))
			w.trace.say("accepted", "count", n)
		},
	})
}

// suggests says whether a check found the same place, and suggests the same.
func (w *Window) suggests(d session.Doubt) bool {
	for _, x := range w.doubts {
		if x.At == d.At && x.Old == d.Old && x.New == d.New {
			return true
		}
	}
	return false
}
