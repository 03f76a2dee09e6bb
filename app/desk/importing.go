package desk

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"

	"qingyang/app/clean"
	"qingyang/app/folder"
	"qingyang/app/house"
	"qingyang/app/picture"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/app/wording"
	"qingyang/store"
)

// File is something to import: the page or pages of one file.
type File struct {
	Name    string // for people: a file name, "剪贴板"
	Path    string // where Bytes are read from when the file's turn comes; "" where Bytes are given
	Bytes   []byte
	Picture []byte       // what shows its first page; nil where that lies beside, or is the file itself, or is not known
	From    string       // where Bytes were read from, to find the picture beside; "" where they came from no file, or where Path says it
	Pages   []source.Raw // of Bytes, where they were read before; nil: they are read now
	// Languages are those that Pages were recognised in, where they are scans.
	Languages string

	// What is known of where it goes, by the names of its folder, and what is empty is taken from the page's
	// own date line, then from the file's name; a Page of 0 is the next one then.
	folder.Place
}

// Importing says where the pages of all files go. What is left empty is taken from each file's Place, then from
// the page's own date line.
type Importing struct {
	Publication string
	Number      string // of the issue
	Date        string // ISO 8601
	Encoding    source.Encoding
	Pages       source.Range // of each file; the zero Range: all
	Password    string       // of files that are locked
	Languages   string       // that pictures are read in, as tesseract names them; "": as the profile of the publication says
	Outside     bool         // pictures of pages stay where they are; the library keeps their paths and hashes
	Again       bool         // import a file even if the library has its bytes already
}

// Imported is a page that came in.
type Imported struct {
	Leaf     session.Leaf
	File     string // its name
	Encoding source.Encoding
	Damage   int // places that could not be read, or hold characters of a layout program's own
	Articles int
	Doubts   int            // uncertain junctions, and titles or stories that stand alone
	Twin     session.PageID // a page of the same number and section that the issue had before; 0 where there was none
}

// Progress is how far a long job is.
type Progress struct {
	Done, All   int
	Subject     string
	Page, Pages int // of what is under way, where it has several pages: how many are read, and how many it has
}

// Import reads files into the library, one after another, and calls tell after each, and after each page of a file of
// several.
//
// A file that cannot be read is a problem in bad and does not stop the rest; a cancelled ctx does,
// at once, and what was imported before stays. It may run on any goroutine, and tell is called there.
func (d *Desk) Import(ctx context.Context, files []File, in Importing, tell func(Progress)) (done []Imported, bad []error, err error) {
	for i, f := range files {
		pages, err := d.importFile(ctx, f, in, func(page, of int) {
			if tell != nil {
				tell(Progress{Done: i, All: len(files), Subject: f.Name, Page: page, Pages: of})
			}
		})
		done = append(done, pages...)
		if ctx.Err() != nil {
			return done, bad, ctx.Err()
		}
		if err != nil {
			bad = append(bad, notImported(f.Name, err))
		}
		if tell != nil {
			tell(Progress{Done: i + 1, All: len(files), Subject: f.Name})
		}
	}
	return done, bad, nil
}

// notImported words what kept a file out.
func notImported(name string, err error) error {
	p := &say.Problem{
		Subject: name,
		What:    say.T("未能导入", "could not be imported"),
		Do:      say.T("请再试一次；若仍不行，请校验档案库", "try again; if it fails again, verify the library"),
		Err:     err,
	}
	var said *say.Problem
	switch {
	case errors.Is(err, store.ErrFull):
		p.What = say.T("磁盘已满，没有导入", "was not imported: the disk is full")
		p.Do = say.T("请腾出空间，再导入一次", "make room and import it again")
	case errors.As(err, &said):
		return err
	}
	return p
}

