package proof_test

import (
	"reflect"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/proof"
)

// TestMemory: with a memory a page is found as it would be without, however it changed in between, and texts
// that come back are found again.
func TestMemory(t *testing.T) {
	var m proof.Memory
	block := func(text string, origin int32) bulletin.Block {
		return bulletin.Block{
			Kind: bulletin.Paragraph, Article: bulletin.ID{Index: 1}, Text: text, Break: bulletin.ID{Origin: origin, Index: 100},
			Spans: []bulletin.Span{{Origin: origin, From: 0, To: int32(len([]rune(text)))}},
		}
	}
	a, b, c := "渡口来了三、四位乘客。", "渡口人来人往。", "气温5-10℃，来了三、四位乘客。"
	for i, page := range [][]string{{a, b}, {a, b}, {a, c, b}, {c, b}, {c, a, a}, {}, {a}} {
		var blocks []bulletin.Block
		for k, text := range page {
			blocks = append(blocks, block(text, int32(k)))
		}
		want := proof.Findings(proof.Page{Blocks: blocks, Account: &bulletin.Account{}, Decided: func(bulletin.ID) bool { return false }})
		got := proof.Findings(proof.Page{Blocks: blocks, Account: &bulletin.Account{}, Decided: func(bulletin.ID) bool { return false }, Memory: &m})
		if !reflect.DeepEqual(got, want) {
			t.Errorf("look %d: %v, want %v", i, got, want)
		}
		if i == 0 && len(want) < 2 {
			t.Fatalf("found: %v", want)
		}
	}
}
