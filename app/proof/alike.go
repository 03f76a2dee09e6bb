// Package proof knows what may still be wrong in a text, and what may be right in its place: a table of
// checks, each a page and its account in, findings out; and which characters look or sound like which.
//
// Everything is a pure function; reasons are codes and values, wording and session word them. Start reading
// at Findings, or Choices.
package proof

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"qingyang/app/lexicon"
)

// The tables are made by the test of this package (go test ./app/proof -update): shapes from the
// embedded font, sounds from pinyin-data. NOTICE names them.
var (
	//go:embed shapes.txt
	shapesText string
	//go:embed sounds.txt
	soundsText string
)

// tables are read once, when somebody first asks: 7,000 characters.
type tables struct {
	shapes    map[rune][]rune   // the most alike first
	sounds    map[string][]rune // by syllable without tone
	syllables map[rune][]string // of a character, the usual one first
	common    map[rune]bool     // level 1 of GB 2312
}

var read = sync.OnceValue(func() tables {
	t := tables{map[rune][]rune{}, map[string][]rune{}, map[rune][]string{}, map[rune]bool{}}
	for _, line := range strings.Split(strings.TrimSpace(shapesText), "\n") {
		r := []rune(line)
		t.shapes[r[0]] = r[2:]
	}
	for line := range strings.Lines(soundsText) {
		syllable, chars, _ := strings.Cut(strings.TrimSpace(line), " ")
		usual, other, _ := strings.Cut(chars, "|")
		common, rare, _ := strings.Cut(usual, "/")
		for _, r := range common {
			t.common[r] = true
		}
		for _, r := range common + rare {
			t.syllables[r] = slices.Insert(t.syllables[r], 0, syllable)
		}
		for _, r := range other {
			t.syllables[r] = append(t.syllables[r], syllable)
		}
		t.sounds[syllable] = []rune(common + rare + other)
	}
	return t
})

// Why says why a character is among the choices.
type Why uint8

// The reasons of a choice.
const (
	Shape Why = iota // it looks like the one that stands there
	Sound            // it sounds like it
	Typed            // its syllable was typed
)

// Choice is a character that may be meant.
type Choice struct {
	Rune rune
	Why  Why
}

// Choices are the characters that may be meant where text[at] stands, the likeliest first: those that
// look or sound like it, by how often the page and the words of the language have them beside the same
// neighbours, then by how common they are. seen counts pairs of neighbouring characters of accepted
// text (Pairs); it may be nil.
func Choices(text []rune, at int, seen map[[2]rune]int) []Choice {
	if at < 0 || at >= len(text) {
		return nil
	}
	t := read()
	own := text[at]
	var shapes, sounds []Choice
	done := map[rune]bool{own: true}
	for _, r := range slices.Concat(signs[own], t.shapes[own]) {
		if !done[r] {
			done[r] = true
			shapes = append(shapes, Choice{r, Shape})
		}
	}
	for _, s := range t.syllables[own] {
		for _, near := range alikeSyllables(s) {
			for _, r := range t.sounds[near] {
				if !done[r] {
					done[r] = true
					sounds = append(sounds, Choice{r, Sound})
				}
			}
		}
	}
	all := append(shapes, sounds...)
	byFit(all, text, at, seen, nil)
	return all
}

// ByPinyin are the characters of a syllable without tone, in the order in which they fit where text[at]
// stands; those that are usually read so, and common ones and surnames, come first. None for what is no syllable.
func ByPinyin(syllable string, text []rune, at int, seen map[[2]rune]int) []Choice {
	t, typed := read(), plainSyllable(syllable)
	var all []Choice
	for _, r := range t.sounds[typed] {
		all = append(all, Choice{r, Typed})
	}
	byFit(all, text, at, seen, func(r rune) int {
		score := int(2 * lexicon.Commonness(r))
		if t.syllables[r][0] == typed {
			score += 20
		}
		if lexicon.Surname([]rune{r}) > 0 { // names are what editors look characters up for
			score += 6
		}
		return score
	})
	return all
}

// plainSyllable is a syllable as the table has it.
func plainSyllable(typed string) string {
	return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(typed)), "ü", "v")
}

// byFit sorts choices by how well they stand where text[at] does: a pair with a neighbour that the
// page has, or that stands in words, says most; then how common a character is, then its shape;
// more, which may be nil, adds what else speaks for a character.
func byFit(all []Choice, text []rune, at int, seen map[[2]rune]int, more func(rune) int) {
	t := read()
	pair := func(x, y rune) int { return 12*min(seen[[2]rune{x, y}], 4) + 5*lexicon.Level(x, y) }
	ranks := make(map[rune]int, len(all))
	for _, c := range all {
		score := 0
		if at > 0 && at <= len(text) {
			score += pair(text[at-1], c.Rune)
		}
		if at+1 < len(text) {
			score += pair(c.Rune, text[at+1])
		}
		if t.common[c.Rune] {
			score += 4
		}
		if c.Why == Shape {
			score += 12
		}
		if more != nil {
			score += more(c.Rune)
		}
		ranks[c.Rune] = score
	}
	slices.SortStableFunc(all, func(a, b Choice) int { return ranks[b.Rune] - ranks[a.Rune] })
}

// alikeSyllables are a syllable and those that many speakers do not tell from it: zh/z, ch/c, sh/s,
// n/l, -n/-ng.
func alikeSyllables(s string) []string {
	all := []string{s}
	add := func(from, to string) {
		if rest, ok := strings.CutPrefix(s, from); ok {
			all = append(all, to+rest)
		}
	}
	switch {
	case strings.HasPrefix(s, "zh"):
		add("zh", "z")
	case strings.HasPrefix(s, "ch"):
		add("ch", "c")
	case strings.HasPrefix(s, "sh"):
		add("sh", "s")
	default:
		add("z", "zh")
		add("c", "ch")
		add("s", "sh")
		add("n", "l")
		add("l", "n")
	}
	if rest, ok := strings.CutSuffix(s, "ng"); ok {
		all = append(all, rest+"n")
	} else if strings.HasSuffix(s, "n") {
		all = append(all, s+"g")
	}
	return all
}

// signs are what recognition takes for marks and digits, and the other way round (N2, N3, P17).
var signs = map[rune][]rune{
	'l': {'1'}, 'I': {'1'}, '|': {'1', '丨'}, 'O': {'0', '〇'}, 'o': {'。', '0', '〇'}, '0': {'。', 'O', '〇'}, '〇': {'○', '。', '0'},
	'丶': {'、'}, '\\': {'、'}, '∶': {'：'}, ':': {'：'}, '\'': {'，', '‘'}, ',': {'，'}, '.': {'。', '·'}, '一': {'—'}, '—': {'一'}, '口': {'□'}, '□': {'口'},
}

// Pairs counts the pairs of neighbouring characters of a text into seen, which it makes if it is nil.
func Pairs(text []rune, seen map[[2]rune]int) map[[2]rune]int {
	if seen == nil {
		seen = map[[2]rune]int{}
	}
	for i := 1; i < len(text); i++ {
		seen[[2]rune{text[i-1], text[i]}]++
	}
	return seen
}
