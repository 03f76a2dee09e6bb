package desk_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/desk"
)

// tinyPages are n pages of a few lines, of n/8 issues.
func tinyPages(n int) []desk.File {
	files := make([]desk.File, n)
	for i := range files {
		day := i / 8
		text := fmt.Sprintf("柳湾报\n%d年%d月%d日 星期五 第%d版\n\n渡口第%d班船开航\n\n本报讯 昨天，%s第%d位乘客上船。\n记者 沈小禾\n",
			1980+day/336, day/28%12+1, day%28+1, i%8+1, i, strings.Repeat("渡口人来人往，", 1+i%5), i)
		files[i] = desk.File{Name: fmt.Sprintf("%05d.txt", i), Bytes: []byte(text)}
	}
	return files
}

// BenchmarkOpenLibrary opens a library, lists its issues and opens a page, in libraries of 10 and of
// 10,000 pages.
func BenchmarkOpenLibrary(b *testing.B) {
	for _, pages := range []int{10, 10_000} {
		path := filepath.Join(b.TempDir(), fmt.Sprint(pages, ".qingyang"))
		d, err := desk.Open(b.Context(), path, desk.Options{Name: "沈校"})
		if err != nil {
			b.Fatal(err)
		}
		done, bad, err := d.Import(b.Context(), tinyPages(pages), desk.Importing{}, nil)
		if err != nil || len(bad) > 0 || len(done) != pages {
			b.Fatal(len(done), bad, err)
		}
		last := done[len(done)-1].Leaf
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("pages=%d", pages), func(b *testing.B) {
			for b.Loop() {
				d, err := desk.Open(b.Context(), path, desk.Options{Name: "沈校"})
				if err != nil {
					b.Fatal(err)
				}
				pubs, err := d.Publications(b.Context())
				if err != nil {
					b.Fatal(err)
				}
				issues, err := d.Issues(b.Context(), pubs[0].ID)
				if err != nil || len(issues) != (pages+7)/8 {
					b.Fatal(len(issues), err)
				}
				s, err := d.OpenPage(b.Context(), last.ID)
				if err != nil {
					b.Fatal(err)
				}
				if err := s.Close(b.Context()); err != nil {
					b.Fatal(err)
				}
				if err := d.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("search/pages=%d", pages), func(b *testing.B) {
			d, err := desk.Open(b.Context(), path, desk.Options{Name: "沈校"})
			if err != nil {
				b.Fatal(err)
			}
			defer d.Close()
			for b.Loop() {
				if hits, err := d.Search(b.Context(), "第7位乘客", 50); err != nil || len(hits) == 0 {
					b.Fatal(hits, err)
				}
			}
		})
	}
}
