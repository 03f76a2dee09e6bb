package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"qingyang/app/say"
)

// text writes a text.
func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// has says what is wrong with what a file holds.
func has(path, want string) error {
	b, err := os.ReadFile(path)
	if err == nil && string(b) != want {
		err = fmt.Errorf("%s holds %q, not %q", path, b, want)
	}
	return err
}

// refused says what is wrong with an error that must be a problem of a kind, told in both languages.
func refused(err, kind error) error {
	var p *say.Problem
	if !errors.As(err, &p) || !errors.Is(err, kind) || p.What.ZH == "" || p.What.EN == "" || p.Do.ZH == "" || p.Do.EN == "" {
		return fmt.Errorf("not refused as it should be (%v): %w", kind, err)
	}
	return nil
}

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "稿.txt")
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
	}
	check(WriteFile(Target{Path: path}, text("一")))
	check(refused(WriteFile(Target{Path: path}, text("二")), ErrExists))
	check(has(path, "一"))
	check(WriteFile(Target{Path: path, Overwrite: true}, text("三")))
	check(has(path, "三"))
	check(refused(WriteFile(Target{Path: filepath.Join(dir, "无", "稿.txt"), Overwrite: true}, text("")), os.ErrNotExist))
	check(refused(WriteFile(Target{Path: filepath.Join(path, "稿.txt")}, text("")), syscall.ENOTDIR))
	check(refused(WriteFile(Target{Path: dir, Overwrite: true}, text("四")), os.ErrExist))
	check(refused(WriteFile(Target{Path: "", Overwrite: true}, text("四")), os.ErrNotExist))

	// What fails half-way leaves the file as it was: a text that cannot be made, a disk that is full.
	for _, failure := range []error{errors.New("no such story"), syscall.ENOSPC, syscall.EDQUOT, syscall.EIO} {
		err := WriteFile(Target{Path: path, Overwrite: true}, func(w io.Writer) error { return errors.Join(text("半")(w), failure) })
		check(refused(err, failure))
		full := errors.Is(failure, syscall.ENOSPC) || errors.Is(failure, syscall.EDQUOT)
		if strings.Contains(say.Error(err, say.English), "make room") != full || strings.Contains(say.Error(err, say.English), "by itself") {
			t.Errorf("%v is said as %s", failure, say.Error(err, say.English))
		}
	}
	said := &say.Problem{Subject: "稿", What: say.T("不在了", "is gone"), Do: say.T("请换一篇", "choose another")}
	if err := WriteFile(Target{Path: path, Overwrite: true}, func(io.Writer) error { return said }); err != said {
		t.Errorf("a problem became %v", err)
	}
	check(has(path, "三"))
	// A name that is taken while the text is being made is not taken over.
	other := filepath.Join(dir, "另.txt")
	check(refused(WriteFile(Target{Path: other}, func(w io.Writer) error { return os.WriteFile(other, []byte("别人的"), 0o600) }), ErrExists))
	check(has(other, "别人的"))
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left in the folder: %v %v", left, err)
	}
}

// sqliteHeader is the beginning of a database with an application id.
func sqliteHeader(id string) string {
	head := "SQLite format 3\x00" + strings.Repeat("\x00", 84)
	return head[:68] + id + head[72:]
}

