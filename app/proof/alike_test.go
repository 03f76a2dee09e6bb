package proof

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestShapes(t *testing.T) {
	for wrong, right := range map[rune]rune{'己': '已', '末': '未', '人': '入', '杜': '社', '拆': '折', '千': '干', '辨': '辩', '晴': '睛', '徽': '微', '竞': '竟'} {
		at := slices.Index(read().shapes[wrong], right)
		if at < 0 || at > 7 {
			t.Errorf("%c is not like %c", right, wrong)
		}
	}
}

func TestByPinyin(t *testing.T) {
	all := ByPinyin("Du ", nil, 0, nil)
	for _, want := range "渡度读独" {
		if !slices.Contains(all, Choice{want, Typed}) {
			t.Errorf("du has no %c", want)
		}
	}
	if first := ByPinyin("du", []rune("多口"), 0, nil)[0].Rune; first != '渡' {
		t.Errorf("before 口 the first du is %c", first)
	}
	if len(ByPinyin("zzz", nil, 0, nil)) != 0 || len(ByPinyin("", nil, 0, nil)) != 0 {
		t.Error("what is no syllable has characters")
	}
}

// TestUsualReadingsFirst: a syllable brings what is usually read so and is common, and surnames; what is seldom
// read so stands behind them.
func TestUsualReadingsFirst(t *testing.T) {
	for syllable, want := range map[string]string{"zheng": "正政证争征郑", "de": "的得德", "lv": "律绿率旅", "lü": "律绿", "zhang": "张长章", "shi": "是时十事"} {
		first, all := "", ByPinyin(syllable, nil, 0, nil)
		for _, c := range all[:min(9, len(all))] {
			first += string(c.Rune)
		}
		for _, r := range want {
			if !strings.ContainsRune(first, r) {
				t.Errorf("%s begins with %s, without %c", syllable, first, r)
			}
		}
	}
	all := ByPinyin("zheng", nil, 0, nil)
	for _, r := range "丁趟" { // read so in a word or two
		if at := slices.Index(all, Choice{r, Typed}); at < 9 { // not among those that have a digit
			t.Errorf("%c is number %d of zheng", r, at+1)
		}
	}
}

// TestNeighboursDecide: what the page has beside the same neighbours comes first.
func TestNeighboursDecide(t *testing.T) {
	seen := map[[2]rune]int{{'渡', '口'}: 9}
	if got := Choices([]rune("度口"), 0, seen); len(got) == 0 || got[0].Rune != '渡' {
		t.Errorf("%v", got[:min(3, len(got))])
	}
	if Choices(nil, 0, nil) != nil || Choices([]rune("渡"), 1, nil) != nil {
		t.Error("where nothing stands there are choices")
	}
}

// TestPlantedErrors says at which place the right character of the planted errors of the shared
// corpus stands, and holds what was reached.
func TestPlantedErrors(t *testing.T) {
	cases, _ := filepath.Glob("../../../shared/corpus/charfix/*/truth.json")
	if len(cases) == 0 {
		t.Skip("the shared corpus is not here")
	}
	all, first, nine, any := 0, 0, 0, 0
	for _, path := range cases {
		var truth struct {
			Errors []struct {
				Offset, Length int
				Text, Right    string
			}
		}
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &truth)
		}
		if err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(filepath.Join(filepath.Dir(path), "text.txt"))
		if err != nil {
			t.Fatal(err)
		}
		text := []rune(string(raw))
		seen := Pairs(text, nil)
		for _, e := range truth.Errors {
			wrong, right := []rune(e.Text), []rune(e.Right)
			if len(wrong) != len(right) {
				continue
			}
			for k := range wrong {
				if wrong[k] == right[k] {
					continue
				}
				all++
				at := slices.IndexFunc(Choices(text, e.Offset+k, seen), func(c Choice) bool { return c.Rune == right[k] })
				if at == 0 {
					first++
				}
				if at >= 0 && at < 9 {
					nine++
				}
				if at >= 0 {
					any++
				} else {
					t.Logf("no way from %c to %c", wrong[k], right[k])
				}
			}
		}
	}
	t.Logf("%d errors of one character for another: first %d, among nine %d (%.2f), on any page %d (%.2f)",
		all, first, nine, float64(nine)/float64(all), any, float64(any)/float64(all))
	if float64(nine) < 0.4*float64(all) || float64(any) < 0.75*float64(all) {
		t.Error("fewer than before")
	}
}

// TestSpells: letters spell characters by whole syllables, by initials, or by both; they begin anywhere.
func TestSpells(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		want        bool
	}{
		{"daochu", "导出稿件…", true}, {"dc", "导出稿件…", true}, {"dchu", "导出稿件…", true}, {"daoc", "导出稿件…", true},
		{"dcgj", "导出稿件…", true}, {"gaojian", "导出稿件…", true}, {"GJ", "导出稿件…", true}, {"dagj", "导出稿件…", false},
		{"cd", "导出稿件…", false}, {"chongzuo", "重做", true}, {"zhongzuo", "重做", true}, {"cx", "撤销", true},
		{"x", "导出稿件…", false}, {"", "导出稿件…", false}, {"lvse", "绿色", true}, {"dcb", "导出 备份", true},
	} {
		if got := Spells(c.typed, c.text); got != c.want {
			t.Errorf("Spells(%q, %q) is %v", c.typed, c.text, got)
		}
	}
}
