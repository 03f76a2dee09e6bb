package phrase

import "testing"

func TestHasLeaders(t *testing.T) {
	for line, want := range map[string]bool{
		"Onions ... Mrs. Lee": true, "小麦……三百斤": true, "Peas . . . . . 12": true, "小麦　……　三百斤": true,
		"Onions, Mrs. Lee": false, "小麦三百斤……": false, "Peas ....": false, "e.g. peas": false, "": false,
		// Dots that a row begins with, and points between words.
		"......他走了": false, "……他走了": false, "... and then": false, "安·贝尔·坡": false,
	} {
		if got := HasLeaders([]rune(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

func TestIsMeasured(t *testing.T) {
	for text, want := range map[string]bool{
		"8 oz flour": true, "1/2 pint milk": true, "2 eggs": true, "A pinch of salt": true, "250g sugar": true,
		"12 Mill Lane": false, "1901": false, "9 men: who they were": false, "A pinch": false, "": false,
	} {
		if got := IsMeasured([]rune(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