// TestLibrariesAreNeverWrittenOver: not the open one, not another, nor what belongs to one, by whatever
// name and whoever allows it.
func TestLibrariesAreNeverWrittenOver(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	files := map[string]string{
		"open.qingyang":        "", // of a library that is being made the header is still in its log
		"open.qingyang-wal":    "log",
		"other.qingyang":       sqliteHeader("QYNG"),
		"other.qingyang-shm":   "shared",
		"renamed.txt":          sqliteHeader("QYNG"),
		"another program's.db": sqliteHeader("\x00\x00\x00\x01"),
		"notes-wal":            "text",
		"短.db":                 "SQLite format 3\x00",
	}
	for name, s := range files {
		if err := os.WriteFile(in(name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Link(in("open.qingyang"), in("hard")); err != nil {
		t.Fatal(err)
	}
	names := []string{
		"open.qingyang", "open.qingyang-wal", "open.qingyang-shm", "open.qingyang-journal", "hard",
		"other.qingyang", "other.qingyang-wal", "other.qingyang-shm", "renamed.txt", "renamed.txt-journal",
	}
	for link, to := range map[string]string{"链": "open.qingyang", "链二": "other.qingyang", "链三": "open.qingyang-wal"} {
		if err := os.Symlink(to, in(link)); err != nil {
			t.Log("no symbolic links here: ", err)
			continue
		}
		names = append(names, link)
	}
	names = append(names, "链-wal")
	if err := os.Symlink(in("open.qingyang-shm"), in("链-wal")); err != nil {
		names = names[:len(names)-1]
	}
	for _, name := range names {
		for _, overwrite := range []bool{false, true} {
			err := WriteFile(Target{Path: in(name), Overwrite: overwrite, Library: in("open.qingyang")}, text("稿"))
			if name == "链-wal" { // a link that leads nowhere, whatever its name
				if err == nil {
					t.Errorf("%s was written", name)
				}
				continue
			}
			if err := refused(err, ErrLibrary); err != nil {
				t.Errorf("%s, overwrite %v: %v", name, overwrite, err)
			}
		}
	}
	for name, want := range files {
		if err := has(in(name), want); err != nil {
			t.Error(err)
		}
	}
	for _, name := range []string{"another program's.db", "notes-wal", "短.db", "new.qingyang", "new.qingyang-wal"} {
		if err := WriteFile(Target{Path: in(name), Overwrite: true, Library: in("open.qingyang")}, text("稿")); err != nil {
			t.Errorf("%s belongs to no library: %v", name, err)
		}
	}
	if err := WriteFile(Target{Path: in("other"), Overwrite: true}, func(w io.Writer) error {
		return os.WriteFile(in("other"), []byte(sqliteHeader("QYNG")), 0o600)
	}); refused(err, ErrLibrary) != nil {
		t.Errorf("a library that was made meanwhile: %v", err)
	}
}

// TestMain plays a program that dies while it writes a file, where TestLeftovers starts it so.
func TestMain(m *testing.M) {
	if path := os.Getenv("QINGYANG_TEST_DIE_WRITING"); path != "" {
		err := WriteFile(Target{Path: path}, func(w io.Writer) error {
			fmt.Println("writing")
			select {}
		})
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// TestLeftovers: a program that is killed while it writes leaves no half file under the name, and what it
// leaves beside it goes with the next export there; what others are writing stays.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "稿.txt")
	start := func() *exec.Cmd {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), "QINGYANG_TEST_DIE_WRITING="+path)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if line, err := bufio.NewReader(out).ReadString('\n'); line != "writing\n" {
			t.Fatal(line, err)
		}
		return c
	}
	kill := func(c *exec.Cmd) {
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = c.Wait()
	}
	count := func() int {
		found, err := filepath.Glob(filepath.Join(dir, tempHead+"*"))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	dead, alive := start(), start()
	kill(dead)
	elsewhere := filepath.Join(dir, tempHead+"x-1-0")
	if err := os.WriteFile(elsewhere, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 3 {
		t.Fatalf("%d temporary files", n)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("half a file is there: %v", err)
	}
	if err := errors.Join(WriteFile(Target{Path: path}, text("一")), has(path, "一")); err != nil {
		t.Error(err)
	}
	if n := count(); n != 2 {
		t.Errorf("%d temporary files, of a living program and of another computer's", n)
	}
	kill(alive)
	if err := WriteFile(Target{Path: path, Overwrite: true}, text("二")); err != nil {
		t.Error(err)
	}
	if n := count(); n != 1 {
		t.Errorf("%d temporary files, of another computer's", n)
	}
}
