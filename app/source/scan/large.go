package scan

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/draw"
)

// tesseract reads type that is much larger than most of the page worse than text, and a size more or less makes a
// difference by chance: titles are read again, line by line, brought to some sizes that it reads well, and the readings
// vote. sizes are those, in pixels from the highest to the lowest of a line.
var sizes = [...]float64{32, 48, 28}

const (
	largeLine   = 1.3 // of the height of most lines
	fewestLines = 5   // that show it
	upright     = 3   // times as high as wide is what is set from the top down, at least
	around      = 6   // of so many parts of its height one is cut out around a line
	border      = 20  // white pixels around what was cut out
	mostAgain   = 100 // lines; more are a picture that was taken for text
	mostDecoded = 80_000_000
	dark        = 128 // what is black
)

// line is a line of the hOCR that tesseract writes: its tag begins at tag, what stands between its tags is hocr[from:to].
type line struct {
	tag      int
	from, to int
	box      image.Rectangle
	sure     float64 // mean of its words, in per cent; -1 where it has none
}

var (
	lineTag = regexp.MustCompile(`<span class='ocr_(?:line|header|caption|textfloat)'[^>]*?bbox (\d+) (\d+) (\d+) (\d+)[^>]*>`)
	sureTag = regexp.MustCompile(`x_wconf (\d+)`)
	boxTag  = regexp.MustCompile(`\b(bbox|x_bboxes) (\d+) (\d+) (\d+) (\d+)`)
	anyTag  = regexp.MustCompile(`<[^>]*>`)
	idTag   = regexp.MustCompile(` id='[^']*'`)
)

// linesOf finds the lines of hOCR. Linear in it.
func linesOf(hocr []byte) (all []line) {
	for _, m := range lineTag.FindAllSubmatchIndex(hocr, -1) {
		var n [4]int
		for k := range n {
			n[k], _ = strconv.Atoi(string(hocr[m[2+2*k]:m[3+2*k]]))
		}
		l := line{tag: m[0], from: m[1], to: m[1], box: image.Rect(n[0], n[1], n[2], n[3]), sure: -1}
		for depth := 1; depth > 0; {
			rest := hocr[l.to:]
			end := bytes.Index(rest, []byte("</span>"))
			if end < 0 {
				return all
			}
			if open := bytes.Index(rest[:end], []byte("<span")); open >= 0 {
				depth++
				l.to += open + len("<span")
				continue
			}
			if depth--; depth > 0 {
				end += len("</span>")
			}
			l.to += end
		}
		sum, words := 0, sureTag.FindAllSubmatch(hocr[l.from:l.to], -1)
		for _, w := range words {
			n, _ := strconv.Atoi(string(w[1]))
			sum += n
		}
		if len(words) > 0 {
			l.sure = float64(sum) / float64(len(words))
		}
		all = append(all, l)
	}
	return all
}

// usual is the height of most lines in pixels; 0 where few show it.
func usual(all []line) int {
	if len(all) < fewestLines {
		return 0
	}
	var high []int
	for _, l := range all {
		high = append(high, l.box.Dy())
	}
	slices.Sort(high)
	return high[len(high)/2]
}

// again reads the lines in large type again, all in one run of tesseract, and puts what it is surer of into the hOCR. Where
// that fails the hOCR stays as it is. It takes one or two seconds a page, some more where many lines were read as one, and
// the memory of the decoded picture.
func (t Tesseract) again(ctx context.Context, picture, hocr []byte, languages string) []byte {
	lines := linesOf(hocr)
	high := usual(lines)
	if high == 0 {
		return hocr
	}
	if c, _, err := image.DecodeConfig(bytes.NewReader(picture)); err != nil || c.Width > mostDecoded/max(1, c.Height) {
		return hocr
	}
	whole, err := decode(picture)
	if err != nil {
		return hocr
	}
	page := grey(whole)
	titles := titlesOf(hocr, lines, high, inkOf(page, high).pieces())
	if len(titles) == 0 {
		return hocr
	}
	all, err := t.readTitles(ctx, page, titles, languages)
	if err != nil {
		return hocr
	}
	return placed(hocr, lines, titles, all)
}