// importFile brings the pages of one file into the library, but those that it has. What was imported
// before one failed stays, and is in done; so are the pages that could be read where others could not.
func (d *Desk) importFile(ctx context.Context, f File, in Importing, tell func(page, of int)) (done []Imported, err error) {
	if f.Path != "" {
		if f.Bytes, err = source.ReadFile(ctx, f.Path); err != nil {
			return nil, err
		}
	}
	var shown map[int]store.PageID // pages of scans that the library has need not be recognised again
	if !in.Again {
		if shown, err = d.known(ctx, f.Name, f.Bytes); err != nil {
			return nil, err
		}
	}
	if in.Languages == "" {
		if in.Languages, err = d.Languages(ctx, cmp.Or(in.Publication, f.Publication)); err != nil {
			return nil, err
		}
	}
	if len(f.Pages) > 0 && f.Pages[0].Picture.Bytes != nil && f.Languages != in.Languages {
		f.Pages = nil // it was read in other languages than its publication's
	}
	var there session.PageID
	had := func(part int) bool { return shown[part] != 0 }
	bring := func(raw source.Raw) error {
		if id := shown[raw.Part-1]; id != 0 { // it was passed over
			leaf, err := d.Leaf(ctx, session.PageID(id))
			if err != nil {
				return err
			}
			f.Page = leaf.Number + 1
		}
		if !in.Again { // before the work of cleaning; AddPage looks again
			page, ok, err := d.lib.PageOfPart(ctx, raw.SHA256, raw.Part)
			if err != nil {
				return record.Problem(d.path, err)
			}
			if ok {
				leaf, err := d.Leaf(ctx, session.PageID(page))
				there, f.Page = leaf.ID, leaf.Number+1
				return err
			}
		}
		one, added, err := d.importPage(ctx, f, in, raw)
		if err != nil {
			return err
		}
		f.Page = one.Leaf.Number + 1 // for the next one, where that does not say better
		if !added {
			there = one.Leaf.ID
			return nil
		}
		done = append(done, one)
		return nil
	}
	var left error
	if f.Pages == nil {
		left, err = source.Each(ctx, f.Bytes, source.Options{Name: f.Name, Encoding: in.Encoding, Pages: in.Pages, Password: in.Password, Languages: in.Languages, Tell: tell, Had: had}, bring)
	} else {
		left = f.Pages[0].Left
		for k := 0; k < len(f.Pages) && err == nil; k++ {
			err = bring(f.Pages[k])
		}
	}
	switch {
	case err != nil:
		return done, err
	case len(done) == 0 && there == 0 && len(shown) > 0:
		there = session.PageID(shown[slices.Min(slices.Collect(maps.Keys(shown)))])
		fallthrough
	case len(done) == 0:
		return nil, d.importedBefore(ctx, f.Name, there)
	}
	return done, left
}

// importPage brings one page into the library; added is false where the library has it.
func (d *Desk) importPage(ctx context.Context, f File, in Importing, raw source.Raw) (one Imported, added bool, err error) {
	if raw.Picture.Bytes != nil && !in.Again { // what is recognised in it may bear the name that the file had
		shown, err := d.lib.ShownBy(ctx, sha256.Sum256(raw.Picture.Bytes))
		if err != nil {
			return one, false, record.Problem(d.path, err)
		}
		if id, there := shown[raw.Picture.Page]; there {
			one.Leaf, err = d.Leaf(ctx, session.PageID(id))
			return one, false, err
		}
	}
	paper, issue, page, section, err := d.placeFor(ctx, f, in, raw)
	if err != nil {
		return one, false, record.Problem(d.path, err)
	}
	profile, err := d.House(ctx, paper)
	if err != nil {
		return one, false, err
	}
	there, err := d.lib.Pages(ctx, issue)
	if err != nil {
		return one, false, record.Problem(d.path, err)
	}
	var twin session.PageID
	for _, p := range there {
		if p.Number == page && p.Section == section && !p.Hidden { // A01 and B01 are two
			twin = session.PageID(p.ID)
		}
	}
	type drafted struct {
		clean.Result
		text *revision.Text
		step store.Step
		kept store.Raw
	}
	draft, err := within(ctx, func() (drafted, error) {
		draft, text, err := d.draft(raw, profile)
		if err != nil {
			return drafted{}, err
		}
		step := record.Step(text, nil)
		step.Account = record.Account(draft.Account)
		return drafted{draft, text, step, record.Kept(raw)}, nil
	})
	if err != nil {
		return one, false, err
	}
	id, added, err := d.lib.AddPage(ctx, store.NewPage{
		Issue: issue, Number: page, Section: section, Again: in.Again,
		Source: store.Source{
			SHA256: raw.SHA256, Name: f.Name, Media: raw.Media, Encoding: string(raw.Encoding), Part: raw.Part,
			Chosen: !raw.Detected, Bytes: raw.Bytes, Read: d.clock.Now().UTC(), Raw: draft.kept,
		},
		Step: draft.step, Picture: d.pictureFor(ctx, f, in, raw),
	})
	if err != nil {
		return one, false, record.Problem(d.path, err)
	}
	leaf, err := d.Leaf(ctx, session.PageID(id))
	return Imported{
		Leaf: leaf, File: f.Name, Encoding: raw.Encoding, Damage: len(raw.Damage),
		Articles: len(draft.text.Page().Articles),
		Doubts:   len(draft.Uncertain()) + len(draft.Headless) + len(draft.Homeless), Twin: twin,
	}, added, err
}

