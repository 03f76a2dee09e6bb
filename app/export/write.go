package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"qingyang/app/say"
)

// ErrExists says that a file is there already, which nobody allowed to overwrite.
var ErrExists = errors.New("the file exists")

// WriteFile puts data at path, whole or not at all: it is written beside its place and synced to
// disk first. Unless overwrite is set, a file that is there stays as it is: ErrExists.
func WriteFile(path string, data []byte, overwrite bool) error {
	if err := write(path, data, overwrite); err != nil {
		if errors.Is(err, fs.ErrExist) {
			err = ErrExists
		}
		return &say.Problem{
			Subject: path,
			What:    say.T("没有写成", "was not written"),
			Do:      advice(err),
			Err:     err,
		}
	}
	return nil
}

func advice(err error) say.Text {
	switch {
	case errors.Is(err, ErrExists):
		return say.T("已有同名文件；请换个名字，或明确选择覆盖", "there is a file of that name; choose another, or say that it may be replaced")
	case errors.Is(err, fs.ErrNotExist):
		return say.T("文件夹不存在，请另选一个", "there is no such folder; choose another")
	case errors.Is(err, fs.ErrPermission):
		return say.T("没有写入权限，请另选文件夹", "you may not write there; choose another folder")
	}
	return say.T("请看磁盘是否已满或已断开", "see whether the disk is full or gone")
}

func write(path string, data []byte, overwrite bool) (err error) {
	mode := fs.FileMode(0o644)
	if old, err := os.Lstat(path); err == nil {
		if !overwrite {
			return ErrExists
		}
		mode = old.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".qingyang-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already where all went well
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Chmod(mode)
	}
	if err == nil {
		err = temp.Sync()
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if overwrite {
		return os.Rename(temp.Name(), path)
	}
	// A link fails where the name has been taken meanwhile; a rename would replace it. Where the
	// file system has no links, the name is claimed first.
	if err = os.Link(temp.Name(), path); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	claim, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	claim.Close()
	if err = os.Rename(temp.Name(), path); err != nil {
		os.Remove(path)
	}
	return err
}
