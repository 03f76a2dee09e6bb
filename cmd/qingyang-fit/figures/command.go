// Package figures makes the data of the finder of wrong characters anew, and says how well it finds. It is a
// tool: nothing of it is shipped. Start reading at Command.
package figures

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"qingyang/app/proof/chars"
)

// Command makes the files of app/proof/chars/data: the counts, the wrong strings and the ranker are those of the
// shared folder, to the byte; its words are sorted by code point, its likenesses of sound rid of rare readings; the
// second look is fitted on errors that are planted into the texts of styles A, C and D. The same shared folder gives the
// same bytes.
func Command(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("figures", flag.ContinueOnError)
	shared := flags.String("shared", "../shared", "`folder` with data/proof")
	out := flags.String("data", "app/proof/chars/data", "write to this `folder`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	from := filepath.Join(*shared, "data", "proof")
	files, err := Lists(from)
	if err != nil {
		return err
	}
	finder, err := openFirst(files)
	if err != nil {
		return err
	}
	if files["review.bin"], err = Review(finder, "A", draws, stdout); err != nil {
		return err
	}
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(*out, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// draws is how often the texts are drawn anew, with other names and numbers, and other errors.
const draws = 14

// Lists are the files that need no fit, by name.
func Lists(from string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, name := range []string{"counts.bin", "confusion.tsv.gz", "wrong.txt.gz", "ranker.bin", "words.txt.gz"} {
		b, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return nil, err
		}
		files[name] = b
	}
	words, err := sorted(files["words.txt.gz"])
	if err != nil {
		return nil, fmt.Errorf("words.txt.gz: %w", err)
	}
	files["words.txt.gz"] = words
	if files["confusion.tsv.gz"], err = likelySounds(files["confusion.tsv.gz"]); err != nil {
		return nil, fmt.Errorf("confusion.tsv.gz: %w", err)
	}
	return files, nil
}

// sorted sorts the lines of a packed list of words by code point of the words.
func sorted(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	word := func(line []byte) []byte { w, _, _ := bytes.Cut(line, []byte{' '}); return w }
	lines := slices.Collect(bytes.Lines(b))
	slices.SortFunc(lines, func(a, b []byte) int { return cmp.Or(bytes.Compare(word(a), word(b)), bytes.Compare(a, b)) })
	return zipped(bytes.Join(lines, nil))
}

// zipped is b packed as small as it gets, without a name or a time.
func zipped(b []byte) ([]byte, error) {
	var z bytes.Buffer
	w, err := gzip.NewWriterLevel(&z, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return z.Bytes(), nil
}

// openFirst is a finder without a second look.
func openFirst(files map[string][]byte) (*chars.Finder, error) {
	dir := memory{"review.bin": encode(nil, chars.Reviewed)}
	for name, b := range files {
		dir[name] = b
	}
	return chars.Open(dir)
}

// rates are those of the errors that are planted, in parts of one; a text without errors teaches most.
var rates = []float64{0, 0, 0.005, 0.012, 0.025}

// Review fits the second look of a finder that has none yet, on errors planted into the texts of the styles that teach,
// drawn so often: each draw has other names, numbers and errors; seed is a name for all of them. The same arguments give the same bytes on every machine
// that calculates as amd64 does.
func Review(f *chars.Finder, seed string, draws int, stdout io.Writer) ([]byte, error) {
	misread := f.Misreadings()
	var all []example
	errors, runes, right := 0, 0, 0
	for n := range draws {
		own, err := ownTexts(taught, n)
		if err != nil {
			return nil, err
		}
		p := newPlanter(f, misread, "figures/"+seed, n)
		for k, text := range own {
			x := p.plant(text, rates[(n+k)%len(rates)])
			for _, w := range f.Weigh(x.blocks) {
				meant, planted := x.right[w.Block][w.At]
				e := example{w.Figures, w.First, planted && meant == w.Char}
				if all = append(all, e); e.right {
					right++
				}
			}
			for i, r := range x.right {
				errors += len(r)
				runes += len(x.blocks[i].Text)
			}
		}
	}
	fmt.Fprintf(stdout, "fitted on %d characters with %d errors: %d alternatives, of which %d are right\n", runes, errors, len(all), right)
	return encode(boost(all, chars.Reviewed), chars.Reviewed), nil
}
