package clean

import (
	"fmt"
	"math/rand/v2"
	"qingyang/app/clean/layout"
	"strings"

	"qingyang/app/script"
)

// composed is a page set from invented stories, with what is true about its lines.
type composed struct {
	raw    string
	breaks map[int]bool // by raw line from 0: a block ends between it and the next line that is not empty
	sure   map[int]bool // by raw line: the junction below it is told by the text, not by taste
	heads  []string     // headlines, by story
	first  []string     // the first words of each story's text
	by     []string     // bylines, by story; "" for none
}

// setter lays out a page.
type setter struct {
	*rand.Rand
	lines  []string
	breaks map[int]bool
	sure   map[int]bool

	who, what []string // of the story at hand: a story keeps to its people and its matter

	measure int  // of the columns, in half em
	kept    int  // half em of white space kept at the head of a paragraph
	blanks  bool // an empty line between paragraphs
	column  int  // lines in a column before it is cut
	used    int
	notch   int // narrow lines still to come beside a photo
	narrow  int
}

var (
	subjects = strings.Fields("渔民们 老船长 值守的工人 镇上的裁缝 山里的孩子 养蜂人 退休教师 年轻的木匠 护堤队 卖茶的大婶 水文站的同志 邮递员 守塔人 县里的专家 合作社的社员")
	actions  = strings.Fields("修好了渡口的石阶 把晒场扫得干干净净 在岸边立起一排风车 给小学送去三百册图书 记下了每天的水位 试种了耐旱的谷子 查看了二十七处险段 翻出压箱底的老照片 商量起过冬的柴火 量了又量堤上的裂缝 学会了使用新式播种机 把桥面铺上了碎石 约好明年再来 在雨里守了整整一夜 把账目贴到墙上")
	joins    = []string{"，", "，", "，随后又", "，接着", "，还"}
	saids    = []string{"“今年的雨水比往年早。”", "“路修好了，心就近了。”", "“只要有人种，地就不会荒。”", "“大家一起想办法。”"}
	heads    = []string{"渡口石阶修好了", "晒场上的好年景", "风车立在江岸边", "三百册图书进山来", "老照片里的旧码头", "一座桥连起两个村", "谷子熟了", "堤上的二十七个夜晚", "邮路通到云深处", "蜜蜂飞过九道弯"}
	parts    = []string{"晒场怎么修", "钱从哪里来", "人往哪里去", "一本账算到底", "往后怎么办"}
	people   = strings.Fields("林小满 周一航 苏暮云 郑可 韩立春 许知远 孟秋 田禾")
)

func (s *setter) pick(from []string) string { return from[s.IntN(len(from))] }

// some is n of some words.
func (s *setter) some(from []string, n int) (few []string) {
	for _, k := range s.Perm(len(from))[:n] {
		few = append(few, from[k])
	}
	return few
}

func (s *setter) sentence() string {
	var b strings.Builder
	if s.IntN(4) == 0 {
		fmt.Fprintf(&b, "%d月%d日，", 1+s.IntN(12), 1+s.IntN(28))
	}
	if s.IntN(9) == 0 {
		b.WriteString(s.pick(saids))
	}
	b.WriteString(s.pick(s.who) + s.pick(s.what))
	for range s.IntN(3) {
		b.WriteString(s.pick(joins) + s.pick(s.what))
	}
	if s.IntN(5) == 0 {
		fmt.Fprintf(&b, "，共计%d.%d万元", 1+s.IntN(90), s.IntN(10))
	}
	return b.String() + "。"
}

func (s *setter) paragraph() string {
	var b strings.Builder
	for range 1 + s.IntN(4) {
		b.WriteString(s.sentence())
	}
	return b.String()
}

// put sets a line; ends says that a block ends with it, sure that nobody could think otherwise.
func (s *setter) put(line string, ends, sure bool) {
	n := len(s.lines)
	s.lines = append(s.lines, line)
	s.breaks[n], s.sure[n] = ends, sure
}

func (s *setter) blank() { s.lines = append(s.lines, "") }

