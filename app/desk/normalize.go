package desk

import (
	"strings"
	"unicode/utf8"

	"qingyang/app/rule"
)

// Normalize is a line after the rules of typography of class A, by itself. Bytes that are no UTF-8 stay
// as they are: to the rules each is a character that means nothing.
func Normalize(line string) string {
	if utf8.ValidString(line) {
		return rule.Line(line)
	}
	base, ok := strange(line)
	if !ok {
		return line
	}
	in := make([]byte, 0, 2*len(line))
	for i, n := 0, 0; i < len(line); i += n {
		var r rune
		if r, n = utf8.DecodeRuneInString(line[i:]); r == utf8.RuneError && n == 1 {
			r = base + rune(line[i])
		}
		in = utf8.AppendRune(in, r)
	}
	out := make([]byte, 0, len(line))
	for _, r := range rule.Line(string(in)) {
		if r >= base && r <= base+0xFF {
			out = append(out, byte(r-base))
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}

// strange finds 256 private code points in a row of which the line has none, to stand for bytes.
func strange(line string) (base rune, ok bool) {
	for base = 0x10FF00; base >= 0x100000; base -= 0x100 {
		if strings.IndexFunc(line, func(r rune) bool { return r >= base && r <= base+0xFF }) < 0 {
			return base, true
		}
	}
	return 0, false
}
