// Package export writes finished articles and issues, one file a format.
//
// It knows neither the library nor the window: values in, bytes out to an io.Writer; WriteFile puts them
// where a person wants them. Furniture is no part of an article and goes out in JSON only; what still lies
// in the tray is never left out of an issue, since nobody would miss it. Start reading at Formats and
// Story; flow.go says in which order a story is printed.
package export

import (
	"io"
	"strings"
	"unicode/utf8"

	"qingyang/app/say"
	"qingyang/app/source"
)

// Format is one kind of file that finished text can be written as.
type Format struct {
	ID        string // "txt": what the command line calls it
	Name      say.Text
	Extension string // with the dot

	plain bool // it may be in another encoding than UTF-8
	story func(out *printer, s Story)
	issue func(out *printer, i Issue)
}

// Formats are all formats, in the order in which they are offered.
var Formats = []Format{
	{"txt", say.T("纯文本", "Plain text"), ".txt", true, plainStory, plainIssue},
	{"md", say.T("Markdown", "Markdown"), ".md", false, markdownFile, markdownIssue},
	{"html", say.T("网页", "Web page"), ".html", false, htmlFile, htmlIssue},
	{"json", say.T("JSON 数据", "JSON data"), ".json", false, jsonStory, jsonIssue},
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
	Format   Format
	Encoding source.Encoding // of plain text; all else is UTF-8, as is what is left empty
	CRLF     bool            // line ends of Windows
	Changes  bool            // with a list of what was changed
}

// printer writes strings in an encoding until the first error, which it keeps.
type printer struct {
	w       io.Writer
	enc     source.Encoding
	crlf    bool
	changes bool

	at   int // runes written
	lost []source.Unencodable
	err  error
}

func newPrinter(w io.Writer, o Options) *printer {
	p := &printer{w: w, enc: source.UTF8, crlf: o.CRLF, changes: o.Changes}
	if o.Format.plain && o.Encoding != "" {
		p.enc = o.Encoding
	}
	return p
}

func (p *printer) put(parts ...string) {
	for _, s := range parts {
		if p.err != nil {
			return
		}
		if p.crlf {
			s = strings.ReplaceAll(s, "\n", "\r\n")
		}
		b, lost := source.Encode(s, p.enc)
		for _, l := range lost {
			p.lost = append(p.lost, source.Unencodable{At: p.at + l.At, Rune: l.Rune})
		}
		p.at += utf8.RuneCountInString(s)
		_, p.err = p.w.Write(b)
	}
}

// Write takes whole characters.
func (p *printer) Write(b []byte) (int, error) {
	p.put(string(b))
	return len(b), p.err
}
