package store

import (
	"context"
	"database/sql"
	"time"
)

// Verdict is what was decided about a finding.
type Verdict uint8

// The verdicts. Libraries keep them by their numbers.
const (
	Accepted         Verdict = 1
	StandsHere       Verdict = 2
	StandsInPaper    Verdict = 3 // in the publication of the page
	StandsEverywhere Verdict = 4
	LetOut           Verdict = 5 // one of many like it was let out when the others were corrected
	ByHand           Verdict = 6 // corrected where nothing had been found
)

// Decision is what was decided about a finding at a character of a page.
type Decision struct {
	Verdict       Verdict
	Origin, Index int32
	What          string // the rule and what it found, as Ignored has it
	Before, After string // what is learned of it: a word as it was, and as it became or would have; empty for nothing
	Context       string // the words around
	Right         string // a name that stands as it is from now on in the publication; "" for none
	Person        int64
	Time          time.Time
}

// Decide keeps decisions about findings of a page, and what follows from them: what is let stand, and how often
// a correction was accepted or rejected. All or none.
func (l *Library) Decide(ctx context.Context, page PageID, all ...Decision) error {
	return l.in(ctx, "keep a decision", func(tx *sql.Tx) error {
		for _, d := range all {
			if err := decide(ctx, tx, page, d); err != nil {
				return err
			}
		}
		return nil
	})
}

func decide(ctx context.Context, tx *sql.Tx, page PageID, d Decision) error {
	at := timeText(d.Time)
	err := one(tx.ExecContext(ctx, "INSERT INTO decision (page, origin, idx, verdict, what, before, after, context, person, time, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		page, d.Origin, d.Index, d.Verdict, d.What, d.Before, d.After, d.Context, d.Person, at,
		sumOf(page, d.Origin, d.Index, uint8(d.Verdict), d.What, d.Before, d.After, d.Context, d.Person, at)))
	if err != nil {
		return err
	}
	switch d.Verdict {
	case StandsHere, StandsInPaper, StandsEverywhere, LetOut:
		x := Ignored{Everywhere: d.Verdict == StandsEverywhere, Paper: d.Verdict == StandsInPaper, Origin: d.Origin, Index: d.Index, What: d.What}
		err = ignore(ctx, tx, page, x, d.Person, at)
	}
	if err == nil && d.Right != "" {
		err = ignore(ctx, tx, page, Ignored{Paper: true, What: rightly + d.Right}, d.Person, at)
	}
	if err != nil || d.Before == "" || d.Before == d.After {
		return err
	}
	return learn(ctx, tx, d, at)
}

// rightly is what the What of an Ignored begins with that is no finding but a name that is right as it stands.
const rightly = "= "

// Rightly is the name that is right as it stands of which x says so; ok is false where x is a finding.
func (x Ignored) Rightly() (name string, ok bool) {
	if len(x.What) > len(rightly) && x.What[:len(rightly)] == rightly {
		return x.What[len(rightly):], true
	}
	return "", false
}

func learn(ctx context.Context, tx *sql.Tx, d Decision, at string) error {
	accepted, rejected, own := 0, 0, d.Verdict == ByHand
	if d.Verdict == Accepted || own {
		accepted = 1
	} else {
		rejected = 1
	}
	return one(tx.ExecContext(ctx, `INSERT INTO learned (before, after, accepted, rejected, off, own, example, person, time) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?)
		ON CONFLICT (before, after) DO UPDATE SET accepted = accepted + excluded.accepted, rejected = rejected + excluded.rejected,
			own = max(own, excluded.own), example = CASE WHEN excluded.accepted > 0 THEN excluded.example ELSE example END,
			person = excluded.person, time = excluded.time`,
		d.Before, d.After, accepted, rejected, own, d.Context, d.Person, at))
}

// Decisions are those about findings of a page, the oldest first; of all pages where page is 0.
func (v View) Decisions(ctx context.Context, page PageID) ([]Decision, error) {
	return list(ctx, v.db, "read decisions", "SELECT verdict, origin, idx, what, before, after, context, person, time FROM decision WHERE page = ?1 OR ?1 = 0 ORDER BY rowid",
		func(r *sql.Rows) (d Decision, err error) {
			var at string
			if err := r.Scan(&d.Verdict, &d.Origin, &d.Index, &d.What, &d.Before, &d.After, &d.Context, &d.Person, &at); err != nil {
				return d, err
			}
			d.Time, err = time.Parse(timeLayout, at)
			return d, err
		}, page)
}

// Learned is a pair of before and after, and how often it was accepted and rejected.
type Learned struct {
	Before, After      string
	Accepted, Rejected int
	Off, Own           bool
	Example            string
}

// Lessons are all pairs that were learned, by what stood before.
func (v View) Lessons(ctx context.Context) ([]Learned, error) {
	return list(ctx, v.db, "read what was learned", "SELECT before, after, accepted, rejected, off, own, example FROM learned ORDER BY before, after",
		func(r *sql.Rows) (x Learned, err error) {
			return x, r.Scan(&x.Before, &x.After, &x.Accepted, &x.Rejected, &x.Off, &x.Own, &x.Example)
		})
}

// Teach writes pairs as they are, in place of those of the same before and after. All or none.
func (l *Library) Teach(ctx context.Context, pairs []Learned, person int64, t time.Time) error {
	return l.in(ctx, "write what was learned", func(tx *sql.Tx) error {
		for _, x := range pairs {
			err := one(tx.ExecContext(ctx, "INSERT OR REPLACE INTO learned (before, after, accepted, rejected, off, own, example, person, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
				x.Before, x.After, x.Accepted, x.Rejected, x.Off, x.Own, x.Example, person, timeText(t)))
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Unlearn takes a pair out of what was learned.
func (l *Library) Unlearn(ctx context.Context, before, after string) error {
	return l.in(ctx, "write what was learned", func(tx *sql.Tx) error {
		return found(tx.ExecContext(ctx, "DELETE FROM learned WHERE before = ? AND after = ?", before, after))
	})
}
