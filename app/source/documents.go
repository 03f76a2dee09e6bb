package source

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"qingyang/app/say"
	"qingyang/app/source/document"
)

// packed makes a Read of documents that say themselves how their text is encoded.
func packed(read func([]byte) (string, error)) func(context.Context, []byte, Options) ([]Raw, error) {
	return func(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
		text, err := read(b)
		return opt.paragraphs(ctx, text, err, Raw{Encoding: UTF8, Detected: true})
	}
}

// marked makes a Read of documents that are text with marks in it.
func marked(read func(string) (string, error)) func(context.Context, []byte, Options) ([]Raw, error) {
	return func(ctx context.Context, b []byte, opt Options) ([]Raw, error) {
		raw, err := opt.decoded(ctx, b)
		if err != nil {
			return nil, err
		}
		text, err := read(string(raw.Text))
		return opt.paragraphs(ctx, text, err, Raw{Encoding: raw.Encoding, Detected: raw.Detected})
	}
}

// decoded is the text that the bytes of a file with marks in it hold, in the encoding that was chosen or is detected.
func (o Options) decoded(ctx context.Context, b []byte) (Raw, error) {
	raw := Raw{Encoding: o.Encoding}
	if raw.Encoding == "" {
		raw.Encoding, raw.Detected = Detect(b)[0].Encoding, true
	}
	err := raw.decode(ctx, b, o, true)
	return raw, err
}

// paragraphs makes a page of the text of a document.
func (o Options) paragraphs(ctx context.Context, text string, err error, raw Raw) ([]Raw, error) {
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, document.ErrVast):
		return nil, o.because(err, say.T("里的内容多得不像一份文档", "has more in it than any document"), say.T("请检查文件，或拆成几个", "look whether it is the right file, or cut it into several"))
	case err != nil:
		return nil, o.because(err, say.T("已损坏，读不出文字", "is damaged: no text can be read in it"), say.T("请用原来的程序打开它，另存一份再试", "open it in its own program, save it as another file and try that"))
	case strings.TrimSpace(text) == "":
		return nil, o.problem(say.T("里没有文字", "has no text"), say.T("请检查是不是这个文件；图片里的文字请先识别", "look whether it is the right file; text in its pictures has to be recognised first"))
	case strings.Count(text, "\n") > lineLimit && o.Media == "":
		return nil, o.tooManyLines()
	}
	raw.Text = []rune(text)
	for k, r := range raw.Text {
		switch {
		case r == '\uFFFD':
			raw.Damage = append(raw.Damage, Damage{k, BadBytes})
		case private(r):
			raw.Damage = append(raw.Damage, Damage{k, Private})
		}
	}
	raw.Lines = cut(raw.Text)
	return []Raw{raw}, nil
}

// named is the reader of a file whose bytes are plain text, by its name: Markdown has nothing else to be known by.
func named(r Reader, name string) Reader {
	if r.Media != PlainText {
		return r
	}
	ext := strings.ToLower(filepath.Ext(name))
	for _, one := range Readers {
		if one.Media == markdown && slices.Contains(one.Extensions, ext) {
			return one
		}
	}
	return r
}

// markdown is the media type of Markdown (RFC 7763).
const markdown = "text/markdown"
