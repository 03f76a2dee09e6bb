package source

import (
	"bytes"
	"context"

	"qingyang/app/say"
	"qingyang/app/source/document"
	"qingyang/app/source/ocr"
)

// Reader is a format that files come in: how it is known by its first bytes, and how it is read.
type Reader struct {
	ID         string   // what the program calls the format: "text"
	Name       say.Text // what a person is told a file is, with its article: "a PDF document"
	Media      string   // the media type (IANA where it is registered), under which a library keeps it
	Extensions []string // with the dot, the usual one first

	// Is says whether a file that begins with these bytes, at most lookAt of them, is of the format.
	Is func(head []byte) bool
	// Read gives the pages of a file, in the order of the file; it keeps nothing of b but Bytes of its
	// pages. It is nil where the format is only recognised, so that it is not taken for text.
	Read func(ctx context.Context, b []byte, opt Options) ([]Raw, error)
	// Instead says what to do with a file that is not read; of no use where Read is there.
	Instead say.Text
}

var (
	exportText = say.T("请先用原来的程序导出文字（TXT）", "export its text (TXT) with the program that made it")
	recognise  = say.T("请先做文字识别（OCR），另存为文本（TXT）", "recognise its text (OCR) and save that as plain text (TXT)")
	saveAsText = say.T("请另存为纯文本（TXT）", "save it as plain text (TXT)")
	unpack     = say.T("请先解压", "unpack it first")
)

// Readers are all formats that are known by their content, the most particular first; what none of
// them recognises is plain text, the last one.
//
// To teach the program a format is to give its row a Read. The beginnings are those of the formats'
// specifications; for XML and HTML the root element decides.
var Readers = []Reader{
	{"pdf", say.T("PDF 文档", "a PDF document"), PDF, []string{".pdf"}, isPDF, readPDF, say.Text{}},
	{"alto", say.T("ALTO（OCR 结果）", "an ALTO file (OCR)"), "application/alto+xml", []string{".xml", ".alto"}, root("alto"), recognised(ocr.ALTO), say.Text{}},
	{"page", say.T("PAGE XML（OCR 结果）", "a PAGE XML file (OCR)"), "application/vnd.prima.page+xml", []string{".xml", ".page"}, root("PcGts"), recognised(ocr.PAGE), say.Text{}},
	{"abbyy", say.T("ABBYY XML（OCR 结果）", "an ABBYY XML file (OCR)"), "application/vnd.abbyy.finereader+xml", []string{".xml"}, isABBYY, recognised(ocr.ABBYY), say.Text{}},
	{"hocr", say.T("hOCR（OCR 结果）", "an hOCR file (OCR)"), "text/vnd.hocr+html", []string{".hocr", ".html"}, isHOCR, recognised(ocr.HOCR), say.Text{}},
	{"html", say.T("网页（HTML）", "a web page (HTML)"), "text/html", []string{".html", ".htm"}, isHTML, marked(document.HTML), say.Text{}},
	{"xml", say.T("XML 数据", "an XML file"), "application/xml", []string{".xml"}, isXML, nil, exportText},
	{"paddle", say.T("PaddleOCR 的 JSON（OCR 结果）", "a JSON file of PaddleOCR (OCR)"), "application/vnd.paddleocr+json", []string{".json"}, isPaddle, recognised(ocr.Paddle), say.Text{}},
	{"mineru", say.T("MinerU 的 JSON（OCR 结果）", "a JSON file of MinerU (OCR)"), "application/vnd.mineru+json", []string{".json"}, isMinerU, recognised(ocr.MinerU), say.Text{}},
	{"json", say.T("JSON 数据", "a JSON file"), "application/json", []string{".json"}, isJSON, nil, exportText},
	{"rtf", say.T("RTF 文档", "an RTF document"), "application/rtf", []string{".rtf"}, begins(`{\rtf`), packed(document.RTF), say.Text{}},
	{"postscript", say.T("PostScript 文档", "a PostScript document"), "application/postscript", []string{".ps", ".eps"}, begins("%!PS", "\xC5\xD0\xD3\xC6"), nil, exportText},
	{"docx", say.T("Word 文档", "a Word document"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{".docx"}, zipOf("word/"), packed(document.DOCX), say.Text{}},
	{"zip", say.T("压缩包或 Office 文档", "an archive or an Office document"), "application/zip", []string{".zip", ".xlsx", ".odt", ".epub"}, begins("PK\x03\x04", "PK\x05\x06"), nil,
		say.T("压缩包请先解压，文档请另存为纯文本（TXT）", "unpack an archive first; save a document as plain text (TXT)")},
	{"doc", say.T("旧版 Office 文档", "an old Office document"), "application/x-ole-storage", []string{".doc", ".wps"}, begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), nil, saveAsText},
	{"archive", say.T("压缩文件", "a compressed file"), "application/octet-stream", []string{".gz", ".7z", ".rar", ".xz"},
		begins("\x1F\x8B", "7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\xFD7zXZ\x00", "BZh91AY&SY", "\x28\xB5\x2F\xFD"), nil, unpack},
	{"png", say.T("PNG 图片", "a PNG picture"), "image/png", []string{".png"}, begins("\x89PNG\r\n\x1A\n"), readPicture("image/png"), say.Text{}},
	{"jpeg", say.T("JPEG 图片", "a JPEG picture"), "image/jpeg", []string{".jpg", ".jpeg"}, begins("\xFF\xD8\xFF"), readPicture("image/jpeg"), say.Text{}},
	{"tiff", say.T("TIFF 图片", "a TIFF picture"), TIFF, []string{".tif", ".tiff"}, begins("II*\x00", "MM\x00*", "II+\x00", "MM\x00+"), readPicture(TIFF), say.Text{}},
	{"gif", say.T("GIF 图片", "a GIF picture"), "image/gif", []string{".gif"}, begins("GIF87a", "GIF89a"), readPicture("image/gif"), say.Text{}},
	{"webp", say.T("WebP 图片", "a WebP picture"), "image/webp", []string{".webp"}, isWebP, readPicture("image/webp"), say.Text{}},
	{"bmp", say.T("BMP 图片", "a BMP picture"), "image/bmp", []string{".bmp"}, isBMP, readPicture("image/bmp"), say.Text{}},
	{"jp2", say.T("JPEG 2000 图片", "a JPEG 2000 picture"), "image/jp2", []string{".jp2"}, begins("\x00\x00\x00\x0CjP  \r\n\x87\n", "\xFF\x4F\xFF\x51"), nil, recognise},
	{"djvu", say.T("DjVu 文档", "a DjVu document"), "image/vnd.djvu", []string{".djvu"}, begins("AT&TFORM"), nil, exportText},
	{"sqlite", say.T("数据库", "a database"), "application/vnd.sqlite3", []string{".qingyang", ".sqlite"}, begins("SQLite format 3\x00"), nil,
		say.T("档案库请用“打开档案库”", "open a library with “Open library”")},
	{"markdown", say.T("Markdown 文本", "a Markdown text"), markdown, []string{".md", ".markdown"}, func([]byte) bool { return false }, marked(document.Markdown), say.Text{}}, // named knows it
	{"text", say.T("纯文本", "plain text"), PlainText, []string{".txt", ".text"}, func([]byte) bool { return true }, readText, say.Text{}},
}

