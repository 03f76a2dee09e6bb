package session

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/lexicon"
	"qingyang/app/phrase"
	"qingyang/app/proof"
	"qingyang/app/proof/learned"
	"qingyang/app/revision"
	"qingyang/app/script"
	"qingyang/store"
)

// Accept puts what a finding suggests in its place, as an undo step of its own, and keeps who accepted it and when.
// The caret belongs at the returned place. ok is false where the text is another since it was found, or nothing is
// suggested; then nothing happens.
func (s *Session) Accept(d Doubt) (caret bulletin.Place, c revision.Changed, ok bool, err error) {
	s.endStep()
	caret, _ = s.order.PlaceOf(d.At)
	c, n, err := s.AcceptAll([]Doubt{d})
	if n == 0 || err != nil {
		return caret, c, false, err
	}
	caret.Off += len([]rune(d.New))
	return caret, c, true, nil
}

// AcceptAll puts what findings suggest in their places, in one undo step, and says how many: those that the text
// is another for by now, or that overlap one before them, are left. Who accepted them is kept.
func (s *Session) AcceptAll(all []Doubt) (c revision.Changed, n int, err error) {
	s.endStep()
	var at []revision.Stretch
	var with []string
	var decided []store.Decision
	end := map[int]int{} // by block
	all = slices.Clone(all)
	for i := range all {
		all[i].Place, _ = s.order.PlaceOf(all[i].At)
	}
	slices.SortStableFunc(all, func(a, b Doubt) int { return a.Place.Compare(b.Place) })
	for _, d := range all {
		from, to, ok := s.stillThere(d)
		if !ok || from < end[d.Place.Block] {
			continue
		}
		end[d.Place.Block] = to
		at, with = append(at, revision.Stretch{Block: d.Place.Block, From: from, To: to}), append(with, d.New)
		decided = append(decided, s.decisionOn(d, store.Accepted))
	}
	if len(at) == 0 {
		return revision.Changed{}, 0, nil
	}
	note := all[0].Rule
	if slices.ContainsFunc(all, func(d Doubt) bool { return d.Rule != note }) {
		note = ""
	}
	block := s.order.BreakAt(at[len(at)-1].Block)
	was, _ := s.order.Block(at[len(at)-1].Block)
	was = slices.Clone(was)
	if c, err = s.do(note, s.order.ReplaceEach(at, with)); err != nil {
		return c, 0, err
	}
	if p, live := s.order.PlaceOf(block); live && p.Block < s.order.Blocks() {
		now, _ := s.order.Block(p.Block)
		s.correction(was, now) // marks and numbers may stand elsewhere too, though they teach nothing
	}
	for _, x := range decided {
		s.note(x)
		if p := (learned.Pair{Before: x.Before, After: x.After}); p.Fits() {
			s.last = p
		}
	}
	return c, len(at), nil
}

// stillThere is where what a finding would replace stands, [from, to) of its block in runes.
func (s *Session) stillThere(d Doubt) (from, to int, ok bool) {
	if d.Rule == "" || d.Check == proof.Flag || d.New == "" && d.Check == proof.Register || !s.text.Has(d.At) {
		return 0, 0, false
	}
	p, live := s.order.PlaceOf(d.At)
	old := []rune(d.Old)
	if !live && len(old) > 0 || p.Block >= s.order.Blocks() {
		return 0, 0, false
	}
	text, _ := s.order.Block(p.Block)
	if p.Off+len(old) > len(text) || !slices.Equal(text[p.Off:p.Off+len(old)], old) {
		return 0, 0, false
	}
	return p.Off, p.Off + len(old), true
}

// note keeps a decision: in memory at once, in the library within a second.
func (s *Session) note(x store.Decision) {
	if x.Right != "" || x.Before != "" {
		s.words = s.words.after(x)
		s.outdate()
	}
	s.snap = nil
	s.decide(decision{kind: decided, of: x})
}

// decisionOn is a decision about a finding as the library keeps it.
func (s *Session) decisionOn(d Doubt, v store.Verdict) store.Decision {
	x := store.Decision{Verdict: v, Origin: d.At.Origin, Index: d.At.Index, What: d.What(), Person: s.opt.Person}
	x.Before, x.After = lessonOf(d.Finding)
	if p, _ := s.order.PlaceOf(d.At); p.Block < s.order.Blocks() {
		text, _ := s.order.Block(p.Block)
		x.Context = string(text[max(0, min(p.Off, len(text))-contextRunes):min(len(text), p.Off+len([]rune(d.Old))+contextRunes)])
	}
	return x
}

// contextRunes is how much of the text on either side of a place is kept with a decision.
const contextRunes = 8

