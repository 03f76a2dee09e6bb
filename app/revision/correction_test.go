package revision

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

func TestCorrections(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  string
		edit func(*Text) []Op
		want string
	}{
		{"two lines joined", "山里的\n雾散了", func(t *Text) []Op { return t.join(1, "") }, `join "⏎"→"" at 3`},
		{"with a space", "the\ntide", func(t *Text) []Op { return t.join(1, " ") }, `join "⏎"→" " at 3`},
		{"over a blank line: one correction", "山里\n\n雾散", func(t *Text) []Op { return t.replaceRange(place(0, 2), place(2, 0), "") }, `join "⏎⏎"→"" at 2`},
		{"deleted one by one: still one", "山里\n\n雾散", func(t *Text) []Op {
			return []Op{{Kind: Delete, Spans: []bulletin.Span{raw(2, 3)}}, {Kind: Delete, Spans: []bulletin.Span{raw(3, 4)}}}
		}, `join "⏎⏎"→"" at 2`},
		{"deleted by two operations: once in the list", "雨停停了", func(t *Text) []Op {
			return []Op{{Kind: Delete, Spans: []bulletin.Span{raw(1, 3)}}, {Kind: Delete, Spans: []bulletin.Span{raw(2, 3)}}}
		}, `deletion "停停"→"" at 1`},
		{"a hyphen goes with the break", "har-\nbour", func(t *Text) []Op { return t.replaceRange(place(0, 3), place(1, 0), "") }, `join "-⏎"→"" at 3`},
		{"split", "晴转多云", func(t *Text) []Op { return t.split(0, 2) }, `split ""→"⏎" at 1`},
		{"space", "第 3次", func(t *Text) []Op { return t.replace(0, 1, 2, "") }, `space " "→"" at 1`},
		{"space of another sort", "甲　乙", func(t *Text) []Op { return t.replace(0, 1, 2, " ") }, `space "　"→" " at 1`},
		{"width of a comma", "风,雨", func(t *Text) []Op { return t.replace(0, 1, 2, "，") }, `width ","→"，" at 1`},
		{"width of digits", "在１２时", func(t *Text) []Op { return t.replace(0, 1, 3, "12") }, `width "１２"→"12" at 1`},
		{"a stop is another mark, not a wider one", "雨停.", func(t *Text) []Op { return t.replace(0, 2, 3, "。") }, `punctuation "."→"。" at 2`},
		{"a mark comes", "雨停", func(t *Text) []Op { return t.replace(0, 2, 2, "。") }, `punctuation ""→"。" at 1`},
		{"a character", "湖边的柳村", func(t *Text) []Op { return t.replace(0, 4, 5, "树") }, `character "村"→"树" at 4`},
		{"two places are two corrections", "湖力的柳村", func(t *Text) []Op { return t.replace(0, 0, 5, "湖边的柳树") }, `character "力"→"边" at 1; character "村"→"树" at 4`},
		{"a number", "共35人", func(t *Text) []Op { return t.replace(0, 1, 3, "53") }, `number "3"→"" at 1; number ""→"3" at 2`},
		{"a letter for a digit", "2O人", func(t *Text) []Op { return t.replace(0, 1, 2, "0") }, `number "O"→"0" at 1`},
		{"insertion", "湖的柳树", func(t *Text) []Op { return t.replace(0, 1, 1, "边") }, `insertion ""→"边" at 0`},
		{"deletion", "湖边边的", func(t *Text) []Op { return t.replace(0, 2, 3, "") }, `deletion "边"→"" at 2`},
		{"mark", "柳树\n河", func(t *Text) []Op { return t.setKind([]int{0}, bulletin.Headline, bulletin.None) }, `mark "line"→"headline" at 2`},
		{"move", "甲\n乙\n丙\n", func(t *Text) []Op { return t.moveBlocks([]int{2}, 0) }, `move "丙⏎"→"丙⏎" at 4`},
		{"the last block moves in one line", "甲\n乙\n丙", func(t *Text) []Op { return t.moveBlocks([]int{2}, 0) }, `move "丙⏎"→"丙⏎" at 4`},
		{"and something behind the last", "甲\n乙\n丙", func(t *Text) []Op { return t.moveBlocks([]int{0}, 3) }, `move "甲⏎"→"甲⏎" at 0`},
		{"a revert makes none", "甲", func(t *Text) []Op { return []Op{{Kind: Revert, Of: 1}} }, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := New([]rune(c.raw))
			do(t, text, Op{Kind: Mark, At: text.letters.end(), Block: bulletin.Byline, Article: bulletin.None})
			do(t, text, c.edit(text)...)
			if got := list(text.told(2)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			used := map[int]bool{}
			for _, c := range text.told(2) {
				for _, op := range c.Ops {
					used[op] = true
				}
			}
			if text.op(OpRef{2, 0}).Kind != Revert && len(used) != len(text.All(2)) {
				t.Errorf("corrections hold %d operations of %d", len(used), len(text.All(2)))
			}
		})
	}
}

// told is what one revision changed.
func (t *Text) told(rev int) []Correction {
	return t.counted(describer{t.At(rev), rev}.corrections())
}

