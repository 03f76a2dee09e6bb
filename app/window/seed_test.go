package window_test

import (
	"os"
	"path/filepath"
	"testing"

	"qingyang/app/window"
)

// most is how many keys the seed page's job may take, the paths that are typed not counted.
const most = 36

// TestSeedByKeys brings a real page from raw text to the exported issue with the keyboard alone: import,
// every doubtful place looked at and let stand, all of it read, export. The articles that come out are
// those of the truth, and the number of keys is printed.
func TestSeedByKeys(t *testing.T) {
	seed := filepath.Join("..", "..", "..", "shared", "corpus", "seed")
	raw, err := os.ReadFile(filepath.Join(seed, "raw.txt"))
	if err != nil {
		t.Skip("the shared corpus is not here")
	}
	bin, home := program(t), t.TempDir()
	in, out := filepath.Join(home, "p.txt"), filepath.Join(home, "o.json")
	if err := os.WriteFile(in, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	d := start(t, bin, home, filepath.Join(home, "a.qingyang"))
	d.wait("library")
	d.press("ctrl+i")
	d.wait("dialog", "name", "import")
	d.write(in)
	d.press("Return")
	d.wait("dialog", "name", "where")
	d.press("Return")
	doubts := int(d.wait("page")["doubts"].(float64))
	imported := d.keys

	for left := doubts; left > 0; left-- {
		d.press("F8")
		d.wait("doubt")
		d.write("0")
		d.wait("ignored")
		for d.wait("surveyed")["doubts"] != float64(left-1) {
		}
	}
	checked := d.keys - imported
	d.press("ctrl+Home")
	for unread := d.wait("caret", "block", 0.)["unread"].(float64); unread > 0; {
		d.press("Next")
		unread = d.wait("caret")["unread"].(float64)
	}
	read := d.keys - checked - imported

	d.press("ctrl+shift+e")
	d.wait("dialog", "name", "export")
	d.wait("preview")
	d.press("shift+Tab", "shift+Tab", "shift+Tab", "Down", "Down", "Down", "Return") // JSON
	d.wait("preview")
	d.press("Tab", "Tab", "Tab", "ctrl+a")
	d.write(out)
	d.press("Return")
	d.wait("exported", "path", out)
	d.quit()
	if job := d.keys - len([]rune(in)) - len([]rune(out)); job > most {
		t.Errorf("the job takes %d keys besides the two paths, at most %d are few enough", job, most)
	}
	t.Logf("%d keys: %d to import, %d for %d doubtful places, %d to read all, %d to export",
		d.keys, imported, checked, doubts, read, d.keys-read-checked-imported)

	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	window.LikeTruth(t, filepath.Join(seed, "truth.json"), string(text))
}
