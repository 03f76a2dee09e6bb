package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/say"
	"qingyang/app/source"
)

func (t *tool) clean() *cobra.Command {
	var asJSON, explain bool
	var encoding, pages, password, languages string
	c := &cobra.Command{
		Use:     "clean FILE",
		Short:   t.in("清理一版，打印稿件", "clean one page and print its articles"),
		Long:    t.in("清理一个文件的版面，打印稿件；“-”是标准输入。", "Clean the pages of one file and print their articles; “-” is standard input. ") + t.formats(),
		Example: "  qingyang-cli clean page.txt\n  qingyang-cli clean --json page.txt\n  qingyang-cli clean --pages 2-3 issue.pdf\n  qingyang-cli clean --explain page.txt",
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
			wanted, err := source.FindRange(pages)
			if err != nil {
				return err
			}
			file, err := desk.CleanFile(c.Context(), b, source.Options{Name: args[0], Encoding: e, Pages: wanted, Password: password, Languages: languages})
			if err != nil {
				return err
			}
			if file.Left != nil {
				fmt.Fprintln(t.err, say.Error(file.Left, t.lang))
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
	t.pagesFlag(c, &pages)
	t.languagesFlag(c, &languages)
	t.passwordFlag(c, &password)
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

func (t *tool) languagesFlag(c *cobra.Command, languages *string) {
	c.Flags().StringVar(languages, "languages", "", t.in("图片按什么语言识别，用 tesseract 的名称，如 chi_sim+eng；不写则照报刊的规则", "languages that pictures are read in, as tesseract names them: chi_sim+eng; else as the profile of the publication says"))
}

func (t *tool) passwordFlag(c *cobra.Command, password *string) {
	c.Flags().StringVar(password, "password", "", t.in("加锁的 PDF 的密码", "the password of a PDF that is locked"))
}

func (t *tool) pagesFlag(c *cobra.Command, pages *string) {
	c.Flags().StringVar(pages, "pages", "", t.in("只要其中几页，如 2-3（PDF 等一个文件多页时）", "only these pages of a file of several, as 2-3"))
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
