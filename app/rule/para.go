package rule

// Para is a paragraph as a rule sees it.
type Para struct {
	Text []rune // live characters, without the line break
	kept []bool // inside a protected span; nil where nothing is protected
}

// Kept says whether the rune at i lies in a protected span (address, document number, telephone
// number), which no rule may touch.
func (p Para) Kept(i int) bool { return i < len(p.kept) && p.kept[i] }
