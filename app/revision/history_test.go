package revision

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
)

// Ten thousand histories a property, always the same ones.
func TestMain(m *testing.M) {
	flag.Parse()
	checks := "10000"
	if testing.Short() {
		checks = "500"
	}
	set := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { set[f.Name] = true })
	for name, value := range map[string]string{"rapid.checks": checks, "rapid.seed": "20", "rapid.nofailfile": "true"} {
		if !set[name] {
			if err := flag.Set(name, value); err != nil {
				panic(err)
			}
		}
	}
	os.Exit(m.Run())
}

// property runs a check on many random histories.
func property(t *testing.T, check func(*rapid.T)) {
	t.Helper()
	rapid.Check(t, check)
}

// times runs a check that takes long n times.
func times(t *testing.T, n int, check func(*rapid.T)) {
	t.Helper()
	checks := flag.Lookup("rapid.checks").Value
	defer func(was string) {
		if err := checks.Set(was); err != nil {
			t.Fatal(err)
		}
	}(checks.String())
	if err := checks.Set(strconv.Itoa(n)); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, check)
}

// small makes the parts of texts small, so that small texts have many of them, and gives back how to undo it.
func small(t *rapid.T) func() {
	c, b, p, m := chunkMax, branchMax, pageMax, moments
	chunkMax, branchMax, pageMax, moments = oneOf(t, 2, 3, 5, c), oneOf(t, 2, 3, b), oneOf(t, 2, 3, p), oneOf(t, 1, 2, m)
	return func() { chunkMax, branchMax, pageMax, moments = c, b, p, m }
}

// pick is a number from 0 to n-1.
func pick(t *rapid.T, n int) int {
	if n == 1 {
		return 0
	}
	return rapid.IntRange(0, n-1).Draw(t, "")
}

func oneOf[T any](t *rapid.T, list ...T) T { return list[pick(t, len(list))] }

// randomRaw is a small raw page with every sort of line break.
func randomRaw(t *rapid.T) []rune {
	text := make([]rune, 0, 12)
	for range pick(t, 10) {
		text = append(text, oneOf(t, []rune("a"), []rune("b"), []rune("雪"), []rune("\n"), []rune("\r\n"), []rune("\f"))...)
	}
	return text
}

// randomText is a text after a random history; every revision is the group of its own.
func randomText(t *rapid.T, revisions int) *Text {
	text := New(randomRaw(t))
	for range pick(t, revisions+1) {
		step(t, text, randomOps(t, text))
	}
	return text
}

// step appends a revision if it fits. It must not fit only where the model says that it moves text
// into itself.
func step(t *rapid.T, text *Text, ops []Op) (Changed, bool) {
	t.Helper()
	r := Revision{N: text.N() + 1, Author: Author{Person: int64(1 + pick(t, 2))}, Ops: ops}
	c, err := text.Append(r)
	m := modelOf(text.letters.raw, append(text.Log(), r)[:r.N], nil)
	stuck := slices.ContainsFunc(m.stuck, func(o OpRef) bool { return o.Rev == r.N })
	if stuck != (err != nil) {
		t.Fatalf("refused: %v, moves into its own range: %v\n%+v\n%s", err, stuck, ops, show(text))
	}
	return c, err == nil
}

// randomOps are one to three operations that pass the check of their identities.
func randomOps(t *rapid.T, text *Text) []Op {
	m := modelOf(text.letters.raw, text.Log(), nil)
	own := bulletin.ID{Origin: int32(text.N() + 1)}
	seq := slices.Clone(m.seq[:0])
	for _, id := range m.seq {
		if id != text.letters.end() {
			seq = append(seq, id)
		}
	}
	isBreak := func(id bulletin.ID) bool {
		return m.isBreak(id) || id.Origin == own.Origin && m.rune[id] == '\n'
	}
	var ops []Op
	for range 1 + pick(t, 3) {
		switch kind := pick(t, 8); {
		case kind < 2 || len(seq) == 0:
			op := Op{Kind: Insert, At: anchorIn(t, seq)}
			for range 1 + pick(t, 3) {
				r := oneOf(t, 'x', 'y', '风', '\n')
				op.Text += string(r)
				m.rune[own] = r
				seq = append(seq, own)
				own.Index++
			}
			ops = append(ops, op)
		case kind == 2 || kind == 3:
			ops = append(ops, Op{Kind: Delete, Spans: someOf(t, seq)})
		case kind == 4:
			breaks := []bulletin.ID{text.letters.end()}
			for _, id := range seq {
				if isBreak(id) {
					breaks = append(breaks, id)
				}
			}
			ops = append(ops, Op{
				Kind: Mark, At: oneOf(t, breaks...), Block: bulletin.Kind(pick(t, kinds)),
				Article: oneOf(t, bulletin.None, oneOf(t, breaks...)),
			})
		case kind == 5:
			spans := someOf(t, seq)
			var rest []bulletin.ID
			for _, id := range seq {
				if !holds(spans, id) {
					rest = append(rest, id)
				}
			}
			ops = append(ops, Op{Kind: Move, At: anchorIn(t, rest), Spans: spans})
		case text.N() > 0:
			op := Op{Kind: Revert, Of: 1 + pick(t, text.N())}
			if all := len(text.log[op.Of-1].Ops); pick(t, 3) > 0 {
				op.Ops = []int{pick(t, all)}
				if second := pick(t, all); second != op.Ops[0] {
					op.Ops = append(op.Ops, second)
				}
			}
			ops = append(ops, op)
		}
	}
	if len(ops) == 0 {
		return []Op{{Kind: Insert, At: bulletin.Start, Text: "x"}}
	}
	return ops
}

func anchorIn(t *rapid.T, seq []bulletin.ID) bulletin.ID {
	if i := pick(t, len(seq)+1); i > 0 {
		return seq[i-1]
	}
	return bulletin.Start
}

// holds says whether spans name an identity.
func holds(spans []bulletin.Span, id bulletin.ID) bool {
	return slices.ContainsFunc(spans, func(s bulletin.Span) bool { return s.Has(id) })
}

// someOf is a stretch of the text, or characters from anywhere.
func someOf(t *rapid.T, seq []bulletin.ID) []bulletin.Span {
	var spans []bulletin.Span
	if pick(t, 3) > 0 {
		from := pick(t, len(seq))
		for _, id := range seq[from:min(len(seq), from+1+pick(t, 4))] {
			spans = bulletin.AppendID(spans, id)
		}
		return spans
	}
	for range 1 + pick(t, 3) {
		if id := seq[pick(t, len(seq))]; !holds(spans, id) {
			spans = bulletin.AppendID(spans, id)
		}
	}
	return spans
}

// reads is what a reader of the text sees, without identities.
func reads(t *Text) string {
	s := ""
	for _, b := range t.Blocks() {
		article := -1
		for i, c := range t.Blocks() {
			if c.Article == b.Article && b.Article != bulletin.None {
				article = i
				break
			}
		}
		s += fmt.Sprintf("%q %v %d\n", b.Text, b.Kind, article)
	}
	return s
}

func show(t *Text) string {
	s := fmt.Sprintf("raw %q\n", string(t.letters.raw))
	for _, r := range t.Log() {
		s += fmt.Sprintf("%d %+v\n", r.N, r.Ops)
	}
	return s
}
