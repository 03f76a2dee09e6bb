package source

import (
	"encoding/binary"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/traditionalchinese"
)

// bad is what a decoder gives for bytes that are no character.
const bad rune = -1

// decoders read one character of an encoding from bytes that are not empty: the rune, or bad, and how
// many bytes it takes, at least 1.
var decoders = map[Encoding]func(b []byte) (r rune, n int){
	UTF8:    nextUTF8,
	GB18030: nextGB,
	GBK:     nextGB,
	Big5:    nextBig5,
	UTF16LE: func(b []byte) (rune, int) { return nextUTF16(b, binary.LittleEndian) },
	UTF16BE: func(b []byte) (rune, int) { return nextUTF16(b, binary.BigEndian) },
	Latin1:  nextLatin1,
}

func nextUTF8(b []byte) (rune, int) {
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError && n == 1 {
		return bad, 1
	}
	return r, n
}

func nextUTF16(b []byte, order binary.ByteOrder) (rune, int) {
	if len(b) < 2 {
		return bad, 1
	}
	r := rune(order.Uint16(b))
	if !utf16.IsSurrogate(r) {
		return r, 2
	}
	if len(b) >= 4 {
		if r = utf16.DecodeRune(r, rune(order.Uint16(b[2:]))); r != utf8.RuneError {
			return r, 4
		}
	}
	return bad, 2
}

func nextLatin1(b []byte) (rune, int) {
	r := charmap.Windows1252.DecodeByte(b[0])
	if r == utf8.RuneError {
		return bad, 1
	}
	return r, 1
}

// big5 is the table of two-byte codes of Big5 (with Hong Kong's extensions, as WHATWG has it), both
// ways, built once. A few codes stand for two runes and are left out.
var big5 = sync.OnceValue(func() (t struct {
	to   map[uint16]rune
	from map[rune]uint16
}) {
	t.to, t.from = map[uint16]rune{}, map[rune]uint16{}
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			b, err := traditionalchinese.Big5.NewDecoder().Bytes([]byte{byte(lead), byte(trail)})
			if r, n := utf8.DecodeRune(b); err == nil && n == len(b) && r != utf8.RuneError {
				t.to[uint16(lead<<8|trail)] = r
			}
		}
	}
	for code, r := range t.to {
		b, err := traditionalchinese.Big5.NewEncoder().Bytes([]byte(string(r)))
		if err == nil && len(b) == 2 && uint16(b[0])<<8|uint16(b[1]) == code {
			t.from[r] = code
		}
	}
	return t
})

func nextBig5(b []byte) (rune, int) {
	if b[0] < 0x80 {
		return rune(b[0]), 1
	}
	if len(b) >= 2 {
		if r, ok := big5().to[uint16(b[0])<<8|uint16(b[1])]; ok {
			return r, 2
		}
	}
	return bad, 1
}
