package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"qingyang/app/say"
)

// ErrLibrary says that a file would be written over a library, or beside one under a name that SQLite
// takes for a part of it. No permission helps.
var ErrLibrary = errors.New("the file belongs to a library")

// Guard is a problem (ErrLibrary) if path names a library, or a file that SQLite would take for a part of
// one: library is the one that is open, others are known by their header. It reads at most 100 bytes.
func Guard(path, library string) error {
	what := say.Text{}
	if isLibrary(path, library) {
		what = say.T("是清样档案库，不能覆盖", "is a Qingyang library and is never written over")
	}
	for _, end := range []string{"-wal", "-shm", "-journal"} { // https://www.sqlite.org/tempfiles.html
		if base, ok := strings.CutSuffix(path, end); ok && isLibrary(base, library) {
			what = say.T("是档案库 %s 的一部分，不能写入", "is a part of the library %s and is never written").With(filepath.Base(base))
		}
	}
	if what.Zero() {
		return nil
	}
	return &say.Problem{Subject: path, What: what, Do: say.T("请换个文件名", "choose another name"), Err: ErrLibrary}
}

// isLibrary says whether a file is the open library, or has the header of one.
func isLibrary(path, library string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if open, err := os.Stat(library); err == nil && os.SameFile(info, open) {
		return true
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 100)
	_, err = io.ReadFull(f, head)
	// https://www.sqlite.org/fileformat2.html#the_database_header: the application id is at offset 68
	return err == nil && strings.HasPrefix(string(head), "SQLite format 3\x00") && string(head[68:72]) == "QYNG"
}

// resolve follows symbolic links; the file itself need not be there.
func resolve(path string) (string, error) {
	if path == "" {
		return "", &say.Problem{
			What: say.T("没有写文件名", "the name of the file is empty"), Err: fs.ErrNotExist,
			Do: say.T("请写上文件名", "give it a name"),
		}
	}
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		return real, nil
	}
	if _, lerr := os.Lstat(path); lerr == nil && errors.Is(err, fs.ErrNotExist) {
		return "", &say.Problem{
			Subject: path, What: say.T("是失效的链接", "is a link that leads nowhere"), Err: err,
			Do: say.T("请换个文件名，或删去这个链接", "choose another name, or remove the link"),
		}
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return "", unwritten(path, err)
	}
	return filepath.Join(folder, filepath.Base(path)), nil
}
