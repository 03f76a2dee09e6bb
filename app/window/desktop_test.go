package window

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"qingyang/app/say"
)

func TestInstallDesktop(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("for Linux desktops")
	}
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	var out strings.Builder
	for range 2 { // twice is as good as once
		out.Reset()
		if err := installDesktop(&out, say.Chinese); err != nil {
			t.Fatal(err)
		}
	}
	if n := strings.Count(out.String(), "已写入 "+home); n != 3 {
		t.Errorf("tells of %d files:\n%s", n, out.String())
	}
	entry := filepath.Join(home, "applications", AppID+".desktop")
	text, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	for _, line := range []string{"StartupWMClass=" + AppID, "Icon=" + AppID, "MimeType=application/x-qingyang;", `Exec="` + program + `" %f`, "Name[zh_CN]=清样"} {
		if !strings.Contains(string(text), line+"\n") {
			t.Errorf("no line %s in\n%s", line, text)
		}
	}
	if check, err := exec.LookPath("desktop-file-validate"); err == nil {
		if said, err := exec.Command(check, entry).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	}
	kind, err := os.ReadFile(filepath.Join(home, "mime", "packages", AppID+".xml"))
	if err != nil {
		t.Fatal(err)
	}
	var info struct {
		Types []struct {
			Name string `xml:"type,attr"`
			Glob struct {
				Pattern string `xml:"pattern,attr"`
			} `xml:"glob"`
		} `xml:"mime-type"`
	}
	if err := xml.Unmarshal(kind, &info); err != nil || len(info.Types) != 1 || info.Types[0].Name != libraryType || info.Types[0].Glob.Pattern != "*.qingyang" {
		t.Errorf("%v, %+v", err, info)
	}
	picture, err := os.ReadFile(filepath.Join(home, "icons", "hicolor", "512x512", "apps", AppID+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if p, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil || p.Width != 512 || p.Height != 512 {
		t.Errorf("%v, %d × %d", err, p.Width, p.Height)
	}

	t.Setenv("XDG_DATA_HOME", filepath.Join(entry, "not a folder"))
	if err := installDesktop(&out, say.Chinese); err == nil {
		t.Error("it wrote below a file")
	}
}

func TestQuoted(t *testing.T) {
	for path, want := range map[string]string{
		"/opt/qingyang":   `"/opt/qingyang"`,
		"/opt/a b/清样":     `"/opt/a b/清样"`,
		`/opt/"$x` + "`":  `"/opt/\\"\\$x\\` + "`" + `"`,
		"/opt/100%/q":     `"/opt/100%%/q"`,
		`/opt/back\slash`: `"/opt/back\\\\slash"`,
	} {
		if got := quoted(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

// TestVersion: the package is called by the program's own version, name and picture.
func TestVersion(t *testing.T) {
	var f struct {
		Details struct{ Icon, ID, Version string }
	}
	if _, err := toml.DecodeFile(filepath.Join("..", "..", "FyneApp.toml"), &f); err != nil {
		t.Fatal(err)
	}
	if f.Details.Version != Version || f.Details.ID != AppID {
		t.Errorf("FyneApp.toml has %+v, the program is %s %s", f.Details, AppID, Version)
	}
	if picture, err := os.ReadFile(filepath.Join("..", "..", f.Details.Icon)); err != nil || !bytes.Equal(picture, icon) {
		t.Errorf("the package's picture is not the program's: %v", err)
	}
}
