package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/say"
	"qingyang/app/source"
)

// importing is what `import` was asked to do.
type importing struct {
	*tool
	desk.Importing
	pattern *folder.Pattern // of the names in folders; nil is to be guessed, for each folder
	preview bool
	watch   bool
	folders []watched
	bad     []error // what did not come in
	known   int     // files that the library had
}

// watched is a folder that was named, and what the names in it say.
type watched struct {
	root    string
	pattern folder.Pattern
	folder.Watch
}

// between is how long a file must stand still before a watched folder's file is read.
const between = 3 * time.Second

func (t *tool) imports() *cobra.Command {
	i := importing{tool: t}
	var encoding, pattern, pages string
	c := &cobra.Command{
		Use:   "import --library LIBRARY FILE|FOLDER…",
		Short: t.in("把版面导入档案库并清理", "import pages into a library and clean them"),
		Long: t.in("把版面导入档案库并清理；没有档案库就新建。读不了的文件列出原因，不妨碍其余的。\n文件夹连同其中的文件夹一起导入，按文件名归入各期各版"+
			"（--pattern，不写则自动推断；先用 --preview 看看）。中断后再来一次，接着没导入的做。",
			"Import pages into a library and clean them; a library that is not there is made. A file that cannot be read is named with "+
				"the reason and keeps no other out.\nA folder comes in with the folders in it, sorted into issues and pages by the names of its files "+
				"(--pattern, guessed if not given; look first with --preview). After an interruption the same command goes on where it stood. ") + t.formats(),
		Example: "  qingyang-cli import --library paper.qingyang 1.txt 2.txt\n  qingyang-cli import --library paper.qingyang --publication 青禾日报 --date 2022-03-04 1.txt\n" +
			"  qingyang-cli import --library paper.qingyang --pattern '{date}/{section}{page}.*' --preview scans",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if i.Encoding, err = source.FindEncoding(encoding); err != nil {
				return err
			}
			if i.Pages, err = source.FindRange(pages); err != nil {
				return err
			}
			if pattern != "" {
				p, err := folder.Parse(pattern)
				if err != nil {
					return err
				}
				i.pattern = &p
			}
			return i.run(c, args)
		},
	}
	c.Flags().StringVar(&i.Publication, "publication", "", t.in("报刊名；不写则取版面上的", "name of the paper; else as the page says"))
	c.Flags().StringVar(&i.Number, "number", "", t.in("期号", "number of the issue"))
	c.Flags().StringVar(&i.Date, "date", "", t.in("日期，如 2022-03-04；不写则取版面上的", "date, as 2022-03-04; else as the page says"))
	c.Flags().BoolVar(&i.Again, "again", false, t.in("同样的文件也再导入一份", "import a file even if the library has it"))
	c.Flags().BoolVar(&i.Outside, "pictures-outside", false, t.in("版面图留在原处，档案库只记路径和校验值", "leave the pictures of pages where they are; the library keeps their paths and hashes"))
	c.Flags().StringVar(&pattern, "pattern", "", t.in("文件名的样子，如 {date}/{section}{page}.*", "what the names in a folder say, as {date}/{section}{page}.*"))
	c.Flags().BoolVar(&i.preview, "preview", false, t.in("只列出各文件归入哪期哪版，不导入", "only list where each file would go"))
	c.Flags().BoolVar(&i.watch, "watch", false, t.in("导入后守着文件夹，新文件一到就导入（Ctrl+C 结束）", "then stay, and import what appears in the folders (Ctrl+C ends it)"))
	t.encodingFlag(c, &encoding)
	t.pagesFlag(c, &pages)
	t.languagesFlag(c, &i.Languages)
	t.passwordFlag(c, &i.Password)
	return t.needs(c)
}

func (i *importing) run(c *cobra.Command, args []string) error {
	files, err := i.files(c, args)
	if err != nil {
		return err
	}
	if i.watch && len(i.folders) == 0 {
		return &say.Problem{What: say.T("--watch 要有文件夹可守", "--watch needs a folder to watch"), Do: say.T("请写出文件夹", "name a folder")}
	}
	if i.preview {
		i.list(c.OutOrStdout(), files)
		return i.notImported()
	}
	if len(files) == 0 && !i.watch {
		return i.notImported() // and no library is made for nothing
	}
	return i.withNew(c.Context(), func(d *desk.Desk) error {
		err := i.take(c, d, files)
		if i.watch && err == nil {
			err = i.stay(c, d)
		}
		if i.known > 0 {
			fmt.Fprintln(i.err, i.in(fmt.Sprintf("早已导入的文件：%d 个", i.known), fmt.Sprintf("files that the library had: %d", i.known)))
		}
		return errors.Join(err, i.notImported())
	})
}

