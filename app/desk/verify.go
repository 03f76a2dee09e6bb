package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/store"
)

// Fault is something that is not as it should be in a library.
type Fault struct {
	Subject string
	What    say.Text
}

// Verify checks the library: the file itself, its schema, every row of the truth, and for every page, hidden
// ones too, that its log replays and that the rows made from it are what the replay says, to the last
// column. It changes nothing, goes on where something is damaged, and others may write meanwhile.
func (d *Desk) Verify(ctx context.Context, tell func(Progress)) ([]Fault, error) {
	rows, err := d.lib.Verify(ctx, func(done, all int) {
		if tell != nil {
			tell(Progress{Done: done, All: all, Subject: d.path})
		}
	})
	faults := d.worded(ctx, rows)
	if err != nil {
		return faults, record.Problem(d.path, err)
	}
	profiles, err := d.damagedProfiles(ctx)
	faults = append(faults, profiles...)
	if err != nil {
		return faults, err
	}
	err = d.everyPage(ctx, tell, func(page session.PageID, title string) error {
		what, err := verifyPage(ctx, d.lib, page)
		for _, w := range what {
			faults = append(faults, Fault{title, w})
		}
		return err
	})
	return faults, record.Problem(d.path, err)
}

// everyPage calls do with every page of the library, hidden ones too, and its title.
func (d *Desk) everyPage(ctx context.Context, tell func(Progress), do func(page session.PageID, title string) error) error {
	pages, err := d.lib.AllPages(ctx)
	if err != nil {
		return err
	}
	for i, id := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		page := session.PageID(id)
		title := d.title(ctx, page)
		if err := do(page, title); err != nil {
			return err
		}
		if tell != nil {
			tell(Progress{Done: i + 1, All: len(pages), Subject: title})
		}
	}
	return nil
}

// title is how people name a page, or its number where that cannot be read.
func (d *Desk) title(ctx context.Context, page session.PageID) string {
	leaf, err := d.Leaf(ctx, page)
	if err != nil {
		return fmt.Sprintf("#%d", page)
	}
	return leaf.Title()
}

// damage is nil where an error of reading says that what was read is not as it should be, and else the
// error: that keeps from looking at all.
func damage(err error) error {
	for _, other := range []error{store.ErrCancelled, store.ErrBusy, store.ErrIO, store.ErrTooMany, store.ErrGone, store.ErrFull, context.Canceled} {
		if errors.Is(err, other) {
			return err
		}
	}
	return nil
}

// verifyPage replays a page as it is at one moment.
func verifyPage(ctx context.Context, lib *store.Library, page session.PageID) (what []say.Text, err error) {
	fault := func(zh, en string) { what = append(what, say.T(zh, en)) }
	err = lib.At(ctx, func(v store.View) error {
		text, stage, err := replay(ctx, v, page)
		if err != nil {
			what = append(what, stage)
			return damage(err)
		}
		corrections, err := v.StoredCorrections(ctx, store.PageID(page))
		if err := damage(err); err != nil {
			return err
		}
		if err != nil || !sameCorrections(text, corrections) {
			fault("改动表与重放的结果不同，可用“重建”修复", "its rows of corrections differ from the replay; rebuild them")
		}
		cards, err := v.StoredCards(ctx, store.PageID(page))
		if err := damage(err); err != nil {
			return err
		}
		if err != nil || !slices.Equal(cards, record.Cards(text)) {
			fault("稿件表与重放的结果不同，可用“重建”修复", "its rows of articles differ from the replay; rebuild them")
		}
		return nil
	})
	return what, err
}

// replay makes the text of a page from its source and its log; with an error it says what could not be done.
func replay(ctx context.Context, v store.View, page session.PageID) (*revision.Text, say.Text, error) {
	chars, err := record.Text(ctx, v, store.PageID(page))
	if err != nil {
		return nil, say.T("原文读不出来", "its source cannot be read"), err
	}
	log, err := record.Log(ctx, v, store.PageID(page), 1)
	if err != nil {
		return nil, say.T("修订记录读不出来", "its history cannot be read"), err
	}
	text, err := revision.Load(chars, log)
	if err != nil {
		return nil, say.T("修订记录与原文对不上", "its history does not fit its source"), err
	}
	return text, say.Text{}, nil
}

