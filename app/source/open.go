package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"qingyang/app/say"
)

// ReadFile reads the bytes of a file that a person chose: a regular file, or a link to one, of at most
// the size that Read takes. What is no file is not opened, so that a pipe or a device that never ends
// cannot keep anybody waiting; nothing larger than the limit comes into memory.
//
// The error is a *say.Problem that says what the path is and what to do, or that of ctx.
func ReadFile(ctx context.Context, path string) ([]byte, error) {
	opt := Options{Name: path}
	before, err := os.Stat(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if err := regular(path, before.Mode()); err != nil {
		return nil, err
	}
	if before.Size() > sizeLimit {
		return nil, opt.tooLarge(before.Size())
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer f.Close()
	if now, err := f.Stat(); err != nil || !os.SameFile(before, now) {
		return nil, unreadable(path, err)
	}
	return readAll(ctx, path, f, before.Size())
}

// ReadStream reads what comes from a pipe or another program, under a name for messages, until its end.
// It has the limit and the errors of ReadFile. A cancelled ctx ends the waiting; r is then still being
// read by a goroutine of its own and must not be used by anyone else.
func ReadStream(ctx context.Context, name string, r io.Reader) ([]byte, error) {
	return readAll(ctx, name, r, 0)
}

func readAll(ctx context.Context, name string, r io.Reader, size int64) ([]byte, error) {
	type result struct {
		b   []byte
		err error
	}
	done := make(chan result, 1)
	go func() {
		var b bytes.Buffer
		b.Grow(int(size) + bytes.MinRead)
		_, err := b.ReadFrom(&cancelled{ctx, io.LimitReader(r, sizeLimit+1)})
		done <- result{b.Bytes(), err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case got := <-done:
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case got.err != nil:
			return nil, unreadable(name, got.err)
		case len(got.b) > sizeLimit:
			return nil, Options{Name: name}.problem(
				say.T("超过 %d MB，太大", "has more than %d MB, which is too much").With(sizeLimit>>20),
				say.T("请拆成不超过 %d MB 的文件", "cut it into files of at most %d MB").With(sizeLimit>>20))
		}
		return got.b, nil
	}
}

// cancelled reads until ctx is cancelled.
type cancelled struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelled) Read(b []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(b)
}

// regular is a problem for what is no regular file, by its kind.
func regular(path string, mode fs.FileMode) error {
	what, do := say.Text{}, say.T("请选文件", "choose a file")
	switch {
	case mode.IsRegular():
		return nil
	case mode.IsDir():
		what, do = say.T("是文件夹", "is a folder"), say.T("请选其中的文件", "choose the files in it")
	case mode&fs.ModeNamedPipe != 0:
		what, do = say.T("是管道，不是文件", "is a pipe, not a file"), say.T("请先存成文件；命令行可用“-”读标准输入", "save it as a file first; the command line reads standard input as “-”")
	case mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		what = say.T("是设备，不是文件", "is a device, not a file")
	default:
		what = say.T("不是普通文件", "is no regular file")
	}
	return &say.Problem{Subject: path, What: what, Do: do, Err: ErrFormat}
}

// unreadable words an error of the file system.
func unreadable(path string, err error) error {
	what, do := say.T("读不出来", "cannot be read"), say.T("请看磁盘是否完好、是否已断开", "see whether its disk is sound and still there")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what, do = say.T("没有这个文件", "is not there"), say.T("请检查路径", "check the path")
		if _, lerr := os.Lstat(path); lerr == nil {
			what, do = say.T("是失效的链接", "is a link that leads nowhere"), say.T("请选它原来所指的文件", "choose the file that it was meant for")
		}
	case errors.Is(err, fs.ErrPermission):
		what, do = say.T("没有读取权限", "may not be read"), say.T("请检查文件和文件夹的权限", "check the permissions of the file and its folder")
	}
	return &say.Problem{Subject: path, What: what, Do: do, Err: err}
}
