package layout

// Warning says what a page as a whole is not fit for; words for people are made elsewhere.
type Warning string

const (
	// Spliced says that two columns share the rows of the page, or stand in them by turns.
	Spliced Warning = "spliced"
	// Garbled says that the letters of the page make no words.
	Garbled Warning = "garbled"
)
