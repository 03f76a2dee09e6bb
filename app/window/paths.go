package window

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"qingyang/app/say"
	"qingyang/widgets"
)

// paths is a field for a path with what lies in its folder listed below. Typing narrows the list, Tab completes
// what is typed, Down and Enter choose from the list.
type paths struct {
	w       *Window
	entry   *field
	rows    *widgets.Rows
	content fyne.CanvasObject

	kinds  []string // extensions of the files that are listed; none lists all
	save   bool     // the path is one to write: choosing a file is not yet a yes
	all    bool     // all files of a folder can be chosen together
	recent []string // files that are listed first until something is typed
	yes    func()

	first  string  // what stood in the field at first
	folder string  // that the entries are of
	found  []entry // in it
	shown  []entry
}

// up is the row that leads out of a folder.
const up = ".." + string(filepath.Separator)

// entry is a row of the list.
type entry struct {
	path   string
	name   string // as the list shows it
	when   string // a file's day
	folder bool
	recent bool
	all    int // how many files: the row stands for all of them
}

// every is what a path ends in that stands for all files of its folder.
const every = "*"

// newPaths makes a field with a path to begin with: a folder's ends in a separator.
func (w *Window) newPaths(path string) *paths {
	p := &paths{w: w, first: path, rows: widgets.NewRows()}
	p.entry = newField("")
	p.entry.SetText(path)
	p.entry.CursorColumn = len([]rune(path))
	p.entry.OnChanged = func(string) { p.list() }
	p.entry.on(func() { p.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }, fyne.KeyDown)
	p.entry.on(p.up, fyne.KeyUp)
	p.entry.on(p.complete, fyne.KeyTab)
	p.entry.wantsTab = func() bool { return p.completion() != "" && held()&fyne.KeyModifierShift == 0 }
	p.rows.Count = func() int { return len(p.shown) }
	p.rows.Row = p.row
	p.rows.OnOpen = p.choose
	p.content = container.NewBorder(p.entry, nil, nil, nil, p.rows)
	return p
}

// open begins to list. yes is called where a file was chosen from the list; Enter in the field calls it too.
func (p *paths) open(yes func()) {
	p.yes = yes
	p.entry.on(p.chosen, fyne.KeyReturn, fyne.KeyEnter)
	p.list()
}

func (p *paths) row(i int) widgets.Row {
	e := p.shown[i]
	r := widgets.Row{Text: e.name, Tag: e.when}
	switch {
	case e.all > 0:
		r.Text, r.Ink = say.T("全部 %d 个文件", "all %d files").With(e.all).In(p.w.lang), widgets.Accent
	case e.recent:
		r.Note, r.Tag = filepath.Dir(e.path), say.T("最近打开", "recent").In(p.w.lang)
	case e.folder:
		r.Bold = true
	}
	return r
}

// up moves the selection up, and from the first row back into the field.
func (p *paths) up() {
	if p.rows.Selected() <= 0 {
		p.rows.Mark(-1)
		return
	}
	p.rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
}

// chosen takes the selected row; where none is, what is typed is meant. A folder is gone into.
func (p *paths) chosen() {
	if i := p.rows.Selected(); i >= 0 && i < len(p.shown) {
		p.choose(i)
		return
	}
	folder, name := p.typed()
	is := func(e entry) bool { return e.folder && e.name == name+string(filepath.Separator) }
	switch {
	case folder == p.folder && name == "" && len(p.shown) > 0:
		p.rows.Select(max(0, slices.IndexFunc(p.shown, func(e entry) bool { return e.name != up }))) // all files, where it has several and no folders
	case folder == p.folder && slices.ContainsFunc(p.found, is):
		p.setText(filepath.Join(folder, name) + string(filepath.Separator))
	default:
		p.yes()
	}
}

// choose takes a row: a folder is looked into, a file is the one.
func (p *paths) choose(i int) {
	if i >= len(p.shown) {
		return
	}
	e := p.shown[i]
	p.rows.Mark(-1)
	path := e.path
	if e.folder {
		path += string(filepath.Separator)
	}
	p.setText(path)
	p.w.win.Canvas().Focus(p.entry)
	if !e.folder && !p.save {
		p.yes()
	}
}

func (p *paths) setText(path string) {
	p.entry.SetText(path)
	p.entry.CursorColumn = len([]rune(path))
	p.entry.Refresh()
}

// typed is the folder that the text names, and what is typed of a name in it.
func (p *paths) typed() (folder, name string) {
	return filepath.Split(expand(p.entry.Text))
}

