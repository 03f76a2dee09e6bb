package clean

import (
	"os"
	"strings"
	"testing"

	"qingyang/app/source"
)

// Where the size of the letters is known, it decides what text alone leaves open: a line among the
// others that is set large is a title.
func TestSizeTellsTitles(t *testing.T) {
	text := "渔船出海的那个早晨码头上站满了人没有谁说话\n网补好了\n船也漆过了等了三个半月的人们望着海面上的雾\n慢慢散开。\n"
	for _, large := range []bool{false, true} {
		raw := plain(text)
		from := 0
		for _, l := range strings.SplitAfter(text, "\n") {
			if n := len([]rune(l)); n > 0 {
				raw.Lines = append(raw.Lines, source.Line{From: from, To: from + n - 1, Next: from + n, Break: '\n', Size: 10})
				from += n
			}
		}
		if large {
			raw.Lines[1].Size = 24
		}
		r := Draft(raw, Profile{})
		if large && (r.Junctions[0].Join && r.Junctions[1].Join) {
			t.Errorf("large %v: joins %v %v", large, r.Junctions[0].Join, r.Junctions[1].Join)
		}
	}
}

// The weights are small enough to ship in every program: a million bytes at most, all together.
func TestWeightsAreSmall(t *testing.T) {
	all := int64(0)
	for _, name := range []string{"read/weights.bin", "read/sure.bin", "story/weights.bin"} {
		f, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		all += f.Size()
	}
	if all > 1_000_000 {
		t.Errorf("%d bytes of weights", all)
	}
}
