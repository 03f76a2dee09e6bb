// Package fonts holds the Chinese font that the program brings along, so that a machine without
// one shows every page: Noto Sans SC, Regular and Bold, and a smaller subset of both.
//
// The full fonts (30,890 characters each) are what pages and names are drawn with; the subset
// (GB 2312, Latin, marks and shapes) is the font of menus and buttons, since Fyne parses its theme
// font wholly at the start: 28 ms for the subset, over 100 ms for the full one. README.md tells
// where the files come from and how the subset is made; LICENSE_FONT is their licence.
package fonts

import _ "embed"

// The fonts, as TrueType files. They lie in the program's image, are paged in when they are read,
// and must not be written to.
var (
	//go:embed NotoSansSC-Regular.ttf
	Regular []byte

	//go:embed NotoSansSC-Bold.ttf
	Bold []byte

	//go:embed NotoSansSC-Theme-Regular.ttf
	Theme []byte

	//go:embed NotoSansSC-Theme-Bold.ttf
	ThemeBold []byte
)

// License is the text of the SIL Open Font License 1.1 under which all four fonts are passed on.
//
//go:embed LICENSE_FONT
var License string
