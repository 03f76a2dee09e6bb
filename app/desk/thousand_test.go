package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/session"
)

func init() {
	children["folder"] = func(args []string) error { return importFolder(args[0], args[1]) }
}

// filesOf are the files of a folder, with the places that their names say.
func filesOf(ctx context.Context, root string) (files []desk.File, err error) {
	names, err := folder.List(ctx, root, []string{".txt"})
	p := folder.Guess(names)
	for _, n := range names {
		at, _ := p.Place(n)
		files = append(files, desk.File{Name: n, Path: filepath.Join(root, filepath.FromSlash(n)), Place: at})
	}
	return files, err
}

// importFolder imports the files of a folder, and says how many it is through with.
func importFolder(path, root string) error {
	ctx := context.Background()
	files, err := filesOf(ctx, root)
	if err != nil {
		return err
	}
	d, err := desk.Open(ctx, path, desk.Options{Name: "沈校"})
	if err != nil {
		return err
	}
	_, bad, err := d.Import(ctx, files, desk.Importing{Publication: "渡口报"}, func(p desk.Progress) { fmt.Println(p.Done) })
	return errors.Join(append(bad, err, d.Close())...)
}

// A folder of a thousand files: the run tells how far it is, ends when it is cancelled, and is killed once; each time it
// goes on where it stood, and in the end every file is one page in its place. Files that cannot be read are named, and
// what the library had is told from them.
func TestThousandFiles(t *testing.T) {
	n := 1000
	if testing.Short() {
		n = 100
	}
	root, path := t.TempDir(), filepath.Join(t.TempDir(), "p.qingyang")
	for i := range n {
		name := filepath.Join(root, fmt.Sprintf("2020-%02d-%02d", 1+i/200, 1+i/8%25), fmt.Sprintf("A%02d.txt", 1+i%8))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		text := fmt.Appendf(nil, "渡口今晚亮灯\n\n本报讯 渡口第%d盏灯今晚亮了。\n", i)
		if i == n/2 {
			text = nil // an empty one
		}
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	files, err := filesOf(ctx, root)
	if err != nil || len(files) != n {
		t.Fatal(len(files), err)
	}
	d := open(t, path, desk.Options{})
	cancelled, cancel := context.WithCancel(ctx)
	last := 0
	done, bad, err := d.Import(cancelled, files, desk.Importing{Publication: "渡口报"}, func(p desk.Progress) {
		if p.Done != last+1 || p.All != n || p.Subject != files[last].Name {
			t.Errorf("after %d it tells of %+v", last, p)
		}
		if last = p.Done; last == n/4 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(done) != n/4 || len(bad) > 0 {
		t.Fatalf("cancelled: %d pages, %v, %v", len(done), bad, err)
	}
	said := killed(t, child("folder", path, root), n/4+n/10, 0) // what it had it is through with at once
	before, err := pagesOf(ctx, d)
	if err != nil || before < n/4+n/10-1 || before >= n {
		t.Errorf("killed after %s: %d pages %v", said, before, err)
	}
	done, bad, err = d.Import(ctx, files, desk.Importing{Publication: "渡口报"}, nil)
	known := 0
	for _, b := range bad {
		if errors.Is(b, desk.ErrKnown) {
			known++
		}
	}
	if err != nil || known != before || len(done) != n-1-before || len(bad) != known+1 {
		t.Errorf("%d pages came in and %d were known, of %d; %d files did not come in: %v", len(done), known, before, len(bad)-known, err)
	}
	places := map[string]int{}
	err = d.EachLeaf(ctx, func(l session.Leaf) error { places[fmt.Sprint(l.Date, l.Number)]++; return nil })
	if err != nil || len(places) != n-1 {
		t.Errorf("%d places, want %d: %v", len(places), n-1, err)
	}
	if found := faults(t, d); found != "" {
		t.Error(found)
	}
}
