package session

import "testing"

// A confidence is never all, and reads as people say it.
func TestSure(t *testing.T) {
	for c, want := range map[float64]string{1: "> 99.9%", 0.9996: "> 99.9%", 0.999: "99.9%", 0.5: "50.0%", 0.8765: "87.6%"} {
		if got := sure(c); got != want {
			t.Errorf("%v is %q, want %q", c, got, want)
		}
	}
}
