package session

import (
	"context"
	"errors"
	"log/slog"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/source"
	"qingyang/store"
)

// AccountRow is the account of a page's first draft, as the library keeps it.
func AccountRow(a bulletin.Account) *store.Account {
	return &store.Account{N: 1, Format: bulletin.AccountFormat, Body: bulletin.EncodeAccount(a)}
}

// accountOf reads the account of a page's draft. A page of a library that was made before accounts were kept
// gets one now, once and for all: what cleaning says of its raw page today. A library that cannot be
// written stays without it.
func accountOf(ctx context.Context, page PageID, raw source.Raw, opt Options) (*bulletin.Account, error) {
	kept, ok, err := opt.Library.Account(ctx, store.PageID(page))
	if err != nil {
		return nil, Problem(opt.Path, err)
	}
	if !ok {
		made := clean.Draft(raw, opt.Profile).Account
		err := opt.Library.Append(ctx, store.PageID(page), store.Step{Account: AccountRow(made)})
		if err == nil || errors.Is(err, store.ErrReadOnly) {
			return &made, nil
		}
		// Another program may have been faster.
		var again error
		if kept, ok, again = opt.Library.Account(ctx, store.PageID(page)); again != nil || !ok {
			return nil, Problem(opt.Path, err)
		}
	}
	a, err := bulletin.DecodeAccount(kept.Format, kept.Body)
	if err != nil {
		// A page whose account cannot be read has no doubts of cleaning's; the text is there all the same.
		slog.Error("account of a draft", "path", opt.Path, "page", page, "err", err)
	}
	return &a, nil
}
