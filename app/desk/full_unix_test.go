//go:build linux

package desk_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/say"
	"qingyang/store"
)

// TestFullDisk fills a disk of one size after another: by importing, typing, backing up. Each time what
// fails says that the disk is full, nothing that was acknowledged is lost, the same open page goes on when
// there is room, and the library is sound.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can make disks")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=64m"); err != nil {
		t.Skipf("no disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(disk, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	resize := func(bytes int) {
		t.Helper()
		if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%d", bytes)); err != nil {
			t.Fatal(err)
		}
	}
	rnd := rand.New(rand.NewPCG(9, 11))
	full := 0
	for round := range many(t, 5) {
		folder := filepath.Join(disk, fmt.Sprint(round))
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if fillDisk(t, filepath.Join(folder, "x.qingyang"), rnd, resize) {
			full++
		}
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
		resize(64 << 20)
	}
	t.Logf("the disk was full in %d", full)
}

// fillDisk works in a library while its disk has little room, and then with room again. It says whether the
// room was too little.
func fillDisk(t *testing.T, path string, rnd *rand.Rand, resize func(bytes int)) (full bool) {
	t.Helper()
	ctx := context.Background()
	isFull := func(doing string, err error) {
		t.Helper()
		var p *say.Problem
		if !errors.Is(err, store.ErrFull) || !errors.As(err, &p) || p.Do.Zero() {
			t.Errorf("%s: %v", doing, err)
		}
		full = true
	}
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}()
	p := sample.Issues()[0].Pages[1]
	if _, bad, err := d.Import(ctx, []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{}, nil); err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	s, err := d.OpenPage(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	used := 0
	err = filepath.Walk(filepath.Dir(path), func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			used += int(info.Size()+4095) / 4096 * 4096
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	resize(used + rnd.IntN(400)<<10)
	saved, pages := 0, 1
	for n := range 60 {
		at := bulletin.Place{Block: n % s.Order().Blocks()}
		if _, _, err := s.Replace(at, at, strings.Repeat("字", 200)); err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(ctx); err != nil {
			isFull("typing", err)
			break
		}
		saved = s.Snapshot().Text.N()
	}
	_, bad, err := d.Import(ctx, []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{Again: true}, nil)
	if err = errors.Join(append(bad, err)...); err == nil {
		pages++
	} else {
		isFull("importing", err)
	}
	if err := d.Backup(ctx, path+"-copy"); err != nil {
		isFull("backing up", err)
		if _, err := os.Stat(path + "-copy"); err == nil {
			t.Error("half a backup was left")
		}
	}
	if reader, err := desk.Open(ctx, path, desk.Options{Existing: true, Reading: true}); err != nil {
		t.Errorf("it cannot be read: %v", err)
	} else {
		if n, err := pagesOf(ctx, reader); err != nil || n != pages {
			t.Errorf("%d pages can be read, want %d (%v)", n, pages, err)
		}
		if err := reader.Close(); err != nil {
			t.Error(err)
		}
	}
	newcomer, err := desk.Open(ctx, path, desk.Options{Name: "来客", Existing: true})
	if err != nil {
		t.Fatalf("for somebody new: %v", err)
	}
	if notice := newcomer.Notice(); notice != nil {
		isFull("opening it for somebody new", notice)
	}
	if n, err := pagesOf(ctx, newcomer); err != nil || n != pages {
		t.Errorf("somebody new reads %d pages, want %d (%v)", n, pages, err)
	}
	if err := newcomer.Close(); err != nil {
		t.Error(err)
	}
	resize(64 << 20)
	want := text(s)
	if err := s.Close(ctx); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	again, err := d.OpenPage(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	if again.Snapshot().Text.N() < saved || text(again) != want {
		t.Errorf("what was typed is not there: %d revisions, %d were acknowledged", again.Snapshot().Text.N(), saved)
	}
	if found := faults(t, d); found != "" {
		t.Error(found)
	}
	if left := leftovers(t, filepath.Dir(path)); left != "" {
		t.Errorf("left %s", left)
	}
	return full
}
