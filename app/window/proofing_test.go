package window

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"qingyang/app/desk"
	"qingyang/app/session"
)

// marked is a page on which twenty errors are marked: 〔wrong|right〕. They were written down before anybody looked at
// which of them are found.
const marked = `渡口夜航添新班

本报讯　昨天傍晚，南岸码头的灯〔己|已〕经亮起，三百多名旅客在〔侯|候〕船室里排队检票。镇里上月〔拔|拨〕款更换了渡轮的发动机，又请技术员〔按|安〕装了雾灯，夜航由两班增加到五班。

“以前下了晚班，要绕三十里路才能回家，现在过江只要十五分钟。”在对岸工厂上班的居民说，家里老人听说夜航开通，〔迫不急待|迫不及待〕地赶来坐头班船。

为了夜里的安全，船上每一件救生衣都重新编了号，船员上岗必须〔穿带|穿戴〕整齐。老轮机长把机舱里的〔机戒|机械〕检查了一遍又一遍，他说干这一行，精神一刻也不能〔松驰|松弛〕，〔既使|即使〕是风平浪静的夜晚，也要瞪大眼睛〔辩|辨〕认航标。

码头的变化不止这一处。候船室里装了热水器，墙上贴着末班车的时刻，最晚一班公交二十三点〔3O|30〕分从渡口发车。每天来等车的有〔三、四|三四〕十人，大多是附近商场的店员。

镇里已经〔部暑|部署〕冬季的航道疏浚，沙洲上的芦苇也要在封江之前割完。农户们把〔农做物|农作物〕从对岸运来，秋收的稻谷和红薯堆满了货舱。货运的收入单独立了〔帐户|账户〕，每个季度公布一次。

站在船头望去，两岸的灯火一片〔安祥|安详〕。年轻人说，他们的〔末来|未来〕就在江的两边。下个月，镇里还要举办一场划船〔竟赛|竞赛〕，冠军可以免费坐一年的船，报名的队伍已经排到了〔杜|社〕区门口，居民们〔其待|期待〕着开桨的那一天。
`

var mark = regexp.MustCompile(`〔([^|]*)\|([^〕]*)〕`)

// TestProofingByKeys: a page with twenty errors is proofed with the keyboard alone. How many keys an error took is
// printed, and in the end every one of them is right and nothing else is changed.
func TestProofingByKeys(t *testing.T) {
	wrong, right := mark.ReplaceAllString(marked, "$1"), mark.ReplaceAllString(marked, "$2")
	if n := len(mark.FindAllString(marked, -1)); n != 20 {
		t.Fatalf("%d errors", n)
	}
	if keys := proofed(t, wrong, right, 20); 10*keys > 22*20 {
		t.Errorf("%d keys are too many", keys)
	}
}

// TestProofingSeedByKeys is the same on a real page, with twenty of the errors of other texts planted where the right
// character stands.
func TestProofingSeedByKeys(t *testing.T) {
	corpus := filepath.Join("..", "..", "..", "shared", "corpus")
	raw, err := os.ReadFile(filepath.Join(corpus, "seed", "raw.txt"))
	cases, _ := filepath.Glob(filepath.Join(corpus, "charfix", "*", "truth.json"))
	if err != nil || len(cases) == 0 {
		t.Skip("the shared corpus is not here")
	}
	right := []rune(string(raw))
	wrong := slices.Clone(right)
	d := rand.New(rand.NewPCG(20, 1))
	var planted []int
	for _, path := range cases {
		var truth struct {
			Errors []struct {
				Offset, Length int
				Right          string
			}
		}
		b, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(b, &truth)
		}
		text, err2 := os.ReadFile(filepath.Join(filepath.Dir(path), "text.txt"))
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		for _, e := range truth.Errors {
			was, is := []rune(e.Right), []rune(string(text))[e.Offset]
			if e.Length != 1 || len(was) != 1 || !unicode.Is(unicode.Han, is) {
				continue
			}
			var at []int
			for i, r := range right {
				near := func(k int) bool { return max(k-i, i-k) < 25 }
				if i > 400 && r == was[0] && i+1 < len(right) && unicode.Is(unicode.Han, right[i-1]) && unicode.Is(unicode.Han, right[i+1]) && !slices.ContainsFunc(planted, near) {
					at = append(at, i)
				}
			}
			if len(at) > 0 && len(planted) < 20 {
				i := at[d.IntN(len(at))]
				wrong[i], planted = is, append(planted, i)
			}
		}
	}
	if len(planted) != 20 {
		t.Fatalf("%d errors are planted", len(planted))
	}
	if keys := proofed(t, string(wrong), string(right), 20); keys > 50 {
		t.Errorf("%d keys are too many", keys)
	}
}

