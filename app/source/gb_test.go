package source

import (
	"testing"
	"unicode/utf8"
)

// TestUserAreas: the three areas of codes in which newsrooms keep characters of their own stand for
// U+E000 to U+E765, in their order, and are written as the codes that they were read from.
func TestUserAreas(t *testing.T) {
	want := rune(0xE000)
	for _, area := range []struct{ lead, last, trail, end int }{
		{0xAA, 0xAF, 0xA1, 0xFE}, {0xF8, 0xFE, 0xA1, 0xFE}, {0xA1, 0xA7, 0x40, 0xA0},
	} {
		for lead := area.lead; lead <= area.last; lead++ {
			for trail := area.trail; trail <= area.end; trail++ {
				if trail == 0x7F {
					continue
				}
				code := string([]byte{byte(lead), byte(trail)})
				r, n := nextGB([]byte(code))
				if lead == 0xA3 && trail == 0xA0 {
					// Newsrooms' files have it where a full-width space is meant, and so it is read.
					if r != '\u3000' {
						t.Errorf("A3A0 is %U", r)
					}
				} else if r != want || n != 2 {
					t.Errorf("%X is %U, want %U", code, r, want)
				} else {
					for _, gbk := range []bool{false, true} {
						if back, ok := appendGB(nil, r, gbk); !ok || string(back) != code {
							t.Errorf("%U is written %X (%v), read from %X", r, back, ok, code)
						}
					}
				}
				want++
			}
		}
	}
	if want != 0xE766 {
		t.Errorf("the areas end before %U", want)
	}
}

// TestLateCharacters: codes that stood for private use until Unicode had their characters. The values are
// those of GB 18030-2022, table D.1, and of WHATWG's index for the six beyond the Basic Multilingual Plane.
func TestLateCharacters(t *testing.T) {
	late := map[string]rune{
		"\xA6\xD9": '︐', "\xA6\xDA": '︒', "\xA6\xDB": '︑', "\xA6\xDC": '︓', "\xA6\xDD": '︔', "\xA6\xDE": '︕',
		"\xA6\xDF": '︖', "\xA6\xEC": '︗', "\xA6\xED": '︘', "\xA6\xF3": '︙',
		"\xFE\x51": '𠂇', "\xFE\x52": '𠂉', "\xFE\x53": '𠃌', "\xFE\x59": '龴', "\xFE\x61": '龵', "\xFE\x66": '龶',
		"\xFE\x67": '龷', "\xFE\x6C": '𡗗', "\xFE\x6D": '龸', "\xFE\x76": '𢦏', "\xFE\x7E": '龹', "\xFE\x90": '龺',
		"\xFE\x91": '𤇾', "\xFE\xA0": '龻',
	}
	if len(late) != 24 {
		t.Fatal(len(late))
	}
	for code, want := range late {
		if r, n := nextGB([]byte(code)); r != want || n != 2 {
			t.Errorf("%X is %c %U, want %c %U", code, r, r, want, want)
		}
		for _, gbk := range []bool{false, true} {
			if back, ok := appendGB(nil, want, gbk); !ok || string(back) != code {
				t.Errorf("%c is written %X (%v), want %X", want, back, ok, code)
			}
		}
	}
}

// TestGBReadsBack: every character that can be written is read back as itself, GB18030 has nearly all of
// Unicode, GBK no code of four bytes.
func TestGBReadsBack(t *testing.T) {
	var none []rune
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		b, ok := appendGB(nil, r, false)
		if !ok {
			none = append(none, r)
			continue
		}
		if back, n := nextGB(b); back != r || n != len(b) {
			t.Fatalf("%U is written %X and read %U", r, b, back)
		}
		if b, ok := appendGB(nil, r, true); ok {
			if back, n := nextGB(b); back != r || n != len(b) || n > 2 {
				t.Fatalf("GBK: %U is written %X and read %U", r, b, back)
			}
		}
	}
	// The old private runes of the 24 late characters, and that of A3A0.
	if len(none) != 25 {
		t.Errorf("%d characters cannot be written: %U", len(none), none)
	}
}

// TestEveryPairIsRead: each two-byte code is one character, and no two that differ are written alike.
func TestEveryPairIsRead(t *testing.T) {
	twice := 0
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			code := []byte{byte(lead), byte(trail)}
			if trail == 0x7F {
				continue
			}
			r, n := nextGB(code)
			if r == bad || r == utf8.RuneError || n != 2 {
				t.Errorf("%X is %U", code, r)
			}
			if back, _ := appendGB(nil, r, false); string(back) != string(code) {
				twice++
			}
		}
	}
	if twice != 1 { // A3A0, a second full-width space
		t.Errorf("%d codes are second ways to write a character", twice)
	}
}
