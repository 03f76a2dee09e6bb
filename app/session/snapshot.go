package session

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/store"
)

// Snapshot is a page at one moment. It never changes, any goroutine may hold one, and what is asked of its
// text is found out once: methods with a context may take as long as replaying the page.
type Snapshot struct {
	Leaf    Leaf
	Raw     source.Raw
	Warning error                          // as in Session
	Text    *revision.Text                 // not to be appended to
	Order   *revision.Order                // of Text
	Rounds  map[bulletin.ID]bulletin.Round // as in Session

	*facts
	seen    map[mark]int64 // as in Session; not to be changed
	ignored *ignored
	notes   []store.Note
}

// facts are what a text says, found out when it is first asked for. All snapshots of one state of a text
// have them in common.
type facts struct {
	state
	account     once[*bulletin.Account]
	words       once[*words]
	corrections once[[]Correction]
	doubts      once[[]Doubt] // those that are let stand too
	steps       once[[]Step]
	removed     once[[]bulletin.Span]
	memory      *proof.Memory // of the checks
}

// state is a text with its shown order, at one moment.
type state struct {
	Text  *revision.Text  // not to be appended to
	Order *revision.Order // of Text
	raw   source.Raw
}

// once is a value that is made when it is first asked for, and kept.
type once[T any] struct {
	mu   sync.Mutex
	made bool
	v    T
	make func(context.Context) (T, error)
}

// get is the value. Where it cannot be made, ctx having ended for instance, the next one who asks tries
// again.
func (o *once[T]) get(ctx context.Context) (T, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.made {
		return o.v, nil
	}
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	v, err := o.make(ctx)
	if err != nil {
		return none, err
	}
	o.v, o.made = v, true
	return v, nil
}

// ready is the value if it was made, else that of nothing; it waits for nobody.
func (o *once[T]) ready() (v T) {
	if o.mu.TryLock() {
		defer o.mu.Unlock()
		v = o.v
	}
	return v
}

// known is a value that needs not be made.
func (o *once[T]) known(v T) { o.v, o.made = v, true }

// Snapshot is the page as it is now. It costs a copy of the page's structure, and nothing where nothing
// changed since the last one.
func (s *Session) Snapshot() *Snapshot {
	if s.snap != nil {
		return s.snap
	}
	s.endBurst() // what it says of characters is to hold as long as the page does not change
	if s.facts == nil {
		text := s.text.Copy()
		s.facts = newFacts(state{text, s.order.For(text), s.Raw}, s.memory)
		s.facts.account.known(s.account)
		s.facts.words.known(s.words)
	}
	s.snap, s.shared = &Snapshot{s.Leaf, s.Raw, s.Warning, s.facts.Text, s.facts.Order, s.rounds, s.facts, s.seen, s.ignored, s.notes}, true
	return s.snap
}

// Load reads a page as the library has it, without opening it for work. Its cost is that of replaying the
// page's log.
func Load(ctx context.Context, leaf Leaf, opt Options) (*Snapshot, error) {
	lib := opt.Library
	raw, err := record.Raw(ctx, lib, store.PageID(leaf.ID))
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	log, err := record.Log(ctx, lib, store.PageID(leaf.ID), 1)
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	text, err := revision.Load(raw.Text, log)
	if err != nil {
		return nil, &say.Problem{
			Subject: leaf.Title(),
			What:    say.T("修订记录与原文对不上", "has a history that does not fit its source"),
			Do:      say.T("请用“校验档案库”检查，或从备份恢复", "verify the library, or restore a backup"),
			Err:     err,
		}
	}
	seen, err := loadSeen(ctx, lib, leaf.ID)
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	rounds, err := loadRounds(ctx, lib, leaf.ID)
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	ignored, err := loadIgnored(ctx, lib, leaf.ID)
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	notes, err := lib.Notes(ctx, store.PageID(leaf.ID))
	if err != nil {
		return nil, record.Problem(opt.Path, err)
	}
	f := newFacts(state{text, text.Order(), raw}, &proof.Memory{})
	f.account.make = func(ctx context.Context) (*bulletin.Account, error) {
		a, err := record.AccountOf(ctx, lib, store.PageID(leaf.ID), raw, opt.Profile)
		return a, record.Problem(opt.Path, err)
	}
	f.words.make = func(ctx context.Context) (*words, error) {
		w, err := loadWords(ctx, lib, leaf, opt.Wishes)
		return w, record.Problem(opt.Path, err)
	}
	return &Snapshot{leaf, raw, opt.Warning, f.Text, f.Order, rounds, f, seen, ignored, notes}, nil
}

func newFacts(st state, memory *proof.Memory) *facts {
	f := &facts{state: st, memory: memory}
	f.corrections.make = func(context.Context) ([]Correction, error) { return f.findCorrections(), nil }
	f.removed.make = func(context.Context) ([]bulletin.Span, error) { return f.findRemoved(), nil }
	f.steps.make = f.findSteps
	f.doubts.make = f.findDoubts
	return f
}

// Corrections are all corrections of the page in the order of its log, taken-back ones among them.
// The cost is that of one replay.
func (p *Snapshot) Corrections(ctx context.Context) ([]Correction, error) {
	return p.corrections.get(ctx)
}

// Doubts are the places of the page that the editor should look at, in shown order: junctions that
// cleaning was not sure of and nobody has decided since, titles in the tray, stories without a
// headline, characters that could not be read, what the rules suggest. The cost is that of the rules.
func (p *Snapshot) Doubts(ctx context.Context) ([]Doubt, error) {
	all, err := p.doubts.get(ctx)
	return slices.DeleteFunc(slices.Clone(all), p.ignored.has), err
}

// Steps are the undo steps of the page, the oldest first. The cost is that of one replay.
func (p *Snapshot) Steps(ctx context.Context) ([]Step, error) { return p.steps.get(ctx) }

// Titles are what the articles are called: their headline, or where they have none what a card calls them by,
// their first title. Those without a title have no entry. Linear in the blocks.
func (p *facts) Titles() map[bulletin.ID]string {
	titles, found := map[bulletin.ID]string{}, map[bulletin.ID]bulletin.Kind{}
	for i := range p.Order.Blocks() {
		h := p.Order.Head(i)
		article := p.Order.ArticleAt(i)
		if kind, named := found[article]; article == bulletin.None || !h.Kind.Title() || named && (kind == bulletin.Headline || h.Kind != bulletin.Headline) {
			continue
		}
		text, _ := p.Order.Block(i)
		titles[article], found[article] = string(text), h.Kind
	}
	return titles
}

// Removed are the raw characters that corrections removed, ascending.
func (p *Snapshot) Removed(ctx context.Context) ([]bulletin.Span, error) { return p.removed.get(ctx) }

func (p *facts) findRemoved() (all []bulletin.Span) {
	for span := range p.Text.Removed() {
		if span.Origin == 0 {
			all = append(all, span)
		}
	}
	slices.SortFunc(all, func(a, b bulletin.Span) int { return cmp.Compare(a.From, b.From) })
	return all
}

// Spot is a place by the name of its block: it stays while blocks above come and go.
type Spot struct {
	Break bulletin.ID
	Off   int // in runes
}

// spot is where a character stands, or would stand if it is dead.
func (s *state) spot(id bulletin.ID) Spot {
	if !s.Text.Has(id) || s.Order.Blocks() == 0 {
		return Spot{Break: bulletin.None}
	}
	p, _ := s.Order.PlaceOf(id)
	return Spot{s.Order.BreakAt(p.Block), p.Off}
}
