package main

import (
	"time"

	"github.com/spf13/cobra"

	"qingyang/app/errata"
	"qingyang/app/proof"
	"qingyang/app/say"
	"qingyang/app/source"
)

func (t *tool) check() *cobra.Command {
	var asJSON, fail, quiet, strict bool
	var encoding, date, english string
	c := &cobra.Command{
		Use:   "check FILE",
		Short: t.in("找出一版里可能错的字、词、数字和标点", "find what may be wrong in the words, characters, numbers and marks of a page"),
		Long: t.in("找出一个文件里可能错的字、词、数字和标点，打印位置、建议和理由；“-”是标准输入。什么也不改。",
			"Find what may be wrong in the words, characters, numbers and marks of one file, and print where it is, what may be meant and why; “-” is standard input. Nothing is changed. ") + t.formats(),
		Example: "  qingyang-cli check page.txt\n  qingyang-cli check --json --quiet page.txt\n  qingyang-cli check --fail page.txt && echo clean",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			e, err := source.FindEncoding(encoding)
			if err != nil {
				return err
			}
			b, err := t.read(c, args[0])
			if err != nil {
				return err
			}
			house, err := houseOf(date, english)
			if err != nil {
				return err
			}
			o := errata.Options{House: house}
			switch {
			case quiet:
				o.Strict = proof.Quiet
			case strict:
				o.Strict = proof.Strict
			}
			found, err := errata.Check(c.Context(), args[0], b, e, o)
			if err != nil {
				return err
			}
			if asJSON {
				err = found.WriteJSON(data(c))
			} else {
				err = found.Write(c.OutOrStdout(), t.lang)
			}
			if n := len(found); err == nil && fail && n > 0 {
				err = &say.Problem{
					Subject: args[0], What: say.T("有 %d 处存疑", "has %d doubtful places").With(n),
					Do: say.T("请逐处看过；不要因此失败就不加 --fail", "look at each; without --fail this is no failure"),
				}
			}
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, t.in("打印一个 JSON 数组", "print one JSON array"))
	c.Flags().BoolVar(&fail, "fail", false, t.in("有疑点时以状态 1 退出", "exit with status 1 where something is found"))
	c.Flags().BoolVar(&quiet, "quiet", false, t.in("只报很有把握的错字", "only wrong characters that are nearly sure"))
	c.Flags().BoolVar(&strict, "strict", false, t.in("把握小些的错字也报", "less sure wrong characters too"))
	c.Flags().StringVar(&date, "date", "", t.in("本期出版日期，如 2026-03-04：报道里的日子要与它相合", "day of the issue, like 2026-03-04: days of the stories must fit it"))
	c.Flags().StringVar(&english, "english", "", t.in("英文拼法：british 或 american，不写则两种都对", "spelling of English text: british or american; both are right without it"))
	c.MarkFlagsMutuallyExclusive("quiet", "strict")
	t.encodingFlag(c, &encoding)
	return c
}

// houseOf is what the flags say of the page's publication.
func houseOf(date, english string) (*proof.House, error) {
	h := &proof.House{}
	if date != "" {
		day, err := time.Parse(time.DateOnly, date)
		if err != nil {
			return nil, &say.Problem{Subject: date, What: say.T("不是日期", "is no day"), Do: say.T("写成 2026-03-04", "write it like 2026-03-04"), Err: err}
		}
		h.Issue = day
	}
	switch english {
	case "":
	case "british":
		h.English = proof.British
	case "american":
		h.English = proof.American
	default:
		return nil, &say.Problem{Subject: english, What: say.T("不是英文拼法", "is no spelling of English"), Do: say.T("写成 british 或 american", "write british or american")}
	}
	return h, nil
}
