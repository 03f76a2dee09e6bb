package window

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/picture"
	"qingyang/app/say"
	"qingyang/app/source"
)

// AskImport lets the editor choose a file, or all of a folder, and then says where its pages go.
func (w *Window) AskImport() {
	start := w.app.Preferences().StringWithFallback(prefImportFolder, homeFolder())
	p := w.newPaths(start + string(filepath.Separator))
	p.kinds, p.all = source.Extensions(), true
	hint := say.T("输入路径（Tab 补全），或按 ↓ 从下面选；文件也可以直接拖进窗口", "type a path (Tab completes), or press ↓ and choose below; files can be dropped on the window too")
	w.askPath("import", say.T("导入版面", "Import pages"), hint, p, say.T("下一步", "Next"), func(path string, end ending) {
		w.importPaths([]string{path}, false, end)
	})
}

// prefImportFolder is the folder that was imported from last.
const prefImportFolder = "import.folder"

// dropped takes files that were dropped on the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if w.desk == nil {
		return
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	w.importPaths(paths, true, w.fail)
}

// importPaths looks at files in the background, tells end, and asks where their pages go. Of several only the
// first is read before. A folder stands for all files in it where whole says so.
func (w *Window) importPaths(paths []string, whole bool, end ending) {
	d := w.desk
	run(w.jobs, asking, say.T("读文件", "Reading"), func(ctx context.Context) (r readFiles, err error) {
		for _, p := range paths {
			files, err := filesAt(ctx, expand(p), whole)
			if err != nil {
				return r, err
			}
			r.files = append(r.files, files...)
		}
		from := filepath.Dir(r.files[0].Path)
		if filepath.Base(paths[0]) == every {
			from = filepath.Dir(paths[0])
		}
		r.from = from
		if r.languages, err = likelyLanguages(ctx, d, r.files[0]); err != nil {
			return r, err
		}
		return r, r.read(ctx, d)
	}, func(r readFiles, err error) {
		if errors.Is(err, source.ErrPassword) {
			end(nil)
			w.askPassword(r, err)
			return
		}
		end(err)
		if err == nil {
			w.app.Preferences().SetString(prefImportFolder, strings.TrimSuffix(r.from, string(filepath.Separator)))
			w.askWhere(r, nil)
		}
	})
}

// likelyLanguages are those that a scan is read in before it is known of which publication it is: those of the one that
// its folder names, else of the one that was imported last.
func likelyLanguages(ctx context.Context, d *desk.Desk, f desk.File) (string, error) {
	name := f.Publication
	if name == "" {
		var err error
		if name, err = d.Remembered(ctx, rememberedPlace); err != nil {
			return "", err
		}
	}
	return d.Languages(ctx, name)
}

// askPassword asks for the password of the first of some files, and reads it with that; why says that it is locked.
func (w *Window) askPassword(r readFiles, why error) {
	f := newField("")
	f.Password = true
	words := widget.NewLabel(wordsOf(why).In(w.lang))
	words.Wrapping = fyne.TextWrapBreak
	w.ask(asked{
		name: "password", title: say.T("密码", "Password").In(w.lang), size: fyne.NewSize(560, 180), fields: []*field{f},
		content: container.NewVBox(words, f),
		yes:     say.T("打开", "Open"), try: func(end ending) {
			r.password = f.Text
			d := w.desk
			run(w.jobs, asking, say.T("读文件", "Reading"), func(ctx context.Context) (readFiles, error) { return r, r.read(ctx, d) }, func(r readFiles, err error) {
				if end(err); err == nil {
					w.askWhere(r, nil)
				}
			})
		},
	})
}

