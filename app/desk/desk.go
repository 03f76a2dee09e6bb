// Package desk is a library without a window: open, import, list, search, sign, export, verify, back up.
//
// With session, which is one open page of it, this is the only room that turns rows of the store into
// the model and back. A Desk may be used from any goroutine. Start reading at Open, then Import, then
// OpenPage.
package desk

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/user"
	"sync/atomic"

	"qingyang/app/export"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// Desk is an open library with a person in front of it.
type Desk struct {
	lib    *store.Library
	path   string
	person atomic.Pointer[Person] // replaced as a whole, by Rename
	clock  session.Clock
	post   func(func())
	asked  bool  // it was opened to be read
	full   error // why who works has no seat: the disk has no room for a name
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
	// Reading opens the library only to read it: no lock is waited for that others write under, and
	// nobody takes a seat.
	Reading bool
}

// Open opens the library at path, or makes a new one if there is no file.
//
// The error is a *say.Problem; the file is left as it was. A library that cannot be written, or is damaged,
// opens so that what can be read of it is read: Notice says so.
func Open(ctx context.Context, path string, opt Options) (*Desk, error) {
	d := &Desk{path: path, clock: opt.Clock, post: opt.Post, asked: opt.Reading}
	if d.clock == nil {
		d.clock = session.Wall
	}
	var err error
	if d.lib, err = openOrCreate(ctx, path, opt); err != nil {
		return nil, record.Problem(path, err)
	}
	if errors.Is(d.lib.ReadOnly(), store.ErrDamaged) { // what is open is a copy of what is sound
		if err := rebuildAll(ctx, d.lib); err != nil {
			return nil, errors.Join(record.Problem(path, err), d.lib.Close())
		}
	}
	if d.lib.Former() != "" && d.lib.ReadOnly() == nil { // it was brought to this version, which reads these pages as it did
		if err := keepRaws(ctx, d.lib); err != nil {
			return nil, errors.Join(record.Problem(path, err), d.lib.Close())
		}
	}
	err = d.takeSeat(ctx, opt)
	if errors.Is(err, store.ErrFull) { // then at least it is read
		d.full, opt.Reading = err, true
		if err = d.lib.Close(); err == nil {
			if d.lib, err = store.OpenToRead(ctx, path); err != nil {
				return nil, record.Problem(path, err)
			}
			err = d.takeSeat(ctx, opt)
		}
	}
	if err != nil {
		return nil, errors.Join(record.Problem(path, err), d.lib.Close())
	}
	return d, nil
}

func openOrCreate(ctx context.Context, path string, opt Options) (*store.Library, error) {
	open := store.Open
	if opt.Reading {
		open = store.OpenToRead
	}
	lib, err := open(ctx, path)
	missing := errors.Is(err, os.ErrNotExist)
	if missing && opt.Existing {
		return nil, &say.Problem{
			Subject: path, What: say.T("没有这个文件", "is not there"),
			Do: say.T("请检查路径；导入会新建档案库", "check the path; importing makes a new library"), Err: err,
		}
	}
	if !opt.Existing && (missing || errors.Is(err, store.ErrEmpty)) {
		if err := export.Guard(path, ""); err != nil && missing {
			return nil, err
		}
		lib, err = store.Create(ctx, path)
		if errors.Is(err, store.ErrExists) { // another program was faster
			lib, err = open(ctx, path)
		}
	}
	return lib, err
}

// Notice is what there is to say about the opening of the library, a *say.Problem, or nil: that it can only
// be read, and why, or that it was brought to the present version and where the copy of before is.
func (d *Desk) Notice() error {
	why := cmp.Or(d.full, d.lib.ReadOnly())
	if errors.Is(why, store.ErrDamaged) || errors.Is(why, store.ErrFull) || why != nil && !d.asked {
		return record.Problem(d.path, why)
	}
	if former := d.lib.Former(); former != "" {
		return &say.Problem{
			Subject: d.path, What: say.T("已转为本版本的格式；原样的副本在 %s", "was brought to the present version; a copy of before is at %s").With(former),
			Do: say.T("副本可在确认无误后删除", "delete the copy when you have seen that all is well"),
		}
	}
	return nil
}

// Path is the library's file.
func (d *Desk) Path() string { return d.path }

// Person is who works at this desk.
func (d *Desk) Person() Person { return *d.person.Load() }

// Close closes the library. Its pages must be closed before.
func (d *Desk) Close() error { return record.Problem(d.path, d.lib.Close()) }

// OpenPage opens a page of the library for work. Its cost is that of replaying the page's log. Where the
// profile of its paper cannot be read the page opens under the usual rules, and its Warning says so.
func (d *Desk) OpenPage(ctx context.Context, page session.PageID) (*session.Session, error) {
	leaf, opt, err := d.lay(ctx, page)
	if err != nil {
		return nil, err
	}
	return session.Open(ctx, leaf, opt)
}

// Page reads a page as it is saved in the library. Its cost is that of replaying the page's log.
func (d *Desk) Page(ctx context.Context, page session.PageID) (*session.Snapshot, error) {
	leaf, opt, err := d.lay(ctx, page)
	if err != nil {
		return nil, err
	}
	return session.Load(ctx, leaf, opt)
}

// lay finds a page, and what it needs of the desk.
func (d *Desk) lay(ctx context.Context, page session.PageID) (session.Leaf, session.Options, error) {
	leaf, err := d.Leaf(ctx, page)
	if err != nil {
		return leaf, session.Options{}, err
	}
	profile, warning := d.House(ctx, leaf.Paper)
	if warning != nil && !errors.Is(warning, ErrProfile) {
		return leaf, session.Options{}, warning
	}
	return leaf, session.Options{
		Library: d.lib, Path: d.path, Person: d.Person().ID, Clock: d.clock, Post: d.post, Profile: profile.Clean(), Wishes: wishesOf(profile),
		Warning: warning,
	}, nil
}

// takeSeat finds or makes the person that this computer's user is in the library. Who only reads is not
// written down.
func (d *Desk) takeSeat(ctx context.Context, opt Options) error {
	name := cmp.Or(opt.Name, userName())
	people, err := d.lib.People(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		if p.Name == name {
			d.person.Store(&Person{p.ID, name})
			return nil
		}
	}
	d.person.Store(&Person{Name: name})
	if opt.Reading || d.lib.ReadOnly() != nil {
		return nil
	}
	id, err := d.lib.PersonNamed(ctx, name)
	d.person.Store(&Person{id, name})
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
