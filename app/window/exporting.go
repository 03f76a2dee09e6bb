package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/export"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/widgets"
)

// AskExport shows what the article or the issue will be as a file, and writes it.
func (w *Window) AskExport(issue bool) {
	from, _ := w.Selection()
	article := w.session.Order().ArticleAt(from.Block)
	s := w.session
	page := s.Snapshot()
	var names, encodings []string
	for _, f := range export.Formats {
		names = append(names, f.Name.In(w.lang))
	}
	for _, e := range source.Encodings() {
		encodings = append(encodings, string(e))
	}
	format := widget.NewSelect(names, nil)
	encoding := widget.NewSelect(encodings, nil)
	ends := widget.NewCheck(say.T("Windows 换行（CRLF）", "Windows line ends (CRLF)").In(w.lang), nil)
	path := newField("")
	preview := widgets.NewEditor()
	preview.ReadOnly = true
	note := widgets.NewLine()
	folder := w.app.Preferences().StringWithFallback(prefExportFolder, homeFolder())
	var now desk.Export
	ask := func() {} // opens the dialog, with the first preview in it
	show := func() {
		how := desk.Exporting{Format: export.Formats[max(format.SelectedIndex(), 0)].ID, Encoding: source.Encoding(encoding.Selected), CRLF: ends.Checked}
		take := func(e desk.Export, err error) {
			if err != nil {
				note.SetText(say.Error(err, w.lang))
				w.fail(err)
				return
			}
			now = e
			preview.SetDocument(newTextDocument(e.Text))
			path.SetText(filepath.Join(folder, e.Name))
			note.SetText(lostNote(e).In(w.lang))
			ask()
			ask = func() {}
			w.trace.say("preview", "name", e.Name, "bytes", len(e.Bytes))
		}
		d := w.desk
		run(w.jobs, asking, say.T("预览", "Preview"), func(ctx context.Context) (desk.Export, error) {
			if !issue {
				return d.ExportArticle(ctx, page.Text, article, how)
			}
			if err := s.Flush(ctx); err != nil {
				return desk.Export{}, err
			}
			return d.ExportIssue(ctx, s.Leaf.Issue, how)
		}, take)
	}
	format.OnChanged = func(string) { show() }
	encoding.OnChanged = func(string) { show() }
	ends.OnChanged = func(bool) { show() }
	form := widget.NewForm(
		widget.NewFormItem(say.T("格式", "Format").In(w.lang), format),
		widget.NewFormItem(say.T("编码", "Encoding").In(w.lang), encoding),
		widget.NewFormItem("", ends),
		widget.NewFormItem(say.T("存为", "Save as").In(w.lang), path),
	)
	content := container.NewBorder(form, note, nil, nil, preview)
	title := say.T("导出稿件", "Export article").In(w.lang)
	if issue {
		title = say.T("导出本期", "Export issue").In(w.lang)
	}
	format.Selected, encoding.Selected = names[0], encodings[0]
	dialog := asked{
		name: "export", title: title, content: content, size: w.share(0.7, 0.85), fields: []*field{path},
		yes: say.T("导出", "Export"), do: func() {
			w.app.Preferences().SetString(prefExportFolder, filepath.Dir(path.Text))
			w.writeExport(path.Text, now, false)
		},
	}
	ask = func() { w.ask(dialog) }
	show()
}

// prefExportFolder is the folder of the last export.
const prefExportFolder = "export.folder"

func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// lostNote says which characters the encoding can't hold.
func lostNote(e desk.Export) say.Text {
	if len(e.Lost) == 0 {
		return say.T("所有字符都能写出", "all characters can be written")
	}
	signs := ""
	for i, l := range e.Lost {
		if i == 20 {
			signs += "…"
			break
		}
		signs += string(l.Rune)
	}
	return say.T("有 %d 个字符写不出：%s", "%d characters cannot be written: %s").With(len(e.Lost), signs)
}

// writeExport writes the file, and asks before it replaces one.
func (w *Window) writeExport(path string, e desk.Export, overwrite bool) {
	d := w.desk
	if d == nil {
		return
	}
	run(w.jobs, each, say.T("导出", "Exporting"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, d.Write(ctx, path, e, overwrite)
	}, func(_ struct{}, err error) { w.written(path, e, err) })
}

func (w *Window) written(path string, e desk.Export, err error) {
	switch {
	case errors.Is(err, export.ErrExists):
		w.ask(asked{
			name: "exists", title: say.T("文件已存在", "The file exists").In(w.lang), size: fyne.NewSize(520, 160),
			content: widget.NewLabel(say.T("要替换 %s 吗？", "Replace %s?").With(path).In(w.lang)),
			yes:     say.T("替换", "Replace"), do: func() { w.writeExport(path, e, true) },
		})
	case err != nil:
		w.fail(err)
	default:
		w.Say(say.T("已导出到 %s", "exported to %s").With(path))
		w.trace.say("exported", "path", path)
	}
}

// newTextDocument shows the lines of a text.
func newTextDocument(text string) *stateDocument {
	d := &stateDocument{}
	line := []rune{}
	for _, r := range text {
		if r == '\n' {
			d.blocks = append(d.blocks, widgets.Block{Text: line, Style: widgets.Raw})
			line = []rune{}
			continue
		}
		line = append(line, r)
	}
	if len(line) > 0 {
		d.blocks = append(d.blocks, widgets.Block{Text: line, Style: widgets.Raw})
	}
	return d
}
