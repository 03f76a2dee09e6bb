package window_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"qingyang/app/compare"
	"qingyang/app/desk"
	"qingyang/app/session"
)

// sentences are typed through a method, one a paragraph: runs of letters, and names of keys. What the method
// makes of them is its business, save where want says so: those words are the likeliest of any dictionary.
var sentences = []struct{ keys, want string }{
	{"nihao space", "你好"},
	{"zhongguo space comma 2 0 2 4 nian space", ""},
	{"shijx BackSpace ie space", "世界"},                                // mended
	{"beijingg BackSpace space shanghaiii BackSpace BackSpace 1", ""}, // mended twice
	{"buyaole Escape", ""},                                            // given up
	{"ceshi Return", ""},                                              // the letters themselves, where the method gives them
	{"xinwen Down Down space", ""},                                    // chosen by arrows
	{"baozhi Down Up space gongren Down space", ""},                   //
	{"jizhe 2", ""},                                                   // and by digits
	{"dujiang Next 2", ""},                                            // of the next page
	{"tongxunyuan space period", ""},                                  // a mark of the method's
	{"a BackSpace fengshou space", ""},                                // all of it taken back
	{"jintian space mingtian BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace", ""},
	{"yiqian Left BackSpace End space", ""}, // moved inside
	{"wancheng Home Right Delete End space", ""},
	{"women space doushi space laochuangong space", ""},
	{"zhe space tiao space he space yanghuo space le space ji space dai space ren space period", ""},
	{"chuan Escape chuan 3 jiu space", ""},
	{"zuowen Prior Next Down 1", ""},
	{"gaojian Return 1 1 yue space 8 ri space", ""},
}

// typist types through a method, and keeps the text as it must be: what the method commits, and what the keys
// do that are not the method's.
type typist struct {
	*driven
	lines   [][]rune
	preedit string
	commits []string
	taken   int              // keys that the method took
	seen    []map[string]any // what else the window reached meanwhile
}

func (y *typist) line() *[]rune { return &y.lines[len(y.lines)-1] }

// type1 presses one key and waits until it is known whose it is.
func (y *typist) type1(name string) {
	y.t.Helper()
	y.press(name)
	y.hear(name)
}

// hear follows what becomes of a key.
func (y *typist) hear(name string) {
	y.t.Helper()
	deadline := time.After(patienceOutside)
	for {
		var s map[string]any
		select {
		case s = <-y.states:
		case <-deadline:
			y.t.Fatalf("nobody said whose the key %s is; the text so far: %q", name, string(*y.line()))
		}
		text, _ := s["text"].(string)
		switch {
		case s["state"] == "problem":
			y.t.Fatalf("the window shows a problem: %v", text)
		case s["state"] != "method":
			y.seen = append(y.seen, s)
		case s["what"] == "overdue" || s["what"] == "gone":
			y.t.Fatalf("the method is %v", s["what"])
		case s["what"] == "preedit":
			y.preedit = text
		case s["what"] == "commit":
			y.preedit = ""
			y.commits = append(y.commits, text)
			*y.line() = append(*y.line(), []rune(text)...)
		case s["what"] == "answered" && text == "taken":
			y.taken++
			return
		case s["what"] == "answered":
			y.given(name)
			return
		}
	}
}

// given does to the text what a key does that is not the method's.
func (y *typist) given(name string) {
	l := y.line()
	switch name {
	case "BackSpace":
		if n := len(*l); n > 0 {
			*l = (*l)[:n-1]
		} else if len(y.lines) > 1 {
			y.lines = y.lines[:len(y.lines)-1]
		}
	case "Return":
		y.lines = append(y.lines, nil)
	case "space":
		*l = append(*l, ' ')
	case "comma":
		*l = append(*l, ',')
	case "period":
		*l = append(*l, '.')
	default:
		if len(name) == 1 {
			*l = append(*l, rune(name[0]))
		}
	}
}

