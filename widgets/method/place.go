package method

import (
	"os"
	"path/filepath"
	"strings"
)

// place is where a method may be answering.
type place struct {
	address string // of the bus, as D-Bus writes it
	name    string // that the method has there
	makes   string // the interface that makes input contexts
}

const (
	ibus   = "org.freedesktop.IBus"
	portal = "org.freedesktop.portal.IBus"
	object = "/org/freedesktop/IBus"
)

// places are where a method may be answering, the likeliest first: where IBus says it is, then the session
// bus, where fcitx5 takes the name of IBus, and the portal for programs in a sandbox. env looks a variable
// of the environment up.
func places(env func(string) string) (all []place) {
	direct := func(address string) {
		if strings.HasPrefix(address, "unix:") { // the program opens no network connection
			all = append(all, place{address, ibus, ibus})
		}
	}
	direct(env("IBUS_ADDRESS"))
	for _, path := range addressFiles(env) {
		direct(addressIn(path))
	}
	if session := env("DBUS_SESSION_BUS_ADDRESS"); strings.HasPrefix(session, "unix:") {
		all = append(all, place{session, ibus, ibus}, place{session, portal, ibus + ".Portal"})
	}
	return all
}

// addressFiles are the files in which IBus may have written its address, by the rule of its
// ibus_get_socket_path: <machine>-<host>-<display> in its folder of the user's settings.
func addressFiles(env func(string) string) (paths []string) {
	if path := env("IBUS_ADDRESS_FILE"); path != "" {
		paths = append(paths, path)
	}
	folder := env("XDG_CONFIG_HOME")
	if folder == "" {
		folder = filepath.Join(env("HOME"), ".config")
	}
	machine := machineID()
	if machine == "" {
		return paths
	}
	add := func(display string) {
		paths = append(paths, filepath.Join(folder, "ibus", "bus", machine+"-"+display))
	}
	if wayland := env("WAYLAND_DISPLAY"); wayland != "" {
		add("unix-" + wayland)
	}
	display := env("IBUS_DISPLAY")
	if display == "" {
		display = env("DISPLAY")
	}
	if host, number, ok := strings.Cut(display, ":"); ok {
		number, _, _ = strings.Cut(number, ".")
		if host == "" {
			host = "unix"
		}
		add(host + "-" + number)
	}
	return paths
}

// addressIn is the address that a file of IBus names, or "". The file may be of a daemon that is gone: then
// nobody answers there.
func addressIn(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if address, ok := strings.CutPrefix(strings.TrimSpace(line), "IBUS_ADDRESS="); ok {
			return address
		}
	}
	return ""
}

func machineID() string {
	for _, path := range []string{"/var/lib/dbus/machine-id", "/etc/machine-id"} {
		if id, err := os.ReadFile(path); err == nil && len(id) > 0 {
			return strings.TrimSpace(string(id))
		}
	}
	return ""
}
