package window

import (
	"strings"
	"testing"
)

func TestReadArgs(t *testing.T) {
	for _, c := range []struct {
		args, says string
		want       Options
		ok         bool
	}{
		{"", "", Options{}, true},
		{"-sample", "", Options{Sample: true}, true},
		{"a.qingyang", "", Options{Library: "a.qingyang"}, true},
		{"-trace t a.qingyang", "", Options{Library: "a.qingyang", Trace: "t"}, true},
		{"-new a.qingyang", "", Options{Library: "a.qingyang", New: true}, true},
		{"-new", "-new", Options{}, false},
		{"--version", "", Options{Version: true}, true},
		{"-install-desktop", "", Options{Install: true}, true},
		{"a b", "[b]", Options{}, false},
		{"a --bogus", "[--bogus]", Options{}, false},
		{"--bogus", "-bogus", Options{}, false},
	} {
		var out strings.Builder
		got, err := readArgs(strings.Fields(c.args), &out)
		if (err == nil) != c.ok || c.ok && got != c.want || !strings.Contains(out.String(), c.says) {
			t.Errorf("%q: %+v, %v, says %q", c.args, got, err, out.String())
		}
	}
}
