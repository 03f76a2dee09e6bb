package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"qingyang/app/folder"
	"qingyang/app/merge"
	"qingyang/app/record"
	"qingyang/app/revision"
	"qingyang/app/say"
	"qingyang/app/script"
	"qingyang/app/session"
	"qingyang/app/source"
	"qingyang/store"
)

// Second is a file held against a page that the library has: what it has otherwise.
type Second struct {
	merge.Found
	As   merge.As // AsReading or AsCorrected
	File string   // its name

	raw  source.Raw // its first page
	text []rune
}

// Hold reads a file as another text of a page, of as many pages as it has, and holds it against the page as it is.
// Nothing is changed. Where less than a tenth of the page stands in it, and of a corrected text nothing of it on the
// page, it is a problem: the file is another page's.
func (d *Desk) Hold(ctx context.Context, p *session.Snapshot, f File, as merge.As, opt source.Options) (s Second, err error) {
	pages := f.Pages
	if opt.Languages == "" {
		h, err := d.House(ctx, p.Leaf.Paper)
		if err != nil && !errors.Is(err, ErrProfile) {
			return s, err
		}
		opt.Languages = h.Languages
	}
	if pages == nil {
		if f.Path != "" {
			if f.Bytes, err = source.ReadFile(ctx, f.Path); err != nil {
				return s, err
			}
		}
		if pages, err = source.Read(ctx, f.Bytes, opt); err != nil {
			return s, err
		}
	}
	var text []rune
	for _, raw := range pages { // the page is found in whatever the file has
		text = append(append(text, raw.Text...), '\n')
	}
	s = Second{As: as, File: f.Name, raw: pages[0], text: text}
	if as == merge.AsCorrected {
		s.Found, err = merge.Corrected(ctx, p.Text, p.Order, text)
	} else {
		s.Found, err = p.OtherReading(ctx, text)
	}
	if err == nil && (s.Share == 0 || s.Share < leastShare && as == merge.AsReading) {
		err = &say.Problem{
			Subject: f.Name, What: say.T("与“%s”不是同一版的文字", "is no text of “%s”").With(p.Leaf.Name()),
			Do: say.T("请打开它所属的那一版再试，或作为新的一版导入", "open the page that it is of and try again, or import it as a page of its own"),
		}
	}
	return s, err
}

// leastShare is how much of a page stands at least in another reading of it.
const leastShare = 0.1

// KeepIncoming keeps the file of which a page took something over, with who did it.
func (d *Desk) KeepIncoming(ctx context.Context, page session.PageID, s Second) error {
	return record.Problem(d.path, d.lib.AddIncoming(ctx, store.PageID(page), store.Incoming{
		Source: store.Source{
			SHA256: s.raw.SHA256, Name: s.File, Media: s.raw.Media, Encoding: string(s.raw.Encoding), Bytes: s.raw.Bytes, Read: d.clock.Now().UTC(),
		},
		Meant: uint8(s.As), Person: d.Person().ID,
	}))
}

// TakeIn holds a file against a page that is not open and takes over what choose says, in one revision; n is at how
// many places. What clashes with work on the page is kept to be asked about when the page is open next.
func (d *Desk) TakeIn(ctx context.Context, page session.PageID, f File, as merge.As, opt source.Options, choose func(merge.Found) []merge.Place) (s Second, n int, err error) {
	if f.Pages == nil && f.Path != "" {
		if f.Bytes, err = source.ReadFile(ctx, f.Path); err != nil {
			return s, 0, err
		}
		f.Path = ""
	}
	if f.Pages == nil {
		if f.Pages, err = source.Read(ctx, f.Bytes, opt); err != nil {
			return s, 0, err
		}
	}
	err = d.amend(ctx, page, merge.Note(as, f.Name), func(p *session.Snapshot) (ops []revision.Op, err error) {
		if s, err = d.Hold(ctx, p, f, as, opt); err != nil {
			return nil, err
		}
		ops, n = merge.Ops(p.Text, p.Order, choose(s.Found))
		return ops, nil
	})
	if err != nil {
		return s, 0, err
	}
	if n > 0 {
		if err := d.KeepIncoming(ctx, page, s); err != nil {
			return s, n, err
		}
	}
	return s, n, d.keepClashes(ctx, page, s)
}

// keepClashes keeps what clashes between a file and a page, as the page is after what else was taken over.
func (d *Desk) keepClashes(ctx context.Context, page session.PageID, s Second) error {
	if !slices.ContainsFunc(s.Places, func(x merge.Place) bool { return x.Clash }) {
		return nil
	}
	p, err := d.Page(ctx, page)
	if err != nil {
		return err
	}
	var now merge.Found
	if s.As == merge.AsCorrected {
		now, err = merge.CorrectedSince(ctx, p.Text, p.Order, s.text, s.Since)
	} else {
		now, err = p.OtherReading(ctx, s.text)
	}
	if err != nil {
		return err
	}
	var clashes []Clash
	for b, places := range byBlock(now.Places) {
		ours, _ := p.Order.Block(b)
		theirs := slices.Clone(ours)
		for _, x := range slices.Backward(places) {
			theirs = slices.Concat(theirs[:x.At.Off], []rune(x.New), theirs[x.End.Off:])
		}
		clashes = append(clashes, Clash{At: p.Order.ID(places[0].At), Ours: string(ours), Theirs: string(theirs), Person: d.Person().ID, File: s.File})
	}
	_, err = d.Clashes(ctx, page, func(all []Clash) []Clash {
		for _, c := range clashes {
			if !slices.ContainsFunc(all, func(x Clash) bool { return x.Ours == c.Ours && x.Theirs == c.Theirs }) {
				all = append(all, c)
			}
		}
		return all
	})
	return err
}

