//go:build !(linux || freebsd || openbsd || netbsd)

package window

// keyboard is where X11 is: elsewhere GLFW itself speaks to the input method.
type keyboard struct{}

func newKeyboard() *keyboard     { return nil }
func (*keyboard) attach(*Window) {}
func (*keyboard) end()           {}

// class names the window to X11's desktops.
func class() {}
