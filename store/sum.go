package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// sumOf is what the column sum of a row of the truth holds: the first eight bytes, big-endian, of the
// SHA-256 of the row's other values in the order given. Each value has a letter for its type before it,
// texts and blobs their length, so that no two rows are written alike. A row whose sum is another one was
// changed by damage or by hand.
//
// Values are nil, bool, the integer types, string and []byte; anything else is a mistake of the caller
// and panics.
func sumOf(values ...any) int64 {
	h := sha256.New()
	var head [9]byte
	put := func(letter byte, n uint64) {
		head[0] = letter
		binary.BigEndian.PutUint64(head[1:], n)
		h.Write(head[:])
	}
	for _, v := range values {
		switch v := v.(type) {
		case nil:
			put('n', 0)
		case bool:
			n := uint64(0)
			if v {
				n = 1
			}
			put('i', n)
		case int:
			put('i', uint64(v))
		case int32:
			put('i', uint64(v))
		case int64:
			put('i', uint64(v))
		case uint8:
			put('i', uint64(v))
		case PageID:
			put('i', uint64(v))
		case string:
			put('s', uint64(len(v)))
			h.Write([]byte(v))
		case []byte:
			put('b', uint64(len(v)))
			h.Write(v)
		default:
			panic(fmt.Sprintf("no sum of a %T", v))
		}
	}
	return int64(binary.BigEndian.Uint64(h.Sum(nil)))
}

// sumOfRevision is the sum of a row of a page's log.
func sumOfRevision(page PageID, r Revision) int64 {
	return sumOf(page, r.N, r.Group, orNull(r.Person), orNull(r.Rule), timeText(r.Time), r.Round, r.Note, r.Ops)
}
