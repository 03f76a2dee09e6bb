package source

import (
	"context"
	"errors"
	"fmt"

	"qingyang/app/say"
	"qingyang/app/source/pdf"
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
		return nil, opt.because(ErrPassword, say.T("加了密码", "is locked with a password"), say.T("请给出密码（--password）", "give its password (--password)"))
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
	if len(pages) > 0 {
		return pages, nil
	}
	for n, bad := range f.Bad {
		return nil, opt.because(fmt.Errorf("page %d: %w", n, bad), say.T("的版面要用太多时间或内存，读不出来", "has pages that take too much time or memory"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
	}
	return nil, opt.because(ErrPictures, say.T("里只有图片，没有文字", "has pictures only, and no text"), recognise)
}

// ErrPictures says that a file holds pictures of pages and no text. It comes inside a *say.Problem.
var ErrPictures = errors.New("the file has pictures only")

func (o Options) because(err error, what, do say.Text) error {
	p := o.problem(what, do)
	p.Err = err
	return p
}
