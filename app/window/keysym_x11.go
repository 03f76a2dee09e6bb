//go:build linux || freebsd || openbsd || netbsd

package window

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// keysyms of the keys that bring no character (X11/keysymdef.h); those of F1 to F25 follow one another.
var keysyms = map[glfw.Key]uint32{
	glfw.KeyBackspace: 0xff08, glfw.KeyTab: 0xff09, glfw.KeyEnter: 0xff0d, glfw.KeyPause: 0xff13, glfw.KeyScrollLock: 0xff14,
	glfw.KeyEscape: 0xff1b, glfw.KeyDelete: 0xffff, glfw.KeyHome: 0xff50, glfw.KeyLeft: 0xff51, glfw.KeyUp: 0xff52,
	glfw.KeyRight: 0xff53, glfw.KeyDown: 0xff54, glfw.KeyPageUp: 0xff55, glfw.KeyPageDown: 0xff56, glfw.KeyEnd: 0xff57,
	glfw.KeyPrintScreen: 0xff61, glfw.KeyInsert: 0xff63, glfw.KeyMenu: 0xff67, glfw.KeyNumLock: 0xff7f, glfw.KeyKPEnter: 0xff8d,
	glfw.KeyLeftShift: 0xffe1, glfw.KeyRightShift: 0xffe2, glfw.KeyLeftControl: 0xffe3, glfw.KeyRightControl: 0xffe4,
	glfw.KeyCapsLock: 0xffe5, glfw.KeyLeftAlt: 0xffe9, glfw.KeyRightAlt: 0xffea, glfw.KeyLeftSuper: 0xffeb, glfw.KeyRightSuper: 0xffec,
}

// keypad are the keysyms of the keypad's keys when they bring a character.
var keypad = map[glfw.Key]uint32{
	glfw.KeyKPMultiply: 0xffaa, glfw.KeyKPAdd: 0xffab, glfw.KeyKPSubtract: 0xffad, glfw.KeyKPDecimal: 0xffae,
	glfw.KeyKPDivide: 0xffaf, glfw.KeyKPEqual: 0xffbd,
}

const (
	symF1      = 0xffbe
	symKP0     = 0xffb0
	symLeftTab = 0xfe20     // Tab with Shift
	symUnicode = 0x01000000 // beyond Latin-1 a character is its own keysym, with this bit
)

// symOf is the keysym of a key that went down, or 0 where a method has no use for it: the character that it
// brought under the user's layout; for what brings none by its name.
func symOf(p *pressed) uint32 {
	if p.key == glfw.KeyTab && p.mods&glfw.ModShift != 0 {
		return symLeftTab
	}
	if sym, ok := keysyms[p.key]; ok {
		return sym
	}
	if p.key >= glfw.KeyF1 && p.key <= glfw.KeyF25 {
		return symF1 + uint32(p.key-glfw.KeyF1)
	}
	if len(p.runes) > 0 {
		if p.key >= glfw.KeyKP0 && p.key <= glfw.KeyKP9 {
			return symKP0 + uint32(p.key-glfw.KeyKP0)
		}
		if sym, ok := keypad[p.key]; ok {
			return sym
		}
		return symOfRune(p.runes[0])
	}
	if p.mods&(glfw.ModControl|glfw.ModAlt|glfw.ModSuper) == 0 {
		return 0 // an accent that waits for its letter, and the like
	}
	if p.key == glfw.KeySpace {
		return ' '
	}
	if p.key == glfw.KeyUnknown {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(glfw.GetKeyName(p.key, p.scancode))
	if r == utf8.RuneError {
		return 0
	}
	if p.mods&glfw.ModShift != 0 {
		r = unicode.ToUpper(r)
	}
	return symOfRune(r)
}

func symOfRune(r rune) uint32 {
	if r <= 0xFF {
		return uint32(r)
	}
	return symUnicode | uint32(r)
}

// keyOf is the key of a keysym, and the character that it brings, or 0.
func keyOf(sym uint32) (glfw.Key, rune) {
	for key, s := range keysyms {
		if s == sym {
			return key, 0
		}
	}
	switch {
	case sym == symLeftTab:
		return glfw.KeyTab, 0
	case sym >= symF1 && sym < symF1+25:
		return glfw.KeyF1 + glfw.Key(sym-symF1), 0
	case sym >= symKP0 && sym < symKP0+10:
		return glfw.KeyKP0 + glfw.Key(sym-symKP0), rune('0' + sym - symKP0)
	case sym&symUnicode != 0:
		return glfw.KeyUnknown, rune(sym &^ symUnicode)
	case sym > 0xFF || sym < ' ':
		return glfw.KeyUnknown, 0
	}
	r := rune(sym)
	if up := unicode.ToUpper(r); up >= '\'' && up <= 'Z' || r == ' ' { // GLFW calls these keys by their characters
		return glfw.Key(up), r
	}
	return glfw.KeyUnknown, r
}

// codeOf is the kernel's number of a key, which X counts from 8.
func codeOf(scancode int) uint32 { return uint32(max(scancode-8, 0)) }

// modifiers of GLFW and their bits in X's state of a key.
var stateBits = []struct {
	mod glfw.ModifierKey
	bit uint32
}{
	{glfw.ModShift, 1 << 0}, {glfw.ModCapsLock, 1 << 1}, {glfw.ModControl, 1 << 2}, {glfw.ModAlt, 1 << 3},
	{glfw.ModNumLock, 1 << 4}, {glfw.ModSuper, 1 << 6},
}

func stateOf(mods glfw.ModifierKey) (state uint32) {
	for _, b := range stateBits {
		if mods&b.mod != 0 {
			state |= b.bit
		}
	}
	return state
}

func modsOf(state uint32) (mods glfw.ModifierKey) {
	for _, b := range stateBits {
		if state&b.bit != 0 {
			mods |= b.mod
		}
	}
	return mods
}
