package source

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// keptFormat is the form in which Keep writes.
const keptFormat = 1

// mostKept is how many bytes a page that is kept may unpack to: the largest OCR file of one page has a third.
const mostKept = 1 << 29

// ErrKept says that a page that was kept cannot be read back: it is damaged, or of a later version.
var ErrKept = errors.New("the page as it was read is damaged")

// Keep packs a page as it was read, so that Kept gives the same one whatever later readers make of its bytes: the
// identity of a character is its offset in this text. The format is 0, and there is nothing to keep, where the text is
// the bytes. Left, the bytes and what a library has in columns of its own are not in it. Linear in the text, some 15
// bytes a character that has a place.
func (raw *Raw) Keep() (format int, body []byte) {
	if raw.Media == PlainText {
		return 0, nil
	}
	var p packer
	p.number(len(raw.Text))
	for _, r := range raw.Text {
		p.number(int(r))
	}
	p.number(len(raw.Lines))
	for _, l := range raw.Lines {
		for _, n := range []int{l.To - l.From, l.Next - l.To, int(l.Break), l.Zone, int(l.Says), bit(l.Bold) | bit(l.Opens)<<1} {
			p.number(n)
		}
		p.doubles(l.Box.X, l.Box.Y, l.Box.W, l.Box.H, l.Size)
	}
	p.number(len(raw.Damage))
	for _, d := range raw.Damage {
		p.number(d.At)
		p.number(int(d.Kind))
	}
	p.number(bit(raw.Set))
	p.doubles(raw.Width, raw.Height, raw.DPI)
	p.text(raw.Image)
	p.text(raw.Picture.Media)
	p.number(raw.Picture.Page)
	p.number(len(raw.Glyphs))
	for _, of := range glyphColumns { // a column at a time packs best
		for k := range raw.Glyphs {
			p.b = binary.LittleEndian.AppendUint32(p.b, math.Float32bits(*of(&raw.Glyphs[k])))
		}
	}
	for _, g := range raw.Glyphs {
		p.number(int(g.Other))
	}
	for _, g := range raw.Glyphs {
		p.b = append(p.b, g.Doubt)
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err == nil {
		_, err = w.Write(p.b)
		err = errors.Join(err, w.Close())
	}
	if err != nil { // neither the level nor the memory behind it can be wrong
		return 0, nil
	}
	return keptFormat, out.Bytes()
}

// Kept is a page as Keep packed it. The error is ErrKept.
func Kept(format int, body []byte) (raw Raw, err error) {
	if format != keptFormat {
		return raw, ErrKept
	}
	b, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(body)), mostKept))
	if err != nil {
		return raw, errors.Join(ErrKept, err)
	}
	u := unpacker{b: b}
	raw.Text = make([]rune, u.count(1))
	for k := range raw.Text {
		raw.Text[k] = rune(u.number())
	}
	raw.Lines = make([]Line, u.count(6+5*8))
	at := 0
	for k := range raw.Lines {
		l := &raw.Lines[k]
		l.From, l.To = at, at+u.number()
		l.Next = l.To + u.number()
		at = l.Next
		l.Break, l.Zone, l.Says = rune(u.number()), u.number(), Kind(u.number())
		flags := u.number()
		l.Bold, l.Opens = flags&1 != 0, flags&2 != 0
		l.Box.X, l.Box.Y, l.Box.W, l.Box.H, l.Size = u.double(), u.double(), u.double(), u.double(), u.double()
	}
	if n := u.count(2); n > 0 {
		raw.Damage = make([]Damage, n)
	}
	for k := range raw.Damage {
		raw.Damage[k] = Damage{u.number(), DamageKind(u.number())}
		u.wrong = u.wrong || raw.Damage[k].At >= len(raw.Text)
	}
	raw.Set = u.number() != 0
	raw.Width, raw.Height, raw.DPI = u.double(), u.double(), u.double()
	raw.Image, raw.Picture.Media, raw.Picture.Page = u.text(), u.text(), u.number()
	if n := u.count(4*4 + 2); n > 0 {
		raw.Glyphs = make([]Glyph, n)
	}
	for _, of := range glyphColumns {
		for k := range raw.Glyphs {
			*of(&raw.Glyphs[k]) = math.Float32frombits(uint32(u.fixed(4)))
		}
	}
	for k := range raw.Glyphs {
		raw.Glyphs[k].Other = rune(u.number())
	}
	for k := range raw.Glyphs {
		raw.Glyphs[k].Doubt = uint8(u.fixed(1))
	}
	if u.wrong || len(u.b) > 0 || at != len(raw.Text) || raw.Glyphs != nil && len(raw.Glyphs) != len(raw.Text) {
		return Raw{}, ErrKept
	}
	return raw, nil
}

var glyphColumns = []func(*Glyph) *float32{
	func(g *Glyph) *float32 { return &g.X }, func(g *Glyph) *float32 { return &g.Y },
	func(g *Glyph) *float32 { return &g.W }, func(g *Glyph) *float32 { return &g.H },
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// packer writes numbers one after another.
type packer struct{ b []byte }

func (p *packer) number(n int) { p.b = binary.AppendUvarint(p.b, uint64(n)) }

func (p *packer) doubles(all ...float64) {
	for _, v := range all {
		p.b = binary.LittleEndian.AppendUint64(p.b, math.Float64bits(v))
	}
}

func (p *packer) text(s string) {
	p.number(len(s))
	p.b = append(p.b, s...)
}

// unpacker reads what a packer wrote; wrong says that it did not write that.
type unpacker struct {
	b     []byte
	wrong bool
}

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.b)
	if size <= 0 || n > math.MaxInt32 {
		u.wrong, u.b = true, nil
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

// count is a number of things that take so many bytes each, at least.
func (u *unpacker) count(each int) int {
	n := u.number()
	if n > len(u.b)/each {
		u.wrong, u.b = true, nil
		return 0
	}
	return n
}

func (u *unpacker) fixed(n int) uint64 {
	if len(u.b) < n {
		u.wrong, u.b = true, nil
		return 0
	}
	var eight [8]byte
	copy(eight[:], u.b[:n])
	u.b = u.b[n:]
	return binary.LittleEndian.Uint64(eight[:])
}

func (u *unpacker) double() float64 { return math.Float64frombits(u.fixed(8)) }

func (u *unpacker) text() string {
	n := u.count(1)
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}
