package source

import (
	"context"
	"crypto/sha256"
	"errors"
	"strconv"
	"strings"

	"qingyang/app/say"
)

// Options say how a file is to be read.
type Options struct {
	Name     string   // of the file, for messages
	Encoding Encoding // chosen by a person; empty: found by looking at the bytes
	// Media is what a library says that a source is: it is read as that, whatever its bytes look like to
	// this version, and without limits, since it was read before. Empty: the bytes decide.
	Media    string
	Pages    Range  // which pages of a file of several are wanted; the zero Range: all
	Password string // of a file that is locked
	// Had says which pages of a PDF or of a picture the caller has: they are passed over, neither read nor given, and to have
	// all is no error. It is Each that asks, on a goroutine of its own; nil: none.
	Had func(page int) bool
	// Tell is called when a page of a file of several was read: how many were by then, and how many the file has. It comes
	// from one goroutine at a time; may be nil.
	Tell func(done, of int)
	// Languages are those that pictures are read in, as tesseract names them: chi_sim+eng. Empty: scan.Usual.
	Languages string
}

// Range is pages of a file, from 1, the last one with them.
type Range struct{ From, To int }

// FindRange reads a range as people write it: "2", "2-3", "2-" to the end; "" is all. The error is a *say.Problem.
func FindRange(s string) (r Range, err error) {
	if s == "" {
		return r, nil
	}
	from, to, several := strings.Cut(s, "-")
	if r.From, err = strconv.Atoi(from); err == nil && r.From > 0 {
		if r.To = r.From; several {
			if r.To = 0; to != "" {
				r.To, err = strconv.Atoi(to)
			}
		}
	}
	if err != nil || r.From < 1 || r.To != 0 && r.To < r.From {
		return Range{}, &say.Problem{
			Subject: s, What: say.T("不是页码范围", "is no range of pages"),
			Do: say.T("写成 2、2-3 或 2-（到末页）", "write 2, 2-3, or 2- (to the last one)"), Err: err,
		}
	}
	return r, nil
}

// Has says whether a page is in the range. To 0 means to the end.
func (r Range) Has(page int) bool {
	return page >= r.From && (r.To == 0 || page <= r.To)
}

// ErrFormat says that a file is of a format that is not read. It comes inside a *say.Problem that names
// the format and says what to do.
var ErrFormat = errors.New("the file is of a format that is not read")

// The largest file that is read: bytes, and lines of plain text. The text of a broadsheet page has some
// ten thousand characters in a thousand lines; these are a year's. Without the second a file of nothing
// but line breaks would cost a hundred times its size.
const (
	sizeLimit = 64 << 20
	lineLimit = 1_000_000
)

// Read turns the bytes of a file into raw pages, one or many, in the order of the file: at least one
// where there is no error. It keeps b, which must not be changed afterwards. All pages are in memory; Each
// does with a few at a time.
//
// Nothing is dropped: what is invalid becomes U+FFFD, one for each place, and is listed in Damage. The
// error is a *say.Problem for a file that is empty, too large or of no format that is read (ErrFormat),
// or that of ctx. Linear in b. Any goroutine may call it.
func Read(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
	opt.Had = nil
	r, err := choose(b, opt)
	if err != nil {
		return nil, err
	}
	pages, err := r.Read(ctx, b, opt)
	if len(pages) == 0 && err == nil {
		err = opt.problem(say.T("里没有一版", "has no pages"), say.T("请检查导出这个文件的程序", "check the program that made it"))
	}
	sum := sha256.Sum256(b)
	for i := range pages {
		pages[i].of(b, sum, r.Media)
		if len(pages) > 1 && pages[i].Part == 0 {
			pages[i].Part = i + 1
		}
	}
	return pages, err
}

// Each reads a file as Read does, and gives its pages to do one after another, in the order of the file. Of a PDF or a
// TIFF few pages are in memory at a time, whatever the file has; do is called while the next ones are read. Left is empty in all pages:
// what of the file was not read is left. The error is that of Read, or the first one of do, which ends the reading.
func Each(ctx context.Context, b []byte, opt Options, do func(Raw) error) (left, err error) {
	r, err := choose(b, opt)
	if err != nil {
		return nil, err
	}
	switch {
	case r.Media == PDF:
		sum := sha256.Sum256(b)
		return opt.eachPDF(ctx, b, func(raw Raw) error {
			raw.of(b, sum, PDF)
			return do(raw)
		})
	case r.Media == TIFF:
		return opt.eachPicture(ctx, b, TIFF, do)
	}
	pages, err := Read(ctx, b, opt)
	if err != nil {
		return nil, err
	}
	for _, raw := range pages {
		left, raw.Left = errors.Join(left, raw.Left), nil
		if err := do(raw); err != nil {
			return left, err
		}
	}
	return left, nil
}

// of says which file a page is of; one that was recognised has a source of its own.
func (raw *Raw) of(b []byte, sum [32]byte, media string) {
	if raw.Bytes == nil {
		raw.Bytes, raw.SHA256, raw.Media = b, sum, media
	}
}

// choose finds the reader for a file, which can read it.
func choose(b []byte, opt Options) (Reader, error) {
	if len(b) == 0 {
		return Reader{}, opt.problem(say.T("是空文件", "is empty"), say.T("请检查导出这个文件的程序", "check the program that made it"))
	}
	if opt.Media != "" {
		for _, r := range Readers {
			if r.Media == opt.Media && r.Read != nil {
				return r, nil
			}
		}
		return Reader{}, opt.problem(say.T("是 %s，本版本读不了", "is of the kind %s, which this version cannot read").With(opt.Media),
			say.T("请升级清样后再打开", "update Qingyang and open it again"))
	}
	if len(b) > sizeLimit {
		return Reader{}, opt.tooLarge(int64(len(b)))
	}
	r := named(readerOf(b), opt.Name)
	if r.Read == nil {
		p := opt.problem(say.T("是%s，还不能直接读入", "is %s, which cannot be read yet").With(r.Name), r.Instead)
		p.Err = ErrFormat
		return Reader{}, p
	}
	return r, nil
}

func (o Options) problem(what, do say.Text) *say.Problem {
	return &say.Problem{Subject: o.Name, What: what, Do: do}
}

func (o Options) tooLarge(bytes int64) error {
	return o.problem(say.T("有 %d MB，太大", "has %d MB, which is too much").With(bytes>>20),
		say.T("请拆成不超过 %d MB 的文件", "cut it into files of at most %d MB").With(sizeLimit>>20))
}

func (o Options) tooManyLines() error {
	return o.problem(say.T("超过 %d 行", "has more than %d lines").With(lineLimit),
		say.T("请检查文件，或拆成几个", "look whether it is the right file, or cut it into several"))
}
