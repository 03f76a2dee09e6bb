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

// ChooseCharacter shows, below the caret, what may be meant instead of the character there: a digit picks,
// PageDown turns the page, letters give the characters of that syllable. It needs no input method.
func (w *Window) ChooseCharacter() {
	from, _ := w.Selection()
	s := w.session
	text, _ := s.Order().Block(from.Block)
	if from.Off >= len(text) {
		w.Say(say.T("光标处没有字：请把光标放到要换的字前面", "no character here: put the caret before the one to change"))
		return
	}
	own := string(text[from.Off])
	hint := say.T("“%s”改为：数字选，或输拼音", "for “%s”: a digit, or pinyin").With(own).In(w.lang)
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
		if len(shown) == 0 {
			none := say.T("没有形近、音近的字；可输拼音", "nothing looks or sounds like it; type pinyin")
			if asked != "" {
				none = say.T("没有读“%s”的字", "no character is read “%s”").With(asked)
			}
			shown = []choice{{row: widgets.Row{Text: none.In(w.lang), Ink: widgets.Weak}}}
		}
		return shown
	}
	if at := widgets.Pos(from); w.clean.Caret() != at { // the choices stand below the character that they are for
		w.clean.SetCaret(at)
	}
	p = w.pickAt("choices", hint, w.clean.CaretBox, fyne.NewSize(270, 44+perPage*26+8), find)
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
