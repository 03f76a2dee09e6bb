package figures

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/proof"
	"qingyang/app/proof/chars"
	"qingyang/cmd/qingyang-fit/pages"
)

const (
	data   = "../../../app/proof/chars/data"
	shared = "../../../../shared"
)

// fitted is the fingerprint of the second look that one draw of the project's own texts gives.
const fitted = "185c9ccddc83c399476732a6"

// first is a finder without a second look, of the files that are built in.
func first(t *testing.T) *chars.Finder {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range []string{"counts.bin", "confusion.tsv.gz", "wrong.txt.gz", "ranker.bin", "words.txt.gz"} {
		b, err := os.ReadFile(filepath.Join(data, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b
	}
	f, err := openFirst(files)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A fit on the same texts gives the same bytes, and they are those that were written down when the fit was last
// changed on purpose.
func TestFitIsTheSameToTheByte(t *testing.T) {
	f := first(t)
	fit := func() string {
		b, err := Review(f, "A", 1, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(b)
		return hex.EncodeToString(sum[:])[:24]
	}
	a := fit()
	if b := fit(); a != b {
		t.Fatalf("two fits on the same texts differ: %s and %s", a, b)
	}
	if a != fitted {
		t.Errorf("the fit is %s, written down is %s", a, fitted)
	}
}

// What is built in is what the command makes, to the byte.
func TestBuiltInIsWhatIsMade(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds of work")
	}
	files, err := Lists(filepath.Join(shared, "data", "proof"))
	if os.IsNotExist(err) {
		t.Skip("the shared folder is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	f, err := openFirst(files)
	if err != nil {
		t.Fatal(err)
	}
	if files["review.bin"], err = Review(f, "A", draws, io.Discard); err != nil {
		t.Fatal(err)
	}
	for name, made := range files {
		if b, err := os.ReadFile(filepath.Join(data, name)); err != nil || !bytes.Equal(b, made) {
			t.Errorf("%s is not what qingyang-fit figures makes of the shared folder (%v)", name, err)
		}
	}
}

// On texts that nothing was fitted on, what is found is wrong as a rule, and the first suggestion right.
func TestFoundInOtherTexts(t *testing.T) {
	var wrong, clean Tally
	if err := wrong.add("B", 7, 0.025, proof.Usual, false, io.Discard); err != nil {
		t.Fatal(err)
	}
	if err := clean.add("B", 7, 0, proof.Usual, false, io.Discard); err != nil {
		t.Fatal(err)
	}
	t.Logf("with errors: %v\nwithout: %v", wrong, clean)
	if wrong.Errors < 200 || wrong.Precision() < 0.9 || wrong.Recall() < 0.5 || 100*wrong.First < 97*wrong.Found {
		t.Errorf("with errors: %v", wrong)
	}
	if clean.Errors > 0 || clean.Runes < 8000 || 3000*clean.False > 2*clean.Runes {
		t.Errorf("without: %v", clean)
	}
}

// Every planted error is a character in the place of another that it is taken for, and nothing else changes.
func TestPlant(t *testing.T) {
	f := first(t)
	st, err := pages.StyleNamed("A")
	if err != nil {
		t.Fatal(err)
	}
	misread := f.Misreadings()
	p := newPlanter(f, misread, "test", 1)
	errors := 0
	for _, text := range pages.Texts(st, 3) {
		x := p.plant(text, 0.03)
		for i, block := range text {
			right := []rune(block)
			for k, r := range x.blocks[i].Text {
				want, wrong := x.right[i][k]
				if !wrong {
					want = r
				} else {
					errors++
				}
				if want != right[k] || wrong && r == want {
					t.Fatalf("%q became %q", block, string(x.blocks[i].Text))
				}
				isAlike := !wrong
				for _, m := range misread[right[k]] {
					isAlike = isAlike || m.Wrong == r
				}
				if !isAlike {
					t.Errorf("%c is not taken for %c", right[k], r)
				}
			}
		}
	}
	if errors < 100 {
		t.Errorf("%d errors", errors)
	}
}

// A forest learns what a sum of its figures cannot say, and is read as it was written.
func TestBoost(t *testing.T) {
	var all []example
	for i := range 4000 {
		a, b := float32(i%20), float32(i/20%10)
		x := make([]float32, chars.Reviewed)
		x[0], x[5] = a, b
		all = append(all, example{x: x, right: a < 7 && b < 5 || a > 14})
	}
	score := func(forest [][]branch, x []float32) (sum float64) {
		for _, t := range forest {
			i := 0
			for t[i].figure >= 0 {
				if x[t[i].figure] < t[i].limit {
					i = t[i].left
				} else {
					i = t[i].right
				}
			}
			sum += float64(t[i].limit)
		}
		return sum
	}
	forest := boost(all, chars.Reviewed)
	for _, e := range all {
		if (score(forest, e.x) > 0) != e.right {
			t.Fatalf("of %v %v it says %v", e.x[0], e.x[5], score(forest, e.x))
		}
	}
	files := memory{}
	for _, name := range []string{"counts.bin", "confusion.tsv.gz", "wrong.txt.gz", "ranker.bin", "words.txt.gz"} {
		b, err := os.ReadFile(filepath.Join(data, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b
	}
	files["review.bin"] = encode(forest, chars.Reviewed)
	if _, err := chars.Open(files); err != nil {
		t.Errorf("the program does not read it: %v", err)
	}
}

// Likenesses of sound that rest on rare readings are gone, those that people know are not.
func TestLikelySounds(t *testing.T) {
	in, err := zipped([]byte("柠\t拧:s0.97,t 注:t 泞:s0.86,t\n长\t掌:t 常:t 张:s0.93,p\n陶\t要:p\n"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := likelySounds(in)
	if err != nil {
		t.Fatal(err)
	}
	want, err := zipped([]byte("柠\t拧:s0.97,t 泞:s0.86\n长\t掌:t 常:t 张:s0.93,p\n"))
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v %x", err, got)
	}
}
