package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the most bytes that a name has without its extension: file systems allow 255, and a
// user may want to put something behind it.
const maxName = 180

// FileName makes a file name of a headline that Windows, macOS and Linux all allow, with the
// extension ext ("" or with its dot).
//
// Marks that no file may have become their full-width forms, so that it still reads as the headline;
// controls and invisible characters go. What is reserved on Windows is listed in Microsoft's
// "Naming Files, Paths, and Namespaces".
func FileName(headline, ext string) string {
	var b strings.Builder
	for _, r := range headline {
		if wide := strings.IndexRune(`<>:"/\|?*`, r); wide >= 0 {
			r = []rune(`＜＞：＂／＼｜？＊`)[wide]
		}
		switch {
		case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp):
			continue
		case unicode.IsSpace(r):
			r = ' '
		}
		if b.Len()+utf8.RuneLen(r) > maxName {
			break
		}
		b.WriteRune(r)
	}
	name := strings.TrimLeft(strings.TrimRight(b.String(), " ."), " .-~") // a dot hides it, a dash is an option
	stem, _, _ := strings.Cut(name, ".")
	if reserved(strings.TrimSpace(stem)) {
		name = "_" + name
	}
	if name == "" {
		name = "未命名"
	}
	return name + ext
}

// reserved says whether Windows keeps a name for a device, whatever the extension.
func reserved(stem string) bool {
	s := strings.ToUpper(stem)
	switch s {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	rest, ok := strings.CutPrefix(s, "COM")
	if !ok {
		rest, ok = strings.CutPrefix(s, "LPT")
	}
	return ok && utf8.RuneCountInString(rest) == 1 && strings.ContainsAny(rest, "0123456789¹²³")
}
