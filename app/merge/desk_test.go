package merge_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/export"
	"qingyang/app/merge"
	"qingyang/app/revision"
	"qingyang/app/source"
)

// twoStories are a page of two articles, one with a dateline that runs in.
const twoStories = "夜航首日\n\n　　本报讯 昨天下午，镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。\n" +
	"　　老船工说，岸上的人越来越少，船上的人越来越多，大家都望着对岸。\n　　（记者 林渡）\n\n\n" +
	"渡口夜校开课\n\n　　夜校今晚在码头仓库开课，来的多是船工，他们白天撑船，晚上认字。\n　　老师说，三个月后人人都能读报写信。仓库的灯一直亮到深夜。\n"

// desk is a page that somebody works on.
type desk struct {
	*testing.T
	text *revision.Text
}

// withText is a page of a text as cleaning left it.
func withText(t *testing.T, text string) *desk {
	t.Helper()
	raws, err := source.Read(t.Context(), []byte(text), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	page, err := revision.Load(raws[0].Text, clean.Draft(raws[0], clean.Profile{}).Revisions)
	if err != nil {
		t.Fatal(err)
	}
	return &desk{t, page}
}

// do is a revision by hand, and gives its number.
func (d *desk) do(note string, ops []revision.Op) int {
	d.Helper()
	if len(ops) == 0 {
		return 0
	}
	if _, err := d.text.Append(revision.Revision{N: d.text.N() + 1, Author: revision.Author{Person: 1}, Note: note, Ops: ops}); err != nil {
		d.Fatal(err)
	}
	return d.text.N()
}

// replace puts words in place of the first ones like them.
func (d *desk) replace(old, new string) {
	d.Helper()
	o := d.text.Order()
	for b := range o.Blocks() {
		runes, _ := o.Block(b)
		if i := strings.Index(string(runes), old); i >= 0 {
			from := bulletin.Place{Block: b, Off: utf8.RuneCountInString(string(runes)[:i])}
			d.do("", o.Replace(from, bulletin.Place{Block: b, Off: from.Off + utf8.RuneCountInString(old)}, new))
			return
		}
	}
	d.Fatalf("%q does not stand in\n%s", old, d.reads())
}

// takeIn takes over places as one revision, and says at how many.
func (d *desk) takeIn(all []merge.Place) (n, rev int) {
	d.Helper()
	ops, n := merge.Ops(d.text, d.text.Order(), all)
	return n, d.do(merge.Note(merge.AsCorrected, "改.docx"), ops)
}

// reads is what the page reads, a line a block.
func (d *desk) reads() string {
	var b strings.Builder
	o := d.text.Order()
	for i := range o.Blocks() {
		r, h := o.Block(i)
		b.WriteString(h.Kind.String() + ":" + string(r) + "\n")
	}
	return b.String()
}

// exported is the page as a text file.
func (d *desk) exported() string {
	d.Helper()
	var b strings.Builder
	format, _ := export.ByID("txt")
	for _, a := range d.text.Page().Articles {
		if _, err := (export.Story{Article: a}).Write(&b, export.Options{Format: format}); err != nil {
			d.Fatal(err)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// against holds a text against the page.
func (d *desk) against(hold func(context.Context, *revision.Text, *revision.Order, []rune) (merge.Found, error), text string) merge.Found {
	d.Helper()
	f, err := hold(d.Context(), d.text, d.text.Order(), []rune(text))
	if err != nil {
		d.Fatal(err)
	}
	return f
}

// differs are the places of what was found: "杜→社", those that clash in brackets behind what stood there before.
func differs(f merge.Found) string {
	var got []string
	for _, x := range f.Places {
		if one := x.Old + "→" + x.New; x.Clash {
			got = append(got, "["+x.Base+":"+one+"]")
		} else {
			got = append(got, one)
		}
	}
	return strings.ReplaceAll(strings.Join(got, " "), "\n", "⏎")
}
