package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
)

// This file reads a database file without SQLite, page by page, as the file format says
// (https://www.sqlite.org/fileformat2.html): whatever is damaged, the rows on the pages that are not are
// found, without the schema, without the way that leads to them, and without the file's header.

// carver reads the pages of a file, those in its log in place of older ones.
type carver struct {
	file, wal *os.File
	size      int              // of a page, in bytes
	usable    int              // of it
	pages     int              // number of pages
	logged    map[uint32]int64 // where the newest image of a page stands in the log
}

var errCarve = errors.New("no such thing can be read there")

// openCarver opens a file to be read page by page. It is ErrBusy where this process has it open by SQLite.
func openCarver(path string) (c *carver, err error) {
	c = &carver{logged: map[uint32]int64{}}
	if info, err := os.Stat(path); err == nil && openHere(info) {
		return nil, fmt.Errorf("%w: this one", ErrBusy)
	}
	if c.file, err = os.Open(path); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.Close())
			c = nil
		}
	}()
	info, err := c.file.Stat()
	if err != nil {
		return c, err
	}
	head := make([]byte, 100)
	if _, err := c.file.ReadAt(head, 0); errors.Is(err, io.EOF) {
		return c, errCarve
	} else if err != nil {
		return c, err
	}
	reserved := 0
	c.size = int(binary.BigEndian.Uint16(head[16:]))
	if c.size == 1 {
		c.size = 65536
	}
	if string(head[:16]) == "SQLite format 3\x00" && validSize(c.size) {
		reserved = int(head[20])
	} else if c.size, err = c.guessSize(info.Size()); err != nil {
		return c, err
	}
	c.usable = c.size - reserved
	c.pages = int((info.Size() + int64(c.size) - 1) / int64(c.size))
	if c.wal, err = os.Open(path + "-wal"); err == nil {
		err = c.readLog()
	}
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return c, err
}

func validSize(n int) bool { return n >= 512 && n <= 65536 && n&(n-1) == 0 }

// guessSize finds the size of pages where the header does not say it. Where they begin, many pages have
// heads as those of tables and indices do; of the places where larger pages would begin as many have, of
// those where smaller ones would half as many: so it is the smallest size of which nearly as many have as
// of any.
func (c *carver) guessSize(bytes int64) (int, error) {
	share := map[int]float64{}
	most := 0.0
	head := make([]byte, 8)
	for size := 65536; size >= 512; size /= 2 {
		n, all := 0, 0
		step := int64(size) * max(1, bytes/int64(size)/4096) // some thousand of them are enough
		for at := int64(size); at+8 <= bytes; at += step {
			if _, err := c.file.ReadAt(head, at); err != nil {
				return 0, err
			}
			all++
			cells, content := int(binary.BigEndian.Uint16(head[3:])), int(binary.BigEndian.Uint16(head[5:]))
			if (head[0] == leafTable || head[0] == leafIndex) && head[7] <= 60 && cells > 0 && cells < size/4 && content >= 8+2*cells && content < size {
				n++
			}
		}
		if all > 0 {
			share[size] = float64(n) / float64(all)
			most = max(most, share[size])
		}
	}
	for size := 512; most > 0 && size <= 65536; size *= 2 {
		if share[size] >= 0.7*most {
			return size, nil
		}
	}
	return 0, errCarve
}

// Close closes the files.
func (c *carver) Close() error {
	err := c.file.Close()
	if c.wal != nil {
		err = errors.Join(err, c.wal.Close())
	}
	return err
}

// readLog finds the pages in the log, up to the last transaction that is whole: section 4 of the format.
func (c *carver) readLog() error {
	head := make([]byte, 32)
	if _, err := io.ReadFull(io.NewSectionReader(c.wal, 0, 32), head); err != nil {
		return nil // there is none
	}
	magic := binary.BigEndian.Uint32(head)
	if magic&^1 != 0x377f0682 || int(binary.BigEndian.Uint32(head[8:])) != c.size {
		return nil
	}
	var order binary.ByteOrder = binary.LittleEndian
	if magic&1 == 1 {
		order = binary.BigEndian
	}
	var s0, s1 uint32
	sum := func(b []byte) {
		for i := 0; i+8 <= len(b); i += 8 {
			s0 += order.Uint32(b[i:]) + s1
			s1 += order.Uint32(b[i+4:]) + s0
		}
	}
	sum(head[:24])
	if s0 != binary.BigEndian.Uint32(head[24:]) || s1 != binary.BigEndian.Uint32(head[28:]) {
		return nil
	}
	frame := make([]byte, 24+c.size)
	open := map[uint32]int64{} // of the transaction that is being read
	for at := int64(32); ; at += int64(len(frame)) {
		if _, err := c.wal.ReadAt(frame, at); err != nil {
			return nil // its end
		}
		if string(frame[8:16]) != string(head[16:24]) { // left from before
			return nil
		}
		sum(frame[:8])
		sum(frame[24:])
		if s0 != binary.BigEndian.Uint32(frame[16:]) || s1 != binary.BigEndian.Uint32(frame[20:]) {
			return nil
		}
		open[binary.BigEndian.Uint32(frame)] = at + 24
		if pages := binary.BigEndian.Uint32(frame[4:]); pages > 0 {
			for p, where := range open {
				c.logged[p] = where
			}
			clear(open)
			c.pages = int(pages)
		}
	}
}

// page reads a page, numbered from 1, into b.
func (c *carver) page(n uint32, b []byte) error {
	if n == 0 || int64(n) > int64(c.pages) {
		return errCarve
	}
	r, at := c.file, int64(n-1)*int64(c.size)
	if where, ok := c.logged[n]; ok {
		r, at = c.wal, where
	}
	_, err := r.ReadAt(b, at)
	return err
}

