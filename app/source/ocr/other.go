package ocr

// alternative is what each character of a text may be instead, by other readings of it of the same length, the
// likeliest first; nil where they tell nothing.
func alternative(text []rune, readings ...string) (others []rune) {
	for _, s := range readings {
		other := []rune(s)
		if len(other) != len(text) {
			continue
		}
		for k, r := range other {
			if r == text[k] {
				continue
			}
			if others == nil {
				others = make([]rune, len(text))
			}
			if others[k] == 0 {
				others[k] = r
			}
		}
	}
	return others
}

// choice is what a character may be.
type choice struct {
	text string
	sure float64 // per cent
}

// chosen is the text of the choice at hand.
func (h *hocr) chosen(s string) {
	if n := len(h.choices); n > 0 {
		if m := len(h.choices[n-1]); m > 0 {
			h.choices[n-1][m-1].text += s
		}
	}
}

// strike ends what is struck out: another reading of what was put in before it.
func (h *hocr) strike() {
	h.strikes = max(0, h.strikes-1)
	word := []rune(h.word.String())
	if h.inAWd == 0 || h.put0 > len(word) {
		return
	}
	for k, r := range alternative(word[h.put0:], h.struck.String()) {
		for len(h.readings) < len(word) {
			h.readings = append(h.readings, 0)
		}
		if r != 0 && h.readings[h.put0+k] == 0 {
			h.readings[h.put0+k] = r
		}
	}
}

// leastSure is how sure a choice must be to be one, in per cent: tesseract fills its lists up with others.
const leastSure = 1

// otherwise is what the characters of a word may be, nil where nothing says it.
func (h *hocr) otherwise(word []rune) []rune {
	others := h.readings
	if len(h.choices) == len(word) {
		for k, all := range h.choices {
			best := choice{sure: leastSure}
			for _, c := range all {
				if one := []rune(c.text); len(one) == 1 && one[0] != word[k] && c.sure >= best.sure {
					best = c
				}
			}
			if best.text == "" {
				continue
			}
			for len(others) < len(word) {
				others = append(others, 0)
			}
			if others[k] == 0 {
				others[k] = []rune(best.text)[0]
			}
		}
	}
	return others
}
