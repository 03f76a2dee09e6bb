package source

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"qingyang/app/say"
	"qingyang/app/source/pdf"
	"qingyang/app/source/scan"
)

// ErrPassword says that a file is locked, and Options.Password does not open it. It comes inside a *say.Problem.
var ErrPassword = errors.New("the file is locked with a password")

// readPDF reads a PDF file: the text that is in it, with its places. A page that could not be read, or is a
// picture alone, is left out where others have text; where none has, the problem says which of both it is.
func readPDF(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
	f, err := pdf.Read(ctx, b, pdf.Options{Password: opt.Password, Wanted: opt.Pages.Has})
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, pdf.ErrPassword) && opt.Password == "":
		return nil, opt.because(ErrPassword, say.T("加了密码", "is locked with a password"), say.T("清理时可给密码（--password）；导入前请先另存一份不加密的", "clean takes --password; to import it, save a copy without a password first"))
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
	}
	more, err := opt.pictures(ctx, b, f)
	if err != nil && (len(pages) == 0 || ctx.Err() != nil) {
		return nil, err
	}
	pages = append(pages, more...)
	slices.SortStableFunc(pages, func(a, b Raw) int { return a.Part - b.Part })
	if len(pages) > 0 {
		return pages, nil
	}
	for n, bad := range f.Bad {
		return nil, opt.because(fmt.Errorf("page %d: %w", n, bad), say.T("的版面要用太多时间或内存，读不出来", "has pages that take too much time or memory"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
	}
	return nil, opt.because(ErrPictures, say.T("里没有文字，图片里也没有认出文字", "has no text, and its pictures show none that could be recognised"), say.T("请换一份更清楚的扫描件（300 dpi）", "take a clearer scan (300 dpi)"))
}

// pictures reads the pages of a PDF that are pictures alone, as many at once as there are cores. The error is that
// of the first page that could not be read; the others are there all the same.
func (o Options) pictures(ctx context.Context, b []byte, f pdf.File) (all []Raw, err error) {
	var want []int
	for _, p := range f.Pages {
		if len(p.Lines) == 0 && f.Bad[p.Number] == nil {
			want = append(want, p.Number)
		}
	}
	if len(want) == 0 {
		return nil, nil
	}
	t, err := scan.Find(ctx)
	if err != nil {
		return nil, o.unrecognised(ctx, err)
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
				if picture, r.err = pdf.Picture(ctx, b, o.Password, n, scanned); r.err == nil {
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
			err = r.err
		}
	}
	return all, err
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
