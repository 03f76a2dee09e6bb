package revision

import (
	"slices"

	"qingyang/app/bulletin"
)

// Page is the finished form of the page, in shown order: articles by where their first paragraph
// stands (one without a paragraph by its first block), inside an article the headline stack first
// (kicker, headline, subheadline), then the blocks as the text stands.
//
// A block of kind furniture is furniture whatever article its Mark names; any other without an
// article lies in the tray. Empty blocks don't show, and an article without shown blocks does not
// exist. Linear in runs and blocks; the texts are copied.
func (t *Text) Page() bulletin.Page {
	var page bulletin.Page
	type story struct {
		at     int // where it stands among the others
		placed bool
		bulletin.Article
	}
	var stories []*story
	byID := map[bulletin.ID]*story{}
	for i, b := range t.Blocks() {
		switch {
		case len(b.Spans) == 0:
		case b.Kind == bulletin.Furniture:
			page.Furniture = append(page.Furniture, b)
		case b.Article == bulletin.None:
			page.Tray = append(page.Tray, b)
		default:
			s := byID[b.Article]
			if s == nil {
				s = &story{at: i, Article: bulletin.Article{ID: b.Article}}
				byID[b.Article] = s
				stories = append(stories, s)
			}
			if b.Kind == bulletin.Paragraph && !s.placed {
				s.at, s.placed = i, true
			}
			s.Blocks = append(s.Blocks, b)
		}
	}
	slices.SortStableFunc(stories, func(a, b *story) int { return a.at - b.at })
	for _, s := range stories {
		slices.SortStableFunc(s.Blocks, func(a, b bulletin.Block) int { return stack(a.Kind) - stack(b.Kind) })
		page.Articles = append(page.Articles, s.Article)
	}
	return page
}

// stack orders the titles of an article before the rest.
func stack(k bulletin.Kind) int {
	switch k {
	case bulletin.Kicker:
		return 0
	case bulletin.Headline:
		return 1
	case bulletin.Subheadline:
		return 2
	}
	return 3
}
