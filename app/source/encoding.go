package source

import (
	"strings"

	"qingyang/app/say"
)

// Encoding names how a file's bytes stand for characters.
type Encoding string

// The encodings that can be read and written.
const (
	UTF8    Encoding = "UTF-8"
	GB18030 Encoding = "GB18030"
	Big5    Encoding = "Big5"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	Latin1  Encoding = "windows-1252"
)

// GBK is GB18030 without its four-byte characters: what old layout programs can take. It matters
// for Encode; Read takes it for GB18030, which says the same about every GBK file.
const GBK Encoding = "GBK"

// BOM is the byte order mark, a character like any other: rune 0 of a text that was read from a
// file with one, and to be put there by who wants one written.
const BOM = '\uFEFF'

// Encodings are those that Read knows, in the order in which a person should be offered them.
func Encodings() []Encoding { return []Encoding{UTF8, GB18030, Big5, UTF16LE, UTF16BE, Latin1} }

// FindEncoding finds the encoding of a name as people type it, in any case; "" leaves the choice to the
// program and stays "". The error is a *say.Problem.
func FindEncoding(name string) (Encoding, error) {
	if name == "" {
		return "", nil
	}
	var names []string
	for _, e := range append(Encodings(), GBK) {
		if strings.EqualFold(name, string(e)) {
			return e, nil
		}
		names = append(names, string(e))
	}
	return "", &say.Problem{
		Subject: name, What: say.T("不是认得的编码", "is no encoding that is known"),
		Do: say.T("可用：%s", "there are: %s").With(strings.Join(names, ", ")),
	}
}

// Name is what a person is shown: the encoding and where it comes from.
func (e Encoding) Name() say.Text {
	switch e {
	case UTF8:
		return say.T("UTF-8（通用）", "UTF-8 (universal)")
	case GB18030:
		return say.T("GB18030（简体中文，含 GBK、GB2312）", "GB18030 (simplified Chinese, with GBK and GB2312)")
	case GBK:
		return say.T("GBK（简体中文，旧排版软件）", "GBK (simplified Chinese, old layout programs)")
	case Big5:
		return say.T("Big5（繁体中文）", "Big5 (traditional Chinese)")
	case UTF16LE:
		return say.T("UTF-16LE（记事本的“Unicode”）", "UTF-16LE (“Unicode” in Notepad)")
	case UTF16BE:
		return say.T("UTF-16BE", "UTF-16BE")
	case Latin1:
		return say.T("windows-1252（西欧语言）", "windows-1252 (Western European)")
	}
	return say.T(string(e), string(e))
}
