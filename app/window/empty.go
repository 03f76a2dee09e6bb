package window

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/say"
)

// empties are what the panes say while they have nothing to show: where to begin.
type empties struct {
	w     *Window
	begin *fyne.Container // in place of the clean text: what to do first
	first *push
	title *widget.Label
	hints map[hinted]*widget.Label
}

// hinted is a pane that says what will stand in it.
type hinted uint8

const (
	hintRaw hinted = iota
	hintLibrary
	hintCards
	hintChanges
	hintHistory
	hintFindings
	hintNotes
)

func newEmpties(w *Window) *empties {
	e := &empties{w: w, hints: map[hinted]*widget.Label{}, title: hint("")}
	e.title.TextStyle.Bold = true
	button := func(name say.Text, keys string, do func()) *push {
		text := name.In(w.lang)
		if keys != "" {
			text += "　" + keys
		}
		b := newPush(text, do)
		b.on(func() { w.jobs.cancel() }, fyne.KeyEscape)
		return b
	}
	e.first = button(say.T("导入版面…", "Import pages…"), "Ctrl+I", func() { w.runID("page.import") })
	e.first.Importance = widget.HighImportance
	e.begin = container.NewCenter(container.NewVBox(
		e.title,
		e.first,
		button(say.T("打开示例看看", "Open the sample"), "", func() { w.runID("sample") }),
		button(say.T("打开别的档案库…", "Open another library…"), "Ctrl+O", func() { w.runID("library.open") }),
		hint(say.T("也可以把文件拖进窗口", "Files can be dropped on the window, too").In(w.lang)),
		hint(say.T("F1 看所有快捷键", "F1 shows all keys").In(w.lang)),
	))
	for h, t := range map[hinted]say.Text{
		hintRaw:      say.T("原文在这一栏，\n和右边的清样逐字对应", "the raw page stands here,\ncharacter by character beside the clean text"),
		hintLibrary:  say.T("导入的报刊、各期、各版\n列在这里", "publications, issues and pages\nare listed here"),
		hintCards:    say.T("打开一版后，\n它的稿件列在这里", "the articles of the open page\nare listed here"),
		hintChanges:  say.T("每一处改动列在这里，\n都可以单独收回", "every correction is listed here;\neach can be taken back"),
		hintHistory:  say.T("每一次修订列在这里", "every revision is listed here"),
		hintNotes:    say.T("写在文字上的存疑、问作者的话\n列在这里", "queries and remarks on the text\nare listed here"),
		hintFindings: say.T("可能有错的地方按类别列在这里", "places that may be wrong are listed here, by kind"),
	} {
		e.hints[h] = hint(t.In(w.lang))
	}
	return e
}

func hint(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{})
	l.Importance = widget.LowImportance
	return l
}

// over is a pane with what it says while it is empty.
func (e *empties) over(h hinted, pane fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(pane, container.NewCenter(e.hints[h]))
}

// show says what is to be said now.
func (e *empties) show() {
	w := e.w
	none := w.session == nil
	pages := len(w.library.items) > 0
	for h, l := range e.hints {
		l.Hidden = !none || h == hintLibrary && pages
		l.Refresh()
	}
	e.begin.Hidden = !none
	title := say.T("从这里开始", "Begin here")
	if pages {
		title = say.T("在左边的列表里选一版，回车打开；或者", "Choose a page in the list on the left, Enter opens it; or")
	}
	e.title.SetText(title.In(w.lang))
	e.begin.Refresh()
	w.menusStale()
}

// OpenSample opens the sample library, which is made where it is not there yet.
func (w *Window) OpenSample() {
	folder, err := dataFolder()
	if err != nil {
		w.fail(err)
		return
	}
	w.openLibrary(sampleLibrary(folder))
}

// sampleLibrary is the sample, in the folder for libraries.
func sampleLibrary(folder string) library {
	return library{path: filepath.Join(folder, "sample.qingyang"), make: ifAbsent, sample: true}
}
