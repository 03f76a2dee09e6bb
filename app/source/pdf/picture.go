package pdf

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"runtime"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// drawing has a place for each page that may be drawn at once: one takes a core, and up to mostMemory.
var drawing = make(chan struct{}, runtime.GOMAXPROCS(0))

// Picture draws page n, from 1, at so many pixels an inch, as PNG: what a page shows that has no text. It has the
// deadline and the limit of memory of reading; a page so large that it would break the latter is drawn smaller.
// Errors: those of Each.
func Picture(ctx context.Context, b []byte, password string, n, dpi int) (out []byte, err error) {
	select {
	case drawing <- struct{}{}:
		defer func() { <-drawing }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r := &reader{ctx: ctx, b: b, opt: Options{Password: password, Limit: pageTime}}
	defer func() { r.close() }()
	for ; dpi >= 75; dpi /= 2 {
		doc, again := r.whole()
		if again != nil {
			return nil, again
		}
		if out, err = r.draw(doc, n-1, dpi); err == nil || ctx.Err() != nil {
			return out, err
		}
		if r.in != nil {
			r.in.Kill()
			r.in = nil
		}
	}
	return nil, errors.Join(ErrVast, err)
}

func (r *reader) draw(doc references.FPDF_DOCUMENT, n, dpi int) (out []byte, err error) {
	err = r.within(func(context.Context) error {
		page, err := r.in.RenderPageInDPI(&requests.RenderPageInDPI{DPI: dpi, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: n}}})
		if err != nil {
			return err
		}
		defer page.Cleanup()
		var b bytes.Buffer
		err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, page.Result.RenderedImage)
		out = b.Bytes()
		return err
	})
	return out, err
}