// The types of pages that hold rows.
const (
	interiorIndex = 2
	leafIndex     = 10
	leafTable     = 13
)

// record is a row as it stands on a page: its values are nil, int64, float64, string or []byte.
type record struct {
	table  bool  // of a table with row numbers; else of an index, or of a table without them
	id     int64 // the row's number
	values []any
}

// each calls do with every row of every page that can be read. Pages that cannot be read are passed over.
func (c *carver) each(do func(record) error) error {
	b := make([]byte, c.size)
	for n := uint32(1); int64(n) <= int64(c.pages); n++ {
		if err := c.page(n, b); err != nil {
			if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				continue // the file was cut
			}
			return fmt.Errorf("page %d: %w", n, err)
		}
		head := 0
		if n == 1 {
			head = 100
		}
		first := head + 8
		switch b[head] {
		case interiorIndex:
			first += 4
		case leafIndex, leafTable:
		default:
			continue
		}
		cells := int(binary.BigEndian.Uint16(b[head+3:]))
		if first+2*cells > c.usable {
			continue
		}
		for k := range cells {
			at := int(binary.BigEndian.Uint16(b[first+2*k:]))
			if at < first+2*cells || at >= c.usable {
				continue
			}
			r, err := c.cell(b[:c.usable], at, b[head])
			if err != nil {
				continue
			}
			if err := do(r); err != nil {
				return err
			}
		}
	}
	return nil
}

// cell reads the row that begins at an offset of a page.
func (c *carver) cell(b []byte, at int, kind byte) (r record, err error) {
	if kind == interiorIndex {
		at += 4 // the page to its left
	}
	length, at, err := varint(b, at)
	if err != nil || length < 0 || length > int64(c.pages)*int64(c.size) {
		return r, errCarve
	}
	r.table = kind == leafTable
	// section 1.6: how much of a row stands on the page, the rest on others
	u := c.usable
	limit, least := u-35, (u-12)*32/255-23
	if r.table {
		if r.id, at, err = varint(b, at); err != nil {
			return r, err
		}
	} else {
		limit = (u-12)*64/255 - 23
	}
	local := int(length)
	if local > limit {
		local = least + (int(length)-least)%(u-4)
		if local > limit {
			local = least
		}
	}
	if at+local > len(b) {
		return r, errCarve
	}
	p := payload{c: c, here: b[at : at+local], length: int(length)}
	if local < int(length) {
		if at+local+4 > len(b) {
			return r, errCarve
		}
		p.next = binary.BigEndian.Uint32(b[at+local:])
	}
	r.values, err = p.values()
	return r, err
}

// payload is the bytes of a row, the first of them on its page, the others on a chain of pages.
type payload struct {
	c      *carver
	here   []byte
	next   uint32
	read   int // bytes before here
	length int
}

// take gives the next n bytes.
func (p *payload) take(n int) ([]byte, error) {
	if n < 0 || n > p.length-p.read {
		return nil, errCarve
	}
	p.read += n
	if n <= len(p.here) {
		b := p.here[:n]
		p.here = p.here[n:]
		return b, nil
	}
	var all []byte
	for {
		k := min(n, len(p.here))
		all = append(all, p.here[:k]...)
		p.here, n = p.here[k:], n-k
		if n == 0 {
			return all, nil
		}
		b := make([]byte, p.c.size)
		if err := p.c.page(p.next, b); err != nil {
			return nil, err
		}
		p.next, p.here = binary.BigEndian.Uint32(b), b[4:p.c.usable]
	}
}

func (p *payload) values() ([]any, error) {
	first := p.here
	size, at, err := varint(first, 0)
	if err != nil || size < 1 || size > int64(p.length) || size > 1000 {
		return nil, errCarve
	}
	head, err := p.take(int(size))
	if err != nil {
		return nil, err
	}
	var values []any
	for at < len(head) {
		var kind int64
		if kind, at, err = varint(head, at); err != nil {
			return nil, err
		}
		v, err := p.value(kind)
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	if p.read != p.length {
		return nil, errCarve
	}
	return values, nil
}

// value reads a value of a serial type: section 2.1.
func (p *payload) value(kind int64) (any, error) {
	switch {
	case kind == 0:
		return nil, nil
	case kind == 8, kind == 9:
		return kind - 8, nil
	case kind >= 1 && kind <= 7:
		b, err := p.take([...]int{0, 1, 2, 3, 4, 6, 8, 8}[kind])
		if err != nil {
			return nil, err
		}
		n := int64(int8(b[0]))
		for _, x := range b[1:] {
			n = n<<8 | int64(x)
		}
		if kind == 7 {
			return math.Float64frombits(uint64(n)), nil
		}
		return n, nil
	case kind >= 12:
		n := int((kind - 12) / 2)
		b, err := p.take(n)
		if err != nil {
			return nil, err
		}
		if kind%2 == 1 {
			return string(b), nil
		}
		return append([]byte{}, b...), nil
	}
	return nil, errCarve
}

// varint reads a number of one to nine bytes: section 1.6.
func varint(b []byte, at int) (n int64, next int, err error) {
	for i := range 9 {
		if at+i >= len(b) {
			return 0, 0, errCarve
		}
		x := b[at+i]
		if i == 8 {
			return n<<8 | int64(x), at + 9, nil
		}
		n = n<<7 | int64(x&0x7f)
		if x < 0x80 {
			return n, at + i + 1, nil
		}
	}
	return 0, 0, errCarve
}