// Extensions are the extensions of the files that can be read, with the dot, in lower case.
func Extensions() (all []string) {
	for _, r := range Readers {
		if r.Read != nil {
			all = append(all, r.Extensions...)
		}
	}
	return all
}

// TIFF is the media type of the one kind of pictures that may have many pages.
const TIFF = "image/tiff"

// PlainText is the media type of plain text.
const PlainText = "text/plain"

// readerOf finds the format of a file by its first bytes.
func readerOf(b []byte) Reader {
	head := b[:min(len(b), lookAt)]
	for _, r := range Readers {
		if r.Is(head) {
			return r
		}
	}
	return Readers[len(Readers)-1]
}

// begins makes an Is of the ways in which files of a format begin.
func begins(heads ...string) func([]byte) bool {
	return func(b []byte) bool {
		for _, h := range heads {
			if bytes.HasPrefix(b, []byte(h)) {
				return true
			}
		}
		return false
	}
}

// isPDF: the header may stand behind other bytes, in the first 1,024 (ISO 32000-1, annex H.3.4.1).
// There it must begin a line and have its version, since texts write about PDF, too.
func isPDF(b []byte) bool {
	if bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("%PDF-")) {
		return true
	}
	b = b[:min(len(b), 1024)]
	i := bytes.Index(b, []byte("\n%PDF-"))
	return i >= 0 && i+9 <= len(b) && digit(b[i+6]) && b[i+7] == '.' && digit(b[i+8])
}

// zipOf makes an Is of zip archives that have a folder of a name, which is what parts the formats that
// are archives. The names stand before the files' bytes (APPNOTE.TXT 4.3.7); one far down is missed, and
// the file is called an archive.
func zipOf(folder string) func([]byte) bool {
	return func(b []byte) bool {
		return bytes.HasPrefix(b, []byte("PK\x03\x04")) && bytes.Contains(b, []byte(folder))
	}
}

func isWebP(b []byte) bool {
	return len(b) >= 12 && string(b[:4]) == "RIFF" && string(b[8:12]) == "WEBP"
}

// isBMP: "BM" alone may begin a text; the reserved bytes are 0, and no text has the size of its header.
func isBMP(b []byte) bool {
	return len(b) >= 18 && string(b[:2]) == "BM" && string(b[6:10]) == "\x00\x00\x00\x00" && b[15] == 0 && b[16] == 0 && b[17] == 0
}
