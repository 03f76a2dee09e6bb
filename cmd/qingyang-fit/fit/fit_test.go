package fit

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"

	"qingyang/app/clean/read"
	"qingyang/app/clean/story"
)

// fitted is the fingerprint of the weights that the project's own sample pages give, of lines and stories.
const fitted = "9a0609922b1bb7f7e3392af0"

// samplePages are pages of the project's own style, 6 of each track.
func samplePages(t *testing.T) []*page {
	t.Helper()
	dir := t.TempDir()
	if err := drawOwn(dir, 31, 6); err != nil {
		t.Fatal(err)
	}
	all, err := loadAll([]string{dir}, 0, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A fit on the same pages gives the same bytes, on every machine that calculates as amd64 does; and they are
// those that were written down when the fit was last changed on purpose.
func TestFitIsTheSameToTheByte(t *testing.T) {
	sum := func() string {
		lines, stories, err := Weights(samplePages(t), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		h := sha256.New()
		h.Write(lines)
		h.Write(stories)
		return hex.EncodeToString(h.Sum(nil))[:24]
	}
	a := sum()
	if b := sum(); a != b {
		t.Fatalf("two fits on the same pages differ: %s and %s", a, b)
	}
	if a != fitted {
		t.Errorf("the fit on the sample pages is %s, written down is %s", a, fitted)
	}
}

// What is fitted on the sample pages reads these pages nearly without a mistake.
func TestFitLearns(t *testing.T) {
	all := samplePages(t)
	lines, _, err := Weights(all, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	m, err := read.Decode(lines)
	if err != nil {
		t.Fatal(err)
	}
	var j judged
	for _, p := range all {
		j.add(p, read.Page(p.lines, m).Roles)
	}
	if j.right*100 < 97*j.lines {
		t.Errorf("of %d lines %d are read as they should be", j.lines, j.right)
	}
}

// The weights that the program ships with can be unpacked, and are at most a megabyte.
func TestShippedWeights(t *testing.T) {
	read.Fitted()
	story.Fitted()
	if n := read.Size() + story.Size(); n > 1<<20 {
		t.Errorf("the weights are %d bytes", n)
	}
}
