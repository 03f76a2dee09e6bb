package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/house"
	"qingyang/app/say"
)

// profile prints the profile of a paper as TOML, takes one from a file, or learns from its corrected pages.
func (t *tool) profile() *cobra.Command {
	var paper, file string
	var learn, forget bool
	c := &cobra.Command{
		Use:   "profile --library LIBRARY --publication NAME",
		Short: t.in("打印一种报刊的规则（TOML），或从文件读入", "print the profile of a publication (TOML), or take it from a file"),
		Example: "  qingyang-cli profile --library paper.qingyang --publication 渡口报 > house.toml\n" +
			"  qingyang-cli profile --library paper.qingyang --publication 渡口报 --set house.toml\n" +
			"  qingyang-cli profile --library paper.qingyang --publication 渡口报 --learn",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			with := t.with
			if file != "" || learn || forget {
				with = t.withExisting
			}
			return with(c.Context(), func(d *desk.Desk) error {
				papers, err := d.Publications(c.Context())
				if err != nil {
					return err
				}
				for _, p := range papers {
					switch {
					case p.Name != paper:
					case learn:
						return t.learn(c, d, p.ID)
					case forget:
						return forgetLearned(c, d, p.ID)
					default:
						return t.house(c, d, p.ID, file)
					}
				}
				return &say.Problem{
					Subject: paper, What: say.T("档案库里没有这种报刊", "is no publication of the library"),
					Do: say.T("名称见 list", "list shows the names"),
				}
			})
		},
	}
	c.Flags().StringVar(&paper, "publication", "", t.in("报刊名", "name of the publication"))
	c.Flags().StringVar(&file, "set", "", t.in("读入的文件", "file to take it from"))
	c.Flags().BoolVar(&learn, "learn", false, t.in("从改过的版面学排版习惯，记入规则，以后导入的版面用", "learn habits of layout from corrected pages into the profile, for pages imported from then on"))
	c.Flags().BoolVar(&forget, "forget", false, t.in("忘掉学到的习惯", "forget what was learned"))
	c.MarkFlagsMutuallyExclusive("set", "learn", "forget")
	if err := c.MarkFlagRequired("publication"); err != nil {
		panic(err)
	}
	return t.needs(c)
}

func (t *tool) house(c *cobra.Command, d *desk.Desk, paper int64, file string) error {
	if file == "" {
		h, err := d.House(c.Context(), paper)
		if err == nil {
			_, err = fmt.Fprint(data(c), h.TOML())
		}
		return err
	}
	b, err := t.read(c, file)
	if err != nil {
		return err
	}
	h, err := house.Parse(file, string(b))
	if err != nil {
		return err
	}
	return d.SetHouse(c.Context(), paper, h)
}

// learn learns from the corrected pages of a paper and says what.
func (t *tool) learn(c *cobra.Command, d *desk.Desk, paper int64) error {
	learned, err := d.Learn(c.Context(), paper, nil)
	if err != nil {
		return err
	}
	for _, line := range learned.Told() {
		fmt.Fprintln(data(c), line.In(t.lang))
	}
	return nil
}

// forgetLearned takes what was learned out of the profile of a paper.
func forgetLearned(c *cobra.Command, d *desk.Desk, paper int64) error {
	h, err := d.House(c.Context(), paper)
	if err != nil {
		return err
	}
	h.Learned = house.Learned{}
	return d.SetHouse(c.Context(), paper, h)
}
