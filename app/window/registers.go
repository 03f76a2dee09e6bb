package window

import (
	"bytes"
	"context"
	"io"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/glossary"
	"qingyang/app/proof/register"
	"qingyang/app/say"
	"qingyang/widgets"
)

// kindsOf are the registers as people call them, in the order of register.Kinds.
var kindsOf = []say.Text{
	say.T("人名", "name"), say.T("机构", "organisation"), say.T("地名", "place"),
	say.T("固定表述", "set phrase"), say.T("禁用词", "banned"), say.T("慎用词", "careful"),
}

// AskRegister shows the registers of the open page's paper. They hold for its pages from the next look on.
func (w *Window) AskRegister() {
	paper, book := w.session.Leaf.Paper, w.desk.Words()
	k := &kept[glossary.Entry]{w: w, name: "register"}
	k.row = w.entryRow
	k.words = func(e glossary.Entry) []string {
		return []string{e.Text, e.Title, e.Instead, e.Note, kindsOf[e.Kind].In(w.lang)}
	}
	k.load = func(ctx context.Context) ([]glossary.Entry, error) { return book.Register(ctx, paper) }
	k.change = func(e glossary.Entry) { w.askEntry(k, paper, e) }
	k.add = func() { w.askEntry(k, paper, glossary.Entry{}) }
	k.remove = func(ctx context.Context, e glossary.Entry) error { return book.Strike(ctx, paper, e.ID) }
	k.read = func(ctx context.Context, path string, b []byte) (t say.Text, err error) {
		entries, bad, err := register.ReadCSV(path, bytes.NewReader(b))
		if err != nil {
			return t, err
		}
		var all []glossary.Entry
		for _, e := range entries {
			all = append(all, glossary.Entry{Entry: e})
		}
		added, err := book.Enter(ctx, paper, all...)
		return partly(say.T("读入 %d 条，新增 %d 条", "%d entries read, %d of them new").With(len(all), added), bad), err
	}
	k.write = func(out io.Writer, all []glossary.Entry) error {
		var entries []register.Entry
		for _, e := range all {
			entries = append(entries, e.Entry)
		}
		return register.WriteCSV(out, entries)
	}
	k.foot = func() []fyne.CanvasObject {
		return []fyne.CanvasObject{newPush(say.T("从定稿里找人名…", "Names in signed articles…").In(w.lang), func() { w.askSuggested(k, paper) })}
	}
	k.ask(say.T("%s：名录", "%s: registers").With(w.session.Leaf.Publication),
		say.T("回车修改，+ 新增，Del 删除，/ 筛选；立即生效", "Enter changes, + adds, Del deletes, / narrows; it holds at once"))
}

// entryRow is how a list shows an entry of a register.
func (w *Window) entryRow(e glossary.Entry) widgets.Row {
	r := widgets.Row{Text: e.Text, Tag: kindsOf[e.Kind].In(w.lang)}
	var note []string
	if e.Title != "" {
		note = append(note, e.Title)
	}
	if e.Instead != "" {
		note = append(note, "→ "+e.Instead)
	}
	if e.Rank > 0 {
		note = append(note, say.T("次序 %d", "rank %d").With(e.Rank).In(w.lang))
	}
	if e.From+e.Until != "" {
		note = append(note, e.From+"—"+e.Until)
	}
	r.Note = strings.Join(append(note, e.Note), "　")
	if strings.TrimSpace(r.Note) == "" {
		r.Note = ""
	}
	return r
}

