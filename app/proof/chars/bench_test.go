package chars

import (
	"strings"
	"testing"
)

// page4000 is a page of 4,000 characters in twenty blocks, with some of them wrong.
func page4000() (all []Block) {
	text := []rune(strings.Repeat("昨天下午，镇里的干部到杜区慰问困难群众，要求做好冬季取暖工作，确保大家温暖过冬。老船工说，渡轮装上了新的发动几，跑得更快了，旅客坐在船舱里看两岸的芦苇，一个小时就能到对岸。", 50))
	for i := 0; i < 4000; i += 200 {
		all = append(all, Block{Text: append([]rune{'第', rune('一' + i)}, text[i/7:i/7+198]...)})
	}
	return all
}

func BenchmarkLoad(b *testing.B) {
	sub := dataDir()
	for b.Loop() {
		if _, err := Open(sub); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage looks at a page for the first time.
func BenchmarkPage(b *testing.B) {
	f := Load()
	blocks := page4000()
	for b.Loop() {
		f.mu.Lock()
		f.past = memory{}
		f.mu.Unlock()
		f.Find(blocks, Usual)
	}
}

// BenchmarkEdit looks at it again after an edit of one block.
func BenchmarkEdit(b *testing.B) {
	f := Load()
	blocks := page4000()
	f.Find(blocks, Usual)
	text := blocks[7].Text
	for i := 0; b.Loop(); i++ {
		blocks[7].Text = append(text[:len(text):len(text)], rune('一'+i%20000))
		f.Find(blocks, Usual)
	}
}
