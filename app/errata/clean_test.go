package errata

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/proof"
	"qingyang/app/sample"
)

const corpus = "../../../shared/corpus"

// factual are the rules of conflicts of names, titles, numbers and dates.
var factual = map[string]bool{"C5": true, "C5t": true, "N7": true, "N8": true, "N9": true}

// TestNothingIsInvented: no conflict of names, titles, numbers or dates is found on pages without one: the sample
// bulletin, the seed page, and the texts without errors of the shared corpus.
func TestNothingIsInvented(t *testing.T) {
	texts := map[string][]byte{}
	for _, issue := range sample.Issues() {
		for _, p := range issue.Pages {
			texts[p.File] = p.Raw
		}
	}
	seeds, _ := filepath.Glob(filepath.Join(corpus, "seed", "raw.txt"))
	fixes, _ := filepath.Glob(filepath.Join(corpus, "charfix", "*", "text.txt"))
	for _, path := range append(seeds, fixes...) {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts[path] = b
	}
	for name, b := range texts {
		all, err := Check(t.Context(), filepath.Base(name), b, "", Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range all {
			if factual[m.Rule] {
				t.Errorf("%s: %s[%s]%s %s", name, m.left, m.Text, m.right, m.Rule)
			}
		}
	}
}

// TestNoNameIsDoubted: nothing is found in any name of the shared texts, and nothing at all in those without
// errors, however sure it must be.
func TestNoNameIsDoubted(t *testing.T) {
	cases, _ := filepath.Glob(filepath.Join(corpus, "charfix", "*", "truth.json"))
	if len(cases) == 0 {
		t.Skip("the shared corpus is not here")
	}
	names := 0
	for _, path := range cases {
		var truth struct {
			Kind          string
			Names, Errors []struct{ Offset, Length int }
		}
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &truth)
		}
		if err != nil {
			t.Fatal(err)
		}
		b, err = os.ReadFile(filepath.Join(filepath.Dir(path), "text.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for _, strict := range []proof.Strictness{proof.Quiet, proof.Usual} {
			all, err := Check(t.Context(), "text.txt", b, "", Options{Strict: strict})
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range all {
				if len(truth.Errors) == 0 {
					t.Errorf("%s is without errors: %s[%s]%s %s", filepath.Dir(path), m.left, m.Text, m.right, m.Rule)
				}
				for _, n := range truth.Names {
					if m.Offset < n.Offset+n.Length && n.Offset < m.Offset+max(1, m.Length) {
						t.Errorf("%s: a name is doubted: %s[%s]%s %s", filepath.Dir(path), m.left, m.Text, m.right, m.Rule)
					}
				}
			}
		}
		names += len(truth.Names)
	}
	if names < 200 {
		t.Errorf("there are %d names", names)
	}
}
