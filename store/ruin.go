package store

import (
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"time"
)

// ruin is what was found of a damaged library, by the shapes of its rows: no two tables have rows of the
// same. What has a sum or a hash that does not fit it is left out.
type ruin struct {
	people       map[int64]foundPerson
	names        []foundName
	publications map[int64]foundPublication
	issues       map[int64]foundIssue
	pages        map[PageID]foundPage
	sources      map[int64][32]byte // that are sound
	readings     map[int64]foundReading
	revisions    map[PageID]map[int]foundRevision
	accounts     map[PageID][]Account
	signatures   map[int64]foundSignature
	seen         []foundSeen
	ignored      map[int64]foundIgnored
	settings     map[string]string
	derived      map[PageID]int // the last revision that a derived row speaks of
	accounted    map[PageID]int // the newest account that there was
	bad          []Fault        // rows whose sum does not fit
	pictures     map[int64]foundPicture
	raws         map[int64]foundRaw
	incomings    map[int64]foundIncoming
	foundWords
}

type (
	foundPerson struct{ name, created string }
	foundName   struct {
		person      int64
		name, until string
	}
	foundPublication struct{ name, profile string }
	foundIssue       struct {
		publication  int64
		number, date string
	}
	foundPage struct {
		issue   int64
		number  int64
		section string
		hidden  int64
		last    int64 // the number of its last revision; 0 before version 3
	}
	foundReading struct {
		page   PageID
		source int64
		row    Source
		time   string
		sum    int64 // 0 before version 3
	}
	foundRevision struct {
		row  Revision
		time string
		sum  int64
	}
	foundSignature struct {
		page                         PageID
		origin, index, round, person int64
		time                         string
	}
	foundSeen struct {
		page                               PageID
		origin, index, round, look, person int64
		time                               string
	}
	foundIgnored struct {
		page                  any // nil: everywhere, or in
		publication           any // this one alone, where it is not nil
		origin, index, person int64
		what, time            string
	}
)

// dig finds what there is in a file; source is called with every source that is sound, as it is found, and
// tell, which may be nil, after every row.
func dig(c *carver, source func(id int64, sha [32]byte, b []byte) error, tell func(*ruin) error) (*ruin, error) {
	r := &ruin{
		people: map[int64]foundPerson{}, publications: map[int64]foundPublication{}, issues: map[int64]foundIssue{},
		pages: map[PageID]foundPage{}, sources: map[int64][32]byte{}, readings: map[int64]foundReading{},
		revisions: map[PageID]map[int]foundRevision{}, accounts: map[PageID][]Account{}, signatures: map[int64]foundSignature{},
		ignored: map[int64]foundIgnored{}, settings: map[string]string{}, derived: map[PageID]int{}, accounted: map[PageID]int{},
		pictures: map[int64]foundPicture{}, raws: map[int64]foundRaw{}, incomings: map[int64]foundIncoming{}, foundWords: newFoundWords(),
	}
	return r, c.each(func(x record) (err error) {
		if x.table {
			err = r.table(x, source)
		} else {
			r.index(x.values)
		}
		if err == nil && tell != nil {
			err = tell(r)
		}
		return err
	})
}

// shape writes the types of values as a word: n NULL, i integer, t text, b blob, f real number.
func shape(values []any) string {
	var s strings.Builder
	for _, v := range values {
		switch v.(type) {
		case nil:
			s.WriteByte('n')
		case int64:
			s.WriteByte('i')
		case string:
			s.WriteByte('t')
		case []byte:
			s.WriteByte('b')
		default:
			s.WriteByte('f')
		}
	}
	return s.String()
}

