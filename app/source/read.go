package source

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"qingyang/app/say"
	"qingyang/app/script"
)

// Options say how a file is to be read.
type Options struct {
	Name     string   // of the file, for messages
	Encoding Encoding // chosen by a person; empty: found by looking at the bytes
}

// sizeLimit is the largest file that is read, in bytes. The text of a broadsheet page has some ten
// thousand; this is a whole year's.
const sizeLimit = 64 << 20

// Read turns the bytes of a file into a raw page. It keeps b, which must not be changed afterwards.
//
// Nothing is dropped: bytes that are invalid become U+FFFD, one for each place, and are listed in
// Damage. The error is a *say.Problem for a file that is no text, empty or too large. Linear in b.
func Read(b []byte, opt Options) (Raw, error) {
	problem := func(what, do say.Text) error { return &say.Problem{Subject: opt.Name, What: what, Do: do} }
	if len(b) == 0 {
		return Raw{}, problem(say.T("是空文件", "is empty"), say.T("请检查导出这个文件的程序", "check the program that made it"))
	}
	if len(b) > sizeLimit {
		return Raw{}, problem(say.T("有 %d MB，太大", "has %d MB, which is too much").With(len(b)>>20),
			say.T("请拆成不超过 %d MB 的文件", "cut it into files of at most %d MB").With(sizeLimit>>20))
	}
	if kind, do := noText(b); !kind.Zero() {
		return Raw{}, problem(kind, do)
	}
	raw := Raw{Bytes: b, SHA256: sha256.Sum256(b), Encoding: opt.Encoding}
	if raw.Encoding == "" {
		raw.Encoding, raw.Detected = Detect(b)[0].Encoding, true
		if raw.Encoding != UTF16LE && raw.Encoding != UTF16BE && controls(b) {
			return Raw{}, problem(say.T("不是文本文件", "is not a text file"),
				say.T("请选文本（TXT）文件", "choose a text (TXT) file"))
		}
	}
	next, ok := decoders[raw.Encoding]
	if !ok {
		return Raw{}, problem(say.T("不认识编码 %s", "is to be read in %s, which is not known").With(string(raw.Encoding)),
			say.T("请改选编码", "choose another encoding"))
	}
	raw.Text = make([]rune, 0, len(b)/2+8)
	for rest := b; len(rest) > 0; {
		r, n := next(rest)
		if r == bad {
			raw.Damage = append(raw.Damage, Damage{len(raw.Text), BadBytes})
			r = '\uFFFD'
		} else if private(r) {
			raw.Damage = append(raw.Damage, Damage{len(raw.Text), Private})
		}
		raw.Text = append(raw.Text, r)
		rest = rest[n:]
	}
	raw.Lines = cut(raw.Text)
	return raw, nil
}

func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0x10FFFD }

// cut finds the lines of a text. They tile it: each rune is in one line or in one break. A text that
// ends with a break has no empty line behind it.
func cut(text []rune) []Line {
	var lines []Line
	from := 0
	for i := 0; i < len(text); i++ {
		if !script.IsBreak(text[i]) {
			continue
		}
		l := Line{From: from, To: i, Next: i + 1, Break: text[i]}
		if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
			l.Next, l.Break = i+1, '\n'
		}
		lines = append(lines, l)
		from = l.Next
	}
	if from < len(text) {
		lines = append(lines, Line{From: from, To: len(text), Next: len(text)})
	}
	return lines
}

// Strings are the lines as strings, without their breaks. It allocates them all.
func (r Raw) Strings() []string {
	all := make([]string, len(r.Lines))
	for i, l := range r.Lines {
		all[i] = string(r.Text[l.From:l.To])
	}
	return all
}

// magics are the beginnings of files that people mistake for text, and what to do instead.
var magics = []struct {
	head     string
	what, do say.Text
}{
	{"%PDF-", say.T("是 PDF", "is a PDF"), say.T("请先从 PDF 导出文字（TXT）", "export its text (TXT) first")},
	{"\x89PNG", say.T("是 PNG 图片", "is a PNG picture"), say.T("请先做文字识别（OCR）", "recognise its text (OCR) first")},
	{"\xFF\xD8\xFF", say.T("是 JPEG 图片", "is a JPEG picture"), say.T("请先做文字识别（OCR）", "recognise its text (OCR) first")},
	{"GIF8", say.T("是 GIF 图片", "is a GIF picture"), say.T("请先做文字识别（OCR）", "recognise its text (OCR) first")},
	{"II*\x00", say.T("是 TIFF 图片", "is a TIFF picture"), say.T("请先做文字识别（OCR）", "recognise its text (OCR) first")},
	{"MM\x00*", say.T("是 TIFF 图片", "is a TIFF picture"), say.T("请先做文字识别（OCR）", "recognise its text (OCR) first")},
	{"PK\x03\x04", say.T("是压缩包或 Office 文档", "is an archive or an Office document"), say.T("请另存为纯文本（TXT）", "save it as plain text (TXT)")},
	{"\xD0\xCF\x11\xE0", say.T("是旧版 Office 文档", "is an old Office document"), say.T("请另存为纯文本（TXT）", "save it as plain text (TXT)")},
	{"\x1F\x8B", say.T("是 gzip 压缩文件", "is a gzip archive"), say.T("请先解压", "unpack it first")},
	{"SQLite format 3\x00", say.T("是数据库", "is a database"), say.T("档案库请用“打开档案库”", "open a library with “Open library”")},
}

// noText says what a file is that is no text; the zero Text where it may be one.
func noText(b []byte) (what, do say.Text) {
	for _, m := range magics {
		if bytes.HasPrefix(b, []byte(m.head)) {
			return m.what, m.do
		}
	}
	return say.Text{}, say.Text{}
}

// controls says whether more than one byte in a hundred of the first 64 KiB is a control character
// that texts do not have.
func controls(b []byte) bool {
	b = b[:min(len(b), lookAt)]
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A {
			n++
		}
	}
	return n*100 > len(b)
}

// String is for messages of tests.
func (l Line) String() string { return fmt.Sprintf("[%d,%d)+%d", l.From, l.To, l.Next-l.To) }
