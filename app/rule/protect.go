package rule

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// protect marks what no rule may touch (N10): addresses of the net and of mail, document numbers,
// telephone numbers, dates with hyphens, standards, HTML entities. It is nil where there is none.
func protect(text []rune, latin bool) []bool {
	var kept []bool
	keep := func(from, to int) {
		if kept == nil {
			kept = make([]bool, len(text))
		}
		for i := from; i < to; i++ {
			kept[i] = true
		}
	}
	tried := 0 // an address that began before was none up to here
	for i := 0; i < len(text); i++ {
		if r := text[i]; r > 0x7F && r != '〔' {
			continue
		}
		start := i == 0 || !isAlnum(text[i-1])
		end := 0
		switch r := text[i]; {
		case r == '〔':
			end = phrase.DocumentNumberAt(text, i)
		case r == '&':
			end = entity(text, i)
		case !start:
		case isDigit(r) || r == '(':
			end = telephone(text, i)
			if end == 0 && isDigit(r) && i >= tried {
				end, tried = address(text, i, latin)
			}
		case isLetter(r):
			if end = standard(text, i); end == 0 && i >= tried {
				end, tried = address(text, i, latin)
			}
		}
		if end > i {
			keep(i, end)
			i = end - 1
		}
	}
	return kept
}

// inAddress says whether r may stand in a URL (RFC 3986, unreserved and reserved characters).
func inAddress(r rune) bool {
	switch r {
	case '-', '.', '_', '~', ':', '/', '?', '#', '@', '!', '$', '&', '\'', '*', '+', ',', ';', '=', '%', '(', ')':
		return true
	}
	return r < 0x80 && isAlnum(r)
}

// address is the end of a URL, a mail address or a host name that begins at i, or 0. In Latin text a
// word with a full stop inside is one only with a scheme, "www." or "@": "end.The" is not. tried is
// where the search ended: what begins before it need not be looked at again.
func address(text []rune, i int, latin bool) (end, tried int) {
	j, dot, at, scheme := i, -1, false, false
	for ; j < len(text) && inAddress(text[j]); j++ {
		switch text[j] {
		case '.':
			if j > i && script.IsStop(text[j-1]) {
				return 0, j
			}
			dot = j
		case '@':
			at = true
		case '/':
			scheme = scheme || j > i+1 && text[j-1] == '/' && text[j-2] == ':'
		case ',', ';', '(', ')', '!', '\'':
			if !scheme && !at && dot < 0 {
				return 0, j
			}
		}
	}
	for j > i && isTrailing(text[j-1]) {
		j--
	}
	switch {
	case j-i < 4:
		return 0, j
	case scheme, at && dot > i, script.HasAt(text, i, "www."):
		return hostEnd(text, i, j), j
	case latin:
		return 0, j
	}
	// A bare host: labels parted by dots, the last of at least two letters.
	host := i
	for host < j && (isAlnum(text[host]) || text[host] == '-' || text[host] == '.') {
		host++
	}
	letters := 0
	for k := host - 1; k > i && isLetter(text[k]); k-- {
		letters++
	}
	if letters < 2 || host-letters-1 <= i || text[host-letters-1] != '.' {
		return 0, j
	}
	if host < j && text[host] != '/' && text[host] != ':' && text[host] != '?' {
		return host, j
	}
	return hostEnd(text, i, j), j
}

// hostEnd cuts an address off before a comma or semicolon behind which another text begins.
func hostEnd(text []rune, i, j int) int {
	for k := i; k < j; k++ {
		if (text[k] == ',' || text[k] == ';') && k+1 < len(text) && !isAlnum(text[k+1]) {
			return k
		}
	}
	return j
}

func isTrailing(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', '\'', ')', '(':
		return true
	}
	return false
}

// telephone is the end of a number in groups that begins at i, or 0: "0371-60120034",
// "(0371)60120034", "400-820-8820", "2026-03-02", or eleven digits that begin with 1.
func telephone(text []rune, i int) int {
	j := i
	if text[j] == '(' {
		area, end := phrase.Number(text, j+1)
		if area == 0 || end-j < 4 || end >= len(text) || text[end] != ')' || text[j+1] != '0' {
			return 0
		}
		if _, j = phrase.Number(text, end+1); j-end < 7 {
			return 0
		}
		return j
	}
	groups := 0
	for {
		_, end := phrase.Number(text, j)
		for end < len(text) && isDigit(text[end]) { // longer than nine
			end++
		}
		if end == j {
			break
		}
		groups++
		j = end
		if j+1 >= len(text) || text[j] != '-' || !isDigit(text[j+1]) {
			break
		}
		j++
	}
	if groups >= 3 || groups == 2 && j-i >= 5 || groups == 1 && j-i == 11 && text[i] == '1' {
		return j
	}
	return 0
}

// standard is the end of "GB/T 15834—2011" or "ISBN 978-7-…" that begins at i, or 0.
func standard(text []rune, i int) int {
	j := i
	for j < len(text) && j < i+8 && (text[j] >= 'A' && text[j] <= 'Z' || text[j] == '/') {
		j++
	}
	if j-i < 2 || j >= len(text) {
		return 0
	}
	if isGap(text[j]) {
		j++
	}
	from := j
	for j < len(text) && (isDigit(text[j]) || text[j] == '-' || text[j] == '—' || text[j] == '.') {
		j++
	}
	for j > from && !isDigit(text[j-1]) {
		j--
	}
	for k := from; k < j; k++ {
		if text[k] == '—' || text[k] == '-' {
			return j
		}
	}
	return 0
}

// entity is the end of "&nbsp;" that begins at i, or 0.
func entity(text []rune, i int) int {
	j := i + 1
	if j < len(text) && text[j] == '#' {
		j++
	}
	from := j
	for j < len(text) && j < from+8 && text[j] < 0x80 && isAlnum(text[j]) {
		j++
	}
	if j > from && j < len(text) && text[j] == ';' {
		return j + 1
	}
	return 0
}
