package desk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/sample"
	"qingyang/app/session"
)

func init() {
	children["short"] = func(args []string) error { return short(args[0], args[1]) }
	children["import once"] = func(args []string) error { return importOnce(args[0]) }
	children["verify"] = func(args []string) error { return verifyOnce(args[0], args[1] == "rebuild") }
}

// short is a program that does one thing with a library.
func short(path, what string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校", Existing: true, Reading: what != "import"})
	if err != nil {
		return err
	}
	switch what {
	case "import":
		p := sample.Issues()[0].Pages[0]
		var bad []error
		if _, bad, err = d.Import(ctx, []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{Again: true}, nil); err == nil {
			err = errors.Join(bad...)
		}
	case "history":
		var p *session.Snapshot
		if p, err = d.Page(ctx, 1); err == nil {
			_, err = p.Steps(ctx)
		}
	case "search":
		_, err = d.Search(ctx, "渡船", 5)
	default:
		_, err = pagesOf(ctx, d)
	}
	return errors.Join(err, d.Close())
}

// TestManyShortPrograms: programs that come and go on one library, half of them by a link, four at a time,
// never find it damaged, locked or otherwise unfit.
func TestManyShortPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("many programs are started")
	}
	path := onePage(t, sample.Issues()[0].Pages[1].Raw)
	link := filepath.Join(t.TempDir(), "link.qingyang")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	programs := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range programs {
				what, by := []string{"import", "list", "history", "search", "list"}[n%5], path
				if n%2 == 0 {
					by = link
				}
				c := child("short", by, what)
				c.Env = append(c.Env, "GOMAXPROCS=1")
				if out, err := c.CombinedOutput(); err != nil {
					t.Errorf("program %d, %s: %v: %s", n, what, err, out)
				}
			}
		})
	}
	all := many(t, 30)
	for n := range all {
		programs <- n
	}
	close(programs)
	wg.Wait()
	d := open(t, path, desk.Options{})
	if n, err := pagesOf(t.Context(), d); err != nil || n != 1+(all+4)/5 {
		t.Errorf("%d pages, want %d (%v)", n, 1+(all+4)/5, err)
	}
	if found := faults(t, d); found != "" {
		t.Error(found)
	}
}

// verifyOnce verifies a library, after a rebuild if that is asked for, and says what it found.
func verifyOnce(path string, rebuild bool) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校", Existing: true, Reading: !rebuild})
	if err != nil {
		return err
	}
	if rebuild {
		bad, err := d.Rebuild(ctx, nil)
		if err != nil || len(bad) > 0 {
			return fmt.Errorf("%v %w", bad, err)
		}
	}
	faults, err := d.Verify(ctx, nil)
	for _, f := range faults {
		fmt.Println(f.Subject, f.What.EN)
	}
	return errors.Join(err, d.Close())
}

// TestVerifyBesideATypist: while somebody types, a verify finds no faults that are none, a rebuild leaves
// none behind, and nothing that was acknowledged is lost.
func TestVerifyBesideATypist(t *testing.T) {
	for range many(t, 1) {
		besideATypist(t, 4)
	}
}

func besideATypist(t *testing.T, times int) {
	t.Helper()
	path := onePage(t, sample.Issues()[0].Pages[1].Raw)
	typist := child("type", path)
	typed, err := typist.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := typist.Start(); err != nil {
		t.Fatal(err)
	}
	last := make(chan int)
	go func() {
		n := 0
		for {
			var k int
			if _, err := fmt.Fscanln(typed, &k); err != nil {
				last <- n
				return
			}
			n = k
		}
	}()
	for n := range times {
		how := "verify"
		if n%2 == 1 {
			how = "rebuild"
		}
		out, err := child("verify", path, how).CombinedOutput()
		if found := strings.TrimSpace(string(out)); err != nil || found != "" {
			t.Errorf("%s %d: %v %s", how, n, err, found)
		}
	}
	if err := typist.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	acknowledged := <-last
	_ = typist.Wait()
	d := open(t, path, desk.Options{})
	if found := faults(t, d); found != "" {
		t.Error(found)
	}
	p, err := d.Page(t.Context(), 1)
	if err != nil || p.Text.N() < acknowledged || acknowledged == 0 {
		t.Errorf("%d were acknowledged, %d are there (%v)", acknowledged, p.Text.N(), err)
	}
	t.Logf("%d revisions were typed meanwhile", acknowledged)
}

// importOnce imports a page into a library, which it makes if it is not there, and says whether it did, or
// whether the page was there.
func importOnce(path string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		return err
	}
	p := sample.Issues()[0].Pages[0]
	done, bad, err := d.Import(ctx, []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{}, nil)
	switch {
	case err != nil:
		return err
	case len(done) == 1:
		fmt.Println("imported")
	case len(bad) == 1 && strings.Contains(bad[0].Error(), "was imported before"):
		fmt.Println("before")
	default:
		return errors.Join(bad...)
	}
	return d.Close()
}

// TestSameImportAtOnce: four programs import the same page at once into a library that none of them finds
// there. There is one library then, with one page, and each program knows what became of its own.
func TestSameImportAtOnce(t *testing.T) {
	for range many(t, 2) {
		path := newLibrary(t)
		var programs []*exec.Cmd
		var said []*bytes.Buffer
		for range 4 {
			c, out := child("import once", path), new(bytes.Buffer)
			c.Stdout, c.Stderr = out, out
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			programs, said = append(programs, c), append(said, out)
		}
		imported := 0
		for i, c := range programs {
			if err := c.Wait(); err != nil {
				t.Errorf("%v: %s", err, said[i])
			}
			if said[i].String() == "imported\n" {
				imported++
			}
		}
		d := open(t, path, desk.Options{})
		if people, err := d.People(t.Context()); err != nil || len(people) != 1 {
			t.Errorf("the same person is there as %v (%v)", people, err)
		}
		if n, err := pagesOf(t.Context(), d); err != nil || n != 1 || imported != 1 {
			t.Errorf("%d pages, imported %d times (%v)", n, imported, err)
		}
		if found := faults(t, d); found != "" {
			t.Error(found)
		}
	}
}
