package desk

import (
	"context"
	"encoding/json"
	"fmt"

	"qingyang/app/bulletin"
	"qingyang/app/session"
)

// Clash is a place of a page that was changed twice, by two people at the same time or here and in a text that came
// in from outside, with what either made of its block. It is kept in the library until somebody answers it, so that
// every window shows it and a restart does not lose it.
type Clash struct {
	At           bulletin.ID
	Ours, Theirs string // of the window whose revision came second, or of the page; and of the one that was first, or of the file
	Person       int64  // who worked in the second
	File         string `json:",omitempty"` // that Theirs came in with; "" where somebody worked in another window
}

func clashKey(page session.PageID) string { return fmt.Sprintf("clashes/%d", page) }

// Clashes are those of a page that nobody has answered. Where change is not nil they become what it makes of them, and
// these are the answer.
func (d *Desk) Clashes(ctx context.Context, page session.PageID, change func([]Clash) []Clash) (all []Clash, err error) {
	text, err := d.Remembered(ctx, clashKey(page))
	if err == nil && text != "" {
		err = json.Unmarshal([]byte(text), &all)
	}
	if err != nil || change == nil {
		return all, err
	}
	all = change(all)
	b, err := json.Marshal(all)
	if err != nil {
		return nil, err
	}
	return all, d.Remember(ctx, clashKey(page), string(b))
}