// table takes in a row of a table with row numbers. A column that is the row's number is NULL there.
func (r *ruin) table(x record, source func(int64, [32]byte, []byte) error) error {
	v := values(x.values)
	switch s := shape(x.values); s {
	case "nbb": // source: sha256, bytes
		sha, b := v.blob(1), v.blob(2)
		sum := sha256.Sum256(b)
		if _, again := r.sources[x.id]; again || string(sum[:]) != string(sha) {
			return nil
		}
		r.sources[x.id] = sum
		return source(x.id, sum, b)
	case "ntt": // person: name, created; publication: name, profile
		if _, err := time.Parse(timeLayout, v.text(2)); err == nil {
			r.people[x.id] = foundPerson{v.text(1), v.text(2)}
		} else {
			r.publications[x.id] = foundPublication{v.text(1), v.text(2)}
		}
	case "itt": // person_name: person, name, until
		r.names = append(r.names, foundName{v.num(0), v.text(1), v.text(2)})
	case "nitt": // issue: publication, number, date
		r.issues[x.id] = foundIssue{v.num(1), v.text(2), v.text(3)}
	case "niiti", "niitii": // page: issue, number, section, hidden, last
		f := foundPage{issue: v.num(1), number: v.num(2), section: v.text(3), hidden: v.num(4)}
		if len(v) > 5 {
			f.last = v.num(5)
		}
		r.pages[PageID(x.id)] = f
	case "niitttit", "niitttitii": // reading: page, source, name, media, encoding, chosen, time, part, sum
		r.reading(x.id, v[1:])
	case "iiibi": // account: page, n, format, body, sum
		page, a := PageID(v.num(0)), Account{int(v.num(1)), int(v.num(2)), v.blob(3)}
		if sumOf(page, a.N, a.Format, a.Body) != v.num(4) {
			r.bad = append(r.bad, Fault{Kind: FaultSum, Page: page, Table: "account", N: a.N})
			return nil
		}
		r.accounts[page] = append(r.accounts[page], a)
	case "iiiiit", "iiiiiti": // signature: page, origin, idx, round, person, time, sum
		s := foundSignature{PageID(v.num(0)), v.num(1), v.num(2), v.num(3), v.num(4), v.text(5)}
		if len(v) > 6 && sumOf(s.page, s.origin, s.index, s.round, s.person, s.time) != v.num(6) {
			r.bad = append(r.bad, Fault{Kind: FaultSum, Page: s.page, Table: "signature", N: int(x.id)})
			return nil
		}
		r.signatures[x.id] = s
	case "iiitit", "niitit", "iiititn", "niititn", "niititi": // ignored: page, origin, idx, what, person, time, publication
		f := foundIgnored{page: x.values[0], origin: v.num(1), index: v.num(2), person: v.num(4), what: v.text(3), time: v.text(5)}
		if len(v) > 6 {
			f.publication = x.values[6]
		}
		r.ignored[x.id] = f
	case "niibttiti", "ninbttiti": // in the library, or outside
		r.picture(x)
	case "niibi":
		r.raw(x)
	case "niitttiiti":
		r.incoming(x)
	default:
		r.words(x, s)
	}
	return nil
}

// index takes in a row of a table without row numbers, or of an index: those of names and issues tell what
// their tables lost.
func (r *ruin) index(all []any) {
	v := values(all)
	switch s := shape(all); s {
	case "iiiintitb", "iiinttitb", "iiiintitbi", "iiinttitbi": // by a person, by a rule
		r.revision(v)
	case "ttiiiitit": // learned: before, after, accepted, rejected, off, own, example, person, time
		r.learned = append(r.learned, slices.Clone(all))
	case "tt": // setting: key, value
		r.settings[v.text(0)] = v.text(1)
	case "iiiiiit": // seen: page, origin, idx, round, look, person, time
		r.seen = append(r.seen, foundSeen{PageID(v.num(0)), v.num(1), v.num(2), v.num(3), v.num(4), v.num(5), v.text(6)})
	case "ti": // the index of publications by name
		if _, there := r.publications[v.num(1)]; !there && v.text(0) != "version" { // that is the search's own
			r.publications[v.num(1)] = foundPublication{name: v.text(0)}
		}
	case "iiiii": // the copy of accounts: page, n, format, sum
		r.accounted[PageID(v.num(0))] = max(r.accounted[PageID(v.num(0))], int(v.num(1)))
	case "tti": // the copy of persons: name, created
		if _, there := r.people[v.num(2)]; !there {
			r.people[v.num(2)] = foundPerson{v.text(0), v.text(1)}
		}
	case "iitii": // the copy of pages: issue, number, section, hidden
		if _, there := r.pages[PageID(v.num(4))]; !there {
			r.pages[PageID(v.num(4))] = foundPage{issue: v.num(0), number: v.num(1), section: v.text(2), hidden: v.num(3)}
		}
	case "iitttitiii": // the copy of readings
		if _, there := r.readings[v.num(9)]; !there {
			r.reading(v.num(9), v)
		}
	case "itti": // the index of issues: publication, date, number
		if _, there := r.issues[v.num(3)]; !there {
			r.issues[v.num(3)] = foundIssue{v.num(0), v.text(2), v.text(1)}
		}
	default:
		if len(all) == 16 && s[:2] == "ii" { // correction: page, n, …
			r.derived[PageID(v.num(0))] = max(r.derived[PageID(v.num(0))], int(v.num(1)))
		}
	}
}

