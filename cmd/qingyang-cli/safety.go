package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
)

func (t *tool) verify() *cobra.Command {
	var rebuild bool
	c := &cobra.Command{
		Use:     "verify --library LIBRARY",
		Short:   t.in("校验档案库：文件、原文、修订和由此得出的表", "verify a library: the file, its sources, its logs and what is derived from them"),
		Example: "  qingyang-cli verify --library paper.qingyang\n  qingyang-cli verify --library paper.qingyang --rebuild",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			with := t.with
			if rebuild {
				with = t.withExisting
			}
			return with(c.Context(), func(d *desk.Desk) error {
				if rebuild {
					bad, err := d.Rebuild(c.Context(), t.progress)
					for _, b := range bad {
						fmt.Fprintln(t.err, say.Error(b, t.lang))
					}
					if err != nil {
						return err
					}
				}
				faults, err := d.Verify(c.Context(), t.progress)
				t.faults(c, faults)
				if err != nil {
					return err
				}
				if len(faults) > 0 {
					return &say.Problem{
						Subject: t.library, What: say.T("有 %d 处问题", "has %d faults").With(len(faults)),
						Do: say.T("表不符时用 --rebuild；原文或修订受损时用 salvage 抢救，或用 restore 换回备份", "--rebuild where rows differ; salvage or restore a backup where sources or logs are damaged"),
					}
				}
				fmt.Fprintln(c.OutOrStdout(), t.in("档案库完好", "the library is sound"))
				return nil
			})
		},
	}
	c.Flags().BoolVar(&rebuild, "rebuild", false, t.in("先重建由修订得出的表、检索索引和触发器", "make the derived rows, the index of the search and the triggers anew first"))
	return t.needs(c)
}

func (t *tool) faults(c *cobra.Command, faults []desk.Fault) {
	for _, f := range faults {
		fmt.Fprintln(c.OutOrStdout(), f.Subject+t.in("：", ": ")+f.What.In(t.lang))
	}
}

func (t *tool) backup() *cobra.Command {
	return t.needs(&cobra.Command{
		Use:     "backup --library LIBRARY FILE",
		Short:   t.in("备份档案库；不覆盖已有文件", "back up a library; no file is overwritten"),
		Example: "  qingyang-cli backup --library paper.qingyang paper-2022-03.qingyang",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return t.with(c.Context(), func(d *desk.Desk) error { return d.Backup(c.Context(), args[0]) })
		},
	})
}

func (t *tool) salvage() *cobra.Command {
	return t.needs(&cobra.Command{
		Use:     "salvage --library LIBRARY FILE",
		Short:   t.in("从受损的档案库抢救完好的部分，存为新的档案库", "make a new library of all that is sound in a damaged one"),
		Long:    t.in("受损的文件不作改动。丢失的部分逐条列出。", "The damaged file is not changed. What is lost is listed."),
		Example: "  qingyang-cli salvage --library paper.qingyang salvaged.qingyang",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			lost, err := desk.Salvage(c.Context(), t.library, args[0])
			if err != nil {
				return err
			}
			t.faults(c, lost)
			if len(lost) == 0 {
				fmt.Fprintln(c.OutOrStdout(), t.in("没有丢失什么", "nothing is lost"))
			}
			return nil
		},
	})
}

func (t *tool) restore() *cobra.Command {
	return t.needs(&cobra.Command{
		Use:   "restore --library LIBRARY BACKUP",
		Short: t.in("用备份替换档案库；原来的文件另存", "put a backup in the place of a library; the former file is kept"),
		Long: t.in("先关闭所有打开它的窗口和程序。旁边的 -wal 和 -shm 随原文件移走：留在原处，SQLite 会把它们并入备份。",
			"Close all windows and programs that have it open first. The -wal and -shm beside it go with the former file: SQLite would work them into the backup."),
		Example: "  qingyang-cli restore --library paper.qingyang paper-2022-03.qingyang",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			former, err := desk.Restore(c.Context(), t.library, args[0])
			if err != nil {
				return err
			}
			if former != "" {
				fmt.Fprintln(c.OutOrStdout(), t.in("原来的文件在 ", "the former file is ")+former)
			}
			return nil
		},
	})
}
