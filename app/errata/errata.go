// Package errata says what may be wrong in a file, for those who have no library: it reads and cleans the
// file, runs the checks of package proof over its pages, and tells where in the file their findings stand.
//
// It keeps nothing. Start reading at Check.
package errata

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/clean"
	"qingyang/app/compare"
	"qingyang/app/proof"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/source"
	"qingyang/app/wording"
)

// Errata are what may be wrong in the words, characters, numbers and marks of one file, in its order.
type Errata []Mistake

// Mistake is a place of a file that may be wrong. The fields of its JSON are documented in docs/json.md.
type Mistake struct {
	Page        int      `json:"page,omitempty"` // of a file of several pages, from 1
	Offset      int      `json:"offset"`         // in runes of the page's text
	Length      int      `json:"length"`         // in runes
	Text        string   `json:"text"`           // what stands there
	Suggestions []string `json:"suggestions"`    // each for exactly that text, the likeliest first
	Rule        string   `json:"rule"`

	line, column int    // from 1, in runes
	left, right  string // what stands around it in its line
	cues         []bulletin.Cue
}

// Options say how a file is looked at; the zero value is the usual strictness, and no house.
type Options struct {
	Strict proof.Strictness
	House  *proof.House // with the day of the issue; nil for none
}

// Check reads a file, cleans it, and says what may be wrong in its words, characters, numbers and marks: a word
// that the end of a line cuts is seen whole. Joins, layout and the spaces between words are not looked at; what
// stands in furniture and in credits neither. The first call takes half a second more. When ctx is cancelled
// it returns at once.
func Check(ctx context.Context, name string, b []byte, enc source.Encoding, o Options) (Errata, error) {
	raws, err := source.Read(ctx, b, source.Options{Name: name, Encoding: enc})
	if err != nil {
		return nil, err
	}
	type result struct {
		all Errata
		err error
	}
	done := make(chan result, 1)
	go func() { // what is pure knows no context: it is left to itself when ctx ends
		var r result
		for _, raw := range raws {
			if ctx.Err() != nil {
				break
			}
			found, err := check(raw, o)
			r.all, r.err = append(r.all, found...), errors.Join(r.err, err)
		}
		done <- r
	}()
	select {
	case r := <-done:
		return r.all, errors.Join(r.err, ctx.Err())
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Write writes a line a place, in the language l: where it is, what stands there and what may be meant, and
// why. Its errors are those of w.
func (e Errata) Write(w io.Writer, l say.Lang) error {
	for _, m := range e {
		where := fmt.Sprintf("%d:%d", m.line, m.column)
		if m.Page > 0 {
			where = fmt.Sprintf("%d/%s", m.Page, where)
		}
		what := say.T("存疑", "doubtful").In(l)
		if len(m.Suggestions) > 0 {
			what = "→ " + wording.Visible(m.Suggestions[0])
			for _, s := range m.Suggestions[1:min(3, len(m.Suggestions))] {
				what += " / " + wording.Visible(s)
			}
		}
		why := m.Rule + " " + wording.Rule(m.Rule).In(l)
		if len(m.cues) > 0 {
			why = say.T("%s（%s）", "%s (%s)").With(why, wording.Reasons(m.cues)).In(l)
		}
		if _, err := fmt.Fprintf(w, "%s\t%s[%s]%s %s\t%s\n", where, m.left, wording.Visible(m.Text), m.right, what, why); err != nil {
			return err
		}
	}
	return nil
}

// WriteJSON writes one array, empty where there is nothing. Its errors are those of w.
func (e Errata) WriteJSON(w io.Writer) error {
	b, err := json.MarshalIndent(append(Errata{}, e...), "", " ")
	if err == nil {
		_, err = w.Write(append(b, '\n'))
	}
	return err
}

// check finds what may be wrong on one page, in the order of its text.
func check(raw source.Raw, o Options) (Errata, error) {
	draft := clean.Draft(raw, clean.Profile{})
	text, err := revision.Load(raw.Text, draft.Revisions)
	if err != nil {
		return nil, err
	}
	order, inText := text.Order(), text.Blocks()
	page := proof.Page{Account: &draft.Account, Damage: raw.Damage, Glyphs: raw.Glyphs, Strict: o.Strict, House: o.House, Decided: func(bulletin.ID) bool { return false }}
	for shown := range order.Blocks() {
		page.Blocks = append(page.Blocks, inText[order.InText(shown)])
	}
	stand := newStanding(raw.Text, page.Blocks)
	all := misread(raw, text)
	for _, f := range proof.Findings(page) {
		if m, ok := stand.mistake(f); ok {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Length, b.Length))
	})
	all = slices.CompactFunc(all, func(a, b Mistake) bool { return a.Offset == b.Offset && a.Length == b.Length && a.Rule == b.Rule })
	for i := range all {
		all[i].Page = raw.Part
		all[i].locate(raw)
	}
	return all, nil
}

