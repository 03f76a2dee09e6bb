package revision

import (
	"encoding/binary"
	"errors"

	"qingyang/app/bulletin"
)

// version is the first byte of encoded operations.
const version = 1

// ErrEncoding is the error of Decode for bytes that Encode did not make, or that a newer version did.
var ErrEncoding = errors.New("revision: not the encoding of operations")

// Encode packs operations for a file, an edit in some ten to a hundred bytes: a version, then the
// operations one after another in varints, identities as differences to the one before.
//
// Fields that an operation's kind does not use are not kept, nor those of a kind that there is not.
func Encode(ops []Op) []byte {
	w := writer{b: []byte{version}}
	w.uint(len(ops))
	for _, op := range ops {
		w.b = append(w.b, byte(op.Kind))
		switch op.Kind {
		case Insert:
			w.id(op.At)
			w.uint(len(op.Text))
			w.b = append(w.b, op.Text...)
		case Delete:
			w.spans(op.Spans)
		case Mark:
			w.id(op.At)
			w.b = append(w.b, byte(op.Block))
			w.id(op.Article)
		case Move:
			w.id(op.At)
			w.spans(op.Spans)
		case Revert:
			w.int(op.Of)
			if op.Ops == nil {
				w.uint(0)
				continue
			}
			w.uint(len(op.Ops) + 1)
			for _, k := range op.Ops {
				w.int(k)
			}
		}
	}
	return w.b
}

// Decode is the inverse of Encode. It allocates no more than some multiple of len(b); its error is
// ErrEncoding.
func Decode(b []byte) ([]Op, error) {
	if len(b) == 0 || b[0] != version {
		return nil, ErrEncoding
	}
	r := reader{b: b[1:]}
	n := r.len()
	var ops []Op
	for i := 0; i < n && !r.bad; i++ {
		op := Op{Kind: OpKind(r.byte())}
		switch op.Kind {
		case Insert:
			op.At = r.id()
			op.Text = r.text()
		case Delete:
			op.Spans = r.spans()
		case Mark:
			op.At = r.id()
			op.Block = bulletin.Kind(r.byte())
			op.Article = r.id()
		case Move:
			op.At = r.id()
			op.Spans = r.spans()
		case Revert:
			op.Of = r.int()
			if k := r.len(); k > 0 {
				op.Ops = make([]int, 0, k-1)
				for range k - 1 {
					op.Ops = append(op.Ops, r.int())
				}
			}
		default:
			r.bad = true
		}
		ops = append(ops, op)
	}
	if r.bad || len(r.b) > 0 {
		return nil, ErrEncoding
	}
	return ops, nil
}

// writer and reader know the last identity, to which the next one is written as a difference.
type writer struct {
	b    []byte
	last bulletin.ID
}

func (w *writer) uint(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) }
func (w *writer) int(n int)  { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *writer) id(id bulletin.ID) {
	w.int(int(id.Origin) - int(w.last.Origin))
	w.int(int(id.Index) - int(w.last.Index))
	w.last = id
}

func (w *writer) spans(spans []bulletin.Span) {
	w.uint(len(spans))
	for _, s := range spans {
		w.id(bulletin.ID{Origin: s.Origin, Index: s.From})
		w.int(int(s.To) - int(s.From))
		w.last.Index = s.To
	}
}

type reader struct {
	b    []byte
	last bulletin.ID
	bad  bool
}

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	b := r.b[0]
	r.b = r.b[1:]
	return b
}

// len reads a number of things of which each takes at least one byte.
func (r *reader) len() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > uint64(len(r.b)-size)+1 {
		r.bad = true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

func (r *reader) int() int {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// index reads a difference to an index or origin; what doesn't fit is bad.
func (r *reader) index(last int32) int32 {
	n := int64(r.int()) + int64(last)
	if n != int64(int32(n)) {
		r.bad = true
		return 0
	}
	return int32(n)
}

func (r *reader) id() bulletin.ID {
	r.last = bulletin.ID{Origin: r.index(r.last.Origin), Index: r.index(r.last.Index)}
	return r.last
}

func (r *reader) text() string {
	n := r.len()
	if n > len(r.b) {
		r.bad = true
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

func (r *reader) spans() []bulletin.Span {
	n := r.len()
	if n == 0 || n > len(r.b) {
		r.bad = r.bad || n > 0
		return nil
	}
	spans := make([]bulletin.Span, 0, n)
	for range n {
		from := r.id()
		to := r.index(from.Index)
		r.last.Index = to
		spans = append(spans, bulletin.Span{Origin: from.Origin, From: from.Index, To: to})
	}
	return spans
}
