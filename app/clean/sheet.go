package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// provisional origins stand for "typed by that revision" until its number is known: each sheet has
// one of its own, from here downwards. bulletin.None uses -1.
const provisional = -2

// sheet collects what one rule does; it becomes one revision.
type sheet struct {
	rule   string
	origin int32 // provisional
	ops    revision.Draft
	typed  int32 // runes typed so far
}

// insert types text behind a character and returns the identity of its first rune.
func (s *sheet) insert(at bulletin.ID, text string) bulletin.ID {
	first := bulletin.ID{Origin: s.origin, Index: s.typed}
	s.ops.Insert(at, text)
	s.typed += int32(len([]rune(text)))
	return first
}

func (s *sheet) remove(spans ...bulletin.Span) {
	if len(spans) > 0 {
		s.ops.Delete(spans...)
	}
}

// number gives the sheet its place in the log; numbers says which provisional origins have theirs.
func (s *sheet) number(n int, numbers map[int32]int32) revision.Revision {
	fix := func(origin *int32) {
		if *origin <= provisional {
			*origin = numbers[*origin]
		}
	}
	for i := range s.ops {
		op := &s.ops[i]
		fix(&op.At.Origin)
		fix(&op.Article.Origin)
		for k := range op.Spans {
			fix(&op.Spans[k].Origin)
		}
	}
	return revision.Revision{N: n, Group: 1, Author: revision.Author{Rule: s.rule}, Ops: s.ops}
}

// rawSpan is a run of raw characters.
func rawSpan(from, to int) bulletin.Span { return bulletin.Span{From: int32(from), To: int32(to)} }

func rawID(at int) bulletin.ID { return bulletin.ID{Index: int32(at)} }
