package fit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"qingyang/app/bulletin"
	"qingyang/app/clean/layout"
	"qingyang/app/clean/read"
	"qingyang/app/source"
)

// truth is a page as it should come out; its file has the form that `qingyang-cli clean --json` prints.
type truth struct {
	Articles []struct {
		Kicker, Headline, Subheadline, Byline, Dateline string
		Paragraphs, Captions                            []string
	}
	Furniture []string
}

// block is a block of the truth.
type block struct {
	kind    bulletin.Kind
	article int // -1 for furniture
	n       int // characters without white space
	stop    bool
}

// piece is what a line has of a block: how many characters, from which on.
type piece struct{ block, n, from int }

// page is a page to fit on: its lines, what they are, and whose.
type page struct {
	dir    string
	raw    source.Raw
	lines  *layout.Page
	blocks []block
	pieces [][]piece   // by line, in order
	roles  []read.Role // by line: what it is
	breaks []int8      // by line: 1 where a block ends above it, 0 where it goes on, -1 unknown
	spaces []int8      // by line: 1 where it goes on with a space, 0 without one, -1 unknown
}

// load reads a page and its truth from a folder.
func load(dir string) (*page, error) {
	b, err := os.ReadFile(filepath.Join(dir, "raw.txt"))
	if err != nil {
		return nil, err
	}
	want, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		return nil, err
	}
	cuts, err := os.ReadFile(filepath.Join(dir, "junctions.tsv"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return parse(dir, b, want, cuts)
}

// parse makes a page of the bytes of its files; cuts may be empty.
func parse(dir string, raw, want, cuts []byte) (*page, error) {
	var t truth
	if err := json.Unmarshal(want, &t); err != nil {
		return nil, err
	}
	p := &page{dir: dir}
	all, err := source.Read(context.Background(), raw, source.Options{Name: "raw.txt"})
	if err != nil {
		return nil, err
	}
	p.raw = all[0]
	p.lines = layout.Measure(p.raw, nil)
	if len(p.lines.Lines) == 0 {
		return nil, errors.New("an empty page")
	}
	p.align(t)
	p.label(junctions(cuts))
	return p, nil
}

// junctions reads which rows end a block, by their number from 0.
func junctions(b []byte) map[int]bool {
	all := map[int]bool{}
	for _, row := range bytes.Split(b, []byte("\n")) {
		f := strings.Split(strings.TrimSpace(string(row)), "\t")
		if n, err := strconv.Atoi(f[0]); err == nil && len(f) == 3 {
			all[n-1] = f[2] == "break"
		}
	}
	return all
}

// align finds which block each character of the raw text is of.
func (p *page) align(t truth) {
	var text []rune
	var of, at []int // by character of the truth: its block, and its place there
	var spaced []bool
	add := func(kind bulletin.Kind, article int, s string) {
		c, _, gaps := compact([]rune(s))
		if len(c) == 0 {
			return
		}
		e := len(c)
		for e > 1 && strings.ContainsRune("\"')）」》]", c[e-1]) {
			e--
		}
		for k := range c {
			of, at, spaced = append(of, len(p.blocks)), append(at, k), append(spaced, gaps[k])
		}
		text = append(text, c...)
		p.blocks = append(p.blocks, block{kind, article, len(c), strings.ContainsRune(".!?…", c[e-1])})
	}
	for n, a := range t.Articles {
		add(bulletin.Kicker, n, a.Kicker)
		add(bulletin.Headline, n, a.Headline)
		add(bulletin.Subheadline, n, a.Subheadline)
		add(bulletin.Dateline, n, a.Dateline)
		for _, s := range a.Paragraphs {
			add(bulletin.Paragraph, n, s)
		}
		add(bulletin.Byline, n, a.Byline)
		for _, s := range a.Captions {
			add(bulletin.Caption, n, s)
		}
	}
	for _, s := range t.Furniture {
		add(bulletin.Furniture, -1, s)
	}
	raw, places, _ := compact(p.raw.Text)
	to := align(raw, text)
	where := filled(len(p.raw.Text))
	for k, i := range places {
		where[i] = to[k]
	}
	for i := range p.lines.Lines {
		l := &p.lines.Lines[i]
		var all []piece
		for k := l.From; k < l.To; k++ {
			if j := where[k]; j >= 0 {
				if n := len(all); n > 0 && all[n-1].block == of[j] {
					all[n-1].n++
				} else {
					all = append(all, piece{of[j], 1, at[j]})
				}
			}
		}
		p.pieces = append(p.pieces, steady(all))
	}
	p.spaces = slices.Repeat([]int8{-1}, len(p.lines.Lines))
	for i := 1; i < len(p.spaces); i++ {
		a, b := &p.lines.Lines[i-1], &p.lines.Lines[i]
		x, y := where[a.To-1], where[b.From]
		if x >= 0 && y == x+1 && of[x] == of[y] && !b.Cut {
			p.spaces[i] = int8(one(spaced[y]))
		}
	}
}

// steady drops single characters that were placed in another block than those around them.
func steady(all []piece) []piece {
	var out []piece
	for k, x := range all {
		if x.n == 1 && len(all) > 2 && k > 0 && k+1 < len(all) && all[k-1].block == all[k+1].block {
			continue
		}
		if n := len(out); n > 0 && out[n-1].block == x.block {
			out[n-1].n += x.n
			continue
		}
		out = append(out, x)
	}
	return out
}

// longestRow is how many characters a block without a sentence end has at most that counts as a row.
const longestRow = 40

// label says what each line is.
func (p *page) label(cuts map[int]bool) {
	n := len(p.lines.Lines)
	p.roles, p.breaks = make([]read.Role, n), make([]int8, n)
	seen := map[int]bool{}
	for i := range n {
		all := p.pieces[i]
		main := p.main(i)
		broken := true
		p.breaks[i] = -1
		if i > 0 {
			above := p.pieces[i-1]
			if len(above) > 0 && len(all) > 0 {
				broken = above[len(above)-1].block != all[0].block
				p.breaks[i] = int8(one(broken))
			}
			if b, ok := cuts[p.lines.Lines[i-1].Row]; ok && !p.lines.Lines[i].Cut && p.lines.Lines[i-1].Row+0 != p.lines.Lines[i].Row {
				broken = b
				p.breaks[i] = int8(one(b))
			}
			if broken && len(all) > 0 && len(above) > 0 && p.blocks[all[0].block].kind == bulletin.Byline && above[len(above)-1].block == all[0].block {
				broken, p.breaks[i] = false, -1 // a credit that a line's end cut: how it is cut is a matter of taste
			}
		}
		if !broken && i > 0 && !p.turns(i, main) {
			p.roles[i] = p.follow(i, main)
		} else {
			p.roles[i] = p.begin(i, main, seen, cuts)
		}
		if main >= 0 {
			seen[main] = true
		}
	}
}

// turns says whether a line that goes on with a title is text for the most part: the title ends in it.
func (p *page) turns(i, main int) bool {
	return main >= 0 && p.blocks[main].kind == bulletin.Paragraph && (p.roles[i-1].Title() || p.roles[i-1].Shown())
}

// follow is the role of a line that goes on with the block above.
func (p *page) follow(i, main int) read.Role {
	r, ok := read.Follow(p.roles[i-1])
	if !ok {
		return read.Furniture
	}
	if r == read.BylineNext && main >= 0 && p.blocks[main].kind == bulletin.Paragraph {
		k := i - 1 // a lead that a line's end cut: the paragraph began above
		for k > 0 && p.roles[k] == read.BylineNext {
			p.roles[k] = read.ParaNext
			k--
		}
		p.roles[k] = read.Para
		return read.ParaNext
	}
	return r
}

// begin is the role of the first line of a block.
func (p *page) begin(i, main int, seen map[int]bool, cuts map[int]bool) read.Role {
	if main < 0 {
		return read.Furniture
	}
	b := p.blocks[main]
	switch b.kind {
	case bulletin.Paragraph:
		switch {
		case !b.stop && b.n <= longestRow:
			return read.Row
		case seen[main]:
			return read.Resumed
		}
		return read.Para
	case bulletin.Kicker:
		return read.Kicker
	case bulletin.Headline:
		return read.Headline
	case bulletin.Subheadline:
		return read.Sub
	case bulletin.Caption:
		return read.Caption
	case bulletin.Byline, bulletin.Dateline:
		for j := i + 1; j < len(p.pieces) && j < i+4; j++ { // the head of a paragraph that begins below
			if b, ok := cuts[p.lines.Lines[j-1].Row]; !ok || b {
				break
			}
			for _, x := range p.pieces[j] {
				if p.blocks[x.block].kind == bulletin.Paragraph {
					return read.Para
				}
			}
		}
		return read.Byline
	}
	return read.Furniture
}

// main is the block that most of a line is of, a lead or a credit in a paragraph left out; -1 for none.
func (p *page) main(i int) int {
	all := p.pieces[i]
	text := false
	for _, x := range all {
		text = text || p.blocks[x.block].kind == bulletin.Paragraph
	}
	best, most := -1, 0
	for _, x := range all {
		if k := p.blocks[x.block].kind; text && (k == bulletin.Dateline || k == bulletin.Byline) {
			continue
		}
		if x.n > most {
			best, most = x.block, x.n
		}
	}
	return best
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
