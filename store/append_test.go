package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSwitchingGoesByKey: of a revision with thousands of corrections each is found at once.
func TestSwitchingGoesByKey(t *testing.T) {
	l, err := Create(t.Context(), filepath.Join(t.TempDir(), "a.qingyang"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var id, parent, unused int
	var plan string
	if err := l.write.QueryRow("EXPLAIN QUERY PLAN "+switchCorrection, true, 1, 1, 1).Scan(&id, &parent, &unused, &plan); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(plan, "PRIMARY KEY (page=? AND n=? AND k=?)") {
		t.Errorf("the plan is %q", plan)
	}
}
