package window

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// where is a dialog that shows what was read, in which encoding, and where it goes.
type where struct {
	w       *Window
	r       readFiles
	place   *placeForm
	choose  *options // the encoding
	again   *tick
	meant   *options // as what it comes in, where the library has its page already
	preview *widgets.Editor
	note    *widgets.Line
	to      *push // goes to the next place that could not be read
	next    int   // which one that is
}

// askWhere shows what was read and where it goes; all of it can be changed. After a failure it shows what was
// said then, and why it failed.
func (w *Window) askWhere(r readFiles, failed error) { w.askWhereAgain(r, nil, failed) }

func (w *Window) askWhereAgain(r readFiles, before *where, failed error) {
	a := &where{w: w, r: r, place: newPlaceForm(w), preview: widgets.NewEditor(), note: widgets.NewLine()}
	a.preview.ReadOnly, a.preview.Numbers = true, true
	a.to = newPush(say.T("去看", "Show").In(w.lang), a.show)
	var encodings []string
	for _, e := range r.encodings {
		encodings = append(encodings, string(e))
	}
	a.choose = newOptions(encodings, a.reread)
	a.choose.Selected = encodings[0]
	a.again = newTick(say.T("库里已有也再导入一份", "import it even if the library has it").In(w.lang), nil)
	form := a.place.form
	form.Append(say.T("编码", "Encoding").In(w.lang), a.choose)
	a.meant = newOptions(nil, nil)
	form.Append("", a.again)
	title := say.T("导入 %s", "Import %s").With(r.files[0].Name)
	if n := len(r.files); n > 1 {
		title = say.T("导入 %s 等 %d 个文件", "Import %s and others, %d files in all").With(r.files[0].Name, n)
		a.each()
	}
	a.take(r.reading, nil)
	a.offerKin()
	if before != nil {
		a.like(before)
	}
	left := container.NewVScroll(container.NewVBox(form, a.place.note))
	content := container.NewHSplit(left, container.NewBorder(container.NewBorder(nil, nil, nil, a.to, a.note), nil, nil, nil, a.preview))
	content.Offset = 0.42
	a.place.offer()
	a.remembered(before == nil)
	w.trace.say("reading", "encoding", encodings[0])
	q := w.ask(asked{
		name: "where", title: title.In(w.lang), content: content, size: w.share(0.85, 0.75),
		fields: a.place.fields(), yes: say.T("导入", "Import"), try: a.bring,
	})
	if failed != nil {
		q.warn(wordsOf(failed))
	} else if r.kin != nil {
		a.sayKin(q)
	}
}

// offerKin asks as what the file comes in, where the library has the page that it is a text of: as another reading of it,
// or as its text corrected, only what differs is taken over.
func (a *where) offerKin() {
	k := a.r.kin
	if k == nil {
		return
	}
	name := k.Leaf.Name()
	a.meant.Options = []string{
		say.T("新的一版", "a page of its own").In(a.w.lang),
		say.T("另一次识读：%s", "another reading of %s").With(name).In(a.w.lang),
		say.T("外校稿：%s", "corrected text of %s").With(name).In(a.w.lang),
	}
	a.meant.SetSelectedIndex(int(k.As))
	a.place.form.Append(say.T("作为", "Comes in as").In(a.w.lang), a.meant)
}

// sayKin says why it is asked.
func (a *where) sayKin(q *question) {
	k := a.r.kin
	q.warn(say.T("库里已有这一版：%s（与文件 %d%% 相同）。请看“作为”一项：作为另一次识读或外校稿，只并入不同之处", "the library has this page: %s (%d%% of the file). See as what it comes in: only what differs, or all of it").
		With(k.Leaf.Name(), int(100*k.Share+0.5)))
	a.w.trace.say("kin", "page", k.Leaf.ID, "meant", int(k.As))
}

// bringTo holds the file against the page that the library has.
func (a *where) bringTo(as merge.As, end ending) {
	w, f := a.w, a.r.files[0]
	f.Pages = a.r.pages
	end(nil)
	show := func() { w.hold(w.session, f, as, source.Options{Name: f.Name}, w.fail) }
	if w.session != nil && w.session.Leaf.ID == a.r.kin.Leaf.ID {
		show()
		return
	}
	w.openPageThen(a.r.kin.Leaf.ID, nil, show)
}

// each makes the form one for many files: what is left empty is as each of them says.
func (a *where) each() {
	own := say.T("照各文件所写", "as each file says").In(a.w.lang)
	for _, f := range []*field{a.place.number, a.place.date, a.place.page, a.place.section} {
		f.SetPlaceHolder(own)
	}
	a.place.page.Disable()
	a.place.section.Disable()
}

