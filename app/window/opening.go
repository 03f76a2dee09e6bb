package window

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
)

// library is one to open.
type library struct {
	path    string
	make    making
	sample  bool   // the sample's pages are imported, where they are not there yet
	missing string // the one that was open last and is not there any more
}

// making says whether a library that is not there is made.
type making uint8

const (
	never    making = iota // it must be there
	always                 // it must not be there yet
	ifAbsent               // it is made where it is not there
)

// firstLibrary is the library to begin with: the one asked for, the sample, the last one, or one in the
// user's data folder, which is made.
func firstLibrary(opt Options, last string) (library, error) {
	folder, err := dataFolder()
	switch {
	case opt.Library != "" && opt.New:
		return library{path: opt.Library, make: always}, nil
	case opt.Library != "":
		return library{path: opt.Library}, nil
	case err != nil:
		return library{}, err
	case opt.Sample:
		return library{path: filepath.Join(folder, "sample.qingyang"), make: ifAbsent, sample: true}, nil
	}
	first := library{path: filepath.Join(folder, "library.qingyang"), make: ifAbsent}
	if last != "" {
		if _, err := os.Stat(last); err == nil {
			return library{path: last}, nil
		}
		first.missing = last
	}
	return first, nil
}

// dataFolder is where libraries lie unless the user says otherwise, as the XDG base directory
// specification has it; elsewhere it is the user's configuration folder. It need not be there.
func dataFolder() (string, error) {
	folder := os.Getenv("XDG_DATA_HOME")
	if folder == "" {
		if home, err := os.UserHomeDir(); err == nil && os.PathSeparator == '/' {
			folder = filepath.Join(home, ".local", "share")
		} else if folder, err = os.UserConfigDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(folder, "qingyang"), nil
}

// opened is a library with what is read of it before anything of the one before is left.
type opened struct {
	library
	desk    *desk.Desk
	names   map[int64]string
	lists   []libraryItem
	version int64
	page    *session.Session // the one to show; nil where there is none
	at      *place           // where in it
	noPage  error            // why the page that was open last is not
}

// openLibrary opens a library; an error is shown in the status line.
func (w *Window) openLibrary(l library) { w.openLibraryThen(l, w.fail) }

// openLibraryThen opens a library and the page that was open in it last, off the window's goroutine, and leaves
// what is open when both are there; then it tells end. Where it fails all stays as it was.
func (w *Window) openLibraryThen(l library, end ending) {
	w.note(say.T("正在打开 %s…", "Opening %s…").With(l.path).In(w.lang))
	opt := desk.Options{Post: w.jobs.post, Name: w.userName(), Existing: l.make == never}
	before := w.session
	runTelling(w.jobs, opening, say.T("打开档案库", "Opening"), func(ctx context.Context, tell func(desk.Progress)) (*opened, error) {
		if before != nil { // it may be the same library
			if err := before.Flush(ctx); err != nil && !errors.Is(err, desk.ErrGone) {
				return nil, err
			}
		}
		return l.open(ctx, opt, tell)
	}, func(o *opened, err error) {
		if err != nil {
			w.note("")
			end(err)
			return
		}
		end(nil)
		w.leavePage(func() { w.enter(o) }, func() { w.closeLibrary(o.desk) })
	})
}

// open reads all that the window needs of a library.
func (l library) open(ctx context.Context, opt desk.Options, tell func(desk.Progress)) (*opened, error) {
	path, err := l.absolute(ctx)
	if err != nil {
		return nil, err
	}
	l.path = path
	if l.make == ifAbsent {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, &say.Problem{
				Subject: filepath.Dir(path), What: say.T("这个文件夹建不成", "is a folder that cannot be made"),
				Do: say.T("请检查它上面各层文件夹的权限", "check the permissions of the folders above it"), Err: err,
			}
		}
	}
	d, err := desk.Open(ctx, path, opt)
	if err != nil {
		return nil, err
	}
	o := &opened{library: l, desk: d}
	if err := o.read(ctx, tell); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return o, nil
}

