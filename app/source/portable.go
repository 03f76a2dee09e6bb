package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"qingyang/app/say"
	"qingyang/app/source/pdf"
	"qingyang/app/source/scan"
)

// ErrPassword says that a file is locked, and Options.Password does not open it. It comes inside a *say.Problem.
var ErrPassword = errors.New("the file is locked with a password")

// readPDF reads a PDF file: the text that is in it, with its places; pages that are pictures alone are recognised. What
// could not be read is said in Left of the first page, where others could; where none could, it is the error. Of a file
// that is locked the pages keep a copy that is not.
func readPDF(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
	f, err := pdf.Read(ctx, b, pdf.Options{Wanted: opt.Pages.Has})
	var open []byte
	if errors.Is(err, pdf.ErrPassword) && opt.Password != "" {
		if open, err = pdf.Unlock(ctx, b, opt.Password); err == nil {
			b = open
			f, err = pdf.Read(ctx, b, pdf.Options{Wanted: opt.Pages.Has})
		}
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, pdf.ErrPassword) && opt.Password == "":
		return nil, opt.because(ErrPassword, say.T("加了密码", "is locked with a password"), say.T("请给出密码（命令行：--password）", "give its password (command line: --password)"))
	case errors.Is(err, pdf.ErrPassword):
		return nil, opt.because(ErrPassword, say.T("的密码不对", "is locked with another password"), say.T("请再输一次密码", "type its password again"))
	case errors.Is(err, pdf.ErrVast):
		return nil, opt.because(err, say.T("打开要用太多时间或内存", "takes too much time or memory to open"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
	case err != nil:
		return nil, opt.because(err, say.T("已损坏，打不开", "is damaged and cannot be opened"), say.T("请检查文件是否传输完整，或请对方重新导出", "look whether all of it was sent, or ask for it to be exported again"))
	case len(f.Pages) == 0:
		return nil, opt.problem(say.T("共 %d 页，没有要的那几页", "has %d pages, and none of those that were asked for").With(f.Count), say.T("请改页码范围", "ask for other pages"))
	}
	pages := printed(f.Pages, f.Count > 1, UTF8, true, opt)
	for i := range pages {
		pages[i].Set, pages[i].Picture = true, Picture{nil, PDF, max(1, pages[i].Part)}
		if open != nil {
			pages[i].Bytes, pages[i].SHA256, pages[i].Media = open, sha256.Sum256(open), PDF
		}
	}
	more, bad := opt.pictures(ctx, b, f)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	pages = append(pages, more...)
	slices.SortStableFunc(pages, func(a, b Raw) int { return a.Part - b.Part })
	for n, err := range f.Bad {
		bad[n] = opt.because(fmt.Errorf("page %d: %w", n, err), say.T("的版面要用太多时间或内存，读不出来", "has pages that take too much time or memory"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
	}
	left := opt.left(bad)
	switch {
	case len(pages) == 0 && left != nil:
		return nil, left
	case len(pages) == 0:
		return nil, opt.because(ErrPictures, say.T("里没有文字，图片里也没有认出文字", "has no text, and its pictures show none that could be recognised"), say.T("请换一份更清楚的扫描件（300 dpi）", "take a clearer scan (300 dpi)"))
	}
	pages[0].Left = left
	return pages, nil
}

// left is one problem for all pages that could not be read: the first one's, with the numbers of all. nil where there
// are none.
func (o Options) left(bad map[int]error) error {
	if len(bad) == 0 {
		return nil
	}
	var numbers []string
	sorted := slices.Sorted(maps.Keys(bad))
	for _, n := range sorted {
		numbers = append(numbers, strconv.Itoa(n))
	}
	var p *say.Problem
	if !errors.As(bad[sorted[0]], &p) {
		return bad[sorted[0]]
	}
	one := *p
	one.What = say.T("第 %s 页没有读入：%s", "page %s was not read: it %s").With(strings.Join(numbers, "、"), p.What)
	return &one
}

// pictures reads the pages of a PDF that are pictures alone, as many at once as there are cores. Those that could not be
// read are in bad, by their numbers.
func (o Options) pictures(ctx context.Context, b []byte, f pdf.File) (all []Raw, bad map[int]error) {
	bad = map[int]error{}
	var want []int
	for _, p := range f.Pages {
		if len(p.Lines) == 0 && f.Bad[p.Number] == nil {
			want = append(want, p.Number)
		}
	}
	if len(want) == 0 {
		return nil, bad
	}
	t, err := scan.Find(ctx)
	if err != nil {
		for _, n := range want {
			bad[n] = o.unrecognised(ctx, err)
		}
		return nil, bad
	}
	type result struct {
		page int
		raws []Raw
		err  error
	}
	numbers, results := make(chan int), make(chan result)
	for range min(len(want), runtime.GOMAXPROCS(0)) {
		go func() {
			for n := range numbers {
				r := result{page: n}
				var picture []byte
				if picture, r.err = pdf.Picture(ctx, b, "", n, scanned); r.err == nil {
					one := o
					one.Pages = Range{}
					r.raws, r.err = one.recognise(ctx, t, picture)
				} else {
					r.err = o.unrecognised(ctx, r.err)
				}
				results <- r
			}
		}()
	}
	go func() {
		for _, n := range want {
			numbers <- n
		}
		close(numbers)
	}()
	for range want {
		r := <-results
		for _, raw := range r.raws {
			if raw.Part = 0; f.Count > 1 {
				raw.Part = r.page
			}
			raw.Picture = Picture{b, PDF, r.page}
			all = append(all, raw)
		}
		if r.err != nil {
			bad[r.page] = r.err
		}
	}
	return all, bad
}

// PDF is the media type of PDF files.
const PDF = "application/pdf"

// scanned is at how many pixels an inch pages are drawn to be read.
const scanned = 300

// ErrPictures says that a file holds pictures of pages and no text. It comes inside a *say.Problem.
var ErrPictures = errors.New("the file has pictures only")

func (o Options) because(err error, what, do say.Text) error {
	p := o.problem(what, do)
	p.Err = err
	return p
}
