// Package scan reads pictures of pages with an installed tesseract: picture in, hOCR out.
//
// Nothing is installed, nothing leaves the machine; a picture that would take too much memory is refused, and a
// page that takes too long is given up. Start reading at Find, then Tesseract.Read.
package scan

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the kinds of pictures whose size is looked at before tesseract sees them
	_ "image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"
	"golang.org/x/image/webp"
)

// Errors of scans.
var (
	ErrAbsent   = errors.New("tesseract is not installed")
	ErrLanguage = errors.New("tesseract has no data for the language")
	ErrVast     = errors.New("the picture has too many pixels, or takes too long to read")
	ErrBroken   = errors.New("the picture cannot be read")
)

// Missing is ErrLanguage, with which one, and which there are.
type Missing struct {
	Language string
	Have     []string
}

func (m *Missing) Error() string { return ErrLanguage.Error() + " " + m.Language }

// Is says that it is ErrLanguage.
func (m *Missing) Is(err error) bool { return err == ErrLanguage }

// What a picture may have, and take: a broadsheet at 600 pixels an inch has 130 million.
const (
	mostPixels = 200_000_000
	pageTime   = 5 * time.Minute
	lookTime   = 20 * time.Second // to say its version
)

// PictureName is what the hOCR calls the picture.
const PictureName = "page"

// Tesseract is an installed tesseract.
type Tesseract struct {
	Path, Version string
	Languages     []string // that it has data for, as it names them: chi_sim, eng
}

// Find looks for tesseract in the PATH, on Windows in its usual folder too, and asks what it is. It takes a tenth of
// a second. ErrAbsent where there is none, or one that does not start.
func Find(ctx context.Context) (t Tesseract, err error) {
	if t.Path, err = exec.LookPath("tesseract"); err != nil {
		if runtime.GOOS != "windows" {
			return t, ErrAbsent
		}
		t.Path = filepath.Join(os.Getenv("ProgramFiles"), "Tesseract-OCR", "tesseract.exe")
		if _, err := os.Stat(t.Path); err != nil {
			return t, ErrAbsent
		}
	}
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	out, err := exec.CommandContext(ctx, t.Path, "--version").CombinedOutput()
	if err != nil {
		return t, errors.Join(ErrAbsent, ctx.Err(), err)
	}
	first, _, _ := strings.Cut(string(out), "\n")
	t.Version = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(first), "tesseract"))
	out, err = exec.CommandContext(ctx, t.Path, "--list-langs").Output()
	if err != nil {
		return t, errors.Join(ErrAbsent, ctx.Err(), err)
	}
	_, list, _ := strings.Cut(string(out), "\n") // a heading
	for _, l := range strings.Fields(list) {
		if l != "osd" {
			t.Languages = append(t.Languages, l)
		}
	}
	return t, nil
}

// Usual is the language that pages are read in where nobody chose: simplified Chinese, traditional, or English, the first
// that is there. One alone: with English beside it Chinese that is hard to read becomes Latin letters, and the data for
// Chinese know those.
func (t Tesseract) Usual() string {
	for _, l := range []string{"chi_sim", "chi_tra", "eng"} {
		if slices.Contains(t.Languages, l) {
			return l
		}
	}
	return strings.Join(t.Languages[:min(1, len(t.Languages))], "")
}

// Read reads a picture, of as many pages as it has, and returns hOCR with the places and doubts of characters.
// languages are joined by "+"; "" is Usual. Titles are read a second time, in some sizes. A full page takes 10 s and
// 250 MB on one core; several may be read at once. Errors: ErrLanguage, ErrVast, ErrBroken, that of ctx.
func (t Tesseract) Read(ctx context.Context, picture []byte, languages string) (hocr []byte, err error) {
	if languages == "" {
		languages = t.Usual()
	}
	for _, l := range strings.Split(languages, "+") {
		if !slices.Contains(t.Languages, l) {
			return nil, &Missing{l, t.Languages}
		}
	}
	if err := Check(picture); err != nil {
		return nil, err
	}
	if picture, err = plain(picture); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "qingyang-scan")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, PictureName), picture, 0o600); err != nil {
		return nil, err
	}
	if hocr, err = t.run(ctx, dir, languages, "3"); err != nil {
		return nil, err
	}
	return once(brackets(t.again(ctx, picture, hocr, languages))), ctx.Err()
}

// run reads what dir has under PictureName, a picture or a list of some, in a mode of segmentation. Errors: ErrVast,
// ErrBroken, that of ctx.
func (t Tesseract) run(ctx context.Context, dir, languages, mode string) (hocr []byte, err error) {
	limited, cancel := context.WithTimeout(ctx, pageTime)
	defer cancel()
	cmd := exec.CommandContext(limited, t.Path, PictureName, "out", "-l", languages, "--psm", mode, "-c", "hocr_char_boxes=1", "hocr")
	cmd.Dir = dir                                        // the hOCR names the picture as it was named here: no path of this machine
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // its threads hinder each other; pages go side by side instead
	cmd.WaitDelay = 2 * time.Second
	out, err := cmd.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, ErrVast
	case err != nil:
		return nil, fmt.Errorf("%w: %w: %s", ErrBroken, err, bytes.TrimSpace(out[:min(len(out), 400)]))
	}
	return os.ReadFile(filepath.Join(dir, "out.hocr"))
}

// Check refuses a picture that is none or has too many pixels, by its header alone: ErrBroken, ErrVast.
func Check(b []byte) (err error) {
	defer caught(&err)
	c, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return errors.Join(ErrBroken, err)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > mostPixels/c.Height {
		return ErrVast
	}
	return nil
}

// plain makes PNG of WebP, which not every tesseract reads.
func plain(b []byte) (out []byte, err error) {
	defer caught(&err)
	if !bytes.HasPrefix(b, []byte("RIFF")) {
		return b, nil
	}
	p, err := webp.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, errors.Join(ErrBroken, err)
	}
	var made bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&made, p)
	return made.Bytes(), err
}

// caught makes a panic of a decoder an error of the picture.
func caught(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("%w: decoder: %v", ErrBroken, p)
	}
}
