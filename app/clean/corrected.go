package clean

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/app/source"
)

// Corrected says what the lines of a raw page are in a text that was made of it: what an editor's corrections
// teach about how the paper sets its pages is learned from that (read.Learn). Linear in the text.
func Corrected(raw source.Raw, p Profile, t *revision.Text) read.Corrected {
	page := layout.Measure(raw, p.Measures)
	blocks := t.Blocks()
	known := make([]read.Labelled, len(blocks))
	for k, b := range blocks {
		known[k] = read.Labelled{Kind: b.Kind}
		text := []rune(b.Text)
		for _, c := range slices.Backward(text) {
			if script.IsClosing(c) || c == '"' || c == '\'' || script.IsBlank(c) {
				continue
			}
			known[k].Stop = layout.Contains("。．.!?！？…", c)
			break
		}
		for _, c := range text {
			if !script.IsBlank(c) {
				known[k].N++
			}
		}
	}
	pieces := make([][]read.Piece, len(page.Lines))
	seen := make([]int, len(blocks))
	for i := range page.Lines {
		l := &page.Lines[i]
		var all []read.Piece
		for k := l.From; k < l.To; k++ {
			if script.IsBlank(raw.Text[k]) {
				continue
			}
			b, _, live := t.BlockOf(bulletin.ID{Index: int32(k)})
			if !live || b >= len(blocks) {
				continue
			}
			if n := len(all); n > 0 && all[n-1].Block == b {
				all[n-1].N++
			} else {
				all = append(all, read.Piece{Block: b, N: 1, From: seen[b]})
			}
			seen[b]++
		}
		pieces[i] = all
	}
	roles, _ := read.LabelLines(page, pieces, known, nil)
	return read.Corrected{Page: page, Roles: roles}
}
