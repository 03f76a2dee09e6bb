// Package export writes finished articles and issues, one file a format.
//
// It knows neither the library nor the window: values of app/bulletin in, bytes out. Furniture is
// no part of an article and goes out in JSON only; what still lies in the tray is never left out
// of an issue, since nobody would miss it. Start reading at Formats; flow.go says in which order a
// story is printed.
package export

import (
	"io"

	"qingyang/app/bulletin"
	"qingyang/app/say"
)

// Format is one kind of file that finished text can be written as.
type Format struct {
	ID        string // "txt": what the command line calls it
	Name      say.Text
	Extension string // with the dot

	article func(out *printer, a bulletin.Article)
	issue   func(out *printer, i bulletin.Issue)
}

// Formats are all formats, in the order in which they are offered.
var Formats = []Format{
	{"txt", say.T("纯文本", "Plain text"), ".txt", plainArticle, plainIssue},
	{"md", say.T("Markdown", "Markdown"), ".md", markdownArticle, markdownIssue},
	{"html", say.T("网页", "Web page"), ".html", htmlArticle, htmlIssue},
	{"json", say.T("JSON 数据", "JSON data"), ".json", jsonArticle, jsonIssue},
}

// ByID finds a format; ok is false for an id that is none.
func ByID(id string) (f Format, ok bool) {
	for _, f := range Formats {
		if f.ID == id {
			return f, true
		}
	}
	return Format{}, false
}

// Options say how a text is written.
type Options struct {
	Format Format
}

// Article writes one article as UTF-8 with LF line ends; the last line ends with one. Its errors
// are those of w.
func Article(w io.Writer, a bulletin.Article, o Options) error {
	out := &printer{w: w}
	o.Format.article(out, a)
	return out.err
}

// Issue writes an issue, page by page, as Article does.
func Issue(w io.Writer, i bulletin.Issue, o Options) error {
	out := &printer{w: w}
	o.Format.issue(out, i)
	return out.err
}

// printer writes strings until the first error, which it keeps.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) put(parts ...string) {
	for _, s := range parts {
		if p.err == nil {
			_, p.err = io.WriteString(p.w, s)
		}
	}
}
