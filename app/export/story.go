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
	Notes   []Note   // in the order of the text; written where there are some
}

// Note is a remark or a query on a place of the story.
type Note struct {
	Kind, State string // as files name them: "query", "open"
	Quote       string // what stood there
	Words       []NoteWord
}

// NoteWord is what somebody wrote to it.
type NoteWord struct {
	Person, Text string
	Time         time.Time // UTC
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

// appendix is a list that stands behind a story.
type appendix struct {
	class, name string
	lines       []string
}

// appendices are the lists behind a story: its changes, where they are wanted, and its notes.
func (s Story) appendices(changes bool) (all []appendix) {
	if listed := s.listed(); changes && len(listed) > 0 {
		a := appendix{class: "changes", name: changesName}
		for _, c := range listed {
			a.lines = append(a.lines, c.line())
		}
		all = append(all, a)
	}
	if len(s.Notes) > 0 {
		a := appendix{class: "notes", name: notesName}
		for _, n := range s.Notes {
			a.lines = append(a.lines, n.line())
		}
		all = append(all, a)
	}
	return all
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

// line is a note as a list for people has it: "“夜航首日”存疑（未结）：请核（沈小禾，2024-11-08）".
func (n Note) line() string {
	kind := map[string]string{"remark": "附注", "query": "存疑", "author": "致作者"}[n.Kind]
	state := map[string]string{"open": "未结", "answered": "已答", "settled": "已结"}[n.State]
	line := "“" + strings.ReplaceAll(n.Quote, "\n", "⏎") + "”" + kind + "（" + state + "）"
	for i, w := range n.Words {
		mark := "；"
		if i == 0 {
			mark = "："
		}
		line += mark + strings.ReplaceAll(w.Text, "\n", " ") + "（" + w.Person + "，" + w.Time.Local().Format(time.DateOnly) + "）"
	}
	return line
}
