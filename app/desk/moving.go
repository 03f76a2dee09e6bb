package desk

import (
	"context"
	"errors"

	"qingyang/app/session"
)

// MoveTo makes a copy of the library at path, where there must be no file, and opens it. page, if it is not
// nil, is an open page of this library and goes on in the copy, with all of it that is not saved yet: undo,
// place and text stay.
//
// It is for a library whose own file was moved or deleted while it was open, or cannot be written any more;
// what was saved in it before is read by a connection that is open still. When it fails the page goes on
// where it was. The desk itself stays open. Any goroutine may call it but the page's own.
func (d *Desk) MoveTo(ctx context.Context, path string, page *session.Session) (*Desk, error) {
	if err := d.Backup(ctx, path); err != nil {
		return nil, err
	}
	to, err := Open(ctx, path, Options{Clock: d.clock, Post: d.post, Name: d.Person().Name, Existing: true})
	if err != nil {
		return nil, err
	}
	if page == nil {
		return to, nil
	}
	if err := page.MoveTo(ctx, to.lib, path); err != nil {
		return nil, errors.Join(err, to.Close())
	}
	return to, nil
}