// readTitles reads titles in some sizes and gives the likeliest reading of each, with its places on the page.
func (t Tesseract) readTitles(ctx context.Context, page image.Image, titles []title, languages string) ([]reading, error) {
	dir, err := os.MkdirTemp("", "qingyang-scan")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	var list strings.Builder
	cuts := make([][len(sizes)]cut, len(titles))
	for k, l := range titles {
		for n, size := range sizes {
			var b []byte
			if cuts[k][n], b, err = cutOut(page, l.box, size); err != nil {
				return nil, err
			}
			if len(cuts[k][n].at) == 0 {
				return nil, ErrBroken
			}
			name := fmt.Sprintf("%d-%d.png", k, n)
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
				return nil, err
			}
			list.WriteString(name + "\n")
		}
	}
	if err := os.WriteFile(filepath.Join(dir, PictureName), []byte(list.String()), 0o600); err != nil {
		return nil, err
	}
	read, err := t.run(ctx, dir, languages, "7") // one line
	if err != nil {
		return nil, err
	}
	pages := bytes.Split(read, []byte("class='ocr_page'"))
	if len(pages) != len(titles)*len(sizes)+1 {
		return nil, ErrBroken
	}
	best := make([]reading, len(titles))
	for k := range titles {
		var all [len(sizes)]reading
		for n := range all {
			all[n] = readingOf(pages[1+k*len(sizes)+n])
		}
		best[k].sure = -1
		if n := likeliest(all[:]); n >= 0 {
			best[k] = all[n]
			best[k].hocr = cuts[k][n].back(best[k].hocr)
		}
	}
	return best, nil
}

// placed puts what titles were read as into hOCR, each in the place of the lines that it stands for; those that have none
// stand at its end.
func placed(hocr []byte, lines []line, titles []title, all []reading) []byte {
	sums := map[int][2]float64{} // by line that was cut: how sure its parts are, and how many characters they have
	for k := range titles {
		if from := titles[k].cut - 1; from >= 0 {
			n := float64(len([]rune(all[k].text)))
			sums[from] = [2]float64{sums[from][0] + n*all[k].sure, sums[from][1] + n}
		}
	}
	put := map[int][]byte{} // by line: what stands for it, tag and all
	var more []byte
	for k := range titles {
		from := titles[k].cut - 1
		if all[k].sure < 0 || !titles[k].better(hocr, lines, &all[k]) ||
			from >= 0 && sums[from][0] < min(lines[from].sure, leastSure)*sums[from][1] {
			continue
		}
		b, of := titles[k].box, titles[k].lines
		one := fmt.Appendf(nil, "<span class='ocr_line' title=\"bbox %d %d %d %d\">%s", b.Min.X, b.Min.Y, b.Max.X, b.Max.Y, all[k].hocr)
		switch {
		case from >= 0:
			if put[from] != nil {
				put[from] = append(put[from], "</span>\n"...)
			}
			put[from] = append(put[from], one...)
		case len(of) == 0:
			more = fmt.Appendf(more, "<div class='ocr_carea'><p class='ocr_par'>%s</span></p></div>\n", one)
		case len(of) == 1 && lines[of[0]].box == b:
			l := lines[of[0]]
			put[of[0]] = append(slices.Clone(hocr[l.tag:l.from]), all[k].hocr...)
		default:
			put[of[0]] = one
		}
		for _, m := range of[min(1, len(of)):] { // what was read of it twice
			if put[m] == nil {
				put[m] = []byte("<span class='ocr_line'>")
			}
		}
	}
	var out []byte
	done := 0
	for k, l := range lines {
		if by, ok := put[k]; ok {
			out = append(append(out, hocr[done:l.tag]...), by...)
			done = l.to
		}
	}
	if end := bytes.LastIndex(hocr, []byte("</div>")); len(more) > 0 && end >= done {
		out = append(append(out, hocr[done:end]...), more...)
		done = end
	}
	return append(out, hocr[done:]...)
}

// reading is what a line was read as.
type reading struct {
	hocr []byte
	text string  // without white
	sure float64 // in per cent; -1 where nothing was read
}

// readingOf puts the lines of a page of hOCR together, which is of one line.
func readingOf(page []byte) (r reading) {
	n := 0.0
	for _, one := range linesOf(page) {
		if one.sure >= 0 {
			r.hocr = append(r.hocr, page[one.from:one.to]...)
			r.sure, n = r.sure+one.sure, n+1
		}
	}
	if n == 0 {
		return reading{sure: -1}
	}
	r.sure /= n
	r.text = string(readIn(r.hocr))
	return r
}

