// Command qingyang-fit makes pages with truth, and fits the weights of cleaning on such pages. It is
// a tool of whoever builds the program; it is not shipped.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"qingyang/cmd/qingyang-fit/figures"
	"qingyang/cmd/qingyang-fit/fit"
	"qingyang/cmd/qingyang-fit/judge"
	"qingyang/cmd/qingyang-fit/pages"
)

var commands = map[string]func(args []string, stdout io.Writer) error{
	"prints":   fit.Prints,
	"fit":      fit.Command,
	"habits":   fit.Habits,
	"judge":    judge.Command,
	"left-out": judge.LeftOut,
	"lines":    fit.Judge,
	"figures":  figures.Command,
	"found":    figures.Judge,
	"pages":    pages.Command,
	"sure":     fit.Sure,
}

func main() {
	if len(os.Args) < 2 || commands[os.Args[1]] == nil {
		fmt.Fprintf(os.Stderr, "usage: qingyang-fit COMMAND [flags]; the commands are %s\n", strings.Join(slices.Sorted(maps.Keys(commands)), ", "))
		os.Exit(2)
	}
	switch err := commands[os.Args[1]](os.Args[2:], os.Stdout); {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "qingyang-fit:", err)
		os.Exit(1)
	}
}
