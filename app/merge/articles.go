package merge

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
	"qingyang/app/script"
)

// storied is an article of the page, and the lines of a text that are it.
type storied struct {
	article bulletin.ID
	cells   []cell        // its blocks in shown order, the last one without its break
	starts  []int         // of its blocks, in cells
	last    bulletin.Kind // of its last block
	lines   [][]rune
	has     bool // at least a third of it stands there
}

// assign gives each line of a text to the article that has most of its strings of characters. Lines that none has go
// with those around them where these are of one article, or where the article misses as many blocks there; sentences
// behind an article's last paragraph go with it; what is left stands beside.
func assign(o *revision.Order, lines [][]rune) (stories []storied, beside []string) {
	of := map[string]int{} // by a string of characters: the story that has it, -1 where several do
	whole := map[string]int{}
	note := func(m map[string]int, key string, k int) {
		if was, known := m[key]; known && was != k {
			k = -1
		}
		m[key] = k
	}
	for b := 0; b < o.Blocks(); {
		article := o.ArticleAt(b)
		_, end := o.Article(b)
		if article == bulletin.None {
			b = end
			continue
		}
		st := storied{article: article}
		for ; b < end; b++ {
			cells := cellsOf(o, b)
			if len(cells) == 1 {
				continue
			}
			st.starts = append(st.starts, len(st.cells))
			st.cells = append(st.cells, cells...)
			text, _ := o.Block(b)
			note(whole, string(text), len(stories))
			runes, _ := dense(text)
			for i := 0; i+anchor <= len(runes); i++ {
				note(of, string(runes[i:i+anchor]), len(stories))
			}
		}
		if len(st.cells) > 0 {
			st.last = st.cells[len(st.cells)-1].kind
			st.cells = st.cells[:len(st.cells)-1]
			st.soften()
			stories = append(stories, st)
		}
	}
	owner := owners(lines, of, whole, len(stories))
	for k := range stories {
		stories[k].claim(k, lines, owner)
	}
	for i, k := range owner {
		if k < 0 && i > 0 && owner[i-1] >= 0 && stories[owner[i-1]].last == bulletin.Paragraph && ends(lines[i][len(lines[i])-1]) {
			k = owner[i-1] // a paragraph that is new at a story's end
			owner[i] = k
		}
		if k < 0 {
			beside = append(beside, string(lines[i]))
			continue
		}
		stories[k].lines = append(stories[k].lines, lines[i])
	}
	return stories, beside
}

// owners are the stories of lines; -1 where none can be told.
func owners(lines [][]rune, of, whole map[string]int, stories int) []int {
	owner := make([]int, len(lines))
	for i, line := range lines {
		votes := make([]int, stories)
		runes, _ := dense(line)
		for k := 0; k+anchor <= len(runes); k++ {
			if s, known := of[string(runes[k:k+anchor])]; known && s >= 0 {
				votes[s]++
			}
		}
		owner[i] = -1
		most := 0
		for s, n := range votes {
			if n > most {
				owner[i], most = s, n
			}
		}
		if s, known := whole[string(line)]; most == 0 && known && s >= 0 {
			owner[i] = s
		}
	}
	for i := 1; i+1 < len(owner); i++ { // what is new in a story may be like what another one has
		if k, known := whole[string(lines[i])]; owner[i-1] == owner[i+1] && owner[i-1] >= 0 && !(known && k == owner[i]) {
			owner[i] = owner[i-1]
		}
	}
	for i := 0; i < len(owner); { // between two lines of one story
		j := i
		for j < len(owner) && owner[j] < 0 {
			j++
		}
		if i > 0 && j < len(owner) && owner[i-1] == owner[j] {
			for k := i; k < j; k++ {
				owner[k] = owner[j]
			}
		}
		i = j + 1
	}
	return owner
}

