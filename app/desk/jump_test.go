package desk

import (
	"path/filepath"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/folder"
)

// TestStoriesOverTwoPages exports the sample: the story of page 1 that goes on on page 4 is one, its
// cut sentence whole, and page 4 has it no more.
func TestStoriesOverTwoPages(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	done, err := d.ImportSample(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	whole, _, _, err := d.whole(t.Context(), done[0].Leaf.Issue)
	if err != nil {
		t.Fatal(err)
	}
	stories := func(number int, words string) (n int, text string) {
		for _, l := range whole.Leaves {
			if l.Number != number {
				continue
			}
			for _, a := range l.Page.Articles {
				if all := strings.Join(a.Texts(bulletin.Paragraph), "\n"); strings.Contains(all, words) {
					n++
					text = all
				}
			}
		}
		return n, text
	}
	n, text := stories(1, "渡船在雾里摸了11分钟才靠岸") // 渡船在雾 ends page 1
	if n != 1 || !strings.Contains(text, "邱长水跳上岸") {
		t.Errorf("%d stories of the ferry on page 1 go on:\n%s", n, text)
	}
	if n, text := stories(4, "邱长水跳上岸"); n != 0 {
		t.Errorf("page 4 still has the rest:\n%s", text)
	}
}

// TestHalfAJumpIsLeft: where the other end is missing a story stays as it is.
func TestHalfAJumpIsLeft(t *testing.T) {
	d := openLibrary(t, filepath.Join(t.TempDir(), "p.qingyang"))
	raw := "夜航首日\n\n　　渡口昨晚来了三百位乘客，\n都说值得。老船工把缆绳解开，船\n就离了岸。岸上有人敲锣，有人放\n灯，灯顺着水走了很远。\n　　船到江心的时候起了雾，船工\n摇着铃往前走，两岸的人都来看\n（下转第二版）\n"
	done, bad, err := d.Import(t.Context(), []File{{Name: "a.txt", Bytes: []byte(raw), Place: folder.Place{Page: 1}}}, Importing{}, nil)
	if err != nil || len(bad) > 0 {
		t.Fatal(bad, err)
	}
	whole, _, _, err := d.whole(t.Context(), done[0].Leaf.Issue)
	if err != nil || len(whole.Leaves) != 1 || len(whole.Leaves[0].Page.Articles) != 1 {
		t.Errorf("%+v %v", whole, err)
	}
}
