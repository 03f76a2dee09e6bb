package sample_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"sort"
	"testing"
)

var update = flag.Bool("update", false, "write the pages and the corpus anew")

// files is everything that is made from the manuscripts, by path.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, m := range readManuscripts(t) {
		c := composed(t, m)
		dir := filepath.Join("testdata", "corpus", m.track, m.name)
		all[filepath.Join(dir, "raw.txt")] = c.utf8()
		all[filepath.Join(dir, "truth.json")] = []byte(pretty(c.truth()))
		all[filepath.Join(dir, "junctions.tsv")] = []byte(c.junctions())
		all[filepath.Join(dir, "meta.json")] = []byte(pretty(c.meta()))
		if m.track == "bulletin" {
			raw, err := c.raw()
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.Join("pages", "weigang-"+m.name+".txt")] = raw
		}
	}
	return all
}

func composed(t testing.TB, m *manuscript) *composer {
	t.Helper()
	c, err := compose(m)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The committed files are what the typesetter makes of the manuscripts, byte for byte, and nothing
// else lies beside them.
func TestCommitted(t *testing.T) {
	want := files(t)
	if *update {
		for path, b := range want {
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	have := map[string]bool{}
	for _, pattern := range []string{"pages/*.txt", "testdata/corpus/*/*/*"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			have[f] = true
			if want[f] == nil {
				t.Errorf("%s is made from no manuscript", f)
			}
		}
	}
	var paths []string
	for path := range want {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		if !have[path] {
			t.Errorf("%s is missing: run go generate", path)
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b, want[path]) {
			t.Errorf("%s is not what the manuscript gives (%d bytes, want %d): run go generate", path, len(b), len(want[path]))
		}
	}
}
