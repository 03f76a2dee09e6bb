package store_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// children are what the test binary does when it is started again as a program of its own: by name, with
// the arguments in childArgs.
var children = map[string]func(args []string) error{}

const (
	childName = "QINGYANG_TEST_CHILD"
	childArgs = "QINGYANG_TEST_ARGS"
)

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
