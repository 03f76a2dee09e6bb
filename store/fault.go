package store

// Fault is something that is not as it should be in a library.
type Fault struct {
	Kind  FaultKind
	Page  PageID // 0: of the library as a whole
	Table string // or the name of an index, a trigger or a view
	N     int    // by kind: a revision, a row, a page of the file
	To    int    // the last one, where there are several; else 0
}

// FaultKind says what is wrong.
type FaultKind int

// What can be wrong.
const (
	FaultFile      FaultKind = iota + 1 // the file is damaged at its page N, of Table where that is known
	FaultRead                           // rows of Table cannot be read
	FaultReference                      // a row of Table refers to one that is not there
	FaultGap                            // the log of the page has no revision N
	FaultSource                         // source N is not what was read
	FaultSum                            // row N of Table (revision N, account N) is not what was written
	FaultValue                          // row N of Table has an impossible value
	FaultMissing                        // the trigger, view, table or index Table is missing or is not ours
	FaultForeign                        // the trigger or view Table is not ours
	FaultSearch                         // the search does not find N articles of the page by their text
	FaultLost                           // revisions N to To of the page are lost
	FaultNoSource                       // the page is lost: what it was read from is
	FaultAccount                        // the account of the page's draft N is lost: what cleaning doubted
	FaultName                           // the name of row N of Table is lost: a person, a publication, an issue
)
