package source

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// gbTable is GB18030 both ways. Two-byte characters are numbered by gbCode; four-byte characters
// by their linear number (GB 18030-2005, 4.2: the digits of the code count in bases 126 and 10).
type gbTable struct {
	two  [126 * 190]rune // every two-byte code is a character
	four [gbPlane]uint16 // the rest of the Basic Multilingual Plane, in the order of Unicode
	code [0x10000]uint16 // two-byte code of a character as lead<<8|trail; 0: none
	line [0x10000]uint16 // linear number of a four-byte character + 1; 0: none
	high map[rune]uint16 // two-byte codes of characters beyond the plane
}

const (
	gbPlane  = 39420  // four-byte characters in the Basic Multilingual Plane
	gbAstral = 189000 // linear number of U+10000, code 90308130
)

// gbCode numbers the two-byte codes; ok is false for bytes that are none.
func gbCode(lead, trail byte) (i int, ok bool) {
	if lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF {
		return 0, false
	}
	if trail > 0x7F {
		trail--
	}
	return int(lead-0x81)*190 + int(trail-0x40), true
}

// gbFills are the two-byte codes that no edition of the standard gives a character, and that stand
// for private use: first code, last code, and the first one's rune (GB 18030-2000, annex; a code
// counts through the trail bytes A1–FE, or 40–A0 without 7F in the third user area and row A8, A9).
//
// The first three are the user areas, in which newsrooms keep characters of their own (造字); a
// code of theirs runs over several rows. Here golang.org/x/text gives U+FFFD.
var gbFills = []struct {
	from, to uint16
	first    rune
}{
	{0xAAA1, 0xAFFE, 0xE000}, {0xF8A1, 0xFEFE, 0xE234}, {0xA140, 0xA7A0, 0xE4C6},
	{0xA2AB, 0xA2B0, 0xE766}, {0xA2E4, 0xA2E4, 0xE76D}, {0xA2EF, 0xA2F0, 0xE76E}, {0xA2FD, 0xA2FE, 0xE770},
	{0xA4F4, 0xA4FE, 0xE772}, {0xA5F7, 0xA5FE, 0xE77D}, {0xA6B9, 0xA6C0, 0xE785}, {0xA6F6, 0xA6FE, 0xE797},
	{0xA7C2, 0xA7D0, 0xE7A0}, {0xA7F2, 0xA7FE, 0xE7AF}, {0xA896, 0xA8A0, 0xE7BC}, {0xA8C1, 0xA8C4, 0xE7C9},
	{0xA8EA, 0xA8FE, 0xE7CD}, {0xA958, 0xA958, 0xE7E2}, {0xA95B, 0xA95B, 0xE7E3}, {0xA95D, 0xA95F, 0xE7E4},
	{0xA997, 0xA9A0, 0xE7F4}, {0xA9A1, 0xA9A3, 0xE7FE}, {0xA9F0, 0xA9FE, 0xE801}, {0xD7FA, 0xD7FE, 0xE810},
}

// gbLate are the 24 codes that were private use in GB 18030-2000 because Unicode did not have
// their characters yet, with those characters: 18 moved in GB 18030-2022 (annex D), the six beyond
// the Basic Multilingual Plane as WHATWG and glibc read them. was is the old private rune.
var gbLate = []struct {
	code     uint16
	was, now rune
}{
	{0xA6D9, 0xE78D, 0xFE10}, {0xA6DA, 0xE78E, 0xFE12}, {0xA6DB, 0xE78F, 0xFE11}, {0xA6DC, 0xE790, 0xFE13},
	{0xA6DD, 0xE791, 0xFE14}, {0xA6DE, 0xE792, 0xFE15}, {0xA6DF, 0xE793, 0xFE16}, {0xA6EC, 0xE794, 0xFE17},
	{0xA6ED, 0xE795, 0xFE18}, {0xA6F3, 0xE796, 0xFE19}, {0xFE51, 0xE816, 0x20087}, {0xFE52, 0xE817, 0x20089},
	{0xFE53, 0xE818, 0x200CC}, {0xFE59, 0xE81E, 0x9FB4}, {0xFE61, 0xE826, 0x9FB5}, {0xFE66, 0xE82B, 0x9FB6},
	{0xFE67, 0xE82C, 0x9FB7}, {0xFE6C, 0xE831, 0x215D7}, {0xFE6D, 0xE832, 0x9FB8}, {0xFE76, 0xE83B, 0x2298F},
	{0xFE7E, 0xE843, 0x9FB9}, {0xFE90, 0xE854, 0x9FBA}, {0xFE91, 0xE855, 0x241FE}, {0xFEA0, 0xE864, 0x9FBB},
}

