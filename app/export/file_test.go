package export

import (
	"errors"
	"os"
	"path/filepath"
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

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "稿.txt")
	if err := WriteFile(path, []byte("一"), false); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte("二"), false); !errors.Is(err, ErrExists) {
		t.Errorf("wrote over a file: %v", err)
	}
	if b, _ := os.ReadFile(path); string(b) != "一" {
		t.Errorf("the file is %q", b)
	}
	if err := WriteFile(path, []byte("三"), true); err != nil {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(path); string(b) != "三" {
		t.Errorf("the file is %q", b)
	}
	if err := WriteFile(filepath.Join(dir, "无", "稿.txt"), nil, true); err == nil {
		t.Error("wrote into a folder that is not there")
	}
	if err := os.Mkdir(filepath.Join(dir, "占"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(filepath.Join(dir, "占"), []byte("四"), true); err == nil {
		t.Error("wrote over a folder")
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left in the folder: %v %v", left, err)
	}
}
