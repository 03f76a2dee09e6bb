package read

import "qingyang/app/clean/cue"

// group says what a cue draws on. While fitting, whole groups are left out of pages at random, so that
// no decision leans on one alone.
type group uint8

const (
	layoutCues group = iota // widths, gaps, places
	habitCues               // what the page does elsewhere
	columnCues              // the measure of the line's column
	markCues                // marks and digits
	wordCues                // set forms and closed lists of words
	letterCues              // single characters and pairs of them, learned
	nearCues                // what the lines around look like
	repeatCues              // words that stand elsewhere on the page
	bondCues                // how strongly two characters hang together
	topicCues               // which text a line's words stand in
	Groups     = int(topicCues) + 1
)

// Two tables: what is asked of a line, and what is asked of a junction with the line above.
var (
	LineCues     = cue.Table{Outcomes: int(Roles)}
	JunctionCues = cue.Table{Outcomes: Steps}
)

func line(name, code string, g group, a, b int) int { return LineCues.Add(name, code, int(g), a, b) }

func junction(name, code string, g group, a, b int) int {
	return JunctionCues.Add(name, code, int(g), a, b)
}

func clamp(x, lo, hi int) int { return cue.Clamp(x, lo, hi) }

func rung(x int, edges ...int) int { return cue.Rung(x, edges...) }

func one(b bool) int { return cue.One(b) }

// Groups of cues that the fit leaves out at rates of their own.
const (
	GroupLayout  = int(layoutCues)
	GroupWords   = int(wordCues)
	GroupLetters = int(letterCues)
)
