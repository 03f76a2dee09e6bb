package clean

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/revision"
)

var writeGolden = flag.Bool("golden", false, "write testdata/golden.txt anew from what drafts are now")

// goldenFile has a line for each page: its name, the fingerprint of its draft's revisions, and that of
// the decisions between its lines.
const goldenFile = "testdata/golden.txt"

// TestGolden holds the drafts of all pages of the project, those of the sample and those that the test
// sets itself, to what they were: revisions byte for byte, decisions with whether they are certain.
//
// It says nothing about what is right. A change that means to draft a page otherwise looks at each
// page that differs, names the mend in its commit, and writes the file anew:
//
//	go test ./app/clean -run TestGolden -golden
func TestGolden(t *testing.T) {
	var lines []string
	for _, p := range goldenPages(t) {
		lines = append(lines, p.name+" "+fingerprint(Draft(plain(p.text), Profile{})))
	}
	now := strings.Join(lines, "\n") + "\n"
	if *writeGolden {
		if err := os.WriteFile(goldenFile, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	was := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	if len(was) != len(lines) {
		t.Fatalf("%d pages, the file has %d", len(lines), len(was))
	}
	for i, l := range lines {
		if l != was[i] {
			t.Errorf("another draft than before:\n was %s\n now %s", was[i], l)
		}
	}
}

type namedPage struct{ name, text string }

// goldenPages are the pages of the sample, those kept beside it, and 120 that are set from seeds.
func goldenPages(t *testing.T) []namedPage {
	t.Helper()
	var all []namedPage
	for _, pattern := range []string{"../sample/pages/*.txt", "../sample/testdata/corpus/*/*/raw.txt"} {
		files, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimPrefix(filepath.ToSlash(f), "../sample/")
			all = append(all, namedPage{name, string(b)})
		}
	}
	for seed := uint64(1000); seed < 1120; seed++ {
		all = append(all, namedPage{fmt.Sprintf("seed/%d", seed), compose(seed).raw})
	}
	return all
}

// fingerprint is the hash of a draft's revisions, as the library keeps them, and that of its decisions.
func fingerprint(r Result) string {
	revisions, decisions := sha256.New(), sha256.New()
	for _, rev := range r.Revisions {
		ops := revision.Encode(rev.Ops)
		fmt.Fprintf(revisions, "%d %s %d\n", rev.N, rev.Author.Rule, len(ops))
		revisions.Write(ops)
	}
	for _, j := range r.Junctions {
		fmt.Fprintf(decisions, "%d %d %t %t\n", j.Above, j.Below, j.Join, j.Uncertain)
	}
	fmt.Fprintln(decisions, r.Headless, r.Homeless)
	return hex.EncodeToString(revisions.Sum(nil)[:12]) + " " + hex.EncodeToString(decisions.Sum(nil)[:12])
}
