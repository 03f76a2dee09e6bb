package desk

import (
	"bytes"
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/export"
	"qingyang/app/say"
	"qingyang/app/source"
)

// Exporting is how a finished text is written.
type Exporting struct {
	Format   string          // the id of a row of export.Formats
	Encoding source.Encoding // of plain text; UTF-8 if empty
	CRLF     bool            // line ends of Windows
}

// Export is a finished file that is not written yet.
type Export struct {
	Name  string // a file name that every system allows
	Bytes []byte
	Text  string // Bytes before they were encoded, for a preview
	Lost  []source.Unencodable
}

// ExportArticle makes the file of one article of a page.
func ExportArticle(page bulletin.Page, id bulletin.ID, how Exporting) (Export, error) {
	for _, a := range page.Articles {
		if a.ID == id {
			return render(a.Name(), how, func(w *bytes.Buffer, o export.Options) error { return export.Article(w, a, o) })
		}
	}
	return Export{}, &say.Problem{
		What: say.T("没有这篇稿件", "there is no such article"),
		Do:   say.T("请把光标放进要导出的稿件", "put the caret into the article"),
	}
}

// ExportIssue makes the file of a whole issue, as it is saved in the library.
func (d *Desk) ExportIssue(ctx context.Context, issue int64, how Exporting) (Export, error) {
	whole, err := d.Whole(ctx, issue)
	if err != nil {
		return Export{}, err
	}
	name := whole.Publication + " " + whole.Date
	if whole.Date == "" {
		name = whole.Publication + " " + whole.Number
	}
	return render(name, how, func(w *bytes.Buffer, o export.Options) error { return export.Issue(w, whole, o) })
}

// Whole reads an issue with all its pages; stories that go on on another page are one.
func (d *Desk) Whole(ctx context.Context, issue int64) (bulletin.Issue, error) {
	leaves, err := d.Leaves(ctx, issue)
	if err != nil {
		return bulletin.Issue{}, err
	}
	var whole bulletin.Issue
	var ends [][]jump
	for _, l := range leaves {
		s, err := d.OpenPage(ctx, l.ID)
		if err != nil {
			return bulletin.Issue{}, err
		}
		whole.Publication, whole.Number, whole.Date = l.Publication, l.IssueNumber, l.Date
		whole.Leaves = append(whole.Leaves, bulletin.Leaf{Number: l.Number, Section: l.Section, Page: s.Text().Page()})
		ends = append(ends, jumps(s.Text()))
	}
	stitch(&whole, ends)
	return whole, nil
}

func render(name string, how Exporting, write func(*bytes.Buffer, export.Options) error) (Export, error) {
	format, ok := export.ByID(how.Format)
	if !ok {
		return Export{}, &say.Problem{
			Subject: how.Format,
			What:    say.T("不是可导出的格式", "is no format to export to"),
			Do:      say.T("可用：txt、md、html、json", "there are: txt, md, html, json"),
		}
	}
	var out bytes.Buffer
	if err := write(&out, export.Options{Format: format}); err != nil {
		return Export{}, err
	}
	e := Export{Name: export.FileName(name, format.Extension), Text: out.String()}
	text := e.Text
	if how.CRLF {
		text = string(bytes.ReplaceAll(out.Bytes(), []byte("\n"), []byte("\r\n")))
	}
	enc := how.Encoding
	if enc == "" || format.ID != "txt" {
		enc = source.UTF8
	}
	e.Bytes, e.Lost = source.Encode(text, enc)
	return e, nil
}

// Write puts an export on disk. It never overwrites a file unless told to: export.ErrExists.
func (d *Desk) Write(path string, e Export, overwrite bool) error {
	return export.WriteFile(path, e.Bytes, overwrite)
}
