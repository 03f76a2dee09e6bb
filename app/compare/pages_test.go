package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/compare"
	"qingyang/app/revision"
)

func differences(all []compare.Difference) string {
	var out []string
	for _, d := range all {
		out = append(out, fmt.Sprintf("%v %s→%s", d.Kind, d.Before, d.After))
	}
	return strings.ReplaceAll(strings.Join(out, "; "), "\n", "⏎")
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  string
		edit func(*revision.Text)
		want string
	}{
		{"nothing", "渔船\n出海", func(*revision.Text) {}, ""},
		{"a character", "渔船出诲\n潮平", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 3), place(0, 4), "海")...) }, "character 诲→海"},
		{"the same letter typed anew is no difference", "渔船", func(x *revision.Text) {
			do(t, x, x.Order().Replace(place(0, 1), place(0, 2), "")...)
			do(t, x, x.Order().Replace(place(0, 1), place(0, 1), "船")...)
		}, ""},
		{"a number is whole", "捕鱼1250斤", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 4), place(0, 5), "3")...) }, "number 1250→1230"},
		{"a decimal is whole", "PM2.5为3.5%", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 8), place(0, 9), "7")...) }, "number 3.5%→3.7%"},
		{"a Latin word is whole", "the habour is calm", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 6), place(0, 6), "r")...) }, "character habour→harbour"},
		{"a join", "渔船\n出海", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, x.Len(0)), place(1, 0), "")...) }, "join ⏎→"},
		{"a join over a blank line", "渔船\n\n出海\n回", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 2), place(2, 0), "")...) }, "join ⏎⏎→"},
		{"a blank line goes", "渔船\n\n出海\n回", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, x.Len(0)), place(1, 0), "")...) }, "join ⏎→"},
		{"a split", "渔船出海", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 2), place(0, 2), "\n")...) }, "split →⏎"},
		{"a block moves", "甲\n乙\n丙\n丁\n", func(x *revision.Text) {
			for i := 3; i > 0; i-- {
				do(t, x, x.Order().MoveBlocks(i, i+1, -1)...)
			}
		}, "move 丁→丁"},
		{"a block is another kind", "甲\n乙\n", func(x *revision.Text) { do(t, x, x.Order().SetKind(1, 2, bulletin.Byline)...) }, "mark line→byline"},
		{"a block comes", "甲\n乙\n", func(x *revision.Text) { do(t, x, x.Order().Replace(place(1, 0), place(1, 0), "新\n")...) }, "insertion →新"},
		{"a block goes", "甲\n旧的\n乙\n", func(x *revision.Text) { do(t, x, x.Order().Replace(place(1, 0), place(2, 0), "")...) }, "deletion 旧的→"},
		{"the last block goes", "甲\n旧的\n", func(x *revision.Text) { do(t, x, x.Order().Replace(place(0, 1), place(1, 2), "")...) }, "deletion 旧的→"},
		{"a block is written anew", "甲\n旧的\n", func(x *revision.Text) { do(t, x, x.Order().Replace(place(1, 0), place(1, 2), "新人")...) }, "character 旧的→新人"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := revision.New([]rune(c.raw))
			c.edit(text)
			if got := differences(compare.Pages(text.At(0).Blocks(), text.Blocks())); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// do appends ops as a revision.
func do(t *testing.T, text *revision.Text, ops ...revision.Op) {
	t.Helper()
	r := revision.Revision{N: text.N() + 1, Author: revision.Author{Person: 1}, Ops: ops}
	if _, err := text.Append(r); err != nil {
		t.Fatal(err)
	}
}

func place(block, off int) bulletin.Place { return bulletin.Place{Block: block, Off: off} }
