package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// terminal writes what people read. Titles, file names and texts come from outside, and a terminal obeys
// what stands in them: so whatever is no line of visible text is written as an escape, "\x1b", "\u202e".
type terminal struct{ w io.Writer }

// Write escapes b, which holds whole characters.
func (t terminal) Write(b []byte) (int, error) {
	if _, err := io.WriteString(t.w, visible(string(b), "\n\t")); err != nil {
		return 0, err
	}
	return len(b), nil
}

// data is where a command writes what programs read, as it is.
func data(c *cobra.Command) io.Writer {
	if t, ok := c.OutOrStdout().(terminal); ok {
		return t.w
	}
	return c.OutOrStdout()
}

// row writes fields as one line, parted by tabs: neither stands inside a field.
func row(w io.Writer, fields ...any) {
	line := make([]string, len(fields))
	for i, f := range fields {
		line[i] = visible(fmt.Sprint(f), "")
	}
	fmt.Fprintln(w, strings.Join(line, "\t"))
}

// visible writes control characters, marks that turn the direction of text, separators of lines and
// bytes that are no UTF-8 as escapes; but for those in keep.
func visible(s, keep string) string {
	hidden := func(r rune) bool {
		return (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') && !strings.ContainsRune(keep, r)
	}
	if utf8.ValidString(s) && strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	var b strings.Builder
	for i, n := 0, 0; i < len(s); i += n {
		var r rune
		r, n = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1, hidden(r) && r < 0x80:
			fmt.Fprintf(&b, "\\x%02x", s[i])
		case hidden(r):
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
