package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSmallest(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"", "", ""},
		{"abc", "abc", ""},
		{"abc", "", "0-3:"},
		{"", "abc", "0-0:abc"},
		{"今天下雨", "今天下雪", "3-4:雪"},
		{"一二三四五", "一二五", "2-4:"},
		{"早晨的风很大", "早上的雨很大", "1-2:上 3-4:雨"},
		{"aaa", "aaaa", "3-3:a"},
	} {
		var got []string
		for _, p := range Smallest([]rune(c.old), []rune(c.new)) {
			got = append(got, fmt.Sprintf("%d-%d:%s", p.From, p.To, string(p.Text)))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q → %q: got %q, want %q", c.old, c.new, g, c.want)
		}
	}
}

// become applies pieces, and fails where they are out of order or touch.
func become(t interface{ Fatalf(string, ...any) }, old []rune, pieces []Piece) string {
	var out []rune
	at := -1
	for _, p := range pieces {
		if p.From <= at || p.To < p.From || p.To > len(old) {
			t.Fatalf("piece [%d, %d) behind %d in %d runes", p.From, p.To, at, len(old))
		}
		out = append(append(out, old[max(at, 0):p.From]...), p.Text...)
		at = p.To
	}
	return string(append(out, old[max(at, 0):]...))
}

// lines are random texts of sentences, some of which come from a common stock.
func lines(t *rapid.T) []rune {
	stock := []string{"渔船昨夜靠了岸。", "江水又涨了三尺。", "\n", "茶园里人声不断。", "他说：“走吧！”", "雨", "x1"}
	var b strings.Builder
	for range rapid.IntRange(0, 12).Draw(t, "") {
		b.WriteString(rapid.SampledFrom(stock).Draw(t, ""))
	}
	return []rune(b.String())
}

func TestPiecesMakeTheNewText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := lines(t), lines(t)
		for name, diff := range map[string]func(a, b []rune) []Piece{"smallest": Smallest, "words": Words, "sentences": (&search{work}).bySentence} {
			if name == "sentences" && (len(old) == 0 || len(new) == 0) {
				continue
			}
			if got := become(t, old, diff(old, new)); got != string(new) {
				t.Fatalf("%s: %q → %q becomes %q", name, string(old), string(new), got)
			}
		}
	})
}

// Small differences have as few edits as a table of all of them finds.
func TestSmallestIsTheSmallest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func() []rune {
			return rapid.SliceOfN(rapid.SampledFrom([]rune("的一是\n")), 0, 20).Draw(t, "")
		}
		old, new := text(), text()
		least := make([]int, len(new)+1) // of old[:i] to new[:j]
		for j := range least {
			least[j] = j
		}
		for i := range old {
			left, row := i+1, []int{i + 1}
			for j := range new {
				n := min(least[j+1], left) + 1
				if old[i] == new[j] {
					n = least[j]
				}
				row, left = append(row, n), n
			}
			least = row
		}
		n := 0
		for _, p := range Smallest(old, new) {
			n += p.To - p.From + len(p.Text)
		}
		if want := least[len(new)]; n != want {
			t.Fatalf("%q → %q by %d edits, want %d", string(old), string(new), n, want)
		}
		if got, ok := (&search{work}).edits(old, new); !ok || got != n {
			t.Fatalf("%q → %q: counted %d edits, %v, want %d", string(old), string(new), got, ok, n)
		}
	})
}

// han is n characters taken at random from the common ones.
func han(n int, seed uint64) []rune {
	random := rand.New(rand.NewPCG(seed, 1))
	text := make([]rune, n)
	for i := range text {
		text[i] = '一' + rune(random.IntN(3000))
	}
	return text
}

