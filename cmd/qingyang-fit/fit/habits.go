package fit

import (
	"flag"
	"fmt"
	"io"

	"qingyang/app/clean/read"
)

// Habits is `qingyang-fit habits`: it says how much better the lines of a paper's pages are read when some of
// its pages have been corrected. Each folder holds pages of one paper (`pages -house`).
func Habits(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("habits", flag.ContinueOnError)
	taught := flags.Int("taught", 10, "how many `pages` of each paper are corrected")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var before, after judged
	for _, dir := range flags.Args() {
		all, err := loadAll([]string{dir}, 0, stdout)
		if err != nil {
			return err
		}
		var pages []read.Corrected
		for _, p := range all[:min(*taught, len(all))] {
			pages = append(pages, read.Corrected{Page: p.lines, Roles: p.roles})
		}
		habits := read.Learn(read.Fitted(), pages)
		ms := read.FittedWith(habits)
		var a, b judged
		for _, p := range all[len(pages):] {
			for _, x := range []struct {
				ms read.Models
				to []*judged
			}{{read.Fitted(), []*judged{&a, &before}}, {ms, []*judged{&b, &after}}} {
				roles := read.Page(p.lines, x.ms).Roles
				for _, j := range x.to {
					j.add(p, roles)
				}
			}
		}
		fmt.Fprintf(stdout, "%s: %d habits of %d pages\n  without %s\n  with    %s\n", dir, len(habits), len(pages), a, b)
	}
	fmt.Fprintf(stdout, "all:\n  without %s\n  with    %s\n", before, after)
	return nil
}
