// Package desk is what an editor can do, without a window: open a library, import, clean, correct,
// undo, take back, search, export.
//
// It is the only room that turns rows of the store into the model and back. A Desk may be used from
// any goroutine; a Sheet (an open page) belongs to the one that opened it. Start reading at Open,
// then Import, then OpenSheet.
package desk

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/user"

	"qingyang/app/say"
	"qingyang/store"
)

// Desk is an open library with a person in front of it.
type Desk struct {
	lib    *store.Library
	path   string
	person Person
	clock  Clock
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
	Clock Clock
	// Post runs f on the goroutine that owns the sheets, soon, and may be called from any other.
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
		lib, err = store.Create(ctx, path)
	}
	if err != nil {
		return nil, problem(path, err)
	}
	d := &Desk{lib: lib, path: path, clock: opt.Clock, post: opt.Post}
	if d.clock == nil {
		d.clock = wallClock{}
	}
	if err := d.takeSeat(ctx, opt.Name); err != nil {
		return nil, errors.Join(problem(path, err), lib.Close())
	}
	return d, nil
}

// Path is the library's file.
func (d *Desk) Path() string { return d.path }

// Person is who works at this desk.
func (d *Desk) Person() Person { return d.person }

// Close closes the library. Sheets must be closed before.
func (d *Desk) Close() error { return d.lib.Close() }

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

// problem words an error of the store for a person; other errors are passed on.
func problem(path string, err error) error {
	say1 := func(what, do say.Text) error {
		slog.Error("library", "path", path, "err", err)
		return &say.Problem{Subject: path, What: what, Do: do, Err: err}
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, store.ErrNotLibrary):
		return say1(say.T("不是清样档案库", "is not a Qingyang library"),
			say.T("请选 .qingyang 文件，或新建一个", "choose a .qingyang file, or make a new one"))
	case errors.Is(err, store.ErrNewer):
		return say1(say.T("由更新版本的清样建立，本版本不能打开", "was made by a newer version of Qingyang"),
			say.T("请升级清样后再打开；文件未作任何改动", "update Qingyang and open it again; the file was left as it was"))
	case errors.Is(err, store.ErrDamaged):
		return say1(say.T("档案库已损坏", "is damaged"),
			say.T("请用最近的备份；文件未作任何改动", "use the latest backup; the file was left as it was"))
	case errors.Is(err, store.ErrReadOnly):
		return say1(say.T("只能读，不能写", "can only be read"),
			say.T("请检查文件和文件夹的权限", "check the permissions of the file and its folder"))
	case errors.Is(err, store.ErrFull):
		return say1(say.T("磁盘已满，未能保存", "could not be saved: the disk is full"),
			say.T("请腾出空间，清样会自动再存", "make room; Qingyang will save again by itself"))
	}
	return err
}
