// Package pdf reads the text of PDF files with its places: PDFium, compiled to WebAssembly, run in a sandbox that
// sees no disk and no network.
//
// Each page has a deadline and each file a limit of memory; one that goes beyond either is given up, the
// others are read. The program that the sandbox compiles PDFium to is kept in the user's cache, so that only
// the first start takes seconds. Start reading at Each.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"qingyang/app/source/sheet"
)

// Errors of files and pages.
var (
	ErrPassword = errors.New("the file is locked with another password")
	ErrBroken   = errors.New("the file is no PDF, or a damaged one")
	ErrVast     = errors.New("the page takes too much time or memory")
)

// pageTime is how long one page may take, by the clock. A full broadsheet page takes a fifth of a second where nothing
// else runs; on a busy machine, behind everything else, a hundred times that.
const pageTime = time.Minute

// mostPages is how many pages a file may have: it may say that it has millions, of which none is there.
const mostPages = 20_000

// mostLeft is by how many bytes a sandbox may grow over its pages before it is given up for a fresh one: PDFium keeps what
// pages share, such as faces, as long as the file is open, and the memory of a sandbox never shrinks.
const mostLeft = 64 << 20

// Options say how a file is to be read.
type Options struct {
	Password string
	Wanted   func(page int) bool // pages count from 1; nil: all
	Limit    time.Duration       // for a page; 0: pageTime
}

// Each reads the pages of a file that are wanted, one after another, and hands each to do as soon as it is read: a page
// without text has no lines, one that could not be read has its number alone and comes with the error. of is how many
// pages the file has. It keeps nothing of b and nothing of a page; an error of do ends it. Several files may be read at
// once, each in a sandbox of its own. Errors: ErrPassword, ErrBroken, ErrVast, those of do and ctx. A full page costs
// some 0.1 s.
func Each(ctx context.Context, b []byte, opt Options, do func(p sheet.Page, of int, bad error) error) (of int, err error) {
	if opt.Limit == 0 {
		opt.Limit = pageTime
	}
	r := &reader{ctx: ctx, b: b, opt: opt}
	defer func() { r.close() }()
	if err := r.open(); err != nil {
		return 0, err
	}
	of = r.count
	for n := 1; n <= of; n++ {
		if opt.Wanted != nil && !opt.Wanted(n) {
			continue
		}
		page, bad := r.page(n)
		if ctx.Err() != nil {
			return of, ctx.Err()
		}
		if bad != nil {
			page = sheet.Page{Number: n}
		}
		if err := do(page, of, bad); err != nil {
			return of, err
		}
	}
	return of, nil
}

// reader has one file open in one sandbox.
type reader struct {
	ctx   context.Context
	b     []byte
	opt   Options
	in    pdfium.Pdfium
	guest *guest
	doc   uint64 // the document, as the guest names it
	count int

	opened uint32 // bytes that the sandbox had when the file was open
	read   int    // pages that were read in this sandbox
}

// open makes a sandbox and opens the file in it.
func (r *reader) open() error {
	return r.start(func(ctx context.Context) (err error) {
		if r.guest, err = newGuest(ctx, r.in); err != nil {
			return err
		}
		g, password := r.guest, uint64(0)
		file := g.put(r.b)
		if r.opt.Password != "" {
			password = g.put([]byte(r.opt.Password))
		}
		if r.doc = g.call("FPDF_LoadMemDocument", file, uint64(len(r.b)), password); r.doc == 0 {
			if g.call("FPDF_GetLastError") == wrongPassword {
				return ErrPassword
			}
			return errors.Join(ErrBroken, g.err)
		}
		if r.count = int(int32(g.call("FPDF_GetPageCount", r.doc))); r.count > mostPages {
			return ErrVast
		}
		r.opened, r.read = g.memory.Size(), 0
		return g.err
	})
}

// wrongPassword is FPDF_ERR_PASSWORD of fpdfview.h.
const wrongPassword = 4

// whole makes a sandbox and opens the file in it for the methods of go-pdfium.
func (r *reader) whole() (doc references.FPDF_DOCUMENT, err error) {
	err = r.start(func(context.Context) error {
		req := &requests.OpenDocument{File: &r.b}
		if r.opt.Password != "" {
			req.Password = &r.opt.Password
		}
		opened, err := r.in.OpenDocument(req)
		switch {
		case errors.Is(err, pdfiumerrors.ErrPassword):
			return ErrPassword
		case err != nil:
			return errors.Join(ErrBroken, err)
		}
		doc = opened.Document
		return nil
	})
	return doc, err
}

// start does something in a fresh sandbox, within the limits of a page.
func (r *reader) start(do func(context.Context) error) error {
	in, err := sandbox(r.ctx)
	if err != nil {
		return err
	}
	r.in = in
	return r.within(do)
}

func (r *reader) close() {
	if r.in != nil {
		r.in.Close()
		r.in = nil
	}
}

// within does something with the file. When it takes too long or ctx is cancelled, the call into the sandbox that runs then
// ends with an error, in its own goroutine; the sandbox is of no use any more, and closed.
func (r *reader) within(do func(context.Context) error) (err error) {
	ctx, cancel := context.WithTimeout(r.ctx, r.opt.Limit)
	defer cancel()
	before, err := limit(r.in, ctx)
	if err != nil {
		return err
	}
	if r.guest != nil {
		r.guest.ctx = ctx
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("PDFium: %v", p)
			if r.guest != nil {
				r.guest.err = errors.Join(r.guest.err, err)
			}
		}
		if ctx.Err() != nil {
			r.in.Kill()
			r.in = nil
			err = errors.Join(ErrVast, r.ctx.Err(), err)
		} else if _, bad := limit(r.in, before); bad != nil {
			err = errors.Join(err, bad)
		}
	}()
	return do(ctx)
}

// page reads a page. One that fails in a sandbox that has read others is tried once more in a fresh one: what they left
// behind there may have taken the memory.
func (r *reader) page(n int) (p sheet.Page, err error) {
	for {
		used := r.in != nil && r.read > 0
		if r.in == nil {
			if err := r.open(); err != nil {
				return p, err
			}
		}
		err = r.within(func(context.Context) (err error) {
			p, err = r.set(n - 1)
			return err
		})
		r.read++
		if err == nil {
			if r.guest.memory.Size() > r.opened+mostLeft {
				r.close()
			}
			return p, nil
		}
		if r.in != nil && r.guest.err == nil { // it cannot be read, and nothing broke
			return p, err
		}
		if r.in != nil { // out of memory inside, or worse: nothing in it can be trusted
			full := r.guest.memory.Size() > mostMemory<<16/2 // what did not fit any more may have been as large as all before
			r.in.Kill()
			r.in = nil
			if full && !used {
				err = errors.Join(ErrVast, r.guest.err)
			}
		}
		if !used || errors.Is(err, ErrVast) || r.ctx.Err() != nil {
			return p, err
		}
	}
}
