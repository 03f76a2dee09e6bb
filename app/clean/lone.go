package clean

import (
	"slices"

	"qingyang/app/bulletin"
	"qingyang/app/lexicon"
	"qingyang/app/script"
)

// lone makes captions of stories that are one short sentence, without a title, a lead or a credit:
// "渔船满载归港。" between empty lines stands under a picture that the text lost. It goes to the story
// that it stands in or behind, unless words say otherwise.
//
// The same holds for one that shows a scene at a story's edge (scene).
func (s *stories) lone() {
	var found []int
	for n, t := range s.tales {
		found = s.edge(found, t)
		if len(t.titles) > 0 || len(t.body) != 1 || t.credit || t.leads || t.rows {
			continue
		}
		i := t.body[0]
		b := s.blocks[i]
		if !b.role.para() || len(b.runs) != 1 || len(b.text) > 24 || b.text[len(b.text)-1] != '。' || marksIn(b.text, "，“：；") > 0 {
			continue
		}
		home := s.around(i, n)
		if home < 0 {
			continue
		}
		t.body = nil
		b.kind, b.role, b.tale, b.parts = bulletin.Caption, caption, home, nil
		found = append(found, i)
	}
	if found == nil {
		return
	}
	texts := make([][]rune, len(found))
	for k, i := range found {
		texts[k] = s.blocks[i].text
	}
	like := liken(texts, s) // anew: they were text of a story until now
	for _, i := range found {
		s.caption(i, like)
	}
}

// around is the story of the nearest text above block i, else below, that is not story n; -1 if there
// is none.
func (s *stories) around(i, n int) int {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(s.blocks); k += step {
			if b := s.blocks[k]; b.role.para() && b.tale >= 0 && b.tale != n {
				return b.tale
			}
		}
	}
	return -1
}

// edge makes captions of the first and the last block of a story where they show a scene, and appends
// them to found.
func (s *stories) edge(found []int, t *tale) []int {
	if len(t.body) < 3 || t.rows || s.page.latin {
		return found
	}
	for _, k := range []int{len(t.body) - 1, 0} {
		i := t.body[k]
		b := s.blocks[i]
		alone := (b.gap > 0 || i > 0 && s.blocks[i-1].tale != b.tale) && (i+1 == len(s.blocks) || s.blocks[i+1].gap > 0)
		if !b.role.para() || len(b.runs) != 1 || !alone || len(b.parts) > 1 || !scene(b.text) {
			continue
		}
		t.body = slices.Delete(t.body, k, k+1)
		b.kind, b.role, b.parts = bulletin.Caption, caption, nil
		found = append(found, i)
	}
	return found
}

// scene says whether a text is one short sentence that shows who does what where, as the words under a
// picture do: 工人正在铺设管道。 A report's last sentence (…正在调查中。) does not.
func scene(r []rune) bool {
	n := len(r)
	if n < 8 || n > 24 || r[n-1] != '。' || r[n-2] == '中' || marksIn(r[:n-1], "，。、：；“！？") > 0 {
		return false
	}
	at := script.Find(r, 1, "在")
	return at > 0 && at < 10 && at < n-4 && !script.HasAt(r, at, "在于") && !opensSaying.In(r)
}

// opensSaying are words of a story's own voice, not of a picture's.
var opensSaying = lexicon.NewVocabulary("我", "你", "他说", "她说", "记者", "目前", "已经", "将", "至今")
