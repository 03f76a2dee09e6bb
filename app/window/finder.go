package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// finder is the field above the clean text in which one types what to find on the page.
type finder struct {
	w       *Window
	content *fyne.Container
	entry   *field
	other   *field // what to put in its place
	count   *widgets.Line
	regexp  *tick // what is typed is a regular expression
	issue   *tick // all pages of the issue are looked through
	hits    []widgets.Range
	found   session.Found     // the same, with what is to stand there
	asked   session.Query     // what they are of,
	page    *session.Snapshot // and where
	pages   []desk.Found      // of the issue
}

func newFinder(w *Window) *finder {
	f := &finder{w: w, count: widgets.NewLine()}
	f.entry = newField(say.T("查找本版（回车：下一处）", "find on this page (Enter: next)").In(w.lang))
	f.entry.on(func() { f.next(held()&fyne.KeyModifierShift != 0) }, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3)
	f.entry.OnChanged = func(string) { f.search(nil) }
	f.other = newField(say.T("替换为（回车：替换此处，Shift+回车：全部替换）", "replace by (Enter: this one, Shift+Enter: all)").In(w.lang))
	f.other.on(func() { f.replace(held()&fyne.KeyModifierShift != 0) }, fyne.KeyReturn, fyne.KeyEnter)
	f.other.Hide()
	f.regexp = newTick(say.T("正则", "regexp").In(w.lang), func(bool) { f.search(nil) })
	f.issue = newTick(say.T("本期", "issue").In(w.lang), func(bool) { f.search(nil) })
	side := container.NewHBox(f.regexp, f.issue, container.NewGridWrap(fyne.NewSize(130, 28), f.count))
	f.content = container.New(besides{}, f.entry, f.other, side) // Tab goes through them in this order
	for _, k := range []keyable{f.entry, f.other, f.regexp, f.issue} {
		k.on(f.hide, fyne.KeyEscape)
	}
	for _, k := range []keyable{f.regexp, f.issue} {
		k.on(func() { f.next(held()&fyne.KeyModifierShift != 0) }, fyne.KeyReturn, fyne.KeyEnter)
	}
	f.content.Hide()
	return f
}

// besides lays out two fields, one below the other, and what stands at the right of the first.
type besides struct{}

// MinSize is for Fyne.
func (besides) MinSize(o []fyne.CanvasObject) fyne.Size {
	first, second, side := o[0].MinSize(), fyne.Size{}, o[2].MinSize()
	if o[1].Visible() {
		second = o[1].MinSize()
	}
	return fyne.NewSize(first.Width+side.Width, max(first.Height, side.Height)+second.Height)
}

// Layout is for Fyne.
func (besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	side := o[2].MinSize()
	top := max(o[0].MinSize().Height, side.Height)
	o[0].Resize(fyne.NewSize(size.Width-side.Width, top))
	o[2].Move(fyne.NewPos(size.Width-side.Width, 0))
	o[2].Resize(fyne.NewSize(side.Width, top))
	o[1].Move(fyne.NewPos(0, top))
	o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
}

// Find opens the field, with what is selected in it.
func (w *Window) Find() {
	f := w.finder
	f.content.Show()
	if s := w.clean.SelectedText(); s != "" && !strings.Contains(s, "\n") {
		f.entry.SetText(s)
	}
	w.win.Canvas().Focus(f.entry)
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) // what was looked for last is replaced by typing
	w.trace.say("dialog", "name", "find")
}

// FindRegexp turns regular expressions on or off, FindInIssue the other pages of the issue.
func (w *Window) FindRegexp()  { w.finder.turn(w.finder.regexp) }
func (w *Window) FindInIssue() { w.finder.turn(w.finder.issue) }

func (f *finder) turn(c *tick) {
	if !f.content.Visible() {
		f.w.Find()
	}
	c.SetChecked(!c.Checked)
}

// Replace opens the field with a second one for what to put in its place.
func (w *Window) Replace() {
	w.Find()
	w.finder.other.Show()
	w.finder.content.Refresh()
	if w.finder.entry.Text != "" {
		w.win.Canvas().Focus(w.finder.other)
	}
}

