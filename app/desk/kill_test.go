package desk_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/sample"
)

// childEnv names the library that a child of TestKill types into.
const childEnv = "QINGYANG_TEST_TYPE_INTO"

// TestMain lets the test binary be the program that is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		if err := typeForEver(path); err != nil {
			fmt.Println("child:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// typeForEver types into the first page, saves after every few keys, and says on its standard output
// how many revisions the library has acknowledged.
func typeForEver(path string) error {
	ctx := context.Background()
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		return err
	}
	s, err := d.OpenPage(ctx, 1)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		at := bulletin.Place{Block: n * 7 % s.Order().Blocks()}
		for range 3 {
			if at, _, err = s.Replace(at, at, "字"); err != nil {
				return err
			}
		}
		if n%5 == 4 {
			if _, _, err := s.Undo(); err != nil {
				return err
			}
		}
		if err := s.Flush(ctx); err != nil {
			return err
		}
		fmt.Println(s.Snapshot().Text.N())
	}
}

// TestKill kills the program a hundred times while it types. Each time the library opens, is sound,
// has every revision that was acknowledged, and undo works.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred programs are started")
	}
	path := filepath.Join(t.TempDir(), "killed.qingyang")
	d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
	if err != nil {
		t.Fatal(err)
	}
	p := sample.Issues()[0].Pages[1]
	if _, bad, err := d.Import(t.Context(), []desk.File{{Name: p.File, Bytes: p.Raw}}, desk.Importing{}, nil); err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(3, 5))
	for round := range 100 {
		acknowledged := killed(t, path, 1+rnd.IntN(12))
		d, err := desk.Open(t.Context(), path, desk.Options{Name: "沈校"})
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		s, err := d.OpenPage(t.Context(), 1)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if n := s.Snapshot().Text.N(); n < acknowledged {
			t.Fatalf("round %d: %d revisions were acknowledged, %d are there", round, acknowledged, n)
		}
		before := text(s)
		if _, _, err := s.Undo(); err != nil || text(s) == before {
			t.Fatalf("round %d: undo did nothing: %v", round, err)
		}
		if _, _, err := s.Redo(); err != nil || text(s) != before {
			t.Fatalf("round %d: redo did not bring it back: %v", round, err)
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if round%10 == 9 {
			if faults, err := d.Verify(t.Context(), nil); err != nil || len(faults) > 0 {
				t.Fatalf("round %d: %v %v", round, faults, err)
			}
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killed starts a child, kills it (SIGKILL) once it has acknowledged so many saves, and returns the
// last number that it gave.
func killed(t *testing.T, path string, saves int) int {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childEnv+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	last, lines := 0, bufio.NewScanner(out)
	for n := 0; lines.Scan(); n++ {
		if _, err := fmt.Sscan(lines.Text(), &last); err != nil {
			t.Fatal(lines.Text())
		}
		if n+1 == saves {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
		t.Fatalf("the child ended by itself: %v", err)
	}
	return last
}