// proofed proofs a page and says how many keys it took: in the list of findings each is settled by one key; what no
// check found is looked for by its wrong word and written anew.
func proofed(t *testing.T, wrong, right string, n int) (keys int) {
	t.Helper()
	clean := func(text string) string { return strings.NewReplacer("\n", "", "　", "", " ", "").Replace(text) }
	s := newStage(t)
	s.page(right)
	want := clean(s.text())
	s.importFiles([]desk.File{{Name: "b.txt", Bytes: []byte(wrong)}}, desk.Importing{}, s.fail)
	s.await("page")
	s.settle()
	press := func(names ...fyne.KeyName) { keys += len(names); s.press(names...) }
	write := func(text string) { keys += len([]rune(text)); s.write(text) }
	command := func(id string) { keys++; s.do(id) }

	command("tab.findings")
	s.findings.rows.Mark(0)
	listed := 0
	for range 200 {
		i := s.findings.rows.Selected()
		if i < 0 || i >= len(s.findings.items) {
			break
		}
		it := s.findings.items[i]
		if it.f == nil {
			if i == len(s.findings.items)-1 {
				break
			}
			press(fyne.KeyDown)
			continue
		}
		answer := "0"
		if s.sets(it.f.Doubt, want, clean) {
			answer = "1"
			listed++
		}
		write(answer)
		s.await(map[string]string{"0": "ignored", "1": "accepted"}[answer])
		s.settle()
	}
	found := keys
	for range n {
		now, should := []rune(clean(s.text())), []rune(want)
		if len(now) != len(should) {
			break
		}
		i := 0
		for i < len(now) && now[i] == should[i] {
			i++
		}
		if i == len(now) {
			break
		}
		t.Logf("no check found %s[%c]%s, which is %c", string(now[max(0, i-4):i]), now[i], string(now[i+1:min(len(now), i+5)]), should[i])
		from, to := max(0, i-1), min(len(now), i+2)
		command("find")
		write(string(now[from:to]))
		press(fyne.KeyReturn, fyne.KeyEscape)
		s.settle()
		s.win.Canvas().Focus(s.clean)
		write(string(should[from:to]))
		s.settle()
	}
	t.Logf("%d keys for %d errors, %.1f each; %d of them in the list, %.1f keys each", keys, n, float64(keys)/float64(n), listed, float64(found)/float64(max(1, listed)))
	if got := clean(s.text()); got != want {
		t.Errorf("it became\n%s\nwant\n%s", got, want)
	}
	return keys
}

// sets says whether what a finding suggests makes a page more like what it should be.
func (s *stage) sets(d session.Doubt, want string, clean func(string) string) bool {
	at, live := s.session.Order().PlaceOf(d.At)
	if !live || d.New == "" && d.Rule == "" || d.Check == "junction" {
		return false
	}
	text, _ := s.session.Order().Block(at.Block)
	end := min(at.Off+len([]rune(d.Old)), len(text))
	from, to := max(0, at.Off-1), min(len(text), end+1)
	after := string(text[from:at.Off]) + d.New + string(text[end:to])
	return strings.Contains(want, clean(after)) && !strings.Contains(want, clean(string(text[from:to])))
}