// draft makes the first draft of a raw page: one undo step of many rules.
func (d *Desk) draft(raw source.Raw, profile house.Profile) (clean.Result, *revision.Text, error) {
	draft := clean.Draft(raw, profile.Clean())
	for i := range draft.Revisions {
		draft.Revisions[i].Group = 1
		draft.Revisions[i].Time = d.clock.Now().UTC()
	}
	text, err := revision.Load(raw.Text, draft.Revisions)
	return draft, text, err
}

// ErrKnown says that a file is in the library already.
var ErrKnown = errors.New("the library has these bytes")

// known says which pages a file shows, as ShownBy does. It is a problem where the file need not be read to be known: it is
// a scan, and shows pages that were read from it, or a page took something over from it. What it is called does not matter.
func (d *Desk) known(ctx context.Context, name string, b []byte) (shown map[int]store.PageID, err error) {
	sha := sha256.Sum256(b)
	if shown, err = d.lib.ShownBy(ctx, sha); err != nil {
		return nil, record.Problem(d.path, err)
	}
	if _, err := picture.Look(name, b, 1); err == nil && len(shown) >= picture.Pages(b) { // of a PDF nobody knows here how many it has
		return nil, d.importedBefore(ctx, name, session.PageID(shown[slices.Min(slices.Collect(maps.Keys(shown)))]))
	}
	took, err := d.lib.TookIn(ctx, sha)
	if err != nil || len(took) == 0 {
		return shown, record.Problem(d.path, err)
	}
	leaf, err := d.Leaf(ctx, session.PageID(took[0]))
	if err != nil {
		return nil, err
	}
	return nil, &say.Problem{
		Subject: name,
		What:    say.T("已作为另一份文字并入：%s", "was taken in before, as another text of %s").With(leaf.Name()),
		Do:      say.T("打开那一版，在“历史”里看；要作为新的一版导入，请选“重复导入”（--again）", "open that page and see its history; to import it as a page of its own choose “import again” (--again)"),
		Err:     ErrKnown,
	}
}

// importedBefore is the problem that a file is in the library already, as that page.
func (d *Desk) importedBefore(ctx context.Context, name string, page session.PageID) error {
	leaf, err := d.Leaf(ctx, page)
	if err != nil {
		return err
	}
	return &say.Problem{
		Subject: name,
		What:    say.T("已经导入过：%s", "was imported before: %s").With(leaf.Name()),
		Do:      say.T("打开那一版即可；要再导入一份，请选“重复导入”（--again）", "open that page; to import it once more choose “import again” (--again)"),
		Err:     ErrKnown,
	}
}

var nameNumber = regexp.MustCompile(`(\d{1,2})\D*$`)

// placeFor finds or makes the issue that a page belongs to, and its number there.
func (d *Desk) placeFor(ctx context.Context, f File, in Importing, raw source.Raw) (paper, issue int64, page int, section string, err error) {
	folio := ReadFolio(raw.Strings())
	pub, err := d.lib.AddPublication(ctx, cmp.Or(in.Publication, f.Publication, folio.Publication, wording.UnknownPaper.ZH))
	if err != nil {
		return 0, 0, 0, "", err
	}
	date := cmp.Or(in.Date, f.Date, folio.Date)
	number := cmp.Or(in.Number, f.Number, folio.Number)
	if date == "" && number == "" {
		number = wording.UnknownIssue.ZH
	}
	if issue, err = d.lib.AddIssue(ctx, pub, number, date); err != nil {
		return 0, 0, 0, "", err
	}
	page = f.Page
	if page == 0 || raw.Part > 1 && folio.Page > 0 {
		page = folio.Page
	}
	if page == 0 {
		base := f.Name[:len(f.Name)-len(filepath.Ext(f.Name))]
		if m := nameNumber.FindStringSubmatch(base); m != nil {
			page, _ = strconv.Atoi(m[1])
		}
	}
	if page == 0 {
		there, err := d.lib.Pages(ctx, issue)
		if err != nil {
			return 0, 0, 0, "", err
		}
		page = 1
		for _, p := range there {
			page = max(page, p.Number+1)
		}
	}
	return pub, issue, page, cmp.Or(f.Section, folio.Section), nil
}
