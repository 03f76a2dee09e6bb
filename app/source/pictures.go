package source

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"html"
	"path/filepath"

	"qingyang/app/say"
	"qingyang/app/source/ocr"
	"qingyang/app/source/scan"
)

// HOCR is the media type of what was read in a picture: a page that was recognised is kept as its hOCR, so that it
// reads the same ever after.
const HOCR = "text/vnd.hocr+html"

// readPicture makes a Read of pictures of a kind: a page, or several, read with an installed tesseract. The pages'
// source is what it wrote, not the picture.
func readPicture(media string) func(context.Context, []byte, Options) ([]Raw, error) {
	return func(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
		if err := scan.Check(b); err != nil {
			return nil, opt.unrecognised(ctx, err)
		}
		t, err := scan.Find(ctx)
		if err != nil {
			return nil, opt.unrecognised(ctx, err)
		}
		pages, err := opt.recognise(ctx, t, b)
		for i := range pages {
			pages[i].Picture = Picture{b, media, max(1, pages[i].Part)}
		}
		if err == nil && len(pages) == 0 {
			err = opt.because(ErrPictures, say.T("里没有认出文字", "shows no text that could be recognised"), say.T("请换一张更清楚的扫描件（300 dpi）", "take a clearer scan (300 dpi)"))
		}
		return pages, err
	}
}

// recognise reads the pages of a picture; one without text is none.
func (o Options) recognise(ctx context.Context, t scan.Tesseract, picture []byte) ([]Raw, error) {
	hocr, err := t.Read(ctx, picture, o.Languages)
	hocr = bytes.ReplaceAll(hocr, []byte(`image "`+scan.PictureName+`"`), []byte(`image "`+html.EscapeString(filepath.Base(cmp.Or(o.Name, "page")))+`"`))
	if err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	found, err := ocr.HOCR(string(hocr))
	if err != nil {
		return nil, o.unrecognised(ctx, err)
	}
	sum := sha256.Sum256(hocr)
	pages := printed(found, len(found) > 1, UTF8, true, o)
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
		return o.because(err, say.T("要按 %s 识别，而 tesseract 没有这种数据", "is to be read in %s, for which tesseract has no data").With(o.Languages),
			say.T("请装上数据，或换语言（tesseract --list-langs）", "install the data, or choose another language (tesseract --list-langs)"))
	case errors.Is(err, scan.ErrVast):
		return o.because(err, say.T("的像素太多，或识别太久", "has too many pixels, or takes too long to read"), say.T("请缩到 300 dpi 再试", "bring it to 300 dpi and try again"))
	}
	return o.because(err, say.T("的图片读不出来", "has a picture that cannot be read"), say.T("请用看图程序打开它，另存为 PNG 再试", "open it in a picture viewer, save it as PNG and try that"))
}
