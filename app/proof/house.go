package proof

import (
	"slices"
	"strings"
	"sync"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
)

// House is what the publication of a page knows and has decided about its words. A nil House knows nothing; one
// that was given to Findings must not change any more, and any number of pages share it. Checkers ask it, they do
// not fill it.
type House struct {
	Issue    time.Time       // the day of the page's issue, UTC; zero where only the page's own date line says
	English  English         // which spelling English text has
	Off      map[string]bool // checks that are switched off, by their ids
	Register *register.Register
	Learned  *learned.List
	Rejected map[string]bool // "己经→已经": rejected so often that it is suggested no more
	Right    []string        // what stands as it is wherever it stands: words and names that were let stand

	once  sync.Once
	right map[rune][][]rune // of Right by their first characters, but for single characters
}

// English is a spelling of English.
type English uint8

// The spellings.
const (
	AnyEnglish English = iota // both are right
	British
	American
)

// ready makes ready what is asked of every page, once; any goroutine may ask for it.
func (h *House) ready() {
	if h == nil {
		return
	}
	h.once.Do(func() {
		h.right = make(map[rune][][]rune, len(h.Right))
		for _, w := range h.Right {
			if r := []rune(w); len(r) > 1 {
				h.right[r[0]] = append(h.right[r[0]], r)
			}
		}
	})
}

// Refuses says whether putting after in place of before was rejected too often to be suggested again.
func (h *House) Refuses(before, after string) bool { return h != nil && h.Rejected[before+"→"+after] }

// off says whether a check is switched off.
func (h *House) off(check string) bool { return h != nil && h.Off[check] }

// registers are the places that are not as the registers of the house have them (C4, C5, W1, W2).
func registers(p *Page, found func(bulletin.Finding)) {
	if p.House == nil || p.House.Register.Len() == 0 {
		return
	}
	for _, t := range p.published() {
		for _, x := range p.Memory.ofRegister(p.House, t) {
			found(bulletin.Finding{Rule: string(x.What), At: idAt(t.block, x.From), Old: string(t.runes[x.From:x.To]), New: x.New, Note: x.note()})
		}
	}
}

// taught are the places where what an editor corrected before stands again (X1).
func taught(p *Page, found func(bulletin.Finding)) {
	if p.House == nil {
		return
	}
	for _, t := range p.published() {
		for _, x := range p.House.Learned.Find(t.runes) {
			f := bulletin.Finding{Rule: "X1", At: idAt(t.block, x.From), Old: x.Pair.Before, New: x.Pair.After, Note: x.Pair.Example}
			f.Strength = float64(x.Pair.Accepted - x.Pair.Rejected)
			found(f)
		}
	}
}

// fromRegister is what a register says of a text.
type fromRegister struct{ register.Found }

// note is what the register says of the entry: whose title, which order, what the house noted.
func (x fromRegister) note() string {
	e := x.Entry
	note := e.Text
	if e.Kind == register.Name && e.Title != "" {
		note += "，" + e.Title
	}
	if e.Note != "" {
		note += "：" + e.Note
	}
	return note
}

// shields tells which findings the house does not want to see: of characters that stand as its registers have
// them, of what an editor let stand, of what was rejected too often. Findings about layout, marks and numbers are
// not about a name's characters and stay.
func (p *Page) shields() func(bulletin.Finding) bool {
	h := p.House
	if h == nil {
		return func(bulletin.Finding) bool { return false }
	}
	stands := map[bulletin.ID][]bool{} // by the break of the block
	for _, t := range p.published() {
		if s := h.standing(t.runes); s != nil {
			stands[t.block.Break] = s
		}
	}
	place := p.finder()
	return func(f bulletin.Finding) bool {
		if f.Old != "" && f.New != "" && (h.Refuses(f.Old, f.New) || h.Refuses(f.Around, withIn(f))) {
			return true
		}
		if !strings.HasPrefix(f.Rule, "C") && f.Rule != "E5" && f.Check != Taught || f.Rule == string(register.OtherRole) || f.Rule == string(register.Order) {
			return false
		}
		block, off, ok := place(f.At)
		if !ok {
			return false
		}
		s := stands[block]
		return len(s) > off && slices.Contains(s[off:min(len(s), off+max(1, len([]rune(f.Old))))], true)
	}
}

// withIn is what Around becomes where the finding is accepted.
func withIn(f bulletin.Finding) string {
	around, old := []rune(f.Around), []rune(f.Old)
	for i := 0; i+len(old) <= len(around); i++ {
		if slices.Equal(around[i:i+len(old)], old) {
			return string(around[:i]) + f.New + string(around[i+len(old):])
		}
	}
	return ""
}

// Standing marks the runes of a text that are part of a name, or of what else stands as it is; nil where there are
// none. Any goroutine may call it.
func (h *House) Standing(text []rune) []bool {
	h.ready()
	return h.standing(text)
}

// standing marks the runes of a text that are part of what stands as it is: names, organisations, places and set
// phrases of the registers, and what was let stand; nil where there are none. Single characters say nothing. It is
// linear in the text.
func (h *House) standing(text []rune) []bool {
	if h == nil {
		return nil
	}
	stands := h.Register.Stands(text)
	if len(h.right) == 0 {
		return stands
	}
	for i, r := range text {
		for _, w := range h.right[r] {
			if i+len(w) > len(text) || !slices.Equal(text[i:i+len(w)], w) {
				continue
			}
			if stands == nil {
				stands = make([]bool, len(text))
			}
			for k := range w {
				stands[i+k] = true
			}
		}
	}
	return stands
}

// finder tells in which published block a character stands, by the block's break, and where in it.
func (p *Page) finder() func(bulletin.ID) (block bulletin.ID, off int, ok bool) {
	type run struct {
		span  bulletin.Span
		block bulletin.ID
		off   int
	}
	var runs []run
	for _, t := range p.published() {
		off := 0
		for _, s := range t.block.Spans {
			runs = append(runs, run{s, t.block.Break, off})
			off += s.Len()
		}
	}
	slices.SortFunc(runs, func(a, b run) int { return a.span.At(0).Compare(b.span.At(0)) })
	return func(id bulletin.ID) (bulletin.ID, int, bool) {
		next := bulletin.ID{Origin: id.Origin, Index: id.Index + 1}
		n, _ := slices.BinarySearchFunc(runs, next, func(r run, id bulletin.ID) int { return r.span.At(0).Compare(id) })
		if n == 0 || !runs[n-1].span.Has(id) {
			return bulletin.ID{}, 0, false
		}
		r := runs[n-1]
		return r.block, r.off + int(id.Index-r.span.From), true
	}
}

// Alike says whether one character may be taken for another: it is among those that look or sound like it.
func Alike(a, b rune) bool {
	t := read()
	if slices.Contains(t.shapes[a], b) || slices.Contains(t.shapes[b], a) {
		return true
	}
	for _, s := range t.syllables[a] {
		for _, near := range alikeSyllables(s) {
			if slices.Contains(t.syllables[b], near) {
				return true
			}
		}
	}
	return false
}
