package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"qingyang/app/say"
)

// ErrExists says that a file is there already, which nobody allowed to overwrite.
var ErrExists = fmt.Errorf("the name is taken: %w", fs.ErrExist)

// Target is where a file is to go.
type Target struct {
	Path      string
	Overwrite bool   // a file that is there may be replaced
	Library   string // the open library's path; "" where none is open
}

// WriteFile puts what write writes at the target, whole or not at all: it is written beside its place and
// synced to disk first, and so is the folder afterwards.
//
// A symbolic link is followed, and a file that is replaced keeps its permissions; a new one has those
// that the umask leaves. Unless the target says so a file that is there stays as it is: ErrExists. What
// belongs to a library stays in any case: ErrLibrary. Every error is a *say.Problem, that of write as it
// came where it is one. What earlier processes left behind in the folder when they died is removed.
func WriteFile(to Target, write func(io.Writer) error) error {
	path, err := resolve(to.Path)
	if err != nil {
		return err
	}
	mode, err := to.may(path)
	if err != nil {
		return err
	}
	sweep(filepath.Dir(path))
	temp, err := create(filepath.Dir(path))
	if err != nil {
		return unwritten(to.Path, err)
	}
	defer os.Remove(temp.Name()) // gone already where all went well
	if err = fill(temp, mode, write); err == nil {
		_, err = to.may(path) // the file may have become another one meanwhile
	}
	if err == nil {
		err = place(temp.Name(), path, to.Overwrite, mode)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if p := new(say.Problem); err == nil || errors.As(err, &p) {
		return err
	}
	return unwritten(to.Path, err)
}

// newFile are the permissions of a new file before the umask.
const newFile fs.FileMode = 0o666

// may is a problem where the file at path must not be replaced, and the permissions that it is to have.
func (to Target) may(path string) (fs.FileMode, error) {
	if err := Guard(path, to.Library); err != nil {
		return 0, err
	}
	old, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return newFile, nil
	case err != nil:
		return 0, unwritten(to.Path, err)
	case old.IsDir():
		return 0, &say.Problem{
			Subject: to.Path, What: say.T("是文件夹", "is a folder"), Err: fs.ErrExist,
			Do: say.T("请写上文件名", "give the name of a file in it"),
		}
	case !old.Mode().IsRegular():
		return 0, &say.Problem{
			Subject: to.Path, What: say.T("不是普通文件", "is no regular file"), Err: fs.ErrExist,
			Do: say.T("请换个文件名", "choose another name"),
		}
	case !to.Overwrite:
		return 0, unwritten(to.Path, ErrExists)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0) // whoever may not write it may not replace it
	if err != nil {
		return 0, unwritten(to.Path, err)
	}
	return old.Mode().Perm(), f.Close()
}

// fill writes a temporary file and closes it.
func fill(temp *os.File, mode fs.FileMode, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(temp, 1<<16)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err == nil && mode != newFile {
		err = temp.Chmod(mode)
	}
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	return err
}

// place gives a temporary file its name.
func place(temp, path string, overwrite bool, mode fs.FileMode) error {
	if overwrite {
		return os.Rename(temp, path)
	}
	// A link fails where the name has been taken meanwhile; a rename would replace it. Where the
	// file system has no links, the name is claimed first.
	err := os.Link(temp, path)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	claim, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	if err != nil {
		return err
	}
	if err = errors.Join(claim.Close(), os.Rename(temp, path)); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// syncFolder makes a new name in a folder outlive a power cut, where the system can.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil // it has no such call for folders
	}
	f, err := os.Open(folder)
	if errors.Is(err, fs.ErrPermission) {
		return nil // a folder that may be written and not be read
	}
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// unwritten words an error of the file system.
func unwritten(path string, err error) error {
	do := say.T("请看磁盘是否已满或已断开", "see whether the disk is full or gone")
	switch {
	case errors.Is(err, ErrExists):
		do = say.T("已有同名文件；请换个名字，或明确选择覆盖", "there is a file of that name; choose another, or say that it may be replaced")
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		do = say.T("文件夹不存在，请另选一个", "there is no such folder; choose another")
	case errors.Is(err, fs.ErrPermission):
		do = say.T("没有写入权限，请另选文件夹", "you may not write there; choose another folder")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		do = say.T("磁盘已满；请腾出空间，再导出一次", "the disk is full; make room and export again")
	case errors.Is(err, syscall.EROFS):
		do = say.T("那里只能读；请另选文件夹", "that place can only be read; choose another folder")
	case errors.Is(err, syscall.ENAMETOOLONG):
		do = say.T("文件名太长，请换个短的", "the name is too long; choose a shorter one")
	}
	return &say.Problem{Subject: path, What: say.T("没有写成", "was not written"), Do: do, Err: err}
}
