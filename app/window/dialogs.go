package window

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"qingyang/app/desk"
	"qingyang/app/say"
)

// libraryKind is the extension of libraries.
const libraryKind = ".qingyang"

// AskLibrary asks for the file of a library to open or make.
func (w *Window) AskLibrary(make bool) {
	folder := ""
	if w.desk != nil {
		folder = filepath.Dir(w.desk.Path())
	} else if data, err := dataFolder(); err == nil {
		folder = data
	}
	folder += string(filepath.Separator)
	if make {
		p := w.newPaths(folder + say.T("新档案库", "new library").In(w.lang) + libraryKind)
		p.kinds, p.save = []string{libraryKind}, true
		hint := say.T("新档案库的路径；已有的文件不会动", "path of the new library; no file that is there is touched")
		w.askPath("library", say.T("新建档案库", "New library"), hint, p, say.T("新建", "Make"), func(path string, end ending) {
			if path != "" && filepath.Ext(path) != libraryKind && !strings.HasSuffix(path, string(filepath.Separator)) {
				path += libraryKind
			}
			w.openLibraryThen(library{path: path, make: always}, end)
		})
		return
	}
	p := w.newPaths(folder)
	p.kinds = []string{libraryKind}
	p.recent = w.recentLibraries()
	hint := say.T("输入路径（Tab 补全），或按 ↓ 从下面选；最近打开的在最前", "type a path (Tab completes), or press ↓ and choose below; recent ones come first")
	w.askPath("library", say.T("打开档案库", "Open library"), hint, p, say.T("打开", "Open"), func(path string, end ending) {
		w.openLibraryThen(library{path: path}, end)
	})
}

// recentLibraries are the libraries that were opened lately, but for the one that is open, the last one first.
func (w *Window) recentLibraries() []string {
	return slices.DeleteFunc(w.app.Preferences().StringList(prefRecent), func(path string) bool { return w.desk != nil && path == w.desk.Path() })
}

// manyRecent is how many libraries are remembered.
const manyRecent = 10

// remember puts a library first among those that were opened lately.
func (w *Window) remember(path string) {
	pref := w.app.Preferences()
	pref.SetString(prefLibrary, path)
	recent := slices.DeleteFunc(pref.StringList(prefRecent), func(p string) bool { return p == path })
	recent = slices.Insert(recent, 0, path)
	pref.SetStringList(prefRecent, recent[:min(len(recent), manyRecent)])
}

// AskName asks who works here.
func (w *Window) AskName() {
	d := w.desk
	w.askText("name", say.T("我的姓名", "My name"), say.T("每处改动都会署上它", "every correction bears it"), d.Person().Name, func(name string, end ending) {
		run(w.jobs, each, say.Text{}, func(ctx context.Context) (names map[int64]string, err error) {
			if err := d.Rename(ctx, name); err != nil {
				return nil, err
			}
			return d.People(ctx)
		}, func(names map[int64]string, err error) {
			end(err)
			if err != nil || d != w.desk {
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
	p := w.newPaths(strings.TrimSuffix(d.Path(), libraryKind) + "-backup" + libraryKind)
	p.kinds, p.save = []string{libraryKind}, true
	hint := say.T("备份文件的路径；不会覆盖已有文件", "path of the copy; no file is overwritten")
	w.askPath("backup", say.T("备份档案库", "Back up library"), hint, p, say.T("备份", "Back up"), func(path string, end ending) {
		run(w.jobs, each, say.T("备份", "Backing up"), func(ctx context.Context) (to string, err error) {
			if to, err = (library{path: path}).absolute(ctx); err != nil {
				return to, err
			}
			return to, d.Backup(ctx, to)
		}, func(to string, err error) {
			end(err)
			if err != nil {
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