// list shows what is in the folder of the path; it is read where it is another one than before.
func (p *paths) list() {
	folder, _ := p.typed()
	if folder == p.folder {
		p.narrow()
		return
	}
	kinds, all, recent := p.kinds, p.all, p.recent
	run(p.w.jobs, browsing, say.Text{}, func(ctx context.Context) (found []entry, err error) {
		for _, path := range recent {
			if info, err := os.Stat(path); err == nil && !info.IsDir() {
				found = append(found, entry{path: path, name: filepath.Base(path), recent: true})
			}
		}
		return append(found, readFolder(ctx, folder, kinds, all)...), nil
	}, func(found []entry, _ error) {
		p.folder, p.found = folder, found
		p.narrow()
		p.w.trace.say("listed", "folder", folder, "entries", len(found))
	})
}

// readFolder lists a folder: its own folders, then the files of some kinds. One that cannot be read is empty.
func readFolder(ctx context.Context, folder string, kinds []string, all bool) (found []entry) {
	if folder == "" {
		return nil
	}
	items, _ := os.ReadDir(folder)
	var files []entry
	for _, it := range items {
		e := entry{path: filepath.Join(folder, it.Name()), name: it.Name()}
		info, err := os.Stat(e.path) // a link is what it leads to
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil || strings.HasPrefix(e.name, "."):
		case info.IsDir():
			e.folder, e.name = true, e.name+string(filepath.Separator)
			found = append(found, e)
		case len(kinds) == 0 || slices.Contains(kinds, strings.ToLower(filepath.Ext(e.name))):
			e.when = info.ModTime().Local().Format("2006-01-02")
			files = append(files, e)
		}
	}
	if parent := filepath.Dir(filepath.Clean(folder)); parent != filepath.Clean(folder) {
		found = slices.Insert(found, 0, entry{path: strings.TrimSuffix(parent, string(filepath.Separator)), name: up, folder: true})
	}
	if all && len(files) > 1 {
		found = append(found, entry{path: filepath.Join(folder, every), name: every, all: len(files)})
	}
	return append(found, files...)
}

// narrow shows of the folder what begins as typed, in any case. Before anything is typed all of it is shown.
func (p *paths) narrow() {
	untouched := p.entry.Text == p.first
	_, name := p.typed()
	if untouched {
		name = ""
	}
	p.shown = nil
	for _, e := range p.found {
		if e.recent && !untouched {
			continue
		}
		if name == "" || strings.HasPrefix(strings.ToLower(e.name), strings.ToLower(name)) {
			p.shown = append(p.shown, e)
		}
	}
	p.rows.Mark(-1)
	p.rows.Refresh()
}

// completion is what all that is listed goes on with behind what is typed.
func (p *paths) completion() string {
	folder, name := p.typed()
	if folder != p.folder || name == "" {
		return ""
	}
	rest, any := "", false
	for _, e := range p.found {
		r, ok := strings.CutPrefix(e.name, name)
		if !ok || e.recent || e.all > 0 {
			continue
		}
		if !any {
			rest, any = r, true
			continue
		}
		rest = common(rest, r)
	}
	return rest
}

// complete writes the completion.
func (p *paths) complete() { p.setText(expand(p.entry.Text) + p.completion()) }

// common is what two texts begin with.
func common(a, b string) string {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[i:], string(r)) {
			break
		}
		n = i + len(string(r))
	}
	return a[:n]
}

// expand puts the user's folder in place of "~" at the start of a path.
func expand(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && rest[0] != os.PathSeparator {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return home + rest
}

// browse is a button that lets the editor choose a path for a field of a dialog that has no room for lists.
func (w *Window) browse(into *field, save bool, kinds ...string) *push {
	title := say.T("选文件", "Choose a file")
	if save {
		title = say.T("存到哪里", "Where to save")
	}
	return newPush(say.T("浏览…", "Browse…").In(w.lang), func() {
		p := w.newPaths(expand(into.Text))
		p.kinds, p.save = kinds, save
		w.askPath("browse", title, browseHint, p, say.T("选定", "Choose"), func(path string, end ending) {
			into.SetText(expand(path))
			end(nil)
			w.win.Canvas().Focus(into)
		})
	})
}

// browseHint says how a path is given.
var browseHint = say.T("输入路径（Tab 补全），或按 ↓ 从下面选，回车进文件夹", "type a path (Tab completes), or press ↓ and choose below; Enter opens a folder")
