package window

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"qingyang/app/desk"
	"qingyang/app/picture"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/widgets"
)

// printedPane shows the page as it was printed, above the raw page or in its place: what the caret stands on is boxed
// there, and a click puts the caret on the character that was clicked on, by the identity of characters.
type printedPane struct {
	w       *Window
	content *fyne.Container
	head    *widgets.Line
	picture *widgets.Picture
	strip   *strip

	page     session.PageID // that scan shows, or 0
	scan     *widgets.Scan
	perPoint float64 // pixels of the picture a point of the page; 0 where no places are known
	tinted   bool    // each article in a colour of its own
	tints    []widgets.Overlay
}

// Preferences of the pane.
const (
	prefPrinted      = "printed"       // "hidden"; else it is shown where a page has a picture
	prefSplitPrinted = "split.printed" //
	prefTinted       = "printed.tinted"
	prefStrip        = "printed.strip" // the picture's line above the line that is edited
)

func newPrintedPane(w *Window) *printedPane {
	p := &printedPane{w: w, head: widgets.NewLine(), picture: widgets.NewPicture(), tinted: w.app.Preferences().Bool(prefTinted)}
	p.picture.Work = w.drawing
	p.picture.OnTapped = p.tapped
	p.picture.OnView = p.saySize
	p.strip = newStrip(w)
	p.content = container.NewBorder(head(p.head), nil, nil, nil, p.picture)
	if old := w.printed; old != nil && w.session != nil && old.page == w.session.Leaf.ID { // the language was changed
		p.page, p.scan, p.perPoint = old.page, old.scan, old.perPoint
		p.picture.SetScan(p.scan)
		p.strip.picture.SetScan(p.scan)
	}
	return p
}

// drawing does work on a goroutine of its own, and then done on the window's.
func (w *Window) drawing(work, done func()) {
	w.jobs.beside(func() {
		work()
		w.jobs.post(done)
	})
}

// shown says whether there is a picture to be seen.
func (p *printedPane) shown() bool { return p.scan != nil && p.wanted() }

func (p *printedPane) wanted() bool { return p.w.app.Preferences().String(prefPrinted) != "hidden" }

// forget shows no page.
func (p *printedPane) forget() {
	if p.scan == nil {
		return
	}
	p.page, p.scan, p.perPoint, p.tints = 0, nil, 0, nil
	p.picture.SetScan(nil)
	p.strip.picture.SetScan(nil)
	p.strip.leave()
	p.w.layMiddle()
}

// open looks for what shows the open page, in the background, where the pane is wanted.
func (p *printedPane) open(then func(found bool)) {
	w := p.w
	s, d := w.session, w.desk
	if s == nil || d == nil {
		return
	}
	if p.page == s.Leaf.ID && p.scan != nil {
		then(true)
		return
	}
	run(w.jobs, drawingPage, say.T("读版面图", "Reading the picture of the page"), func(ctx context.Context) (*widgets.Scan, error) {
		return scanOf(ctx, d, s)
	}, func(scan *widgets.Scan, err error) {
		if s != w.session {
			return
		}
		if err != nil {
			w.fail(err)
			return
		}
		if scan != nil {
			p.show(s, scan)
		}
		then(scan != nil)
	})
}

// scanOf reads what shows a page; nil where nothing does.
func scanOf(ctx context.Context, d *desk.Desk, s *session.Session) (*widgets.Scan, error) {
	image, err := d.Printed(ctx, s.Leaf.ID, s.Raw)
	if err != nil || image == nil {
		return nil, err
	}
	return widgets.NewScan(image), nil
}

func (p *printedPane) show(s *session.Session, scan *widgets.Scan) {
	w, h := scan.Size()
	p.page, p.scan, p.perPoint = s.Leaf.ID, scan, 0
	if s.Raw.Glyphs != nil && s.Raw.Width > 0 {
		p.perPoint = float64(w) / s.Raw.Width
	}
	p.picture.SetScan(scan)
	p.strip.picture.SetScan(scan)
	p.w.layMiddle()
	p.saySize()
	p.tint()
	p.follow()
	p.w.trace.say("printed", "width", w, "height", h)
}