// askEntry asks what an entry of a register is to say; one without a number is new.
func (w *Window) askEntry(k *kept[glossary.Entry], paper int64, e glossary.Entry) {
	var names []string
	for _, n := range kindsOf {
		names = append(names, n.In(w.lang))
	}
	kind := newOptions(names, nil)
	kind.SetSelectedIndex(int(e.Kind))
	type line struct {
		name, hint say.Text
		value      *string
		field      *field
	}
	rank := ""
	if e.Rank > 0 {
		rank = strconv.Itoa(e.Rank)
	}
	lines := []*line{
		{name: say.T("词语", "Text"), hint: say.T("应当这样写", "as it must be written"), value: &e.Text},
		{name: say.T("职务", "Titles"), hint: say.T("人名的职务，几个用顿号隔开", "of a name, parted by 、"), value: &e.Title},
		{name: say.T("改用", "Instead"), hint: say.T("禁用、慎用词改成什么", "what to write for a banned or careful word"), value: &e.Instead},
		{name: say.T("排名次序", "Rank"), hint: say.T("1 在最前；可不填", "1 comes first; may be empty"), value: &rank},
		{name: say.T("起", "From"), hint: say.T("2026-03-04；可不填", "2026-03-04; may be empty"), value: &e.From},
		{name: say.T("止", "Until"), hint: say.T("2026-03-04；可不填", "2026-03-04; may be empty"), value: &e.Until},
		{name: say.T("说明", "Note"), hint: say.T("给人看的", "for people"), value: &e.Note},
	}
	form := widget.NewForm()
	var fields []*field
	for _, l := range lines {
		l.field = newField(l.hint.In(w.lang))
		l.field.SetText(*l.value)
		form.Append(l.name.In(w.lang), l.field)
		fields = append(fields, l.field)
	}
	form.Append(say.T("类别", "Kind").In(w.lang), kind)
	w.ask(asked{
		name: "entry", title: say.T("名录里的一条", "An entry of the registers").In(w.lang), content: form, fields: fields,
		size: fyne.NewSize(560, 440), yes: say.T("保存", "Save"),
		try: func(end ending) {
			for _, l := range lines {
				*l.value = strings.TrimSpace(l.field.Text)
			}
			e.Kind = register.Kinds()[max(0, kind.SelectedIndex())]
			e.Rank = 0
			if rank != "" {
				n, err := strconv.Atoi(rank)
				if err != nil || n < 1 {
					end(&say.Problem{Subject: rank, What: say.T("不是次序", "is no rank"), Do: say.T("写 1、2、3……，或留空", "write 1, 2, 3 …, or leave it empty")})
					return
				}
				e.Rank = n
			}
			w.keepEntries(k, paper, end, e)
		},
	})
}

// keepEntries keeps entries, tells how it ended, and shows the list.
func (w *Window) keepEntries(k *kept[glossary.Entry], paper int64, end ending, entries ...glossary.Entry) {
	book := w.desk.Words()
	run(w.jobs, each, say.Text{}, func(ctx context.Context) (int, error) { return book.Enter(ctx, paper, entries...) }, func(added int, err error) {
		end(err)
		if err == nil {
			k.then(say.Text{}, func(context.Context) (say.Text, error) { return say.T("已保存", "kept"), nil })
		}
	})
}

// askSuggested shows the names that signed articles have and the registers do not, none of them ticked: those that
// are, become entries.
func (w *Window) askSuggested(k *kept[glossary.Entry], paper int64) {
	d := w.desk
	run(w.jobs, asking, say.T("找人名", "Looking for names"), func(ctx context.Context) ([]glossary.Entry, error) { return d.Suggested(ctx, paper) }, func(all []glossary.Entry, err error) {
		switch {
		case err != nil || d != w.desk:
			k.note.SetText(wordsOf(err).In(w.lang))
			return
		case len(all) == 0:
			k.note.SetText(say.T("定稿的稿件里没有名录以外的带职务人名", "signed articles have no titled names that the registers lack").In(w.lang))
			return
		}
		var ticks []ticked
		for _, e := range all {
			ticks = append(ticks, ticked{row: w.entryRow(e), of: e})
		}
		w.askTicks(ticking{
			name: "suggested", title: say.T("定稿里的人名", "Names in signed articles"), yes: say.T("加进名录", "Add them"), all: ticks,
			do: func(on, _ []ticked) {
				var chosen []glossary.Entry
				for _, t := range on {
					e := t.of.(glossary.Entry)
					e.Note = ""
					chosen = append(chosen, e)
				}
				w.keepEntries(k, paper, func(err error) {
					if err != nil {
						k.note.SetText(wordsOf(err).In(w.lang))
					}
				}, chosen...)
			},
		})
	})
}
