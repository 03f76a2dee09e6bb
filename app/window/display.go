package window

import (
	"net"
	"os"
	"runtime"
	"strings"

	"qingyang/app/say"
)

// display says why there is no screen to open a window on; without one Fyne panics. It asks where X11 is
// what there is, and costs a connection to a socket of this computer.
func display() error {
	switch runtime.GOOS {
	case "windows", "darwin":
		return nil
	}
	name := os.Getenv("DISPLAY")
	if name != "" && answers(name) {
		return nil
	}
	p := &say.Problem{
		Subject: "DISPLAY=" + name,
		What:    say.T("没有可用的显示器", "there is no display to open a window on"),
		Do:      say.T("请在图形桌面上启动；没有桌面时可用 qingyang-cli", "start it on a desktop; without one there is qingyang-cli"),
	}
	if os.Getenv("WAYLAND_DISPLAY") != "" {
		p.Do = say.T("请安装并启用 XWayland：输入法要经过它", "install and enable XWayland: input methods need it")
	}
	return p
}

// answers says whether the X server of a display of this computer takes connections. Of displays elsewhere
// (host:0), or by a path, it says yes.
func answers(name string) bool {
	host, number, ok := strings.Cut(name, ":")
	if !ok || host != "" && host != "unix" {
		return true
	}
	number, _, _ = strings.Cut(number, ".")
	socket := "/tmp/.X11-unix/X" + number
	for _, at := range []string{socket, "@" + socket} { // in the file system, and Linux's own name for it
		if c, err := net.Dial("unix", at); err == nil {
			_ = c.Close()
			return true
		}
	}
	return false
}