// query is what the first field asks for.
func (f *finder) query() session.Query {
	return session.Query{Text: f.entry.Text, Regexp: f.regexp.Checked, With: f.other.Text}
}

// replace puts the second field's text in place of the hit that is selected, and goes to the next
// one; or in place of all hits, as one undo step a page.
func (f *finder) replace(all bool) {
	f.search(func() {
		s := f.w.session
		if all {
			f.replaceAll(s, f.query(), f.found)
			return
		}
		if k := slices.Index(f.hits, f.w.clean.Selection()); k >= 0 {
			f.w.clean.Insert(f.found.With[k])
		}
		f.next(false)
	})
}

// replaceAll replaces what was found on the open page, and then in the issue where that is asked for.
func (f *finder) replaceAll(s *session.Session, q session.Query, found session.Found) {
	c, err := s.Edit("", func(o *revision.Order) []revision.Op { return o.ReplaceEach(found.At, found.With) })
	if err != nil {
		f.w.fail(err)
		return
	}
	if len(found.At) > 0 {
		f.w.Show(c, bulletin.Place(f.w.clean.Caret()))
	}
	f.replaceElsewhere(s, q, len(found.At))
}

// replaceElsewhere replaces on the other pages of the issue where that is asked for; n were replaced on the
// open one.
func (f *finder) replaceElsewhere(s *session.Session, q session.Query, n int) {
	done := func(n, pages int) {
		f.w.Say(say.T("替换了 %d 处（%d 版）", "%d replaced on %d pages").With(n, pages))
		f.w.trace.say("replaced", "n", n, "pages", pages)
		f.search(nil)
	}
	here := min(n, 1)
	if !f.issue.Checked {
		done(n, here)
		return
	}
	d, leaf := f.w.desk, s.Leaf
	type outcome struct{ n, pages int }
	run(f.w.jobs, each, say.T("替换本期各版", "Replacing in the issue"), func(ctx context.Context) (o outcome, err error) {
		o.n, o.pages, err = d.ReplaceInIssue(ctx, leaf.Issue, leaf.ID, q)
		return o, err
	}, func(o outcome, err error) {
		f.w.fail(err)
		done(n+o.n, here+o.pages)
	})
}

// FindNext goes to the next hit of the field.
func (w *Window) FindNext(back bool) {
	if w.finder.entry.Text == "" {
		w.Find()
		return
	}
	w.finder.next(back)
}

// clear forgets what was found: the page was left.
func (f *finder) clear() {
	f.hits, f.page, f.pages = nil, nil, nil
	f.count.SetText("")
}

// escape closes the field, wherever the keyboard is, and says whether it was open.
func (f *finder) escape() bool {
	open := f.content.Visible()
	if open {
		f.hide()
	}
	return open
}

func (f *finder) hide() {
	f.content.Hide()
	f.other.Hide()
	f.w.clean.Highlight(nil)
	f.w.win.Canvas().Focus(f.w.clean)
}

// search finds all hits on the page in the background, counts those of the issue where that is asked for, and
// goes on, where the page is still open and asked the same.
func (f *finder) search(then func()) {
	s := f.w.session
	if s == nil {
		f.hits = nil
		return
	}
	q, page := f.query(), s.Snapshot()
	if then != nil && f.page != nil && s.Current(f.page) && f.asked == q {
		then()
		return
	}
	run(f.w.jobs, searching, say.Text{}, func(ctx context.Context) (session.Found, error) { return page.Find(ctx, q) }, func(found session.Found, err error) {
		if now := f.query(); s != f.w.session || q.Text != now.Text || q.Regexp != now.Regexp {
			return
		}
		if !s.Current(page) {
			f.search(then)
			return
		}
		f.show(q, page, found, err)
		if then != nil && err == nil {
			then()
		}
	})
}

