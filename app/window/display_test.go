package window

import (
	"errors"
	"os"
	"runtime"
	"testing"

	"qingyang/app/say"
)

func TestDisplay(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("there is always a screen")
	}
	here := os.Getenv("DISPLAY")
	for _, c := range []struct {
		display, wayland string
		ok               bool
	}{
		{"", "", false},
		{"", "wayland-0", false},
		{":64999", "", false},
		{"unix:64999.1", "", false},
		{"elsewhere:0", "", true}, // the window's connection will say
		{here, "", here != ""},
	} {
		t.Setenv("DISPLAY", c.display)
		t.Setenv("WAYLAND_DISPLAY", c.wayland)
		err := display()
		var p *say.Problem
		if (err == nil) != c.ok || err != nil && !errors.As(err, &p) {
			t.Errorf("DISPLAY=%q: %v", c.display, err)
		}
	}
}