// likeliest is the surest of those readings of a line that agree, which are surest all together; -1 where there is none.
func likeliest(all []reading) (best int) {
	sums := map[string]float64{}
	for _, r := range all {
		sums[r.text] += max(0, r.sure)
	}
	best = -1
	for k, r := range all {
		if r.sure < 0 {
			continue
		}
		if best < 0 || sums[r.text] > sums[all[best].text] || r.text == all[best].text && r.sure > all[best].sure {
			best = k
		}
	}
	return best
}

// decode decodes a picture; a decoder that panics is an error.
func decode(b []byte) (p image.Image, err error) {
	defer caught(&err)
	p, _, err = image.Decode(bytes.NewReader(b))
	return p, err
}

// cut is a piece of a page: pieces that stand side by side in the picture that is read, and where they stand on the page.
type cut struct {
	by   float64 // how much larger they are in the picture
	at   []image.Rectangle
	left []int // where each begins in the picture
}

// cutOut cuts a line out of a page, brings it to a size in pixels, and makes a PNG of it. The characters of one
// that is set from the top down are put side by side: tesseract reads it with other data, which few have.
func cutOut(page image.Image, box image.Rectangle, size float64) (c cut, b []byte, err error) {
	defer caught(&err)
	em := min(box.Dx(), box.Dy())
	c.by = size / float64(max(1, em))
	if box.Dy() > box.Dx() {
		c.at = characters(page, box)
	} else {
		c.at = []image.Rectangle{box.Inset(-em / around).Intersect(page.Bounds())}
	}
	x, high := border, 0
	var to []image.Rectangle
	for _, r := range c.at {
		whole := image.Rect(0, 0, int(math.Ceil(c.by*float64(r.Dx()))), int(math.Ceil(c.by*float64(r.Dy()))))
		c.left = append(c.left, x)
		to = append(to, whole.Add(image.Pt(x, border)))
		x, high = x+whole.Dx(), max(high, whole.Dy())
	}
	grey := image.NewGray(image.Rect(0, 0, x+border, high+2*border))
	draw.Draw(grey, grey.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	for k, r := range c.at {
		draw.CatmullRom.Scale(grey, to[k], page, r, draw.Src, nil)
	}
	var made bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&made, grey)
	return c, made.Bytes(), err
}

// characters are the places of the characters of a line that is set from the top down: black that is parted by white, put
// together as far as it is no higher than the line is wide. Each has the width of the line, and as much above it as below.
func characters(page image.Image, box image.Rectangle) (all []image.Rectangle) {
	box = box.Intersect(page.Bounds())
	black := func(y int) bool {
		for x := box.Min.X; x < box.Max.X; x++ {
			if color.GrayModel.Convert(page.At(x, y)).(color.Gray).Y < dark {
				return true
			}
		}
		return false
	}
	top, end := -1, -1 // of the character at hand
	put := func() {
		if top < 0 {
			return
		}
		mid, half := (top+end)/2, box.Dx()*11/20
		all = append(all, image.Rect(box.Min.X, mid-half, box.Max.X, mid+half).Intersect(page.Bounds()))
	}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		if !black(y) {
			continue
		}
		if top < 0 || y-top > box.Dx()*21/20 {
			put()
			top = y
		}
		end = y
	}
	put()
	return all
}

// back brings the boxes of hOCR that was read in the picture to where they stand on the page. Identifiers go: the page has
// the same ones.
func (c cut) back(hocr []byte) []byte {
	hocr = idTag.ReplaceAll(hocr, nil)
	return boxTag.ReplaceAllFunc(hocr, func(b []byte) []byte {
		f := strings.Fields(string(b))
		var n [4]int
		for k := range n {
			n[k], _ = strconv.Atoi(f[k+1])
		}
		r := image.Rect(n[0], n[1], n[2], n[3])
		if len(c.at) == 1 {
			on := func(v, at int) int { return max(0, at+int(math.Round(float64(v-border)/c.by))) }
			r = image.Rect(on(n[0], c.at[0].Min.X), on(n[1], c.at[0].Min.Y), on(n[2], c.at[0].Min.X), on(n[3], c.at[0].Min.Y))
		} else {
			third := r.Dx() / 3
			r = c.piece(r.Min.X + third).Union(c.piece(r.Max.X - third))
		}
		return fmt.Appendf(nil, "%s %d %d %d %d", f[0], r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
	})
}

// piece is the piece that stands at x in the picture.
func (c cut) piece(x int) image.Rectangle {
	k := 0
	for k+1 < len(c.left) && c.left[k+1] <= x {
		k++
	}
	return c.at[k]
}
