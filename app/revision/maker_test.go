package revision

import (
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
)

// In tests a text makes its own operations, in the order of the text.

func (t *Text) replace(block, from, to int, text string) []Op {
	return maker{t}.replace(block, from, to, text)
}

func (t *Text) replaceRange(from, to bulletin.Place, text string) []Op {
	return maker{t}.replaceRange(from, to, text)
}

func (t *Text) splice(blocks []int, from, to int, text string) []Op {
	return maker{t}.splice(blocks, from, to, text)
}

func (t *Text) clear(blocks []int, from, to int, text string) []Op {
	return maker{t}.clear(blocks, from, to, text)
}

func (t *Text) setKind(blocks []int, kind bulletin.Kind, into bulletin.ID) []Op {
	return maker{t}.setKind(blocks, kind, into)
}

func (t *Text) moveBlocks(blocks []int, before int) []Op { return maker{t}.moveBlocks(blocks, before) }

func (t *Text) setArticle(blocks []int, a bulletin.ID) []Op { return maker{t}.setArticle(blocks, a) }

func (t *Text) newArticle(block int) bulletin.ID { return maker{t}.newArticle(block) }

func (t *Text) together(lists ...[]Op) []Op { return maker{t}.together(lists...) }

// split ends the block at an offset; both halves have its kind and article.
func (t *Text) split(block, off int) []Op { return t.replace(block, off, off, "\n") }

// join joins a block with the one before it, with text between.
func (t *Text) join(block int, between string) []Op {
	return t.replaceRange(place(block-1, t.Len(block-1)), place(block, 0), between)
}

// align makes blocks what a text says, like it or not.
func (t *Text) align(blocks []int, text string) []Op {
	var ours, lines [][]rune
	for _, i := range blocks {
		ours = append(ours, t.Runes(i))
	}
	for line := range strings.SplitSeq(breaks.Replace(text), "\n") {
		if line != "" {
			lines = append(lines, []rune(line))
		}
	}
	return maker{t}.align(blocks, lines, compare.Pair(ours, lines))
}
