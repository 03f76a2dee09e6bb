package source

// Encoding names how a file's bytes stand for characters.
type Encoding string

// The encodings that can be read.
const (
	UTF8    Encoding = "UTF-8"
	GB18030 Encoding = "GB18030"
	Big5    Encoding = "Big5"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	Latin1  Encoding = "windows-1252"
)