// reading: page, source, name, media, encoding, chosen, time, part, sum
func (r *ruin) reading(id int64, v values) {
	f := foundReading{page: PageID(v.num(0)), source: v.num(1), time: v.text(6)}
	f.row = Source{Name: v.text(2), Media: v.text(3), Encoding: v.text(4), Chosen: v.num(5) != 0}
	if len(v) > 7 {
		f.row.Part, f.sum = int(v.num(7)), v.num(8)
	}
	r.readings[id] = f
}

// revision: page, n, grp, person, rule, time, round, note, ops, sum
func (r *ruin) revision(v values) {
	page := PageID(v.num(0))
	f := foundRevision{time: v.text(5)}
	f.row = Revision{N: int(v.num(1)), Group: int(v.num(2)), Person: v.num(3), Rule: v.text(4), Round: uint8(v.num(6)), Note: v.text(7), Ops: v.blob(8)}
	if len(v) > 9 {
		f.sum = v.num(9)
		if sumOf(page, f.row.N, f.row.Group, orNull(f.row.Person), orNull(f.row.Rule), f.time, f.row.Round, f.row.Note, f.row.Ops) != f.sum {
			r.bad = append(r.bad, Fault{Kind: FaultSum, Page: page, Table: "revision", N: f.row.N})
			return
		}
	}
	if _, err := time.Parse(timeLayout, f.time); err != nil || f.row.N < 1 {
		return
	}
	if r.revisions[page] == nil {
		r.revisions[page] = map[int]foundRevision{}
	}
	r.revisions[page][f.row.N] = f
}

// log are the revisions of a page from the first on without a gap, and the number of the last one of which
// there is any trace.
func (r *ruin) log(page PageID) (rows []foundRevision, last int) {
	last = max(r.derived[page], int(r.pages[page].last))
	for n := range r.revisions[page] {
		last = max(last, n)
	}
	for n := 1; ; n++ {
		f, ok := r.revisions[page][n]
		if !ok {
			return rows, last
		}
		rows = append(rows, f)
	}
}

// readingsOf are the numbers of the readings of a page, ascending, whose source is sound.
func (r *ruin) readingsOf() map[PageID][]int64 {
	all := map[PageID][]int64{}
	for id, f := range r.readings {
		sha, ok := r.sources[f.source]
		if !ok {
			continue
		}
		if f.sum != 0 && sumOf(f.page, sha[:], f.row.Name, f.row.Media, f.row.Encoding, f.row.Chosen, f.time, f.row.Part) != f.sum {
			continue
		}
		all[f.page] = append(all[f.page], id)
	}
	for _, ids := range all {
		slices.Sort(ids)
	}
	return all
}

// values of a record, by their columns; one of another type is the zero value.
type values []any

func (v values) num(i int) int64   { n, _ := v[i].(int64); return n }
func (v values) text(i int) string { s, _ := v[i].(string); return s }
func (v values) blob(i int) []byte { b, _ := v[i].([]byte); return b }

// isRuin says whether a file that SQLite takes for no database has rows of a library's log in it.
func isRuin(path string) bool {
	c, err := openCarver(path)
	if err != nil {
		return false
	}
	defer c.Close()
	found := errors.New("found")
	r, err := dig(c, func(int64, [32]byte, []byte) error { return nil }, func(r *ruin) error {
		if len(r.revisions) > 0 {
			return found
		}
		return nil
	})
	return r != nil && err == found
}