// filesAt are the files that a path names: itself, or those of a folder that can be read, where the path ends in
// "*" or whole says so.
func filesAt(ctx context.Context, path string, whole bool) (files []desk.File, err error) {
	root, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if filepath.Base(root) == every {
		root, whole = filepath.Dir(root), true
	}
	if info, err := os.Stat(root); !whole || err != nil || !info.IsDir() {
		return []desk.File{{Name: filepath.Base(root), Path: root}}, nil
	}
	names, err := folder.List(ctx, root, source.Extensions())
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, &say.Problem{
			Subject: root, What: say.T("里没有能读的文件", "has no files that can be read"), Do: say.T("请选别的文件夹", "choose another folder"),
		}
	}
	sorted := folder.Guess(names)
	for _, n := range names {
		f := desk.File{Name: filepath.Base(n), Path: filepath.Join(root, filepath.FromSlash(n))}
		f.Place, _ = sorted.Place(n)
		files = append(files, f)
	}
	return files, nil
}

// readFiles are files to import, and what the first of them looks like.
type readFiles struct {
	files     []desk.File
	from      string            // their folder; "" where they came from no file
	encodings []source.Encoding // the first may be in, the likeliest first
	password  string            // of those that are locked
	languages string            // that scans were read in; "" is the usual one
	kin       *desk.Kin         // the page of the library that the only one may be another text of
	reading
}

// reading is how a file reads in an encoding.
type reading struct {
	raw   source.Raw   // the first page
	pages []source.Raw // all of them; nil where more are to be read
	folio desk.Folio
}

// read finds out how the first file reads.
func (r *readFiles) read(ctx context.Context, d *desk.Desk) (err error) {
	first := &r.files[0]
	if first.Path != "" {
		if first.Bytes, err = source.ReadFile(ctx, first.Path); err != nil {
			return err
		}
		first.Path, first.From = "", first.Path // what was looked at is what comes in
	}
	for _, g := range source.Detect(first.Bytes) {
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
	r.reading, err = readAs(ctx, *first, r.encodings[0], r.password, r.languages)
	if err == nil && r.raw.Media != source.PlainText {
		r.encodings = []source.Encoding{r.raw.Encoding} // the file says so
	}
	if err != nil || len(r.files) > 1 || len(r.pages) != 1 {
		return err
	}
	k, ok, err := d.FindKin(ctx, first.Bytes, r.raw, r.place())
	if ok {
		r.kin = &k
	}
	return err
}

// place is where the first file says that it belongs.
func (r *readFiles) place() folder.Place {
	at, f := r.files[0].Place, r.folio
	return folder.Place{
		Publication: cmp.Or(at.Publication, f.Publication), Number: cmp.Or(at.Number, f.Number), Date: cmp.Or(at.Date, f.Date),
		Page: cmp.Or(at.Page, f.Page), Section: cmp.Or(at.Section, f.Section),
	}
}

// readAs reads a file in an encoding; of a PDF that has many pages the first is enough.
func readAs(ctx context.Context, f desk.File, e source.Encoding, password, languages string) (r reading, err error) {
	enough := errors.New("the first page was read")
	opt := source.Options{Name: f.Name, Encoding: e, Password: password, Languages: languages}
	if picture.Pages(f.Bytes) > 1 { // nobody waits for forty scans before it is asked where they go
		opt.Pages = source.Range{From: 1, To: 1}
	}
	_, err = source.Each(ctx, f.Bytes, opt, func(raw source.Raw) error {
		if r.raw.Text == nil {
			r.raw, r.folio = raw, desk.ReadFolio(raw.Strings())
		}
		if raw.Part > 0 && raw.Picture.Media != "" {
			return enough
		}
		r.pages = append(r.pages, raw)
		return nil
	})
	if err != nil && !errors.Is(err, enough) {
		return reading{}, err
	}
	return r, nil
}

// ImportClipboard makes a page of the text on the clipboard.
func (w *Window) ImportClipboard() {
	text := w.app.Clipboard().Content()
	if text == "" {
		w.Say(say.T("剪贴板里没有文字", "there is no text on the clipboard"))
		return
	}
	name, d := say.T("剪贴板", "clipboard").In(w.lang), w.desk
	run(w.jobs, asking, say.T("读剪贴板", "Reading the clipboard"), func(ctx context.Context) (readFiles, error) {
		r := readFiles{files: []desk.File{{Name: name, Bytes: []byte(text)}}}
		return r, r.read(ctx, d)
	}, func(r readFiles, err error) {
		if w.fail(err); err == nil {
			w.askWhere(r, nil)
		}
	})
}
