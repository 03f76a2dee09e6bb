package window

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/widgets"
)

// AskImport lets the editor choose a file, or type its path, and then says where its page goes.
func (w *Window) AskImport() {
	path := newField(say.T("文件路径；也可把文件拖进窗口", "path of a file; files can be dropped on the window too").In(w.lang))
	browse := widget.NewButton(say.T("浏览…", "Browse…").In(w.lang), nil)
	d := w.ask(asked{
		name: "import", title: say.T("导入版面", "Import a page").In(w.lang), size: fyne.NewSize(620, 160),
		content: container.NewBorder(nil, nil, nil, browse, path), fields: []*field{path},
		yes: say.T("下一步", "Next"), do: func() { w.importPaths([]string{path.Text}) },
	})
	browse.OnTapped = func() {
		d.Hide()
		dialog.ShowFileOpen(func(f fyne.URIReadCloser, err error) {
			if err != nil || f == nil {
				w.fail(err)
				return
			}
			path := f.URI().Path() // the reader bounds what it reads, the dialog does not
			run(w.jobs, each, say.Text{}, func(context.Context) (struct{}, error) { return struct{}{}, f.Close() }, func(_ struct{}, err error) { w.fail(err) })
			w.importPaths([]string{path})
		}, w.win)
	}
}

// dropped takes files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if w.desk == nil {
		return
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	w.importPaths(paths)
}

// importPaths reads files in the background and asks where their pages go.
func (w *Window) importPaths(paths []string) {
	run(w.jobs, asking, say.T("读文件", "Reading"), func(ctx context.Context) (r readFiles, err error) {
		for _, p := range paths {
			b, err := source.ReadFile(ctx, p)
			if err != nil {
				return r, err
			}
			r.files = append(r.files, desk.File{Name: filepath.Base(p), Bytes: b})
		}
		return r, r.read(ctx)
	}, w.askWhere)
}

// readFiles are files to import, and what the first of them looks like.
type readFiles struct {
	files     []desk.File
	encodings []source.Encoding // it may be in, the likeliest first
	reading
}

// reading is how a file reads in an encoding.
type reading struct {
	raw   source.Raw
	folio desk.Folio
}

// read finds out how the first file reads.
func (r *readFiles) read(ctx context.Context) (err error) {
	if len(r.files) == 0 {
		return nil
	}
	for _, g := range source.Detect(r.files[0].Bytes) {
		r.encodings = append(r.encodings, g.Encoding)
	}
	if len(r.encodings) == 0 {
		r.encodings = []source.Encoding{source.UTF8}
	}
	for _, e := range source.Encodings() {
		if !slices.Contains(r.encodings, e) {
			r.encodings = append(r.encodings, e)
		}
	}
	r.reading, err = readAs(ctx, r.files[0], r.encodings[0])
	return err
}

// readAs reads the first page of a file in an encoding.
func readAs(ctx context.Context, f desk.File, e source.Encoding) (reading, error) {
	pages, err := source.Read(ctx, f.Bytes, source.Options{Name: f.Name, Encoding: e})
	if err != nil {
		return reading{}, err
	}
	return reading{pages[0], desk.ReadFolio(pages[0].Strings())}, nil
}

// ImportClipboard makes a page of the text on the clipboard.
func (w *Window) ImportClipboard() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Say(say.T("剪贴板里没有文字", "there is no text on the clipboard"))
		return
	}
	name := say.T("剪贴板", "clipboard").In(w.lang)
	run(w.jobs, asking, say.T("读剪贴板", "Reading the clipboard"), func(ctx context.Context) (readFiles, error) {
		r := readFiles{files: []desk.File{{Name: name, Bytes: []byte(text)}}}
		return r, r.read(ctx)
	}, w.askWhere)
}

