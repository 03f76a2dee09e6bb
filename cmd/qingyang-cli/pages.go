package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
)

func (t *tool) clean() *cobra.Command {
	var asJSON, explain bool
	var encoding string
	c := &cobra.Command{
		Use:     "clean FILE",
		Short:   t.in("清理一版，打印稿件", "clean one page and print its articles"),
		Example: "  qingyang-cli clean page.txt\n  qingyang-cli clean --json page.txt\n  qingyang-cli clean --explain page.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			b, err := t.read(args[0])
			if err != nil {
				return err
			}
			page, err := desk.CleanFile(filepath.Base(args[0]), b, desk.Encoding(encoding))
			if err != nil {
				return err
			}
			out := page.Plain(t.lang)
			switch {
			case explain:
				out = page.Explain(t.lang)
			case asJSON:
				b, err := page.JSON()
				if err != nil {
					return err
				}
				out = string(b) + "\n"
			}
			_, err = io.WriteString(c.OutOrStdout(), out)
			return err
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, t.in("打印一个 JSON 对象", "print one JSON object"))
	c.Flags().BoolVar(&explain, "explain", false, t.in("说明每处分行为何接排或分段", "say of every junction of lines why it is joined or broken"))
	t.encodingFlag(c, &encoding)
	return c
}

func (t *tool) encodingFlag(c *cobra.Command, encoding *string) {
	c.Flags().StringVar(encoding, "encoding", "", t.in("原文编码；不写则自动识别", "encoding of the file; found by itself if not given"))
}

// read reads a file, or standard input for "-".
func (t *tool) read(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, &say.Problem{
			Subject: name, What: say.T("读不出来", "cannot be read"),
			Do: say.T("请检查路径和权限", "check the path and its permissions"), Err: err,
		}
	}
	return b, nil
}

func (t *tool) normalize() *cobra.Command {
	return &cobra.Command{
		Use:     "normalize",
		Short:   t.in("逐行规范标点、空格和全半角（标准输入到标准输出）", "normalize marks, spaces and widths line by line, from standard input to standard output"),
		Example: "  qingyang-cli normalize < lines.txt",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			in := bufio.NewReader(c.InOrStdin())
			out := bufio.NewWriter(c.OutOrStdout())
			for {
				line, err := in.ReadString('\n')
				if line != "" {
					end := ""
					if n := len(line) - 1; line[n] == '\n' {
						line, end = line[:n], "\n"
					}
					if _, err := out.WriteString(desk.Normalize(line) + end); err != nil {
						return err
					}
				}
				if err == io.EOF {
					return out.Flush()
				}
				if err != nil {
					return err
				}
			}
		},
	}
}

func (t *tool) imports() *cobra.Command {
	var in desk.Importing
	var encoding string
	c := &cobra.Command{
		Use:     "import --library LIBRARY FILE…",
		Short:   t.in("把版面导入档案库并清理", "import pages into a library and clean them"),
		Example: "  qingyang-cli import --library paper.qingyang 1.txt 2.txt\n  qingyang-cli import --library paper.qingyang --publication 青禾日报 --date 2022-03-04 1.txt",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			in.Encoding = desk.Encoding(encoding)
			var files []desk.File
			for _, a := range args {
				b, err := t.read(a)
				if err != nil {
					return err
				}
				files = append(files, desk.File{Name: filepath.Base(a), Bytes: b})
			}
			return t.withNew(c.Context(), func(d *desk.Desk) error {
				done, bad, err := d.Import(c.Context(), files, in, t.progress)
				for _, i := range done {
					t.imported(c.OutOrStdout(), i)
				}
				for _, e := range bad {
					fmt.Fprintln(os.Stderr, say.Error(e, t.lang))
				}
				if err == nil && len(bad) > 0 {
					err = &say.Problem{
						What: say.T("%d 个文件没有导入", "%d files were not imported").With(len(bad)),
						Do:   say.T("原因见上", "the reasons stand above"),
					}
				}
				return err
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

func (t *tool) imported(w io.Writer, i desk.Imported) {
	fmt.Fprintln(w, t.in(
		fmt.Sprintf("#%d %s：%s，%d 篇稿件，%d 处待看，%d 处读不出", i.Leaf.ID, i.Leaf.Title(), i.Encoding, i.Articles, i.Doubts, i.Damage),
		fmt.Sprintf("#%d %s: %s, %d articles, %d places to look at, %d unreadable", i.Leaf.ID, i.Leaf.Title(), i.Encoding, i.Articles, i.Doubts, i.Damage)))
}

func (t *tool) sample() *cobra.Command {
	var folder string
	c := &cobra.Command{
		Use:     "sample --out FOLDER",
		Short:   t.in("导入示例报纸，清理，导出到文件夹", "import the sample bulletin, clean it, export it to a folder"),
		Example: "  qingyang-cli sample --out sample",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
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
				return t.exportAll(c, d, folder)
			})
		},
	}
	c.Flags().StringVar(&folder, "out", "sample", t.in("结果放在哪个文件夹", "folder for the results"))
	return c
}

// exportAll writes every issue of the library in every format, in place of earlier ones.
func (t *tool) exportAll(c *cobra.Command, d *desk.Desk, folder string) error {
	pubs, err := d.Publications(c.Context())
	if err != nil {
		return err
	}
	for _, p := range pubs {
		issues, err := d.Issues(c.Context(), p.ID)
		if err != nil {
			return err
		}
		for _, i := range issues {
			for _, f := range desk.Formats() {
				e, err := d.ExportIssue(c.Context(), i.ID, desk.Exporting{Format: f})
				if err != nil {
					return err
				}
				path := filepath.Join(folder, e.Name)
				if err := d.Write(path, e, true); err != nil {
					return err
				}
				fmt.Fprintln(c.OutOrStdout(), t.in("已导出 ", "exported ")+path)
			}
		}
	}
	return nil
}