// like takes over what was said in a form before.
func (a *where) like(o *where) {
	for i, f := range a.place.fields() {
		f.SetText(o.place.fields()[i].Text)
	}
	a.again.SetChecked(o.again.Checked)
	a.meant.SetSelectedIndex(max(0, o.meant.SelectedIndex()))
}

// reread reads the first file in another encoding.
func (a *where) reread(e string) {
	first, password, languages := a.r.files[0], a.r.password, a.r.languages
	run(a.w.jobs, asking, say.T("读文件", "Reading"), func(ctx context.Context) (reading, error) {
		return readAs(ctx, first, source.Encoding(e), password, languages)
	}, a.take)
}

// take shows how the first file reads, and where it says that it belongs.
func (a *where) take(r reading, err error) {
	if err != nil {
		a.note.SetText(wordsOf(err).In(a.w.lang))
		return
	}
	a.r.reading = r
	a.preview.SetDocument(newLinesDocument(r.raw))
	place := a.r.place()
	if len(a.r.files) > 1 {
		place = folder.Place{Publication: place.Publication}
	}
	a.place.set(place)
	t := say.T("%s：%d 行，全部读出", "%s: %d lines, all of them read").With(string(r.raw.Encoding), len(r.raw.Lines))
	n := len(r.raw.Damage)
	if n > 0 {
		t = say.T("%s：%d 行，%d 处读不出", "%s: %d lines, %d places could not be read").With(string(r.raw.Encoding), len(r.raw.Lines), n)
	}
	if r.pages == nil {
		t = say.T("第 1 版，%s；其余各版导入时再读", "page 1, %s; the others are read when they are imported").With(t)
	}
	a.note.SetText(t.In(a.w.lang))
	a.next = 0
	if a.to.Hidden = n == 0; n > 0 {
		a.to.Show()
	}
}

// show goes to the next place that could not be read.
func (a *where) show() {
	raw := a.r.reading.raw
	if len(raw.Damage) == 0 {
		return
	}
	at := raw.Damage[a.next%len(raw.Damage)].At
	a.next++
	for i, l := range raw.Lines {
		if at < l.Next || i == len(raw.Lines)-1 {
			off := min(max(at-l.From, 0), l.To-l.From)
			a.preview.Select(widgets.Pos{Block: i, Off: off}, widgets.Pos{Block: i, Off: min(off+1, l.To-l.From)})
			break
		}
	}
	a.w.trace.say("damage", "n", a.next)
}

// rememberedPlace is the name under which a library keeps where its last page went.
const rememberedPlace = "import"

// remembered offers the publication of the last page where the file names none; fill says that the form has
// been filled by nobody yet.
func (a *where) remembered(fill bool) {
	d := a.w.desk
	run(a.w.jobs, each, say.Text{}, func(ctx context.Context) (string, error) { return d.Remembered(ctx, rememberedPlace) }, func(name string, err error) {
		a.w.fail(err)
		if fill && strings.TrimSpace(a.place.pub.Text) == "" {
			a.place.pub.SetText(name)
		}
	})
}

// bring imports as the form says.
func (a *where) bring(end ending) {
	if as := merge.As(max(0, a.meant.SelectedIndex())); as != merge.AsPage {
		a.bringTo(as, end)
		return
	}
	place, err := a.place.place()
	if err != nil {
		end(err)
		return
	}
	in := desk.Importing{Publication: place.Publication, Number: place.Number, Date: place.Date, Password: a.r.password, Again: a.again.Checked}
	if a.choose.Selected != string(a.r.encodings[0]) {
		in.Encoding = source.Encoding(a.choose.Selected)
	}
	if len(a.r.files) == 1 {
		a.r.files[0].Place = place
	}
	if a.r.raw.Picture.Bytes != nil { // a scan takes seconds to read
		a.r.files[0].Pages, a.r.files[0].Languages = a.r.pages, a.r.languages
	}
	end(nil)
	a.w.importFiles(a.r.files, in, func(err error) { a.w.askWhereAgain(a.r, a, err) })
}

