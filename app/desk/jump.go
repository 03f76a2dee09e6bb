package desk

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/phrase"
	"qingyang/app/revision"
	"qingyang/app/script"
)

// jump is where a story leaves its page for another one, or comes from one (L8): "（下转第二版）",
// "（上接第一版）". The words are furniture; the story is the one they stand at.
type jump struct {
	forward bool
	page    int // the other page, from 1
	story   bulletin.ID
}

// jumps finds the jumps of a page, in the order of the text.
func jumps(t *revision.Text) []jump {
	var all []jump
	for i := range t.NumBlocks() {
		h := t.Head(i)
		if h.Kind != bulletin.Furniture {
			continue
		}
		said, ok := phrase.JumpIn(t.Runes(i), 0)
		if !ok {
			continue
		}
		j := jump{forward: !said.Back, page: said.Page, story: bulletin.None}
		step := 1 // a story that comes from elsewhere stands below the words, one that leaves above
		if j.forward {
			step = -1
		}
		for k := i + step; k >= 0 && k < t.NumBlocks(); k += step {
			if h := t.Head(k); h.Kind != bulletin.Furniture && h.Article != bulletin.None {
				j.story = h.Article
				break
			}
		}
		if j.story != bulletin.None && j.page > 0 {
			all = append(all, j)
		}
	}
	return all
}

// stitched is a story that goes on on another page: the leaves of an issue, and the articles there.
type stitched struct {
	from, to    int
	story, rest bulletin.ID
}

// stitch puts stories together that go on on another page of an issue, where both ends say so: the
// rest stands with its beginning, and no longer on its own page. jumps are those of each leaf. A
// paragraph that the jump cut is one again. What was put together is returned.
func stitch(issue *bulletin.Issue, jumps [][]jump) (all []stitched) {
	used := map[[2]int]bool{} // leaf, place among its jumps
	for from, leaf := range issue.Leaves {
		for _, j := range jumps[from] {
			if !j.forward {
				continue
			}
			to := slices.IndexFunc(issue.Leaves, func(l bulletin.Leaf) bool { return l.Number == j.page })
			if to < 0 || to == from {
				continue
			}
			for k, back := range jumps[to] {
				if back.forward || back.page != leaf.Number || used[[2]int{to, k}] {
					continue
				}
				if follow(&issue.Leaves[from].Page, j.story, &issue.Leaves[to].Page, back.story) {
					used[[2]int{to, k}] = true
					all = append(all, stitched{from, to, j.story, back.story})
					break
				}
			}
		}
	}
	return all
}

// follow moves the rest of a story behind its beginning; it says whether both are there.
func follow(page *bulletin.Page, story bulletin.ID, other *bulletin.Page, rest bulletin.ID) bool {
	here := slices.IndexFunc(page.Articles, func(a bulletin.Article) bool { return a.ID == story })
	there := slices.IndexFunc(other.Articles, func(a bulletin.Article) bool { return a.ID == rest })
	if here < 0 || there < 0 {
		return false
	}
	a := &page.Articles[here]
	a.Blocks = slices.Clone(a.Blocks)
	for _, b := range other.Articles[there].Blocks {
		if b.Kind.Title() {
			continue // the rest repeats the headline
		}
		if last := lastParagraph(a.Blocks); b.Kind == bulletin.Paragraph && last >= 0 && cutShort(a.Blocks[last].Text) {
			a.Blocks[last].Text += b.Text
			a.Blocks[last].Spans = nil // of two pages now
			continue
		}
		a.Blocks = append(a.Blocks, b)
	}
	other.Articles = slices.Delete(slices.Clone(other.Articles), there, there+1)
	return true
}

func lastParagraph(blocks []bulletin.Block) int {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Kind == bulletin.Paragraph {
			return i
		}
	}
	return -1
}

// cutShort says whether a paragraph ends in mid-sentence.
func cutShort(text string) bool {
	r := []rune(text)
	if len(r) == 0 {
		return false
	}
	last := r[len(r)-1]
	return !script.IsStop(last) && !script.IsClosing(last) && last != '：' && last != '；'
}
