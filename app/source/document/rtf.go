package document

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// RTF reads the words of a document in Rich Text Format (1.9.1), whatever is wrong with it: what is no text, such as
// fonts, styles, pictures, headers and fields' codes, is left out. Linear in the bytes.
func RTF(b []byte) (string, error) {
	r := rtf{b: b, group: group{fallback: 1}, page: charmap.Windows1252}
	if err := r.run(); err != nil {
		return "", err
	}
	return r.out.text(), nil
}

// group is what holds inside a pair of braces.
type group struct {
	skip     bool // what stands here is no text
	fallback int  // characters behind a \u that stand for it where Unicode is not known
}

type rtf struct {
	b     []byte
	at    int
	out   page
	page  encoding.Encoding
	bytes []byte // of characters of the code page, not yet decoded
	group
	stack []group
	over  int  // characters of a fallback to be left out
	high  rune // the first half of a pair of surrogates, 0 for none
}

// unread are destinations that hold no text of the document (RTF 1.9.1, "Destinations").
var unread = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true, "headerl": true, "headerr": true,
	"headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true, "listtable": true, "listoverridetable": true, "rsidtbl": true, "generator": true,
	"themedata": true, "datastore": true, "latentstyles": true, "xmlnstbl": true, "mmathPr": true, "nonshppict": true, "bkmkstart": true, "bkmkend": true}

// pages are code pages by their numbers.
var pages = map[int]encoding.Encoding{936: simplifiedchinese.GB18030, 950: traditionalchinese.Big5, 932: japanese.ShiftJIS, 949: korean.EUCKR, 1250: charmap.Windows1250, 1251: charmap.Windows1251}

func (r *rtf) run() error {
	for r.at < len(r.b) {
		c := r.b[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			if r.stack = append(r.stack, r.group); len(r.stack) > deepest {
				return ErrVast
			}
		case '}':
			r.flush()
			if n := len(r.stack); n > 0 {
				r.group, r.stack = r.stack[n-1], r.stack[:n-1]
			}
			r.over = 0
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.char(c)
		}
	}
	r.flush()
	return nil
}

// char is a byte of text in the code page.
func (r *rtf) char(c byte) {
	switch {
	case r.over > 0:
		r.over--
	case !r.skip:
		r.bytes = append(r.bytes, c)
	}
}

// flush decodes the bytes that were collected.
func (r *rtf) flush() {
	if len(r.bytes) > 0 {
		s, err := r.page.NewDecoder().Bytes(r.bytes)
		if err != nil {
			s = []byte(strings.ToValidUTF8(string(r.bytes), "\uFFFD"))
		}
		r.out.put(string(s))
		r.bytes = r.bytes[:0]
	}
}

// control reads what follows a backslash.
func (r *rtf) control() {
	if r.at >= len(r.b) {
		return
	}
	c := r.b[r.at]
	if !letter(c) {
		r.at++
		switch c {
		case '\'':
			if r.at+2 <= len(r.b) {
				if v, err := strconv.ParseUint(string(r.b[r.at:r.at+2]), 16, 8); err == nil {
					r.char(byte(v))
					r.at += 2
				}
			}
		case '*':
			r.skip = true
		case '~':
			r.put(" ")
		case '_':
			r.put("-")
		case '\\', '{', '}':
			r.char(c)
		case '\n', '\r':
			r.paragraph()
		}
		return
	}
	from := r.at
	for r.at < len(r.b) && letter(r.b[r.at]) {
		r.at++
	}
	word := string(r.b[from:r.at])
	from = r.at
	if r.at < len(r.b) && r.b[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.b) && r.b[r.at] >= '0' && r.b[r.at] <= '9' && r.at-from < 11 {
		r.at++
	}
	n, err := strconv.Atoi(string(r.b[from:r.at]))
	given := err == nil
	if r.at < len(r.b) && r.b[r.at] == ' ' {
		r.at++
	}
	switch word {
	case "par", "line", "row", "sect", "page":
		r.paragraph()
	case "tab", "cell", "emspace", "enspace", "qmspace":
		r.put(" ")
	case "emdash":
		r.put("—")
	case "endash":
		r.put("–")
	case "lquote":
		r.put("‘")
	case "rquote":
		r.put("’")
	case "ldblquote":
		r.put("“")
	case "rdblquote":
		r.put("”")
	case "bullet":
		r.put("•")
	case "u":
		if given {
			if n < 0 {
				n += 1 << 16
			}
			r.unicode(rune(n))
			r.over = r.fallback
		}
	case "uc":
		if given {
			r.fallback = min(max(n, 0), 32)
		}
	case "ansicpg":
		if e := pages[n]; e != nil {
			r.flush()
			r.page = e
		}
	case "bin":
		r.at = min(len(r.b), r.at+max(0, n))
	case "outlinelevel":
		r.out.head = true
	case "pard":
		r.out.head = false
	default:
		if unread[word] {
			r.flush()
			r.skip = true
		}
	}
}

// unicode is a code unit of UTF-16.
func (r *rtf) unicode(c rune) {
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
		return
	case r.high != 0:
		c = utf16.DecodeRune(r.high, c)
		r.high = 0
	}
	r.put(string(c))
}

func (r *rtf) put(s string) {
	r.flush()
	if !r.skip {
		r.out.put(s)
	}
}

func (r *rtf) paragraph() {
	r.flush()
	if !r.skip {
		r.out.end()
	}
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
