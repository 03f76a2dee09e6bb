package desk

import (
	"context"

	"qingyang/app/bulletin"
	"qingyang/app/export"
	"qingyang/app/session"
)

// PageNotes are the notes of one page.
type PageNotes struct {
	Leaf session.Leaf
	All  []session.Noted
}

// Notes are the notes of the pages of an issue that have some, with the names of those who wrote them. Its cost is
// that of replaying the pages.
func (d *Desk) Notes(ctx context.Context, issue int64) (all []PageNotes, err error) {
	err = d.pagesOf(ctx, issue, func(l session.Leaf, p *session.Snapshot) error {
		notes, err := d.NotesOn(ctx, p)
		if len(notes) > 0 {
			all = append(all, PageNotes{l, notes})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// NotesOn are the notes of a page, with the names of those who wrote them.
func (d *Desk) NotesOn(ctx context.Context, p *session.Snapshot) ([]session.Noted, error) {
	all, err := p.Notes(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	people, err := d.People(ctx)
	for _, n := range all {
		for i := range n.Words {
			n.Words[i].Name = people[n.Words[i].Person]
		}
	}
	return all, err
}

// OpenNotes counts the notes of an article that are not settled; of the whole page where that is bulletin.None.
func OpenNotes(all []session.Noted, article bulletin.ID) (n int) {
	for _, x := range all {
		if x.State != bulletin.NoteSettled && (article == bulletin.None || x.Article == article) {
			n++
		}
	}
	return n
}

// notesOf are notes as files have them, by article.
func notesOf(all []session.Noted) map[bulletin.ID][]export.Note {
	by := map[bulletin.ID][]export.Note{}
	for _, n := range all {
		x := export.Note{Kind: n.Kind.String(), State: n.State.String(), Quote: n.Quote}
		for _, w := range n.Words {
			x.Words = append(x.Words, export.NoteWord{Person: w.Name, Text: w.Text, Time: w.Time})
		}
		by[n.Article] = append(by[n.Article], x)
	}
	return by
}
