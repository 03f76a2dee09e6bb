package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// mostPages is how many pages of a TIFF file are looked for: its directories may form a ring.
const mostPages = 10_000

var errNoPage = errors.New("the file has no such page")

// page is a file whose first page is page part of b: b itself for the first, for others a copy of a TIFF file
// whose header leads to that page's directory.
func page(b []byte, part int) ([]byte, error) {
	if part <= 1 {
		return b, nil
	}
	at := directories(b)
	if part > len(at) {
		return nil, errNoPage
	}
	c := make([]byte, len(b))
	copy(c, b)
	order(b).PutUint32(c[4:8], at[part-1])
	return c, nil
}

// Pages is how many pages a picture has: more than one in a TIFF file alone.
func Pages(b []byte) int { return max(1, len(directories(b))) }

// Single is a file that has page part of b alone, from 1: b itself where it has no other, else a copy. The error says
// that there is no such page.
func Single(b []byte, part int) ([]byte, error) {
	at := directories(b)
	if len(at) < 2 && part <= 1 {
		return b, nil
	}
	if part < 1 || part > len(at) {
		return nil, errNoPage
	}
	c, o := bytes.Clone(b), order(b)
	o.PutUint32(c[4:8], at[part-1])
	i := int(at[part-1])
	end := i + 2 + 12*int(o.Uint16(c[i:])) // directories looked whether it is there
	o.PutUint32(c[end:], 0)
	return c, nil
}

// order is the order of bytes of a TIFF file; nil for another file (TIFF 6.0, section 2).
func order(b []byte) binary.ByteOrder {
	if len(b) < 8 {
		return nil
	}
	switch string(b[:4]) {
	case "II*\x00":
		return binary.LittleEndian
	case "MM\x00*":
		return binary.BigEndian
	}
	return nil
}

// directories are where the image file directories of a TIFF file stand: one a page. A reduced copy of a page
// (NewSubfileType, tag 254, bit 0) is none.
func directories(b []byte) (at []uint32) {
	o := order(b)
	if o == nil {
		return nil
	}
	seen := map[uint32]bool{}
	for next := o.Uint32(b[4:8]); next != 0 && !seen[next] && len(seen) < mostPages; {
		seen[next] = true
		i := uint64(next)
		if i+2 > uint64(len(b)) {
			break
		}
		n := uint64(o.Uint16(b[i:]))
		end := i + 2 + 12*n
		if end+4 > uint64(len(b)) {
			break
		}
		reduced := false
		for e := i + 2; e < end; e += 12 {
			if o.Uint16(b[e:]) == 254 {
				reduced = o.Uint32(b[e+8:])&1 != 0
			}
		}
		if !reduced {
			at = append(at, next)
		}
		next = o.Uint32(b[end:])
	}
	return at
}
