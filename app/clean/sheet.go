package clean

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// own is the origin that stands for "typed by this same revision" until its number is known.
const own = -2

// sheet collects what one rule does; it becomes one revision.
type sheet struct {
	rule  string
	ops   []revision.Op
	typed int32 // runes typed so far
}

// insert types text behind a character and returns the identity of its first rune.
func (s *sheet) insert(at bulletin.ID, text string) bulletin.ID {
	first := bulletin.ID{Origin: own, Index: s.typed}
	s.ops = append(s.ops, revision.Op{Kind: revision.Insert, At: at, Text: text})
	s.typed += int32(len([]rune(text)))
	return first
}

func (s *sheet) remove(spans ...bulletin.Span) {
	if len(spans) > 0 {
		s.ops = append(s.ops, revision.Op{Kind: revision.Delete, Spans: spans})
	}
}

func (s *sheet) mark(at bulletin.ID, kind bulletin.Kind, article bulletin.ID) {
	s.ops = append(s.ops, revision.Op{Kind: revision.Mark, At: at, Block: kind, Article: article})
}

func (s *sheet) move(at bulletin.ID, spans ...bulletin.Span) {
	s.ops = append(s.ops, revision.Op{Kind: revision.Move, At: at, Spans: spans})
}

// number gives the sheet its place in the log: identities of its own get that origin.
func (s *sheet) number(n int) revision.Revision {
	fix := func(id *bulletin.ID) {
		if id.Origin == own {
			id.Origin = int32(n)
		}
	}
	for i := range s.ops {
		op := &s.ops[i]
		fix(&op.At)
		fix(&op.Article)
		for k := range op.Spans {
			if op.Spans[k].Origin == own {
				op.Spans[k].Origin = int32(n)
			}
		}
	}
	return revision.Revision{N: n, Group: 1, Author: revision.Author{Rule: s.rule}, Ops: s.ops}
}

// rawSpan is a run of raw characters.
func rawSpan(from, to int) bulletin.Span { return bulletin.Span{From: int32(from), To: int32(to)} }

func rawID(at int) bulletin.ID { return bulletin.ID{Index: int32(at)} }
