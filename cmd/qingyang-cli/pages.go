package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/source"
)

func (t *tool) clean() *cobra.Command {
	var asJSON, explain bool
	var encoding string
	c := &cobra.Command{
		Use:     "clean FILE",
		Short:   t.in("清理一版，打印稿件", "clean one page and print its articles"),
		Long:    t.in("清理一个文件的版面，打印稿件；“-”是标准输入。", "Clean the pages of one file and print their articles; “-” is standard input. ") + t.formats(),
		Example: "  qingyang-cli clean page.txt\n  qingyang-cli clean --json page.txt\n  qingyang-cli clean --explain page.txt",
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
			file, err := desk.CleanFile(c.Context(), args[0], b, e)
			if err != nil {
				return err
			}
			switch {
			case explain:
				return file.Write(c.OutOrStdout(), desk.AsReasons, t.lang)
			case asJSON:
				return file.Write(data(c), desk.AsJSON, t.lang)
			}
			return file.Write(c.OutOrStdout(), desk.AsText, t.lang)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, t.in("打印一个 JSON 对象", "print one JSON object"))
	c.Flags().BoolVar(&explain, "explain", false, t.in("说明每处分行为何接排或分段", "say of every junction of lines why it is joined or broken"))
	t.encodingFlag(c, &encoding)
	return c
}

// formats says what can be read.
func (t *tool) formats() string {
	var all []string
	for _, r := range source.Readers {
		if r.Read != nil {
			all = append(all, r.Name.In(t.lang)+" ("+strings.Join(r.Extensions, ", ")+")")
		}
	}
	return t.in("可读的格式：", "What can be read: ") + strings.Join(all, t.in("；", "; ")) + t.in("。", ".")
}

func (t *tool) encodingFlag(c *cobra.Command, encoding *string) {
	c.Flags().StringVar(encoding, "encoding", "", t.in("原文编码；不写则自动识别", "encoding of the file; found by itself if not given"))
}

// read reads a file, or standard input for "-".
func (t *tool) read(c *cobra.Command, name string) ([]byte, error) {
	if name == "-" {
		return source.ReadStream(c.Context(), t.in("标准输入", "standard input"), c.InOrStdin())
	}
	return source.ReadFile(c.Context(), name)
}

func (t *tool) imports() *cobra.Command {
	var in desk.Importing
	var encoding string
	c := &cobra.Command{
		Use:   "import --library LIBRARY FILE…",
		Short: t.in("把版面导入档案库并清理", "import pages into a library and clean them"),
		Long: t.in("把版面导入档案库并清理；没有档案库就新建。读不了的文件列出原因，不妨碍其余的。",
			"Import pages into a library and clean them; a library that is not there is made. A file that cannot be read is named with "+
				"the reason and keeps no other out. ") + t.formats(),
		Example: "  qingyang-cli import --library paper.qingyang 1.txt 2.txt\n  qingyang-cli import --library paper.qingyang --publication 青禾日报 --date 2022-03-04 1.txt",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if in.Encoding, err = source.FindEncoding(encoding); err != nil {
				return err
			}
			files, bad := t.files(c, args)
			if len(files) == 0 {
				return t.notImported(bad) // and no library is made for nothing
			}
			return t.withNew(c.Context(), func(d *desk.Desk) error {
				done, more, err := d.Import(c.Context(), files, in, t.progress)
				for _, i := range done {
					t.imported(c.OutOrStdout(), i)
				}
				return errors.Join(err, t.notImported(append(bad, more...)))
			})
		},
	}
	c.Flags().StringVar(&in.Publication, "publication", "", t.in("报刊名；不写则取版面上的", "name of the paper; else as the page says"))
	c.Flags().StringVar(&in.Number, "number", "", t.in("期号", "number of the issue"))
	c.Flags().StringVar(&in.Date, "date", "", t.in("日期，如 2022-03-04；不写则取版面上的", "date, as 2022-03-04; else as the page says"))
	c.Flags().BoolVar(&in.Again, "again", false, t.in("同样的文件也再导入一份", "import a file even if the library has it"))
	t.encodingFlag(c, &encoding)
	return t.needs(c)
}

// files are the files to import, read when their turn comes; only the first that can be read is read
// now. What stands before it is in bad.
func (t *tool) files(c *cobra.Command, names []string) (files []desk.File, bad []error) {
	for _, name := range names {
		f := desk.File{Name: filepath.Base(name), Path: name}
		if len(files) == 0 || name == "-" {
			b, err := t.read(c, name)
			if err != nil {
				bad = append(bad, err)
				continue
			}
			f.Path, f.Bytes = "", b
		}
		files = append(files, f)
	}
	return files, bad
}

// notImported says which files did not come in, and is nil where all did.
func (t *tool) notImported(bad []error) error {
	for _, err := range bad {
		fmt.Fprintln(t.err, say.Error(err, t.lang))
	}
	if len(bad) == 0 {
		return nil
	}
	return &say.Problem{
		What: say.T("没有导入的文件：%d 个", "files that were not imported: %d").With(len(bad)),
		Do:   say.T("原因见上", "the reasons stand above"),
	}
}

func (t *tool) imported(w io.Writer, i desk.Imported) {
	fmt.Fprintln(w, t.in(
		fmt.Sprintf("#%d %s：%s，%d 篇稿件，%d 处待看，%d 处读不出", i.Leaf.ID, i.Leaf.Title(), i.Encoding, i.Articles, i.Doubts, i.Damage),
		fmt.Sprintf("#%d %s: %s, %d articles, %d places to look at, %d unreadable", i.Leaf.ID, i.Leaf.Title(), i.Encoding, i.Articles, i.Doubts, i.Damage)))
}
