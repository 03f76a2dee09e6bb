package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"qingyang/fonts"
)

// Theme is Fyne's theme with the embedded Chinese font, closer spacing, and colours for the roles of
// text. It is light or dark as the system is, unless somebody chose.
type Theme struct {
	fyne.Theme
	choice string
}

// The choices of light and dark. System follows the system.
const (
	System = ""
	Light  = "light"
	Dark   = "dark"
)

// NewTheme makes a theme with a choice; an unknown one follows the system.
func NewTheme(choice string) *Theme {
	if choice != Light && choice != Dark {
		choice = System
	}
	return &Theme{Theme: theme.DefaultTheme(), choice: choice}
}

// Choice is what was chosen last.
func (t *Theme) Choice() string { return t.choice }

// Toggle changes from light to dark or back; shown is the variant that the system asks for.
func (t *Theme) Toggle(system fyne.ThemeVariant) {
	if t.variant(system) == theme.VariantDark {
		t.choice = Light
	} else {
		t.choice = Dark
	}
}

func (t *Theme) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch t.choice {
	case Light:
		return theme.VariantLight
	case Dark:
		return theme.VariantDark
	}
	return system
}

var (
	themeRegular = fyne.NewStaticResource("NotoSansSC-Theme-Regular.ttf", fonts.Theme)
	themeBold    = fyne.NewStaticResource("NotoSansSC-Theme-Bold.ttf", fonts.ThemeBold)
)

// Font is the subset of the embedded font, upright in every style: Chinese has no italics.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return t.Theme.Font(style)
	case style.Bold:
		return themeBold
	}
	return themeRegular
}

// Size is the default theme's, with less room around things.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInlineIcon:
		return 18
	case theme.SizeNameModalBlurRadius: // one reads the page behind a question, and a blur costs every frame
		return 0
	}
	return t.Theme.Size(name)
}

// Color knows the names of this package besides Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, system fyne.ThemeVariant) color.Color {
	v := t.variant(system)
	if c, ok := ownColors[v][name]; ok {
		return c
	}
	return t.Theme.Color(name, v)
}

// ownColors are the colours of paper and ink. Contrast of ink on paper is above 7:1, of weak ink
// above 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.6).
var ownColors = map[fyne.ThemeVariant]map[fyne.ThemeColorName]color.Color{
	theme.VariantLight: {
		theme.ColorNameBackground:      rgb(0xF4F2ED),
		theme.ColorNameForeground:      rgb(0x1E1F22),
		theme.ColorNameInputBackground: rgb(0xFFFFFF),
		theme.ColorNamePrimary:         rgb(0x1B5FAA),
		theme.ColorNameSelection:       color.NRGBA{0x3B, 0x7D, 0xD8, 0x50},
		theme.ColorNameSuccess:         rgb(0x2E7D4F),
		theme.ColorNameWarning:         rgb(0xA85B00),
		theme.ColorNameError:           rgb(0xB3261E),
		theme.ColorNameSeparator:       rgb(0xD8D4CA),
		ColorNamePaper:                 rgb(0xFDFCF8),
		ColorNameMargin:                rgb(0xF1EEE6),
		ColorNameWeak:                  rgb(0x6A6760),
		ColorNameLit:                   color.NRGBA{0xF2, 0xC1, 0x3A, 0x70},
		ColorNameFound:                 color.NRGBA{0x8E, 0xC9, 0x5A, 0x60},
		ColorNameFoundHere:             color.NRGBA{0xF2, 0x8C, 0x28, 0x80},
		ColorNameInserted:              color.NRGBA{0x3B, 0x7D, 0xD8, 0x28},
		ColorNameDeleted:               color.NRGBA{0xB3, 0x26, 0x1E, 0x20},
		ColorNameDoubtful:              color.NRGBA{0xE0, 0x9A, 0x20, 0x40},
		ColorNameMoved:                 color.NRGBA{0x7A, 0x4D, 0xB8, 0x28},
	},
	theme.VariantDark: {
		theme.ColorNameBackground:      rgb(0x222326),
		theme.ColorNameForeground:      rgb(0xE8E6E1),
		theme.ColorNameInputBackground: rgb(0x2C2D31),
		theme.ColorNamePrimary:         rgb(0x7FB2F0),
		theme.ColorNameSelection:       color.NRGBA{0x5A, 0x98, 0xE8, 0x60},
		theme.ColorNameSuccess:         rgb(0x7CC79B),
		theme.ColorNameWarning:         rgb(0xF0B05A),
		theme.ColorNameError:           rgb(0xF28B82),
		theme.ColorNameSeparator:       rgb(0x3C3D42),
		ColorNamePaper:                 rgb(0x1A1B1E),
		ColorNameMargin:                rgb(0x26272B),
		ColorNameWeak:                  rgb(0x9C9A94),
		ColorNameLit:                   color.NRGBA{0xE0, 0xB0, 0x30, 0x58},
		ColorNameFound:                 color.NRGBA{0x7A, 0xB0, 0x4A, 0x58},
		ColorNameFoundHere:             color.NRGBA{0xE0, 0x80, 0x20, 0x78},
		ColorNameInserted:              color.NRGBA{0x5A, 0x98, 0xE8, 0x38},
		ColorNameDeleted:               color.NRGBA{0xF2, 0x8B, 0x82, 0x28},
		ColorNameDoubtful:              color.NRGBA{0xE0, 0x9A, 0x20, 0x40},
		ColorNameMoved:                 color.NRGBA{0xA0, 0x80, 0xE0, 0x38},
	},
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xFF}
}
