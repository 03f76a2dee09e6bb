package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

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
		l := library{path: p}
		if make {
			l.make = always
			if !strings.HasSuffix(p, ".qingyang") {
				l.path += ".qingyang"
			}
		}
		w.openLibrary(l)
	})
}

// AskName asks who works here.
func (w *Window) AskName() {
	d := w.desk
	w.askText("name", say.T("我的姓名", "My name"), say.T("每处改动都会署上它", "every correction bears it"), d.Person().Name, func(name string) {
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (names map[int64]string, err error) {
			if err := d.Rename(ctx, name); err != nil {
				return nil, err
			}
			return d.People(ctx)
		}, func(names map[int64]string, err error) {
			if err != nil || d != w.desk {
				w.fail(err)
				return
			}
			w.app.Preferences().SetString(prefName, d.Person().Name)
			w.names = names
			if w.session != nil {
				w.surveyPage(func() {})
			}
			w.trace.say("named", "name", name)
		})
	})
}

// AskBackup asks where to put a copy of the library, and makes it in the background.
func (w *Window) AskBackup() {
	d := w.desk
	path := strings.TrimSuffix(d.Path(), ".qingyang") + "-backup.qingyang"
	w.askText("backup", say.T("备份档案库", "Back up library"), say.T("备份文件的路径；不会覆盖已有文件", "path of the copy; no file is overwritten"), path, func(p string) {
		run(w.jobs, each, say.T("备份", "Backing up"), func(ctx context.Context) (to string, err error) {
			if to, err = (library{path: p}).absolute(ctx); err != nil {
				return to, err
			}
			return to, d.Backup(ctx, to)
		}, func(to string, err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.Say(say.T("已备份到 %s", "backed up to %s").With(to))
			w.trace.say("backup", "path", to)
		})
	})
}

// AskVerify checks the library in the background and shows what it found.
func (w *Window) AskVerify() {
	d := w.desk
	runTelling(w.jobs, each, say.T("校验档案库", "Verifying"), d.Verify, func(faults []desk.Fault, err error) {
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
		w.ask(asked{
			name: "verified", title: say.T("校验档案库", "Verify library").In(w.lang), content: sentence(text), size: fyne.NewSize(560, 240),
		})
	})
}
