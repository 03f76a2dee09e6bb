package desk

import (
	"context"
	"io"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/export"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
)

// Formats are the ids of the formats that articles and issues can be exported to.
var Formats = formats()

func formats() (ids []string) {
	for _, f := range export.Formats {
		ids = append(ids, f.ID)
	}
	return ids
}

// Exporting is how a finished text is written.
type Exporting struct {
	Format   string          // the id of a row of export.Formats
	Encoding source.Encoding // of plain text; UTF-8 if empty
	CRLF     bool            // line ends of Windows
	Changes  bool            // with a list of what was changed
	Notes    bool            // with the notes on each article
}

// Export is a finished file that is not written yet.
type Export struct {
	Name  string // a file name that every system allows
	Bytes []byte
	Text  string // what Bytes say, with plain line ends, for a preview
	Lost  []source.Unencodable
	Open  int // notes on what it holds that are not settled
}

// ExportArticle makes the file of one article of a page. It asks the library only for the names of people,
// where changes are wanted.
func (d *Desk) ExportArticle(ctx context.Context, p *session.Snapshot, id bulletin.ID, how Exporting) (Export, error) {
	page := p.Text
	for _, a := range page.Page().Articles {
		if a.ID != id {
			continue
		}
		s := export.Story{Article: a}
		if how.Changes {
			people, err := d.People(ctx)
			if err != nil {
				return Export{}, err
			}
			s.Changes = changes(page, people)[id]
		}
		notes, err := d.NotesOn(ctx, p)
		if err != nil {
			return Export{}, err
		}
		if how.Notes {
			s.Notes = notesOf(notes)[id]
		}
		e, err := render(a.Name(), how, s)
		e.Open = OpenNotes(notes, id)
		return e, err
	}
	return Export{}, &say.Problem{
		What: say.T("没有这篇稿件", "there is no such article"),
		Do:   say.T("请把光标放进要导出的稿件；命令行见 list", "put the caret into the article; on the command line see list"),
	}
}

// ExportIssue makes the file of a whole issue, as it is saved in the library; stories that go on on another
// page are one.
func (d *Desk) ExportIssue(ctx context.Context, issue int64, how Exporting) (Export, error) {
	whole, pages, joined, err := d.whole(ctx, issue)
	if err != nil {
		return Export{}, err
	}
	open := 0
	noted := make([]map[bulletin.ID][]export.Note, len(pages))
	for i, p := range pages {
		notes, err := d.NotesOn(ctx, p)
		if err != nil {
			return Export{}, err
		}
		if open += OpenNotes(notes, bulletin.None); how.Notes {
			noted[i] = notesOf(notes)
		}
	}
	if how.Notes {
		for _, j := range joined {
			noted[j.from][j.story] = append(noted[j.from][j.story], noted[j.to][j.rest]...)
		}
	}
	of := make([]map[bulletin.ID][]export.Change, len(pages))
	if how.Changes {
		people, err := d.People(ctx)
		if err != nil {
			return Export{}, err
		}
		for i, p := range pages {
			of[i] = changes(p.Text, people)
		}
		for _, j := range joined {
			of[j.from][j.story] = append(of[j.from][j.story], of[j.to][j.rest]...)
		}
	}
	out := export.Issue{Publication: whole.Publication, Number: whole.Number, Date: whole.Date}
	for i, l := range whole.Leaves {
		p := export.Page{Number: l.Number, Section: l.Section, Tray: l.Page.Tray, Furniture: l.Page.Furniture}
		for _, a := range l.Page.Articles {
			p.Stories = append(p.Stories, export.Story{Article: a, Changes: of[i][a.ID], Notes: noted[i][a.ID]})
		}
		out.Pages = append(out.Pages, p)
	}
	name := whole.Publication + " " + whole.Date
	if whole.Date == "" {
		name = whole.Publication + " " + whole.Number
	}
	e, err := render(name, how, out)
	e.Open = open
	return e, err
}

// whole reads an issue with all its pages; stories that go on on another page are one.
func (d *Desk) whole(ctx context.Context, issue int64) (whole bulletin.Issue, pages []*session.Snapshot, joined []stitched, err error) {
	var ends [][]jump
	err = d.pagesOf(ctx, issue, func(l session.Leaf, p *session.Snapshot) error {
		t := p.Text
		pages = append(pages, p)
		whole.Publication, whole.Number, whole.Date = l.Publication, l.IssueNumber, l.Date
		whole.Leaves = append(whole.Leaves, bulletin.Leaf{Number: l.Number, Section: l.Section, Page: t.Page()})
		ends = append(ends, jumps(t))
		return nil
	})
	if err != nil {
		return whole, nil, nil, err
	}
	joined = stitch(&whole, ends)
	return whole, pages, joined, nil
}

// changes are the corrections of a page that count, by the article in which they stand now. The cost is
// that of one replay.
func changes(t *revision.Text, people map[int64]string) map[bulletin.ID][]export.Change {
	all := map[bulletin.ID][]export.Change{}
	log := t.Log()
	for _, cs := range t.History() {
		for _, c := range cs {
			if !c.Counts || !t.Has(c.At) {
				continue
			}
			block, _, _ := t.BlockOf(c.At)
			if block >= t.NumBlocks() {
				continue
			}
			h := t.Head(block)
			if h.Article == bulletin.None || h.Kind == bulletin.Furniture {
				continue
			}
			by := log[c.Rev-1]
			layout := c.Kind == compare.Joined || c.Kind == compare.Parted || c.Kind == compare.Moved || c.Kind == compare.Marked
			all[h.Article] = append(all[h.Article], export.Change{
				Kind: c.Kind.String(), Before: c.Before, After: c.After, Person: people[by.Author.Person], Rule: by.Author.Rule,
				Time: by.Time.UTC(), Place: c.Place, Layout: layout,
			})
		}
	}
	return all
}

// render makes the file of what can be written.
func render(name string, how Exporting, what interface {
	Write(io.Writer, export.Options) ([]source.Unencodable, error)
}) (Export, error) {
	format, ok := export.ByID(how.Format)
	if !ok {
		return Export{}, &say.Problem{
			Subject: how.Format,
			What:    say.T("不是可导出的格式", "is no format to export to"),
			Do:      say.T("可用：%s", "there are: %s").With(strings.Join(Formats, ", ")),
		}
	}
	var text, file strings.Builder
	if _, err := what.Write(&text, export.Options{Format: format, Changes: how.Changes}); err != nil {
		return Export{}, err
	}
	lost, err := what.Write(&file, export.Options{Format: format, Encoding: how.Encoding, CRLF: how.CRLF, Changes: how.Changes})
	return Export{Name: export.FileName(name, format.Extension), Text: text.String(), Bytes: []byte(file.String()), Lost: lost}, err
}

// Write puts an export on disk, whole or not at all. It never overwrites a file unless told to
// (export.ErrExists), and a library not even then (export.ErrLibrary). Once it has begun it ends.
func (d *Desk) Write(ctx context.Context, path string, e Export, overwrite bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return export.WriteFile(export.Target{Path: path, Overwrite: overwrite, Library: d.path}, func(w io.Writer) error {
		_, err := w.Write(e.Bytes)
		return err
	})
}
