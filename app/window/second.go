package window

import (
	"context"
	"path/filepath"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// AskReading asks for a file that has another reading of the open page, and shows where its characters are others:
// what is ticked is taken over as one revision, what is not is let stand. What something speaks for is ticked.
func (w *Window) AskReading() {
	w.askSecond("reading", merge.AsReading, say.T("另一次识读的文件", "A file with another reading of the page"))
}

// AskCorrected asks for a file with articles of the open page that were corrected outside, and shows what was corrected
// there: what is ticked is taken over as one revision.
func (w *Window) AskCorrected() {
	w.askSecond("corrected", merge.AsCorrected, say.T("外校稿的文件（导出后在别处改过的稿件）", "A file with articles that were corrected outside"))
}

func (w *Window) askSecond(name string, as merge.As, title say.Text) {
	s := w.session
	start := w.app.Preferences().StringWithFallback(prefImportFolder, homeFolder())
	p := w.newPaths(start + string(filepath.Separator))
	p.kinds = source.Extensions()
	w.askPath(name, title, browseHint, p, say.T("对照", "Compare"), func(path string, end ending) {
		path = expand(path)
		w.hold(s, desk.File{Name: filepath.Base(path), Path: path}, as, source.Options{Name: path}, end)
	})
}

// hold holds a file against an open page in the background, tells end, and shows where it differs.
func (w *Window) hold(s *session.Session, f desk.File, as merge.As, opt source.Options, end ending) {
	d, now := w.desk, s.Snapshot()
	run(w.jobs, each, say.T("对照", "Comparing"), func(ctx context.Context) (desk.Second, error) {
		return d.Hold(ctx, now, f, as, opt)
	}, func(second desk.Second, err error) {
		end(err)
		if err == nil && s == w.session {
			w.askDifferences(s, now, second)
		}
	})
}

// askDifferences shows where a text from outside differs from the page.
func (w *Window) askDifferences(s *session.Session, now *session.Snapshot, second desk.Second) {
	w.trace.say("compared", "count", len(second.Places), "apart", len(second.Apart), "beside", len(second.Beside), "since", second.Since)
	if len(second.Places)+len(second.Apart) == 0 {
		w.Say(say.T("“%s”与本版没有不同", "“%s” has nothing otherwise than the page").With(second.File))
		return
	}
	var ticks []ticked
	for _, x := range second.Places {
		text, _ := now.Order.Block(x.At.Block)
		to := len(text)
		if x.End.Block == x.At.Block {
			to = x.End.Off
		}
		on := !x.Clash && !x.Large && (second.As == merge.AsCorrected || x.Backed)
		ticks = append(ticks, ticked{row: widgets.Row{Text: around(text, x.At.Off, to), Note: differs(x).In(w.lang)}, on: on, of: x})
	}
	title, hint := say.T("两次识读不同的字：%s", "Where the two readings differ: %s"), say.T("有旁证的已勾上。空格：勾或不勾；+ 全勾，- 全不勾；回车：确定，没勾的照旧", "What something speaks for is ticked. Space ticks or does not; + ticks all, - none; Enter does it, the others stand")
	if second.As == merge.AsCorrected {
		title, hint = say.T("外校稿改了什么：%s", "What was corrected outside: %s"), say.T("两边都改过的没有勾。空格：勾或不勾；+ 全勾，- 全不勾；回车：确定", "What both corrected is not ticked. Space ticks or does not; + ticks all, - none; Enter does it")
	}
	if n := len(second.Apart) + len(second.Beside); n > 0 {
		hint = say.T("%s。另有 %d 处归不到稿件里：%s", "%s. %d more lie in no article: %s").With(hint, n, clipped(strings.Join(append(second.Apart, second.Beside...), " / ")))
	}
	w.askTicks(ticking{
		name: "differences", title: title.With(second.File), hint: hint, yes: say.T("并入勾选的", "Take over what is ticked"), all: ticks,
		do: func(on, off []ticked) { w.takeIn(s, second, incoming(on), incoming(off)) },
	})
}

// differs says what a text from outside has at a place, and what became of it here meanwhile.
func differs(x merge.Place) say.Text {
	shown := func(s string) string { return wording.Visible(s) }
	switch {
	case x.Clash:
		return say.T("两边都改过：原作“%s”，这里改成“%s”，外来的作“%s”", "both changed it: it was “%s”, is “%s” here and “%s” there").With(shown(x.Base), shown(x.Old), shown(x.New))
	case x.Old == "":
		return say.T("外来的多“%s”", "there “%s” is put in").With(shown(x.New))
	case x.New == "":
		return say.T("外来的没有“%s”", "there “%s” is missing").With(shown(x.Old))
	}
	return say.T("“%s”，外来的作“%s”", "“%s” is “%s” there").With(shown(x.Old), shown(x.New))
}

// clipped is the beginning of a text that is too long for a line.
func clipped(text string) string {
	const most = 60
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}

func incoming(ticks []ticked) (all []merge.Place) {
	for _, t := range ticks {
		all = append(all, t.of.(merge.Place))
	}
	return all
}

// takeIn takes over what was chosen of a text from outside, keeps its file, and says so.
func (w *Window) takeIn(s *session.Session, second desk.Second, chosen, out []merge.Place) {
	if s != w.session {
		return
	}
	changed, n, err := s.TakeIn(second.As, second.File, chosen, out)
	if err != nil {
		w.fail(err)
		return
	}
	if n > 0 {
		w.Show(changed, bulletin.Place(w.clean.Caret()))
		d, page := w.desk, s.Leaf.ID
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, d.KeepIncoming(ctx, page, second) }, func(_ struct{}, err error) { w.fail(err) })
	}
	w.surveyPage(func() {})
	t := say.T("并入 %d 处，算一次修订：Ctrl+Z 撤销，或在历史（F10）里整个收回", "%d places are taken over, as one revision: Ctrl+Z undoes it, the history (F10) takes it back as a whole").With(n)
	if n < len(chosen) {
		t = say.T("%s；另有 %d 处已被别人改过，没有动", "%s; %d more have become another text meanwhile and stand").With(t, len(chosen)-n)
	}
	w.Say(t)
	w.trace.say("tookin", "count", n)
}
