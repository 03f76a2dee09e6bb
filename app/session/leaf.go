package session

import (
	"strings"

	"qingyang/app/say"
	"qingyang/app/wording"
)

// PageID names a page in a library.
type PageID int64

// Leaf says which page of which issue a page is.
type Leaf struct {
	ID          PageID
	Issue       int64
	Paper       int64 // the publication's id
	Publication string
	IssueNumber string
	Date        string // ISO 8601
	Number      int
	Section     string
	Revisions   int
}

// Title is how people name the page: "青禾日报 2022-03-04 第3版 综合新闻".
func (l Leaf) Title() string {
	return l.Name().ZH
}

// Name is the same in both languages: "青禾日报 2022-03-04 page 3 综合新闻". Title is its Chinese.
func (l Leaf) Name() say.Text {
	t := say.T("%s %s 第%d版 %s", "%s %s page %d %s").With(wording.Called(l.Publication), wording.Called(l.day()), l.Number, l.Section)
	return say.T(strings.Join(strings.Fields(t.ZH), " "), strings.Join(strings.Fields(t.EN), " "))
}

// day is the issue's date, or its number where it has none.
func (l Leaf) day() string {
	if l.Date != "" {
		return l.Date
	}
	return l.IssueNumber
}
