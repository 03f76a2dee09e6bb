package window

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/app/wording"
	"qingyang/widgets"
)

// rounds are what an article can be signed as, in their order.
var rounds = []bulletin.Round{bulletin.Draft, bulletin.FirstProof, bulletin.SecondProof, bulletin.ThirdProof, bulletin.Final}

// AskRound lets the editor sign the article at the caret as read in a round, or put it back to an earlier one.
// The next round stands first.
func (w *Window) AskRound() {
	s := w.session
	at, _ := w.Selection()
	article := s.Order().ArticleAt(at.Block)
	from, to := s.Order().Article(at.Block)
	now := s.Rounds()[article]
	unread := 0
	for i := from; i < to; i++ {
		if !s.Read(i) {
			unread++
		}
	}
	hint := say.T("本稿现在是“%s”，未读 %d 段。签为：", "this article: %s, %d blocks unread. Sign it as:").With(wording.Round(now), unread)
	next := min(slices.Index(rounds, now)+1, len(rounds)-1)
	order := append([]bulletin.Round{rounds[next]}, slices.DeleteFunc(slices.Clone(rounds), func(r bulletin.Round) bool { return r == rounds[next] })...)
	w.pick("rounds", hint.In(w.lang), func(query string) []choice {
		var all []choice
		for _, r := range order {
			name := wording.Round(r)
			if r == now || !contains(query, name.ZH, name.EN) {
				continue
			}
			all = append(all, choice{widgets.Row{Text: name.In(w.lang), Tag: w.roundTag(r, now)}, func() {
				if w.session == s {
					w.sign(article, r)
				}
			}})
		}
		return all
	})
}

// roundTag says whether a round lies ahead or behind.
func (w *Window) roundTag(r, now bulletin.Round) string {
	if r < now {
		return say.T("退回", "back").In(w.lang)
	}
	return say.T("签署", "sign").In(w.lang)
}

// sign puts the editor's name to a round of an article; its blocks are unread in the next one.
func (w *Window) sign(article bulletin.ID, r bulletin.Round) {
	w.session.Sign(article, r)
	w.cards.refresh()
	_, w.unread = w.session.Unread(0)
	w.showCount()
	w.clean.Repaint()
	w.Say(say.T("本稿已签为“%s”，各段重新待读", "this article is signed as %s; its blocks are to be read anew").With(wording.Round(r)))
	w.trace.say("signed", "round", int(r))
}
