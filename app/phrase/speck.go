package phrase

import "qingyang/app/script"

// IsSpeck says whether a line is nothing but a stray mark or two, as dirt on a page or the rule between columns is
// read. The full-width marks that end a sentence or a quotation are none: a line's end may have cut them off.
func IsSpeck(r []rune) bool {
	if len(r) > 3 || len(r) == 3 && !script.IsSpace(r[1]) {
		return false
	}
	for _, c := range r {
		if !contains(" .:|丨_■▪·•^~`'‘’\\¦-—*＊＿｜", c) {
			return false
		}
	}
	return string(r) != "——" && string(r) != "--"
}
