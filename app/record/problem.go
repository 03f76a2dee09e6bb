package record

import (
	"errors"
	"log/slog"
	"os"

	"qingyang/app/say"
	"qingyang/store"
)

// troubles are the errors of the store as people read them, the most telling first: an error can be of more
// than one kind.
var troubles = []struct {
	err      error
	what, do say.Text
}{
	{store.ErrCancelled,
		say.T("已取消", "was cancelled"),
		say.T("已完成的部分都已保存；可以再做一次", "what was done before is saved; it can be done again")},
	{store.ErrGone,
		say.T("打开期间被移动或删除了；此后的改动没有存进去", "was moved or deleted while it was open; what was changed since is not saved in it"),
		say.T("请把文件移回原处，或另存一份副本", "move the file back, or save a copy elsewhere")},
	{store.ErrEmpty,
		say.T("是空文件", "is an empty file"),
		say.T("导入会把它建成档案库", "importing makes a library of it")},
	{store.ErrNewer,
		say.T("由更新版本的清样建立，本版本不能打开", "was made by a newer version of Qingyang"),
		say.T("请升级清样后再打开；文件未作任何改动", "update Qingyang and open it again; the file was left as it was")},
	{store.ErrDamaged,
		say.T("已损坏，只能读取其中完好的部分", "is damaged; what is sound of it can be read"),
		say.T("“校验档案库”会列出受损之处；可用 qingyang-cli salvage 抢救完好的部分，或用 restore 换回备份", "verify it to see what is lost; qingyang-cli salvage makes a library of all that is sound, restore puts a backup in its place")},
	{store.ErrNotLibrary,
		say.T("不是清样档案库", "is not a Qingyang library"),
		say.T("请选 .qingyang 文件，或新建一个", "choose a .qingyang file, or make a new one")},
	{store.ErrFull,
		say.T("没有写成：磁盘已满", "was not written: the disk is full"),
		say.T("请腾出空间再试；窗口里未保存的改动会自动再存", "make room and try again; what is unsaved in the window is saved again by itself")},
	{store.ErrReadOnly,
		say.T("只能读，不能写", "can only be read"),
		say.T("请检查文件和文件夹的权限，或备份到可写的地方再打开", "check the permissions of the file and its folder, or back it up to where it can be written")},
	{store.ErrBusy,
		say.T("正被另一个程序占用", "is in use by another program"),
		say.T("请稍候再试；若一直如此，请关闭占用它的程序", "wait a moment and try again; if it stays so, close the program that uses it")},
	{store.ErrTooMany,
		say.T("打不开：打开的文件太多", "cannot be opened: too many files are open"),
		say.T("请关闭一些程序或窗口再试", "close some programs or windows and try again")},
	{store.ErrIO,
		say.T("读写出错", "cannot be read or written"),
		say.T("请检查磁盘是否已断开或有故障，再试一次；文件本身未必受损", "see whether the disk is gone or failing, and try again; the file itself need not be damaged")},
	{store.ErrExists,
		say.T("已有同名文件，没有覆盖", "is the name of a file already; it was not overwritten"),
		say.T("请换个名字", "choose another name")},
	{store.ErrSwallowed,
		say.T("里有不属于清样的触发器，使改动存不进去", "holds a trigger that is not Qingyang's and keeps changes from being saved"),
		say.T("请运行 qingyang-cli verify --rebuild", "run qingyang-cli verify --rebuild")},
	{store.ErrStale,
		say.T("这一版刚被别人改过", "has a page that somebody else has just changed"),
		say.T("请重新打开这一版", "open the page again")},
	{store.ErrNotFound,
		say.T("里没有这个编号", "has nothing of that number"),
		say.T("编号见列表（qingyang-cli list）", "the list shows the numbers (qingyang-cli list)")},
	{os.ErrNotExist,
		say.T("不在那里：没有这个文件或文件夹", "is not there: no such file or folder"),
		say.T("请检查路径", "check the path")},
}

// Problem words an error for a person: what happened to the file at path, and what to do. An error that is
// a problem already is passed on, and one that nobody foresaw gets a sentence of its own; what SQLite or
// the system said is for the log.
func Problem(path string, err error) error {
	var p *say.Problem
	if err != nil && !errors.As(err, &p) {
		slog.Error("library", "path", path, "err", err)
	}
	return Worded(path, err)
}

// Worded is Problem without a line in the log, for what is asked again and again.
func Worded(path string, err error) error {
	var p *say.Problem
	if err == nil || errors.As(err, &p) {
		return err
	}
	for _, t := range troubles {
		if errors.Is(err, t.err) {
			return &say.Problem{Subject: path, What: t.what, Do: t.do, Err: err}
		}
	}
	return &say.Problem{
		Subject: path,
		What:    say.T("出了意外，没有做成", "met with something unforeseen; it was not done"),
		Do:      say.T("请再试一次；若仍不行，请校验档案库", "try again; if it fails again, verify the library"),
		Err:     err,
	}
}
