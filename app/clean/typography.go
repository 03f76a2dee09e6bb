package clean

import (
	"iter"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/cores"
	"qingyang/app/phrase"
	"qingyang/app/rule"
	"qingyang/app/script"
)

// steps are the rules of typography in their order of work: for each rule that finds something in a
// text, its edits in the text as the rules before left it. cells says that white in the text parts cells, or was set; on
// says which rules are switched on.
type steps func(text []rune, title, cells bool, on func(id string) bool) iter.Seq2[rule.Rule, []rule.Edit]

// typography applies the sure edits of the rules to the text of each block that resulted. One revision a
// rule; each edit can be taken back by itself.
func (d *drafter) typography(all steps) {
	if all == nil {
		return
	}
	d.pauses()
	on := func(id string) bool { return !d.off[id] }
	written := map[pass]*sheet{}
	var orders [][]pass
	base := len(d.order)
	lives := slices.DeleteFunc(slices.Clone(d.lives), func(w strip) bool { return slices.Contains(w.ids, bulletin.None) })
	found := make([][]made, len(lives))
	cores.Each(len(lives), func(k int) {
		w := &lives[k]
		w.text, w.ids = slices.Clone(w.text), slices.Clone(w.ids)
		cells := (w.row && phrase.Pauses(w.text) > 0 || w.kind == bulletin.Furniture) && !sentence(w.text) || // "急修 0512-…", "2 民生"
			w.kind.Title() && d.a.page.Exact // the white in a title was set
		times := map[string]int{}
		for r, edits := range all(w.text, w.kind.Title(), cells, on) {
			found[k] = append(found[k], made{pass{r.ID, times[r.ID]}, edits})
			times[r.ID]++
		}
	})
	for k := range lives {
		var order []pass
		for _, m := range found[k] {
			s := written[m.pass]
			if s == nil {
				s = d.fresh(m.rule)
				written[m.pass] = s
			}
			if lives[k].apply(m.edits, s) {
				order = append(order, m.pass)
			}
		}
		orders = append(orders, order)
	}
	ranks, of := rank(orders), map[*sheet]int{}
	for p, s := range written {
		of[s] = ranks[p]
	}
	slices.SortStableFunc(d.order[base:], func(a, b *sheet) int { return of[a] - of[b] })
}

// pass is the n-th time that a rule ran over one text.
type pass struct {
	rule string
	n    int
}

// made is what a pass found in a text.
type made struct {
	pass
	edits []rule.Edit
}

// apply makes edits in a strip and writes them to a sheet; it says whether it made any. Edits are
// ascending and refer to the text before all of them.
func (w *strip) apply(edits []rule.Edit, s *sheet) bool {
	text, ids := make([]rune, 0, len(w.text)+len(edits)), make([]bulletin.ID, 0, len(w.text)+len(edits))
	at := 0
	made := false
	for _, e := range edits {
		if e.Class != rule.Auto || e.From < at || e.To > len(w.text) || e.From > e.To {
			continue
		}
		from, to, fresh := narrowed(w.text, e)
		if from == to && len(fresh) == 0 || from == 0 && to == 0 {
			continue // nothing to do, or no character to stand behind
		}
		made = true
		text, ids = append(text, w.text[at:from]...), append(ids, w.ids[at:from]...)
		var gone []bulletin.Span
		for _, id := range w.ids[from:to] {
			gone = bulletin.AppendID(gone, id)
		}
		s.remove(gone...)
		if len(fresh) > 0 {
			anchor := w.ids[max(0, to-1)]
			first := s.insert(anchor, string(fresh))
			for k, c := range fresh {
				text, ids = append(text, c), append(ids, bulletin.ID{Origin: first.Origin, Index: first.Index + int32(k)})
			}
		}
		at = to
	}
	if made {
		w.text, w.ids = append(text, w.text[at:]...), append(ids, w.ids[at:]...)
	}
	return made
}

// narrowed is an edit without what it leaves as it was at both ends.
func narrowed(text []rune, e rule.Edit) (from, to int, fresh []rune) {
	from, to, fresh = e.From, e.To, []rune(e.New)
	for from < to && len(fresh) > 0 && text[from] == fresh[0] {
		from, fresh = from+1, fresh[1:]
	}
	for from < to && len(fresh) > 0 && text[to-1] == fresh[len(fresh)-1] {
		to, fresh = to-1, fresh[:len(fresh)-1]
	}
	return from, to, fresh
}

// rank merges the orders in which the passes ran over single texts into one that keeps them all.
func rank(orders [][]pass) map[pass]int {
	after := map[pass][]pass{}
	var left []pass
	for _, o := range orders {
		for k, p := range o {
			if _, ok := after[p]; !ok {
				after[p] = nil
				left = append(left, p)
			}
			if k > 0 && !slices.Contains(after[p], o[k-1]) {
				after[p] = append(after[p], o[k-1])
			}
		}
	}
	ranks := map[pass]int{}
	waits := func(q pass) bool { _, done := ranks[q]; return !done }
	for len(left) > 0 {
		at := slices.IndexFunc(left, func(p pass) bool { return !slices.ContainsFunc(after[p], waits) })
		if at < 0 { // rules ran in two orders: none keeps both
			for _, p := range left {
				ranks[p] = len(ranks)
			}
			return ranks
		}
		ranks[left[at]] = len(ranks)
		left = slices.Delete(left, at, at+1)
	}
	return ranks
}

// typed says whether the marks of a page that stand in the place of others are those that people type, and all its
// quotations stand in straight marks, or next to nothing on it is what machines alone put where another mark stood.
func typed(text []rune) bool {
	straight, others, odd, han := 0, 0, 0, 0
	for i, r := range text {
		switch r {
		case '“', '”', '「', '」':
			others++
		case '"', '＂':
			straight++
		case '\\', '`', '<', '>', '|', '丨', '﹑', '〞', '∶', '^', '_', '~', '$', '‧':
			if i > 0 && script.IsHan(text[i-1]) {
				odd++
			}
		default:
			if script.IsHan(r) {
				han++
			}
		}
	}
	return straight > 1 && others == 0 || odd*oddByHand < han
}

// oddByHand is how many Han characters a page has at least for each such mark that people put there.
const oddByHand = 2000
