package wording

import "qingyang/app/say"

// What a page is put under whose publication or issue nobody knows. The Chinese name is the one in the library.
var (
	UnknownPaper = say.T("未定报刊", "unknown paper")
	UnknownIssue = say.T("未定期号", "unknown issue")
)

// Called is how people read a name that a library has for a publication or an issue.
func Called(name string) say.Text {
	switch name {
	case UnknownPaper.ZH:
		return UnknownPaper
	case UnknownIssue.ZH:
		return UnknownIssue
	}
	return say.T(name, name)
}
