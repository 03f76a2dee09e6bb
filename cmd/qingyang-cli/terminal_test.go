package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"qingyang/app/sample"
)

// hostile is a name that clears a terminal's screen, turns its text round and breaks its line.
const hostile = "渡口\x1b[2J\u202e报\u0085\x07\t一\n二"

func TestVisible(t *testing.T) {
	for _, c := range []struct{ in, keep, want string }{
		{"渡口报 2024，“早班”\u3000é\u200d🚢", "", "渡口报 2024，“早班”\u3000é\u200d🚢"},
		{hostile, "", `渡口\x1b[2J\u202e报\u0085\x07\x09一\x0a二`},
		{hostile, "\n\t", "渡口\\x1b[2J\\u202e报\\u0085\\x07\t一\n二"},
		{"\u2028\u2066\u200f\u061c", "", `\u2028\u2066\u200f\u061c`},
		{"\xff渡\xe6", "", `\xff渡\xe6`},
	} {
		if got := visible(c.in, c.keep); got != c.want {
			t.Errorf("%q is shown as %q, want %q", c.in, got, c.want)
		}
	}
}

// FuzzVisible: what is shown is text and nothing else, and what was text is as it was.
func FuzzVisible(f *testing.F) {
	f.Add(hostile)
	f.Add("渡口报")
	f.Fuzz(func(t *testing.T, s string) {
		got := visible(s, "")
		if !utf8.ValidString(got) {
			t.Errorf("%q is shown as %q", s, got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q is shown with %U", s, r)
			}
		}
		if again := visible(got, ""); again != got {
			t.Errorf("%q, shown twice, is %q", got, again)
		}
	})
}

// TestHostileNames: names of files, papers, people and articles reach a terminal as text.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("QINGYANG_NAME", hostile)
	library, page := filepath.Join(dir, "p.qingyang"), filepath.Join(dir, "\x1b[2J\u202e.txt")
	if err := os.WriteFile(page, sample.Issues()[0].Pages[0].Raw, 0o600); err != nil {
		t.Fatal(err)
	}
	where := []string{"--library", library}
	var all strings.Builder
	for _, args := range [][]string{
		{"import", "--publication", hostile, page},
		{"import", page},
		{"import", filepath.Join(dir, "none\x1b[2J.txt")},
		{"list"}, {"history", "--page", "1"}, {"corrections", "--page", "1"}, {"search", "渡船"}, {"verify"},
		{"export", "--page", "1", "--out", dir},
		{"export", "--page", "1", "--article", hostile},
	} {
		out, errs, err := run2(t, "", append(args[:1:1], append(where, args[1:]...)...)...)
		all.WriteString(out + errs)
		if err != nil {
			all.WriteString(visible(err.Error(), "")) // main writes it to a terminal
		}
		for _, line := range strings.Split(out, "\n") {
			if args[0] == "list" && line != "" && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "\t") {
				t.Errorf("a name broke the line of a list: %q", line)
			}
		}
	}
	for _, r := range all.String() {
		if (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) && r != '\n' && r != '\t' {
			t.Errorf("%U reached the terminal", r)
		}
	}
	if n := strings.Count(all.String(), `\x1b[2J`); n < 5 {
		t.Errorf("the names were shown %d times", n)
	}
}
