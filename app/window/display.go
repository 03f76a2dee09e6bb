package window

import (
	"os"
	"runtime"
	"strings"

	"qingyang/app/say"
)

// display says why there is no screen to open a window on; without one Fyne panics.
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

// answers says whether there is an X server of this computer for a display. Of displays elsewhere (host:0),
// or by a path, it says yes. It only looks for the server's socket: a server that nobody else is
// connected to starts anew when a connection ends, and the window's own would fall into that.
func answers(name string) bool {
	host, number, ok := strings.Cut(name, ":")
	if !ok || host != "" && host != "unix" {
		return true
	}
	number, _, _ = strings.Cut(number, ".")
	socket := "/tmp/.X11-unix/X" + number
	if _, err := os.Stat(socket); err == nil {
		return true
	}
	abstract, err := os.ReadFile("/proc/net/unix") // Linux has sockets without files too
	return err == nil && strings.Contains(string(abstract)+"\n", "@"+socket+"\n")
}
