package scan

import (
	"bytes"
	"slices"
)

// doubled is the share of its area that a line stands in another one with that was read twice.
const doubled = 0.8

// once takes out what was read twice: lines that stand in others which tesseract is surer of. The cost is the square of the
// number of lines.
func once(hocr []byte) []byte {
	lines := linesOf(hocr)
	var out []byte
	done := 0
	for k, l := range lines {
		if l.sure < 0 {
			continue
		}
		long := len(readIn(hocr[l.from:l.to]))
		for n, o := range lines {
			if n != k && l.sure < o.sure && long <= len(readIn(hocr[o.from:o.to])) && stands(l.box, o.box) >= doubled {
				out = append(out, hocr[done:l.from]...)
				done = l.to
				break
			}
		}
	}
	return append(out, hocr[done:]...)
}

// brackets mends the opening bracket that tesseract takes for that of a title in small type: 〈二) is （二).
func brackets(hocr []byte) []byte {
	var out []byte
	done := 0
	for _, l := range linesOf(hocr) {
		text := l.text(hocr)
		at := slices.Index(text, '〈')
		if at < 0 || slices.Contains(text, '〉') || !slices.ContainsFunc(text[at:], func(r rune) bool { return r == ')' || r == '）' }) {
			continue
		}
		out = append(append(out, hocr[done:l.from]...), bytes.ReplaceAll(hocr[l.from:l.to], []byte("〈"), []byte("（"))...)
		done = l.to
	}
	return append(out, hocr[done:]...)
}