// askWhere shows what was read, in which encoding, and where it goes; all of it can be changed.
func (w *Window) askWhere(r readFiles, err error) {
	if err != nil {
		w.fail(err)
		return
	}
	files := r.files
	if len(files) == 0 {
		return
	}
	preview := widgets.NewEditor()
	preview.ReadOnly, preview.Numbers = true, true
	pub, number, date, page := newField(""), newField(""), newField("2024-11-08"), newField("")
	note := widgets.NewLine()
	show := func(r reading, err error) {
		if err != nil {
			note.SetText(say.Error(err, w.lang))
			return
		}
		preview.SetDocument(newLinesDocument(r.raw))
		f := r.folio
		pub.SetText(f.Publication)
		number.SetText(f.Number)
		date.SetText(f.Date)
		if f.Page > 0 {
			page.SetText(fmt.Sprint(f.Page))
		}
		note.SetText(say.T("%s：%d 行，%d 处读不出", "%s: %d lines, %d places could not be read").With(string(r.raw.Encoding), len(r.raw.Lines), len(r.raw.Damage)).In(w.lang))
	}
	var encodings []string
	for _, e := range r.encodings {
		encodings = append(encodings, string(e))
	}
	choose := widget.NewSelect(encodings, nil)
	choose.Selected = encodings[0]
	choose.OnChanged = func(e string) {
		run(w.jobs, asking, say.T("读文件", "Reading"), func(ctx context.Context) (reading, error) {
			return readAs(ctx, files[0], source.Encoding(e))
		}, show)
	}
	again := widget.NewCheck(say.T("重复导入", "import again").In(w.lang), nil)
	form := widget.NewForm(
		widget.NewFormItem(say.T("编码", "Encoding").In(w.lang), choose),
		widget.NewFormItem(say.T("报刊", "Publication").In(w.lang), pub),
		widget.NewFormItem(say.T("期号", "Issue").In(w.lang), number),
		widget.NewFormItem(say.T("日期", "Date").In(w.lang), date),
		widget.NewFormItem(say.T("版次", "Page").In(w.lang), page),
		widget.NewFormItem("", again),
	)
	content := container.NewHSplit(form, container.NewBorder(note, nil, nil, nil, preview))
	content.Offset = 0.4
	title := say.T("导入 %s", "Import %s").With(files[0].Name).In(w.lang)
	if len(files) > 1 {
		title += say.T(" 等 %d 个文件", " and %d files in all").With(len(files)).In(w.lang)
	}
	take := func() {
		in := desk.Importing{Publication: pub.Text, Number: number.Text, Date: date.Text, Again: again.Checked}
		if choose.Selected != encodings[0] {
			in.Encoding = source.Encoding(choose.Selected)
		}
		if n := 0; len(files) == 1 {
			if _, err := fmt.Sscan(page.Text, &n); err == nil {
				files[0].Page = n
			}
		}
		w.importFiles(files, in)
	}
	show(r.reading, nil)
	w.trace.say("reading", "encoding", encodings[0])
	w.ask(asked{
		name: "where", title: title, content: content, size: w.share(0.8, 0.7),
		fields: []*field{pub, number, date, page}, yes: say.T("导入", "Import"), do: take,
	})
}

// importFiles imports in the background and opens the first page that came in.
func (w *Window) importFiles(files []desk.File, in desk.Importing) {
	d := w.desk
	type result struct {
		done []desk.Imported
		bad  []error
	}
	runTelling(w.jobs, each, say.T("导入", "Importing"), func(ctx context.Context, tell func(desk.Progress)) (result, error) {
		done, bad, err := d.Import(ctx, files, in, tell)
		return result{done, bad}, err
	}, func(r result, err error) {
		if d != w.desk {
			w.fail(err)
			return
		}
		w.library.refresh()
		w.fail(cmp.Or(append([]error{err}, r.bad...)...))
		if len(r.done) > 0 {
			one := r.done[0]
			w.trace.say("imported", "pages", len(r.done), "articles", one.Articles, "doubts", one.Doubts)
			w.openPageThen(one.Leaf.ID, nil, func() {
				w.Say(say.T("已导入 %d 版：%d 篇稿件，%d 处待看（F8）", "%d pages imported: %d articles, %d places to look at (F8)").With(len(r.done), one.Articles, one.Doubts))
			})
		}
	})
}

// newLinesDocument shows a raw page that is not in the library yet.
func newLinesDocument(raw source.Raw) *stateDocument {
	d := &stateDocument{}
	for i, l := range raw.Lines {
		d.blocks = append(d.blocks, widgets.Block{Text: raw.Text[l.From:l.To], Style: widgets.Raw, Number: i + 1})
	}
	return d
}
