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
	"qingyang/app/script"
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
	read.Labelled
	article int // -1 for furniture
}

// page is a page to fit on: its lines, what they are, and whose.
type page struct {
	dir    string
	half   int // of the pages, which this one is of
	raw    source.Raw
	lines  *layout.Page
	blocks []block
	pieces [][]read.Piece // by line, in order
	roles  []read.Role    // by line: what it is
	breaks []int8         // by line: 1 where a block ends above it, 0 where it goes on, -1 unknown
	spaces []int8         // by line: 1 where it goes on with a space, 0 without one, -1 unknown
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

// short places lines that are too short to be told from others by their characters, a name under a title: such a line is
// all of a block that stands nowhere yet, of the story whose text follows, if there is one.
func (p *page) short(where, of, starts []int, text []rune) {
	free := make([]bool, len(p.blocks))
	for k := range free {
		free[k] = true
	}
	for _, j := range where {
		if j >= 0 {
			free[of[j]] = false
		}
	}
	placed := func(from, to int) int {
		return slices.IndexFunc(where[from:to], func(j int) bool { return j >= 0 })
	}
	for i := range p.lines.Lines {
		l := &p.lines.Lines[i]
		if placed(l.From, l.To) >= 0 {
			continue
		}
		c, at, _ := compact(l.Text)
		for len(c) > 0 && !script.IsHan(c[0]) && !script.IsLatin(c[0]) {
			c, at = c[1:], at[1:] // an ornament
		}
		if len(c) == 0 {
			continue
		}
		near := -2 // the article around
		if i+1 < len(p.lines.Lines) {
			m := &p.lines.Lines[i+1]
			if k := placed(m.From, m.To); k >= 0 {
				near = p.blocks[of[where[m.From+k]]].article
			}
		}
		best := -1
		for k, b := range p.blocks {
			if free[k] && b.N == len(c) && slices.Equal(text[starts[k]:starts[k]+b.N], c) && (best < 0 || b.article == near && p.blocks[best].article != near) {
				best = k
			}
		}
		if best < 0 {
			continue
		}
		free[best] = false
		for k, a := range at {
			where[l.From+a] = starts[best] + k
		}
	}
}

// label says what each line is. cuts says of some rows whether a block ends with them.
func (p *page) label(cuts map[int]bool) {
	blocks := make([]read.Labelled, len(p.blocks))
	for k, b := range p.blocks {
		blocks[k] = b.Labelled
	}
	p.roles, p.breaks = read.LabelLines(p.lines, p.pieces, blocks, cuts)
}

// align finds which block each character of the raw text is of.
func (p *page) align(t truth) {
	var text []rune
	var of, at []int // by character of the truth: its block, and its place there
	var starts []int // by block: where it begins
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
		starts = append(starts, len(text))
		text = append(text, c...)
		p.blocks = append(p.blocks, block{read.Labelled{Kind: kind, N: len(c), Stop: strings.ContainsRune(".!?…", c[e-1])}, article})
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
	p.short(where, of, starts, text)
	for i := range p.lines.Lines {
		l := &p.lines.Lines[i]
		var all []read.Piece
		for k := l.From; k < l.To; k++ {
			if j := where[k]; j >= 0 {
				if n := len(all); n > 0 && all[n-1].Block == of[j] {
					all[n-1].N++
				} else {
					all = append(all, read.Piece{Block: of[j], N: 1, From: at[j]})
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
func steady(all []read.Piece) []read.Piece {
	var out []read.Piece
	for k, x := range all {
		if x.N == 1 && len(all) > 2 && k > 0 && k+1 < len(all) && all[k-1].Block == all[k+1].Block {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Block == x.Block {
			out[n-1].N += x.N
			continue
		}
		out = append(out, x)
	}
	return out
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