// files are the files to import, read when their turn comes; only the first that can be read is read
// now. What stands before it is in bad.
func (i *importing) files(c *cobra.Command, names []string) (files []desk.File, err error) {
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			paths, err := folder.List(c.Context(), name, source.Extensions())
			if err != nil {
				return nil, err
			}
			w := watched{root: name}
			if i.pattern != nil {
				w.pattern = *i.pattern
			} else {
				w.pattern = folder.Guess(paths)
				fmt.Fprintln(i.err, i.in("文件名的样子：", "pattern of the names: ")+cmp.Or(w.pattern.String(), "—"))
			}
			i.folders = append(i.folders, w)
			if !i.watch || i.preview { // a watched folder's files come when they stand still
				files = append(files, w.files(paths)...)
			}
			continue
		}
		f := desk.File{Name: filepath.Base(name), Path: name}
		if len(files) == 0 || name == "-" {
			b, err := i.read(c, name)
			if err != nil {
				i.bad = append(i.bad, err)
				continue
			}
			f.Path, f.Bytes = "", b
		}
		files = append(files, f)
	}
	return files, nil
}

// files are files of the folder with the places that their names say.
func (w *watched) files(paths []string) (files []desk.File) {
	for _, path := range paths {
		at, _ := w.pattern.Place(path)
		files = append(files, desk.File{Name: path, Path: filepath.Join(w.root, filepath.FromSlash(path)), Place: at})
	}
	return files
}

// list prints where each file would go: name, paper, issue, date, section, page; "-" for what the page has to say.
func (i *importing) list(w io.Writer, files []desk.File) {
	or := func(s string) string { return cmp.Or(s, "-") }
	for _, f := range files {
		page := "-"
		if f.Page > 0 {
			page = fmt.Sprint(f.Page)
		}
		row(w, f.Name, or(cmp.Or(i.Publication, f.Publication)), or(cmp.Or(i.Number, f.Number)), or(cmp.Or(i.Date, f.Date)), or(f.Section), page)
	}
}

// take imports files and says what came in.
func (i *importing) take(c *cobra.Command, d *desk.Desk, files []desk.File) error {
	done, bad, err := d.Import(c.Context(), files, i.Importing, i.progress)
	for _, one := range done {
		i.imported(c.OutOrStdout(), one)
		if one.Twin != 0 {
			fmt.Fprintln(i.err, say.T("这一期已有第 %d 版（#%d）；若 #%d 是同一版的另一次识读或外校稿，请用 compare --page %d 与它对照", "the issue has a page %d (#%d); if #%d is another reading of it, or its text corrected, hold that against it: compare --page %d").
				With(one.Leaf.Number, int64(one.Twin), int64(one.Leaf.ID), int64(one.Twin)).In(i.lang))
		}
	}
	for _, b := range bad {
		if errors.Is(b, desk.ErrKnown) && len(files) > 1 {
			i.known++
		} else {
			i.bad = append(i.bad, b)
		}
	}
	return err
}

// stay imports what appears in the folders, until it is interrupted.
func (i *importing) stay(c *cobra.Command, d *desk.Desk) error {
	fmt.Fprintln(i.err, i.in("守着文件夹，Ctrl+C 结束", "watching the folders; Ctrl+C ends it"))
	ticks := i.ticks
	if ticks == nil {
		t := time.NewTicker(between)
		defer t.Stop()
		ticks = t.C
	}
	for ctx := c.Context(); ; {
		for n := range i.folders {
			w := &i.folders[n]
			paths, err := w.Look(ctx, w.root, source.Extensions())
			if err == nil && len(paths) > 0 {
				err = i.take(c, d, w.files(paths))
			}
			if err != nil && ctx.Err() == nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return nil // asked to end: nothing went wrong
		case <-ticks:
		}
	}
}

// notImported says which files did not come in, and is nil where all did.
func (i *importing) notImported() error {
	for _, err := range i.bad {
		fmt.Fprintln(i.err, say.Error(err, i.lang))
	}
	if len(i.bad) == 0 {
		return nil
	}
	return &say.Problem{
		What: say.T("没有导入的文件：%d 个", "files that were not imported: %d").With(len(i.bad)),
		Do:   say.T("原因见上", "the reasons stand above"),
	}
}

func (t *tool) imported(w io.Writer, i desk.Imported) {
	name := i.Leaf.Name()
	articles := say.Count(i.Articles, "篇稿件", "article", "articles")
	places := say.Count(i.Doubts, "处待看", "place to look at", "places to look at")
	fmt.Fprintln(w, t.in(
		fmt.Sprintf("#%d %s：%s，%s，%s，%d 处读不出", i.Leaf.ID, name.ZH, i.Encoding, articles.ZH, places.ZH, i.Damage),
		fmt.Sprintf("#%d %s: %s, %s, %s, %d unreadable", i.Leaf.ID, name.EN, i.Encoding, articles.EN, places.EN, i.Damage)))
}
