package clean

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"qingyang/app/bulletin"
	"qingyang/app/revision"
)

// Two stacks over two columns, read line by line; a page of two stories of which the second has none.
const braided = `青岭县试点山羊寄养
盐湖剧团把
三百户牧民当“股东”
新戏送到村口

本报讯（记者 何苇）3月4日，青岭县的牧民陶大勇把十二只山羊送进了合作社的羊圈，这是他今年寄养
的第三批。合作社替他放牧，年底按头分红，牧民自己腾出手来种饲草。

县畜牧站的兽医每周上门，山羊打了耳标，牧民在手机上就能看见。到2月底，三百户牧民入了股，都成
了合作社的股东。

本报讯（记者 林小满）3月3日晚，盐湖剧团的大篷车开到了乌兰村口，新戏《盐花》在打谷场上首演，
台下坐了六百多人，连树上都爬满了孩子。

剧团团长屈兰说，今年要走七十个村，每到一个村口，就把当地的故事编进戏里。老乡们听见自己的名字，
笑得直拍大腿。
`

func TestUnbraid(t *testing.T) {
	page, r := drafted(t, braided, Profile{})
	want := []string{"青岭县试点山羊寄养三百户牧民当“股东”", "盐湖剧团把新戏送到村口"}
	if len(page.Articles) != len(want) {
		t.Fatalf("%d articles", len(page.Articles))
	}
	for i, a := range page.Articles {
		if got := a.Of(bulletin.Kicker) + a.Of(bulletin.Headline) + a.Of(bulletin.Subheadline); got != want[i] {
			t.Errorf("story %d: %q, want %q", i, got, want[i])
		}
	}
	if got := page.Articles[1].Of(bulletin.Headline); got != "盐湖剧团把新戏送到村口" { // one title, though another's line cuts it
		t.Errorf("headline %q", got)
	}
	doubtful := 0
	for _, j := range r.Junctions {
		if j.Below < 4 && j.Uncertain {
			doubtful++
		}
	}
	if doubtful != 3 {
		t.Errorf("%d junctions of the titles are marked doubtful, want 3", doubtful)
	}
	accounted(t, braided)
}

// Lines in any order lose no character, whichever rules are off.
func TestShuffledPagesAreAccountedFor(t *testing.T) {
	for seed := uint64(1); seed <= 150; seed++ {
		rnd := rand.New(rand.NewPCG(seed, 7))
		ls := strings.Split(compose(seed).raw, "\n")
		for range 1 + rnd.IntN(20) {
			i := rnd.IntN(len(ls))
			j := min(len(ls)-1, i+rnd.IntN(8))
			ls[i], ls[j] = ls[j], ls[i]
		}
		text := strings.Join(ls, "\n")
		off := map[string]bool{}
		for range rnd.IntN(4) {
			off[layoutRules[rnd.IntN(len(layoutRules))]] = true
		}
		if _, err := revision.Load([]rune(text), Draft(plain(text), Profile{Off: off}).Revisions); err != nil {
			t.Fatal(fmt.Errorf("seed %d without %v: %w", seed, off, err))
		}
		accounted(t, text)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
