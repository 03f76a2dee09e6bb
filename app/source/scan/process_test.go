package scan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// playing says which tesseract this test program is when it is started under that name.
const playing = "QINGYANG_TEST_TESSERACT"

func TestMain(m *testing.M) {
	if as := os.Getenv(playing); as != "" {
		os.Exit(play(as, os.Args[1:]))
	}
	os.Exit(m.Run())
}

// play does what a tesseract does that is sound, or hangs, or fails.
func play(as string, args []string) int {
	switch {
	case slices.Contains(args, "--version"):
		fmt.Println("tesseract v9.1.0")
	case slices.Contains(args, "--list-langs"):
		fmt.Println("List of available languages (3):\nchi_sim\neng\nosd")
	case as == "hangs":
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, os.Interrupt)
		<-asked
	case as == "fails":
		fmt.Fprintln(os.Stderr, "Error in pixReadStream: Unknown format")
		return 1
	default:
		text := "read in " + args[slices.Index(args, "-l")+1]
		if os.WriteFile(args[1]+".hocr", []byte(text), 0o600) != nil {
			return 3
		}
	}
	return 0
}

// installed puts such a tesseract where it is looked for.
func installed(t *testing.T, as string) Tesseract {
	t.Helper()
	me, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name := "tesseract" + filepath.Ext(me)
	if filepath.Ext(me) != ".exe" {
		name = "tesseract"
	}
	if err := os.Symlink(me, filepath.Join(dir, name)); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	t.Setenv("PATH", dir)
	t.Setenv(playing, as)
	found, err := Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// What is installed is found, with its version and languages, and reads in those that are usual.
func TestFind(t *testing.T) {
	found := installed(t, "sound")
	if found.Version != "v9.1.0" || !slices.Equal(found.Languages, []string{"chi_sim", "eng"}) || found.Usual() != "chi_sim" {
		t.Errorf("%+v", found)
	}
	if b, err := found.Read(t.Context(), picture(t, "a"), ""); err != nil || string(b) != "read in chi_sim" {
		t.Errorf("%q %v", b, err)
	}
	t.Setenv("PATH", t.TempDir())
	t.Setenv("ProgramFiles", t.TempDir())
	if _, err := Find(t.Context()); !errors.Is(err, ErrAbsent) {
		t.Errorf("absent: %v", err)
	}
}

// A reading that hangs ends with its ctx, and what it was given does not stay on the disk; one that fails says why.
func TestHangs(t *testing.T) {
	hangs := installed(t, "hangs")
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := hangs.Read(ctx, picture(t, "a"), ""); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled: %v", err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left on the disk: %v %v", left, err)
	}
	t.Setenv(playing, "fails")
	if _, err := hangs.Read(t.Context(), picture(t, "a"), ""); !errors.Is(err, ErrBroken) || !strings.Contains(err.Error(), "Unknown format") {
		t.Errorf("it fails: %v", err)
	}
}
