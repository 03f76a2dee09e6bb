//go:build unix

package source

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"qingyang/app/say"
)

// TestReadFile: regular files and links to them are read; all else is named for what it is, at once.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	put := func(name string, size int64) {
		f, err := os.Create(in(name))
		if err == nil {
			_, err = f.WriteString("渡口")
		}
		if err == nil && size > 0 {
			err = f.Truncate(size)
		}
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	put("稿.txt", 0)
	put("大.txt", sizeLimit+1)
	for link, to := range map[string]string{"链": "稿.txt", "断": "无.txt", "圈": "圈", "零": "/dev/zero"} {
		if err := os.Symlink(to, in(link)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"稿.txt", "链"} {
		if b, err := ReadFile(t.Context(), in(name)); err != nil || string(b) != "渡口" {
			t.Errorf("%s: %q %v", name, b, err)
		}
	}
	bad := map[string]string{
		"无.txt": "没有这个文件", "断": "失效的链接", "圈": "读不出来", "": "文件夹", "大.txt": "太大",
		"稿.txt/x": "读不出来", "管": "管道", "零": "设备",
	}
	if err := syscall.Mkfifo(in("管"), 0o600); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() > 0 {
		put("锁.txt", 0)
		if err := os.Chmod(in("锁.txt"), 0); err != nil {
			t.Fatal(err)
		}
		bad["锁.txt"] = "权限"
	}
	for name, what := range bad {
		b, err := ReadFile(t.Context(), in(name))
		var p *say.Problem
		if !errors.As(err, &p) || b != nil || p.Subject != in(name) || !strings.Contains(p.What.ZH, what) || p.What.EN == "" || p.Do.ZH == "" || p.Do.EN == "" {
			t.Errorf("%q: %v", name, err)
		}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ReadFile(gone, in("稿.txt")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestReadStream: a pipe that says nothing is left when the context ends, one that never ends is cut
// at the limit.
func TestReadStream(t *testing.T) {
	if b, err := ReadStream(t.Context(), "标准输入", strings.NewReader("渡口")); err != nil || string(b) != "渡口" {
		t.Errorf("%q %v", b, err)
	}
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		_, _ = w.Write([]byte("渡")) // the reader is at work now
		cancel()
	}()
	if _, err := ReadStream(ctx, "标准输入", r); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	var p *say.Problem
	if _, err := ReadStream(t.Context(), "标准输入", endless{}); !errors.As(err, &p) || p.Subject != "标准输入" || !strings.Contains(p.What.EN, "64 MB") {
		t.Errorf("endless: %v", err)
	}
	if _, err := ReadStream(t.Context(), "标准输入", io.MultiReader(strings.NewReader("渡"), broken{})); !errors.As(err, &p) || !errors.Is(err, syscall.EIO) {
		t.Errorf("broken: %v", err)
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, syscall.EIO }
