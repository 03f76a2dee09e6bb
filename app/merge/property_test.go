package merge_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"qingyang/app/bulletin"
	"qingyang/app/merge"
	"qingyang/app/revision"
)

// stories are the paragraphs of two articles, of which no five characters in a row stand twice.
var stories = [][]string{
	{"夜航首日灯满江", "昨天下午镇里的干部到社区慰问困难群众，要求做好冬季取暖。", "老船工说岸上的人越来越少，船上的人越来越多！", "大家都望着对岸，锣鼓响了三遍才散去。"},
	{"渡口夜校开了课", "夜校今晚在码头仓库上第一堂，来的多是撑船的汉子。", "先生教他们写自己的名字、药名和存折上的数目。", "仓库那盏灯一直亮到后半夜，谁也不肯先走。"},
}

// page is the stories, one block a paragraph, in two articles.
func page(t *rapid.T) *revision.Text {
	var lines []string
	for _, s := range stories {
		lines = append(lines, s...)
	}
	text := revision.New([]rune(strings.Join(lines, "\n")))
	var d revision.Draft
	at, article := 0, bulletin.None
	for _, s := range stories {
		for i, line := range s {
			at += len([]rune(line))
			brk := bulletin.ID{Index: int32(at)}
			kind := bulletin.Paragraph
			if i == 0 {
				kind, article = bulletin.Headline, brk
			}
			d.Mark(brk, kind, article)
			at++
		}
	}
	add(t, text, 0, d)
	return text
}

func add(t *rapid.T, text *revision.Text, person int64, ops []revision.Op) {
	t.Helper()
	if len(ops) == 0 {
		return
	}
	r := revision.Revision{N: text.N() + 1, Author: revision.Author{Person: person}, Ops: ops}
	if person == 0 {
		r.Author.Rule = "L3"
	}
	if _, err := text.Append(r); err != nil {
		t.Fatal(err)
	}
}

// shown is the text as a file has it, a line a block.
func shown(text *revision.Text) string {
	var lines []string
	o := text.Order()
	for b := range o.Blocks() {
		if r, _ := o.Block(b); len(r) > 0 {
			lines = append(lines, string(r))
		}
	}
	return strings.Join(lines, "\n")
}

// correct is one correction: some characters of a block become others, which stand nowhere else; two paragraphs are
// joined; or a paragraph is new.
func correct(t *rapid.T, text *revision.Text, person int64, fresh rune) {
	o := text.Order()
	b := rapid.IntRange(0, o.Blocks()-1).Draw(t, "block")
	end := bulletin.Place{Block: b, Off: o.Length(b)}
	switch h := o.Head(b); rapid.IntRange(0, 5).Draw(t, "kind") {
	case 4:
		if h.Kind == bulletin.Paragraph && b+1 < o.Blocks() && o.Head(b+1).Kind == bulletin.Paragraph && o.Length(b) > 0 && o.Length(b+1) > 0 {
			add(t, text, person, o.Replace(end, bulletin.Place{Block: b + 1}, ""))
			return
		}
	case 5:
		if h.Kind == bulletin.Paragraph && o.Length(b) > 0 {
			add(t, text, person, o.Replace(end, end, "\n"+string(fresh)+"笑了。"))
			return
		}
	}
	from := rapid.IntRange(0, o.Length(b)).Draw(t, "from")
	to := min(o.Length(b), from+rapid.IntRange(0, 2).Draw(t, "how many"))
	add(t, text, person, o.Replace(bulletin.Place{Block: b, Off: from}, bulletin.Place{Block: b, Off: to}, rapid.SampledFrom([]string{"", string(fresh), string(fresh) + "也"}).Draw(t, "by")))
}

// What was corrected outside, and nothing else, comes in where nobody worked on the page meanwhile: the page reads as the
// text does. Where somebody did, all that they typed stands; and one take-back brings back what was there.
func TestMergeProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := page(t)
		fresh := []rune("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")
		for range rapid.IntRange(0, 2).Draw(t, "before") {
			correct(t, text, 1, fresh[0])
			fresh = fresh[1:]
		}
		left := text.N()
		outside := text.Copy()
		for range rapid.IntRange(1, 4).Draw(t, "outside") {
			correct(t, outside, 2, fresh[0])
			fresh = fresh[1:]
		}
		later := rapid.IntRange(0, 3).Draw(t, "later")
		for range later {
			correct(t, text, 1, fresh[0])
			fresh = fresh[1:]
		}
		was := shown(text)
		f, err := merge.CorrectedSince(t.Context(), text, text.Order(), []rune(shown(outside)), left)
		if err != nil {
			t.Fatal(err)
		}
		chosen := f.Sure()
		if later == 0 {
			chosen = f.Places
		}
		mine := living(text, left)
		ops, n := merge.Ops(text, text.Order(), chosen)
		if n != len(chosen) {
			t.Fatalf("%d of %d places were found again: %+v", n, len(chosen), chosen)
		}
		add(t, text, 2, ops)
		if later == 0 && len(f.Apart)+len(f.Beside) == 0 && shown(text) != shown(outside) {
			t.Fatalf("it reads\n%s\nnot\n%s\n%+v", shown(text), shown(outside), f.Places)
		}
		for _, id := range mine {
			if _, live := text.Order().PlaceOf(id); !live {
				t.Fatalf("what was typed here later is gone: %v of\n%s\n%+v", id, was, chosen)
			}
		}
		if len(ops) > 0 {
			add(t, text, 1, text.TakeBack(text.All(text.N())...))
		}
		if shown(text) != was {
			t.Fatalf("taken back it reads\n%s\nnot\n%s", shown(text), was)
		}
	})
}

// living are the characters that revisions behind one typed and that live.
func living(text *revision.Text, behind int) (all []bulletin.ID) {
	o := text.Order()
	for b := range o.Blocks() {
		for _, s := range o.Spans(b) {
			for k := range s.Len() {
				if int(s.Origin) > behind {
					all = append(all, s.At(k))
				}
			}
		}
	}
	return all
}

// Whatever another machine read, and whatever people did on the page: what they typed stands, each place is found again,
// and one take-back brings back what was there.
func TestReadingProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := page(t)
		other := text.Copy()
		fresh := []rune("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳")
		for range rapid.IntRange(1, 5).Draw(t, "read otherwise") {
			correct(t, other, 2, fresh[0])
			fresh = fresh[1:]
		}
		draft := text.N()
		for range rapid.IntRange(0, 6).Draw(t, "work") {
			correct(t, text, 1, fresh[0])
			fresh = fresh[1:]
		}
		was, mine := shown(text), living(text, draft)
		f, err := merge.Reading(t.Context(), text, text.Order(), []rune(shown(other)))
		if err != nil {
			t.Fatal(err)
		}
		ops, n := merge.Ops(text, text.Order(), f.Sure())
		if n != len(f.Sure()) {
			t.Fatalf("%d of %d places were found again", n, len(f.Sure()))
		}
		add(t, text, 1, ops)
		for _, id := range mine {
			if _, live := text.Order().PlaceOf(id); !live {
				t.Fatalf("what was typed here is gone: %v of\n%s\n%+v", id, was, f.Places)
			}
		}
		if len(ops) > 0 {
			add(t, text, 1, text.TakeBack(text.All(text.N())...))
		}
		if shown(text) != was {
			t.Fatalf("taken back it reads\n%s\nnot\n%s", shown(text), was)
		}
	})
}
