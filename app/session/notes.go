package session

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/say"
	"qingyang/store"
)

// Noted is a note, and where it stands now.
type Noted struct {
	bulletin.Note
	Place, End bulletin.Place // of a page at a moment; both are one place where nothing of it lives
	Article    bulletin.ID
}

// errNoWords is what a note without words is refused with.
var errNoWords = &say.Problem{What: say.T("附注没有写字", "the note says nothing"), Do: say.T("请写几个字", "write a few words")}

// AddNote writes a note to the shown text [from, to) of one block; to the character at from where nothing is chosen.
// It hangs on these characters through all edits and moves. It is in the library within a second.
func (s *Session) AddNote(from, to bulletin.Place, kind bulletin.NoteKind, text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return errNoWords
	}
	s.endBurst()
	if from.Block < 0 || from.Block >= s.order.Blocks() {
		return nil
	}
	runes, _ := s.order.Block(from.Block)
	if to.Block != from.Block {
		to = bulletin.Place{Block: from.Block, Off: len(runes)}
	}
	to.Off = min(max(to.Off, from.Off+1), len(runes))
	row := store.Note{Note: 1 + rand.Int64N(1<<62), Kind: uint8(kind), Text: text}
	first := s.order.ID(from)
	last := first
	if to.Off > from.Off {
		last = s.order.ID(bulletin.Place{Block: to.Block, Off: to.Off - 1})
		row.Quote = string(runes[from.Off:to.Off])
	}
	row.Origin, row.Index, row.LastOrigin, row.LastIndex = first.Origin, first.Index, last.Origin, last.Index
	s.addNote(row)
	return nil
}

// Answer writes words to a note and says how far it is then; words may be empty where it is settled.
func (s *Session) Answer(id int64, state bulletin.NoteState, text string) error {
	text = strings.TrimSpace(text)
	if text == "" && state != bulletin.NoteSettled {
		return errNoWords
	}
	i := slices.IndexFunc(s.notes, func(r store.Note) bool { return r.Note == id })
	if i < 0 {
		return nil
	}
	row := s.notes[i]
	row.State, row.Text = uint8(state), text
	s.addNote(row)
	return nil
}

func (s *Session) addNote(row store.Note) {
	row.Person, row.Time, row.Page = s.opt.Person, s.opt.Clock.Now().UTC(), store.PageID(s.Leaf.ID)
	s.notes = append(s.notes[:len(s.notes):len(s.notes)], row)
	s.snap = nil
	s.decide(decision{kind: annotated, noted: row})
}

// Notes are the notes of the page in shown order, with where each stands.
func (p *Snapshot) Notes(ctx context.Context) ([]Noted, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var all []Noted
	at := map[int64]int{}
	for _, r := range p.notes {
		i, seen := at[r.Note]
		if !seen {
			i = len(all)
			at[r.Note] = i
			n := Noted{Note: bulletin.Note{
				ID: r.Note, Kind: bulletin.NoteKind(r.Kind), Quote: r.Quote,
				At: bulletin.ID{Origin: r.Origin, Index: r.Index}, Last: bulletin.ID{Origin: r.LastOrigin, Index: r.LastIndex},
			}}
			n.Place, n.End, n.Article = p.stretch(n.At, n.Last)
			all = append(all, n)
		}
		all[i].State = bulletin.NoteState(r.State)
		all[i].Words = append(all[i].Words, bulletin.NoteWord{Person: r.Person, Time: r.Time, Text: r.Text})
	}
	slices.SortStableFunc(all, func(a, b Noted) int { return a.Place.Compare(b.Place) })
	return all, nil
}

// stretch is where the characters from the first to the last one stand now, and whose. Where the last one stands
// before the first one, or in another block, it is the first one alone.
func (s *state) stretch(first, last bulletin.ID) (from, to bulletin.Place, article bulletin.ID) {
	article = bulletin.None
	if !s.Text.Has(first) || s.Order.Blocks() == 0 {
		return from, to, article
	}
	from, live := s.Order.PlaceOf(first)
	to = from
	if live {
		to.Off++
	}
	if s.Text.Has(last) {
		if end, lives := s.Order.PlaceOf(last); end.Block == from.Block && end.Off >= from.Off {
			to = end
			if lives {
				to.Off++
			}
		}
	}
	if from.Block < s.Order.Blocks() {
		article = s.Order.ArticleAt(from.Block)
	}
	return from, to, article
}