// saySize says above the picture what it is and how large it is shown.
func (p *printedPane) saySize() {
	zoom, _ := p.picture.Zoom()
	text := fmt.Sprintf("%s  ·  %.0f%%", say.T("版面图", "Printed page").In(p.w.lang), 100*zoom)
	if turned := p.picture.Turned(); turned != 0 {
		text += "  ·  " + fmt.Sprint(90*turned) + "°"
	}
	if p.perPoint == 0 {
		text += "  ·  " + say.T("文件没有给出字的位置", "the file does not say where its characters stand").In(p.w.lang)
	}
	p.head.SetText(text)
}

// TogglePrinted shows the printed page, or hides it.
func (w *Window) TogglePrinted() {
	p := w.printed
	if p.shown() {
		w.app.Preferences().SetString(prefPrinted, "hidden")
		p.strip.leave()
		w.layMiddle()
		w.trace.say("printed", "shown", false)
		return
	}
	w.app.Preferences().SetString(prefPrinted, "")
	p.need(func() {
		w.layMiddle()
		p.follow()
		w.trace.say("printed", "shown", true)
	})
}

// need looks for what shows the open page and goes on with it; where nothing does it says so.
func (p *printedPane) need(then func()) {
	p.open(func(found bool) {
		if !found {
			p.w.Say(say.T("这一版没有版面图；可以用“文件”菜单里的“配版面图”", "nothing shows this page as it was printed; the File menu can attach a picture"))
			return
		}
		then()
	})
}

// ZoomPicture makes the printed page larger or smaller; 0 makes it as wide as its pane.
func (w *Window) ZoomPicture(step int) {
	if !w.printed.shown() {
		w.TogglePrinted()
		return
	}
	switch {
	case step > 0:
		w.printed.picture.ZoomBy(1.25)
	case step < 0:
		w.printed.picture.ZoomBy(1 / 1.25)
	default:
		w.printed.picture.FitWidth()
	}
	w.printed.follow() // what the caret stands on is what one wants to see larger
	zoom, fits := w.printed.picture.Zoom()
	w.trace.say("zoomed", "percent", int(100*zoom+0.5), "fits", fits)
}

// TurnPicture turns the printed page by a quarter clockwise.
func (w *Window) TurnPicture() {
	if !w.printed.shown() {
		w.TogglePrinted()
		return
	}
	w.printed.picture.Turn(1)
	w.printed.follow()
	w.printed.saySize()
	w.trace.say("turned", "quarters", w.printed.picture.Turned())
}

// TintPicture gives each article a colour on the printed page, or none.
func (w *Window) TintPicture() {
	p := w.printed
	p.tinted = !p.tinted
	w.app.Preferences().SetBool(prefTinted, p.tinted)
	if !p.shown() {
		w.TogglePrinted()
	}
	p.tint()
	p.follow()
	w.trace.say("tinted", "on", p.tinted)
}

// AskPicture has the editor choose a file that shows the open page.
func (w *Window) AskPicture() {
	s, d := w.session, w.desk
	start := w.app.Preferences().StringWithFallback(prefImportFolder, homeFolder())
	paths := w.newPaths(start + "/")
	paths.kinds = append(slices.Clone(picture.Extensions), ".pdf")
	hint := say.T("选一张图片或 PDF（取第一页），配给正在看的这一版", "choose a picture, or a PDF for its first page: it will be shown beside the open page")
	w.askPath("picture", say.T("配版面图", "Attach a picture of the page"), hint, paths, say.T("配上", "Attach"), func(path string, end ending) {
		run(w.jobs, asking, say.T("配版面图", "Attaching the picture"), func(ctx context.Context) (*widgets.Scan, error) {
			if err := d.AttachPicture(ctx, s.Leaf.ID, expand(path), false); err != nil {
				return nil, err
			}
			return scanOf(ctx, d, s)
		}, func(scan *widgets.Scan, err error) {
			end(err)
			if err != nil || s != w.session || scan == nil {
				return
			}
			w.app.Preferences().SetString(prefPrinted, "")
			w.printed.show(s, scan)
			w.Say(say.T("版面图已存入档案库", "the picture is kept in the library"))
		})
	})
}
