package window

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/say"
)

// TestFall: a fault in the middle of a page saves it, tells of it, and the window goes on.
func TestFall(t *testing.T) {
	s := newStage(t)
	s.page("渡口的老船工说，这条河养活了几代人。\n")
	s.win.Canvas().Focus(s.clean)
	s.write("甲")
	s.guard(func() {
		s.write("乙")
		panic("a fault")
	})
	s.await("fell")
	s.await("stood up")
	if !strings.Contains(s.status.Text(), "内部错误") {
		t.Errorf("the window says %q", s.status.Text())
	}
	var reports []string
	for _, folder := range []string{s.home, filepath.Join(s.home, "qingyang")} {
		found, err := filepath.Glob(filepath.Join(folder, "fault.txt"))
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, found...)
	}
	if len(reports) != 1 {
		t.Fatalf("reports: %v", reports)
	}
	if text, err := os.ReadFile(reports[0]); err != nil || !strings.Contains(string(text), "guard_test.go") || strings.Contains(string(text), "老船工") {
		t.Errorf("%v: the report must tell where, and nothing of the text:\n%s", err, text)
	}
	if s.session.Unsaved() > 0 {
		t.Error("what was typed is not in the library")
	}
	s.write("丁")
	if !strings.HasPrefix(s.text(), "甲乙丁") {
		t.Errorf("the page reads %.20q", s.text())
	}
	for range fallsTooMany {
		s.guard(func() { panic("again") })
	}
	s.await("quit")
}

// TestJobFalls: a fault of a job is an error of the job.
func TestJobFalls(t *testing.T) {
	s := newStage(t)
	var got error
	run(s.jobs, each, say.Text{}, func(context.Context) (int, error) { panic("on its own goroutine") }, func(_ int, err error) { got = err })
	s.settle()
	var p *say.Problem
	if !errors.As(got, &p) {
		t.Errorf("the job ended with %v", got)
	}
}
