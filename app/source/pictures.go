package source

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"html"
	"path/filepath"
	"strings"

	"qingyang/app/picture"
	"qingyang/app/say"
	"qingyang/app/source/ocr"
	"qingyang/app/source/scan"
)

// HOCR is the media type of what was read in a picture: a page that was recognised is kept as its hOCR, so that it
// reads the same ever after.
const HOCR = "text/vnd.hocr+html"

// Machine is the installed tesseract that reads pictures.
type Machine struct {
	Version   string
	Languages []string // that it has data for, as it names them: chi_sim, eng
	Usual     string   // the one that pages are read in where nobody chose
}

// FindMachine looks for it, which takes a tenth of a second. The error is a *say.Problem that says what to install.
func FindMachine(ctx context.Context) (Machine, error) {
	t, err := scan.Find(ctx)
	if err != nil {
		return Machine{}, Options{}.unrecognised(ctx, err)
	}
	return Machine{t.Version, t.Languages, t.Usual()}, nil
}

// readPicture makes a Read of pictures of a kind: all pages that eachPicture gives.
func readPicture(media string) func(context.Context, []byte, Options) ([]Raw, error) {
	return func(ctx context.Context, b []byte, opt Options) (pages []Raw, err error) {
		left, err := opt.eachPicture(ctx, b, media, func(raw Raw) error {
			pages = append(pages, raw)
			return nil
		})
		if err != nil {
			return nil, err
		}
		pages[0].Left = left
		return pages, nil
	}
}

// eachPicture reads a picture with an installed tesseract, page by page, as many at once as there are cores. A page's
// source is what tesseract wrote, not the picture. What could not be read is left, where others could; where none could,
// it is the error.
func (o Options) eachPicture(ctx context.Context, b []byte, media string, do func(Raw) error) (left, err error) {
	if err := scan.Check(b); err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	tess, err := scan.Find(ctx)
	if err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	of := picture.Pages(b)
	t := taking{Options: o, bad: map[int]error{}, do: do}
	err = inOrder(ctx, func(ctx context.Context, put func(func() readPage) error) {
		for n := 1; n <= of; n++ {
			if !t.wants(n, of) {
				continue
			}
			if put(func() readPage { return o.pageOf(ctx, tess, b, media, n, of) }) != nil {
				return
			}
		}
	}, t.take)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, err
	case t.wanted == 0 && t.had > 0:
		return nil, nil
	case t.wanted == 0:
		return nil, o.noSuchPages(of)
	}
	left = o.left(t.bad)
	switch {
	case t.done == 0 && left != nil:
		return nil, left
	case t.done == 0 && t.had == 0:
		return nil, o.because(ErrPictures, say.T("里没有认出文字", "shows no text that could be recognised"), say.T("请换一张更清楚的扫描件（300 dpi）", "take a clearer scan (300 dpi)"))
	}
	return left, nil
}

// pageOf reads one page of a picture that has so many.
func (o Options) pageOf(ctx context.Context, tess scan.Tesseract, b []byte, media string, n, of int) readPage {
	p := readPage{number: n, of: of}
	one, err := picture.Single(b, n)
	if err != nil {
		p.bad = o.unrecognised(ctx, err)
		return p
	}
	p.raws, p.bad = o.recognise(ctx, tess, one)
	for i := range p.raws {
		p.raws[i].Picture = Picture{b, media, n}
		if of > 1 {
			p.raws[i].Part = n
		}
	}
	return p
}

// noSuchPages says that a file has none of the pages that were asked for.
func (o Options) noSuchPages(of int) error {
	what := say.T("共 %d 页，没有要的那几页", "has %d pages, and none of those that were asked for").With(of)
	if of == 1 {
		what = say.T("只有一页，不是要的那一页", "has one page, and not the one that was asked for")
	}
	return o.problem(what, say.T("请改页码范围", "ask for other pages"))
}

// recognise reads a picture of one page; one without text is none.
func (o Options) recognise(ctx context.Context, t scan.Tesseract, b []byte) ([]Raw, error) {
	hocr, err := t.Read(ctx, b, o.Languages)
	hocr = bytes.ReplaceAll(hocr, []byte(`image "`+scan.PictureName+`"`), []byte(`image "`+html.EscapeString(filepath.Base(cmp.Or(o.Name, "page")))+`"`))
	if err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	found, err := ocr.HOCR(string(hocr))
	if err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	sum := sha256.Sum256(hocr)
	o.Pages = Range{}
	pages := printed(found, false, UTF8, true, o)
	for i := range pages {
		pages[i].Bytes, pages[i].SHA256, pages[i].Media = hocr, sum, HOCR
	}
	return pages, nil
}

// unrecognised words what kept a picture from being read.
func (o Options) unrecognised(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, scan.ErrAbsent):
		return o.because(err, say.T("是图片，要用 tesseract 识别，而它没有安装", "is a picture, and tesseract, which would read it, is not installed"),
			say.T("请安装 tesseract 及 chi_sim 数据（Debian：tesseract-ocr tesseract-ocr-chi-sim；macOS：brew install tesseract-lang；Windows：UB Mannheim 安装包）",
				"install tesseract with its data chi_sim (Debian: tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract-lang; Windows: the installer of UB Mannheim)"))
	case errors.Is(err, scan.ErrLanguage):
		m := &scan.Missing{Language: o.Languages}
		errors.As(err, &m)
		return o.because(err, say.T("要按 %s 识别，而 tesseract 没有 %s 的数据，没有识别", "is to be read in %s, and was not: tesseract has no data for %s").With(o.Languages, m.Language),
			say.T("请装上数据（Debian：tesseract-ocr-%s），或在“本报规则”、--languages 里改成已装的：%s", "install the data (Debian: tesseract-ocr-%s), or choose what is there under “Rules of the house” or with --languages: %s").
				With(strings.ReplaceAll(m.Language, "_", "-"), strings.Join(m.Have, ", ")))
	case errors.Is(err, scan.ErrVast):
		return o.because(err, say.T("的像素太多，或识别太久", "has too many pixels, or takes too long to read"), say.T("请缩到 300 dpi 再试", "bring it to 300 dpi and try again"))
	}
	return o.because(err, say.T("的图片读不出来", "has a picture that cannot be read"), say.T("请用看图程序打开它，另存为 PNG 再试", "open it in a picture viewer, save it as PNG and try that"))
}
