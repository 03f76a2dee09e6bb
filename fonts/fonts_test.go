package fonts_test

import (
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"qingyang/fonts"
)

// Every character that the window itself uses must be in the small fonts, else it is drawn by
// whatever font the machine has, or as a box.
func TestCoverage(t *testing.T) {
	small := "清样校对定稿，。、；：？！“”‘’（）《》〈〉【】〔〕—…·～％℃ ABCxyz0189éü○●□■◆◇▲▼△▽◀▶←→↑↓✓×±§¶★☆─│┌┐└┘├┤⌘⇧⚠①②㈠"
	rare := "㐂䶮𬭎堃昇陞甯玥琯珺淼"
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"theme regular", fonts.Theme, small},
		{"theme bold", fonts.ThemeBold, small},
		{"regular", fonts.Regular, small + rare},
		{"bold", fonts.Bold, small + rare},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := sfnt.Parse(c.file)
			if err != nil {
				t.Fatal(err)
			}
			var b sfnt.Buffer
			for _, r := range c.want {
				if g, err := f.GlyphIndex(&b, r); err != nil || g == 0 {
					t.Errorf("no glyph for %q (U+%04X)", r, r)
				}
			}
		})
	}
}

func TestLicense(t *testing.T) {
	if !strings.Contains(fonts.License, "SIL OPEN FONT LICENSE Version 1.1") {
		t.Error("the licence of the fonts is not with them")
	}
}