// What is pasted over another text replaces it whole.
func TestUnlikeTextsAreReplacedWhole(t *testing.T) {
	for _, n := range []int{100, 1000, 16000} {
		if got := len(Smallest(han(n, 1), han(n, 2))); got != 1 {
			t.Errorf("%d runes: %d pieces, want 1", n, got)
		}
	}
	prose := func(seed uint64) []rune { // every fourth character is one of a few, as in any two texts
		text := han(3000, seed)
		random := rand.New(rand.NewPCG(seed, 2))
		for i := 0; i < len(text); i += 4 {
			text[i+random.IntN(4)] = []rune("的了在是一不，。")[random.IntN(8)]
		}
		return text
	}
	if got := len(Smallest(prose(1), prose(2))); got > 3 {
		t.Errorf("prose: %d pieces, want at most 3", got)
	}
}

// Two texts of which one was corrected in many places keep all that was not corrected.
func TestManyCorrectionsStayApart(t *testing.T) {
	for _, c := range []struct{ runes, every int }{{16000, 40}, {200000, 50}} {
		old := han(c.runes, 3)
		for i := 30; i < len(old); i += 31 {
			old[i] = '。'
		}
		new := slices.Clone(old)
		n := 0
		for i := 5; i < len(new); i += c.every {
			if new[i] != '。' {
				new[i] = '订'
				n++
			}
		}
		pieces := Smallest(old, new)
		if len(pieces) != n {
			t.Errorf("%d runes: %d pieces, want %d", c.runes, len(pieces), n)
		}
		if become(t, old, pieces) != string(new) {
			t.Errorf("%d runes: not the new text", c.runes)
		}
	}
}

// What is searched is bounded by steps, whatever the texts are.
func TestWorkIsBounded(t *testing.T) {
	unlike := search{work}
	if n, ok := unlike.edits(han(16000, 1), han(16000, 2)); ok || work-unlike.left > most*most {
		t.Errorf("unlike texts: %d edits, %v, in %d steps", n, ok, work-unlike.left)
	}
	// Sentences that are shared, and between them 2,000 runes that are not.
	var old, new []rune
	for i := range 200 {
		same := append(append([]rune{'。'}, han(600, uint64(1000+i))...), '。')
		old = append(append(old, same...), han(2000, uint64(2000+i))...)
		new = append(append(new, same...), han(2000, uint64(3000+i))...)
	}
	s := search{work}
	if got := become(t, old, s.bySentence(old, new)); got != string(new) || s.left > 0 {
		t.Errorf("%d steps left of %d", s.left, work)
	}
}

// Whatever the texts are, the pieces lead from one to the other.
func FuzzSmallest(f *testing.F) {
	f.Add("江水涨了三尺。", "江水又涨了五尺！")
	f.Add(strings.Repeat("渔船靠岸。\n", 300), strings.Repeat("渔火。渔船靠了岸。\n", 290))
	f.Fuzz(func(t *testing.T, old, new string) {
		a, b := []rune(old), []rune(new)
		for _, diff := range []func(a, b []rune) []Piece{Smallest, Words} {
			if got := become(t, a, diff(a, b)); got != string(b) {
				t.Errorf("%q → %q becomes %q", old, new, got)
			}
		}
	})
}

// The time of a difference follows its edits, up to a bound, and the length of the texts only linearly:
// other texts pasted over, twice as long side by side, and a text with a few corrections.
func BenchmarkSmallest(b *testing.B) {
	for _, n := range []int{8000, 16000, 32000} {
		b.Run(fmt.Sprintf("unlike/runes=%d", n), func(b *testing.B) {
			x, y := han(n, 1), han(n, 2)
			for b.Loop() {
				Smallest(x, y)
			}
		})
	}
	for _, n := range []int{100_000, 200_000} {
		b.Run(fmt.Sprintf("corrected/runes=%d/pieces=50", n), func(b *testing.B) {
			x := han(n, 1)
			y := slices.Clone(x)
			for i := range 50 {
				y[i*n/50] = '订'
			}
			for b.Loop() {
				Smallest(x, y)
			}
		})
	}
}
