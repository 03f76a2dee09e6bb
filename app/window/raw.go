package window

import (
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/widgets"
)

// rawDocument shows the raw page: a block a line, with its number. It says no to every edit.
type rawDocument struct {
	session *session.Session
	dead    []bulletin.Span // raw characters that corrections removed, ascending
}

// Len is the number of lines.
func (d *rawDocument) Len() int { return len(d.session.Raw.Lines) }

// Block is a line with its removed characters struck through.
func (d *rawDocument) Block(i int) widgets.Block {
	l := d.session.Raw.Lines[i]
	b := widgets.Block{Text: d.session.Raw.Text[l.From:l.To], Style: widgets.Raw, Number: i + 1}
	k, _ := slices.BinarySearchFunc(d.dead, l.From, func(s bulletin.Span, at int) int {
		if int(s.To) <= at {
			return -1
		}
		return 1
	})
	for ; k < len(d.dead) && int(d.dead[k].From) < l.To; k++ {
		from, to := max(int(d.dead[k].From), l.From), min(int(d.dead[k].To), l.To)
		if from < to {
			b.Spans = append(b.Spans, widgets.Span{From: from - l.From, To: to - l.From,
				Look: widgets.Look{Ink: widgets.Weak, Back: widgets.Deleted, Cut: true}})
		}
	}
	return b
}

// Replace refuses: the raw page never changes.
func (d *rawDocument) Replace(from, _ widgets.Pos, _ string) (widgets.Pos, widgets.Changed, bool) {
	return from, widgets.Changed{}, false
}

// place is where a raw character stands.
func (d *rawDocument) place(off int) widgets.Pos {
	lines := d.session.Raw.Lines
	if len(lines) == 0 {
		return widgets.Pos{}
	}
	i, found := slices.BinarySearchFunc(lines, off, func(l source.Line, at int) int { return l.From - at })
	if !found {
		i--
	}
	i = max(i, 0)
	return widgets.Pos{Block: i, Off: min(off, lines[i].To) - lines[i].From}
}

// below is the next line with text below that of a raw character, or the number of lines.
func (d *rawDocument) below(off int) int {
	lines := d.session.Raw.Lines
	i := d.place(off).Block + 1
	for i < len(lines) && strings.TrimSpace(string(d.session.Raw.Text[lines[i].From:lines[i].To])) == "" {
		i++
	}
	return i
}

// offset is the raw character at a place; at the end of a line its break.
func (d *rawDocument) offset(p widgets.Pos) int {
	lines := d.session.Raw.Lines
	if p.Block >= len(lines) {
		return len(d.session.Raw.Text)
	}
	return min(lines[p.Block].From+p.Off, lines[p.Block].To)
}
