package proof

import (
	"cmp"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/proof/chars"
	"qingyang/app/rule"
	"qingyang/app/script"
	"qingyang/app/source"
)

// Page is what the checks look at: a page as it stands, and what is known of how it came to be.
type Page struct {
	Blocks  []bulletin.Block  // all of them, empty ones too, in shown order
	Account *bulletin.Account // of its draft
	Damage  []source.Damage   // of its raw text
	Glyphs  []source.Glyph    // of its raw text, by rune: how unsure who read them was; nil where nothing is known
	// Decided says whether a person has touched a break of the raw page: then nothing about it is
	// uncertain any more.
	Decided func(brk bulletin.ID) bool
	// Strict is how sure a wrong character must be; the zero value is the usual strictness.
	Strict Strictness
	House  *House // what the publication knows and has decided; nil for nothing
	// Memory is what was found on the page when it was looked at before; nil where it is looked at once.
	Memory *Memory

	texts       []published
	traditional bool            // texts are in traditional characters, whose words no check knows
	alive       []bulletin.Span // raw characters that live, ascending
}

// Strictness is how sure a wrong character must be.
type Strictness = chars.Strictness

// The strictnesses; see package chars for what was measured.
const (
	Usual  = chars.Usual
	Quiet  = chars.Quiet
	Strict = chars.Strict
)

// Check is one way to find what may be wrong.
type Check struct {
	ID   string                                      // as Finding.Check has it
	Find func(p *Page, found func(bulletin.Finding)) // calls found for every place, in any order
}

// Checks are all checks. Of findings at one place the first check's stands first.
var Checks = []Check{
	{Junction, junctions},
	{Tray, tray},
	{Taught, taught},
	{Register, registers},
	{Rule, rules},
	{Wrong, wrong},
	{Word, english},
	{Flag, flags},
	{Headless, headless},
	{Character, characters},
	{Damage, damage},
}

// The ids of the checks. Libraries keep them, with what was let stand.
const (
	Junction  = "junction"  // lines that cleaning was not sure to join, or to part
	Tray      = "tray"      // a block that belongs to no article
	Second    = "second"    // another reading of the page has other characters; made by comparing, by no check of a page alone
	Taught    = "taught"    // what an editor corrected before stands there again
	Register  = "register"  // what is not as the registers of the house have it
	Rule      = "rule"      // what a rule of class S or F suggests
	Wrong     = "wrong"     // a character where another is likelier
	Word      = "word"      // a word of English text that recognition spoilt, or that stands twice
	Flag      = "flag"      // what a rule of class F flags, or a fact that does not fit another: the editor decides, nothing is suggested
	Headless  = "headless"  // an article without a headline
	Character = "character" // a character of the layout program's own, without Unicode
	Damage    = "damage"    // bytes that could not be read
)

// Findings are what all checks find on a page, check by check. The cost is linear in the text: about 15
// milliseconds for 1,000 characters that were not looked at before; with a Memory, in the text that is new to it.
// The first call loads the data of package chars, half a second. Never to be called on the window's goroutine.
func Findings(p Page) []bulletin.Finding {
	if p.Memory == nil {
		p.Memory = &Memory{}
	}
	p.Memory.mu.Lock()
	defer p.Memory.mu.Unlock()
	p.Memory.turn()
	p.House.ready()
	p.live()
	var all []bulletin.Finding
	shielded := p.shields()
	for _, c := range Checks {
		if p.House.off(c.ID) {
			continue
		}
		c.Find(&p, func(f bulletin.Finding) {
			if f.Check = c.ID; !shielded(f) {
				all = append(all, f)
			}
		})
	}
	return all
}

// live notes which raw characters live.
func (p *Page) live() {
	for _, b := range p.Blocks {
		for _, s := range append(b.Spans[:len(b.Spans):len(b.Spans)], bulletin.One(b.Break)) {
			if s.Origin == 0 {
				p.alive = append(p.alive, s)
			}
		}
	}
	slices.SortFunc(p.alive, func(a, b bulletin.Span) int { return cmp.Compare(a.From, b.From) })
}

// lives says whether a raw character lives.
func (p *Page) lives(id bulletin.ID) bool {
	n, _ := slices.BinarySearchFunc(p.alive, id.Index+1, func(s bulletin.Span, at int32) int { return cmp.Compare(s.From, at) })
	return n > 0 && p.alive[n-1].Has(id)
}

// idAt is the identity of the character at a rune offset of a block; at its end it is the break.
func idAt(b bulletin.Block, off int) bulletin.ID {
	for _, s := range b.Spans {
		if off < s.Len() {
			return s.At(off)
		}
		off -= s.Len()
	}
	return b.Break
}

// published is a block that is published, not furniture and no credit (which has forms of its own), with what
// the rules suggest for it.
type published struct {
	block     bulletin.Block
	runes     []rune
	suggested []rule.Suggestion
}

// published are the blocks that are published, in shown order.
func (p *Page) published() []published {
	if p.texts == nil {
		var whole []rune
		for _, b := range p.Blocks {
			if b.Kind != bulletin.Furniture && b.Kind != bulletin.Byline && b.Text != "" {
				text := []rune(b.Text)
				p.texts = append(p.texts, published{b, text, p.Memory.suggestions(b.Text, text)})
				whole = append(whole, text...)
			}
		}
		if p.traditional = script.IsTraditional(whole); p.traditional {
			p.forgetWords()
		}
	}
	return p.texts
}

// forgetWords drops what the rules suggest for characters and words.
func (p *Page) forgetWords() {
	for i := range p.texts {
		t := &p.texts[i]
		t.suggested = slices.DeleteFunc(slices.Clone(t.suggested), func(x rule.Suggestion) bool { return strings.HasPrefix(x.Rule, "C") })
	}
}

// suggestion is what a rule says of the runes [from, to).
func (t *published) suggestion(x rule.Suggestion, from, to int) bulletin.Finding {
	return bulletin.Finding{Rule: x.Rule, At: idAt(t.block, from), Old: string(t.runes[from:to]), New: x.New}
}