func list(all []Correction) string {
	var out []string
	for _, c := range all {
		out = append(out, strings.ReplaceAll(fmt.Sprintf("%v “%s”→“%s” at %d", c.Kind, c.Before, c.After, c.Place), "\n", "⏎"))
	}
	return strings.NewReplacer("“", `"`, "”", `"`).Replace(strings.Join(out, "; "))
}

// A Mark that only keeps the kind goes with the join or split; one that says something has a line.
func TestMarksThatGoWithOthers(t *testing.T) {
	text := New([]rune("柳树\n河边\n桥"))
	do(t, text, text.setKind([]int{0}, bulletin.Headline, bulletin.None)...)
	do(t, text, text.join(1, "")...)
	if got := list(text.told(2)); got != `join "⏎"→"" at 2` {
		t.Error(got)
	}
	do(t, text, text.split(0, 1)...)
	if got := list(text.told(3)); got != `split ""→"⏎" at 0` {
		t.Error(got)
	}
	ops := text.split(0, 1)
	for i := range ops {
		if ops[i].Kind == Mark {
			ops[i].Block = bulletin.Kicker
		}
	}
	do(t, text, ops...)
	if got := list(text.told(4)); got != `split ""→"⏎" at 0; mark "headline"→"kicker" at 0` {
		t.Error(got)
	}
}

// A Move that only keeps in place what would travel goes with the Move that it serves.
func TestMovesThatServeOthers(t *testing.T) {
	text := New([]rune("甲\n乙\n丙\n"))
	do(t, text, text.replace(1, 0, 0, "新")...)
	do(t, text, text.replace(1, 1, 1, "的")...)
	do(t, text, text.moveBlocks([]int{0}, 3)...)
	if got := list(text.told(3)); got != `move "甲⏎"→"甲⏎" at 0` || len(text.All(3)) < 3 {
		t.Errorf("%s by %d operations", got, len(text.All(3)))
	}
	var refs []OpRef
	for _, op := range text.told(3)[0].Ops {
		refs = append(refs, OpRef{3, op})
	}
	do(t, text, text.TakeBack(refs...)...)
	want(t, text, "甲/新的乙/丙")
}

func TestCorrectionKnowsItsPlace(t *testing.T) {
	text := New([]rune("一二三四五六七八九十甲,乙丙丁\n戊"))
	do(t, text, text.replace(0, 11, 12, "，")...)
	c := text.told(1)[0]
	if c.Left != "四五六七八九十甲" || c.Right != "乙丙丁" || c.Place != 11 || !c.Counts {
		t.Errorf("%+v", c)
	}
	if i, off, live := text.BlockOf(c.At); i != 0 || off != 11 || !live {
		t.Errorf("stands at %d, %d, %v", i, off, live)
	}
	do(t, text, Op{Kind: Revert, Of: 1})
	if c := text.told(1)[0]; c.Counts || c.Before != "," || c.After != "，" {
		t.Errorf("taken back: %+v", c)
	}
}

// Taking back one correction of a revision leaves the others.
func TestOneCorrectionIsTakenBack(t *testing.T) {
	text := New([]rune("湖力的柳村"))
	do(t, text, text.replace(0, 0, 5, "湖边的柳树")...)
	c := text.told(1)[1]
	var refs []OpRef
	for _, op := range c.Ops {
		refs = append(refs, OpRef{c.Rev, op})
	}
	do(t, text, text.TakeBack(refs...)...)
	want(t, text, "湖边的柳村")
	if all := text.told(1); !all[0].Counts || all[1].Counts {
		t.Errorf("%+v", all)
	}
}

// Every operation that is no Revert is in exactly one correction, and History is Corrections.
func TestEveryOperationIsListed(t *testing.T) {
	property(t, func(t *rapid.T) {
		text := randomText(t, 5)
		n := 0
		for r, all := range text.Singly() {
			rev := r.To
			if n++; rev != n || r.From != n {
				t.Fatalf("revision %d after %d", rev, n-1)
			}
			if one := text.told(rev); fmt.Sprint(one) != fmt.Sprint(all) {
				t.Fatalf("revision %d\n %+v\n %+v\n%s", rev, one, all, show(text))
			}
			var used []int
			for _, c := range all {
				used = append(used, c.Ops...)
			}
			slices.Sort(used)
			for i, op := range text.log[rev-1].Ops {
				gone := op.Kind == Revert || op.Kind == Insert || op.Kind == Delete && own(op.Spans, rev)
				if k, ok := slices.BinarySearch(used, i); !ok && !gone || ok && k+1 < len(used) && used[k+1] == i && op.Kind != Insert && op.Kind != Delete {
					t.Fatalf("operation %d.%d: %v\n%+v\n%s", rev, i, used, all, show(text))
				}
			}
		}
		if n != text.N() {
			t.Fatalf("%d revisions of %d", n, text.N())
		}
	})
}

// own says whether a revision deleted only what it typed itself.
func own(spans []bulletin.Span, rev int) bool {
	return !slices.ContainsFunc(spans, func(s bulletin.Span) bool { return int(s.Origin) != rev })
}
