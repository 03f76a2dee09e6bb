package proof

import (
	"fmt"
	"slices"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/source"
)

// pageOf makes a page of blocks whose characters are raw ones, each block's break behind them.
func pageOf(blocks ...bulletin.Block) Page {
	at := int32(0)
	for i := range blocks {
		b := &blocks[i]
		n := int32(len([]rune(b.Text)))
		if n > 0 {
			b.Spans = []bulletin.Span{{From: at, To: at + n}}
		}
		b.Break = bulletin.ID{Index: at + n}
		at += n + 1
	}
	return Page{Blocks: blocks, Account: &bulletin.Account{}, Decided: func(bulletin.ID) bool { return false }}
}

func TestFindings(t *testing.T) {
	story := bulletin.ID{Index: 99}
	head := bulletin.Block{Kind: bulletin.Headline, Article: story, Text: "夜航首日"}
	body := bulletin.Block{Kind: bulletin.Paragraph, Article: story, Text: "渡口的灯亮了。"}
	doubtful := bulletin.Block{Kind: bulletin.Paragraph, Article: story, Text: "来了三、四位乘客。"}
	in := func(b bulletin.Block, k bulletin.Kind) bulletin.Block { b.Kind = k; return b }
	traditional := bulletin.Block{Kind: bulletin.Paragraph, Article: story, Text: "青雲樓記，寫的是舊縣城裏的一座木樓。"}
	loose := func(b bulletin.Block) bulletin.Block { b.Article = bulletin.None; return b }
	junction := func(at int32, uncertain bool) *bulletin.Account {
		return &bulletin.Account{Junctions: []bulletin.Junction{{At: bulletin.ID{Index: at}, Uncertain: uncertain, Cues: []bulletin.Cue{{Code: "stop", Weight: 1}}}}}
	}
	for _, c := range []struct {
		name string
		page Page
		with func(*Page)
		want []string
	}{
		{"nothing", pageOf(head, body), nil, nil},
		{"a block in the tray", pageOf(loose(head), head, body), nil, []string{"tray 0.0"}},
		{"an empty block in the tray", pageOf(head, body, bulletin.Block{Kind: bulletin.Paragraph, Article: bulletin.None}), nil, []string{"tray 0.13"}},
		{"trap: furniture is not in the tray", pageOf(head, body, in(loose(head), bulletin.Furniture)), nil, nil},
		{"a rule's suggestion", pageOf(head, doubtful), nil, []string{"P13 、 0.8 "}},
		{"trap: furniture and credits are left alone", pageOf(head, body, in(doubtful, bulletin.Furniture), in(doubtful, bulletin.Byline)), nil, nil},
		{"a traditional character", pageOf(head, in(body, bulletin.Paragraph), bulletin.Block{Kind: bulletin.Paragraph, Article: story, Text: "三天後，渡口的灯又亮了一夜。"}), nil, []string{"C6 後 0.15 后"}},
		{"trap: traditional text", pageOf(bulletin.Block{Kind: bulletin.Headline, Article: story, Text: "青雲樓記。"}, traditional), nil, nil},
		{"a story without a headline, once", pageOf(body, body), nil, []string{"headless 0.0"}},
		{"trap: a kicker is a title", pageOf(in(head, bulletin.Kicker), body), nil, nil},
		{"trap: what lies in the tray has no headline", pageOf(head, body, loose(body)), nil, []string{"tray 0.13"}},
		{"a break that may be wrong", pageOf(head, body), func(p *Page) { p.Account = junction(4, true) }, []string{"junction 0.4"}},
		{"a join that may be wrong", pageOf(head, body), func(p *Page) { p.Account = junction(77, true) }, []string{"junction 0.77 joined"}},
		{"trap: a certain junction", pageOf(head, body), func(p *Page) { p.Account = junction(4, false) }, nil},
		{"trap: a decided junction", pageOf(head, body), func(p *Page) {
			p.Account = junction(4, true)
			p.Decided = func(brk bulletin.ID) bool { return brk.Index == 4 }
		}, nil},
		{"damage", pageOf(head, body), func(p *Page) {
			p.Damage = []source.Damage{{At: 2, Kind: source.BadBytes}, {At: 3, Kind: source.Private}}
		}, []string{"character 0.3", "damage 0.2"}},
		{"trap: damage that was deleted", pageOf(head, body), func(p *Page) { p.Damage = []source.Damage{{At: 55, Kind: source.BadBytes}} }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.with != nil {
				c.with(&c.page)
			}
			var got []string
			for _, f := range Findings(c.page) {
				s := fmt.Sprintf("%s %d.%d", f.What(), f.At.Origin, f.At.Index)
				if f.Rule != "" {
					s += " " + f.New
				}
				if f.Join {
					s += " joined"
				}
				if f.Check == Junction && len(f.Cues) != 1 {
					t.Error("the reasons are missing")
				}
				got = append(got, s)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Every check has a name of its own, which libraries keep.
func TestChecksHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range Checks {
		if c.ID == "" || seen[c.ID] || c.Find == nil {
			t.Errorf("%+v", c)
		}
		seen[c.ID] = true
	}
}