// misread are the figures that cleaning set right by itself where they were read as letters (N2): in the file
// they are still wrong.
func misread(raw source.Raw, text *revision.Text) (all Errata) {
	log := text.Log()
	isN2 := func(r revision.Run) bool { return log[r.To-1].Author.Rule == "N2" }
	for _, corrections := range text.HistoryOf(isN2) {
		for _, x := range corrections {
			size := len([]rune(x.Before))
			if x.Kind == compare.Moved || x.Kind == compare.Marked || size == 0 || x.Place+size > len(raw.Text) || string(raw.Text[x.Place:x.Place+size]) != x.Before {
				continue
			}
			all = append(all, Mistake{Offset: x.Place, Length: size, Text: x.Before, Suggestions: []string{x.After}, Rule: "N2"})
		}
	}
	return all
}

// standing knows where the characters of a cleaned page stand in the file.
type standing struct {
	raw []rune
	ids [][]bulletin.ID // of each block
	at  map[bulletin.ID]bulletin.Place
}

func newStanding(raw []rune, blocks []bulletin.Block) standing {
	s := standing{raw, make([][]bulletin.ID, len(blocks)), make(map[bulletin.ID]bulletin.Place, len(raw))}
	for n, b := range blocks {
		for _, span := range b.Spans {
			for k := range span.Len() {
				s.at[span.At(k)] = bulletin.Place{Block: n, Off: len(s.ids[n])}
				s.ids[n] = append(s.ids[n], span.At(k))
			}
		}
	}
	return s
}

// mistake is a finding in the file; ok is false for what is no matter of words, characters, numbers or marks.
func (s *standing) mistake(f bulletin.Finding) (m Mistake, ok bool) {
	switch f.Check {
	case proof.Rule, proof.Wrong, proof.Word, proof.Flag:
		if f.Rule[0] == 'L' || f.Rule[0] == 'S' && f.Rule != "S6" {
			return m, false
		}
	case proof.Character, proof.Damage:
		f.Rule, f.Old = "L11", string(s.raw[f.At.Index])
	default:
		return m, false
	}
	at, ok := s.at[f.At]
	if !ok {
		return m, false
	}
	m = Mistake{Rule: f.Rule, cues: f.Cues, Suggestions: []string{}}
	ids := s.ids[at.Block]
	size := len([]rune(f.Old))
	from, to := s.before(ids, at.Off), s.behind(ids, at.Off+size-1)
	if size == 0 { // something is missing here
		to = from
	}
	if to < from { // a Move parted it
		to = from + 1
	}
	m.Offset, m.Length, m.Text = from, to-from, string(s.raw[from:to])
	if f.Check != proof.Flag && f.Rule != "L11" {
		for _, n := range append([]string{f.New}, f.Others...) {
			m.Suggestions = append(m.Suggestions, s.spread(ids[at.Off:at.Off+size], []rune(n), from, to))
		}
	}
	return m, true
}

// before is the offset in the file of the character ids[i]; one that cleaning typed stands behind the raw one
// before it.
func (s *standing) before(ids []bulletin.ID, i int) int {
	for k := i; k >= 0; k-- {
		if k < len(ids) && ids[k].Origin == 0 {
			return int(ids[k].Index) + min(1, i-k)
		}
	}
	return s.behind(ids, i)
}

// behind is the offset in the file behind the character ids[i]; one that cleaning typed ends where the next raw
// one begins.
func (s *standing) behind(ids []bulletin.ID, i int) int {
	for k := max(0, i); k < len(ids); k++ {
		if ids[k].Origin == 0 {
			return int(ids[k].Index) + 1 - min(1, k-i)
		}
	}
	for k := min(i, len(ids)-1); k >= 0; k-- {
		if ids[k].Origin == 0 {
			return int(ids[k].Index) + 1
		}
	}
	return 0
}

// spread puts what the file has between the characters of a finding, line breaks for instance, between those
// of a suggestion of the same length: it stands for the runes [from, to) of the file.
func (s *standing) spread(ids []bulletin.ID, n []rune, from, to int) string {
	if len(n) != len(ids) || to-from <= len(ids) {
		return string(n)
	}
	out := slices.Clone(s.raw[from:to])
	for k, id := range ids {
		if id.Origin != 0 || int(id.Index) < from || int(id.Index) >= to {
			return string(n)
		}
		out[int(id.Index)-from] = n[k]
	}
	return string(out)
}

// locate finds the line of a place, and what stands around it.
func (m *Mistake) locate(raw source.Raw) {
	const around = 8
	n, ok := slices.BinarySearchFunc(raw.Lines, m.Offset, func(l source.Line, at int) int { return cmp.Compare(l.From, at) })
	if !ok {
		n--
	}
	if n < 0 {
		return
	}
	l := raw.Lines[n]
	m.line, m.column = n+1, m.Offset-l.From+1
	m.left = string(raw.Text[max(l.From, m.Offset-around):m.Offset])
	if end := m.Offset + m.Length; end < l.To {
		m.right = string(raw.Text[end:min(l.To, end+around)])
	}
}