// absolute is the path from the root, whatever folder the program is started from next time.
func (l library) absolute(ctx context.Context) (string, error) {
	if l.path == "" {
		return "", &say.Problem{What: say.T("没有写路径", "there is no path"), Do: say.T("请输入路径，或从列表里选", "type one, or choose from the list")}
	}
	path, err := filepath.Abs(expand(l.path))
	if err != nil || l.make != always || ctx.Err() != nil {
		return path, err
	}
	if info, err := os.Stat(path); err == nil && (info.Size() > 0 || info.IsDir()) { // an empty file is taken over
		return "", &say.Problem{
			Subject: path, What: say.T("已经有这个文件", "is there already"),
			Do: say.T("请换个名字；要用它请选“打开档案库”", "choose another name; to use it, open it"),
		}
	}
	return path, nil
}

func (o *opened) read(ctx context.Context, tell func(desk.Progress)) (err error) {
	if o.sample {
		if _, err := o.desk.ImportSample(ctx, tell); err != nil {
			return err
		}
	}
	if o.names, err = o.desk.People(ctx); err != nil {
		return err
	}
	if o.version, err = o.desk.Version(ctx); err != nil {
		return err
	}
	id, at, err := lastPlace(ctx, o.desk)
	if err != nil {
		return err
	}
	if id != 0 {
		o.at = at
		if o.page, o.noPage = o.desk.OpenPage(ctx, id); o.noPage != nil && ctx.Err() != nil {
			return o.noPage
		}
	}
	unfolded := map[int64]bool{}
	if o.page != nil {
		unfolded[o.page.Leaf.Issue] = true
	}
	o.lists, err = readLists(ctx, o.desk, unfolded)
	return err
}

// lastPlace is the page that was open last, and the place in it, or else the first page; 0 where there is
// none.
func lastPlace(ctx context.Context, d *desk.Desk) (session.PageID, *place, error) {
	text, err := d.Remembered(ctx, settingPlace)
	if err != nil {
		return 0, nil, err
	}
	var p place
	if text != "" && json.Unmarshal([]byte(text), &p) == nil && p.Page != 0 {
		return p.Page, &p, nil
	}
	var id session.PageID
	found := errors.New("found")
	err = d.EachLeaf(ctx, func(l session.Leaf) error { id = l.ID; return found })
	if errors.Is(err, found) {
		err = nil
	}
	return id, nil, err
}

// enter goes on with a library that was opened.
func (w *Window) enter(o *opened) {
	w.closeLibrary(w.desk)
	w.clear()
	w.desk, w.names, w.version, w.gone = o.desk, o.names, o.version, nil
	w.trail = trail{}
	w.remember(o.path)
	w.title()
	w.library.open = map[int64]bool{}
	if o.page != nil {
		w.library.open[o.page.Leaf.Issue] = true
	}
	w.library.set(o.lists)
	w.note("")
	w.trace.say("library", "path", o.path)
	if o.page != nil {
		w.show(o.page, o.at, func() {})
	}
	w.fail(o.noPage)
	w.fail(w.desk.Notice())
	if o.missing != "" {
		w.Say(say.T("上次的档案库 %s 不在了，打开的是 %s", "the last library %s is not there any more; this is %s").With(o.missing, o.path))
	}
	if w.userName() == "" {
		w.AskName()
	}
}

// title puts the library's path into the window's title.
func (w *Window) title() {
	t := say.T("清样", "Qingyang").In(w.lang)
	if w.desk != nil {
		t += " — " + w.desk.Path()
	}
	w.win.SetTitle(t)
}

// closeLibrary closes a library that nothing is open of any more; nil is none.
func (w *Window) closeLibrary(d *desk.Desk) {
	if d == nil {
		return
	}
	run(w.jobs, each, say.Text{}, func(context.Context) (struct{}, error) { return struct{}{}, d.Close() }, func(_ struct{}, err error) { w.fail(err) })
}

// userName is the name that corrections bear: what the editor said, or what the environment says; ""
// before anybody was asked.
func (w *Window) userName() string {
	if name := os.Getenv("QINGYANG_NAME"); name != "" {
		return name
	}
	return w.app.Preferences().String(prefName)
}
