package desk_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// children are what the test binary does when it is started again as a program of its own, by name.
var children = map[string]func(args []string) error{}

const (
	childName = "QINGYANG_TEST_CHILD"
	childArgs = "QINGYANG_TEST_ARGS"
)

// TestMain lets the test binary be the programs that are killed.
func TestMain(m *testing.M) {
	if name := os.Getenv(childName); name != "" {
		if err := children[name](strings.Split(os.Getenv(childArgs), "\n")); err != nil {
			fmt.Println("child:", err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child is a program that does what is registered under a name.
func child(name string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childName+"="+name, childArgs+"="+strings.Join(args, "\n"))
	return c
}

// killed starts a child and kills it (SIGKILL): some time after the line with number lines that it says. It
// gives the last line that it said; "" where it said none. A child that ends before by itself is a failure,
// unless it ends well.
func killed(t *testing.T, c *exec.Cmd, lines int, after time.Duration) (last string) {
	t.Helper()
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	c.Stderr = &log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() {
		if err := c.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Error(err)
		}
	}
	if lines == 0 {
		defer time.AfterFunc(after, kill).Stop()
	}
	said := bufio.NewReader(out)
	for n := 1; ; n++ {
		line, err := said.ReadString('\n')
		if err != nil { // a line that is not whole was not said
			if err != io.EOF {
				t.Error(err)
			}
			break
		}
		last = strings.TrimSuffix(line, "\n")
		if n == lines {
			defer time.AfterFunc(after, kill).Stop()
		}
	}
	if err := c.Wait(); err != nil && !strings.Contains(err.Error(), "killed") {
		t.Fatalf("the child ended by itself: %v: %s\n%s", err, last, log.String())
	}
	return last
}

// moment is a random time within the first so many milliseconds, short ones more often.
func moment(rnd *rand.Rand, within int) time.Duration {
	return time.Duration(rnd.ExpFloat64() * float64(within) / 3 * float64(time.Millisecond))
}
