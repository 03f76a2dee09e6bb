package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// perPage is how many choices have a digit.
const perPage = 9

// ChooseCharacter shows what may be meant instead of the character at the caret: a digit picks,
// PageDown turns the page, letters give the characters of that syllable. It needs no input method.
func (w *Window) ChooseCharacter() {
	from, _ := w.Selection()
	own := ""
	if text, _ := w.session.Order().Block(from.Block); from.Off < len(text) {
		own = string(text[from.Off])
	}
	hint := say.T("“%s”改为：数字选字，PageDown 翻页，或输入拼音", "instead of “%s”: a digit picks, PageDown turns the page; or type pinyin").With(own).In(w.lang)
	var p *picker
	var shown []choice
	asked, page := "", 0
	find := func(query string) []choice {
		letters := strings.TrimRight(query, "123456789")
		if letters != query && letters == asked {
			if n := int(query[len(query)-1] - '1'); n < len(shown) {
				fyne.Do(func() { p.choose(n) })
			}
			return shown
		}
		if letters != asked {
			asked, page = letters, 0
		}
		all := w.session.Choices(from, asked)
		all = all[min(page*perPage, len(all)):]
		shown = nil
		for i, c := range all[:min(perPage, len(all))] {
			shown = append(shown, w.choiceRow(i+1, c, from))
		}
		return shown
	}
	p = w.pick("choices", hint, find)
	turn := func(by int) func() {
		return func() {
			if next := page + by; next >= 0 && next*perPage < len(w.session.Choices(from, asked)) {
				page = next
				p.narrow(asked)
			}
		}
	}
	p.entry.on(turn(1), fyne.KeyPageDown)
	p.entry.on(turn(-1), fyne.KeyPageUp)
}

func (w *Window) choiceRow(n int, c proof.Choice, at bulletin.Place) choice {
	return choice{
		row: widgets.Row{Text: fmt.Sprintf("%d   %c", n, c.Rune), Tag: wording.Choice(c.Why).In(w.lang)},
		run: func() {
			to := bulletin.Place{Block: at.Block, Off: min(at.Off+1, w.session.Order().Length(at.Block))}
			caret, changed, err := w.session.Change("", at, to, string(c.Rune))
			if err != nil {
				w.fail(err)
				return
			}
			w.Show(changed, caret)
			w.trace.say("chosen", "character", string(c.Rune))
		},
	}
}