// byBlock are the places that clash inside of one block, by the block.
func byBlock(all []merge.Place) map[int][]merge.Place {
	by := map[int][]merge.Place{}
	for _, x := range all {
		if x.Clash && x.At.Block == x.End.Block {
			by[x.At.Block] = append(by[x.At.Block], x)
		}
	}
	return by
}

// Kin is a page of the library that a file may be another text of.
type Kin struct {
	Leaf  session.Leaf
	Share float64  // how much of the file stands on it, of 1
	As    merge.As // what the file looks like
}

// kinShare is how much of a file stands at least on a page that it is another text of: a machine that reads five
// characters in a hundred wrongly leaves three strings of five in four.
const kinShare = 0.4

// kinRunes is how long a text may be that is looked for: a page of a newspaper has some ten thousand characters.
const kinRunes = 200_000

// FindKin finds the page that a file of one page is another text of: by words of it that stand in the library, and by
// the place that it says. ok is false where there is none, and where the library has the very same file. b are the bytes
// of the file, raw is its page. Its cost is that of some searches, and of replaying up to three pages.
func (d *Desk) FindKin(ctx context.Context, b []byte, raw source.Raw, at folder.Place) (best Kin, ok bool, err error) {
	if len(raw.Text) > kinRunes {
		return best, false, nil
	}
	if _, err := d.known(ctx, "", b); errors.Is(err, ErrKnown) {
		return best, false, nil
	} else if err != nil {
		return best, false, err
	}
	if _, known, err := d.lib.SourceBySHA(ctx, raw.SHA256); known || err != nil {
		return best, false, record.Problem(d.path, err)
	}
	votes := map[session.PageID]int{}
	for _, words := range samplesOf(raw) {
		hits, err := d.Search(ctx, words, 10)
		if err != nil {
			return best, false, err
		}
		for _, h := range hits {
			votes[h.Page]++
		}
	}
	if err := d.voteFor(ctx, at, votes); err != nil {
		return best, false, err
	}
	pages := make([]session.PageID, 0, len(votes))
	for id := range votes {
		pages = append(pages, id)
	}
	slices.SortFunc(pages, func(a, b session.PageID) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return int(a - b)
	})
	for _, id := range pages[:min(3, len(pages))] {
		p, err := d.Page(ctx, id)
		if err != nil {
			return best, false, err
		}
		if share := merge.Holds(p.Order, raw.Text); share > best.Share {
			best = Kin{p.Leaf, share, looksLike(raw, p)}
		}
	}
	return best, best.Share >= kinShare, nil
}

// voteFor votes for the pages that stand where a file says that it belongs.
func (d *Desk) voteFor(ctx context.Context, at folder.Place, votes map[session.PageID]int) error {
	if at.Publication == "" || at.Date == "" && at.Number == "" || at.Page == 0 {
		return nil
	}
	papers, err := d.Publications(ctx)
	if err != nil {
		return err
	}
	for _, paper := range papers {
		if paper.Name != at.Publication {
			continue
		}
		issues, err := d.Issues(ctx, paper.ID)
		if err != nil {
			return err
		}
		for _, i := range issues {
			if at.Date != "" && i.Date != at.Date || at.Date == "" && i.Number != at.Number {
				continue
			}
			leaves, err := d.Leaves(ctx, i.ID)
			if err != nil {
				return err
			}
			for _, l := range leaves {
				if l.Number == at.Page {
					votes[l.ID] += 2
				}
			}
		}
	}
	return nil
}

// samples and sampleRunes are how many words of a file are looked for, and how long they are.
const samples, sampleRunes = 8, 8

// samplesOf are strings of characters of a file, from all over it.
func samplesOf(raw source.Raw) (all []string) {
	var whole []string
	for _, line := range raw.Strings() {
		for run := range strings.FieldsFuncSeq(line, func(r rune) bool { return !script.IsHan(r) && !script.IsLatin(r) && r != ' ' }) {
			if run = strings.TrimSpace(run); utf8.RuneCountInString(run) >= sampleRunes {
				whole = append(whole, string([]rune(run)[:sampleRunes]))
			}
		}
	}
	for k := range min(samples, len(whole)) {
		all = append(all, whole[k*len(whole)/min(samples, len(whole))])
	}
	return all
}

// looksLike says what a file that is a text of a page looks like: one with places of characters was read by a machine,
// and so was one whose lines are much shorter than the page's paragraphs.
func looksLike(raw source.Raw, p *session.Snapshot) merge.As {
	if raw.Glyphs != nil {
		return merge.AsReading
	}
	lines, runes := 0, 0
	for _, l := range raw.Lines {
		if l.To > l.From {
			lines, runes = lines+1, runes+l.To-l.From
		}
	}
	blocks, all := 0, 0
	for b := range p.Order.Blocks() {
		if n := p.Order.Length(b); n > 0 {
			blocks, all = blocks+1, all+n
		}
	}
	if lines > 0 && blocks > 0 && 2*runes/lines < all/blocks {
		return merge.AsReading
	}
	return merge.AsCorrected
}
