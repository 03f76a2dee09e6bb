package proof

import (
	"sync"

	"qingyang/app/rule"
)

// Memory keeps what the rules found in the blocks of a page, so that looking at the page again costs what
// changed. What it found in texts that the page did not have the last time is forgotten. The zero value
// remembers nothing yet; any goroutine may use one.
type Memory struct {
	mu          sync.Mutex
	last, found map[string][]rule.Suggestion // by the text of a block: the last time, and this time

	of                *House // whose registers these are from
	lastSaid, nowSaid map[string][]fromRegister
}

// turn begins another look.
func (m *Memory) turn() {
	m.last, m.found = m.found, map[string][]rule.Suggestion{}
	m.lastSaid, m.nowSaid = m.nowSaid, map[string][]fromRegister{}
}

// ofRegister is what the registers of a house say of a text. It is not to be changed.
func (m *Memory) ofRegister(h *House, t published) []fromRegister {
	if m.of != h {
		m.of, m.lastSaid, m.nowSaid = h, nil, map[string][]fromRegister{}
	}
	if all, known := m.nowSaid[t.block.Text]; known {
		return all
	}
	all, known := m.lastSaid[t.block.Text]
	if !known {
		for _, x := range h.Register.Find(t.runes) {
			all = append(all, fromRegister{x})
		}
	}
	m.nowSaid[t.block.Text] = all
	return all
}

// suggestions are those of the rules for the text of a block, which is given as a string and as runes. They are
// not to be changed.
func (m *Memory) suggestions(text string, runes []rune) []rule.Suggestion {
	if all, known := m.found[text]; known {
		return all
	}
	all, known := m.last[text]
	if !known {
		all = rule.Suggestions(runes)
	}
	m.found[text] = all
	return all
}
