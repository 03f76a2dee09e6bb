package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"qingyang/app/picture"
	"qingyang/app/record"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/source/pdf"
	"qingyang/store"
)

// drawn is how many pixels an inch a PDF page is drawn with: a line of small print is then some 30 pixels high.
const drawn = 200

// Printed is what shows a page as it was printed, decoded; nil where nothing does. A place of the raw page, in points,
// is one of the picture times the picture's width over Raw.Width.
//
// raw is the page as it was read. A broadsheet page at 300 dots an inch takes some 100 MB and a second: it is work for a job. The error of a file that
// is kept outside says whether it is gone or another one now.
func (d *Desk) Printed(ctx context.Context, page session.PageID, raw source.Raw) (image.Image, error) {
	p, ok, err := d.lib.PictureOf(ctx, store.PageID(page))
	if err != nil {
		return nil, record.Problem(d.path, err)
	}
	if !ok {
		if raw.Media != source.PDF {
			return nil, nil
		}
		p = store.Picture{Media: raw.Media, Part: max(1, raw.Part), Bytes: raw.Bytes}
	}
	if p.Outside {
		if p.Bytes, err = source.ReadFile(ctx, p.Name); err != nil {
			return nil, err
		}
		if sha256.Sum256(p.Bytes) != p.SHA256 {
			return nil, &say.Problem{
				Subject: p.Name, What: say.T("不是当初配上的那张版面图", "is not the picture that was attached to this page"),
				Do: say.T("请找回原来的文件，或重新配图（“文件”菜单）", "bring the former file back, or attach a picture again (File menu)"),
			}
		}
	}
	return within(ctx, func() (image.Image, error) {
		if p.Media != source.PDF {
			return picture.Open(filepath.Base(p.Name), p.Bytes, p.Part)
		}
		png, err := pdf.Picture(ctx, p.Bytes, "", p.Part, drawn)
		if err != nil {
			name := p.Name
			if src, e := d.lib.PageSource(ctx, store.PageID(page)); name == "" && e == nil {
				name = src.Name
			}
			return nil, &say.Problem{
				Subject: name, Err: err, What: say.T("画不出版面", "cannot be drawn"), Do: say.T("请另存为图片，再配上", "save the page as a picture and attach that"),
			}
		}
		return picture.Open(filepath.Base(p.Name), png, 1)
	})
}

// AttachPicture has a file show a page from now on: a picture, or the first page of a PDF. Where outside says so
// the library keeps its path and its hash alone.
func (d *Desk) AttachPicture(ctx context.Context, page session.PageID, path string, outside bool) error {
	b, err := source.ReadFile(ctx, path)
	if err != nil {
		return err
	}
	p := store.Picture{SHA256: sha256.Sum256(b), Name: path, Part: 1, Bytes: b, Outside: outside, Kept: d.clock.Now().UTC()}
	if p.Media, err = pictureMedia(path, b); err != nil {
		return err
	}
	if outside {
		if p.Name, err = filepath.Abs(path); err != nil {
			return err
		}
		p.Bytes = nil
	}
	if err := d.lib.AddPicture(ctx, store.PageID(page), p); err != nil {
		return record.Problem(d.path, err)
	}
	return nil
}

// pictureMedia is what kind of a picture a file is.
func pictureMedia(name string, b []byte) (string, error) {
	if strings.HasPrefix(string(b[:min(len(b), 5)]), "%PDF-") {
		return source.PDF, nil
	}
	info, err := picture.Look(filepath.Base(name), b, 1)
	return "image/" + info.Format, err
}

// pictureFor is what shows a page that comes in: the scan that its text was read from, or the picture that lies
// beside an OCR file under the name that it gives, or under its own. nil where the source shows the page itself, and
// where there is nothing; a picture beside it that cannot be read is nothing.
func (d *Desk) pictureFor(ctx context.Context, f File, in Importing, raw source.Raw) *store.Picture {
	p := store.Picture{Name: f.Name, Media: raw.Picture.Media, Part: max(1, raw.Picture.Page), Bytes: raw.Picture.Bytes, Kept: d.clock.Now().UTC()}
	from := cmp.Or(f.Path, f.From)
	if from != "" {
		p.Name = from
	}
	switch {
	case raw.Picture.Media != "" && raw.Picture.Bytes == nil:
		return nil // it is raw.Bytes
	case raw.Picture.Bytes == nil && f.Picture != nil && raw.Part <= 1:
		var err error
		if p.Media, err = pictureMedia(f.Name, f.Picture); err != nil {
			return nil
		}
		p.Bytes = f.Picture
	case raw.Picture.Bytes == nil:
		path := besideOf(from, raw)
		if path == "" {
			return nil
		}
		b, err := source.ReadFile(ctx, path)
		if err != nil {
			return nil
		}
		if p.Media, err = pictureMedia(path, b); err != nil {
			return nil
		}
		p.Name, p.Bytes, p.Part = path, b, 1
	}
	p.SHA256 = sha256.Sum256(p.Bytes)
	if in.Outside && filepath.IsAbs(p.Name) {
		p.Outside, p.Bytes = true, nil
	}
	return &p
}

// besideOf is the path of the picture beside an OCR file; "" where there is none. Only the last part of the name that
// the file gives is looked at, and only in its own folder.
func besideOf(path string, raw source.Raw) string {
	if path == "" || raw.Glyphs == nil {
		return ""
	}
	folder, stem := filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	stem = strings.TrimSuffix(stem, filepath.Ext(stem)) // page.hocr.html
	var names []string
	if raw.Image != "" {
		names = append(names, filepath.Base(filepath.FromSlash(strings.ReplaceAll(raw.Image, `\`, "/"))))
	}
	if raw.Part <= 1 {
		for _, ext := range picture.Extensions {
			names = append(names, stem+ext, stem+strings.ToUpper(ext))
		}
	}
	i := slices.IndexFunc(names, func(name string) bool {
		info, err := os.Stat(filepath.Join(folder, name))
		return err == nil && info.Mode().IsRegular() && slices.Contains(picture.Extensions, strings.ToLower(filepath.Ext(name)))
	})
	if i < 0 {
		return ""
	}
	return filepath.Join(folder, names[i])
}
