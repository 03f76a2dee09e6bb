package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/wording"
)

func (t *tool) list() *cobra.Command {
	return t.needs(&cobra.Command{
		Use:     "list --library LIBRARY",
		Short:   t.in("列出报刊、期、版和稿件", "list publications, issues, pages and articles"),
		Example: "  qingyang-cli list --library paper.qingyang",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return t.with(c.Context(), func(d *desk.Desk) error {
				var bad error // of the first page whose articles cannot be read; the others are listed all the same
				err := d.EachLeaf(c.Context(), func(l session.Leaf) error {
					row(c.OutOrStdout(), fmt.Sprintf("#%d", l.ID), l.Title())
					cards, err := d.Cards(c.Context(), l.ID)
					for _, k := range cards {
						row(c.OutOrStdout(), "", fmt.Sprintf("%d.%d", k.Article.Origin, k.Article.Index), k.Name, k.Characters)
					}
					bad = cmp.Or(bad, err)
					return c.Context().Err()
				})
				return cmp.Or(err, bad)
			})
		},
	})
}

// ofPage is a command that lists something of one page.
func (t *tool) ofPage(name, short string, list func(c *cobra.Command, d *desk.Desk, page session.PageID, people map[int64]string) error) *cobra.Command {
	var page int64
	c := &cobra.Command{
		Use:     name + " --library LIBRARY --page N",
		Short:   short,
		Example: "  qingyang-cli " + name + " --library paper.qingyang --page 3",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return t.with(c.Context(), func(d *desk.Desk) error {
				people, err := d.People(c.Context())
				if err != nil {
					return err
				}
				return list(c, d, session.PageID(page), people)
			})
		},
	}
	t.pageFlag(c, &page)
	return t.needs(c)
}

func (t *tool) history() *cobra.Command {
	return t.ofPage("history", t.in("列出一版的修订", "list the revisions of a page"),
		func(c *cobra.Command, d *desk.Desk, page session.PageID, people map[int64]string) error {
			p, err := t.page(c, d, page)
			if err != nil {
				return err
			}
			steps, err := p.Steps(c.Context())
			for _, s := range steps {
				who := people[s.Person]
				if s.Person == 0 {
					who = strings.Join(s.Rules, " ")
				}
				what := s.Sample.In(t.lang)
				if note, ok := merge.SayNote(s.Note); ok {
					what = note.In(t.lang) + " · " + what
				}
				row(c.OutOrStdout(), fmt.Sprintf("%d–%d", s.From, s.To), s.Time.Local().Format("2006-01-02 15:04:05"),
					who, t.counting(s.Counts), s.Corrections, what)
			}
			return err
		})
}

func (t *tool) corrections() *cobra.Command {
	return t.ofPage("corrections", t.in("列出一版的改动", "list the corrections of a page"),
		func(c *cobra.Command, d *desk.Desk, page session.PageID, people map[int64]string) error {
			p, err := t.page(c, d, page)
			if err != nil {
				return err
			}
			all, err := p.Corrections(c.Context())
			for _, x := range all {
				who := x.Rule
				if x.Person != 0 {
					who = people[x.Person]
				}
				row(c.OutOrStdout(), x.Rev, who, wording.Correction(x.Kind).In(t.lang),
					fmt.Sprintf("%q → %q", x.Before, x.After), x.Place, t.counting(x.Counts))
			}
			return err
		})
}

// page opens a page; what is amiss with it and does not matter to the work is said on standard error.
func (t *tool) page(c *cobra.Command, d *desk.Desk, id session.PageID) (*session.Snapshot, error) {
	p, err := d.Page(c.Context(), id)
	if err == nil && p.Warning != nil {
		fmt.Fprintln(t.err, say.Error(p.Warning, t.lang))
	}
	return p, err
}

func (t *tool) counting(counts bool) string {
	if counts {
		return t.in("有效", "counts")
	}
	return t.in("已收回", "taken back")
}

func (t *tool) pageFlag(c *cobra.Command, page *int64) {
	c.Flags().Int64Var(page, "page", 0, t.in("版的编号（见 list）", "number of the page (see list)"))
	if err := c.MarkFlagRequired("page"); err != nil {
		panic(err)
	}
}

