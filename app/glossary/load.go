package glossary

import (
	"context"

	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
	"qingyang/store"
)

// Known is what a library knows about the words of a page, when it was asked.
type Known struct {
	Entries []register.Entry           // of the page's publication
	Pairs   map[[2]string]learned.Pair // what editors taught, by before and after
	Right   []string                   // names that were let stand
}

// Load reads what a library knows about the words of a page of a publication. Its cost is linear in that.
func Load(ctx context.Context, lib *store.Library, page store.PageID, publication int64) (k Known, err error) {
	rows, err := lib.Register(ctx, publication)
	if err != nil {
		return k, err
	}
	k.Entries, k.Pairs = entriesOf(rows), map[[2]string]learned.Pair{}
	lessons, err := lib.Lessons(ctx)
	if err != nil {
		return k, err
	}
	for _, p := range pairsOf(lessons) {
		k.Pairs[[2]string{p.Before, p.After}] = p
	}
	stands, err := lib.IgnoredOn(ctx, page)
	for _, x := range stands {
		if name, ok := x.Rightly(); ok {
			k.Right = append(k.Right, name)
		}
	}
	return k, err
}

func pairsOf(rows []store.Learned) (all []learned.Pair) {
	for _, r := range rows {
		all = append(all, learned.Pair(r))
	}
	return all
}

// entriesOf are rows of a register as checks know them; a row of a kind that this program does not know is none.
func entriesOf(rows []store.Entry) (all []register.Entry) {
	for _, r := range rows {
		if kind, ok := register.KindNamed(r.Kind); ok {
			all = append(all, register.Entry{
				Kind: kind, Text: r.Text, Title: r.Title, Instead: r.Instead, Rank: r.Rank, From: r.Since, Until: r.Until, Note: r.Note,
			})
		}
	}
	return all
}
