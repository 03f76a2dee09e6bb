package window

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"qingyang/app/say"
)

// libraryType is the MIME type of a library.
const libraryType = "application/x-qingyang"

// desktopFiles are what makes a desktop know the program and its libraries, by their paths in a folder of data
// such as ~/.local/share: the entry of its menu (Desktop Entry Specification 1.5), the type of a library
// (Shared MIME-info 0.21) and the icon. program is the path of the program.
func desktopFiles(program string) map[string][]byte {
	entry := fmt.Sprintf(`[Desktop Entry]
Type=Application
Version=1.5
Name=Qingyang
Name[zh_CN]=清样
GenericName=Newspaper Proofs
GenericName[zh_CN]=报纸清样
Comment=From the raw text of a newspaper page to finished articles
Comment[zh_CN]=把报纸版面的原始文字整理成稿件
Exec=%s %%f
Icon=%s
Terminal=false
Categories=Office;Publishing;
Keywords=newspaper;proof;OCR;报纸;校对;清样;
MimeType=%s;
StartupNotify=false
StartupWMClass=%s
`, quoted(program), AppID, libraryType, AppID)
	kind := `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="` + libraryType + `">
    <comment>Qingyang library</comment>
    <comment xml:lang="zh_CN">清样档案库</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="` + AppID + `"/>
    <glob pattern="*.qingyang"/>
  </mime-type>
</mime-info>
`
	return map[string][]byte{
		"applications/" + AppID + ".desktop":           []byte(entry),
		"mime/packages/" + AppID + ".xml":              []byte(kind),
		"icons/hicolor/512x512/apps/" + AppID + ".png": icon,
	}
}

// quoted is a path as the key Exec wants it: in quotes, with a backslash before what means something there; that
// backslash is doubled again, as the file's strings want it, and a per cent sign stands twice.
func quoted(path string) string {
	path = strings.NewReplacer(`\`, `\\\\`, `"`, `\\"`, "`", "\\\\`", "$", `\\$`, "%", "%%").Replace(path)
	return `"` + path + `"`
}

// installDesktop writes these files into the user's folder of data and has the desktop's lists made anew where
// their programs are there. It tells out which files it wrote.
func installDesktop(out io.Writer, lang say.Lang) error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return &say.Problem{
			Subject: "-install-desktop", What: say.T("只用于 Linux 桌面", "is for Linux desktops"),
			Do: say.T("这里请用 make package 做的安装包", "use the package that `make package` makes here"),
		}
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if folder == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return err
		}
		folder = filepath.Join(home, ".local", "share")
	}
	for name, content := range desktopFiles(program) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = os.WriteFile(path, content, 0o644)
		}
		if err != nil {
			return &say.Problem{
				Subject: path, What: say.T("写不进去", "cannot be written"), Do: say.T("请检查文件夹的权限", "look at the folder's permissions"), Err: err,
			}
		}
		fmt.Fprintln(out, say.T("已写入 %s", "wrote %s").With(path).In(lang))
	}
	for _, c := range [][]string{
		{"update-mime-database", filepath.Join(folder, "mime")},
		{"update-desktop-database", filepath.Join(folder, "applications")},
	} {
		if _, err := exec.LookPath(c[0]); err == nil {
			_ = exec.Command(c[0], c[1:]...).Run() // a desktop that is slow to see it sees it at the next login
		}
	}
	return nil
}
