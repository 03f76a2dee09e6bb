package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/session"
	"qingyang/app/wording"
)

// notes lists what people wrote to places of the pages of an issue.
func (t *tool) notes() *cobra.Command {
	var page int64
	var open bool
	c := &cobra.Command{
		Use:     "notes --library LIBRARY --page N",
		Short:   t.in("列出一版所在的期的附注", "list the notes on the pages of an issue"),
		Example: "  qingyang-cli notes --library paper.qingyang --page 3 --open",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return t.with(c.Context(), func(d *desk.Desk) error {
				leaf, err := d.Leaf(c.Context(), session.PageID(page))
				if err != nil {
					return err
				}
				all, err := d.Notes(c.Context(), leaf.Issue)
				for _, p := range all {
					for _, n := range p.All {
						if open && n.State == bulletin.NoteSettled {
							continue
						}
						for _, w := range n.Words {
							row(c.OutOrStdout(), fmt.Sprintf("#%d", p.Leaf.ID), wording.NoteKind(n.Kind).In(t.lang), wording.NoteState(n.State).In(t.lang),
								n.Quote, w.Name, w.Time.Local().Format(time.DateTime), w.Text)
						}
					}
				}
				return err
			})
		},
	}
	t.pageFlag(c, &page)
	c.Flags().BoolVar(&open, "open", false, t.in("只列未了结的", "only those that are not settled"))
	return t.needs(c)
}
