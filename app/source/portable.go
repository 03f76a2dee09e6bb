package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"

	"qingyang/app/say"
	"qingyang/app/source/pdf"
	"qingyang/app/source/scan"
	"qingyang/app/source/sheet"
)

// ErrPassword says that a file is locked, and Options.Password does not open it. It comes inside a *say.Problem.
var ErrPassword = errors.New("the file is locked with a password")

// readPDF reads all pages of a PDF file. What could not be read is said in Left of the first one.
func readPDF(ctx context.Context, b []byte, opt Options) (pages []Raw, err error) {
	left, err := opt.eachPDF(ctx, b, func(raw Raw) error {
		pages = append(pages, raw)
		return nil
	})
	if err != nil {
		return nil, err
	}
	pages[0].Left = left
	return pages, nil
}

// eachPDF reads a PDF file page by page: the text that is in it, with its places; pages that are pictures alone are
// recognised, as many at once as there are cores. Few pages are in memory at a time, whatever the file has. What could
// not be read is left, where others could; where none could, it is the error. Of a file that is locked the pages keep
// a copy that is not.
func (o Options) eachPDF(ctx context.Context, b []byte, do func(Raw) error) (left, err error) {
	f := portable{taking: taking{Options: o, bad: map[int]error{}, do: do}, b: b, tess: sync.OnceValues(func() (scan.Tesseract, error) { return scan.Find(ctx) })}
	of, err := f.run(ctx)
	if errors.Is(err, pdf.ErrPassword) && o.Password != "" {
		if f.open, err = pdf.Unlock(ctx, b, o.Password); err == nil {
			f.b, f.sum = f.open, sha256.Sum256(f.open)
			of, err = f.run(ctx)
		}
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case f.refused != nil:
		return nil, f.refused
	case errors.Is(err, pdf.ErrPassword) && o.Password == "":
		return nil, o.because(ErrPassword, say.T("加了密码", "is locked with a password"), say.T("请给出密码（命令行：--password）", "give its password (command line: --password)"))
	case errors.Is(err, pdf.ErrPassword):
		return nil, o.because(ErrPassword, say.T("的密码不对", "is locked with another password"), say.T("请再输一次密码", "type its password again"))
	case errors.Is(err, pdf.ErrVast):
		return nil, o.because(err, say.T("打开要用太多时间或内存", "takes too much time or memory to open"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
	case err != nil:
		return nil, o.because(err, say.T("已损坏，打不开", "is damaged and cannot be opened"), say.T("请检查文件是否传输完整，或请对方重新导出", "look whether all of it was sent, or ask for it to be exported again"))
	case f.wanted == 0 && f.had > 0:
		return nil, nil
	case f.wanted == 0:
		return nil, o.noSuchPages(of)
	}
	left = o.left(f.bad)
	switch {
	case f.done == 0 && left != nil:
		return nil, left
	case f.done == 0 && f.had == 0:
		return nil, o.because(ErrPictures, say.T("里没有文字，图片里也没有认出文字", "has no text, and its pictures show none that could be recognised"), say.T("请换一份更清楚的扫描件（300 dpi）", "take a clearer scan (300 dpi)"))
	}
	return left, nil
}

// portable is a PDF file that is being read.
type portable struct {
	taking
	b       []byte
	open    []byte   // b, where it is a copy of a locked file
	sum     [32]byte // of open
	tess    func() (scan.Tesseract, error)
	refused error // what do said
}

// run reads the pages, and gives them to do in their order.
func (f *portable) run(ctx context.Context) (of int, err error) {
	taken := inOrder(ctx, func(ctx context.Context, put func(func() readPage) error) {
		of, err = pdf.Each(ctx, f.b, pdf.Options{Wanted: func(n int) bool { return f.wants(n, 2) }}, func(p sheet.Page, of int, bad error) error {
			return put(func() readPage {
				switch {
				case bad != nil:
					bad = f.because(fmt.Errorf("page %d: %w", p.Number, bad), say.T("的版面要用太多时间或内存，读不出来", "has pages that take too much time or memory"), say.T("请用阅读器打开它，另存为一份再试", "open it in a reader, save it as another file and try that"))
					return readPage{p.Number, of, nil, bad}
				case len(p.Lines) == 0:
					return f.recognised(ctx, p.Number, of)
				}
				return readPage{p.Number, of, f.set(p, of), nil}
			})
		})
	}, f.take)
	f.refused = taken
	return of, err
}

// set is a page that has text.
func (f *portable) set(p sheet.Page, of int) []Raw {
	raws := printed([]sheet.Page{p}, of > 1, UTF8, true, f.Options)
	for i := range raws {
		raws[i].Set, raws[i].Picture = true, Picture{nil, PDF, p.Number}
		if f.open != nil {
			raws[i].Bytes, raws[i].SHA256, raws[i].Media = f.open, f.sum, PDF
		}
	}
	return raws
}

// recognised is a page that is a picture alone.
func (f *portable) recognised(ctx context.Context, n, of int) readPage {
	p := readPage{number: n, of: of}
	t, err := f.tess()
	if err != nil {
		p.bad = f.unrecognised(ctx, err)
		return p
	}
	picture, err := pdf.Picture(ctx, f.b, "", n, scanned)
	if err != nil {
		p.bad = f.unrecognised(ctx, err)
		return p
	}
	p.raws, p.bad = f.recognise(ctx, t, picture)
	for i := range p.raws {
		if p.raws[i].Part = 0; of > 1 {
			p.raws[i].Part = n
		}
		p.raws[i].Picture = Picture{f.b, PDF, n}
	}
	return p
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
