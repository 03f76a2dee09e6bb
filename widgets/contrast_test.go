package widgets

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// contrast is that of two opaque colours by WCAG 2.2.
func contrast(a, b color.NRGBA) float64 {
	luminance := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// layered is what a thin colour gives over an opaque one.
func layered(top, ground color.NRGBA) color.NRGBA {
	mix := func(t, g uint8) uint8 {
		a := float64(top.A) / 255
		return uint8(math.Round(float64(t)*a + float64(g)*(1-a)))
	}
	return color.NRGBA{mix(top.R, ground.R), mix(top.G, ground.G), mix(top.B, ground.B), 0xFF}
}

// TestContrast looks at every colour of text on everything that it may stand on.
func TestContrast(t *testing.T) {
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameHeaderBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, ColorNamePaper, ColorNameMargin,
	}
	touches := []fyne.ThemeColorName{theme.ColorNameSelection, theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus}
	marks := []fyne.ThemeColorName{
		ColorNameLit, ColorNameFound, ColorNameFoundHere, ColorNameInserted, ColorNameDeleted, ColorNameDoubtful, ColorNameMoved,
	}
	inks := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNameDisabled, theme.ColorNamePlaceHolder, theme.ColorNamePrimary, theme.ColorNameHyperlink,
		theme.ColorNameSuccess, theme.ColorNameWarning, theme.ColorNameError, ColorNameWeak,
	}
	// On the paper stand the ink of the text, that of captions and bylines, and what is wrong.
	onPaper := []fyne.ThemeColorName{theme.ColorNameForeground, ColorNameWeak, theme.ColorNameError}
	on := map[fyne.ThemeColorName]fyne.ThemeColorName{
		theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary, theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
		theme.ColorNameForegroundOnWarning: theme.ColorNameWarning, theme.ColorNameForegroundOnError: theme.ColorNameError,
	}
	for _, choice := range []string{Light, Dark} {
		th := NewTheme(choice)
		c := func(name fyne.ThemeColorName) color.NRGBA {
			return color.NRGBAModel.Convert(th.Color(name, theme.VariantLight)).(color.NRGBA)
		}
		worst, where := math.Inf(1), ""
		look := func(ink color.NRGBA, ground color.NRGBA, what string) {
			t.Helper()
			if ink.A != 0xFF {
				t.Errorf("%s: %s is not opaque", choice, what)
			}
			k := contrast(ink, ground)
			if k < worst {
				worst, where = k, what
			}
			if k < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f:1", choice, what, k)
			}
		}
		for _, g := range grounds {
			if c(g).A != 0xFF {
				t.Errorf("%s: %s is not opaque", choice, g)
			}
			for _, ink := range inks {
				look(c(ink), c(g), string(ink+" on "+g))
				for _, touch := range touches {
					look(c(ink), layered(c(touch), c(g)), string(ink+" on "+g+" under "+touch))
				}
			}
		}
		for _, ink := range onPaper {
			for _, mark := range marks {
				if ink == theme.ColorNameError && mark != ColorNameDeleted {
					continue
				}
				marked := layered(c(mark), c(ColorNamePaper))
				look(c(ink), marked, string(ink+" on "+mark))
				for _, behind := range []fyne.ThemeColorName{theme.ColorNameSelection, ColorNameLit} {
					if behind != mark {
						look(c(ink), layered(c(mark), layered(c(behind), c(ColorNamePaper))), string(ink+" on "+mark+" over "+behind))
					}
				}
			}
		}
		for ink, ground := range on {
			look(c(ink), c(ground), string(ink))
			for _, touch := range touches[1:] {
				look(c(ink), layered(c(touch), c(ground)), string(ink+" under "+touch))
			}
		}
		t.Logf("%s: the least is %.2f:1, %s", choice, worst, where)
	}
	// The test would see what the menu's keys once were.
	if k := contrast(rgb(0xE3E3E3), rgb(0xF5F5F5)); k > 1.5 {
		t.Errorf("grey on white has a contrast of %.2f:1", k)
	}
}