// types types tokens of a sentence.
func (y *typist) types(keys string) {
	y.t.Helper()
	for _, token := range strings.Fields(keys) {
		if strings.ToLower(token) == token && !slices.Contains([]string{"space", "comma", "period"}, token) {
			for _, r := range token {
				y.type1(string(r))
			}
			continue
		}
		y.type1(token)
	}
	for range 9 { // what is left of a composition
		if y.type1("Control_L"); y.preedit == "" { // a method may answer first and commit then: behind this answer all is said
			return
		}
		y.type1("space")
	}
	y.t.Fatalf("%q cannot be brought to an end", y.preedit)
}

// asks presses a key of the program and waits for the dialog that it opens.
func (y *typist) asks(key, dialog string) {
	y.t.Helper()
	y.press(key)
	y.wait("dialog", "name", dialog)
	y.wait("method", "what", "answered") // of the key itself
	y.lines, y.seen = [][]rune{nil}, nil
}

// reached waits for a state that may have come while keys were typed.
func (y *typist) reached(name, what, value string) {
	y.t.Helper()
	if !slices.ContainsFunc(y.seen, func(s map[string]any) bool { return s["state"] == name && s[what] == value }) {
		y.wait(name, what, value)
	}
}

// homeOfMethod is a folder that goes with the test. A method's engine outlives its daemon by a moment and may still
// write there, which t.TempDir would call a failure.
func homeOfMethod(t *testing.T) string {
	t.Helper()
	home, err := os.MkdirTemp("", "qingyang-method-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(home) })
	return home
}

// messages starts a message bus of the test's own: one of the desktop would start its services, and these
// mount folders into the test's home.
func messages(t *testing.T, home string) {
	t.Helper()
	daemon, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("dbus-daemon is not installed")
	}
	config := filepath.Join(home, "bus.conf")
	if err := os.WriteFile(config, []byte(`<busconfig><type>session</type><listen>unix:dir=`+home+`</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(daemon, "--config-file="+config, "--nofork", "--nopidfile", "--print-address")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	background(t, cmd)
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	for name, value := range map[string]string{
		"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": filepath.Join(home, "cache"),
		"GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local", "NO_AT_BRIDGE": "1",
		"LC_ALL": "C.UTF-8",
	} {
		t.Setenv(name, value)
	}
	for _, name := range []string{"IBUS_ADDRESS", "IBUS_ADDRESS_FILE"} { // empty they would name a file without a name
		t.Setenv(name, "")
		if err := os.Unsetenv(name); err != nil {
			t.Fatal(err)
		}
	}
}

// background runs a program until the test ends.
func background(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
}

// installed skips the test where a program or a file is missing.
func installed(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if filepath.IsAbs(p) {
			if _, err := os.Stat(p); err == nil {
				continue
			}
		} else if _, err := exec.LookPath(p); err == nil {
			continue
		}
		t.Skipf("%s is not installed", p)
	}
}

func TestIBus(t *testing.T) {
	bin := program(t)
	installed(t, "ibus-daemon", "ibus", "/usr/share/ibus/component/libpinyin.xml")
	home := homeOfMethod(t)
	messages(t, home)
	t.Setenv("XMODIFIERS", "@im=ibus")
	background(t, exec.Command("ibus-daemon", "--xim", "--panel=disable"))
	deadline := time.Now().Add(patienceOutside)
	for {
		_ = exec.Command("ibus", "engine", "libpinyin").Run() // fails where it cannot change the keyboard's layout, too
		if out, err := exec.Command("ibus", "engine").Output(); err == nil && strings.TrimSpace(string(out)) == "libpinyin" {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("ibus-daemon does not answer")
		}
	}
	typeThrough(t, bin, home)
}

func TestFcitx(t *testing.T) {
	bin := program(t)
	installed(t, "fcitx5", "/usr/share/fcitx5/addon/pinyin.conf", "/usr/share/fcitx5/addon/ibusfrontend.conf")
	home := homeOfMethod(t)
	messages(t, home)
	t.Setenv("XMODIFIERS", "@im=fcitx")
	settings := filepath.Join(home, "fcitx5")
	if err := os.Mkdir(settings, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"profile": "[Groups/0]\nName=Default\nDefault Layout=us\nDefaultIM=pinyin\n[Groups/0/Items/0]\nName=keyboard-us\nLayout=\n" +
			"[Groups/0/Items/1]\nName=pinyin\nLayout=\n[GroupOrder]\n0=Default\n",
		"config": "[Behavior]\nActiveByDefault=True\n",
	} {
		if err := os.WriteFile(filepath.Join(settings, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	background(t, exec.Command("fcitx5", "--disable=wayland,waylandim,notificationitem,notifications,kimpanel,clipboard,cloudpinyin,quickphrase"))
	deadline := time.Now().Add(patienceOutside)
	for !answering(home) {
		if time.Now().After(deadline) {
			t.Fatal("fcitx5 does not answer")
		}
	}
	typeThrough(t, bin, home)
}

// answering says whether a method has told where it is.
func answering(home string) bool {
	files, err := filepath.Glob(filepath.Join(home, "ibus", "bus", "*"))
	return err == nil && len(files) > 0
}

// typeThrough types the sentences into a page, then into the field that finds, into the palette and into a dialog.
func typeThrough(t *testing.T, bin, home string) {
	library := filepath.Join(home, "报社.qingyang")
	const opening = "渡口的老船工说，这条河养活了几代人。"
	d, err := desk.Open(t.Context(), library, desk.Options{Name: "沈小禾"})
	if err != nil {
		t.Fatal(err)
	}
	if _, bad, err := d.Import(t.Context(), []desk.File{{Name: "a.txt", Bytes: []byte(opening + "\n")}}, desk.Importing{}, nil); err != nil || len(bad) > 0 {
		t.Fatal(err, bad)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}

	y := &typist{driven: start(t, bin, home, library), lines: [][]rune{nil}}
	y.wait("page")
	if !y.connected { // it comes before the first picture, or later
		y.wait("method", "what", "connected")
	}
	y.press("ctrl+End")
	y.wait("method", "what", "answered") // Ctrl,
	y.wait("method", "what", "answered") // End
	y.type1("Return")
	for _, s := range sentences {
		y.types(s.keys)
		if got := string(*y.line()); s.want != "" && got != s.want {
			t.Errorf("%q gave %q, want %q", s.keys, got, s.want)
		}
		y.type1("Return")
	}
	if y.taken < 100 || len(y.commits) < 20 {
		t.Errorf("the method took %d keys and committed %d times: was there one?", y.taken, len(y.commits))
	}
	want := y.lines
	y.save()

	// The field that finds: it looks for what was committed. The last Backspace is not the method's.
	y.asks("ctrl+f", "find")
	y.types("zai space a BackSpace BackSpace nihao space")
	y.reached("hits", "query", string(*y.line()))
	y.type1("Escape")

	// The palette, by letters that the method gives, and behind it a dialog's field whose text is selected.
	y.asks("ctrl+shift+p", "palette")
	y.types("person Return")
	y.type1("Return")
	y.lines = [][]rune{nil}
	y.types("shenxiaohee BackSpace space")
	name := string(*y.line())
	y.type1("Return")
	y.reached("named", "name", name)
	y.quit()

	d, err = desk.Open(t.Context(), library, desk.Options{Name: "沈小禾", Existing: true, Reading: true})
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	page, err := d.OpenPage(t.Context(), session.PageID(1))
	if err != nil {
		t.Fatal(err)
	}
	defer page.Close(t.Context())
	var got []string
	for i := range page.Order().Blocks() {
		text, _ := page.Order().Block(i)
		got = append(got, string(text))
	}
	lines := []string{opening}
	for _, l := range want[1:] {
		lines = append(lines, string(l))
	}
	if !slices.Equal(got, lines) {
		t.Errorf("the page reads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
	corrections, err := page.Snapshot().Corrections(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var inserted strings.Builder
	for _, c := range corrections {
		switch {
		case c.Person == 0 || !c.Counts:
		case c.Kind == compare.Insertion, c.Kind == compare.Parted:
			inserted.WriteString(c.After)
		default:
			t.Errorf("a correction that nobody made: %v %q → %q", c.Kind, c.Before, c.After)
		}
	}
	typed := strings.ReplaceAll(strings.Join(lines[1:], ""), "\n", "")
	if told := strings.ReplaceAll(inserted.String(), "\n", ""); told != typed {
		t.Errorf("the corrections tell of\n%s\nwant\n%s", told, typed)
	}
}
