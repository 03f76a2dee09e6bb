package window

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// perPage is how many choices have a digit.
const perPage = 9

// ChooseCharacter shows what may be meant instead of the character at the caret: a digit picks,
// PageDown turns the page, letters give the characters of that syllable. It needs no input method.
func (w *Window) ChooseCharacter() {
	from, _ := w.Selection()
	s := w.session
	own := ""
	if text, _ := s.Order().Block(from.Block); from.Off < len(text) {
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
				w.jobs.post(func() { p.choose(n) })
			}
			return shown
		}
		if letters != asked {
			asked, page = letters, 0
		}
		all := choicesAt(s.Order(), from, asked)
		all = all[min(page*perPage, len(all)):]
		shown = nil
		for i, c := range all[:min(perPage, len(all))] {
			shown = append(shown, w.choiceRow(s, i+1, c, from))
		}
		return shown
	}
	p = w.pick("choices", hint, find)
	turn := func(by int) func() {
		return func() {
			if next := page + by; next >= 0 && next*perPage < len(choicesAt(s.Order(), from, asked)) {
				page = next
				p.narrow(asked)
			}
		}
	}
	p.entry.on(turn(1), fyne.KeyPageDown)
	p.entry.on(turn(-1), fyne.KeyPageUp)
}

func (w *Window) choiceRow(s *session.Session, n int, c proof.Choice, at bulletin.Place) choice {
	return choice{
		row: widgets.Row{Text: fmt.Sprintf("%d   %c", n, c.Rune), Tag: wording.Choice(c.Why).In(w.lang)},
		run: func() {
			if w.session != s {
				return // another page was opened meanwhile
			}
			to := bulletin.Place{Block: at.Block, Off: min(at.Off+1, s.Order().Length(at.Block))}
			caret, changed, err := s.Change("", at, to, string(c.Rune))
			if err != nil {
				w.fail(err)
				return
			}
			w.Show(changed, caret)
			w.trace.say("chosen", "character", string(c.Rune))
		},
	}
}

// nearby is how many blocks on either side of a place are read for what stands beside what.
const nearby = 60

// choicesAt are the characters that may be meant at a place of the clean side, the likeliest first; with
// a syllable, those of that sound instead.
func choicesAt(o *revision.Order, at bulletin.Place, pinyin string) []proof.Choice {
	if at.Block < 0 || at.Block >= o.Blocks() {
		return nil
	}
	var seen map[[2]rune]int
	for b := max(0, at.Block-nearby); b < min(o.Blocks(), at.Block+nearby); b++ {
		text, _ := o.Block(b)
		seen = proof.Pairs(text, seen)
	}
	text, _ := o.Block(at.Block)
	if pinyin != "" {
		return proof.ByPinyin(pinyin, text, at.Off, seen)
	}
	return proof.Choices(text, at.Off, seen)
}
