package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette are the colours of the roles, read from the theme once a change of theme.
type palette [roles]color.NRGBA

var roleNames = [roles]fyne.ThemeColorName{
	None:      theme.ColorNameForeground,
	Ink:       theme.ColorNameForeground,
	Weak:      ColorNameWeak,
	Accent:    theme.ColorNamePrimary,
	Good:      theme.ColorNameSuccess,
	Caution:   theme.ColorNameWarning,
	Wrong:     theme.ColorNameError,
	Lit:       ColorNameLit,
	Found:     ColorNameFound,
	FoundHere: ColorNameFoundHere,
	Inserted:  ColorNameInserted,
	Deleted:   ColorNameDeleted,
	Doubtful:  ColorNameDoubtful,
	Moved:     ColorNameMoved,
	Selected:  theme.ColorNameSelection,
}

// paletteOf reads the colours for an object. A theme that does not know the names of this package
// gives the ones of Theme.
func paletteOf(o fyne.CanvasObject) palette {
	th, variant := fyne.CurrentApp().Settings().Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	if w, ok := o.(fyne.Widget); ok {
		th = themeFor(w, th)
	}
	if t, ok := th.(*Theme); ok {
		variant = t.variant(variant)
	}
	var p palette
	for r := range p {
		c := th.Color(roleNames[r], variant)
		if own, ok := ownColors[variant][roleNames[r]]; ok {
			if _, ours := th.(*Theme); !ours {
				c = own
			}
		}
		p[r] = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
	return p
}

func themeFor(w fyne.Widget, usual fyne.Theme) fyne.Theme {
	if t := theme.CurrentForWidget(w); t != nil {
		return t
	}
	return usual
}
