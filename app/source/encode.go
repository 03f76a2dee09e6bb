package source

import (
	"encoding/binary"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// Unencodable is a character that an encoding does not have.
type Unencodable struct {
	At   int // rune offset in the text
	Rune rune
}

// Encode writes text in an encoding. What the encoding does not have becomes a question mark and is
// reported; an encoding that is not known is UTF-8.
//
// What is written reads back as the same text: no character silently becomes another one.
func Encode(text string, e Encoding) (out []byte, lost []Unencodable) {
	if e == UTF8 || e == "" {
		return []byte(text), nil
	}
	at := 0
	for _, r := range text {
		var ok bool
		if out, ok = appendRune(out, r, e); !ok {
			lost = append(lost, Unencodable{at, r})
			out, _ = appendRune(out, '?', e)
		}
		at++
	}
	return out, lost
}

func appendRune(dst []byte, r rune, e Encoding) ([]byte, bool) {
	switch e {
	case GB18030:
		return appendGB(dst, r, false)
	case GBK:
		return appendGB(dst, r, true)
	case Big5:
		if r < 0x80 {
			return append(dst, byte(r)), true
		}
		code, ok := big5().from[r]
		if !ok {
			return dst, false
		}
		return append(dst, byte(code>>8), byte(code)), true
	case UTF16LE, UTF16BE:
		var order binary.AppendByteOrder = binary.LittleEndian
		if e == UTF16BE {
			order = binary.BigEndian
		}
		if r > 0xFFFF {
			a, b := utf16.EncodeRune(r)
			return order.AppendUint16(order.AppendUint16(dst, uint16(a)), uint16(b)), true
		}
		return order.AppendUint16(dst, uint16(r)), true
	case Latin1:
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			return dst, false
		}
		return append(dst, b), true
	}
	return append(dst, string(r)...), true
}