// importFiles imports in the background and opens the first page that came in; where nothing came in it tells
// failed.
func (w *Window) importFiles(files []desk.File, in desk.Importing, failed ending) {
	d := w.desk
	type result struct {
		done []desk.Imported
		bad  []error
	}
	runTelling(w.jobs, each, say.T("导入", "Importing"), func(ctx context.Context, tell func(desk.Progress)) (r result, err error) {
		r.done, r.bad, err = d.Import(ctx, files, in, tell)
		if err == nil && len(r.done) > 0 && r.done[0].Leaf.Publication != wording.UnknownPaper.ZH {
			err = d.Remember(ctx, rememberedPlace, r.done[0].Leaf.Publication)
		}
		return r, err
	}, func(r result, err error) {
		if d != w.desk {
			w.fail(err)
			return
		}
		switch {
		case len(r.done) == 0 && errors.Is(err, context.Canceled):
			w.fail(err)
			return
		case len(r.done) == 0:
			failed(cmp.Or(err, noneOf(files, r.bad)))
			return
		}
		known, bad := knownOf(files, r.bad)
		w.library.refresh()
		w.fail(err)
		one := r.done[0]
		w.trace.say("imported", "pages", len(r.done), "articles", one.Articles, "doubts", one.Doubts)
		w.openPageThen(one.Leaf.ID, nil, func() {
			w.Say(say.T("已导入 %d 版；本版 %d 篇稿件，%d 处待看（F8），F4 逐段读，F1 所有快捷键", "%d pages imported; on this one %d articles, %d places to look at (F8); F4 goes through the blocks, F1 shows all keys").With(len(r.done), one.Articles, len(w.doubts)))
			if known > 0 {
				w.Say(say.T("已导入 %d 版；另有 %d 个文件早已导入", "%d pages imported; %d more files were imported before").With(len(r.done), known))
			}
			if errors.Is(err, context.Canceled) {
				w.Say(say.T("已取消：已导入 %d 版，每版都是完整的；再导入一次，接着没导入的做", "cancelled: %d pages are imported, each of them whole; importing again goes on where it stood").With(len(r.done)))
			}
			w.tellBad(notIn, bad)
			if len(files) > 1 || len(r.done) > 1 { // the page of a single one was asked about before
				w.askTwins(r.done)
			}
		})
	})
}

// knownOf tells files of a folder that the library had from those that did not come in. Of a single file both are said.
func knownOf(files []desk.File, all []error) (known int, bad []error) {
	for _, err := range all {
		if len(files) > 1 && errors.Is(err, desk.ErrKnown) {
			known++
		} else {
			bad = append(bad, err)
		}
	}
	return known, bad
}

// noneOf is why none of some files came in: of a single one what is wrong with it, of many how many the library had, and
// what is wrong with the others.
func noneOf(files []desk.File, all []error) error {
	known, bad := knownOf(files, all)
	if known == 0 {
		return cmp.Or(all...)
	}
	p := &say.Problem{
		What: say.T("没有新的版面：%d 个文件早已导入", "there is no new page: %d files were imported before").With(known),
		Do:   say.T("在左边的列表里打开；要再导入一份，请勾选“库里已有也再导入一份”", "open them in the list on the left; to import them once more tick “import it even if the library has it”"),
	}
	if len(bad) > 0 {
		p.What = say.T("%s，%d 个没有导入（%s）", "%s, %d could not be (%s)").With(p.What, len(bad), wordsOf(bad[0]))
	}
	return p
}

// notIn is the title of a list of files that did not come in; how many is put in.
var notIn = say.T("%d 个文件没有导入", "%d files were not imported")

// tellBad lists what of many went wrong, and why, under a title that says how many.
func (w *Window) tellBad(title say.Text, bad []error) {
	if len(bad) == 0 {
		return
	}
	var lines []string
	for _, err := range bad {
		lines = append(lines, wordsOf(err).In(w.lang))
	}
	w.ask(asked{
		name: "bad", title: title.With(len(bad)).In(w.lang),
		content: sentence(strings.Join(lines, "\n")), size: fyne.NewSize(640, 300),
	})
}

// newLinesDocument shows a raw page that is not in the library yet. What could not be read is marked.
func newLinesDocument(raw source.Raw) *stateDocument {
	d := &stateDocument{}
	k := 0
	for i, l := range raw.Lines {
		b := widgets.Block{Text: raw.Text[l.From:l.To], Style: widgets.Raw, Number: i + 1}
		for ; k < len(raw.Damage) && raw.Damage[k].At < l.Next; k++ {
			if at := raw.Damage[k].At - l.From; at >= 0 && at < len(b.Text) {
				b.Spans = append(b.Spans, widgets.Span{From: at, To: at + 1, Look: widgets.Look{Back: widgets.Deleted, Ink: widgets.Wrong, Marks: widgets.Warn}})
			}
		}
		d.blocks = append(d.blocks, b)
	}
	return d
}