// sameCorrections says whether rows are what the replay of a page says, in the way of this version or of
// those that told every revision by itself.
func sameCorrections(text *revision.Text, rows []store.Correction) bool {
	same := true
	record.RowsOf(text, func(r revision.Run, now []store.Correction, then func() []store.Correction) bool {
		n := 0
		for n < len(rows) && rows[n].Revision <= r.To {
			n++
		}
		same = slices.EqualFunc(rows[:n], now, sameCorrection) ||
			r.From < r.To && slices.EqualFunc(rows[:n], then(), sameCorrection)
		rows = rows[n:]
		return same
	})
	return same && len(rows) == 0
}

// sameCorrection compares all columns; the library keeps times in milliseconds.
func sameCorrection(a, b store.Correction) bool {
	return slices.Equal(a.Ops, b.Ops) && a.Revision == b.Revision && a.Kind == b.Kind && a.Before == b.Before && a.After == b.After &&
		a.Left == b.Left && a.Right == b.Right && a.Person == b.Person && a.Rule == b.Rule &&
		a.Time.UnixMilli() == b.Time.UnixMilli() && a.Place == b.Place && a.Origin == b.Origin && a.Index == b.Index && a.Counts == b.Counts
}

// worded says the faults that the store found.
func (d *Desk) worded(ctx context.Context, rows []store.Fault) []Fault {
	var all []Fault
	for _, f := range rows {
		subject := d.path
		if f.Page != 0 {
			subject = d.title(ctx, session.PageID(f.Page))
		}
		all = append(all, Fault{subject, faultText(f)})
	}
	return all
}

// faultText is what a fault is called.
func faultText(f store.Fault) say.Text {
	switch f.Kind {
	case store.FaultFile:
		switch {
		case f.Table != "" && f.N != 0:
			return say.T("文件第 %d 块受损（表 %s）", "the file is damaged at its block %d (table %s)").With(f.N, f.Table)
		case f.N != 0:
			return say.T("文件第 %d 块受损", "the file is damaged at its block %d").With(f.N)
		}
		return say.T("文件结构受损", "the structure of the file is damaged")
	case store.FaultRead:
		return say.T("表 %s 有读不出的行", "rows of the table %s cannot be read").With(f.Table)
	case store.FaultReference:
		return say.T("表 %s 有 %d 行指向不存在的行", "rows of the table %s refer to rows that do not exist: %d").With(f.Table, f.N)
	case store.FaultGap:
		return say.T("修订记录有缺号", "its history has a gap")
	case store.FaultSource:
		return say.T("原文（第 %d 号）与读入时不同", "its source (number %d) is not what was read").With(f.N)
	case store.FaultSum:
		return say.T("表 %s 第 %d 号与写入时不同", "number %[2]d of the table %[1]s is not what was written").With(f.Table, f.N)
	case store.FaultValue:
		return say.T("表 %s 第 %d 号有不可能的值", "number %[2]d of the table %[1]s has an impossible value").With(f.Table, f.N)
	case store.FaultMissing:
		return say.T("%s 不在，或被改过，可用“重建”修复", "%s is missing or was changed; rebuild it").With(f.Table)
	case store.FaultForeign:
		return say.T("%s 不属于清样，可用“重建”去掉", "%s is not Qingyang's; a rebuild removes it").With(f.Table)
	case store.FaultSearch:
		return say.T("检索索引与稿件不符，可用“重建”修复", "the index of the search does not fit its articles; rebuild it")
	case store.FaultLost:
		return say.T("第 %d 至 %d 次修订已丢失", "its revisions %d to %d are lost").With(f.N, f.To)
	case store.FaultNoSource:
		return say.T("原文已丢失，整版读不出来", "its source is lost, and so is the page")
	case store.FaultAccount:
		return say.T("清理时的疑点记录已丢失", "what cleaning doubted of it is lost")
	case store.FaultName:
		return say.T("表 %s 第 %d 号的名称已丢失，以编号代替", "the name of number %[2]d of the table %[1]s is lost; its number stands for it").With(f.Table, f.N)
	}
	return say.T("有未知的问题", "something is wrong")
}
