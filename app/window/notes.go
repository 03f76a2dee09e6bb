package window

import (
	"context"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// notesPane lists the notes on the open page: those that are open first, then as the text stands. Choosing one goes
// there, Enter answers it, 1 settles it.
type notesPane struct {
	w       *Window
	content fyne.CanvasObject
	rows    *widgets.Rows
	all     []session.Noted
}

func newNotesPane(w *Window) *notesPane {
	p := &notesPane{w: w, rows: widgets.NewRows()}
	p.rows.Count = func() int { return len(p.all) }
	p.rows.Row = func(i int) widgets.Row { return w.noteRow(p.all[i]) }
	p.rows.OnSelect = func(i int) { w.goToNote(p.all[i]) }
	p.rows.OnOpen = func(i int) { w.askAnswer(p.all[i]) }
	p.rows.OnRune = func(r rune) bool {
		i := p.rows.Selected()
		if r == '1' && i >= 0 && i < len(p.all) {
			w.settleNote(p.all[i])
		}
		return r == '1'
	}
	p.rows.Intercept, p.rows.InterceptShortcut = w.key, w.shortcut
	button := func(name say.Text, do func()) fyne.CanvasObject { return widget.NewButton(name.In(w.lang), do) }
	chosen := func(do func(session.Noted)) func() {
		return func() {
			if i := p.rows.Selected(); i >= 0 && i < len(p.all) {
				do(p.all[i])
			}
		}
	}
	foot := container.NewGridWithColumns(3,
		button(say.T("新增…", "New…"), func() { w.runID("note.add") }),
		button(say.T("答复…", "Answer…"), chosen(w.askAnswer)), button(say.T("了结（1）", "Settle (1)"), chosen(w.settleNote)))
	p.content = container.NewBorder(nil, foot, nil, nil, p.rows)
	return p
}

// set shows other notes.
func (p *notesPane) set(all []session.Noted) {
	p.all = p.all[:0:0]
	for _, settled := range []bool{false, true} {
		for _, n := range all {
			if (n.State == bulletin.NoteSettled) == settled {
				p.all = append(p.all, n)
			}
		}
	}
	p.rows.Refresh()
}

// noteRow is how a list shows a note: what was written last, on what.
func (w *Window) noteRow(n session.Noted) widgets.Row {
	var words []string
	for _, x := range n.Words {
		if x.Text != "" {
			words = append(words, w.nameOf(x.Person)+"："+strings.ReplaceAll(x.Text, "\n", " "))
		}
	}
	r := widgets.Row{
		Text: "［" + wording.Visible(n.Quote) + "］" + strings.Join(words, "　"),
		Tag:  wording.NoteState(n.State).In(w.lang), Note: wording.NoteKind(n.Kind).In(w.lang),
	}
	if len(n.Words) > 0 {
		r.Note += "　" + n.Words[0].Time.Local().Format(time.DateTime)
	}
	if n.State == bulletin.NoteSettled {
		r.Ink = widgets.Weak
	}
	return r
}

// goToNote shows where a note stands.
func (w *Window) goToNote(n session.Noted) {
	if w.session != nil {
		w.clean.SetCaret(w.inside(placeOf(w.session, n.At)))
		w.trace.say("note", "id", n.ID)
	}
}

// ShowNotes brings the notes to the front.
func (w *Window) ShowNotes() {
	w.needSides()
	w.tabs.Select(w.notesTab)
	w.win.Canvas().Focus(w.notes.rows)
	if w.notes.rows.Selected() < 0 && len(w.notes.all) > 0 {
		w.notes.rows.Mark(0)
	}
}

// noteKinds are the kinds of notes, the commonest first.
var noteKinds = []bulletin.NoteKind{bulletin.Query, bulletin.ToAuthor, bulletin.Remark}

// AskNote asks for a note on what is selected, or on the character at the caret.
func (w *Window) AskNote() {
	s := w.session
	from, to := w.Selection()
	var names []string
	for _, k := range noteKinds {
		names = append(names, wording.NoteKind(k).In(w.lang))
	}
	kind := newOptions(names, nil)
	kind.SetSelectedIndex(0)
	text := newField(say.T("请写要核的、要问的", "what is to be looked up or asked").In(w.lang))
	quote := ""
	if runes, _ := s.Order().Block(from.Block); from.Off < len(runes) {
		end := len(runes)
		if to.Block == from.Block {
			end = min(max(to.Off, from.Off+1), len(runes))
		}
		quote = string(runes[from.Off:end])
	}
	w.ask(asked{
		name: "note", title: say.T("附注：“%s”", "A note on “%s”").With(wording.Visible(quote)).In(w.lang), fields: []*field{text},
		content: widget.NewForm(widget.NewFormItem(say.T("内容", "Words").In(w.lang), text), widget.NewFormItem(say.T("类别", "Kind").In(w.lang), kind)),
		size:    fyne.NewSize(560, 220), yes: say.T("写下", "Write it"),
		try: func(end ending) {
			if s != w.session {
				end(nil)
				return
			}
			err := s.AddNote(from, to, noteKinds[max(0, kind.SelectedIndex())], text.Text)
			end(err)
			if err == nil {
				w.trace.say("noted")
				w.surveyPage(func() {})
			}
		},
	})
}

// askAnswer asks for an answer to a note; what was written to it stands above.
func (w *Window) askAnswer(n session.Noted) {
	s := w.session
	var lines []string
	for _, x := range n.Words {
		lines = append(lines, fmt.Sprintf("%s  %s\n%s", w.nameOf(x.Person), x.Time.Local().Format(time.DateTime), x.Text))
	}
	said := widget.NewLabel(strings.Join(lines, "\n"))
	said.Wrapping = fyne.TextWrapBreak
	text := newField(say.T("答复", "answer").In(w.lang))
	settled := newTick(say.T("就此了结", "it is settled with this").In(w.lang), nil)
	w.ask(asked{
		name: "answer", title: say.T("答复：“%s”", "An answer: “%s”").With(wording.Visible(n.Quote)).In(w.lang), fields: []*field{text},
		content: container.NewBorder(nil, container.NewVBox(text, settled), nil, nil, container.NewVScroll(said)),
		size:    fyne.NewSize(560, 320), yes: say.T("写下", "Write it"),
		try: func(end ending) {
			state := bulletin.NoteAnswered
			if settled.Checked {
				state = bulletin.NoteSettled
			}
			w.answerNote(s, n, state, text.Text, end)
		},
	})
}

// settleNote says that nothing is left to do about a note.
func (w *Window) settleNote(n session.Noted) {
	w.answerNote(w.session, n, bulletin.NoteSettled, "", w.fail)
}

func (w *Window) answerNote(s *session.Session, n session.Noted, state bulletin.NoteState, text string, end ending) {
	if s != w.session || s == nil {
		end(nil)
		return
	}
	err := s.Answer(n.ID, state, text)
	end(err)
	if err == nil {
		w.trace.say("answered", "as", state.String())
		w.surveyPage(func() {})
	}
}

// AskNotes lets the editor choose from the notes on all pages of the issue, those that are not settled first, and
// goes there.
func (w *Window) AskNotes() {
	s, d := w.session, w.desk
	run(w.jobs, asking, say.T("列出附注", "Listing the notes"), func(ctx context.Context) ([]desk.PageNotes, error) {
		if err := s.Flush(ctx); err != nil {
			return nil, err
		}
		return d.Notes(ctx, s.Leaf.Issue)
	}, func(all []desk.PageNotes, err error) {
		switch {
		case err != nil || d != w.desk:
			w.fail(err)
			return
		case len(all) == 0:
			w.Say(say.T("本期没有附注（Alt+N 写一条）", "there are no notes in this issue (Alt+N writes one)"))
			return
		}
		w.pick("notes", say.T("本期附注", "Notes of the issue").In(w.lang), func(query string) (rows []choice) {
			for _, settled := range []bool{false, true} {
				for _, p := range all {
					for _, n := range p.All {
						r := w.noteRow(n)
						r.Note = p.Leaf.Name().In(w.lang) + "　" + r.Note
						if (n.State == bulletin.NoteSettled) == settled && contains(query, r.Text, r.Note, r.Tag) {
							rows = append(rows, choice{r, func() { w.openNote(p.Leaf.ID, n) }})
						}
					}
				}
			}
			return rows
		})
	})
}

// openNote goes to a note, on the page that it is on.
func (w *Window) openNote(page session.PageID, n session.Noted) {
	if w.session != nil && w.session.Leaf.ID == page {
		w.goToNote(n)
		w.win.Canvas().Focus(w.clean)
		return
	}
	w.openPageThen(page, nil, func() {
		w.goToNote(n)
		w.win.Canvas().Focus(w.clean)
	})
}