// lessonOf is the pair that a finding teaches when it is decided: the word that it stands in as it is, and as it
// would be. Layout, marks and numbers teach nothing: rules find them without.
func lessonOf(f bulletin.Finding) (before, after string) {
	switch {
	case f.Check == proof.Taught, f.Check == proof.Wrong, f.Check == proof.Word, f.Rule == "C2", f.Rule == "C3", f.Rule == "C6":
	default:
		return "", ""
	}
	before, after = f.Old, f.New
	if f.Around != "" {
		before, after = f.Around, strings.Replace(f.Around, f.Old, f.New, 1)
	}
	if !(learned.Pair{Before: before, After: after}).Fits() {
		return "", ""
	}
	return before, after
}

// nameAt is the name of a person that a finding about characters stands in, "" for none: two to four characters
// that have the shape of a name and hold all of it.
func (s *Session) nameAt(d Doubt) string {
	switch {
	case d.Check == proof.Wrong, d.Rule == "C2", d.Rule == "C3", d.Rule == "C5", d.Rule == "C6":
	default:
		return ""
	}
	p, live := s.order.PlaceOf(d.At)
	if !live || p.Block >= s.order.Blocks() {
		return ""
	}
	text, _ := s.order.Block(p.Block)
	end := p.Off + len([]rune(d.Old))
	for _, n := range []int{3, 2, 4} {
		for from := p.Off; from >= max(0, end-n); from-- {
			if to := from + n; to >= end && to <= len(text) && phrase.IsName(text[from:to]) && s.likeName(text, from, to) {
				return string(text[from:to])
			}
		}
	}
	return ""
}

// likeName says whether nothing speaks against a name at [from, to): the characters on its borders hang together
// with no word beside it.
func (s *Session) likeName(text []rune, from, to int) bool {
	joined := func(i int) bool { return i > 0 && i < len(text) && lexicon.Level(text[i-1], text[i]) > 1 }
	return !joined(from) && !joined(to)
}

// lesson is learned where somebody corrected by hand, in one block, what no check had found: one or two
// characters that became others which look or sound like them. was and now are the block before and after.
func (s *Session) lesson(block bulletin.ID, was, now []rune) {
	s.correction(was, now)
	if len(was) != len(now) || !s.keeps() {
		return
	}
	from, to := 0, len(now)
	for from < to && was[from] == now[from] {
		from++
	}
	for to > from && was[to-1] == now[to-1] {
		to--
	}
	if to == from || to-from > 2 {
		return
	}
	for i := from; i < to; i++ {
		if !script.IsHan(was[i]) || !script.IsHan(now[i]) || was[i] != now[i] && !proof.Alike(was[i], now[i]) {
			return
		}
	}
	a, b := wordAround(was, now, from, to)
	x := store.Decision{Verdict: store.ByHand, Before: string(was[a:b]), After: string(now[a:b]), Person: s.opt.Person}
	if !(learned.Pair{Before: x.Before, After: x.After}).Fits() {
		return
	}
	shown, ok := s.order.PlaceOf(block)
	if !ok {
		return
	}
	id := s.order.ID(bulletin.Place{Block: shown.Block, Off: from})
	x.Origin, x.Index, x.What = id.Origin, id.Index, "X1 "+x.Before
	x.Context = string(was[max(0, from-contextRunes):min(len(was), to+contextRunes)])
	s.note(x)
}

// wordAround is the word [a, b) that corrected characters [from, to) stand in; where both readings are words, or
// neither is, with the characters beside it.
func wordAround(was, now []rune, from, to int) (a, b int) {
	a, b = from, to
	for a > 0 && script.IsHan(now[a-1]) {
		a--
	}
	for b < len(now) && script.IsHan(now[b]) {
		b++
	}
	first, last := a, b
	x, y := lexicon.WordAround(now[first:last], from-first)
	a, b = min(from, first+x), max(to, first+y)
	if b-a >= 2 && !bound(was[a:b]) {
		return a, b
	}
	more := 1
	if b-a >= 2 {
		more = 2
	}
	left, right := max(first, a-more), min(last, b+more)
	if more == 1 && right > b && left < a && strings.ContainsRune(light, now[left]) {
		left = a // 在侯船 says no more than 侯船
	} else if more == 1 && left < a && right > b && strings.ContainsRune(light, now[b]) {
		right = b
	}
	return left, right
}

// light are characters that stand beside any word, and so say nothing about it.
const light = "的地得了是在和就都把被这那我你他她它不为到从与对等也又还很要会有着过之其以及或向由让给将并，。"

// bound says whether all characters of a text hang together as in words.
func bound(text []rune) bool {
	for i := 1; i < len(text); i++ {
		if lexicon.Level(text[i-1], text[i]) == 0 {
			return false
		}
	}
	return true
}
