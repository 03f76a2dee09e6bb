package window

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/folder"
	"qingyang/app/phrase"
	"qingyang/app/say"
	"qingyang/app/script"
	"qingyang/widgets"
)

// placeForm asks where a page belongs: the publication, the number and day of the issue, the page in it. What
// cannot be is said while it is typed.
type placeForm struct {
	w                                *Window
	pub, number, date, page, section *field
	known                            *options // publications that the library has
	note                             *widgets.Line
	form                             *widget.Form
}

func newPlaceForm(w *Window) *placeForm {
	f := &placeForm{w: w, pub: newField(""), number: newField(say.T("如 第612期；可不填", "such as 第612期; may be empty").In(w.lang)), date: newField("2024-11-08"), page: newField("1"),
		section: newField(say.T("如 综合新闻；可不填", "such as 综合新闻; may be empty").In(w.lang)), note: widgets.NewLine()}
	f.note.Ink = widgets.Wrong
	f.known = newOptions(nil, func(name string) {
		if name != "" {
			f.pub.SetText(name)
			f.known.ClearSelected()
		}
	})
	f.known.PlaceHolder = say.T("已有…", "known…").In(w.lang)
	for _, e := range f.fields() {
		e.OnChanged = func(string) { f.look() }
	}
	f.form = widget.NewForm(
		widget.NewFormItem(say.T("报刊", "Publication").In(w.lang), container.NewBorder(nil, nil, nil, f.known, f.pub)),
		widget.NewFormItem(say.T("期号", "Issue").In(w.lang), f.number),
		widget.NewFormItem(say.T("日期", "Date").In(w.lang), f.date),
		widget.NewFormItem(say.T("版次", "Page").In(w.lang), f.page),
		widget.NewFormItem(say.T("版名", "Section").In(w.lang), f.section),
	)
	return f
}

func (f *placeForm) fields() []*field { return []*field{f.pub, f.number, f.date, f.page, f.section} }

// offer reads which publications there are, to choose from.
func (f *placeForm) offer() {
	d := f.w.desk
	if d == nil {
		return
	}
	run(f.w.jobs, each, say.Text{}, func(ctx context.Context) (names []string, err error) {
		papers, err := d.Publications(ctx)
		for _, p := range papers {
			names = append(names, p.Name)
		}
		return names, err
	}, func(names []string, err error) {
		f.known.Options = names
		f.known.Refresh()
		f.w.fail(err)
	})
}

// set shows a place. What is empty in it is left empty.
func (f *placeForm) set(p folder.Place) {
	f.pub.SetText(p.Publication)
	f.number.SetText(p.Number)
	f.date.SetText(p.Date)
	f.page.SetText("")
	if p.Page > 0 {
		f.page.SetText(fmt.Sprint(p.Page))
	}
	f.section.SetText(p.Section)
	f.look()
}

// look says what is wrong.
func (f *placeForm) look() {
	_, err := f.place()
	t := say.Text{}
	if err != nil {
		t = wordsOf(err)
	}
	f.note.SetText(t.In(f.w.lang))
}

// place is what the form says; the error says what in it cannot be.
func (f *placeForm) place() (p folder.Place, err error) {
	text := func(e *field) string { return strings.TrimSpace(e.Text) }
	p = folder.Place{Publication: text(f.pub), Number: text(f.number), Section: text(f.section)}
	if day := text(f.date); day != "" {
		if p.Date = isoDay(day); p.Date == "" {
			return p, &say.Problem{
				Subject: day, What: say.T("不是日期", "is no date"), Do: say.T("请写成 2024-11-08，或留空", "write it as 2024-11-08, or leave it empty"),
			}
		}
	}
	if page := text(f.page); page != "" {
		n, err := strconv.Atoi(strings.Map(script.Narrow, page))
		if err != nil || n < 1 || n > maxPage {
			return p, &say.Problem{
				Subject: page, What: say.T("不是版次", "is no page"), Do: say.T("请写一个数，如 3，或留空", "write a number such as 3, or leave it empty"),
			}
		}
		p.Page = n
	}
	return p, nil
}

// maxPage is more pages than any issue of a newspaper has.
const maxPage = 999

// isoDay is a day as ISO 8601 has it, whichever way it was written; "" for what is no day with its year.
func isoDay(text string) string {
	r := []rune(strings.Map(script.Narrow, text))
	d, ok := phrase.DateAt(r, 0)
	if !ok || d.From != 0 || d.To != len(r) || d.Year < 1000 || !d.IsDay() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
