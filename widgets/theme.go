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

// ownColors are the colours of paper and ink. Every text that is drawn with them has a contrast of 4.5:1 or
// more to what is behind it, marks, selection and the mouse's touch included (WCAG 2.2, 1.4.3): the test
// of this file tells which stands on which.
var ownColors = map[fyne.ThemeVariant]map[fyne.ThemeColorName]color.Color{
	theme.VariantLight: {
		theme.ColorNameBackground:          rgb(0xF4F2ED),
		theme.ColorNameForeground:          rgb(0x1E1F22),
		theme.ColorNameInputBackground:     rgb(0xFFFFFF),
		theme.ColorNameInputBorder:         rgb(0xC9C4B8),
		theme.ColorNameMenuBackground:      rgb(0xF8F6F1),
		theme.ColorNameOverlayBackground:   rgb(0xFAF9F5),
		theme.ColorNameHeaderBackground:    rgb(0xF1EEE6),
		theme.ColorNameButton:              rgb(0xEFECE5),
		theme.ColorNameDisabledButton:      rgb(0xF1EFE9),
		theme.ColorNameDisabled:            rgb(0x56534B),
		theme.ColorNamePlaceHolder:         rgb(0x56534B),
		theme.ColorNameHover:               color.NRGBA{0x00, 0x00, 0x00, 0x0F},
		theme.ColorNamePressed:             color.NRGBA{0x00, 0x00, 0x00, 0x19},
		theme.ColorNameFocus:               color.NRGBA{0x1B, 0x5F, 0xAA, 0x2A},
		theme.ColorNamePrimary:             rgb(0x17528F),
		theme.ColorNameHyperlink:           rgb(0x17528F),
		theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
		theme.ColorNameSelection:           color.NRGBA{0x3B, 0x7D, 0xD8, 0x3A},
		theme.ColorNameSuccess:             rgb(0x1F5C39),
		theme.ColorNameWarning:             rgb(0x7E4300),
		theme.ColorNameError:               rgb(0xA8221A),
		theme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
		theme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
		theme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
		theme.ColorNameSeparator:           rgb(0xD8D4CA),
		ColorNamePaper:                     rgb(0xFDFCF8),
		ColorNameMargin:                    rgb(0xF1EEE6),
		ColorNameWeak:                      rgb(0x56534B),
		ColorNameLit:                       color.NRGBA{0xF2, 0xC1, 0x3A, 0x50},
		ColorNameFound:                     color.NRGBA{0x8E, 0xC9, 0x5A, 0x50},
		ColorNameFoundHere:                 color.NRGBA{0xF2, 0x8C, 0x28, 0x40},
		ColorNameInserted:                  color.NRGBA{0x3B, 0x7D, 0xD8, 0x20},
		ColorNameDeleted:                   color.NRGBA{0xB3, 0x26, 0x1E, 0x18},
		ColorNameDoubtful:                  color.NRGBA{0xE0, 0x9A, 0x20, 0x30},
		ColorNameMoved:                     color.NRGBA{0x7A, 0x4D, 0xB8, 0x20},
	},
	theme.VariantDark: {
		theme.ColorNameBackground:          rgb(0x222326),
		theme.ColorNameForeground:          rgb(0xE8E6E1),
		theme.ColorNameInputBackground:     rgb(0x2C2D31),
		theme.ColorNameInputBorder:         rgb(0x4A4B51),
		theme.ColorNameMenuBackground:      rgb(0x28292E),
		theme.ColorNameOverlayBackground:   rgb(0x222326),
		theme.ColorNameHeaderBackground:    rgb(0x26272B),
		theme.ColorNameButton:              rgb(0x303136),
		theme.ColorNameDisabledButton:      rgb(0x2A2B30),
		theme.ColorNameDisabled:            rgb(0xBEBBB3),
		theme.ColorNamePlaceHolder:         rgb(0xBEBBB3),
		theme.ColorNameHover:               color.NRGBA{0xFF, 0xFF, 0xFF, 0x0F},
		theme.ColorNamePressed:             color.NRGBA{0xFF, 0xFF, 0xFF, 0x18},
		theme.ColorNameFocus:               color.NRGBA{0x7F, 0xB2, 0xF0, 0x2A},
		theme.ColorNamePrimary:             rgb(0x8FBDF5),
		theme.ColorNameHyperlink:           rgb(0x8FBDF5),
		theme.ColorNameForegroundOnPrimary: rgb(0x14161A),
		theme.ColorNameSelection:           color.NRGBA{0x5A, 0x98, 0xE8, 0x36},
		theme.ColorNameSuccess:             rgb(0x8AD3A8),
		theme.ColorNameWarning:             rgb(0xF2B765),
		theme.ColorNameError:               rgb(0xF7A19A),
		theme.ColorNameForegroundOnSuccess: rgb(0x14161A),
		theme.ColorNameForegroundOnWarning: rgb(0x14161A),
		theme.ColorNameForegroundOnError:   rgb(0x14161A),
		theme.ColorNameSeparator:           rgb(0x3C3D42),
		ColorNamePaper:                     rgb(0x1A1B1E),
		ColorNameMargin:                    rgb(0x26272B),
		ColorNameWeak:                      rgb(0xC4C1B9),
		ColorNameLit:                       color.NRGBA{0xE0, 0xB0, 0x30, 0x2C},
		ColorNameFound:                     color.NRGBA{0x7A, 0xB0, 0x4A, 0x30},
		ColorNameFoundHere:                 color.NRGBA{0xE0, 0x80, 0x20, 0x34},
		ColorNameInserted:                  color.NRGBA{0x5A, 0x98, 0xE8, 0x28},
		ColorNameDeleted:                   color.NRGBA{0xF2, 0x8B, 0x82, 0x20},
		ColorNameDoubtful:                  color.NRGBA{0xE0, 0x9A, 0x20, 0x28},
		ColorNameMoved:                     color.NRGBA{0xA0, 0x80, 0xE0, 0x28},
	},
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xFF}
}
