package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// AskLibrary asks for the file of a library to open or make.
func (w *Window) AskLibrary(make bool) {
	title, hint := say.T("打开档案库", "Open library"), say.T(".qingyang 文件的路径", "path of the .qingyang file")
	if make {
		title, hint = say.T("新建档案库", "New library"), say.T("新 .qingyang 文件的路径", "path of the new .qingyang file")
	}
	path := ""
	if folder, err := dataFolder(); err == nil && !make {
		path = folder
	}
	if w.desk != nil {
		path = w.desk.Path()
	}
	w.askText("library", title, hint, path, func(p string) {
		if p == "" {
			return
		}
		if make && !strings.HasSuffix(p, ".qingyang") {
			p += ".qingyang"
		}
		w.openLibrary(p, false)
	})
}

// AskName asks who works here.
func (w *Window) AskName() {
	w.askText("name", say.T("我的姓名", "My name"), say.T("每处改动都会署上它", "every correction bears it"), w.desk.Person().Name, func(name string) {
		if err := w.desk.Rename(context.Background(), name); err != nil {
			w.fail(err)
			return
		}
		w.app.Preferences().SetString(prefName, w.desk.Person().Name)
		w.names, _ = w.desk.People(context.Background())
		if w.session != nil {
			w.surveyPage(func() {})
		}
		w.trace.say("named", "name", name)
	})
}

// AskBackup asks where to put a copy of the library, and makes it in the background.
func (w *Window) AskBackup() {
	path := strings.TrimSuffix(w.desk.Path(), ".qingyang") + "-backup.qingyang"
	w.askText("backup", say.T("备份档案库", "Back up library"), say.T("备份文件的路径；不会覆盖已有文件", "path of the copy; no file is overwritten"), path, func(p string) {
		d := w.desk
		background(func(ctx context.Context) (struct{}, error) { return struct{}{}, d.Backup(ctx, p) }, func(_ struct{}, err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.Say(say.T("已备份到 %s", "backed up to %s").With(p))
			w.trace.say("backup", "path", p)
		})
	})
}

// AskVerify checks the library in the background and shows what it found.
func (w *Window) AskVerify() {
	d := w.desk
	ctx, cancel := context.WithCancel(context.Background())
	bar := widget.NewProgressBar()
	wait := w.ask(asked{
		name: "verifying", title: say.T("正在校验档案库", "Verifying the library").In(w.lang),
		content: bar, size: fyne.NewSize(420, 140), closed: cancel,
	})
	background(func(context.Context) ([]desk.Fault, error) {
		return d.Verify(ctx, func(p desk.Progress) {
			fyne.Do(func() { bar.SetValue(float64(p.Done) / float64(max(p.All, 1))) })
		})
	}, func(faults []desk.Fault, err error) {
		wait.Hide()
		if err != nil {
			w.fail(err)
			return
		}
		text := say.T("档案库完好。", "The library is sound.").In(w.lang)
		if len(faults) > 0 {
			var lines []string
			for _, f := range faults {
				lines = append(lines, f.Subject+say.T("：", ": ").In(w.lang)+f.What.In(w.lang))
			}
			text = strings.Join(lines, "\n")
		}
		w.trace.say("verified", "faults", len(faults))
		label := widget.NewLabel(text)
		label.Wrapping = fyne.TextWrapBreak
		w.ask(asked{
			name: "verified", title: say.T("校验档案库", "Verify library").In(w.lang),
			content: container.NewVScroll(label), size: fyne.NewSize(560, 240),
		})
	})
}
