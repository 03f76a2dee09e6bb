package session_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/desk"
)

// BenchmarkOwner measures what the window's goroutine pays on pages of 3,000 and of 1,000,000 characters: a key, a
// snapshot after a key, and a key that begins a burst after a snapshot; and beside it, what a survey on
// that snapshot costs another goroutine.
func BenchmarkOwner(b *testing.B) {
	for _, size := range []int{3_000, 1_000_000} {
		var page strings.Builder
		for i := 0; page.Len() < 3*size; i++ {
			fmt.Fprintf(&page, "夜航第%d日\n\n渡口的灯亮了，船才敢靠岸。老船工把缆绳解开，船就离了\n岸，岸上的人越来越小，灯也越来越小，第%d次回头时只剩水声。\n\n", i, i)
		}
		d, err := desk.Open(b.Context(), filepath.Join(b.TempDir(), "a.qingyang"), desk.Options{Name: "沈校"})
		if err != nil {
			b.Fatal(err)
		}
		done, bad, err := d.Import(b.Context(), []desk.File{{Name: "a.txt", Bytes: []byte(page.String())}}, desk.Importing{}, nil)
		if err != nil || len(bad) > 0 {
			b.Fatal(bad, err)
		}
		s, err := d.OpenPage(b.Context(), done[0].Leaf.ID)
		if err != nil {
			b.Fatal(err)
		}
		key := func(b *testing.B) {
			at := bulletin.Place{Block: s.Order().Blocks() / 2, Off: 1}
			if _, _, err := s.Replace(at, at, "字"); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprintf("key/runes=%d", size), func(b *testing.B) {
			for b.Loop() {
				key(b)
			}
		})
		b.Run(fmt.Sprintf("key+snapshot/runes=%d", size), func(b *testing.B) {
			for b.Loop() {
				key(b)
				s.Snapshot()
			}
		})
		b.Run(fmt.Sprintf("survey/runes=%d", size), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				key(b)
				p := s.Snapshot()
				b.StartTimer()
				if _, err := p.Corrections(b.Context()); err != nil {
					b.Fatal(err)
				}
				if _, err := p.Doubts(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
		if err := s.Close(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
