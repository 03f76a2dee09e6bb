// Package glossary is what a library knows about words: the registers of its publications, what its editors taught
// and decided, as people write it and as checks take it.
//
// It turns rows of the store into values and back, as record does for pages, and knows no page. Anything of it may
// be called from any goroutine. Start reading at Book, then Load.
package glossary

import (
	"cmp"
	"context"
	"slices"
	"time"

	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/store"
)

// Book is what people look up and change of it.
type Book struct {
	lib    *store.Library
	path   string
	person int64
	now    func() time.Time
}

// New is the book of a library, whose file people call path; person is who writes in it, and now the time in UTC.
func New(lib *store.Library, path string, person int64, now func() time.Time) *Book {
	return &Book{lib, path, person, now}
}

// Entry is an entry of a publication's registers, with its number in the library; 0 for a new one.
type Entry struct {
	ID int64
	register.Entry
}

// Register are the entries of a publication's registers, by kind, then by rank, then by text.
func (b *Book) Register(ctx context.Context, publication int64) ([]Entry, error) {
	rows, err := b.lib.Register(ctx, publication)
	if err != nil {
		return nil, record.Problem(b.path, err)
	}
	var all []Entry
	for _, r := range rows {
		for _, e := range entriesOf([]store.Entry{r}) {
			all = append(all, Entry{r.ID, e})
		}
	}
	last := func(rank int) int { return (rank - 1) & (1<<30 - 1) } // no rank comes last
	slices.SortStableFunc(all, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(last(a.Rank), last(b.Rank)), cmp.Compare(a.Text, b.Text), cmp.Compare(a.From, b.From))
	})
	return all, nil
}

// Enter adds entries to a publication's registers, or changes those that have a number, under the name of who works
// here: all or none. It says how many are new: what is there word for word is not added again. The error names an
// entry that cannot be kept.
func (b *Book) Enter(ctx context.Context, publication int64, entries ...Entry) (added int, err error) {
	var rows []store.Entry
	for _, e := range entries {
		if why := e.Wrong(); !why.Zero() {
			return 0, &say.Problem{Subject: e.Text, What: why, Do: say.T("请改正后再存", "put it right and keep it again")}
		}
		rows = append(rows, store.Entry{
			ID: e.ID, Kind: e.Kind.String(), Text: e.Text, Title: e.Title, Instead: e.Instead, Rank: e.Rank, Since: e.From, Until: e.Until, Note: e.Note,
		})
	}
	added, err = b.lib.Enter(ctx, publication, rows, b.person, b.now())
	return added, record.Problem(b.path, err)
}

// Strike takes entries out of a publication's registers.
func (b *Book) Strike(ctx context.Context, publication int64, ids ...int64) error {
	return record.Problem(b.path, b.lib.Strike(ctx, publication, ids...))
}

// Lessons are all pairs that the library's editors taught, the most often accepted first.
func (b *Book) Lessons(ctx context.Context) ([]learned.Pair, error) {
	rows, err := b.lib.Lessons(ctx)
	all := pairsOf(rows)
	slices.SortStableFunc(all, func(a, b learned.Pair) int {
		return cmp.Or(cmp.Compare(b.Accepted, a.Accepted), cmp.Compare(a.Before, b.Before))
	})
	return all, record.Problem(b.path, err)
}

// Teach writes pairs into what the library's editors taught, in place of those of the same before and after.
func (b *Book) Teach(ctx context.Context, pairs ...learned.Pair) error {
	for _, p := range pairs {
		if !p.Fits() {
			return &say.Problem{
				Subject: p.Before + "→" + p.After,
				What:    say.T("不成一对改错：改前须有二至 %d 字，且与改后不同", "is no pair: what stands before needs two to %d characters, and another text after it").With(learned.Longest),
				Do:      say.T("请连同前后的字一起写", "write the characters beside it too"),
			}
		}
	}
	var rows []store.Learned
	for _, p := range pairs {
		rows = append(rows, store.Learned(p))
	}
	return record.Problem(b.path, b.lib.Teach(ctx, rows, b.person, b.now()))
}

// Unlearn takes a pair out of what was taught.
func (b *Book) Unlearn(ctx context.Context, p learned.Pair) error {
	return record.Problem(b.path, b.lib.Unlearn(ctx, p.Before, p.After))
}

// Verdict is what was decided about a finding.
type Verdict = store.Verdict

// The verdicts.
const (
	Accepted         = store.Accepted
	StandsHere       = store.StandsHere
	StandsInPaper    = store.StandsInPaper
	StandsEverywhere = store.StandsEverywhere
	LetOut           = store.LetOut
	ByHand           = store.ByHand
)

// Decision is what somebody decided about a finding, and when.
type Decision = store.Decision

// Decisions are those about findings of a page, the oldest first; of all pages where page is 0.
func (b *Book) Decisions(ctx context.Context, page int64) ([]Decision, error) {
	all, err := b.lib.Decisions(ctx, store.PageID(page))
	return all, record.Problem(b.path, err)
}
