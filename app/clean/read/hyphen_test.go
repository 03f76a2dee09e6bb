package read

import (
	"testing"

	"qingyang/app/clean/layout"
	"qingyang/app/source"
)

// twoLines are two lines as a page has them.
func twoLines(above, below string) *layout.Page {
	return layout.Measure(source.Raw{Text: []rune(above + "\n" + below)}, nil)
}

func TestHyphen(t *testing.T) {
	for _, c := range []struct {
		above, line string
		want        int
	}{
		{"the coun-", "cil said", 1},
		{"a self-", "taught man", 0},
		{"the well-", "known man", 0},
		{"in 2024-", "25 they", 0},
		{"the Smith-", "Jones firm", 0},
		{"a state-of-", "the-art hall", 0},
		{"a state-of-the-", "art hall", 0},
		{"they co-", "operate", 1},
		{"an old-", "fashioned clock", 0},
		{"the old-", "er boys", 1},
		{"at thirty-", "two places", 0},
		{"the post-", "man knew", 1},
		{"it was post-", "poned again", 1},
		{"the post-", "war years", 0},
		{"the power-", "hungry pumps", 0},
		{"it was with-", "drawn again", 1},
		{"mit der de⸗", "batte", 1},
		{"the coun¬", "cil said", 1},
		{"at mid-", "night it rose", 1},
		{"new oil-", "fired lamps", 0},
		{"the so-", "called treaty", 0},
		{"it is so-", "mething else", 1},
		{"the half-", "time whistle", 0},
		{"to the north-", "west of it", 0},
		{"he went west-", "ward again", 1},
		{"the Welling-", "ton road", 1},
		{"the Wood-", "stock fair", 1},
		{"some German-", "speaking guests", 0},
		{"a four-", "inch pipe", 0},
		{"the signal-", "man slept", 1},
	} {
		ls := twoLines(c.above, c.line).Lines
		if got := hyphen(&ls[0], &ls[1]); got != c.want {
			t.Errorf("%q | %q: %d, want %d", c.above, c.line, got, c.want)
		}
	}
}

// Latin words go on in a Chinese page without a space where the line's end cut them, and with one else.
func TestSeamOfLatinWords(t *testing.T) {
	for _, c := range []struct {
		above, line string
		space       bool
	}{
		{"空气中的PM", "2.5降了", false},
		{"一共铺设了管道120", "km长，", false},
		{"镇上的老人说", "他们早就盼着这条路", false},
		{"The council voted on the", "new bridge over the river", true},
	} {
		r := Page(twoLines(c.above, c.line), Fitted())
		if space := r.Seam(0, 1, Para).Space; space != c.space {
			t.Errorf("%q | %q: space %v", c.above, c.line, space)
		}
	}
}

// A hyphen alone on its line goes where it cuts a word, and stays in a compound.
func TestHyphenAlone(t *testing.T) {
	for _, c := range []struct {
		above, below string
		want         int
	}{
		{"the whole of the mer", "chants", 1},
		{"the price of best house", "coal was put up", 0},
		{"the small, power", "hungry pumps", 0},
		{"the new oil", "fired lamps", 0},
		{"in 2024", "25 they", 0},
	} {
		if got := one(cutsWord([]rune(c.above), []rune(c.below))); got != c.want {
			t.Errorf("%q - %q: %d, want %d", c.above, c.below, got, c.want)
		}
	}
}
