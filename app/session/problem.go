package session

import (
	"errors"
	"log/slog"

	"qingyang/app/say"
	"qingyang/store"
)

// Problem words an error of the store for a person; other errors are passed on.
func Problem(path string, err error) error {
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
