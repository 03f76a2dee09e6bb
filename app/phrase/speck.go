package phrase

// IsSpeck says whether a line is nothing but a stray mark, as dirt on a page or the rule between columns is
// read. Marks that end a sentence or a quotation are none: a line's end may have cut them off.
func IsSpeck(r []rune) bool {
	if len(r) > 2 {
		return false
	}
	for _, c := range r {
		if !contains(".|丨_■▪·•^~`'‘’\\¦-—*＊＿｜", c) {
			return false
		}
	}
	return string(r) != "——" && string(r) != "--"
}