// show shows the hits of a query.
func (f *finder) show(q session.Query, page *session.Snapshot, found session.Found, err error) {
	f.asked, f.page, f.found, f.hits = q, page, found, nil
	for _, x := range found.At {
		f.hits = append(f.hits, widgets.Range{From: widgets.Pos{Block: x.Block, Off: x.From}, To: widgets.Pos{Block: x.Block, Off: x.To}})
	}
	f.w.clean.Highlight(f.hits)
	f.w.trace.say("hits", "n", len(f.hits), "query", q.Text)
	if err != nil {
		f.count.SetText(say.T("式子不完整", "incomplete").In(f.w.lang))
		return
	}
	f.count.SetText(say.T("%d 处", "%d found").With(len(f.hits)).In(f.w.lang))
	if f.issue.Checked && q.Text != "" {
		f.countIssue(q)
	}
}

// countIssue counts the hits of the whole issue, in the background.
func (f *finder) countIssue(q session.Query) {
	d, s := f.w.desk, f.w.session
	run(f.w.jobs, counting, say.T("查找本期各版", "Looking through the issue"), func(ctx context.Context) ([]desk.Found, error) {
		if err := s.Flush(ctx); err != nil {
			return nil, err
		}
		return d.FindInIssue(ctx, s.Leaf.Issue, q)
	}, func(all []desk.Found, err error) {
		if now := f.query(); err != nil || q.Text != now.Text || q.Regexp != now.Regexp || !f.issue.Checked {
			f.w.fail(err)
			return
		}
		f.pages = all
		n := 0
		for _, x := range all {
			n += x.N
		}
		f.count.SetText(say.T("%d / 本期 %d", "%d of %d").With(len(f.hits), n).In(f.w.lang))
		f.w.trace.say("counted", "n", n)
	})
}

// beyond opens the next page of the issue that has hits, if the search is the issue's and another page has
// some; back looks the other way.
func (f *finder) beyond(back bool) bool {
	if !f.issue.Checked || len(f.pages) == 0 || f.w.session == nil {
		return false
	}
	at := slices.IndexFunc(f.pages, func(x desk.Found) bool { return x.Page == f.w.session.Leaf.ID })
	n := len(f.pages)
	for k := 1; k < n && at >= 0; k++ {
		i := (at + k) % n
		if back {
			i = (at - k + n) % n
		}
		if x := f.pages[i]; x.N > 0 {
			f.w.openPageThen(x.Page, nil, func() { f.search(func() { f.first(back) }) })
			return true
		}
	}
	return false
}

// first selects the first hit of the page, or the last.
func (f *finder) first(back bool) {
	if len(f.hits) == 0 {
		return
	}
	k := 0
	if back {
		k = len(f.hits) - 1
	}
	f.choose(k)
}

// choose selects a hit.
func (f *finder) choose(k int) {
	f.w.clean.Go(f.hits[k].From, f.hits[k].To)
	f.w.trace.say("found", "n", k+1, "of", len(f.hits))
}

// next selects the next hit behind the caret, or before it.
func (f *finder) next(back bool) { f.search(func() { f.step(back) }) }

func (f *finder) step(back bool) {
	n := len(f.hits)
	if n == 0 {
		f.beyond(back)
		return
	}
	at := f.w.clean.Selection()
	k := -1
	if back {
		for i := n - 1; i >= 0 && k < 0; i-- {
			if f.hits[i].From.Before(at.From) {
				k = i
			}
		}
	} else {
		for i := 0; i < n && k < 0; i++ {
			if !f.hits[i].From.Before(at.To) {
				k = i
			}
		}
	}
	switch {
	case k >= 0:
		f.choose(k)
	case !f.beyond(back):
		f.first(back) // round again
	}
}

// goTo finds the first hit of text in an article.
func (f *finder) goTo(text string, article bulletin.ID) {
	f.entry.SetText(text)
	f.search(func() {
		for _, h := range f.hits {
			if f.w.session.Order().ArticleAt(h.From.Block) == article {
				f.w.clean.Go(h.From, h.To)
				break
			}
		}
		f.w.win.Canvas().Focus(f.w.clean)
	})
}
