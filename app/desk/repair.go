package desk

import (
	"context"
	"errors"
	"sort"

	"qingyang/app/export"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/store"
)

// Rebuild makes all anew that is derived from the logs: the rows of corrections and articles, the index of
// the search, and triggers and views. A page that cannot be replayed is a problem in bad and does not stop
// the rest.
func (d *Desk) Rebuild(ctx context.Context, tell func(Progress)) (bad []error, err error) {
	if err := d.lib.Repair(ctx); err != nil {
		return nil, record.Problem(d.path, err)
	}
	err = d.everyPage(ctx, tell, func(page session.PageID, title string) error {
		err := rebuildPage(ctx, d.lib, page)
		var p *say.Problem
		if errors.As(err, &p) {
			p.Subject = title
			bad = append(bad, p)
			return nil
		}
		return err
	})
	if err == nil {
		err = keepRaws(ctx, d.lib)
	}
	return bad, record.Problem(d.path, err)
}

// rebuildPage makes the derived rows of a page anew: without keeping others from writing, and where somebody
// wrote meanwhile once more, while they wait; a replay may never be as fast as they write. A page that cannot
// be replayed is a *say.Problem.
func rebuildPage(ctx context.Context, lib *store.Library, page session.PageID) error {
	step := func(v store.View) (store.Step, error) {
		text, stage, err := replay(ctx, v, page)
		if err == nil {
			return record.Step(text, nil), nil
		}
		if damage(err) == nil {
			err = &say.Problem{
				What: stage, Err: err,
				Do: say.T("请用 qingyang-cli salvage 抢救，或用 restore 换回备份", "use qingyang-cli salvage, or restore a backup"),
			}
		}
		return store.Step{}, err
	}
	var s store.Step
	err := lib.At(ctx, func(v store.View) (err error) { s, err = step(v); return err })
	if err == nil {
		err = lib.RebuildDerived(ctx, store.PageID(page), s)
	}
	if errors.Is(err, store.ErrStale) {
		err = lib.RebuildLocked(ctx, store.PageID(page), step)
	}
	return err
}

// rebuildAll makes the derived rows of a library that was salvaged.
func rebuildAll(ctx context.Context, lib *store.Library) error {
	pages, err := lib.AllPages(ctx)
	for _, page := range pages {
		var p *say.Problem
		if e := rebuildPage(ctx, lib, session.PageID(page)); e != nil && !errors.As(e, &p) {
			return e
		}
	}
	return errors.Join(err, keepRaws(ctx, lib))
}

// keepRaws keeps the text of pages that came in before it was kept as this version reads it, for the next one.
func keepRaws(ctx context.Context, lib *store.Library) error {
	pages, err := lib.NotKept(ctx, source.PlainText)
	for _, page := range pages {
		raw, e := record.Raw(ctx, lib, page)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if e != nil { // the page is named by verify
			continue
		}
		if w := record.Kept(raw); w.Format != 0 {
			err = errors.Join(err, lib.KeepRaw(ctx, page, w))
		}
	}
	return err
}

// Salvage makes a new library at to of all that is sound in a damaged one, and says what is lost. The
// damaged one is not changed; it may not be open.
func Salvage(ctx context.Context, from, to string) ([]Fault, error) {
	if err := export.Guard(to, from); err != nil {
		return nil, err
	}
	lost, err := store.Salvage(ctx, from, to, replays(ctx), func(lib *store.Library) error { return rebuildAll(ctx, lib) })
	subject := from
	if errors.Is(err, store.ErrExists) {
		subject = to
	}
	if err != nil {
		return nil, record.Problem(subject, err)
	}
	d, err := Open(ctx, to, Options{Existing: true, Reading: true})
	if err != nil {
		return nil, err
	}
	return d.worded(ctx, lost), d.Close()
}

// replays says how many revisions of a log can be applied to a source.
func replays(ctx context.Context) func(store.Source, []store.Revision) int {
	return func(src store.Source, rows []store.Revision) int {
		raw, err := record.Raw(ctx, found{src, nil}, 0)
		if err != nil {
			return 0
		}
		return sort.Search(len(rows), func(n int) bool {
			log, err := record.Log(ctx, found{src, rows[:n+1]}, 0, 1)
			if err == nil {
				_, err = revision.Load(raw.Text, log)
			}
			return err != nil
		})
	}
}

// found are the rows of one page that are in no library yet.
type found struct {
	src store.Source
	log []store.Revision
}

func (f found) PageSource(context.Context, store.PageID) (store.Source, error) { return f.src, nil }
func (f found) Revisions(context.Context, store.PageID, int) ([]store.Revision, error) {
	return f.log, nil
}

// Restore puts a backup in the place of the library at path, which no program may have open, and says under
// which name the former file is kept.
func Restore(ctx context.Context, path, backup string) (former string, err error) {
	former, err = store.Restore(ctx, path, backup)
	switch {
	case errors.Is(err, store.ErrBusy):
		return former, &say.Problem{
			Subject: path, What: say.T("正在使用中", "is in use"), Err: err,
			Do: say.T("请先关闭打开它的窗口和程序", "close the windows and programs that have it open"),
		}
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotLibrary):
		return former, record.Problem(backup, err)
	}
	return former, record.Problem(path, err)
}

// Backup writes a copy of the library to path, which must not exist. It works also when the library's own
// file was moved or deleted while it was open.
func (d *Desk) Backup(ctx context.Context, path string) error {
	if err := export.Guard(path, d.path); err != nil {
		return err
	}
	return record.Problem(path, d.lib.Backup(ctx, path))
}
