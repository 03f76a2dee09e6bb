// Package judge scores the command line on pages that nobody tuned on: beside the fixed corpus fresh
// draws of every family of pages, and each family on weights that were fitted without it.
//
// It only calls programs: the scorer, the simulator and the cases of ../shared, go, and the command
// line itself; what it knows of a page is what the scorer says. Start reading at Command.
package judge
