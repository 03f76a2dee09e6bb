package export

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
)

// tempHead begins the names of our temporary files: behind it stand the computer, the process and a
// number, so that another process can see whether this one still lives.
const tempHead = ".qingyang-"

func create(folder string) (*os.File, error) {
	for n := 0; ; n++ {
		name := fmt.Sprintf("%s%s-%d-%d", tempHead, computer(), os.Getpid(), n)
		f, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, newFile)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// computer is a short name of this computer: on a shared drive only its own processes can be asked for.
func computer() string {
	name, err := os.Hostname()
	if err != nil {
		name = ""
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return strconv.FormatUint(uint64(h.Sum32()), 36)
}

// sweep removes the temporary files of processes of this computer that are no more. What cannot be
// removed stays: it is in nobody's way.
func sweep(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), tempHead+computer()+"-")
		id, _, numbered := strings.Cut(rest, "-")
		pid, err := strconv.Atoi(id)
		if ours && numbered && err == nil && e.Type().IsRegular() && !alive(pid) {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// alive says whether a process runs; in doubt it does.
func alive(pid int) bool {
	p, err := os.FindProcess(pid) // on Windows an error says that there is none
	if err != nil {
		return false
	}
	defer p.Release()
	if runtime.GOOS == "windows" {
		return true
	}
	err = p.Signal(syscall.Signal(0)) // asks and sends nothing: kill(2)
	return err == nil || errors.Is(err, fs.ErrPermission)
}
