package window

import (
	"bytes"
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/proof/learned"
	"qingyang/app/say"
	"qingyang/widgets"
)

// AskLessons shows what the library's editors taught by correcting: each pair with how often it was accepted and
// rejected. A pair that is switched off is kept, and looked for no more.
func (w *Window) AskLessons() {
	book := w.desk.Words()
	k := &kept[learned.Pair]{w: w, name: "lessons"}
	k.row = w.lessonRow
	k.words = func(p learned.Pair) []string { return []string{p.Before, p.After, p.Example} }
	k.load = book.Lessons
	k.change = func(p learned.Pair) {
		said := say.T("“%s→%s”停用", "“%s→%s” is switched off")
		if p.Off = !p.Off; !p.Off {
			said = say.T("“%s→%s”启用", "“%s→%s” is looked for")
			if p.Rejected >= learned.Refused {
				p.Rejected = 0 // it would not be looked for else
			}
		}
		k.then(say.Text{}, func(ctx context.Context) (say.Text, error) { return said.With(p.Before, p.After), book.Teach(ctx, p) })
	}
	k.add = func() { w.askLesson(k) }
	k.remove = func(ctx context.Context, p learned.Pair) error { return book.Unlearn(ctx, p) }
	k.read = func(ctx context.Context, path string, b []byte) (t say.Text, err error) {
		pairs, bad, err := learned.ReadCSV(path, bytes.NewReader(b))
		if err != nil {
			return t, err
		}
		return partly(say.T("读入 %d 对", "%d pairs read").With(len(pairs)), bad), book.Teach(ctx, pairs...)
	}
	k.write = func(out io.Writer, all []learned.Pair) error { return learned.WriteCSV(out, all) }
	k.ask(say.T("学到的改法", "What was learned from corrections"),
		say.T("回车停用或启用，+ 新增，Del 删除，/ 筛选；全库都用", "Enter switches off or on, + adds, Del deletes, / narrows; it holds in the whole library"))
}

// lessonRow is how a list shows a pair.
func (w *Window) lessonRow(p learned.Pair) widgets.Row {
	r := widgets.Row{
		Text: p.Before + " → " + p.After, Note: p.Example,
		Tag: say.T("改 %d 次，不改 %d 次", "%d accepted, %d rejected").With(p.Accepted, p.Rejected).In(w.lang),
	}
	switch {
	case p.Off:
		r.Tag, r.Ink, r.Cut = say.T("停用", "off").In(w.lang), widgets.Weak, true
	case !p.Holds():
		r.Ink = widgets.Weak // rejected three times
	case p.Own:
		r.Bold = true
	}
	return r
}

// askLesson asks for a pair of the editor's own.
func (w *Window) askLesson(k *kept[learned.Pair]) {
	before, after := newField(say.T("二至 %d 字", "two to %d characters").With(learned.Longest).In(w.lang)), newField("")
	form := widget.NewForm(widget.NewFormItem(say.T("错的写法", "Wrong").In(w.lang), before), widget.NewFormItem(say.T("改成", "Right").In(w.lang), after))
	book := w.desk.Words()
	w.ask(asked{
		name: "lesson", title: say.T("新的改法", "Another pair").In(w.lang), content: form, fields: []*field{before, after},
		size: fyne.NewSize(480, 220), yes: say.T("保存", "Save"),
		try: func(end ending) {
			p := learned.Pair{Before: strings.TrimSpace(before.Text), After: strings.TrimSpace(after.Text), Own: true}
			run(w.jobs, each, say.Text{}, func(ctx context.Context) (struct{}, error) { return struct{}{}, book.Teach(ctx, p) }, func(_ struct{}, err error) {
				end(err)
				if err == nil {
					k.then(say.Text{}, func(context.Context) (say.Text, error) { return say.T("已保存", "kept"), nil })
				}
			})
		},
	})
}
