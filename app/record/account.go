package record

import (
	"context"
	"errors"
	"log/slog"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/source"
	"qingyang/store"
)

// Account is the account of a page's first draft, as the library keeps it.
func Account(a bulletin.Account) *store.Account {
	return &store.Account{N: 1, Format: bulletin.AccountFormat, Body: bulletin.EncodeAccount(a)}
}

// AccountOf reads the account of a page's draft. A page of a library that was made before accounts were kept
// gets one now, once and for all: what cleaning says of its raw page today. A library that cannot be
// written stays without it.
//
// Its cost is that of reading it, or, once, of cleaning the page. profile is what the house wants of that.
func AccountOf(ctx context.Context, lib *store.Library, page store.PageID, raw source.Raw, profile clean.Profile) (*bulletin.Account, error) {
	kept, ok, err := lib.Account(ctx, page)
	if err != nil {
		return nil, err
	}
	if !ok {
		made := clean.Draft(raw, profile).Account
		err := lib.Append(ctx, page, store.Step{Account: Account(made)})
		if err == nil || errors.Is(err, store.ErrReadOnly) {
			return &made, nil
		}
		// Another program may have been faster.
		var again error
		if kept, ok, again = lib.Account(ctx, page); again != nil || !ok {
			return nil, err
		}
	}
	a, err := bulletin.DecodeAccount(kept.Format, kept.Body)
	if err != nil {
		// A page whose account cannot be read has no doubts of cleaning's; the text is there all the same.
		slog.Error("account of a draft", "path", lib.Path(), "page", page, "err", err)
	}
	return &a, nil
}
