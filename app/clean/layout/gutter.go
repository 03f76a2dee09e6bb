package layout

import (
	"qingyang/app/phrase"
	"qingyang/app/script"
)

// fewestSpliced is how many rows one below the other must show the gutter at one place.
const fewestSpliced = 3

// spliced is where a row shows a gutter: the left text ends at at, the right one begins at next and
// stands col half ems from the row's head. ok is false where it shows none.
type spliced struct {
	at, next, col int
	ok            bool
}

// gutterOf looks for the widest gap inside a row, at least an em wide and as two spaces.
func gutterOf(r []rune, indent int) (s spliced) {
	col, widest := indent, 0
	for i := 0; i < len(r); i++ {
		if !script.IsSpace(r[i]) {
			col += script.HalfEms(r[i])
			continue
		}
		k, w := i, 0
		for k < len(r) && script.IsSpace(r[k]) {
			w += script.HalfEms(r[k])
			k++
		}
		if w > widest && k-i > 1 && w >= 2 {
			widest = w
			s = spliced{i, k, col + w, true}
		}
		col += w
		i = k - 1
	}
	return s
}

// unsplice parts rows that two columns share, where a gutter of spaces stands at one place in several
// rows and both sides read as text: first the lines of the left column, then those of the right one.
func (p *Page) unsplice(text []rune) []Line {
	var out []Line
	from := 0 // lines below out
	for i := 0; i < len(p.Lines); {
		n, side := p.splicedFrom(text, i)
		if n == 0 {
			i++
			continue
		}
		out = append(out, p.Lines[from:i]...)
		var right []Line
		for k := i; k < i+n; {
			l := p.Lines[k]
			end := p.Lines[k].To
			for k++; k < i+n && p.Lines[k].Row == l.Row; k++ {
				end = p.Lines[k].To
			}
			s := side[l.Row]
			if !s.ok {
				out = append(out, l)
				continue
			}
			from := l.From
			r := l
			l.To, l.Text = from+s.at, text[from:from+s.at]
			r.From, r.To, r.Text, r.Indent, r.Cut = from+s.next, end, text[from+s.next:end], 0, s.at > 0
			if len(right) == 0 {
				r.Gap = 1
			}
			if right = append(right, r); s.at > 0 {
				out = append(out, l)
			}
		}
		out = append(out, right...)
		i += n
		from = i
	}
	if from == 0 {
		return p.Lines
	}
	return append(out, p.Lines[from:]...)
}

// splicedFrom says how many lines from line i on, pieces of one row counted each, show one gutter, and
// where each row has it.
func (p *Page) splicedFrom(text []rune, i int) (n int, side map[int]spliced) {
	if s := gutterOf(text[p.Lines[i].From:min(p.Lines[i].From+200, p.Rows[p.Lines[i].Row].To)], p.Lines[i].Indent); !s.ok {
		return 0, nil
	}
	side = map[int]spliced{}
	col, rows, marks, leftHan, rightHan := -1, 0, [2]int{}, 0, 0
	k := i
	var above [2][]rune // of each side, in the last row that has it
	for k < len(p.Lines) && (k == i || p.Lines[k].Gap == 0) {
		l := &p.Lines[k]
		end := k
		for end+1 < len(p.Lines) && p.Lines[end+1].Row == l.Row {
			end++
		}
		r := text[l.From:p.Lines[end].To]
		if len(r) > 200 {
			break
		}
		s := gutterOf(r, l.Indent)
		if !s.ok || col >= 0 && abs(s.col-col) > 1 {
			break
		}
		col = s.col
		side[l.Row] = s
		rows++
		marks[0] += phrase.MarksIn(r[:s.at], "，。；、,.")
		marks[1] += phrase.MarksIn(r[s.next:], "，。；、,.")
		leftHan += len(r[:s.at])
		rightHan += len(r[s.next:])
		above = [2][]rune{r[:s.at], r[s.next:]}
		k = end + 1
	}
	if rows < fewestSpliced || marks[0] == 0 || marks[1] == 0 || leftHan < 6*rows || rightHan < 6*rows {
		return 0, nil
	}
	for k < len(p.Lines) && p.Lines[k].Gap == 0 && !p.Lines[k].Cut { // a column goes on beside the other's end
		l := &p.Lines[k]
		w, of := l.Indent, 0
		if l.Indent >= col-2 {
			of = 1
		}
		for _, c := range l.Text {
			w += script.HalfEms(c)
		}
		stop, _ := Ending(above[of])
		if stop || of == 0 && w > col-2 || k+1 < len(p.Lines) && p.Lines[k+1].Cut {
			break
		}
		if of == 1 {
			side[l.Row] = spliced{0, 0, col, true}
		}
		above[of] = l.Text
		k++
	}
	return k - i, side
}
