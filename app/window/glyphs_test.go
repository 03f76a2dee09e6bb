package window

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"

	"qingyang/fonts"
)

// Every sign that sentences, rows and buttons are written with is in the fonts that the program brings along, the
// small ones too, else it is drawn as a box (as what stands for bytes that nobody could read may be).
func TestSignsHaveGlyphs(t *testing.T) {
	parsed := map[string]*sfnt.Font{}
	for name, file := range map[string][]byte{"small": fonts.Theme, "small bold": fonts.ThemeBold, "whole": fonts.Regular, "whole bold": fonts.Bold} {
		f, err := sfnt.Parse(file)
		if err != nil {
			t.Fatal(err)
		}
		parsed[name] = f
	}
	signs := 0
	for _, room := range []string{".", "../command", "../desk", "../session", "../wording", "../../widgets"} {
		files, err := filepath.Glob(filepath.Join(room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range text {
					if r < 0x80 || r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) {
						continue
					}
					signs++
					for font, f := range parsed {
						if g, err := f.GlyphIndex(new(sfnt.Buffer), r); err != nil || g == 0 {
							t.Errorf("%s: no glyph for %q in the %s font", set.Position(lit.Pos()), r, font)
						}
					}
				}
				return true
			})
		}
	}
	if signs < 1000 {
		t.Errorf("only %d signs were looked at", signs)
	}
}
