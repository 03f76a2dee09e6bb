package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/merge"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// compare holds another text of a page against it, and takes it in where that is asked for.
func (t *tool) compare() *cobra.Command {
	var page int64
	var corrected, take, all bool
	var encoding, pages, password, languages string
	c := &cobra.Command{
		Use:   "compare --library LIBRARY --page N FILE",
		Short: t.in("把另一次识读或外校稿与一版对照", "hold another reading, or a text corrected outside, against a page"),
		Long: t.in("把同一版的另一份文字与库里的对照，列出不同之处：另一次识读（另一台机器、另一张扫描）与清理所得对照，"+
			"外校稿（--corrected：导出后在别处改过的稿件）与稿件对照。这里后来改过的不算不同；两边都改过的列为冲突，在窗口里打开那一版时会问。"+
			"写明 --take 才并入，算一次修订，可在“历史”里整个收回：外校稿并入所有没有冲突的；另一次识读只并入有旁证的（检查也这样建议，或原来就没有把握），--take-all 则全部并入。",
			"Hold another text of a page against it and list where it differs: another reading (by another machine, of another scan) against what cleaning made, "+
				"a text that was corrected outside (--corrected: articles that were exported and corrected elsewhere) against the articles. What was corrected here later is no difference; "+
				"what both changed is a clash, and asked about when the page is opened in the window. Nothing is taken over without --take, then in one revision that can be taken back as a whole: "+
				"of a corrected text all that does not clash; of another reading only what something speaks for (a check suggests it too, or the first machine was not sure), and all of it with --take-all. ") + t.formats(),
		Example: "  qingyang-cli compare --library paper.qingyang --page 3 other.hocr\n  qingyang-cli compare --library paper.qingyang --page 3 --corrected --take story.docx",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			e, err := source.FindEncoding(encoding)
			if err != nil {
				return err
			}
			wanted, err := source.FindRange(pages)
			if err != nil {
				return err
			}
			b, err := t.read(c, args[0])
			if err != nil {
				return err
			}
			f := desk.File{Name: filepath.Base(args[0]), Bytes: b}
			opt := source.Options{Name: args[0], Encoding: e, Pages: wanted, Password: password, Languages: languages}
			as := merge.AsReading
			if corrected {
				as = merge.AsCorrected
			}
			if !take && !all {
				return t.with(c.Context(), func(d *desk.Desk) error {
					p, err := t.page(c, d, session.PageID(page))
					if err != nil {
						return err
					}
					s, err := d.Hold(c.Context(), p, f, as, opt)
					if err == nil {
						t.differences(c, s)
					}
					return err
				})
			}
			choose := merge.Found.Backed
			if corrected || all {
				choose = merge.Found.Sure
			}
			return t.withExisting(c.Context(), func(d *desk.Desk) error {
				s, n, err := d.TakeIn(c.Context(), session.PageID(page), f, as, opt, choose)
				if err != nil {
					return err
				}
				t.differences(c, s)
				fmt.Fprintln(t.err, say.T("并入 %d 处，未并入 %d 处", "%d places taken over, %d not").With(n, len(s.Places)-n).In(t.lang))
				return nil
			})
		},
	}
	t.pageFlag(c, &page)
	c.Flags().BoolVar(&corrected, "corrected", false, t.in("是外校稿：导出后在别处改过的稿件", "the file has articles that were corrected outside"))
	c.Flags().BoolVar(&take, "take", false, t.in("并入", "take it over"))
	c.Flags().BoolVar(&all, "take-all", false, t.in("全部并入，没有旁证的也在内", "take all of it over, what nothing speaks for too"))
	t.encodingFlag(c, &encoding)
	t.pagesFlag(c, &pages)
	t.languagesFlag(c, &languages)
	t.passwordFlag(c, &password)
	return t.needs(c)
}

// differences lists where a text differs from a page: what about it, what stands there, what the text has.
func (t *tool) differences(c *cobra.Command, s desk.Second) {
	for _, x := range s.Places {
		what := t.in("不同", "differs")
		switch {
		case x.Clash:
			what = t.in("冲突", "clash")
		case x.Large:
			what = t.in("大段", "large")
		case x.Backed:
			what = t.in("有旁证", "backed")
		}
		row(c.OutOrStdout(), what, fmt.Sprintf("%q", x.Old), fmt.Sprintf("%q", x.New), wording.Visible(x.Base))
	}
	for _, text := range s.Apart {
		row(c.OutOrStdout(), t.in("已移动", "moved"), "", fmt.Sprintf("%q", text))
	}
	for _, line := range s.Beside {
		row(c.OutOrStdout(), t.in("无处可归", "beside"), "", fmt.Sprintf("%q", line))
	}
}
