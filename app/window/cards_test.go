package window

import (
	"strings"
	"testing"

	"qingyang/app/bulletin"
)

// An article that was dropped elsewhere is selected there, with the caret in it, and it is said.
func TestDroppedCardStaysSelected(t *testing.T) {
	s := newStage(t)
	s.sample()
	articles := 0
	for _, c := range s.cards.cards {
		if c.article != bulletin.None && c.article != bulletin.Start {
			articles++
		}
	}
	if articles < 3 {
		t.Fatalf("the page has %d articles", articles)
	}
	for _, to := range []int{articles - 1, 0} {
		from := articles - 1 - to
		moved := s.cards.cards[from]
		s.cards.rows.Select(from)
		s.cards.drop(from, to)
		s.await("dropped")
		i := s.cards.rows.Selected()
		if got := s.cards.cards[i]; got.article != moved.article || i != to {
			t.Errorf("dropped from %d onto %d card %d is selected, %q", from, to, i, got.name)
		}
		at := s.clean.Caret().Block
		if s.session.Order().ArticleAt(at) != moved.article {
			t.Errorf("the caret is in another article, block %d", at)
		}
		if !strings.Contains(s.status.Text(), "移到") {
			t.Errorf("it says %q", s.status.Text())
		}
		s.settle()
	}
}

// A card is called by the headline, also where a kicker stands above it.
func TestCardName(t *testing.T) {
	s := newStage(t)
	s.page("渡口新闻之一\n夜航首日客满\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了岸，岸上的人越来越小，灯也越来越小。\n")
	s.clean.SetCaret(s.inside(at(0, 0)))
	if n := s.session.Order().Blocks(); n < 2 {
		t.Fatalf("%d blocks", n)
	}
	s.clean.Insert("引题在上\n")
	s.clean.SetCaret(s.inside(at(0, 0)))
	s.do("block.kicker")
	s.settle()
	s.cards.refresh()
	text, head := s.session.Order().Block(1)
	if head.Kind != bulletin.Headline {
		t.Fatalf("the second block is %v", head.Kind)
	}
	if s.cards.cards[0].name != string(text) {
		t.Errorf("the card is called %q, the headline is %q", s.cards.cards[0].name, string(text))
	}
}
