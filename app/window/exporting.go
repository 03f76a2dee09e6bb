package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/export"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/widgets"
)

// What the last export was, to begin the next one with.
const (
	prefExportFolder   = "export.folder"
	prefExportFormat   = "export.format"
	prefExportEncoding = "export.encoding"
	prefExportCRLF     = "export.crlf"
)

// exporting is a dialog that shows what the article or the issue will be as a file.
type exporting struct {
	w        *Window
	s        *session.Session
	page     *session.Snapshot
	article  bulletin.ID
	issue    bool
	format   *options
	encoding *options
	ends     *tick
	notes    *tick
	path     *field
	preview  *widgets.Editor
	note     *widgets.Line
	offered  string // what stands in path where nobody changed it
	now      desk.Export
	shown    bool // the dialog is open
}

// AskExport shows what the article or the issue will be as a file, and writes it.
func (w *Window) AskExport(issue bool) {
	from, _ := w.Selection()
	x := &exporting{
		w: w, s: w.session, page: w.session.Snapshot(), article: w.session.Order().ArticleAt(from.Block), issue: issue,
		path: newField(""), preview: widgets.NewEditor(), note: widgets.NewLine(),
	}
	x.preview.ReadOnly = true
	pref := w.app.Preferences()
	var names, encodings []string
	chosen := 0
	for i, f := range export.Formats {
		names = append(names, f.Name.In(w.lang))
		if f.ID == pref.String(prefExportFormat) {
			chosen = i
		}
	}
	for _, e := range source.Encodings() {
		encodings = append(encodings, string(e))
	}
	again := func(string) { x.look() }
	x.format, x.encoding = newOptions(names, again), newOptions(encodings, again)
	x.ends = newTick(say.T("Windows 换行（CRLF）", "Windows line ends (CRLF)").In(w.lang), func(bool) { x.look() })
	x.notes = newTick(say.T("附上附注", "with the notes").In(w.lang), func(bool) { x.look() })
	x.format.Selected, x.encoding.Selected, x.ends.Checked = names[chosen], encodings[0], pref.Bool(prefExportCRLF)
	if e := pref.String(prefExportEncoding); slices.Contains(encodings, e) {
		x.encoding.Selected = e
	}
	x.look()
}

func (x *exporting) formatID() string { return export.Formats[max(x.format.SelectedIndex(), 0)].ID }

// look makes the export anew; with the first one the dialog opens.
func (x *exporting) look() {
	d, how := x.w.desk, desk.Exporting{Format: x.formatID(), Encoding: source.Encoding(x.encoding.Selected), CRLF: x.ends.Checked, Notes: x.notes.Checked}
	run(x.w.jobs, asking, say.T("预览", "Preview"), func(ctx context.Context) (desk.Export, error) {
		if !x.issue {
			return d.ExportArticle(ctx, x.page, x.article, how)
		}
		if err := x.s.Flush(ctx); err != nil {
			return desk.Export{}, err
		}
		return d.ExportIssue(ctx, x.s.Leaf.Issue, how)
	}, x.take)
}

// take shows an export. A path that the editor wrote stays, but for the extension of the format before.
func (x *exporting) take(e desk.Export, err error) {
	if err != nil {
		x.note.SetText(wordsOf(err).In(x.w.lang))
		if !x.shown {
			x.w.fail(err)
		}
		return
	}
	was := filepath.Ext(x.now.Name)
	x.now = e
	x.preview.SetDocument(newTextDocument(e.Text))
	switch folder := x.w.app.Preferences().StringWithFallback(prefExportFolder, homeFolder()); {
	case x.path.Text == x.offered:
		x.offered = filepath.Join(folder, e.Name)
		x.path.SetText(x.offered)
	case was != "" && filepath.Ext(x.path.Text) == was:
		x.path.SetText(strings.TrimSuffix(x.path.Text, was) + filepath.Ext(e.Name))
	}
	note := lostNote(e)
	if e.Open > 0 {
		note = say.T("还有 %s没有了结（F5 列出）。%s", "%s not settled yet (F5 lists them). %s").With(say.Count(e.Open, "条附注", "note is", "notes are"), note)
	}
	x.note.SetText(note.In(x.w.lang))
	if !x.shown {
		x.shown = true
		x.ask()
	}
	x.w.trace.say("preview", "name", e.Name, "bytes", len(e.Bytes), "open", e.Open)
}

func (x *exporting) ask() {
	w := x.w
	form := widget.NewForm(
		widget.NewFormItem(say.T("格式", "Format").In(w.lang), x.format),
		widget.NewFormItem(say.T("编码", "Encoding").In(w.lang), x.encoding),
		widget.NewFormItem("", x.ends),
		widget.NewFormItem(say.T("存为", "Save as").In(w.lang), container.NewBorder(nil, nil, nil, w.browse(x.path, true), x.path)),
		widget.NewFormItem("", x.notes),
	)
	title := say.T("导出稿件", "Export article")
	if x.issue {
		title = say.T("导出本期", "Export issue")
	}
	w.ask(asked{
		name: "export", title: title.In(w.lang), content: container.NewBorder(form, x.note, nil, nil, x.preview),
		size: w.share(0.7, 0.85), fields: []*field{x.path}, yes: say.T("导出", "Export"),
		try: func(end ending) { x.write(expand(strings.TrimSpace(x.path.Text)), false, end) },
	})
}

// write writes the file, and asks before it replaces one.
func (x *exporting) write(path string, overwrite bool, end ending) {
	w, d, e := x.w, x.w.desk, x.now
	run(w.jobs, each, say.T("导出", "Exporting"), func(ctx context.Context) (string, error) {
		path, err := filepath.Abs(path)
		if err != nil {
			return path, err
		}
		return path, d.Write(ctx, path, e, overwrite)
	}, func(path string, err error) {
		if errors.Is(err, export.ErrExists) && !overwrite {
			x.askReplace(path, end)
			return
		}
		if err == nil {
			pref := w.app.Preferences()
			pref.SetString(prefExportFolder, filepath.Dir(path))
			pref.SetString(prefExportFormat, x.formatID())
			pref.SetString(prefExportEncoding, x.encoding.Selected)
			pref.SetBool(prefExportCRLF, x.ends.Checked)
			w.Say(say.T("已导出到 %s", "exported to %s").With(path))
			w.trace.say("exported", "path", path)
		}
		end(err)
	})
}

// askReplace asks whether a file that is there is replaced; where it is not, the dialog is open still.
func (x *exporting) askReplace(path string, end ending) {
	kept := &say.Problem{Subject: path, What: say.T("已有这个文件，没有替换", "is there already, and was not replaced"), Do: say.T("请换个名字", "choose another name")}
	x.w.ask(asked{
		name: "exists", title: say.T("文件已存在", "The file exists").In(x.w.lang), size: fyne.NewSize(560, 180),
		content: sentence(say.T("要替换 %s 吗？", "Replace %s?").With(path).In(x.w.lang)),
		yes:     say.T("替换", "Replace"), do: func() { x.write(path, true, end) }, no: func() { end(kept) },
	})
}

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