// claim takes the lines that are a story's, and as many before the first and behind the last of them, where no story has
// those, as it has blocks there that stand in no line.
func (st *storied) claim(k int, lines [][]rune, owner []int) {
	first, last := -1, -1
	stands := map[string]bool{}
	for i, o := range owner {
		if o != k {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
		stands[string(lines[i])] = true
		runes, _ := dense(lines[i])
		for j := 0; j+anchor <= len(runes); j++ {
			stands[string(runes[j:j+anchor])] = true
		}
	}
	if first < 0 {
		return
	}
	told, size := st.told(stands)
	st.has = 3*size >= len(st.cells)
	for n := slices.Index(told, true); n > 0 && first > 0 && owner[first-1] < 0; n-- {
		first--
		owner[first] = k
	}
	slices.Reverse(told)
	for n := slices.Index(told, true); n > 0 && last+1 < len(owner) && owner[last+1] < 0; n-- {
		last++
		owner[last] = k
	}
}

// told says which blocks share a string of characters with some lines, or are one of them, and how many characters
// these have.
func (st *storied) told(stands map[string]bool) (told []bool, size int) {
	for b, from := range st.starts {
		end := len(st.cells)
		if b+1 < len(st.starts) {
			end = st.starts[b+1] - 1
		}
		text := []rune(spell(st.cells[from:end]))
		is := stands[string(text)]
		runes, _ := dense(text)
		for j := 0; j+anchor <= len(runes) && !is; j++ {
			is = stands[string(runes[j:j+anchor])]
		}
		if told = append(told, is); is {
			size += end - from
		}
	}
	return told, size
}

// soften marks the breaks that files do not show.
func (st *storied) soften() {
	lead := false // a dateline, and perhaps a byline behind it, waits for its paragraph
	for b := 1; b < len(st.starts); b++ {
		brk, next := &st.cells[st.starts[b]-1], st.last
		if b+1 < len(st.starts) {
			next = st.cells[st.starts[b+1]-1].kind
		}
		lead = brk.kind == bulletin.Dateline || lead && brk.kind == bulletin.Byline
		runsIn := next == bulletin.Paragraph || brk.kind == bulletin.Dateline && next == bulletin.Byline
		brk.soft = lead && runsIn || brk.kind.Title() && brk.kind == next
	}
}

// setLead are the marks that files set between a dateline, a byline and a paragraph, and between titles of one kind.
const setLead = " \u3000\n（）()"

// meant is a piece without what files set otherwise than the page has it; ok is false where nothing is left. A
// paragraph that is new behind a title stands before what follows, so that it is no title; a line that a program broke
// in mid-sentence is no paragraph.
func (st *storied) meant(q compare.Piece) (compare.Piece, bool) {
	set := func(r rune) bool { return strings.ContainsRune(setLead, r) }
	for q.From < q.To && st.cells[q.From].soft {
		for q.From++; len(q.Text) > 0 && set(q.Text[0]); {
			q.Text = q.Text[1:]
		}
	}
	for q.From < q.To && st.cells[q.To-1].soft {
		for q.To--; len(q.Text) > 0 && set(q.Text[len(q.Text)-1]); {
			q.Text = q.Text[:len(q.Text)-1]
		}
	}
	if q.From == q.To && len(q.Text) == 0 {
		return q, false
	}
	if q.From == q.To && q.Text[0] == '\n' && q.To < len(st.cells) && st.cells[q.To].r == '\n' && st.cells[q.To].kind != bulletin.Paragraph {
		q.From, q.To, q.Text = q.From+1, q.To+1, append(slices.Clone(q.Text[1:]), '\n')
	}
	if q.From == q.To && string(q.Text) == "\n" && q.From > 0 && !ends(st.cells[q.From-1].r) {
		return q, false
	}
	return q, true
}

// ends says whether a paragraph may end with a character.
func ends(r rune) bool {
	return script.IsStop(r) || script.IsClosing(r) || strings.ContainsRune("…：:；;.\n", r)
}
