package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
)

func (t *tool) sample() *cobra.Command {
	var folder string
	var overwrite bool
	c := &cobra.Command{
		Use:     "sample --out FOLDER",
		Short:   t.in("导入示例报纸，清理，导出到文件夹", "import the sample bulletin, clean it, export it to a folder"),
		Example: "  qingyang-cli sample --out sample",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := os.MkdirAll(folder, 0o777); err != nil {
				return &say.Problem{
					Subject: folder, What: say.T("建不了这个文件夹", "is a folder that cannot be made"),
					Do: say.T("请另选一个", "choose another"), Err: err,
				}
			}
			t.library = filepath.Join(folder, "sample.qingyang")
			return t.withNew(c.Context(), func(d *desk.Desk) error {
				done, err := d.ImportSample(c.Context(), t.progress)
				if err != nil {
					return err
				}
				for _, i := range done {
					t.imported(c.OutOrStdout(), i)
				}
				if len(done) == 0 {
					fmt.Fprintln(c.OutOrStdout(), t.in("示例已经在档案库里", "the sample is in the library already"))
				}
				return t.exportAll(c, d, folder, overwrite)
			})
		},
	}
	c.Flags().StringVar(&folder, "out", "sample", t.in("结果放在哪个文件夹", "folder for the results"))
	c.Flags().BoolVar(&overwrite, "overwrite", false, t.in("替换内容不同的已有文件", "replace files that are there and differ"))
	return c
}

// exportAll writes every issue of the library in every format. A file that is there and says the same is
// left; one that says something else is, too, unless overwrite is set, and ends in a problem.
func (t *tool) exportAll(c *cobra.Command, d *desk.Desk, folder string, overwrite bool) error {
	pubs, err := d.Publications(c.Context())
	if err != nil {
		return err
	}
	kept := 0
	for _, p := range pubs {
		issues, err := d.Issues(c.Context(), p.ID)
		if err != nil {
			return err
		}
		for _, i := range issues {
			for _, f := range desk.Formats {
				e, err := d.ExportIssue(c.Context(), i.ID, desk.Exporting{Format: f})
				if err != nil {
					return err
				}
				left, err := t.exportOne(c, d, filepath.Join(folder, e.Name), e, overwrite)
				if err != nil {
					return err
				}
				kept += left
			}
		}
	}
	if kept > 0 {
		return &say.Problem{
			What: say.T("没有替换的已有文件：%d 个", "files that are there and were not replaced: %d").With(kept),
			Do:   say.T("要替换请加 --overwrite，或另选文件夹", "give --overwrite to replace them, or choose another folder"),
		}
	}
	return nil
}

// exportOne writes one file; kept is 1 where a file that says something else is there and stays.
func (t *tool) exportOne(c *cobra.Command, d *desk.Desk, path string, e desk.Export, overwrite bool) (kept int, err error) {
	err = d.Write(c.Context(), path, e, overwrite)
	if err == nil {
		fmt.Fprintln(c.OutOrStdout(), t.in("已导出 ", "exported ")+path)
		return 0, nil
	}
	if !errors.Is(err, os.ErrExist) {
		return 0, err
	}
	if there, failed := t.read(c, path); failed == nil && bytes.Equal(there, e.Bytes) {
		fmt.Fprintln(c.OutOrStdout(), t.in("没有变化 ", "unchanged ")+path)
		return 0, nil
	}
	fmt.Fprintln(t.err, say.Error(err, t.lang))
	return 1, nil
}
