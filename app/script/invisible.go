package script

// IsInvisible says whether r takes no room and says nothing in newspaper text: controls, joiners and
// marks of direction, the byte order mark, the soft hyphen. Tabs and line breaks are none. Some joiners
// must stay where they stand: see IsJoining.
func IsInvisible(r rune) bool {
	switch {
	case r == '\t' || IsBreak(r):
		return false
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r < 0x200B:
		return false
	}
	return r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F || r >= 0xFFF9 && r <= 0xFFFB
}

// IsBlank says whether r at the end of a line is nothing: white space, a break, or invisible.
func IsBlank(r rune) bool {
	if r > 0x3000 && r < 0xFEFF || r > ' ' && r < 0x7F {
		return false // nearly all of a page
	}
	return IsSpace(r) || IsInvisible(r) || IsBreak(r)
}

// IsJoining says whether the invisible character at i holds together what stands beside it, so that
// text without it reads otherwise: U+200D between two pictures (Unicode TR51, emoji ZWJ sequences: 👨‍👩‍👧),
// U+200C, U+200D and U+180E behind a letter of a script whose letters change their shape by what
// follows (Arabic, Indic, Mongolian).
func IsJoining(text []rune, i int) bool {
	r := text[i]
	if r != 0x200D && r != 0x200C && r != 0x180E || i == 0 {
		return false
	}
	before := text[i-1]
	if isShaped(before) {
		return true
	}
	return r == 0x200D && i+1 < len(text) && isPicture(text[i+1]) && (isPicture(before) || before == 0xFE0F)
}

// isPicture covers the blocks that hold the parts of emoji sequences, colours of skin among them.
func isPicture(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2190 && r <= 0x2BFF
}

func isShaped(r rune) bool {
	return r >= 0x600 && r <= 0x8FF && r != 0x61C || r >= 0x900 && r <= 0xDFF || r >= 0x1780 && r <= 0x18AF && r != 0x180E
}
