package cores

import "testing"

// Each number is asked once, and a panic is the caller's.
func TestEach(t *testing.T) {
	asked := make([]int, 1000)
	Each(len(asked), func(k int) { asked[k]++ })
	for k, n := range asked {
		if n != 1 {
			t.Fatalf("%d was asked %d times", k, n)
		}
	}
	Each(0, func(int) { t.Error("of none one was asked") })
	defer func() {
		if p := recover(); p != "7" {
			t.Errorf("recovered %v, want what the call of 7 panicked with", p)
		}
	}()
	Each(100, func(k int) {
		if k == 7 {
			panic("7")
		}
	})
	t.Error("Each went on behind a panic")
}

// Waiting twice is waiting once.
func TestBeside(t *testing.T) {
	n := 0
	wait := Beside(func() { n++ })
	wait()
	wait()
	if n != 1 {
		t.Errorf("called %d times", n)
	}
}
