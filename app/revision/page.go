package revision

import "qingyang/app/bulletin"

// Page is the finished form of the page, in shown order (see Order). Empty blocks don't show, and an article
// without shown blocks does not exist. Linear in runs, and that of Order; the texts are copied.
func (t *Text) Page() bulletin.Page {
	var page bulletin.Page
	all := t.Blocks()
	for _, i := range t.Order().blocks {
		b := all[i]
		switch n := len(page.Articles); {
		case len(b.Spans) == 0:
		case b.Kind == bulletin.Furniture:
			page.Furniture = append(page.Furniture, b)
		case b.Article == bulletin.None:
			page.Tray = append(page.Tray, b)
		case n > 0 && page.Articles[n-1].ID == b.Article:
			page.Articles[n-1].Blocks = append(page.Articles[n-1].Blocks, b)
		default:
			page.Articles = append(page.Articles, bulletin.Article{ID: b.Article, Blocks: []bulletin.Block{b}})
		}
	}
	return page
}
