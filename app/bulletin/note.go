package bulletin

import "time"

// NoteKind is what a note on a place is. Libraries keep it by its number.
type NoteKind uint8

// The kinds of notes.
const (
	Remark   NoteKind = iota // a remark, for whoever comes next
	Query                    // something that must be looked up before print
	ToAuthor                 // a question to the author
)

// NoteState is how far a note is. Libraries keep it by its number.
type NoteState uint8

// The states of notes.
const (
	NoteOpen NoteState = iota
	NoteAnswered
	NoteSettled
)

// Note is a remark or a query on a place of a page: it hangs on its characters, whatever happens around them.
type Note struct {
	ID       int64
	Kind     NoteKind
	State    NoteState
	At, Last ID     // the first and the last character of the place; they may be dead
	Quote    string // what stood there when it was written
	Words    []NoteWord
}

// NoteWord is what somebody wrote to a note, the first when it was opened.
type NoteWord struct {
	Person int64
	Name   string // of the person, where it is known
	Time   time.Time
	Text   string
}

// String is the kind's name in files: "remark", "query", "author".
func (k NoteKind) String() string { return [...]string{"remark", "query", "author"}[min(k, ToAuthor)] }

// String is the state's name in files: "open", "answered", "settled".
func (s NoteState) String() string {
	return [...]string{"open", "answered", "settled"}[min(s, NoteSettled)]
}
