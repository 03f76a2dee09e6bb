package export

import (
	"io"
	"strings"
	"time"

	"qingyang/app/bulletin"
	"qingyang/app/source"
)

// Story is an article as it goes out, with what was changed on its way from the raw page.
type Story struct {
	bulletin.Article
	Changes []Change // in the order in which they were made
}

// Change is a correction that counts.
type Change struct {
	Kind          string // as files name it: "join", "character"
	Before, After string
	Person, Rule  string    // who made it: a person's name, or else the id of a rule
	Time          time.Time // UTC
	Place         int       // rune offset in the raw page; -1 where it is not known
	Layout        bool      // it laid out lines, blocks and articles, and changed no word or mark
}

// Issue is an issue as it goes out.
type Issue struct {
	Publication, Number, Date string
	Pages                     []Page
}

// Page is a page in its place in an issue.
type Page struct {
	Number          int
	Section         string
	Stories         []Story
	Tray, Furniture []bulletin.Block
}

// Write writes the story, and says which characters the encoding does not have: question marks stand for
// them. The last line ends with a line end. Its errors are those of w.
func (s Story) Write(w io.Writer, o Options) (lost []source.Unencodable, err error) {
	out := newPrinter(w, o)
	o.Format.story(out, s)
	return out.lost, out.err
}

// Write writes the issue, page by page, as a story's Write does.
func (i Issue) Write(w io.Writer, o Options) (lost []source.Unencodable, err error) {
	out := newPrinter(w, o)
	o.Format.issue(out, i)
	return out.lost, out.err
}

// listed are the changes of a story that a list for people has.
func (s Story) listed() []Change {
	var all []Change
	for _, c := range s.Changes {
		if !c.Layout {
			all = append(all, c)
		}
	}
	return all
}

// line is a change as a list for people has it: "己经 → 已经（沈小禾，2024-11-08）".
func (c Change) line() string {
	who := c.Person
	if who == "" {
		who = c.Rule
	}
	return shown(c.Before) + " → " + shown(c.After) + "（" + who + "，" + c.Time.Local().Format(time.DateOnly) + "）"
}

// shown is one side of a change; what was not there or is there no more is a sign.
func shown(s string) string {
	switch s {
	case "":
		return "∅"
	case " ":
		return "␣"
	case "\u3000":
		return "□"
	}
	return strings.ReplaceAll(s, "\n", "⏎")
}
