package session

import (
	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// breaks are the breaks that live now.
func (s *Session) breaks() map[bulletin.ID]bool {
	live := make(map[bulletin.ID]bool, len(s.order.heads))
	for _, h := range s.order.heads {
		live[h.Break] = true
	}
	return live
}

// adopt gives blocks that have just come back to the article and kind of what stands below them: a
// break of the raw page that lives again has no Mark of its own, and what it ends was a part of that
// block. It belongs to the undo step before it. before are the breaks that lived already: a block
// whose Mark was taken back is meant to be nothing.
func (s *Session) adopt(before map[bulletin.ID]bool, c Changed) (Changed, error) {
	var ops []revision.Op
	var below revision.Head
	for i := len(s.order.heads) - 1; i >= 0; i-- {
		h := s.order.heads[i]
		if fresh := h.Kind == bulletin.Line && h.Article == bulletin.None && !before[h.Break]; fresh && below.Kind != bulletin.Line {
			h.Kind, h.Article = below.Kind, below.Article
			ops = append(ops, revision.Op{Kind: revision.Mark, At: h.Break, Block: h.Kind, Article: h.Article})
		}
		below = h
	}
	if len(ops) == 0 {
		return c, nil
	}
	more, err := s.append(s.mine(s.text.Log()[s.text.N()-1].Group, "", ops))
	return cover(c, more), err
}