// gb builds the table once, from golang.org/x/text and what that leaves out. About 5 ms.
var gb = sync.OnceValue(func() *gbTable {
	t := &gbTable{high: map[rune]uint16{}}
	d := simplifiedchinese.GB18030.NewDecoder()
	each := func(from, to uint16, f func(i int, code uint16)) {
		low, high := byte(from), byte(to)
		for lead := byte(from >> 8); lead <= byte(to>>8) && lead >= 0x81; lead++ {
			for trail := int(low); trail <= int(high); trail++ {
				if i, ok := gbCode(lead, byte(trail)); ok {
					f(i, uint16(lead)<<8|uint16(trail))
				}
			}
		}
	}
	each(0x8140, 0xFEFE, func(i int, code uint16) {
		b, err := d.Bytes([]byte{byte(code >> 8), byte(code)})
		if r, _ := utf8.DecodeRune(b); err == nil {
			t.two[i] = r
		}
	})
	for _, f := range gbFills {
		r := f.first
		each(f.from, f.to, func(i int, _ uint16) {
			if t.two[i] == utf8.RuneError { // A3A0 is in the third area, but everywhere a full-width space
				t.two[i] = r
			}
			r++
		})
	}
	taken := map[rune]bool{0xE7C7: true, 0xE5E5: true} // A8BC until 2005; what A3A0 was meant for
	for _, l := range gbLate {
		i, _ := gbCode(byte(l.code>>8), byte(l.code))
		t.two[i] = l.now
		taken[l.was] = true
	}
	m, _ := gbCode(0xA8, 0xBC)
	t.two[m] = 0x1E3F // since 2005

	each(0x8140, 0xFEFE, func(i int, code uint16) {
		switch r := t.two[i]; {
		case r > 0xFFFF:
			t.high[r] = code
		case t.code[r] == 0: // of two codes of one character the lower one is meant
			t.code[r] = code
		}
	})
	// What has no two-byte code has a four-byte one, in the order of Unicode. The codes that moved
	// had theirs before, and keep them as a second way to write the character.
	late := map[rune]bool{0x1E3F: true}
	for _, l := range gbLate {
		late[l.now] = true
	}
	n := 0
	for r := rune(0x80); r <= 0xFFFF; r++ {
		if r >= 0xD800 && r < 0xE000 || taken[r] || t.code[r] != 0 && !late[r] {
			continue
		}
		t.four[n] = uint16(r)
		n++
	}
	t.four[7457] = 0xE7C7 // 8135F437: changed places with A8BC in 2005
	for i, r := range t.four {
		if t.code[r] == 0 {
			t.line[r] = uint16(i + 1)
		}
	}
	return t
})

// nextGB reads one character of GB18030. Invalid bytes give bad and 1, so that what follows a
// broken character is read again (as WHATWG has it).
func nextGB(b []byte) (r rune, n int) {
	lead := b[0]
	switch {
	case lead < 0x80:
		return rune(lead), 1
	case lead == 0x80:
		return '€', 1 // code page 936
	case len(b) < 2:
		return bad, 1
	}
	t := gb()
	if i, ok := gbCode(lead, b[1]); ok {
		return t.two[i], 2
	}
	if lead == 0xFF || len(b) < 4 || !digit(b[1]) || b[2] < 0x81 || b[2] == 0xFF || !digit(b[3]) {
		return bad, 1
	}
	line := ((int(lead-0x81)*10+int(b[1]-'0'))*126+int(b[2]-0x81))*10 + int(b[3]-'0')
	switch {
	case line < gbPlane:
		return rune(t.four[line]), 4
	case line >= gbAstral && line-gbAstral <= 0xFFFFF:
		return rune(line - gbAstral + 0x10000), 4
	}
	return bad, 1
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// appendGB writes one character; ok is false, and dst as it was, where GB18030 (or GBK, without
// the four-byte codes) has none.
func appendGB(dst []byte, r rune, gbk bool) (out []byte, ok bool) {
	t := gb()
	switch {
	case r < 0x80:
		return append(dst, byte(r)), true
	case r == '€' && gbk:
		return append(dst, 0x80), true
	case r <= 0xFFFF && t.code[r] != 0:
		return append(dst, byte(t.code[r]>>8), byte(t.code[r])), true
	case r > 0xFFFF && t.high[r] != 0:
		return append(dst, byte(t.high[r]>>8), byte(t.high[r])), true
	case gbk || r > 0x10FFFF || r <= 0xFFFF && t.line[r] == 0:
		return dst, false
	}
	line := int(r) - 0x10000 + gbAstral
	if r <= 0xFFFF {
		line = int(t.line[r]) - 1
	}
	d := byte(line%10) + '0'
	line /= 10
	c := byte(line%126) + 0x81
	line /= 126
	return append(dst, byte(line/10)+0x81, byte(line%10)+'0', c, d), true
}
