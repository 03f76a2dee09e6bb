//go:build unix

package desk_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/desk"
	"qingyang/app/folder"
	"qingyang/app/house"
)

// A scan is read in the languages of its publication's profile, however it comes in, unless others are asked for.
func TestLanguagesOfPublication(t *testing.T) {
	ctx, dir := t.Context(), t.TempDir()
	script := `#!/bin/sh
case "$1" in
--version) echo "tesseract 9.1.0"; exit ;;
--list-langs) printf 'List:\nchi_sim\nchi_tra\neng\n'; exit ;;
esac
echo "<div class='ocr_page' title='image \"page\"; bbox 0 0 9 9'><span class='ocr_line'>渡口今晚亮灯 $4</span></div>" > "$2.hocr"
`
	if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	d := open(t, newLibrary(t), desk.Options{Name: "沈小禾"})
	scans := 0
	reads := func(f desk.File, in desk.Importing) string {
		t.Helper()
		var b bytes.Buffer
		if scans++; png.Encode(&b, image.NewGray(image.Rect(0, 0, 90, 30+scans))) != nil {
			t.Fatal("no picture")
		}
		f.Name, f.Bytes, in.Again = "a.png", b.Bytes(), true // what is read may be the same
		done, bad, err := d.Import(ctx, []desk.File{f}, in, nil)
		if err != nil || len(bad) > 0 || len(done) != 1 {
			t.Fatal(done, bad, err)
		}
		p, err := d.Page(ctx, done[0].Leaf.ID)
		if err != nil {
			t.Fatal(err)
		}
		_, languages, _ := strings.Cut(strings.TrimSpace(string(p.Raw.Text)), " ")
		return languages
	}
	if got := reads(desk.File{}, desk.Importing{Publication: "渡口报"}); got != "chi_sim" {
		t.Errorf("the usual language is %q", got)
	}
	papers, err := d.Publications(ctx)
	if err != nil || len(papers) != 1 {
		t.Fatal(papers, err)
	}
	if err := d.SetHouse(ctx, papers[0].ID, house.Profile{Languages: "chi_tra+eng"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		f    desk.File
		in   desk.Importing
		want string
	}{
		{"asked for", desk.File{}, desk.Importing{Publication: "渡口报"}, "chi_tra+eng"},
		{"named by the folder", desk.File{Place: folder.Place{Publication: "渡口报"}}, desk.Importing{}, "chi_tra+eng"},
		{"another publication", desk.File{}, desk.Importing{Publication: "另一报"}, "chi_sim"},
		{"other languages", desk.File{}, desk.Importing{Publication: "渡口报", Languages: "eng"}, "eng"},
	} {
		if got := reads(c.f, c.in); got != c.want {
			t.Errorf("%s: read in %q, want %q", c.name, got, c.want)
		}
	}
}
