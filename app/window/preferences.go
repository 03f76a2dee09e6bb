package window

import (
	"fyne.io/fyne/v2"

	"qingyang/app/say"
)

// What the program keeps between starts on this computer. What belongs to a library is kept in it.
const (
	prefLanguage     = "language"       // "zh", "en"; empty follows the system
	prefDark         = "dark"           // "dark", "light"; empty follows the system
	prefLibrary      = "library"        // path of the last one
	prefRecent       = "library.recent" // paths, the last one first
	prefWidth        = "width"
	prefHeight       = "height"
	prefSplitLeft    = "split.left"
	prefSplitRight   = "split.right"
	prefStacked      = "stacked" // the raw page above the clean text
	prefRawHidden    = "rawHidden"
	prefSides        = "sides.hidden"
	prefSplitPair    = "split.pair"
	prefSplitLibrary = "split.library"
	prefTextSize     = "text.size"
	prefName         = "name" // of the user, as their corrections bear it
)

func preferredLanguage(a fyne.App) say.Lang {
	switch a.Preferences().String(prefLanguage) {
	case "zh":
		return say.Chinese
	case "en":
		return say.English
	}
	return say.System()
}

// keepShape remembers the window's size and the widths of its panes.
func (w *Window) keepShape() {
	p := w.app.Preferences()
	size := w.win.Canvas().Size()
	p.SetFloat(prefWidth, float64(size.Width))
	p.SetFloat(prefHeight, float64(size.Height))
	p.SetFloat(prefSplitLeft, w.splits.left.Offset)
	p.SetFloat(prefSplitRight, w.splits.right.Offset)
	p.SetFloat(prefSplitPair, w.splits.pair.Offset)
	p.SetFloat(prefSplitLibrary, w.splits.library.Offset)
	p.SetFloat(prefSplitPrinted, w.splits.printed.Offset)
	p.SetFloat(prefTextSize, float64(w.clean.TextSize()))
}
