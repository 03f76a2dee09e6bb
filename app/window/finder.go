package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/widgets"
)

// finder is the field above the clean text in which one types what to find on the page.
type finder struct {
	w       *Window
	content *fyne.Container
	entry   *field
	other   *field // what to put in its place
	second  *fyne.Container
	count   *widgets.Line
	hits    []widgets.Range
}

func newFinder(w *Window) *finder {
	f := &finder{w: w, count: widgets.NewLine()}
	f.entry = newField(say.T("查找本版（回车：下一处）", "find on this page (Enter: next)").In(w.lang))
	f.entry.on(func() { f.next(held()&fyne.KeyModifierShift != 0) }, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF3)
	f.entry.on(f.hide, fyne.KeyEscape)
	f.entry.OnChanged = func(string) { f.search() }
	f.other = newField(say.T("替换为（回车：替换此处，Shift+回车：全部替换）", "replace by (Enter: this one, Shift+Enter: all)").In(w.lang))
	f.other.on(func() { f.replace(held()&fyne.KeyModifierShift != 0) }, fyne.KeyReturn, fyne.KeyEnter)
	f.other.on(f.hide, fyne.KeyEscape)
	f.second = container.NewStack(f.other)
	f.second.Hide()
	f.content = container.NewVBox(container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(90, 28), f.count), f.entry), f.second)
	f.content.Hide()
	return f
}

// Find opens the field, with what is selected in it.
func (w *Window) Find() {
	f := w.finder
	f.content.Show()
	if s := w.clean.SelectedText(); s != "" && !strings.Contains(s, "\n") {
		f.entry.SetText(s)
	}
	w.win.Canvas().Focus(f.entry)
	w.trace.say("dialog", "name", "find")
}

// Replace opens the field with a second one for what to put in its place.
func (w *Window) Replace() {
	w.Find()
	w.finder.second.Show()
	if w.finder.entry.Text != "" {
		w.win.Canvas().Focus(w.finder.other)
	}
}

// replace puts the second field's text in place of the hit that is selected, and goes to the next
// one; or in place of all hits, as one undo step.
func (f *finder) replace(all bool) {
	f.search()
	s := f.w.sheet
	if s == nil || len(f.hits) == 0 {
		return
	}
	if !all {
		sel := f.w.clean.Selection()
		if slices.Contains(f.hits, sel) {
			f.w.clean.Insert(f.other.Text)
		}
		f.next(false)
		return
	}
	var stretches []desk.Stretch
	for _, h := range f.hits {
		stretches = append(stretches, desk.Stretch{Block: h.From.Block, From: h.From.Off, To: h.To.Off})
	}
	c, err := s.ReplaceAll(stretches, f.other.Text)
	if err != nil {
		f.w.fail(err)
		return
	}
	f.w.Show(c, desk.Place(f.w.clean.Caret()))
	f.w.Say(say.T("替换了 %d 处", "%d replaced").With(len(stretches)))
	f.w.trace.say("replaced", "n", len(stretches))
	f.search()
}

// FindNext goes to the next hit of the field.
func (w *Window) FindNext(back bool) {
	if w.finder.entry.Text == "" {
		w.Find()
		return
	}
	w.finder.next(back)
}

func (f *finder) hide() {
	f.content.Hide()
	f.second.Hide()
	f.w.clean.Highlight(nil)
	f.w.win.Canvas().Focus(f.w.clean)
}

// search finds all hits on the page; case does not matter.
func (f *finder) search() {
	f.hits = f.hits[:0]
	query := []rune(strings.ToLower(f.entry.Text))
	if s := f.w.sheet; s != nil && len(query) > 0 {
		for b := range s.Blocks() {
			text, _ := s.Block(b)
			for at := 0; at+len(query) <= len(text); {
				if strings.EqualFold(string(text[at:at+len(query)]), string(query)) {
					f.hits = append(f.hits, widgets.Range{From: widgets.Pos{Block: b, Off: at}, To: widgets.Pos{Block: b, Off: at + len(query)}})
					at += len(query)
				} else {
					at++
				}
			}
		}
	}
	f.w.clean.Highlight(f.hits)
	f.count.SetText(say.T("%d 处", "%d found").With(len(f.hits)).In(f.w.lang))
}

// next selects the next hit behind the caret, or before it.
func (f *finder) next(back bool) {
	f.search()
	n := len(f.hits)
	if n == 0 {
		return
	}
	at := f.w.clean.Selection()
	k := 0
	if back {
		k = n - 1
		for i := n - 1; i >= 0; i-- {
			if f.hits[i].From.Before(at.From) {
				k = i
				break
			}
		}
	} else {
		for i, h := range f.hits {
			if !h.From.Before(at.To) {
				k = i
				break
			}
		}
	}
	f.w.clean.Select(f.hits[k].From, f.hits[k].To)
	f.w.trace.say("found", "n", k+1, "of", n)
}

// goTo finds the first hit of text in an article.
func (f *finder) goTo(text string, article bulletin.ID) {
	f.entry.SetText(text)
	f.search()
	for _, h := range f.hits {
		if f.w.sheet.ArticleAt(h.From.Block) == article {
			f.w.clean.Select(h.From, h.To)
			break
		}
	}
	f.w.win.Canvas().Focus(f.w.clean)
}
