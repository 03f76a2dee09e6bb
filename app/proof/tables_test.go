package proof

import (
	"flag"
	"fmt"
	"image"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/simplifiedchinese"

	"qingyang/fonts"
)

var update = flag.Bool("update", false, "make shapes.txt and sounds.txt anew")

// gb2312 are the characters of GB 2312, those of level 1 first.
func gb2312(t *testing.T) (common, rare []rune) {
	t.Helper()
	d := simplifiedchinese.GBK.NewDecoder()
	for row := 0xB0; row <= 0xF7; row++ {
		for cell := 0xA1; cell <= 0xFE; cell++ {
			s, err := d.Bytes([]byte{byte(row), byte(cell)})
			r := []rune(string(s))
			if err != nil || len(r) != 1 || r[0] < 0x4E00 || r[0] > 0x9FFF {
				continue
			}
			if row < 0xD8 {
				common = append(common, r[0])
			} else {
				rare = append(rare, r[0])
			}
		}
	}
	return common, rare
}

func TestTablesAreWhole(t *testing.T) {
	common, rare := gb2312(t)
	if *update {
		for name, text := range map[string]string{"sounds.txt": soundTable(common, rare), "shapes.txt": shapeTable(t, common, rare)} {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	if got := soundTable(common, rare); got != soundsText {
		t.Error("sounds.txt is not what pinyin-data says; run the test with -update")
	}
	for _, r := range common {
		if len(read().syllables[r]) == 0 {
			t.Errorf("%c has no sound", r)
		}
	}
}

// soundTable has a line a syllable without tone: the characters that are usually read so, common ones and behind
// a stroke rare ones; behind a bar those that are sometimes read so.
func soundTable(common, rare []rune) string {
	args := pinyin.NewArgs()
	args.Style = pinyin.Normal
	args.Heteronym = true
	of := map[string][3]string{}
	var names []string
	for level, chars := range [][]rune{common, rare} {
		for _, r := range chars {
			var had []string
			for _, s := range pinyin.SinglePinyin(r, args) {
				s = strings.ReplaceAll(s, "ü", "v")
				if slices.Contains(had, s) {
					continue
				}
				if _, ok := of[s]; !ok {
					names = append(names, s)
				}
				part := level
				if len(had) > 0 { // pinyin-data has the usual reading first
					part = 2
				}
				had = append(had, s)
				three := of[s]
				three[part] += string(r)
				of[s] = three
			}
		}
	}
	slices.Sort(names)
	var b strings.Builder
	for _, s := range names {
		fmt.Fprintf(&b, "%s %s/%s|%s\n", s, of[s][0], of[s][1], of[s][2])
	}
	return b.String()
}

// alikes is how many characters that look like one are kept.
const alikes = 28

// shapeTable has a line a character: the common ones that look most like it, by the cosine of their
// blurred pictures in the embedded font.
func shapeTable(t *testing.T, common, rare []rune) string {
	chars := append(slices.Clone(common), rare...)
	f, err := opentype.Parse(fonts.Regular)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: 48, DPI: 72})
	if err != nil {
		t.Fatal(err)
	}
	const n = 20
	vectors := make([][n * n]float32, len(chars))
	for i, r := range chars {
		big := image.NewGray(image.Rect(0, 0, 50, 50))
		d := font.Drawer{Dst: big, Src: image.White, Face: face, Dot: fixed.P(1, 43)}
		d.DrawString(string(r))
		small := image.NewGray(image.Rect(0, 0, n, n))
		draw.ApproxBiLinear.Scale(small, small.Bounds(), big, big.Bounds(), draw.Src, nil)
		sum, mean := 0.0, 0.0
		for _, p := range small.Pix {
			mean += float64(p) / (n * n)
		}
		for k, p := range small.Pix {
			vectors[i][k] = float32(float64(p) - mean)
			sum += float64(vectors[i][k]) * float64(vectors[i][k])
		}
		for k := range vectors[i] {
			vectors[i][k] /= float32(math.Sqrt(sum))
		}
	}
	type like struct {
		r rune
		c float32
	}
	var b strings.Builder
	for i, r := range chars {
		var top []like
		for k := range common {
			if k == i {
				continue
			}
			c := float32(0)
			for p := range vectors[i] {
				c += vectors[i][p] * vectors[k][p]
			}
			if len(top) < alikes || c > top[len(top)-1].c {
				top = append(top, like{chars[k], c})
				slices.SortStableFunc(top, func(x, y like) int {
					if x.c > y.c {
						return -1
					}
					return 1
				})
				top = top[:min(alikes, len(top))]
			}
		}
		b.WriteString(string(r) + " ")
		for _, l := range top {
			b.WriteRune(l.r)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
