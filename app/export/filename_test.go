package export

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"渡轮首航", "渡轮首航.txt"},
		{"8:30/9:30 “早市”？", "8：30／9：30 “早市”？.txt"},
		{"CON", "_CON.txt"},
		{"nul.x", "_nul.x.txt"},
		{"com1", "_com1.txt"},
		{"community", "community.txt"},
		{"...隐藏", "隐藏.txt"},
		{"--help", "help.txt"},
		{"末尾. ", "末尾.txt"},
		{"a\u202Eb\x00\n", "ab.txt"},
		{"", "未命名.txt"},
		{"..", "未命名.txt"},
		{strings.Repeat("长", 500), strings.Repeat("长", 60) + ".txt"},
	} {
		if got := FileName(c.in, ".txt"); got != c.want {
			t.Errorf("FileName(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzFileName(f *testing.F) {
	f.Add("a/b:c")
	f.Add("AUX ")
	f.Fuzz(func(t *testing.T, s string) {
		n := FileName(s, ".md")
		stem := strings.TrimSuffix(n, ".md")
		if n == "" || len(n) > 255 || !utf8.ValidString(n) || strings.ContainsAny(n, "<>:\"/\\|?*\x00\n") ||
			strings.HasPrefix(n, ".") || strings.HasSuffix(stem, ".") && stem != "" || strings.HasPrefix(n, "-") {
			t.Errorf("%q became %q", s, n)
		}
		first, _, _ := strings.Cut(n, ".")
		if reserved(first) {
			t.Errorf("%q became the device %q", s, n)
		}
	})
}
