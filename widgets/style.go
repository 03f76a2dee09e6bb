package widgets

import "fyne.io/fyne/v2"

// Style is how a block of text is set. Lengths are in em: of the base size for Size, of the block's
// own size for the rest.
type Style struct {
	Size   float32 // of the letters, 1 is the base size; 0 counts as 1
	Bold   bool
	Indent float32 // of the first line; 2 in a Chinese paragraph
	Inset  float32 // of all lines, from the left
	Align  fyne.TextAlign
	Ink    Role
	Above  float32 // room above and below the block
	Below  float32
}

// The styles of newspaper text, a table to begin with. Raw is a line of a page as it came.
var (
	Kicker      = Style{Size: 1, Align: fyne.TextAlignCenter, Ink: Weak, Above: 0.6}
	Headline    = Style{Size: 1.5, Bold: true, Align: fyne.TextAlignCenter, Above: 0.2, Below: 0.2}
	Subheadline = Style{Size: 1.0625, Align: fyne.TextAlignCenter, Below: 0.4}
	Dateline    = Style{Size: 1, Bold: true, Indent: 2}
	Paragraph   = Style{Size: 1, Indent: 2}
	Byline      = Style{Size: 1, Align: fyne.TextAlignTrailing, Ink: Weak}
	Caption     = Style{Size: 0.875, Inset: 2, Ink: Weak, Above: 0.2, Below: 0.2}
	Furniture   = Style{Size: 0.875, Ink: Weak}
	Raw         = Style{Size: 1}
)

// Role is what a colour is for; the theme says which colour that is.
type Role uint8

// The roles of colours. Those from Lit on are backgrounds and are laid thinly.
const (
	None Role = iota // the ordinary ink for text, nothing for backgrounds
	Ink
	Weak
	Accent
	Good
	Caution
	Wrong
	Lit       // what the other side's caret stands on
	Found     // a hit of a search
	FoundHere // the hit that the caret stands on
	Inserted
	Deleted
	Doubtful
	Moved
	Selected
	roles
)

// The names under which the theme knows the roles that are not Fyne's own.
const (
	ColorNameWeak      fyne.ThemeColorName = "qingyang.weak"
	ColorNameLit       fyne.ThemeColorName = "qingyang.lit"
	ColorNameFound     fyne.ThemeColorName = "qingyang.found"
	ColorNameFoundHere fyne.ThemeColorName = "qingyang.foundHere"
	ColorNameInserted  fyne.ThemeColorName = "qingyang.inserted"
	ColorNameDeleted   fyne.ThemeColorName = "qingyang.deleted"
	ColorNameDoubtful  fyne.ThemeColorName = "qingyang.doubtful"
	ColorNameMoved     fyne.ThemeColorName = "qingyang.moved"
	ColorNameMargin    fyne.ThemeColorName = "qingyang.margin"
	ColorNamePaper     fyne.ThemeColorName = "qingyang.paper"
)