func (t *tool) exports() *cobra.Command {
	var page int64
	var article, out string
	var how desk.Exporting
	var encoding string
	var overwrite bool
	c := &cobra.Command{
		Use:   "export --library LIBRARY --page N",
		Short: t.in("导出一版所在的期，或其中一篇稿件", "export the issue of a page, or one article of it"),
		Long: t.in("导出一版所在的期，或其中一篇稿件。不写 --out 时写入当前文件夹，文件名取自期或稿件的标题；"+
			"已有同名文件时，除非写明 --overwrite，否则不动它；档案库任何时候都不会被覆盖。写出的路径印在标准输出上。",
			"Export the issue of a page, or one article of it. Without --out the file goes into the current folder under the name of "+
				"the issue or the article; a file that is there is left alone unless --overwrite is given, a library in any case. "+
				"The path that was written is printed."),
		Example: "  qingyang-cli export --library paper.qingyang --page 3 --format html --out issue.html\n" +
			"  qingyang-cli export --library paper.qingyang --page 3 --article 0.1432 --encoding GB18030",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if how.Encoding, err = source.FindEncoding(encoding); err != nil {
				return err
			}
			return t.with(c.Context(), func(d *desk.Desk) error {
				e, err := t.render(c, d, session.PageID(page), article, how)
				if err != nil {
					return err
				}
				if out == "" {
					out = e.Name
				} else if info, err := os.Stat(out); err == nil && info.IsDir() {
					out = filepath.Join(out, e.Name)
				}
				if err := d.Write(c.Context(), out, e, overwrite); err != nil {
					return err
				}
				if e.Open > 0 {
					fmt.Fprintln(t.err, say.T("还有 %d 条附注没有了结（见 notes）", "%d notes are not settled yet (see notes)").With(e.Open).In(t.lang))
				}
				for _, l := range e.Lost {
					fmt.Fprintln(t.err, t.in("写不出的字符：", "cannot be written: ")+fmt.Sprintf("%c U+%04X", l.Rune, l.Rune))
				}
				fmt.Fprintln(c.OutOrStdout(), out)
				return nil
			})
		},
	}
	t.pageFlag(c, &page)
	c.Flags().StringVar(&article, "article", "", t.in("稿件编号（见 list）；不写则导出整期", "number of the article (see list); else the whole issue"))
	c.Flags().StringVar(&how.Format, "format", "txt", strings.Join(desk.Formats, ", "))
	c.Flags().StringVar(&encoding, "encoding", "", t.in("纯文本的编码", "encoding of plain text"))
	c.Flags().BoolVar(&how.CRLF, "crlf", false, t.in("Windows 换行", "Windows line ends"))
	c.Flags().BoolVar(&how.Changes, "changes", false, t.in("附上改动清单", "with a list of what was changed"))
	c.Flags().BoolVar(&how.Notes, "notes", false, t.in("附上附注", "with the notes"))
	c.Flags().StringVar(&out, "out", "", t.in("文件或文件夹；不写则为当前文件夹", "file or folder; else the current folder"))
	c.Flags().BoolVar(&overwrite, "overwrite", false, t.in("替换已有文件", "replace a file that exists"))
	return t.needs(c)
}

func (t *tool) render(c *cobra.Command, d *desk.Desk, page session.PageID, article string, how desk.Exporting) (desk.Export, error) {
	if article == "" {
		leaf, err := d.Leaf(c.Context(), page)
		if err != nil {
			return desk.Export{}, err
		}
		return d.ExportIssue(c.Context(), leaf.Issue, how)
	}
	var id bulletin.ID
	if _, err := fmt.Sscanf(article, "%d.%d", &id.Origin, &id.Index); err != nil {
		return desk.Export{}, &say.Problem{
			Subject: article, What: say.T("不是稿件编号", "is no number of an article"),
			Do: say.T("编号见 list，形如 0.1432", "list shows them, as 0.1432"), Err: err,
		}
	}
	p, err := t.page(c, d, page)
	if err != nil {
		return desk.Export{}, err
	}
	return d.ExportArticle(c.Context(), p, id, how)
}

func (t *tool) search() *cobra.Command {
	var limit int
	c := &cobra.Command{
		Use:     "search --library LIBRARY WORDS",
		Short:   t.in("全库检索", "search the library"),
		Example: "  qingyang-cli search --library paper.qingyang 渡口",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return t.with(c.Context(), func(d *desk.Desk) error {
				hits, err := d.Search(c.Context(), strings.Join(args, " "), limit)
				for _, h := range hits {
					row(c.OutOrStdout(), fmt.Sprintf("#%d", h.Page), h.Name, h.Snippet)
				}
				return err
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", 50, t.in("最多几条", "how many at most"))
	return t.needs(c)
}