// set breaks a paragraph into lines of the column: two em are left free at its head, no closing mark
// begins a line (it hangs out), no opening mark ends one, numbers are not parted.
func (s *setter) set(text string) {
	r := []rune(text)
	first := true
	for len(r) > 0 {
		width := s.measure
		if s.notch > 0 {
			width = s.narrow
		}
		if first {
			width -= 4
		}
		n := fit(r, width)
		line := string(r[:n])
		if first && s.kept > 0 {
			line = strings.Repeat("\u3000", s.kept/2) + line
		}
		r = r[n:]
		s.put(line, len(r) == 0, true)
		first = false
		s.notch = max(0, s.notch-1)
		if s.used++; s.used >= s.column && len(r) > 0 {
			s.used = 0
			s.blank() // the column ends
		}
	}
	if s.blanks {
		s.blank()
	}
}

// fit is how many runes of r fill a line of this many half em.
func fit(r []rune, width int) int {
	w, n := 0, 0
	for n < len(r) {
		k := n + 1
		if layout.Half(r[n]) {
			for k < len(r) && layout.Half(r[k]) {
				k++
			}
		}
		u := 0
		for _, c := range r[n:k] {
			u += script.HalfEms(c)
		}
		if w+u > width && n > 0 {
			break
		}
		w += u
		n = k
	}
	if n == len(r) {
		return n
	}
	for k := 0; k < 2 && n < len(r) && layout.Barred(r[n]); k++ {
		n++ // hung out
	}
	for n > 1 && script.IsOpening(r[n-1]) {
		n--
	}
	return n
}

// compose sets a page from a seed: the layout and the stories follow from it alone.
func compose(seed uint64) composed {
	s := &setter{Rand: rand.New(rand.NewPCG(seed, 77)), breaks: map[int]bool{}, sure: map[int]bool{}}
	s.measure = 2 * (10 + s.IntN(15))
	s.kept = []int{0, 0, 4}[s.IntN(3)]
	s.blanks = s.IntN(3) > 0
	s.column = 22 + s.IntN(20)
	c := composed{breaks: s.breaks, sure: s.sure}
	order := s.Perm(len(heads))
	for n := range 3 + s.IntN(3) {
		if n > 0 {
			s.blank()
			if s.blanks && s.IntN(2) == 0 {
				s.measure = 2 * (10 + s.IntN(15))
			}
		}
		s.story(&c, heads[order[n]])
	}
	c.raw = strings.Join(s.lines, "\n") + "\n"
	return c
}

// story sets one story: its headline in one line or two, a byline in one of its places, paragraphs, a
// photo's notch, heads inside, a numbered series.
func (s *setter) story(c *composed, head string) {
	s.used = 0
	s.who, s.what = s.some(subjects, 4), s.some(actions, 5)
	s.put(head, true, true)
	s.blank()
	who := s.pick(people)
	place := s.IntN(4)
	lead := ""
	switch place {
	case 0:
		lead = "本报讯（记者 " + who + "） "
	case 1:
		lead = "本报讯 "
	}
	if place == 2 {
		s.put("□本报记者 "+who, true, true)
		s.blank()
	}
	var text string
	for n := range 3 + s.IntN(4) {
		text = s.paragraph()
		if n == 0 {
			text = "说起" + head + "，" + text
			c.first = append(c.first, string([]rune(text)[:6]))
			text = lead + text
		}
		if n == 2 && s.IntN(3) == 0 {
			s.put(s.pick(parts), true, false)
			if s.blanks {
				s.blank()
			}
		}
		if n > 0 && s.IntN(6) == 0 {
			s.notch, s.narrow = 4+s.IntN(4), max(14, s.measure*5/8)
		}
		s.set(text)
	}
	if s.IntN(4) == 0 {
		for k, word := range []string{"一", "二", "三"} {
			s.set(fmt.Sprintf("（%s）%s", word, s.sentence()))
			_ = k
		}
	}
	s.notch = 0
	switch place {
	case 0, 2:
		c.by = append(c.by, map[bool]string{true: "记者 ", false: "本报记者 "}[place == 0]+who)
	case 1:
		c.by = append(c.by, "记者 "+who+" 通讯员 "+s.pick(people))
		s.put(c.by[len(c.by)-1], true, true)
	default:
		c.by = append(c.by, "")
	}
	c.heads = append(c.heads, head)
}
