package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/glossary"
	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
	"qingyang/app/say"
)

// register prints the registers of a paper as CSV, or adds to them from a file.
func (t *tool) register() *cobra.Command {
	var paper, file string
	var suggest bool
	c := &cobra.Command{
		Use:   "register --library LIBRARY --publication NAME",
		Short: t.in("打印一种报刊的词语名录（CSV），或从文件读入", "print the registers of a publication (CSV), or add to them from a file"),
		Long: t.in("人名与职务、机构、地名、固定表述、禁用词、慎用词，各有起止日期。已有的不会重复读入；读不懂的行逐一报告，其余照常读入。",
			"Names with titles, organisations, places, set phrases, banned words and words to be careful with, each with the days from and to which it holds. What is there already is not added again; lines that cannot be read are named, and the others are read."),
		Example: "  qingyang-cli register --library paper.qingyang --publication 渡口报 > register.csv\n" +
			"  qingyang-cli register --library paper.qingyang --publication 渡口报 --add register.csv\n" +
			"  qingyang-cli register --library paper.qingyang --publication 渡口报 --suggest > names.csv",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			with := t.with
			if file != "" {
				with = t.withExisting
			}
			return with(c.Context(), func(d *desk.Desk) error {
				id, err := paperNamed(c, d, paper)
				if err != nil {
					return err
				}
				switch {
				case file != "":
					return t.enter(c, d, id, file)
				case suggest:
					return printEntries(c)(d.Suggested(c.Context(), id))
				}
				return printEntries(c)(d.Words().Register(c.Context(), id))
			})
		},
	}
	c.Flags().StringVar(&paper, "publication", "", t.in("报刊名", "name of the publication"))
	c.Flags().StringVar(&file, "add", "", t.in("读入的 CSV 文件；“-”是标准输入", "CSV file to add from; “-” is standard input"))
	c.Flags().BoolVar(&suggest, "suggest", false, t.in("从已定稿的稿件里找名录没有的人名", "print names that signed articles have and the register does not"))
	c.MarkFlagsMutuallyExclusive("add", "suggest")
	if err := c.MarkFlagRequired("publication"); err != nil {
		panic(err)
	}
	return t.needs(c)
}

// paperNamed is the publication of a name.
func paperNamed(c *cobra.Command, d *desk.Desk, name string) (int64, error) {
	papers, err := d.Publications(c.Context())
	if err != nil {
		return 0, err
	}
	for _, p := range papers {
		if p.Name == name {
			return p.ID, nil
		}
	}
	return 0, &say.Problem{
		Subject: name, What: say.T("档案库里没有这种报刊", "is no publication of the library"),
		Do: say.T("名称见 list", "list shows the names"),
	}
}

// printEntries writes entries as CSV to standard output.
func printEntries(c *cobra.Command) func([]glossary.Entry, error) error {
	return func(entries []glossary.Entry, err error) error {
		if err != nil {
			return err
		}
		var all []register.Entry
		for _, e := range entries {
			all = append(all, e.Entry)
		}
		return register.WriteCSV(data(c), all)
	}
}

// enter adds entries from a file.
func (t *tool) enter(c *cobra.Command, d *desk.Desk, paper int64, file string) error {
	b, err := t.read(c, file)
	if err != nil {
		return err
	}
	entries, bad, err := register.ReadCSV(file, bytes.NewReader(b))
	if err != nil {
		return err
	}
	for _, err := range bad {
		fmt.Fprintln(t.err, say.Error(err, t.lang))
	}
	var all []glossary.Entry
	for _, e := range entries {
		all = append(all, glossary.Entry{Entry: e})
	}
	added, err := d.Words().Enter(c.Context(), paper, all...)
	if err == nil {
		fmt.Fprintln(t.err, say.T("读入 %d 条，新增 %d 条", "%d entries read, %d of them new").With(len(all), added).In(t.lang))
	}
	return err
}

// learned prints what the editors of a library taught as CSV, or adds to it from a file.
func (t *tool) learned() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "learned --library LIBRARY",
		Short: t.in("打印编辑改错时教给程序的改法（CSV），或从文件读入", "print what the editors taught by correcting (CSV), or add to it from a file"),
		Example: "  qingyang-cli learned --library paper.qingyang > learned.csv\n" +
			"  qingyang-cli learned --library paper.qingyang --add learned.csv",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if file == "" {
				return t.with(c.Context(), func(d *desk.Desk) error {
					all, err := d.Words().Lessons(c.Context())
					if err != nil {
						return err
					}
					return learned.WriteCSV(data(c), all)
				})
			}
			return t.withExisting(c.Context(), func(d *desk.Desk) error {
				b, err := t.read(c, file)
				if err != nil {
					return err
				}
				pairs, bad, err := learned.ReadCSV(file, bytes.NewReader(b))
				if err != nil {
					return err
				}
				for _, err := range bad {
					fmt.Fprintln(t.err, say.Error(err, t.lang))
				}
				if err := d.Words().Teach(c.Context(), pairs...); err != nil {
					return err
				}
				fmt.Fprintln(t.err, say.T("读入 %d 对", "%d pairs read").With(len(pairs)).In(t.lang))
				return nil
			})
		},
	}
	c.Flags().StringVar(&file, "add", "", t.in("读入的 CSV 文件；“-”是标准输入", "CSV file to add from; “-” is standard input"))
	return t.needs(c)
}
