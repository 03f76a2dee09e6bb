package window

import (
	"context"
	"errors"

	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/widgets"
)

// askTwins asks about pages that came in with many files although their issue had such a page: those that are ticked
// become one page with that, the others stand beside it.
func (w *Window) askTwins(done []desk.Imported) {
	d := w.desk
	run(w.jobs, each, say.T("对照", "Comparing"), func(ctx context.Context) ([]desk.Twin, error) { return d.Twins(ctx, done) }, func(twins []desk.Twin, err error) {
		w.fail(err)
		if len(twins) == 0 || d != w.desk {
			return
		}
		var ticks []ticked
		for _, t := range twins {
			as := say.T("另一次识读", "another reading")
			if t.As == merge.AsCorrected {
				as = say.T("外校稿", "corrected text")
			}
			note := say.T("%s：看来是%s，%d%% 相同", "%s: it seems to be its %s, %d%% are the same").With(t.Came.File, as, int(100*t.Share+0.5))
			ticks = append(ticks, ticked{row: widgets.Row{Text: t.Leaf.Name().In(w.lang), Note: note.In(w.lang)}, on: t.Likely, of: t})
		}
		w.askTicks(ticking{
			name: "twins", title: say.T("这 %d 版库里原来就有", "The library had these %d pages before").With(len(twins)), yes: say.T("并入勾选的", "Fold what is ticked"), all: ticks,
			hint: say.T("勾选的：不同之处并入原有的一版，新来的隐藏；没勾的两版都留。空格：勾或不勾；+ 全勾，- 全不勾", "Of what is ticked the page that was there takes over what differs, and the new one is hidden; else both stand. Space ticks or does not; + ticks all, - none"),
			do:   func(on, _ []ticked) { w.fold(on) },
		})
	})
}

// fold makes one page of two at each that is ticked, and opens the first page that took something over.
func (w *Window) fold(on []ticked) {
	if len(on) == 0 {
		return
	}
	type result struct {
		places int
		pages  []desk.Twin
		bad    []error
	}
	d := w.desk
	runTelling(w.jobs, each, say.T("并入", "Folding"), func(ctx context.Context, tell func(desk.Progress)) (r result, err error) {
		for i, x := range on {
			t := x.of.(desk.Twin)
			n, err := d.Fold(ctx, t)
			switch {
			case ctx.Err() != nil:
				return r, ctx.Err()
			case err != nil:
				r.bad = append(r.bad, err)
			default:
				r.places, r.pages = r.places+n, append(r.pages, t)
			}
			tell(desk.Progress{Done: i + 1, All: len(on), Subject: t.Came.File})
		}
		return r, nil
	}, func(r result, err error) {
		if d != w.desk {
			return
		}
		w.library.refresh()
		if err != nil && !errors.Is(err, context.Canceled) {
			w.fail(err)
		}
		w.trace.say("folded", "pages", len(r.pages), "places", r.places)
		said := func() {
			w.Say(say.T("%d 版并入原有的版面，共 %d 处，各算一次修订；新来的已隐藏（“文件 → 重新显示隐藏的版面”可以找回）", "%d pages were folded into those that were there, at %d places, one revision each; the new ones are hidden (“File → Show a hidden page again” brings them back)").With(len(r.pages), r.places))
			w.tellBad(say.T("%d 版没有并入", "%d pages were not folded"), r.bad)
		}
		if len(r.pages) == 0 {
			said()
			return
		}
		w.openPageThen(r.pages[0].Leaf.ID, nil, said)
	})
}
