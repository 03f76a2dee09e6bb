package desk_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/say"
	"qingyang/app/session"
)

func open(t *testing.T, path string, opt desk.Options) *desk.Desk {
	t.Helper()
	if opt.Name == "" {
		opt.Name = "沈校"
	}
	d, err := desk.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func newLibrary(t *testing.T) string { return filepath.Join(t.TempDir(), "test.qingyang") }

// withPage is a library with one page of the sample, opened.
func withPage(t *testing.T, d *desk.Desk) *session.Session {
	t.Helper()
	p := sample.Issues()[0].Pages[0]
	return withFile(t, d, desk.File{Name: p.File, Bytes: p.Raw})
}

// withText is a library with a page of a few words, opened.
func withText(t *testing.T, d *desk.Desk, raw string) *session.Session {
	t.Helper()
	return withFile(t, d, desk.File{Name: "a.txt", Bytes: []byte(raw)})
}

func withFile(t *testing.T, d *desk.Desk, f desk.File) *session.Session {
	t.Helper()
	done, bad, err := d.Import(t.Context(), []desk.File{f}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 || len(done) != 1 {
		t.Fatal(done, bad, err)
	}
	s, err := d.OpenPage(t.Context(), done[0].Leaf.ID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func text(s *session.Session) string {
	var b strings.Builder
	for i := range s.Order().Blocks() {
		r, h := s.Order().Block(i)
		b.WriteString(h.Kind.String() + ":" + string(r) + "\n")
	}
	return b.String()
}

func TestImportReadsTheDateLine(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	s := withPage(t, d)
	if s.Leaf.Publication != "苇港报" || s.Leaf.Date != "2024-11-08" || s.Leaf.Number != 1 {
		t.Errorf("the page went to %+v", s.Leaf)
	}
}

func TestSameBytesAreKnown(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	withPage(t, d)
	p := sample.Issues()[0].Pages[0]
	done, bad, err := d.Import(t.Context(), []desk.File{{Name: "again.txt", Bytes: p.Raw}}, desk.Importing{}, nil)
	if err != nil || len(done) != 0 || len(bad) != 1 {
		t.Fatal(done, bad, err)
	}
	var problem *say.Problem
	if !errors.As(bad[0], &problem) || problem.Subject != "again.txt" {
		t.Errorf("said %v", bad[0])
	}
	done, bad, err = d.Import(t.Context(), []desk.File{{Name: "again.txt", Bytes: p.Raw}}, desk.Importing{Again: true}, nil)
	if err != nil || len(done) != 1 || len(bad) != 0 {
		t.Error("asked to import it again, it did not:", done, bad, err)
	}
}

func TestBadFilesDoNotStopTheRest(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	p := sample.Issues()[0].Pages
	files := []desk.File{
		{Name: "1.txt", Bytes: p[0].Raw},
		{Name: "picture.png", Bytes: []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")},
		{Name: "2.txt", Bytes: p[1].Raw},
	}
	var steps []int
	done, bad, err := d.Import(t.Context(), files, desk.Importing{}, func(p desk.Progress) { steps = append(steps, p.Done) })
	if err != nil || len(done) != 2 || len(bad) != 1 || len(steps) != 3 {
		t.Error(done, bad, err, steps)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if done, _, err := d.Import(ctx, files, desk.Importing{Again: true}, nil); !errors.Is(err, context.Canceled) || len(done) != 0 {
		t.Error("a cancelled import went on:", done, err)
	}
}

func TestVerifyFindsTheSampleSound(t *testing.T) {
	d := open(t, newLibrary(t), desk.Options{})
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil || len(done) != 10 {
		t.Fatal(len(done), err)
	}
	faults, err := d.Verify(t.Context(), nil)
	if err != nil || len(faults) != 0 {
		t.Error(faults, err)
	}
	hits, err := d.Search(t.Context(), "苇港", 5)
	if err != nil || len(hits) == 0 {
		t.Error("the search finds nothing:", err)
	}
}

func TestNotALibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.qingyang")
	was := []byte("只是一个文本文件，不是档案库。")
	if err := os.WriteFile(path, was, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
	var p *say.Problem
	if !errors.As(err, &p) || p.Subject != path || p.Do.Zero() {
		t.Errorf("said %v", err)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(was) {
		t.Error("the file was touched")
	}
}
