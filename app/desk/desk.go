// Package desk is a library without a window: open, import, list, search, sign, export, verify, back up.
//
// With session, which is one open page of it, this is the only room that turns rows of the store into
// the model and back. A Desk may be used from any goroutine. Start reading at Open, then Import, then
// OpenPage.
package desk

import (
	"context"
	"errors"
	"os"
	"os/user"

	"qingyang/app/export"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// Desk is an open library with a person in front of it.
type Desk struct {
	lib    *store.Library
	path   string
	person Person
	clock  session.Clock
	post   func(func())
}

// Person is somebody who makes revisions.
type Person struct {
	ID   int64
	Name string
}

// Options are what a Desk needs from outside. The zero value is right for a command line.
type Options struct {
	// Clock is the wall clock if nil.
	Clock session.Clock
	// Post runs f on the goroutine that owns the open pages, soon, and may be called from any other.
	// If it is nil nothing runs in the background: every save happens in the call that made it due.
	Post func(f func())
	// Name is who works, where the library has no record of this computer's user yet; if empty
	// the user's name on this computer is taken.
	Name string
	// Existing has Open fail where there is no file, instead of making a new library.
	Existing bool
}

// Open opens the library at path, or makes a new one if there is no file.
//
// The error is a *say.Problem where a person can do something about it; the file is left as it was.
func Open(ctx context.Context, path string, opt Options) (*Desk, error) {
	lib, err := store.Open(ctx, path)
	if errors.Is(err, os.ErrNotExist) && opt.Existing {
		return nil, &say.Problem{
			Subject: path, What: say.T("没有这个文件", "is not there"),
			Do: say.T("请检查路径；导入会新建档案库", "check the path; importing makes a new library"), Err: err,
		}
	}
	if errors.Is(err, os.ErrNotExist) {
		if err := export.Guard(path, ""); err != nil {
			return nil, err
		}
		lib, err = store.Create(ctx, path)
	}
	if err != nil {
		return nil, session.Problem(path, err)
	}
	d := &Desk{lib: lib, path: path, clock: opt.Clock, post: opt.Post}
	if d.clock == nil {
		d.clock = session.WallClock{}
	}
	if err := d.takeSeat(ctx, opt.Name); err != nil {
		return nil, errors.Join(session.Problem(path, err), lib.Close())
	}
	return d, nil
}

// Path is the library's file.
func (d *Desk) Path() string { return d.path }

// Person is who works at this desk.
func (d *Desk) Person() Person { return d.person }

// Close closes the library. Its pages must be closed before.
func (d *Desk) Close() error { return d.lib.Close() }

// OpenPage opens a page of the library. Its cost is that of replaying the page's log.
func (d *Desk) OpenPage(ctx context.Context, page session.PageID) (*session.Session, error) {
	leaf, err := d.Leaf(ctx, page)
	if err != nil {
		return nil, err
	}
	house, err := d.House(ctx, leaf.Paper)
	if err != nil {
		return nil, err
	}
	return session.Open(ctx, leaf, session.Options{
		Library: d.lib, Path: d.path, Person: d.person.ID, Clock: d.clock, Post: d.post, Profile: house.profile(),
	})
}

// takeSeat finds or makes the person that this computer's user is in the library.
func (d *Desk) takeSeat(ctx context.Context, name string) error {
	if name == "" {
		name = userName()
	}
	people, err := d.lib.People(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		if p.Name == name {
			d.person = Person{p.ID, p.Name}
			return nil
		}
	}
	id, err := d.lib.AddPerson(ctx, name)
	d.person = Person{id, name}
	return err
}

// userName is the name that the computer knows its user by.
func userName() string {
	if u, err := user.Current(); err == nil {
		if u.Name != "" {
			return u.Name
		}
		return u.Username
	}
	return "编辑"
}
