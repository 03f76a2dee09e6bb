package session

import (
	"fmt"
	"strings"
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
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s", l.Publication, l.day(), l.short())), " ")
}

// day is the issue's date, or its number where it has none.
func (l Leaf) day() string {
	if l.Date != "" {
		return l.Date
	}
	return l.IssueNumber
}

// short names the page inside its issue: "第3版 综合新闻".
func (l Leaf) short() string {
	return strings.TrimSpace(fmt.Sprintf("第%d版 %s", l.Number, l.Section))
}
