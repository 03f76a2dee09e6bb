package bulletin

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// AccountFormat is the number of the form in which EncodeAccount writes. A form that was ever in a
// library stays readable.
const AccountFormat = 1

var errShort = errors.New("the account of a draft ends too early, or a number in it is none")

// EncodeAccount writes an account in the form AccountFormat. The bytes depend on the account alone.
// Weights are kept to two decimals, confidences to four.
//
// All numbers are varints. First the words, each once with its length in bytes (codes of cues, and what titles
// share with their stories); then the junctions, their lines and breaks as differences to the one
// before; then the verdicts; then the two lists of names.
func EncodeAccount(a Account) []byte {
	w := accountWriter{words: map[string]int{}}
	w.junctions(a.Junctions)
	w.verdicts(a.Verdicts)
	w.ids(a.Headless)
	w.ids(a.Homeless)
	out := accountWriter{}
	out.uint(len(w.list))
	for _, s := range w.list {
		out.uint(len(s))
		out.b = append(out.b, s...)
	}
	return append(out.b, w.b...)
}

type accountWriter struct {
	b     []byte
	words map[string]int
	list  []string
}

func (w *accountWriter) uint(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }
func (w *accountWriter) int(n int)  { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *accountWriter) word(s string) {
	n, ok := w.words[s]
	if !ok {
		n = len(w.list)
		w.words[s] = n
		w.list = append(w.list, s)
	}
	w.uint(n)
}

func (w *accountWriter) junctions(all []Junction) {
	w.uint(len(all))
	above, at := 0, 0
	for _, j := range all {
		flags := 0
		if j.Join {
			flags |= 1
		}
		if j.Uncertain {
			flags |= 2
		}
		w.uint(flags)
		w.int(j.Above - above)
		w.int(j.Below - j.Above)
		w.uint(int(j.At.Origin))
		w.int(int(j.At.Index) - at)
		w.uint(int(math.Round(j.Confidence * 1e4)))
		w.cues(j.Cues)
		above, at = j.Above, int(j.At.Index)
	}
}

func (w *accountWriter) verdicts(all []Verdict) {
	w.uint(len(all))
	first := 0
	for _, v := range all {
		w.int(v.First - first)
		w.int(v.Last - v.First)
		w.uint(int(v.Kind))
		w.int(v.Story)
		w.cues(v.Cues)
		w.uint(len(v.Words))
		for _, s := range v.Words {
			w.word(s)
		}
		first = v.First
	}
}

func (w *accountWriter) cues(all []Cue) {
	w.uint(len(all))
	for _, c := range all {
		w.word(c.Code)
		n := int(math.Round(c.Weight*100)) << 1
		if c.Holds {
			n |= 1
		}
		w.int(n)
	}
}

func (w *accountWriter) ids(all []ID) {
	w.uint(len(all))
	for _, id := range all {
		w.int(int(id.Origin))
		w.int(int(id.Index))
	}
}

// DecodeAccount reads what EncodeAccount wrote in a form. Bytes that are not of that form are an error.
func DecodeAccount(format int, b []byte) (Account, error) {
	if format != AccountFormat {
		return Account{}, fmt.Errorf("accounts of drafts in the form %d are not known", format)
	}
	r := accountReader{b: b}
	r.words = make([]string, r.count())
	for i := range r.words {
		n := r.count()
		if r.err != nil {
			return Account{}, r.err
		}
		r.words[i] = string(r.b[:n])
		r.b = r.b[n:]
	}
	a := Account{Junctions: r.junctions(), Verdicts: r.verdicts(), Headless: r.ids(), Homeless: r.ids()}
	if r.err == nil && len(r.b) > 0 {
		r.err = fmt.Errorf("%d bytes behind the account of a draft", len(r.b))
	}
	if r.err != nil {
		return Account{}, r.err
	}
	return a, nil
}

// accountReader reads; after the first error everything is 0.
type accountReader struct {
	b     []byte
	words []string
	err   error
}

func (r *accountReader) uint() int {
	n, size := binary.Uvarint(r.b)
	return r.took(int(n), size)
}

func (r *accountReader) int() int {
	n, size := binary.Varint(r.b)
	return r.took(int(n), size)
}

// took moves on by what a number was read from.
func (r *accountReader) took(n, size int) int {
	if r.err != nil || size <= 0 || n > 1<<40 || n < -1<<40 {
		r.err = errShort
		return 0
	}
	r.b = r.b[size:]
	return n
}

// small passes on a number that fits an identity or a line.
func (r *accountReader) small(n int) int {
	if n > math.MaxInt32 || n < math.MinInt32 {
		r.err = errShort
		return 0
	}
	return n
}

// count reads how many things follow, of at least a byte each: so a broken number cannot ask for more memory
// than the file has bytes.
func (r *accountReader) count() int {
	n := r.uint()
	if n < 0 || n > len(r.b) {
		r.err = errShort
		return 0
	}
	return n
}

func (r *accountReader) word() string {
	n := r.uint()
	if n < 0 || n >= len(r.words) {
		r.err = errShort
		return ""
	}
	return r.words[n]
}

func (r *accountReader) junctions() (all []Junction) {
	above, at := 0, 0
	for range r.count() {
		var j Junction
		flags := r.uint()
		j.Join, j.Uncertain = flags&1 != 0, flags&2 != 0
		above = r.small(above + r.int())
		j.Above, j.Below = above, r.small(above+r.int())
		j.At.Origin = int32(r.small(r.uint()))
		at = r.small(at + r.int())
		j.At.Index = int32(at)
		j.Confidence = float64(r.uint()) / 1e4
		j.Cues = r.cues()
		all = append(all, j)
	}
	return all
}

func (r *accountReader) verdicts() (all []Verdict) {
	first := 0
	for range r.count() {
		first = r.small(first + r.int())
		v := Verdict{First: first, Last: r.small(first + r.int()), Kind: Kind(r.uint()), Story: r.int(), Cues: r.cues()}
		for range r.count() {
			v.Words = append(v.Words, r.word())
		}
		all = append(all, v)
	}
	return all
}

func (r *accountReader) cues() (all []Cue) {
	for range r.count() {
		c := Cue{Code: r.word()}
		n := r.int()
		c.Holds, c.Weight = n&1 != 0, float64(n>>1)/100
		all = append(all, c)
	}
	return all
}

func (r *accountReader) ids() (all []ID) {
	for range r.count() {
		all = append(all, ID{int32(r.small(r.int())), int32(r.small(r.int()))})
	}
	return all
}
