package desk_test

import (
	"crypto/sha256"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/merge"
	"qingyang/app/revision"
	"qingyang/app/source"
	"qingyang/store"
)

// What is exported comes back without a difference, in every format that is read and with nothing of it beside, of each
// page of the sample; and each page is found as the one that the file is a text of.
func TestExportsComeBack(t *testing.T) {
	ctx := t.Context()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	all, err := d.ImportSample(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range all {
		p, err := d.Page(ctx, one.Leaf.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"txt", "md", "html"} {
			var text strings.Builder
			for _, a := range p.Text.Page().Articles {
				e, err := d.ExportArticle(ctx, p, a.ID, desk.Exporting{Format: format})
				if err != nil {
					t.Fatal(err)
				}
				text.WriteString(e.Text + "\n")
			}
			name := "a." + format
			s, err := d.Hold(ctx, p, desk.File{Name: name, Bytes: []byte(text.String())}, merge.AsCorrected, source.Options{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range s.Places {
				t.Errorf("%s, %s: %q is %q, clash %v, large %v", one.Leaf.Title(), format, x.Old, x.New, x.Clash, x.Large)
			}
			if len(s.Apart)+len(s.Beside) > 0 {
				t.Errorf("%s, %s: apart %q, beside %q", one.Leaf.Title(), format, s.Apart, s.Beside)
			}
			raws, err := source.Read(ctx, []byte(text.String()), source.Options{Name: name})
			if err != nil {
				t.Fatal(err)
			}
			if k, ok, err := d.FindKin(ctx, raws[0].Bytes, raws[0], folder.Place{}); err != nil || !ok || k.Leaf.ID != one.Leaf.ID || k.As != merge.AsCorrected {
				t.Errorf("%s, %s: found is %+v %v %v", one.Leaf.Title(), format, k, ok, err)
			}
		}
	}
}

const ferryStory = "夜航首日\n\n　　昨天下午，镇里的干部到社区慰问困难群众，要求做好冬季取暖工作。老船工说，岸上的人越来越少，大家都望着对岸。灯亮到深夜，船才离开渡口，岸上的锣鼓响了三遍。\n"

// A text that was corrected outside is taken in without a window: what clashes waits to be asked about, the file is
// kept and known, and nothing is half done where it is another page's.
func TestTakeIn(t *testing.T) {
	ctx := t.Context()
	path := newLibrary(t)
	d := open(t, path, desk.Options{Name: "沈小禾"})
	done, bad, err := d.Import(ctx, []desk.File{{Name: "a.txt", Bytes: []byte(ferryStory)}}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	page := done[0].Leaf.ID
	s, err := d.OpenPage(ctx, page)
	if err != nil {
		t.Fatal(err)
	}
	text := func() string {
		p, err := d.Page(ctx, page)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, a := range p.Text.Page().Articles {
			for _, b := range a.Blocks {
				all = append(all, b.Text)
			}
		}
		return strings.Join(all, "\n")
	}
	body := strings.TrimLeft(strings.Split(ferryStory, "\n\n")[1], "　")
	at := func(words string) int { return len([]rune(body[:strings.Index(body, words)])) }
	if _, err := s.Edit("", func(o *revision.Order) []revision.Op {
		return o.ReplaceEach([]revision.Stretch{{Block: 1, From: at("困难"), To: at("困难") + 2}}, []string{"贫苦"})
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	outside := []byte(strings.NewReplacer("困难", "困苦", "望着", "望向", "三遍", "两遍").Replace(ferryStory))
	f := desk.File{Name: "改.txt", Bytes: outside}
	second, n, err := d.TakeIn(ctx, page, f, merge.AsCorrected, source.Options{}, merge.Found.Sure)
	if err != nil || n != 2 || len(second.Places) != 3 {
		t.Fatalf("%d of %+v %v", n, second.Places, err)
	}
	if got := text(); !strings.Contains(got, "贫苦群众") || !strings.Contains(got, "望向") || !strings.Contains(got, "两遍") {
		t.Error(got)
	}
	clashes, err := d.Clashes(ctx, page, nil)
	if err != nil || len(clashes) != 1 || clashes[0].File != "改.txt" || clashes[0].Theirs != strings.Replace(clashes[0].Ours, "贫苦", "困苦", 1) {
		t.Errorf("%+v %v", clashes, err)
	}
	if _, bad, err := d.Import(ctx, []desk.File{{Name: "又一份.txt", Bytes: outside}}, desk.Importing{}, nil); err != nil || len(bad) != 1 || !errors.Is(bad[0], desk.ErrKnown) {
		t.Error(bad, err)
	}
	was := text()
	if _, _, err := d.TakeIn(ctx, page, desk.File{Name: "别的.txt", Bytes: []byte("潮水退得比往年早，湾里的养殖户连夜起网。\n")}, merge.AsReading, source.Options{}, merge.Found.Sure); err == nil || text() != was {
		t.Errorf("another page's text was taken in: %v", err)
	}
	lib, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if in, err := lib.IncomingOf(ctx, store.PageID(page)); err != nil || len(in) != 1 || in[0].Source.SHA256 != sha256.Sum256(outside) || in[0].Meant != 2 {
		t.Errorf("%+v %v", in, err)
	}
}

// A scan is known by its bytes, whatever it is called, without being read again; so are the scans that OCR files came
// in with.
func TestScanIsKnown(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // nothing that could read it
	ctx, dir := t.Context(), t.TempDir()
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	done, bad, err := d.Import(ctx, []desk.File{{Name: "p1.hocr", Path: scanned(t, dir, "p1.png")}}, desk.Importing{}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	b, err := os.ReadFile(filepath.Join(dir, "p1.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, again := range []bool{false, true} {
		_, bad, err = d.Import(ctx, []desk.File{{Name: "另一个名字.png", Bytes: b}}, desk.Importing{Again: again}, nil)
		if err != nil || len(bad) != 1 || errors.Is(bad[0], desk.ErrKnown) == again {
			t.Errorf("again %v: %v %v", again, bad, err)
		}
	}
	if err := d.Hide(ctx, done[0].Leaf.ID, true); err != nil {
		t.Fatal(err)
	}
	if _, bad, err = d.Import(ctx, []desk.File{{Name: "另一个名字.png", Bytes: b}}, desk.Importing{}, nil); err != nil || len(bad) != 1 || errors.Is(bad[0], desk.ErrKnown) {
		t.Errorf("the page is hidden: %v %v", bad, err)
	}
}
