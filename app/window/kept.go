package window

import (
	"bytes"
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/widgets"
)

// kept is a dialog over a list that the library keeps and people change: narrowed by what is typed, changed entry
// by entry, read from a CSV file and written to one. Everything is in the library at once.
type kept[T any] struct {
	w     *Window
	name  string // for the trace
	rows  *widgets.Rows
	sift  *field
	path  *field
	note  *widgets.Line
	all   []T
	found []T // that the filter lets through

	row    func(T) widgets.Row
	words  func(T) []string // that are narrowed by
	load   func(context.Context) ([]T, error)
	read   func(ctx context.Context, path string, b []byte) (say.Text, error)
	write  func(io.Writer, []T) error
	change func(T)                           // Enter
	add    func()                            // +
	remove func(context.Context, T) error    // Delete
	more   map[rune]func(T)                  // by what is typed
	foot   func() (also []fyne.CanvasObject) // buttons of its own; may be nil
}

// ask shows the list.
func (k *kept[T]) ask(title, hint say.Text) {
	w := k.w
	k.rows, k.note = widgets.NewRows(), widgets.NewLine()
	k.rows.Count = func() int { return len(k.found) }
	k.rows.Row = func(i int) widgets.Row { return k.row(k.found[i]) }
	k.rows.OnOpen = func(i int) { k.change(k.found[i]) }
	k.rows.OnRune = k.rune
	k.rows.Intercept = func(e *fyne.KeyEvent, _ fyne.KeyModifier) bool {
		one, ok := k.chosen()
		if e.Name != fyne.KeyDelete || !ok {
			return e.Name == fyne.KeyDelete
		}
		k.then(say.Text{}, func(ctx context.Context) (say.Text, error) {
			return say.T("已删除", "deleted"), k.remove(ctx, one)
		})
		return true
	}
	k.sift = newField(say.T("筛选", "filter").In(w.lang))
	k.sift.OnChanged = func(string) { k.narrow() }
	k.sift.on(func() { w.win.Canvas().Focus(k.rows) }, fyne.KeyDown)
	k.path = newField(say.T("CSV 文件的路径", "path of a CSV file").In(w.lang))
	buttons := []fyne.CanvasObject{
		w.browse(k.path, false, ".csv"),
		newPush(say.T("读入", "Read").In(w.lang), k.readFile), newPush(say.T("写出", "Write").In(w.lang), k.writeFile),
	}
	if k.foot != nil {
		buttons = append(buttons, k.foot()...)
	}
	head := container.NewVBox(widget.NewLabel(hint.In(w.lang)), k.sift)
	foot := container.NewVBox(container.NewBorder(nil, nil, nil, container.NewHBox(buttons...), k.path), k.note)
	w.ask(asked{
		name: k.name, title: title.In(w.lang), first: k.rows, size: w.share(0.7, 0.85),
		content: container.NewBorder(head, foot, nil, nil, k.rows),
	})
	k.then(say.Text{}, func(context.Context) (t say.Text, err error) { return t, err })
}

// chosen is the entry that is selected.
func (k *kept[T]) chosen() (one T, ok bool) {
	if i := k.rows.Selected(); i >= 0 && i < len(k.found) {
		return k.found[i], true
	}
	return one, false
}

func (k *kept[T]) rune(r rune) bool {
	one, ok := k.chosen()
	do := k.more[r]
	switch {
	case r == '/':
		k.w.win.Canvas().Focus(k.sift)
	case r == '+' || r == '=':
		k.add()
	case do != nil && ok:
		do(one)
	default:
		return do != nil
	}
	return true
}

// then does something to the list off the window's goroutine, and shows it as it is after that.
func (k *kept[T]) then(doing say.Text, do func(context.Context) (say.Text, error)) {
	w, d := k.w, k.w.desk
	type outcome struct {
		said say.Text
		all  []T
	}
	run(w.jobs, each, doing, func(ctx context.Context) (o outcome, err error) {
		if o.said, err = do(ctx); err != nil {
			return o, err
		}
		o.all, err = k.load(ctx)
		return o, err
	}, func(o outcome, err error) {
		if err != nil || d != w.desk {
			k.note.SetText(wordsOf(err).In(w.lang))
			w.trace.say("kept", "name", k.name, "problem", say.Error(err, say.English))
			return
		}
		k.note.SetText(o.said.In(w.lang))
		k.all = o.all
		k.narrow()
		w.trace.say("kept", "name", k.name, "count", len(k.all))
	})
}

// narrow shows the entries that what is typed lets through.
func (k *kept[T]) narrow() {
	was := k.rows.Selected()
	k.found = nil
	for _, x := range k.all {
		if contains(k.sift.Text, k.words(x)...) {
			k.found = append(k.found, x)
		}
	}
	k.rows.Refresh()
	if len(k.found) > 0 {
		k.rows.Mark(min(max(was, 0), len(k.found)-1))
	}
}

// readFile adds what a file has.
func (k *kept[T]) readFile() {
	path := expand(k.path.Text)
	k.then(say.T("读入", "Reading"), func(ctx context.Context) (say.Text, error) {
		b, err := source.ReadFile(ctx, path)
		if err != nil {
			return say.Text{}, err
		}
		return k.read(ctx, path, b)
	})
}

// writeFile writes the whole list to a file, which must not be there yet.
func (k *kept[T]) writeFile() {
	path, d, all := expand(k.path.Text), k.w.desk, k.all
	k.then(say.T("写出", "Writing"), func(ctx context.Context) (say.Text, error) {
		var b bytes.Buffer
		if err := k.write(&b, all); err != nil {
			return say.Text{}, err
		}
		return say.T("已写出 %d 条", "%d entries are written").With(len(all)), d.Write(ctx, path, desk.Export{Bytes: b.Bytes()}, false)
	})
}

// partly is what reading a file came to where some of its lines could not be read: the first of them is named.
func partly(t say.Text, bad []error) say.Text {
	if len(bad) == 0 {
		return t
	}
	return say.T("%s；%d 行没有读懂：%s", "%s; %d lines could not be read: %s").With(t, len(bad), wordsOf(bad[0]))
}
