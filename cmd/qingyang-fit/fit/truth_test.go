package fit

import (
	"testing"

	"qingyang/app/clean/read"
)

// A line of two characters is what the truth has of it, though two characters stand in many places.
func TestShortLines(t *testing.T) {
	raw := "渡船早班今起提前半点\n□林川\n　　渡船公司今天起把早班提前半点，上学的孩子不必再等。\n夜校\n林川\n　　夜校的课一周两次，林川老师说，来的人比去年多。\n第三版\n"
	want := `{"articles": [
		{"headline": "渡船早班今起提前半点", "byline": "林川", "paragraphs": ["渡船公司今天起把早班提前半点，上学的孩子不必再等。"]},
		{"headline": "夜校", "byline": "林川", "paragraphs": ["夜校的课一周两次，林川老师说，来的人比去年多。"]}], "furniture": ["第三版"]}`
	p, err := parse("short", []byte(raw), []byte(want), nil)
	if err != nil {
		t.Fatal(err)
	}
	roles := []read.Role{read.Headline, read.Byline, read.Para, read.Headline, read.Byline, read.Para, read.Furniture}
	articles := []int{0, 0, 0, 1, 1, 1, -1}
	if len(p.roles) != len(roles) {
		t.Fatalf("%d lines, want %d", len(p.roles), len(roles))
	}
	for i, r := range p.roles {
		if r != roles[i] || len(p.pieces[i]) != 1 || p.blocks[p.pieces[i][0].Block].article != articles[i] {
			t.Errorf("line %d is role %v of %v, want %v of article %d", i, r, p.pieces[i], roles[i], articles[i])
		}
	}
}
