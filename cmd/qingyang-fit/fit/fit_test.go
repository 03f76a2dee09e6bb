package fit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"

	"qingyang/app/clean"
	"qingyang/app/clean/read"
)

// fitted is the fingerprint of the weights that the project's own sample pages give, of lines and stories.
const fitted = "1bd6e34e3a17c2442c73f331"

// samplePages are pages of the project's own style, 12 of each track.
func samplePages(t *testing.T) []*page {
	t.Helper()
	dir := t.TempDir()
	if err := drawOwn(dir, "A", 31, map[string]int{"page": 12, "mixed": 12, "ocr": 12, "latin": 12}); err != nil {
		t.Fatal(err)
	}
	all, err := loadAll([]string{dir}, 0, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// weights fits both files of weights on pages: those of lines and those of stories.
func weights(t *testing.T, all []*page) (lines, stories []byte) {
	t.Helper()
	a := fitAllLines(all, io.Discard)
	stories, err := storyWeights(all, a, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return a[whole], stories
}

// A fit on the same pages gives the same bytes, on every machine that calculates as amd64 does; and they are
// those that were written down when the fit was last changed on purpose.
func TestFitIsTheSameToTheByte(t *testing.T) {
	sum := func() string {
		lines, stories := weights(t, samplePages(t))
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
	lines, _ := weights(t, all)
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
	surenessIsFitted(t, all, lines, m)
}

// surenessIsFitted fits how sure decisions are: twice the same bytes, of which models take what they need, and no
// more junctions than are to be are less than certain.
func surenessIsFitted(t *testing.T, all []*page, lines []byte, m read.Models) {
	t.Helper()
	a, err := sureWeights(all, lines, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	b, err := sureWeights(all, lines, io.Discard)
	if err != nil || !bytes.Equal(a, b) {
		t.Errorf("two fits of the sureness differ (%v)", err)
	}
	for n := range a {
		if m.Judge(a[:n]) == nil {
			t.Fatalf("%d of %d bytes are no error", n, len(a))
		}
	}
	if err := m.Judge(a); err != nil {
		t.Fatal(err)
	}
	n, doubted := 0, 0
	for _, p := range all {
		for i, sure := range read.Page(p.lines, m).Sure {
			if i > 0 && p.breaks[i] >= 0 {
				n++
				doubted += one(sure < clean.Sure)
			}
		}
	}
	if doubted == 0 || float64(doubted) > 2*flagged[1]*float64(n) {
		t.Errorf("%d of %d junctions are doubted", doubted, n)
	}
}
