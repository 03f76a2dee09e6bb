package proof_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
	"qingyang/app/proof/learned"
	"qingyang/app/proof/register"
)

// blocksOf makes an article of texts: a headline, then paragraphs.
func blocksOf(texts ...string) (all []bulletin.Block) {
	at := int32(0)
	var article bulletin.ID
	for i, text := range texts {
		n := int32(len([]rune(text)))
		b := bulletin.Block{Text: text, Kind: bulletin.Paragraph, Spans: []bulletin.Span{{From: at, To: at + n}}, Break: bulletin.ID{Index: at + n}}
		if i == 0 {
			b.Kind, article = bulletin.Headline, b.Break
		}
		b.Article = article
		all = append(all, b)
		at += n + 1
	}
	return all
}

// found writes what the checks find on a page that a house's wishes hold for, but for joins and the like.
func found(h *proof.House, texts ...string) (all []string) {
	for _, f := range proof.Findings(proof.Page{Blocks: blocksOf(texts...), Account: &bulletin.Account{}, Decided: func(bulletin.ID) bool { return false }, House: h}) {
		all = append(all, fmt.Sprintf("%s %s %s→%s", f.Check, f.Rule, f.Old, f.New))
	}
	return all
}

// A wrong character is found; where the register has the word, or an editor let it stand, or the correction was
// rejected too often, it is not.
func TestHouseShields(t *testing.T) {
	texts := []string{"渡口的灯", "台上响起一阵热列欢呼。"}
	hits := func(h *proof.House) int {
		n := 0
		for _, s := range found(h, texts...) {
			if strings.HasPrefix(s, "wrong C2 列→烈") {
				n++
			}
		}
		return n
	}
	if hits(nil) != 1 || hits(&proof.House{}) != 1 {
		t.Fatalf("the wrong character is not found: %q", found(nil, texts...))
	}
	for name, h := range map[string]*proof.House{
		"in the register": {Register: register.New([]register.Entry{{Kind: register.Name, Text: "热列"}}, "", nil)},
		"let stand":       {Right: []string{"热列"}},
		"rejected":        {Rejected: map[string]bool{"列→烈": true}},
		"in its word":     {Rejected: map[string]bool{"热列→热烈": true}},
		"switched off":    {Off: map[string]bool{proof.Wrong: true}},
	} {
		if n := hits(h); n != 0 {
			t.Errorf("%s: found %d times", name, n)
		}
	}
}

// What registers and editors taught is found, under checks of their own, and again when the page is looked at again
// with another register.
func TestHouseTeaches(t *testing.T) {
	texts := []string{"渡口的灯", "县长祝守珍说，灯塔里的潮夕表要换。"}
	h := &proof.House{
		Register: register.New([]register.Entry{{Kind: register.Name, Text: "祝守真", Title: "县长"}}, "2024-11-08", proof.Alike),
		Learned:  learned.New([]learned.Pair{{Before: "潮夕", After: "潮汐", Own: true}}),
	}
	all := found(h, texts...)
	for _, want := range []string{"register C5 祝守珍→祝守真", "taught X1 潮夕→潮汐"} {
		if !slices.Contains(all, want) {
			t.Errorf("%q is not among %q", want, all)
		}
	}
	page := proof.Page{Blocks: blocksOf(texts...), Account: &bulletin.Account{}, Decided: func(bulletin.ID) bool { return false }, Memory: &proof.Memory{}}
	for _, c := range []struct {
		h    *proof.House
		want int
	}{{h, 1}, {nil, 0}, {&proof.House{}, 0}, {h, 1}} {
		page.House = c.h
		n := 0
		for _, f := range proof.Findings(page) {
			if f.Check == proof.Register {
				n++
			}
		}
		if n != c.want {
			t.Errorf("with %v the registers find %d, want %d", c.h, n, c.want)
		}
	}
}
